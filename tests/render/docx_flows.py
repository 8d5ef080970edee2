"""A flow with everything in it that a Word file can hold, and a look into the parts of what is written."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from xml.etree import ElementTree as ET

from resumekit.markup.flow import Figure, Flow, Paragraph, Run, Table
from resumekit.markup.vocabulary import PARAGRAPHS, RUNS
from tests.render.flows import bullets, dated, flow, head, p, section

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def png(width: int = 4, height: int = 2) -> bytes:
    """A grey picture of that many pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\x00" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def table() -> Table:
    return Table(
        (p("th", "Move"), p("th", "Weeks")),
        ((p("td", 'Lateral <&">'), p("td", "12")), (p("td", "Transition"), p("td", "26"))),
        numeric=frozenset({1}),
    )


def everything() -> Flow:
    """Every row of the profile, every kind of run in every kind of paragraph, other scripts, tables and a picture."""
    kinds = [Run("plain "), Run("both ", strong=True, em=True), Run("strong ", strong=True), Run("em ", em=True)]
    kinds += [Run(f"{name} ", style=name) for name in RUNS if name not in ("strong", "em", "a")]
    kinds += [Run("link", link="https://example.com/?a=1&b=2"), Run(" tail", strong=True, link="mailto:a@example.com")]
    rows = [Paragraph(name, tuple(kinds)) for name in PARAGRAPHS if name not in ("th", "td")]
    figure = Figure("<svg/>", png(), 'Bars: "lateral" < transition', 80)
    return flow(
        head(),
        section(
            "R&D <Experience>",
            dated("h3", "Chef d’équipe, qualité", "févr. 2020 – présent", "5 ans"),
            p("employer", "شركة النور للأغذية، مونتريال"),
            p("scope", "日本語の仕事、東京 (Tokyo) と大阪"),
            bullets(
                "Line one\nline two", "no\u00a0break, soft\u00adhyphen, 👩‍🔬 emoji", "قاد فريقا من 24 شخصا in Montréal"
            ),
        ),
        *rows,
        p("caption", "Weeks of a search"),
        table(),
        table(),
        p("caption", "The same as a picture"),
        figure,
        figure,
        table(),
        kind="report",
        language="fr-CA",
        page_label="Page",
    )


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(content: bytes, name: str) -> ET.Element:
    return ET.fromstring(parts(content)[name])


def value(element: ET.Element, path: str) -> str | None:
    """The w:val of the element at a path of names in Word's own namespace; None when there is none."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")
