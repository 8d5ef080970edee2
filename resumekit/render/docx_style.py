"""A theme's tokens as Word styles: one for each row of the markup profile, and the few that Word itself needs."""

from __future__ import annotations

from html import escape

from resumekit.markup.vocabulary import PARAGRAPHS, Style
from resumekit.render.docx_character import (
    DATED,
    CharacterStyle,
    base_styles,
    paragraph_toggles,
    style_id,
    wished,
)
from resumekit.themes.tokens import ParagraphTokens, Rule, Tokens

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FIGURE, NUMBER, NUMBER_HEADING, TABLE = "Figure", "TableNumber", "TableNumberHeading", "ReportTable"
"""Ids of the styles that no row of the profile has: a picture's paragraph, figures at the right edge, the table."""
TABLE_END = "TableEnd"
"""The id of the style of the paragraph that must stand behind a last table: as low as one can be, so that it never
makes a page of its own."""

# Word knows its own styles by these names in any language of its menus; all other names are ours.
_BUILT_IN = {
    "Title": "Title", "Subtitle": "Subtitle", "Heading 1": "heading 1", "Heading 2": "heading 2",
    "Body Text": "Body Text", "Quote": "Quote", "Signature": "Signature", "Caption": "caption",
    "List Bullet": "List Bullet", "Strong": "Strong", "Emphasis": "Emphasis", "Hyperlink": "Hyperlink",
    "Intense Emphasis": "Intense Emphasis",
}  # fmt: skip
ENDING = ("employer", "scope")
"""Rows that keep with what follows, and have a second style for the end of an entry, that does not."""

KEPT_POINT = "ListBulletKept"
"""The id of the style of a point that stays on the page of the next one."""

KEPT = {"p": "BodyTextKept", "line": "LineKept"}
"""The ids of the styles of a small heading, and of a line of a card, that stay on the page of what follows."""

_TOGETHER = ("h1", "headline", "contact", "h2", "h3", "group", "employer", "scope", "caption", "li", "line", "th")
_PLACEHOLDER_SHADE = "FFF2CC"


def last_style(paragraph: str) -> str:
    """The id of the style that a row of `ENDING` has at the end of an entry."""
    return style_id(f"{PARAGRAPHS[paragraph].word} Last")


def styles_xml(
    tokens: Tokens, characters: set[CharacterStyle], text_width: int, languages: tuple[str, str, str]
) -> str:
    """The whole styles part.

    Args:
        characters: the character styles in use beside those that every document has.
        text_width: twips between the margins, where the tab before dates ends.
        languages: tags for Western, East Asian and right-to-left words.
    """
    extra = sorted(characters - set(base_styles(tokens)))
    paragraphs = (_paragraph_style(row, tokens, text_width) for row in PARAGRAPHS.values())
    return (
        f'{HEADER}<w:styles xmlns:w="{NAMESPACE}">{_defaults(tokens, languages)}'
        f"{_word_styles()}{''.join(paragraphs)}{_helper_styles(tokens)}"
        f"{''.join(_character_xml(style, tokens) for style in (*base_styles(tokens), *extra))}"
        f"{_table_style(tokens)}</w:styles>"
    )


def twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def _defaults(tokens: Tokens, languages: tuple[str, str, str]) -> str:
    body = tokens.paragraph("p")
    western, eastern, bidi = (escape(tag) for tag in languages)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(tokens.fonts.word('body'))}"
        f"{_colour(tokens.colours.text)}{_size(body.size_pt)}"
        f'<w:lang w:val="{western}" w:eastAsia="{eastern}" w:bidi="{bidi}"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{_spacing(0, 0, body.line_pt)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _word_styles() -> str:
    """The defaults that Word expects every document to have."""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )


def _head(kind: str, word: str, based_on: str, *, following: str = "") -> str:
    custom = "" if word in _BUILT_IN or word == "footer" else ' w:customStyle="1"'
    after = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{style_id(word.capitalize() if word == "footer" else word)}">'
        f'<w:name w:val="{_BUILT_IN.get(word, word)}"/><w:basedOn w:val="{based_on}"/>{after}<w:qFormat/>'
    )


def _paragraph_style(row: Style, tokens: Tokens, text_width: int) -> str:
    look = tokens.paragraph(row.name)
    following = "" if row.name in ("li", "td", "p", "line") else "BodyText"
    paragraph = (
        ("<w:keepNext/>" if row.keep_with_next else "")
        + ("<w:keepLines/>" if row.name in _TOGETHER else "")
        + "<w:widowControl/>"
        + ('<w:numPr><w:numId w:val="1"/></w:numPr>' if row.name == "li" else "")
        + _border(look.rule, tokens)
        + (f'<w:tabs><w:tab w:val="right" w:pos="{text_width}"/></w:tabs>' if row.name in DATED else "")
        + _spacing(look.before_pt, look.after_pt, look.line_pt)
        + _indent(look)
        + ('<w:jc w:val="center"/>' if look.align == "centre" else "")
        # Word's own heading 1 is always at the first level, so the title stands beside it.
        + (f'<w:outlineLvl w:val="{max(row.outline - 2, 0)}"/>' if row.outline else "")
    )
    head = _head("paragraph", row.word, "Normal", following=following)
    return f"{head}<w:pPr>{paragraph}</w:pPr>{_look(row.name, tokens)}</w:style>"


def _look(paragraph: str, tokens: Tokens) -> str:
    look = tokens.paragraph(paragraph)
    return (
        f"<w:rPr>{_fonts(tokens.fonts.word(look.font))}{_toggles(*paragraph_toggles(paragraph, tokens))}"
        f"{_colour(getattr(tokens.colours, look.colour))}{_size(look.size_pt)}</w:rPr>"
    )


def _helper_styles(tokens: Tokens) -> str:
    note = tokens.paragraph("note")
    last = "".join(
        f'{_head("paragraph", f"{word} Last", style_id(word))}<w:pPr><w:keepNext w:val="0"/></w:pPr></w:style>'
        for word in (PARAGRAPHS[name].word for name in ENDING)
    )
    return (
        f"{last}"
        f"{_head('paragraph', 'List Bullet Kept', style_id('List Bullet'))}<w:pPr><w:keepNext/></w:pPr></w:style>"
        f"{_head('paragraph', 'Body Text Kept', style_id('Body Text'))}<w:pPr><w:keepNext/></w:pPr></w:style>"
        f"{_head('paragraph', 'Line Kept', style_id('Line'))}<w:pPr><w:keepNext/><w:keepLines/></w:pPr></w:style>"
        f"{_head('paragraph', 'footer', 'Normal')}<w:pPr>{_spacing(0, 0, note.line_pt)}"
        f'<w:jc w:val="right"/></w:pPr><w:rPr>{_colour(tokens.colours.muted)}{_size(note.size_pt)}</w:rPr></w:style>'
        # A picture in a line of exact height would be cut off at that height.
        f"{_head('paragraph', 'Figure', 'Normal')}<w:pPr><w:keepLines/>"
        '<w:spacing w:before="80" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style>'
        f'{_head("paragraph", "Table End", "TableText")}<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" '
        'w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
        f'{_head("paragraph", "Table Number", "TableText")}<w:pPr><w:jc w:val="right"/></w:pPr></w:style>'
        f'{_head("paragraph", "Table Number Heading", "TableHeading")}<w:pPr><w:jc w:val="right"/></w:pPr></w:style>'
    )


def _character_xml(style: CharacterStyle, tokens: Tokens) -> str:
    wish = wished(style.names, tokens)
    shade = (
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_PLACEHOLDER_SHADE}"/>' if "placeholder" in style.names else ""
    )
    properties = (
        _toggles(*style.flips)
        + (_colour(getattr(tokens.colours, wish.colour)) if wish.colour else "")
        + (_size(wish.size_pt) if wish.size_pt is not None else "")
        + shade
    )
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"{_head('character', style.word, 'DefaultParagraphFont')}{look}</w:style>"


def _table_style(tokens: Tokens) -> str:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{tokens.colours.rule[1:]}"'
    return (
        f"{_head('table', 'Report Table', 'TableNormal')}<w:tblPr><w:tblBorders><w:top {rule}/><w:bottom {rule}/>"
        f'<w:insideH {rule}/></w:tblBorders><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _fonts(family: str) -> str:
    name = escape(family)
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _toggles(bold: bool, italic: bool) -> str:
    return ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")


def _colour(colour: str) -> str:
    return f'<w:color w:val="{colour[1:].upper()}"/>'


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _spacing(before: float, after: float, line: float) -> str:
    before, after, line = (round(points * 20) for points in (before, after, line))
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


def _indent(look: ParagraphTokens) -> str:
    if not look.indent_mm and not look.hanging_mm:
        return ""
    return f'<w:ind w:left="{twips(look.indent_mm)}" w:hanging="{twips(look.hanging_mm)}"/>'


def _border(rule: Rule, tokens: Tokens) -> str:
    if rule.kind == "none":
        return ""
    # Word measures a border in eighths of a point, 2 to 96, and its distance in whole points up to 31.
    eighths, gap = min(max(round(rule.width_pt * 8), 2), 96), min(round(rule.gap_pt), 31)
    colour = tokens.colours.rule[1:].upper()
    return f'<w:pBdr><w:bottom w:val="{rule.kind}" w:sz="{eighths}" w:space="{gap}" w:color="{colour}"/></w:pBdr>'
