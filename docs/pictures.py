"""Draws docs/images/ from real pages: `python docs/pictures.py`. Run it when the look changes."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageOps

import resumekit

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
DPI = 110
COLOURS = 24
"""Ink, paper, an accent and their shades; more makes files larger and pages no clearer."""
EDGE = "#b9b9b9"


class Picture(NamedTuple):
    """The first page of one document, as one theme sets it."""

    name: str
    sample: str
    theme: str
    document: str = "resume"


PICTURES = (
    Picture("laboratory-to-hr-modern", "2-laboratory-to-hr", "modern"),
    Picture("senior-manager-executive", "1-senior-manager", "executive"),
    Picture("bilingual-plain", "4-bilingual", "plain"),
    Picture("strategy", "2-laboratory-to-hr", "modern", "strategy"),
    Picture("skills", "2-laboratory-to-hr", "modern", "skills"),
)


def draw(picture: Picture) -> bytes:
    """The page as a PNG with few colours and a thin edge."""
    client = resumekit.load_client(ROOT / "samples" / f"{picture.sample}.yaml")
    choices = resumekit.Choices(theme=picture.theme, formats=("pdf",), documents=(picture.document,))
    [file] = resumekit.produce(client, choices).files
    pdf = pypdfium2.PdfDocument(file.content)
    page: Image.Image = pdf[0].render(scale=DPI / 72).to_pil()
    pdf.close()
    framed = ImageOps.expand(page.convert("RGB"), border=1, fill=EDGE)
    out = BytesIO()
    framed.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> int:
    """Writes every picture; says how large each is."""
    IMAGES.mkdir(exist_ok=True)
    for picture in PICTURES:
        content = draw(picture)
        (IMAGES / f"{picture.name}.png").write_bytes(content)
        print(f"{picture.name}.png  {len(content) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
