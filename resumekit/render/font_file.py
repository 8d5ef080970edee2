"""One font file: its names, the characters it has, and how far each advances the pen.

The few tables needed are read here (OpenType 1.9: name, OS/2, head, cmap, hhea, hmtx), because a font library takes
longer to import than a page takes to set.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from resumekit.errors import ThemeError


@dataclass(frozen=True)
class FontFile:
    """A static TrueType or OpenType font. Equal paths are equal fonts."""

    path: Path

    @cached_property
    def _tables(self) -> dict[str, bytes]:
        wanted = {"name", "OS/2", "head", "cmap", "hhea", "hmtx"}
        try:
            with self.path.open("rb") as file:
                kind, count = struct.unpack(">4sH", file.read(6))
                if kind not in (b"\x00\x01\x00\x00", b"OTTO", b"true"):
                    raise ThemeError(f"{self.path}: not a TrueType or OpenType font; WOFF and collections are not read")
                file.seek(12)
                rows = [struct.unpack(">4sIII", file.read(16)) for _ in range(count)]
                found = {}
                for tag, _, offset, length in rows:
                    name = tag.decode("latin-1")
                    if name in wanted:
                        file.seek(offset)
                        found[name] = file.read(length)
                    elif name == "fvar":
                        raise ThemeError(f"{self.path}: a variable font; save the instances you need as static fonts")
        except OSError as error:
            raise ThemeError(f"{self.path}: {error.strerror or error}") from None
        except struct.error:
            raise ThemeError(f"{self.path}: not a whole font file") from None
        if missing := wanted - set(found):
            raise ThemeError(f"{self.path}: not a whole font file; no table {', '.join(sorted(missing))}")
        return found

    @cached_property
    def family(self) -> str:
        """The family of which this is the regular, bold, italic or bold italic face."""
        data = self._tables["name"]
        _, count, start = struct.unpack_from(">HHH", data)
        names: dict[tuple[int, int], str] = {}
        for index in range(count):
            platform, _, language, name, length, offset = struct.unpack_from(">6H", data, 6 + 12 * index)
            if name == 1 and platform in (1, 3):
                raw = data[start + offset : start + offset + length]
                names[platform, language] = raw.decode("utf-16-be" if platform == 3 else "mac-roman", "replace")
        found = names.get((3, 0x409)) or next(iter(names.values()), "")
        if not found:
            raise ThemeError(f"{self.path}: the font does not name its family")
        return found

    @cached_property
    def bold(self) -> bool:
        return bool(struct.unpack_from(">H", self._tables["OS/2"], 62)[0] & 0x20)

    @cached_property
    def italic(self) -> bool:
        return bool(struct.unpack_from(">H", self._tables["OS/2"], 62)[0] & 0x01)

    @cached_property
    def units(self) -> int:
        """Font units in one em."""
        return int(struct.unpack_from(">H", self._tables["head"], 18)[0])

    def has(self, character: str) -> bool:
        """Whether the font has a glyph for this character."""
        return self._known[character][0] != 0

    def width(self, text: str, size: float) -> float:
        """How wide the text is at this size, without kerning; a character that is missing counts as .notdef."""
        known = self._known
        return sum(known[c][1] for c in text) * size / self.units

    @cached_property
    def _known(self) -> _Known:
        return _Known(self)

    def advance(self, glyph: int) -> int:
        """How far a glyph moves the pen, in font units."""
        (metrics,) = struct.unpack_from(">H", self._tables["hhea"], 34)
        (advance,) = struct.unpack_from(">H", self._tables["hmtx"], 4 * min(glyph, metrics - 1))
        return int(advance)

    @cached_property
    def _format_4(self) -> tuple[bytes, int, tuple[int, ...]] | None:
        """The cmap, where its subtable for the first plane stands, and the last character of each segment."""
        cmap = self._tables["cmap"]
        offset = self._subtable(4)
        if offset is None:
            return None
        (twice,) = struct.unpack_from(">H", cmap, offset + 6)
        return cmap, offset, struct.unpack_from(f">{twice // 2}H", cmap, offset + 14)

    @cached_property
    def _format_12(self) -> tuple[tuple[int, int, int], ...]:
        """Groups of (first character, last, glyph of the first), for all planes."""
        cmap = self._tables["cmap"]
        offset = self._subtable(12)
        if offset is None:
            return ()
        (count,) = struct.unpack_from(">I", cmap, offset + 12)
        return tuple(struct.iter_unpack(">III", cmap[offset + 16 : offset + 16 + 12 * count]))

    def _subtable(self, wanted: int) -> int | None:
        cmap = self._tables["cmap"]
        (count,) = struct.unpack_from(">H", cmap, 2)
        for index in range(count):
            platform, encoding, offset = struct.unpack_from(">HHI", cmap, 4 + 8 * index)
            unicode = platform == 0 or (platform == 3 and encoding in (1, 10))
            if unicode and struct.unpack_from(">H", cmap, offset)[0] == wanted:
                return int(offset)
        return None

    def glyph(self, code: int) -> int:
        """The number of a character's glyph; 0 when it is missing."""
        if code > 0xFFFF or self._format_4 is None:
            groups = self._format_12
            index = bisect_left(groups, code, key=lambda group: group[1])
            if index < len(groups) and groups[index][0] <= code:
                return groups[index][2] + code - groups[index][0]
            return 0
        cmap, offset, ends = self._format_4
        index, count = bisect_left(ends, code), len(ends)
        if index == count:
            return 0
        place = offset + 16 + 2 * count + 2 * index
        (start,) = struct.unpack_from(">H", cmap, place)
        if start > code:
            return 0
        (delta,) = struct.unpack_from(">H", cmap, place + 2 * count)
        place += 4 * count
        (jump,) = struct.unpack_from(">H", cmap, place)
        if not jump:
            return int((code + delta) & 0xFFFF)
        (glyph,) = struct.unpack_from(">H", cmap, place + jump + 2 * (code - start))
        return int((glyph + delta) & 0xFFFF) if glyph else 0


class _Known(dict[str, tuple[int, int]]):
    """The glyph of each character that was asked for, and its advance."""

    def __init__(self, font: FontFile) -> None:
        super().__init__()
        self.font = font

    def __missing__(self, character: str) -> tuple[int, int]:
        glyph = self.font.glyph(ord(character))
        found = self[character] = (glyph, self.font.advance(glyph))
        return found
