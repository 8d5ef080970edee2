"""Tables and figures in Word, for documents that are neither resume nor letter."""

from __future__ import annotations

import struct
from collections.abc import Callable
from html import escape

from resumekit.markup.flow import Figure, Paragraph, Table
from resumekit.render.columns import column_shares
from resumekit.render.docx_style import FIGURE, NUMBER, NUMBER_HEADING, TABLE

_EMU_PER_MM = 36_000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

ParagraphXml = Callable[[Paragraph, str], str]
"""A paragraph as XML in the Word style of that id, or in its own for an empty id."""


def table_xml(table: Table, paragraph_xml: ParagraphXml, text_width: int) -> str:
    """A table across the text; its header comes again on each page, and no row is torn apart."""
    widths = _widths(table, text_width)
    rows = [_row(table.header, widths, table.numeric, paragraph_xml, header=True)]
    rows += [_row(row, widths, table.numeric, paragraph_xml, header=False) for row in table.rows]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="0"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _widths(table: Table, text_width: int) -> list[int]:
    """Whole twips that fill the text."""
    widths = [int(text_width * share) for share in column_shares(table)]
    widths[-1] += text_width - sum(widths)
    return widths


def _row(
    cells: tuple[Paragraph, ...],
    widths: list[int],
    numeric: frozenset[int],
    paragraph_xml: ParagraphXml,
    *,
    header: bool,
) -> str:
    number = NUMBER_HEADING if header else NUMBER
    body = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph_xml(cell, number if column in numeric else '')}</w:tc>"
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{body}</w:tr>"


def figure_xml(figure: Figure, relation: str, number: int) -> str:
    """A picture in a line of its own, with words for who cannot see it."""
    pixels_wide, pixels_high = png_size(figure.png)
    width = round(figure.width_mm * _EMU_PER_MM)
    height = round(width * pixels_high / pixels_wide)
    alt = escape(figure.alt)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{FIGURE}"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Figure {number}" descr="{alt}"/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="Figure {number}" '
        f'descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch>'
        f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def png_size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the header chunk.

    Raises:
        ValueError: the bytes are no PNG.
    """
    if len(content) < 24 or content[:8] != b"\x89PNG\r\n\x1a\n" or content[12:16] != b"IHDR":
        raise ValueError("a figure's picture is not a PNG")
    wide, high = struct.unpack(">II", content[16:24])
    if not wide or not high:
        raise ValueError("a figure's picture has no size")
    return wide, high
