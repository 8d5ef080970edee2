"""WeasyPrint as resumekit uses it: imported once, one font configuration, nothing read but what a theme owns."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resumekit.errors import MissingPartError

if TYPE_CHECKING:
    from types import ModuleType

    from weasyprint.text.fonts import FontConfiguration

_INSTALL = {
    "Linux": "Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "Fedora: dnf install pango; Alpine: apk add pango",
    "Darwin": "brew install pango",
    "Windows": "install MSYS2 from msys2.org, then in its shell: pacman -S mingw-w64-x86_64-pango",
}


@cache
def engine() -> ModuleType:
    """The weasyprint module.

    Raises:
        MissingPartError: Pango, which it stands on, is not on this system.
    """
    try:
        import weasyprint
    except OSError as error:
        how = _INSTALL.get(platform.system(), "install Pango 1.44 or later")
        raise MissingPartError(
            f"PDF needs Pango, which is not on this system ({error}). {how}. Every other format works without it."
        ) from None
    return weasyprint


@cache
def font_configuration() -> FontConfiguration:
    """The one font configuration of this process; one for each document would leak and cost a fifth more."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def fetcher(folders: Iterable[Path]) -> Any:
    """What fetches for a style sheet: `data:` addresses and files inside these folders, links followed first."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    inside = tuple(folder.resolve() for folder in folders)

    class Fetcher(URLFetcher):
        def __init__(self) -> None:
            super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            if url.lower().startswith("data:"):
                return super().fetch(url, headers)
            path = _path(url)
            if not any(path.is_relative_to(folder) for folder in inside):
                raise ValueError(f"a theme may only use files in its own folder: {url}")
            return URLFetcherResponse(url, path.read_bytes())

    return Fetcher()


def _path(url: str) -> Path:
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    parts = urlsplit(url)
    if parts.scheme.lower() != "file" or parts.netloc:
        raise ValueError(f"a theme may only use files in its own folder: {url}")
    return Path(url2pathname(parts.path)).resolve()
