"""The theme part: the colours and fonts that Word's menus offer to who restyles the document."""

from __future__ import annotations

from html import escape

from resumekit.render.docx_style import HEADER
from resumekit.themes.tokens import Tokens

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def theme_xml(tokens: Tokens) -> str:
    """The tokens' colours and fonts as an Office theme, with the plainest of fills, lines and effects."""
    return (
        f'{HEADER}<a:theme xmlns:a="{_MAIN}" name="{escape(tokens.name)}"><a:themeElements>'
        f"{_colours(tokens)}{_fonts(tokens)}{_formats()}</a:themeElements></a:theme>"
    )


def _colours(tokens: Tokens) -> str:
    colours = tokens.colours
    slots = {
        "dk1": colours.text, "lt1": "#ffffff", "dk2": colours.accent, "lt2": "#f2f2f2",
        "accent1": colours.accent, "accent2": colours.muted, "accent3": colours.rule,
        "accent4": colours.accent, "accent5": colours.muted, "accent6": colours.rule,
        "hlink": colours.accent, "folHlink": colours.muted,
    }  # fmt: skip
    rows = (f'<a:{slot}><a:srgbClr val="{colour[1:].upper()}"/></a:{slot}>' for slot, colour in slots.items())
    return f'<a:clrScheme name="{escape(tokens.name)}">{"".join(rows)}</a:clrScheme>'


def _fonts(tokens: Tokens) -> str:
    rows = (
        f'<a:{slot}><a:latin typeface="{escape(family)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{slot}>'
        for slot, family in (("majorFont", tokens.fonts.word("heading")), ("minorFont", tokens.fonts.word("body")))
    )
    return f'<a:fontScheme name="{escape(tokens.name)}">{"".join(rows)}</a:fontScheme>'


def _formats() -> str:
    """Three of each, as the schema asks (CT_StyleMatrix): subtle, moderate, intense, here all the same."""
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lists = {
        "fillStyleLst": fill,
        "lnStyleLst": f'<a:ln w="6350">{fill}</a:ln>',
        "effectStyleLst": "<a:effectStyle><a:effectLst/></a:effectStyle>",
        "bgFillStyleLst": fill,
    }
    rows = (f"<a:{name}>{one * 3}</a:{name}>" for name, one in lists.items())
    return f'<a:fmtScheme name="plain">{"".join(rows)}</a:fmtScheme>'
