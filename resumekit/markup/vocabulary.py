"""The closed markup profile: every tag and class there is, and the Word style and CSS selector each one means.

A class is a style name. Adding a row here is an architectural decision: every theme and every writer must know it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CONTAINERS = frozenset({"article", "section", "header", "ul"})
TABLE_TAGS = frozenset({"table", "tr", "th", "td", "figure"})
"""Only for documents that are neither resume nor letter."""


@dataclass(frozen=True, slots=True)
class Style:
    """One row of the profile. `word` is the name a person sees in Word's style list.

    `outline` is the heading level in Word's navigation pane and the PDF's bookmarks, 0 for none.
    `keep_with_next` keeps it on the page of what follows.
    """

    name: str
    tag: str
    word: str
    kind: Literal["paragraph", "character"] = "paragraph"
    outline: int = 0
    keep_with_next: bool = False

    @property
    def selector(self) -> str:
        """Its CSS selector."""
        return self.tag if self.name == self.tag else f"{self.tag}.{self.name}"


PARAGRAPHS: dict[str, Style] = {
    style.name: style
    for style in (
        Style("h1", "h1", "Title", outline=1, keep_with_next=True),
        Style("headline", "p", "Subtitle", keep_with_next=True),
        Style("contact", "p", "Contact", keep_with_next=True),
        Style("h2", "h2", "Heading 1", outline=2, keep_with_next=True),
        Style("h3", "h3", "Heading 2", outline=3, keep_with_next=True),
        Style("group", "h3", "Employer Group", outline=3, keep_with_next=True),
        Style("employer", "p", "Employer", keep_with_next=True),
        Style("scope", "p", "Scope", keep_with_next=True),
        Style("p", "p", "Body Text"),
        Style("profile", "p", "Profile"),
        Style("line", "p", "Line"),
        Style("quote", "p", "Quote"),
        Style("note", "p", "Note"),
        Style("address", "p", "Address"),
        Style("signature", "p", "Signature"),
        Style("caption", "p", "Caption", keep_with_next=True),
        Style("li", "li", "List Bullet"),
        Style("th", "th", "Table Heading", keep_with_next=True),
        Style("td", "td", "Table Text"),
    )
}
"""Paragraph styles by name. A name that is a tag is that tag without a class."""

RUNS: dict[str, Style] = {
    style.name: style
    for style in (
        Style("strong", "strong", "Strong", "character"),
        Style("em", "em", "Emphasis", "character"),
        Style("a", "a", "Hyperlink", "character"),
        Style("dates", "span", "Dates", "character"),
        Style("tenure", "span", "Tenure", "character"),
        Style("label", "span", "Label", "character"),
        Style("placeholder", "span", "Placeholder", "character"),
        Style("faded", "span", "Faded", "character"),
    )
}
"""Character styles by name. A `dates` run stands at the right edge, after a tab; the rest follow the text."""

TAGS = CONTAINERS | TABLE_TAGS | {style.tag for style in (*PARAGRAPHS.values(), *RUNS.values())}
