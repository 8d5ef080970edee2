"""A theme's tokens as a style sheet: the same measures for the page in PDF and on screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from resumekit.markup.vocabulary import PARAGRAPHS, RUNS
from resumekit.render.columns import BELOW_PT, PAD_PT, RULE_PT
from resumekit.themes.tokens import WORD_FONTS, ParagraphTokens, Rule, RunTokens, Tokens

Paper = Literal["letter", "a4"]
PAPER_MM: dict[Paper, tuple[float, float]] = {"letter": (215.9, 279.4), "a4": (210, 297)}
"""Width and height."""

_TOGETHER = ("h1", "h2", "h3", "group", "employer", "scope", "caption", "headline", "contact")
_STRUCTURE = """\
html { font-variant-ligatures: none; font-kerning: none; hyphens: none; }
body, h1, h2, h3, p, ul, li, figure, table { margin: 0; padding: 0; font-size: inherit; font-weight: inherit; }
ul { list-style: none; }
li { break-inside: avoid; }
li:first-child { break-before: avoid; }
p, li { orphans: 2; widows: 2; }
.dated { break-inside: avoid; display: grid; grid-template-columns: 1fr auto; column-gap: 12pt; align-items: end; }
.when { text-align: right; white-space: nowrap; }
.stacked .when { display: block; }
.whole { white-space: nowrap; }
a { color: inherit; text-decoration: none; }
strong { font-weight: bold; }
em { font-style: italic; }
figure { break-inside: avoid; }
.report h3 + ul, .report p.employer + ul, .report p.scope + ul { break-inside: avoid; }
figure svg { display: block; max-width: 100%; height: auto; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
p:has(+ table) { break-after: avoid; }
.report p:not([class]):has(> strong:only-child) { break-after: avoid; }
.report p.line:has(+ p.line) { break-after: avoid; }
.report p.line { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 0 0.7em 0 0; }
th:last-child, td:last-child { padding-right: 0; }
[data-numeric] { text-align: right; }
"""


def page_css(tokens: Tokens, paper: Paper, families: dict[str, str], fallbacks: Iterable[str]) -> str:
    """The style sheet of the PDF.

    Args:
        families: the name each of the theme's families has in its @font-face rules.
        fallbacks: names of the families that follow, for characters the theme's own do not have.
    """
    behind = tuple(fallbacks)
    stacks = {
        role: _stack((families.get(family, family), *behind)) for role, family in tokens.fonts.model_dump().items()
    }
    margins = tokens.page
    foot = tokens.paragraph("note")
    return "\n".join(
        (
            "@page {"
            f" size: {_n(PAPER_MM[paper][0])}mm {_n(PAPER_MM[paper][1])}mm;"
            f" margin: {_n(margins.margin_top_mm)}mm {_n(margins.margin_side_mm)}mm {_n(margins.margin_bottom_mm)}mm;",
            f"  @bottom-right {{ content: string(running) ' ' counter(page); font: {_n(foot.size_pt)}pt"
            f"/{_n(foot.line_pt)}pt {stacks['body']}; color: {tokens.colours.muted};"
            " font-variant-ligatures: none; font-kerning: none; vertical-align: top; padding-top: 5mm; }",
            "}",
            "@page :first { @bottom-right { content: none; } }",
            "body { string-set: running attr(data-running); }",
            *_rules(tokens, stacks),
        )
    )


def screen_css(tokens: Tokens, paper: Paper) -> str:
    """The style sheet of the HTML page, on a screen as a sheet and on paper as the PDF."""
    stacks = {role: _stack((*_twins(family), "sans-serif")) for role, family in tokens.fonts.model_dump().items()}
    margins = tokens.page
    width = PAPER_MM[paper][0]
    side = f"{_n(margins.margin_side_mm)}mm"
    return "\n".join(
        (
            f"@page {{ size: {_n(width)}mm {_n(PAPER_MM[paper][1])}mm;"
            f" margin: {_n(margins.margin_top_mm)}mm {side} {_n(margins.margin_bottom_mm)}mm; }}",
            "html { background: #ffffff; -webkit-text-size-adjust: 100%; }",
            *_rules(tokens, stacks),
            "@media screen {",
            f"  main {{ box-sizing: border-box; max-width: {_n(width)}mm; margin: 0 auto;"
            f" padding: {_n(margins.margin_top_mm)}mm min({side}, 6vw); overflow-wrap: break-word; }}",
            "  a { text-decoration: underline; text-underline-offset: 0.15em; text-decoration-thickness: 0.05em; }",
            "}",
            "@media screen and (max-width: 40em) {",
            "  .dated { display: block; }",
            "  .when { white-space: normal; }",
            "}",
        )
    )


def _rules(tokens: Tokens, stacks: dict[str, str]) -> list[str]:
    """What screen and page have in common: one rule for each row of the markup profile."""
    body = tokens.paragraph("p")
    together = ", ".join(PARAGRAPHS[name].selector for name in _TOGETHER)
    return [
        f"html {{ font: {_n(body.size_pt)}pt/{_n(body.line_pt)}pt {stacks['body']}; color: {tokens.colours.text}; }}",
        _STRUCTURE.rstrip(),
        f"{together} {{ break-after: avoid; break-inside: avoid; }}",
        # An entry without bullets ends there; kept with the next entry, a page of them would move at once.
        "p.employer:last-child, p.scope:last-child, h3:not(.group) + p.employer:has(+ h3), "
        "h3:not(.group) + p.scope:has(+ h3), h3:not(.group) + p.employer + p.scope:has(+ h3) { break-after: auto; }",
        *(_paragraph(name, tokens, stacks) for name in PARAGRAPHS),
        *(_run(RUNS[name].selector, run, tokens) for name, run in tokens.runs.items() if name in RUNS),
        *_cells(tokens),
        f"li::before {{ content: '{_text(tokens.bullet)}'; display: inline-block; text-indent: 0;"
        f" width: {_n(tokens.paragraph('li').hanging_mm)}mm; }}",
        *_outline(),
    ]


def _cells(tokens: Tokens) -> Iterable[str]:
    """White space around the words of a table, and hairlines between its rows."""
    above, rule = tokens.paragraph("td").before_pt, f"{_n(RULE_PT)}pt solid {tokens.colours.rule}"
    yield f"th, td {{ padding: {_n(above)}pt {_n(PAD_PT)}pt {_n(BELOW_PT)}pt; border-bottom: {rule}; }}"
    yield f"thead th {{ border-top: {rule}; }}"


def _outline() -> Iterable[str]:
    """Bookmarks at the levels Word's navigation pane has."""
    for style in PARAGRAPHS.values():
        if style.kind == "paragraph" and style.tag in ("h1", "h2", "h3"):
            yield f"{style.selector} {{ bookmark-level: {style.outline or 'none'}; }}"
    yield "[data-label] { bookmark-label: attr(data-label); }"


def _paragraph(name: str, tokens: Tokens, stacks: dict[str, str]) -> str:
    style = tokens.paragraph(name)
    selector = PARAGRAPHS[name].selector
    return f"{selector} {{ {_declarations(style, tokens, stacks)} }}"


def _declarations(style: ParagraphTokens, tokens: Tokens, stacks: dict[str, str]) -> str:
    parts = [
        f"font: {'italic ' if style.italic else ''}{'bold ' if style.bold else ''}"
        f"{_n(style.size_pt)}pt/{_n(style.line_pt)}pt {stacks[style.font]};",
        f"color: {getattr(tokens.colours, style.colour)};",
        f"margin: {_n(style.before_pt)}pt 0 {_n(style.after_pt)}pt;",
    ]
    if style.align == "centre":
        parts.append("text-align: center;")
    if style.indent_mm:
        parts.append(f"padding-left: {_n(style.indent_mm)}mm;")
    if style.hanging_mm:
        parts.append(f"text-indent: -{_n(style.hanging_mm)}mm;")
    return " ".join((*parts, *_border(style.rule, tokens)))


def _border(rule: Rule, tokens: Tokens) -> Iterable[str]:
    if rule.kind == "none":
        return
    # A double rule in Word is two lines of this width with one such gap between them.
    width, kind = (rule.width_pt * 3, "double") if rule.kind == "double" else (rule.width_pt, "solid")
    yield f"border-bottom: {_n(width)}pt {kind} {tokens.colours.rule};"
    yield f"padding-bottom: {_n(rule.gap_pt)}pt;"


def _run(selector: str, run: RunTokens, tokens: Tokens) -> str:
    parts = []
    if run.size_pt is not None:
        parts.append(f"font-size: {_n(run.size_pt)}pt;")
    if run.bold is not None:
        parts.append(f"font-weight: {'bold' if run.bold else 'normal'};")
    if run.italic is not None:
        parts.append(f"font-style: {'italic' if run.italic else 'normal'};")
    if run.colour is not None:
        parts.append(f"color: {getattr(tokens.colours, run.colour)};")
    return f"{selector} {{ {' '.join(parts)} }}"


def _twins(family: str) -> tuple[str, ...]:
    """The family and, before it, the one most readers' computers have in its place."""
    return (WORD_FONTS[family], family) if family in WORD_FONTS else (family,)


def _stack(families: Iterable[str]) -> str:
    return ", ".join(name if name == "sans-serif" else f"'{_text(name)}'" for name in families)


def _text(text: str) -> str:
    """Text inside a CSS string: whatever is not a plain letter or digit as an escape."""
    return "".join(c if c.isalnum() or c in " -_.•" else f"\\{ord(c):x} " for c in text)


def _n(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")
