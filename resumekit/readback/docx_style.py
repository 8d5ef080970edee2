"""How the words of a foreign Word file look: what styles say of them, and the runs over that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resumekit.readback.docx_package import W

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Look:
    """What a style, or a run over it, says; sizes in points, 0 where nothing says so."""

    name: str = ""
    heading: int = 0
    listed: bool = False
    size: float = 0
    bold: bool = False
    capitals: bool = False
    hidden: bool = False
    white: bool = False
    shaded: bool = False
    font: str = ""


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None, theme: Element | None) -> None:
        self._theme = _theme_fonts(theme)
        rows = () if root is None else root.iter(f"{W}style")
        self._rows = {row.get(f"{W}styleId", ""): row for row in rows}
        default = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = self.over(Look(size=10), default)
        self._known: dict[str, Look] = {}
        self.default = next(
            (
                style
                for style, row in self._rows.items()
                if row.get(f"{W}type") == "paragraph" and row.get(f"{W}default", "0") not in _OFF
            ),
            "",
        )

    def look(self, style: str) -> Look:
        """What a paragraph or character style says, with what it takes over."""
        if style not in self._known:
            self._known[style] = self._resolve(style, frozenset())
        return self._known[style]

    def _resolve(self, style: str, seen: frozenset[str]) -> Look:
        row = self._rows.get(style)
        if row is None or style in seen or len(seen) > 30:
            return self._base
        parent = value(row, "basedOn")
        based = self._resolve(parent, seen | {style}) if parent else self._base
        name = value(row, "name")
        level = value(row, "pPr", "outlineLvl")
        heading = outline(level) if level else based.heading
        if name.lower().startswith("heading ") and (number := whole(name[8:].strip())):
            heading = number
        properties = row.find(f"{W}pPr")
        look = replace(
            based,
            name=name or style,
            heading=heading,
            listed=based.listed or numbered(properties) or name.lower().startswith("list bullet"),
            shaded=based.shaded or is_shaded(properties),
        )
        return self.over(look, row.find(f"{W}rPr"))

    def over(self, look: Look, properties: Element | None) -> Look:
        """A look with a run's own properties over it."""
        if properties is None:
            return look
        style = value(properties, "rStyle")
        if style and style in self._rows:
            look = self.over(look, self._rows[style].find(f"{W}rPr"))
        color = value(properties, "color").upper()
        size = value(properties, "sz")
        return replace(
            look,
            size=min(whole(size), 3276) / 2 if size else look.size,
            bold=_toggle(properties, "b", look.bold),
            capitals=_toggle(properties, "caps", look.capitals),
            hidden=_toggle(properties, "vanish", look.hidden),
            white=_is_white(color) if color else look.white,
            shaded=look.shaded or is_shaded(properties),
            font=self._font(properties.find(f"{W}rFonts")) or look.font,
        )

    def _font(self, fonts: Element | None) -> str:
        if fonts is None:
            return ""
        theme = fonts.get(f"{W}asciiTheme", "")
        if theme:
            return self._theme.get("major" if theme.startswith("major") else "minor", "")
        return fonts.get(f"{W}ascii", "") or fonts.get(f"{W}hAnsi", "")


def value(element: Element, *path: str) -> str:
    """The value of an element inside another, "" where it is not there."""
    found = element.find("/".join(f"{W}{name}" for name in path))
    return "" if found is None else found.get(f"{W}val", "")


def whole(text: str) -> int:
    """A small whole number of an attribute, 0 where it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0


def outline(level: str) -> int:
    """The level of a heading that an outline level says, from 1; 0 for body text."""
    number = whole(level) if level != "0" else 0
    return number + 1 if number < 9 and (number or level == "0") else 0


def numbered(properties: Element | None) -> bool:
    """Whether a paragraph's properties make it an item of a list; number 0 takes it out of one."""
    if properties is None:
        return False
    number = properties.find(f"{W}numPr/{W}numId")
    return number is not None and number.get(f"{W}val") != "0"


def is_shaded(properties: Element | None) -> bool:
    """Whether something stands behind the words, so that white is no way to hide them."""
    if properties is None:
        return False
    shade = properties.find(f"{W}shd")
    if shade is not None and shade.get(f"{W}fill", "auto").upper() not in ("AUTO", "FFFFFF"):
        return True
    return value(properties, "highlight") not in ("", "none", "white")


def _is_white(color: str) -> bool:
    if len(color) != 6:
        return False
    try:
        return all(int(color[at : at + 2], 16) >= 0xF5 for at in (0, 2, 4))
    except ValueError:
        return False


def _toggle(properties: Element, name: str, now: bool) -> bool:
    found = properties.find(f"{W}{name}")
    return now if found is None else found.get(f"{W}val", "1") not in _OFF


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    out: dict[str, str] = {}
    for row in () if theme is None else theme.iter():
        local = row.tag.rpartition("}")[2]
        if local in ("majorFont", "minorFont"):
            latin = next((child for child in row if child.tag.endswith("}latin")), None)
            if latin is not None:
                out[local[:5]] = latin.get("typeface", "")
    return out
