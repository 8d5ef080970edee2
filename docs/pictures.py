"""Draws docs/images/ from real pages: `python docs/pictures.py`. Run it when the look changes."""

from __future__ import annotations

import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageOps

from resumekit.cli.app import run

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
DPI = 110
COLOURS = 24
"""Ink, paper, an accent and their shades; more makes files larger and pages no clearer."""
EDGE = "#b9b9b9"


class Picture(NamedTuple):
    """The first page of the one PDF that a command writes, or of the one whose name ends so."""

    name: str
    command: str
    ending: str = ".pdf"


PICTURES = (
    Picture("laboratory-to-hr-modern", "render samples/2-laboratory-to-hr.yaml --theme modern"),
    Picture("senior-manager-executive", "render samples/1-senior-manager.yaml --theme executive"),
    Picture("bilingual-plain", "render samples/4-bilingual.yaml --theme plain"),
    Picture("strategy", "render samples/2-laboratory-to-hr.yaml --document strategy --theme modern"),
    Picture("skills", "render samples/2-laboratory-to-hr.yaml --document skills --theme modern"),
    Picture(
        "simulator",
        "move samples/1-senior-manager.yaml --offer samples/offers/1-preferred-employer.yaml --simulate --theme modern",
    ),
    Picture("search-plan", "plan samples/2-laboratory-to-hr.yaml --theme modern"),
    Picture("interview-kit", "interview samples/2-laboratory-to-hr.yaml --theme modern", "-Interview-Kit.pdf"),
)


def draw(picture: Picture) -> bytes:
    """The page as a PNG with few colours and a thin edge."""
    with TemporaryDirectory() as folder, chdir(ROOT), redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        if run([*picture.command.split(), "--to", "pdf", "--out", folder]):
            raise RuntimeError(picture.command)
        [path] = Path(folder).glob(f"*{picture.ending}")
        content = path.read_bytes()
    pdf = pypdfium2.PdfDocument(content)
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
