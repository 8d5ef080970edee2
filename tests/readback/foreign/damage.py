"""Ways to damage a file: bytes, length, and the parts of a Word file."""

from __future__ import annotations

import random
import re

from tests.readback.foreign.files import repacked

_TAG = re.compile(rb"<(/?)([\w:]+)([^<>]*)>")


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The file with one to four damages."""
    ways = [_flipped, _cut, _repeated, _zeroed]
    if content.startswith(b"PK"):
        ways += [_parts, _parts, _parts]
    for _ in range(chance.randint(1, 4)):
        if content:
            content = chance.choice(ways)(content, chance)
    return content


def _flipped(content: bytes, chance: random.Random) -> bytes:
    out = bytearray(content)
    for _ in range(chance.choice((1, 5, 50))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _cut(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return chance.choice((content[:at], content[at:], content[: at // 2] + content[at:]))


def _repeated(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start : start + chance.randrange(5000)] * chance.choice((2, 20)) + content[start:]


def _zeroed(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    length = chance.randrange(1, 400)
    return content[:start] + bytes(length) + content[start + length :]


def _parts(content: bytes, chance: random.Random) -> bytes:
    """A Word file whose zip is whole, with XML parts altered, dropped or given each other's words."""
    odds = chance.choice((0.1, 0.4))

    def change(name: str, part: bytes) -> bytes | None:
        if chance.random() > odds and name != "word/document.xml":
            return part
        return chance.choice((_xml_value, _xml_moved, _xml_dropped, _xml_nested, _gone, _flipped))(part, chance)

    try:
        return repacked(content, change)
    except Exception:  # noqa: BLE001 - the file may be damaged already
        return content


def _gone(part: bytes, chance: random.Random) -> bytes | None:
    return None if chance.random() < 0.5 else b""


def _xml_value(part: bytes, chance: random.Random) -> bytes:
    """Values of attributes replaced by ones nobody expects."""
    odd = chance.choice(
        (b"", b"-1", b"99999999999999999999", b"1.5", b"true", "\u0661\u00b2".encode(), b"&#1;", b"x" * 5000)
    )
    return re.sub(rb'="[^"]*"', lambda found: b'="' + odd + b'"' if chance.random() < 0.2 else found[0], part)


def _xml_moved(part: bytes, chance: random.Random) -> bytes:
    tags = _TAG.findall(part)
    names = [name for _, name, _ in tags] or [b"w:p"]
    old, new = chance.choice(names), chance.choice(names)
    return re.sub(rb"<(/?)" + re.escape(old) + rb"(?=[\s/>])", rb"<\g<1>" + new, part)


def _xml_dropped(part: bytes, chance: random.Random) -> bytes:
    return _TAG.sub(lambda found: b"" if chance.random() < 0.02 else found[0], part)


def _xml_nested(part: bytes, chance: random.Random) -> bytes:
    depth = chance.choice((10, 150, 5000))
    name = chance.choice((b"w:tbl", b"w:ins", b"w:sdt", b"w:r", b"w:p"))
    return part.replace(b"<w:body>", b"<w:body>" + (b"<" + name + b">") * depth + (b"</" + name + b">") * depth, 1)
