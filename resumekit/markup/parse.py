"""The strict parser of the closed profile: what a template wrote → flow nodes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from resumekit.errors import MarkupError, Problem, nearest
from resumekit.markup.flow import Container, Figure, Node, Paragraph, Run, Table
from resumekit.markup.vocabulary import CONTAINERS, PARAGRAPHS, RUNS, TABLE_TAGS, TAGS
from resumekit.model.url import SCHEMES

_SPACE = re.compile(r"[ \t\r\n]+")
_PARAGRAPH_TAGS = {style.tag for style in PARAGRAPHS.values()}
_RUN_TAGS = {style.tag for style in RUNS.values()}
_ATTRIBUTES = {"class", "data-facts"}
_EXTRA_ATTRIBUTES = {"a": {"href"}, "figure": {"data-figure"}, "td": {"data-numeric"}, "th": {"data-numeric"}}
_LINKS = tuple(f"{scheme}:" for scheme in SCHEMES)
_INSIDE = {
    "article": CONTAINERS - {"article"} | _PARAGRAPH_TAGS - {"li", "th", "td"} | {"table", "figure"},
    "section": CONTAINERS - {"article"} | _PARAGRAPH_TAGS - {"h1", "li", "th", "td"} | {"table", "figure"},
    "header": {"h1", "p"},
    "ul": {"li"},
    "table": {"tr"},
    "tr": {"th", "td"},
    "figure": set(),
    **dict.fromkeys(_PARAGRAPH_TAGS, _RUN_TAGS),
    "strong": {"em", "a", "span"},
    "em": {"strong", "a", "span"},
    "a": {"strong", "em", "span"},
    "span": {"strong", "em", "a"},
}


_Child = Node | Run | tuple[Paragraph, ...]


@dataclass
class _Open:
    """An element whose end has not come yet."""

    tag: str
    attributes: dict[str, str]
    children: list[_Child] = field(default_factory=list)


class _Reader:
    """Builds nodes from expat's events; `template` names the file in errors."""

    def __init__(self, markup: str, template: str, figures: tuple[Figure, ...], tables: bool) -> None:
        self.lines = markup.split("\n")
        self.template, self.figures, self.tables = template, figures, tables
        self.stack: list[_Open] = [_Open("", {})]
        self.numeric: set[int] = set()
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words
        self.parser.StartDoctypeDeclHandler = lambda *_: self.fail("a document type declaration is not allowed")

    def fail(self, message: str, line: int = 0, column: int = 0) -> None:
        line = line or self.parser.CurrentLineNumber
        column = column or self.parser.CurrentColumnNumber + 1
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        raise MarkupError(str(Problem(message, f"{self.template} (as written)", line, column, source=source)))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        parent = self.stack[-1].tag
        if tag not in TAGS:
            guess = nearest(tag, TAGS)
            hint = f"; did you mean <{guess}>?" if guess else ""
            self.fail(f"<{tag}> is not in the markup profile{hint} It has: {', '.join(sorted(TAGS))}")
        if tag in TABLE_TAGS and not self.tables:
            self.fail(f"<{tag}> is not allowed in a resume or letter: machine readers lose its order")
        if parent and tag not in _INSIDE[parent]:
            self.fail(f"<{tag}> cannot stand inside <{parent}>")
        if not parent and tag != "article":
            self.fail(f"the outermost tag is <article>, not <{tag}>")
        for name in attributes:
            if name not in _ATTRIBUTES | _EXTRA_ATTRIBUTES.get(tag, set()):
                self.fail(f"<{tag}> has no attribute '{name}'")
        self.check_class(tag, attributes)
        if tag in _RUN_TAGS:
            self.check_run(tag, attributes)
        if tag == "table":
            self.numeric = set()
        elif "data-numeric" in attributes:
            self.numeric.add(len(self.stack[-1].children))
        self.stack.append(_Open(tag, attributes))

    def check_class(self, tag: str, attributes: dict[str, str]) -> None:
        style = attributes.get("class")
        if tag in CONTAINERS | TABLE_TAGS - {"th", "td"}:
            if style is not None:
                self.fail(f"<{tag}> takes no class")
            return
        known = {name for name, row in {**PARAGRAPHS, **RUNS}.items() if row.tag == tag and name != tag}
        if style is None and tag == "span":
            self.fail(f"<span> needs a class: {', '.join(sorted(known))}")
        if style is not None and style not in known:
            guess = nearest(style, known)
            hint = f"; did you mean '{guess}'?" if guess else ""
            listed = ", ".join(sorted(known)) or "none"
            self.fail(f"'{style}' is not a class of <{tag}>{hint} Its classes: {listed}")

    def check_run(self, tag: str, attributes: dict[str, str]) -> None:
        if any(element.tag == tag for element in self.stack):
            self.fail(f"<{tag}> cannot stand inside <{tag}>")
        if tag == "a" and not attributes.get("href", "").lower().startswith(_LINKS):
            self.fail(f"<a> needs an href that begins with one of: {', '.join(_LINKS)}")

    def words(self, text: str) -> None:
        tag = self.stack[-1].tag
        if tag in _PARAGRAPH_TAGS | _RUN_TAGS:
            self.stack[-1].children.append(self.run(text))
        elif text.strip():
            self.fail(f"text cannot stand directly inside <{tag}>: '{text.strip()[:40]}'")

    def run(self, text: str) -> Run:
        strong = em = False
        style, link = "", None
        for element in self.stack:
            strong = strong or element.tag == "strong"
            em = em or element.tag == "em"
            style = element.attributes["class"] if element.tag == "span" else style
            link = element.attributes.get("href") if element.tag == "a" else link
        return Run(_SPACE.sub(" ", text), strong, em, style, link)

    def end(self, tag: str) -> None:
        done = self.stack.pop()
        into = self.stack[-1].children
        if tag in _RUN_TAGS:
            into.extend(done.children)
        elif tag in _PARAGRAPH_TAGS:
            paragraph = self.paragraph(done)
            if paragraph.runs or tag in ("th", "td"):
                into.append(paragraph)
        elif tag == "tr":
            into.append(tuple(child for child in done.children if isinstance(child, Paragraph)))
        elif tag == "table":
            into.append(self.table(done))
        elif tag == "figure":
            into.append(self.figure(done))
        elif done.children:
            into.append(Container(tag, _nodes(done.children)))

    def paragraph(self, done: _Open) -> Paragraph:
        style = done.attributes.get("class") or done.tag
        facts = tuple(done.attributes.get("data-facts", "").split())
        return Paragraph(style, _tidy([child for child in done.children if isinstance(child, Run)]), facts)

    def table(self, done: _Open) -> Table:
        rows = [row for row in done.children if isinstance(row, tuple)]
        if not rows or any(len(row) != len(rows[0]) for row in rows):
            self.fail("every row of a table needs the same number of cells")
        if any(cell.style != "th" for cell in rows[0]):
            self.fail("the first row of a table is its header: <th> cells")
        return Table(rows[0], tuple(rows[1:]), frozenset(self.numeric))

    def figure(self, done: _Open) -> Figure:
        index = done.attributes.get("data-figure", "")
        if not index.isdecimal() or int(index) >= len(self.figures):
            self.fail(f"there is no figure '{index}' in this document")
        return self.figures[int(index)]


def _tidy(runs: list[Run]) -> tuple[Run, ...]:
    """The runs of a paragraph with white space collapsed across them and none at its edges; equal neighbours joined."""
    out: list[Run] = []
    after_space = True
    for run in runs:
        text = run.text.removeprefix(" ") if after_space else run.text
        if not text:
            continue
        after_space = text.endswith(" ")
        if out and _same_setting(out[-1], run):
            out[-1] = Run(out[-1].text + text, run.strong, run.em, run.style, run.link)
        else:
            out.append(Run(text, run.strong, run.em, run.style, run.link))
    while out and out[-1].text.endswith(" "):
        last = out.pop()
        if text := last.text.rstrip(" "):
            out.append(Run(text, last.strong, last.em, last.style, last.link))
    return tuple(out)


def _nodes(children: list[_Child]) -> tuple[Node, ...]:
    return tuple(child for child in children if isinstance(child, Paragraph | Container | Table | Figure))


def _same_setting(one: Run, other: Run) -> bool:
    return (one.strong, one.em, one.style, one.link) == (other.strong, other.em, other.style, other.link)


def parse_markup(
    markup: str, *, template: str = "template", figures: tuple[Figure, ...] = (), tables: bool = False
) -> tuple[Node, ...]:
    """The nodes of a text in the markup profile.

    Args:
        markup: well-formed; its one outermost element is an article.
        template: how errors name its origin.
        figures: what `<figure data-figure="0"/>` refers to, by position.
        tables: whether tables and figures are allowed.

    Raises:
        MarkupError: with the line and column, and the nearest known tag or class.
    """
    reader = _Reader(markup, template, figures, tables)
    try:
        reader.parser.Parse(markup, True)
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        reader.fail(f"not well-formed: {reason}; escape & and < as &amp; and &lt;", error.lineno, error.offset + 1)
    return _nodes(reader.stack[0].children)
