"""The fonts a theme is set in: its own, those that ship, those behind them; and what none of them can show."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from resumekit.errors import CoverageError, ThemeError, nearest
from resumekit.markup.flow import Flow
from resumekit.markup.vocabulary import PARAGRAPHS
from resumekit.render.font_file import FontFile
from resumekit.themes.theme import BASE, Theme, templates_folder

FALLBACKS = ("DejaVu Sans", "Droid Sans Fallback")
"""Shipped families that stand in, in this order, for what a theme's own cannot show."""

# Default_Ignorable_Code_Point (Unicode 15, DerivedCoreProperties.txt), without the Hangul fillers: set as nothing.
_SHAPING = re.compile(
    r"[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    r"\U000e0000-\U000e0fff]"
)

Faces = dict[str, tuple[FontFile, ...]]
"""Font files by the name of their family."""


class Uncovered(NamedTuple):
    """A character that no font at hand can show, and where it stands."""

    character: str
    text: str
    where: str

    def __str__(self) -> str:
        name = unicodedata.name(self.character, "no name")
        return f"U+{ord(self.character):04X} {name}, in the {self.where} \u201c{_short(self.text)}\u201d"


def shipped_fonts() -> Path:
    """The folder of the fonts that ship with resumekit."""
    return templates_folder() / BASE / "fonts"


@cache
def folder_faces(folder: Path) -> Faces:
    """The fonts of a folder by family; none when there is no such folder."""
    faces: dict[str, list[FontFile]] = {}
    for path in sorted(folder.glob("*")):
        if path.suffix.lower() in (".ttf", ".otf"):
            face = FontFile(path)
            faces.setdefault(face.family, []).append(face)
    return {family: tuple(found) for family, found in faces.items()}


def theme_faces(theme: Theme) -> Faces:
    """The faces of each family the theme names: from its own `fonts` folder, else from those that ship.

    Raises:
        ThemeError: a family is in neither.
    """
    own, shipped = folder_faces(theme.folder / "fonts"), folder_faces(shipped_fonts())
    out: Faces = {}
    for role, family in theme.tokens.fonts.model_dump().items():
        if found := own.get(family) or shipped.get(family):
            out[family] = found
            continue
        known = sorted({*own, *shipped})
        guess = nearest(family, known)
        hint = f"; did you mean '{guess}'?" if guess else "."
        raise ThemeError(
            f"{theme.folder / 'theme.toml'}: fonts.{role}: there is no font '{family}'{hint} "
            f"Known: {', '.join(known)}. Put others as .ttf files into {theme.folder / 'fonts'}"
        )
    return out


def fallbacks_for(flow: Flow, theme: Theme) -> tuple[str, ...]:
    """The families that must stand behind the theme's own, so that every character of the flow has a picture.

    Shipped ones come first, then ones that this computer has.

    Raises:
        CoverageError: names each character that no font at hand has, and its paragraph.
    """
    own, shipped = theme_faces(theme), folder_faces(shipped_fonts())
    needed: list[str] = []
    missing: list[Uncovered] = []
    for character, text, where, family in _characters(flow, theme):
        if covers(own[family], character):
            continue
        found = next((name for name in FALLBACKS if covers(shipped[name], character)), None)
        if found is None:
            found = installed_family(character)
        if found is None:
            missing.append(Uncovered(character, text, where))
        elif found not in needed:
            needed.append(found)
    if missing:
        raise CoverageError(explain(missing))
    return tuple(sorted(needed, key=lambda name: (name not in FALLBACKS, name)))


@cache
def installed_family(character: str) -> str | None:
    """A font of this computer that has the character as an outline, the first by name; None when there is none."""
    program = shutil.which("fc-list")
    if program is None:
        return None
    # A colour or a variable font would spoil the file: neither PDF/A nor older readers take them as they are.
    pattern = f":charset={ord(character):x}:scalable=true:color=false:variable=false"
    done = subprocess.run([program, pattern, "family"], capture_output=True, check=False, timeout=30)  # noqa: S603 - fontconfig's own program, asked for one character
    names = sorted({line.split(",")[0].strip() for line in done.stdout.decode("utf-8", "replace").splitlines()} - {""})
    return names[0] if names else None


def _characters(flow: Flow, theme: Theme) -> Iterator[tuple[str, str, str, str]]:
    """Each visible character once for each family: itself, its paragraph's text and kind, the family it is set in."""
    seen: dict[str, set[str]] = {}
    for paragraph in flow.paragraphs():
        family = getattr(theme.tokens.fonts, theme.tokens.paragraph(paragraph.style).font)
        known = seen.setdefault(family, set())
        text = unicodedata.normalize("NFC", "".join(run.text for run in paragraph.runs))
        for character in sorted(set(text) - known):
            known.add(character)
            if is_visible(character):
                yield character, text, PARAGRAPHS[paragraph.style].word.lower(), family
    running = set(flow.running + flow.page_label + theme.tokens.separator) | set(theme.tokens.bullet)
    for character in sorted(running - seen.get(theme.tokens.fonts.body, set())):
        if is_visible(character):
            yield character, flow.running, "footer", theme.tokens.fonts.body


def is_visible(character: str) -> bool:
    """Whether a font must have a picture of it: no space, whose width is made up, nor what shapes its neighbours."""
    spaces = unicodedata.category(character) in ("Zs", "Zl", "Zp", "Cc") and character != "\u1680"
    return not spaces and not _SHAPING.match(character)


def covers(faces: Iterable[FontFile], character: str) -> bool:
    """Whether every face has the character."""
    return all(face.has(character) for face in faces)


def explain(missing: Iterable[Uncovered]) -> str:
    """What is missing, where, and what to do."""
    listed = [f"  - {item}" for item in missing]
    return "\n".join(
        (
            f"no font at hand can show {len(listed)} character(s), and a PDF with them could not be read:",
            *listed,
            "Write them in other letters, install a font that has them, or put one into the theme's fonts folder.",
        )
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
