"""WeasyPrint as resumekit uses it: imported once and quickly, one font configuration, nothing read but what a theme owns.

Its import looks for libraries under names that Linux does not use, which makes ctypes run gcc, ld and ldconfig some
fifty times, and loads fontTools, which it needs only for fonts that are not static TrueType or OpenType. Both are put
off while it is imported; when anything about it is not as known, it is imported as it comes.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import io
import sys
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

from resumekit.errors import MissingPartError
from resumekit.render.health import pango_remedy

KNOWN_VERSIONS = ("70.0",)
"""The versions of WeasyPrint whose use of fontTools is known and tested."""

_FONT_TOOLS: dict[str, dict[str, tuple[str, str]]] = {
    "weasyprint.text.fonts": {"TTFont": ("fontTools.ttLib", "TTFont"), "woff2": ("fontTools.ttLib.woff2", "")},
    "weasyprint.pdf.fonts": {
        "TTFont": ("fontTools.ttLib", "TTFont"),
        "TTLibError": ("fontTools.ttLib", "TTLibError"),
        "instantiateVariableFont": ("fontTools.varLib.instancer", "instantiateVariableFont"),
        "subset": ("fontTools.subset", ""),
        "ttFont": ("fontTools.ttLib.ttFont", ""),
    },
}
"""What each module of WeasyPrint takes from fontTools: the name there, the module, the attribute (none: the module)."""


@cache
def engine() -> Any:
    """The weasyprint module.

    Raises:
        MissingPartError: WeasyPrint, or Pango on which it stands, is not on this system.
    """
    # When a library is missing, WeasyPrint prints its own advice and warns; ours takes the place of both.
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            try:
                with _fewer_programs(), _later_font_tools():
                    return import_module("weasyprint")
            except (OSError, ImportError):
                _forget("weasyprint")
                return import_module("weasyprint")
        except OSError as error:
            _forget("weasyprint")
            found = str(error).splitlines()[0]
            raise MissingPartError(
                f"PDF needs Pango, which is not on this system: {found}\n"
                f"To install it: {pango_remedy()}\nEvery other format works without it."
            ) from None
        except ImportError as error:
            raise MissingPartError(f"PDF needs WeasyPrint: {error}\nTo install it: pip install weasyprint") from None


@cache
def font_configuration() -> Any:
    """The one font configuration of this process; one for each document would leak, and cost a fifth more time."""
    engine()
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def srgb() -> Any:
    """WeasyPrint's own sRGB profile, read once; left to itself it opens the file for each document, and leaves it open."""
    from weasyprint.css import ColorProfile

    return ColorProfile(io.BytesIO(_srgb_bytes()), "sRGB2014.icc", "relative-colorimetric", (["r"], ["g"], ["b"]))


@cache
def _srgb_bytes() -> bytes:
    return (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


@cache
def fetcher(folders: tuple[Path, ...] = ()) -> Any:
    """What fetches for a page: `data:` addresses, and files that really are inside one of these folders."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    inside = tuple(folder.resolve() for folder in folders)

    class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint publishes no types
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url.lower().startswith("data:"):
                return super().fetch(url, headers)
            path = _path(url)
            if not any(path.is_relative_to(folder) for folder in inside):
                raise ValueError(f"not in the theme's own folder: {url}")
            return URLFetcherResponse(url, path.read_bytes())

    return Fetcher(allowed_protocols=("data", "file"), allow_redirects=False)


def _path(url: str) -> Path:
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    parts = urlsplit(url)
    if parts.scheme.lower() != "file" or parts.netloc not in ("", "localhost"):
        raise ValueError(f"not a file: {url}")
    return Path(url2pathname(parts.path)).resolve()


@contextlib.contextmanager
def _fewer_programs() -> Iterator[None]:
    """On Linux, libraries are found by their file names alone, as the dynamic linker finds them."""
    if sys.platform != "linux":
        yield
        return
    find = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None  # noqa: ARG005 - the shape of the function it stands for
    try:
        yield
    finally:
        ctypes.util.find_library = find


class _Later:
    """Stands for one thing of fontTools until it is used; then all of them are put in place."""

    def __init__(self, module: str, attribute: str) -> None:
        self._module, self._attribute = module, attribute

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return self._real()(*arguments, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real(), name)

    def _real(self) -> Any:
        for user, names in _FONT_TOOLS.items():
            for name, place in names.items():
                setattr(sys.modules[user], name, _load(*place))
        return _load(self._module, self._attribute)


def _load(module: str, attribute: str) -> Any:
    loaded = import_module(module)
    return getattr(loaded, attribute) if attribute else loaded


@contextlib.contextmanager
def _later_font_tools() -> Iterator[None]:
    """While WeasyPrint is imported, fontTools is a set of stand-ins."""
    if "fontTools" in sys.modules or version("weasyprint") not in KNOWN_VERSIONS:
        yield
        return
    stubs: dict[str, ModuleType] = {}
    for names in _FONT_TOOLS.values():
        for module, attribute in names.values():
            package, _, name = (module, "", attribute) if attribute else module.rpartition(".")
            for part in _parents(package):
                stubs.setdefault(part, ModuleType(part))
            setattr(stubs[package], name, _Later(module, attribute))
    sys.modules.update(stubs)
    try:
        yield
    finally:
        _forget("fontTools")


def _parents(module: str) -> Iterable[str]:
    parts = module.split(".")
    return (".".join(parts[: count + 1]) for count in range(len(parts)))


def _forget(package: str) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        del sys.modules[name]
