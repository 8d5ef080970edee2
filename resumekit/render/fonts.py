"""The fonts a theme is set in: its own, those that ship, those behind them; and what none of them can show."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
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

    Raises:
        CoverageError: names each character that no font at hand has.
    """
    own, behind = theme_faces(theme), folder_faces(shipped_fonts())
    needed: set[str] = set()
    missing: list[Uncovered] = []
    for character, text, where, family in _characters(flow, theme):
        if _covers(own[family], character):
            continue
        found = next((name for name in FALLBACKS if _covers(behind[name], character)), None)
        if found:
            needed.add(found)
        else:
            missing.append(Uncovered(character, text, where))
    if missing:
        raise CoverageError(_explain(missing))
    return tuple(name for name in FALLBACKS if name in needed)


def _characters(flow: Flow, theme: Theme) -> Iterator[tuple[str, str, str, str]]:
    """Each character once for each style: itself, its paragraph's text, what kind of paragraph, the family it is set in."""
    seen: dict[str, set[str]] = {}
    for paragraph in flow.paragraphs():
        family = getattr(theme.tokens.fonts, theme.tokens.paragraph(paragraph.style).font)
        known = seen.setdefault(family, set())
        text = "".join(run.text for run in paragraph.runs)
        for character in sorted(set(text) - known):
            known.add(character)
            if character not in "\t\n\r":
                yield character, text, PARAGRAPHS[paragraph.style].word.lower(), family


def _covers(faces: tuple[FontFile, ...], character: str) -> bool:
    return all(face.has(character) for face in faces)


def _explain(missing: list[Uncovered]) -> str:
    listed = "\n".join(f"  - {item}" for item in missing)
    return (
        f"{len(missing)} character(s) that no font at hand can show; a PDF with them could not be read:\n{listed}\n"
        "Write them otherwise, or put a font that has them into the theme's fonts folder and name it in theme.toml."
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
