"""Write a flow as a tagged PDF that is PDF/UA-1 and PDF/A-2a at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from resumekit.markup.flow import Flow
from resumekit.render.fonts import FALLBACKS, Faces, fallbacks_for, folder_faces, shipped_fonts, theme_faces
from resumekit.render.html import document_html
from resumekit.render.pdf_engine import engine, fetcher, font_configuration
from resumekit.render.pdf_metadata import claim_both_standards
from resumekit.render.stylesheet import Paper, page_css
from resumekit.themes.theme import Theme
from resumekit.themes.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF and how it fills its pages.

    `last_page_fill` is the share of the last page's height that is in use, 0 to 1; `last_page_lines` its lines of text.
    """

    content: bytes
    pages: int
    last_page_fill: float
    last_page_lines: int = 0


def write_pdf(flow: Flow, theme: Theme) -> Pdf:
    """The flow as the theme sets it. Equal flow and theme make equal bytes.

    Raises:
        CoverageError: a character that no font can show.
        MissingPartError: Pango is not on this system.
        ThemeError: the theme names a font that is not there.
    """
    fallbacks = fallbacks_for(flow, theme)
    weasyprint = engine()
    fetch = fetcher((theme.folder, shipped_fonts()))
    html = weasyprint.HTML(string=document_html(flow, theme), url_fetcher=fetch)
    styles = list(_styles(theme, flow.paper, fallbacks))
    document = html.render(stylesheets=styles, font_config=font_configuration(), pdf_variant="pdf/a-2a")
    claim_both_standards(document)
    content = document.write_pdf(pdf_variant="pdf/a-2a")
    fill, lines = _last_page(document.pages[-1])
    return Pdf(content, len(document.pages), fill, lines)


_CACHE: dict[Any, Any] = {}


def _styles(theme: Theme, paper: Paper, fallbacks: tuple[str, ...]) -> Iterator[Any]:
    key = (theme.name, theme.folder, theme.tokens.model_dump_json(), theme.css, paper, fallbacks)
    if key not in _CACHE:
        faces = theme_faces(theme)
        behind = {name: folder_faces(shipped_fonts())[name] for name in fallbacks}
        names = {family: f"{family} RK" for family, paths in {**faces, **behind}.items()}
        css = _font_faces({**faces, **behind}, names) + page_css(theme.tokens, paper, names, [names[n] for n in fallbacks])
        fetch = fetcher((theme.folder, shipped_fonts()))
        base = theme.folder.resolve().as_uri() + "/"
        _CACHE[key] = [
            engine().CSS(string=text, url_fetcher=fetch, font_config=font_configuration(), base_url=base)
            for text in (css, theme.css)
            if text
        ]
    yield from _CACHE[key]


def _font_faces(faces: Faces, names: dict[str, str]) -> str:
    return "".join(
        f"@font-face {{ font-family: '{names[family]}'; src: url('{face.path.resolve().as_uri()}');"
        f" font-weight: {'bold' if face.bold else 'normal'}; font-style: {'italic' if face.italic else 'normal'} }}\n"
        for family, files in faces.items()
        for face in files
    )


def _last_page(page: Any) -> tuple[float, int]:
    box = page._page_box
    bottoms = [line.position_y + line.height for line in _lines(box.children[0])]
    top = box.content_box_y()
    return (round((max(bottoms) - top) / box.height, 4) if bottoms else 0.0), len({round(b) for b in bottoms})


def _lines(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            yield child
        else:
            yield from _lines(child)
