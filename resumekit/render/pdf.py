"""Write a flow as a tagged PDF that is PDF/UA-1 and PDF/A-2a at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resumekit.errors import CoverageError
from resumekit.markup.flow import Flow
from resumekit.render.fonts import FALLBACKS, Faces, fallbacks_for, folder_faces, shipped_fonts, theme_faces
from resumekit.render.html import document_html
from resumekit.render.pdf_dates import Dates
from resumekit.render.pdf_engine import engine, fetcher, font_configuration, srgb
from resumekit.render.pdf_layout import last_page_use
from resumekit.render.pdf_metadata import claim_both_standards
from resumekit.render.stylesheet import Paper, page_css
from resumekit.themes.theme import Theme

_VARIANT = "pdf/a-2a"


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF and how it fills its pages.

    `last_page_fill` is the share of the last page's text height in use, 0 to 1; `last_page_lines` its lines of text.
    """

    content: bytes
    pages: int
    last_page_fill: float
    last_page_lines: int


def write_pdf(flow: Flow, theme: Theme) -> Pdf:
    """The flow as the theme sets it. Equal flow and theme make equal bytes.

    Raises:
        CoverageError: a character that no font can show.
        MissingPartError: Pango is not on this system.
        ThemeError: the theme names a font that is not there.
    """
    faces, fallbacks = theme_faces(theme), fallbacks_for(flow, theme)
    html = document_html(flow, theme, gap=Dates(theme.tokens, faces, flow.paper).gap)
    page = engine().HTML(string=html, url_fetcher=fetcher())
    look = _Look(theme.folder, theme.tokens.model_dump_json(), theme.css, flow.paper, fallbacks)
    options = {"pdf_variant": _VARIANT, "output_intent": "srgb-closed"}
    document = page.render(
        stylesheets=_style_sheets(look, theme),
        font_config=font_configuration(),
        color_profiles={"srgb-closed": srgb()},
        **options,
    )
    claim_both_standards(document)
    content = document.write_pdf(finisher=_refuse_unreadable, **options)
    return Pdf(content, len(document.pages), *last_page_use(document))


@dataclass(frozen=True)
class _Look:
    """All that a parsed style sheet depends on."""

    folder: Path
    tokens: str
    css: str
    paper: Paper
    fallbacks: tuple[str, ...]


_STYLE_SHEETS: dict[_Look, list[Any]] = {}
_MOST_LOOKS = 64


def _style_sheets(look: _Look, theme: Theme) -> list[Any]:
    """The parsed style sheets of a look, kept for the next document: to parse them anew costs a fifth more time."""
    if look not in _STYLE_SHEETS:
        if len(_STYLE_SHEETS) >= _MOST_LOOKS:
            _STYLE_SHEETS.clear()
        shipped = folder_faces(shipped_fonts())
        faces = {**theme_faces(theme), **{name: shipped[name] for name in look.fallbacks if name in FALLBACKS}}
        names = {family: font_name(family) for family in faces}
        behind = [names.get(family, family) for family in look.fallbacks]
        sheets = (_font_faces(faces) + page_css(theme.tokens, look.paper, names, behind), look.css)
        _STYLE_SHEETS[look] = [_parsed(text, look.folder) for text in sheets if text.strip()]
    return _STYLE_SHEETS[look]


def _parsed(css: str, folder: Path) -> Any:
    return engine().CSS(
        string=css,
        base_url=f"{folder.resolve().as_uri()}/",
        font_config=font_configuration(),
        url_fetcher=fetcher((folder, shipped_fonts())),
    )


def font_name(family: str) -> str:
    """The family's name in the style sheet: one that no installed font has, which might be another version of it."""
    return f"{''.join(c for c in family if c.isalnum() or c == ' ')} RK"


def _font_faces(faces: Faces) -> str:
    return "".join(
        f"@font-face {{ font-family: '{font_name(family)}'; src: url('{face.path.resolve().as_uri()}');"
        f" font-weight: {'bold' if face.bold else 'normal'}; font-style: {'italic' if face.italic else 'normal'} }}\n"
        for family, files in faces.items()
        for face in files
    )


def _refuse_unreadable(document: Any, pdf: Any) -> None:
    """The last look before a file is written: one missing glyph would garble all the text in its font."""
    missing = sorted({code for font in document.fonts.values() for code in font.missing})
    if missing:
        listed = ", ".join(f"U+{code:04X}" for code in missing)
        raise CoverageError(f"no font at hand can show {listed} where it stands, and the PDF could not be read")
