"""What setting a page needs from the computer: whether it is there, what it is for, and how to mend it here."""

from __future__ import annotations

import contextlib
import io
import struct
import sys
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from platform import freedesktop_os_release
from shutil import which


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `remedy` says how to mend it on this system, when it is not `ok`."""

    name: str
    ok: bool
    found: str
    purpose: str
    remedy: str = ""
    required: bool = True


_PANGO = {
    "debian": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango",
    "suse": "sudo zypper install libpango-1_0-0 libharfbuzz-subset0",
    "arch": "sudo pacman -S pango",
    "alpine": "sudo apk add pango harfbuzz-subset",
    "darwin": "brew install pango",
    "win32": "install MSYS2 (https://www.msys2.org), then in its shell: pacman -S mingw-w64-x86_64-pango, "
    r"and set WEASYPRINT_DLL_DIRECTORIES=C:\msys64\mingw64\bin",
}
_OFFICE = {
    "debian": "sudo apt install libreoffice-writer",
    "fedora": "sudo dnf install libreoffice-writer",
    "suse": "sudo zypper install libreoffice-writer",
    "arch": "sudo pacman -S libreoffice-still",
    "alpine": "sudo apk add libreoffice-writer",
    "darwin": "brew install --cask libreoffice",
    "win32": "winget install TheDocumentFoundation.LibreOffice",
}
_RELATED = {"ubuntu": "debian", "rhel": "fedora", "centos": "fedora", "opensuse": "suse", "manjaro": "arch"}


def system() -> str:
    """The family of systems that this one belongs to, as its packages go; "other" when it is not known."""
    if sys.platform in ("darwin", "win32"):
        return sys.platform
    try:
        release = freedesktop_os_release()
    except OSError:
        return "other"
    for name in [release.get("ID", ""), *release.get("ID_LIKE", "").split()]:
        family = _RELATED.get(name, name)
        if family in _PANGO:
            return family
    return "other"


def pango_remedy(family: str = "") -> str:
    """How to install what WeasyPrint needs, on this system or on one of that family."""
    return _PANGO.get(family or system(), "install Pango 1.44 or newer and libharfbuzz-subset with your packages")


def check_rendering() -> tuple[Check, ...]:
    """Everything that setting a page needs, the required first."""
    return (
        *_check_weasyprint(),
        *_check_package_data(),
        _check_package("docxtpl", "docxtpl", "fills a branded Word template", extra="branded"),
        _check_office(),
    )


def _check_weasyprint() -> tuple[Check, ...]:
    purpose = "sets PDF files; every other format works without it"
    # When a library is missing, WeasyPrint prints its own advice to standard output and warns; ours replaces both.
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import weasyprint
            from weasyprint.text import ffi
        except ImportError as error:
            remedy = f"{sys.executable} -m pip install weasyprint"
            return (Check("WeasyPrint", False, str(error), purpose, remedy),)
        except OSError as error:
            found = str(error).splitlines()[0]
            return (Check("Pango", False, found, purpose, pango_remedy()),)
    number = ffi.pango.pango_version()
    version = f"{number // 10_000}.{number // 100 % 100}.{number % 100}"
    subset = ffi.harfbuzz_subset is not None
    return (
        Check("WeasyPrint", True, weasyprint.__version__, purpose),
        Check("Pango", True, version, "lays out the text of PDF files"),
        Check(
            "HarfBuzz subsetting",
            subset,
            "found" if subset else "not found",
            "makes PDF files small, and several times faster",
            "" if subset else pango_remedy(),
            required=False,
        ),
    )


def _check_package(name: str, module: str, purpose: str, extra: str = "") -> Check:
    there = find_spec(module) is not None
    wanted = f"'resumekit[{extra}]'" if extra else name
    remedy = "" if there else f"{sys.executable} -m pip install {wanted}"
    return Check(name, there, "found" if there else "not found", purpose, remedy, required=not extra)


def _check_package_data() -> tuple[Check, ...]:
    remedy = f"{sys.executable} -m pip install --force-reinstall --no-deps resumekit"
    themes, fonts = _themes(), _shipped_files()
    broken = [path.name for path in fonts if not is_whole_font(path)]
    wrong = f"damaged: {', '.join(broken)}" if broken else _missing_family(themes)
    return (
        Check("Themes", bool(themes), ", ".join(themes) or "not found", "how a page looks", "" if themes else remedy),
        Check(
            "Fonts",
            bool(fonts) and not wrong,
            wrong or f"{len(fonts)} whole",
            "the letters in PDF files, other scripts among them",
            "" if fonts and not wrong else remedy,
        ),
    )


def _themes() -> tuple[str, ...]:
    from resumekit.themes.theme import theme_names

    try:
        return theme_names()
    except ModuleNotFoundError:  # the package's own data is not where it was installed
        return ()


def _shipped_files() -> list[Path]:
    from resumekit.render.fonts import shipped_fonts

    try:
        return sorted(shipped_fonts().glob("*.ttf"))
    except ModuleNotFoundError:
        return []


def _missing_family(themes: Iterable[str]) -> str:
    """Of the families that the themes and other scripts need, the first that no file holds."""
    from resumekit.errors import ThemeError
    from resumekit.render.fonts import FALLBACKS, folder_faces, shipped_fonts, theme_faces
    from resumekit.themes.theme import find_theme

    try:
        for name in themes:
            theme_faces(find_theme(name))
        shipped = folder_faces(shipped_fonts()) if themes else {}
    except ThemeError as error:
        return str(error)
    return next((f"no font '{family}'" for family in FALLBACKS if themes and family not in shipped), "")


def _check_office() -> Check:
    program = which("soffice") or which("libreoffice")
    return Check(
        "LibreOffice",
        program is not None,
        program or "not found",
        "shows Word files where there is no Word; resumekit itself does not use it",
        "" if program else _OFFICE.get(system(), "https://www.libreoffice.org/download"),
        required=False,
    )


def is_whole_font(path: Path) -> bool:
    """Whether every table that the font file announces lies within it, as a broken copy's do not."""
    try:
        with path.open("rb") as file:
            kind, count = struct.unpack(">4sH", file.read(6))
            file.seek(12)
            tables = list(struct.iter_unpack(">4sIII", file.read(16 * count)))
    except (OSError, struct.error):
        return False
    known = kind in (b"\x00\x01\x00\x00", b"OTTO", b"true")
    size = path.stat().st_size
    return known and len(tables) == count > 0 and all(offset + length <= size for _, _, offset, length in tables)
