"""Write a flow as a Word document whose every look is a style, so that a person restyles it in Word.

The parts are written as text, straight from the tokens: nothing of another library's template can get into the file,
and equal flows make equal bytes.
"""

from __future__ import annotations

from itertools import zip_longest

from resumekit.markup.flow import Figure, Flow, Paragraph, Run, Table
from resumekit.markup.vocabulary import PARAGRAPHS
from resumekit.render.docx_character import DATED, CharacterStyle, character_style, style_id
from resumekit.render.docx_comment import Review, bookmarked, comments_xml, properties_xml
from resumekit.render.docx_package import (
    FOOTER,
    Relations,
    font_table_xml,
    footer_xml,
    numbering_xml,
    package,
    settings_xml,
)
from resumekit.render.docx_room import dates_need_a_line
from resumekit.render.docx_style import (
    ENDING,
    HEADER,
    KEPT,
    KEPT_POINT,
    NAMESPACE,
    TABLE_END,
    last_style,
    styles_xml,
    twips,
)
from resumekit.render.docx_table import figure_xml, table_xml
from resumekit.render.docx_text import is_right_to_left, runs_xml, script_languages
from resumekit.render.docx_theme import theme_xml
from resumekit.render.stylesheet import PAPER_MM
from resumekit.themes.tokens import Tokens

_ROOT = (
    f'{HEADER}<w:document xmlns:w="{NAMESPACE}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
)
_OPENING = ("h2", "h3", "group")
_SPACER = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>'
_END = f'<w:p><w:pPr><w:pStyle w:val="{TABLE_END}"/></w:pPr></w:p>'


def write_docx(flow: Flow, tokens: Tokens, review: Review | None = None) -> bytes:
    """The flow as the theme's tokens set it, with the comments of a review. Equal values make equal bytes."""
    body = _Body(flow, tokens, review)
    document = f"{_ROOT}<w:body>{body.xml()}{_section(flow, tokens)}</w:body></w:document>"
    languages = (flow.language, *script_languages(" ".join(paragraph.text for paragraph in flow.paragraphs())))
    parts = {
        "document.xml": document,
        "fontTable.xml": font_table_xml(tokens),
        "footer.xml": footer_xml(flow, tokens),
        "numbering.xml": numbering_xml(tokens),
        "settings.xml": settings_xml(languages),
        "styles.xml": styles_xml(tokens, body.characters, body.text_width, languages),
        "theme.xml": theme_xml(tokens),
    }
    if not review:
        return package(flow, parts, body.relations)
    body.relations.part("comments")
    return package(flow, {**parts, "comments.xml": comments_xml(review)}, body.relations, properties_xml(review))


class _Body:
    """The body as it is written: which relations it asks for, and which character styles it uses."""

    def __init__(self, flow: Flow, tokens: Tokens, review: Review | None = None) -> None:
        self.flow, self.tokens, self.review = flow, tokens, review
        self._count = 0
        self.relations = Relations()
        self._styles: dict[tuple[str, str, bool, bool, bool], CharacterStyle | None] = {}
        self.text_width = twips(PAPER_MM[flow.paper][0]) - 2 * twips(tokens.page.margin_side_mm)

    def xml(self) -> str:
        parts: list[str] = []
        figures, after_table, heading = 0, False, ""
        items = list(self.flow.items())
        for item, following in zip_longest(items, items[1:]):
            if isinstance(item, Table):
                # Two tables with nothing between them would become one.
                parts.append((_SPACER if after_table else "") + table_xml(item, self.paragraph, self.text_width))
            elif isinstance(item, Figure):
                figures += 1
                parts.append(figure_xml(item, self.relations.picture(item.png), figures))
            else:
                heading = item.style if item.style in _OPENING else heading
                # An entry may have no more than this; kept with the next entry, a page of them would move at once.
                ends = item.style in ENDING and heading != "group" and _opens(following)
                kept = KEPT_POINT if self._is_of_card(item, following, heading) else self._kept(item, following)
                parts.append(self.paragraph(item, last_style(item.style) if ends else kept))
            after_table = isinstance(item, Table)
        # A body must end with a paragraph.
        return "".join(parts) + (_END if after_table or not parts else "")

    def _is_of_card(self, item: Paragraph, following: Paragraph | Table | Figure | None, heading: str) -> bool:
        """Whether it is a point of an entry of a report and more of its points follow: a card stays on one page."""
        points = item.style == "li" and isinstance(following, Paragraph) and following.style == "li"
        return self.flow.kind == "report" and heading == "h3" and points

    def _kept(self, item: Paragraph, following: Paragraph | Table | Figure | None) -> str:
        """The style of a small heading of a report, and of a line of a card that more lines follow; else ""."""
        if self.flow.kind != "report" or following is None:
            return ""
        heads = item.style == "p" and bool(item.runs) and all(run.strong for run in item.runs)
        goes_on = item.style == "line" and isinstance(following, Paragraph) and following.style == "line"
        return KEPT[item.style] if heads or goes_on else ""

    def paragraph(self, paragraph: Paragraph, style: str = "") -> str:
        """One paragraph; `style` is the id of another Word style than its own."""
        name = style or style_id(PARAGRAPHS[paragraph.style].word)
        direction = "<w:bidi/>" if is_right_to_left(paragraph.text) else ""
        apart = paragraph.style in DATED and dates_need_a_line(paragraph, self.tokens, self.text_width / 20)
        marks = self.review.marks(self._count) if self.review else {}
        words = runs_xml(
            paragraph,
            lambda run: self._character(run, paragraph.style),
            self.relations.link,
            apart=apart,
            marks=marks,
        )
        words = bookmarked(words, self._count) if self.review else words
        self._count += 1
        return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{direction}</w:pPr>{words}</w:p>'

    def _character(self, run: Run, paragraph: str) -> str:
        key = (paragraph, run.style, run.strong, run.em, bool(run.link))
        if key not in self._styles:
            self._styles[key] = character_style(run, paragraph, self.tokens)
        style = self._styles[key]
        return style.id if style else ""

    @property
    def characters(self) -> set[CharacterStyle]:
        """The character styles in use."""
        return {style for style in self._styles.values() if style}


def _opens(item: Paragraph | Table | Figure | None) -> bool:
    """Whether something new begins here, or the document has ended."""
    return item is None or (isinstance(item, Paragraph) and item.style in _OPENING)


def _section(flow: Flow, tokens: Tokens) -> str:
    width, height = (twips(side) for side in PAPER_MM[flow.paper])
    top, bottom, side = (
        twips(margin)
        for margin in (tokens.page.margin_top_mm, tokens.page.margin_bottom_mm, tokens.page.margin_side_mm)
    )
    # The foot's line begins 5 mm below the text, as in the PDF; taller than the margin, it would push the text up.
    line = round(tokens.paragraph("note").line_pt * 20)
    footer = max(bottom - twips(5) - line, 0)
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{FOOTER}"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" '
        f'w:left="{side}" w:header="{min(top, 720)}" w:footer="{footer}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
