"""Line: words on a page, and the sources that stand behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

SourceKind = Literal["fact", "rule", "data", "posting", "fixed"]
SpanStyle = Literal["", "dates", "tenure", "label", "placeholder"]


@dataclass(frozen=True, slots=True)
class Source:
    """What a line rests on: a fact of the client (`ref` is its key), a rule, a row of data, the posting, fixed text.

    A fact's single field is named after a '#': `person#email`.
    """

    kind: SourceKind
    ref: str

    @classmethod
    def fact(cls, key: str, field: str = "") -> Source:
        return cls("fact", f"{key}#{field}" if field else key)

    @classmethod
    def fixed(cls, label: str) -> Source:
        """Standing text of a locale pack, by its label."""
        return cls("fixed", label)


@dataclass(frozen=True, slots=True)
class Span:
    """Words set in one way. `link` is the address they lead to."""

    text: str
    strong: bool = False
    em: bool = False
    style: SpanStyle = ""
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, heading or bullet of a document."""

    spans: tuple[Span, ...]
    sources: tuple[Source, ...]

    @classmethod
    def of(cls, text: str | Span | Iterable[str | Span], *sources: Source) -> Line:
        """A line from text or spans; empty spans are left out, equal sources kept once."""
        parts = [text] if isinstance(text, str | Span) else list(text)
        spans = tuple(Span(part) if isinstance(part, str) else part for part in parts if part)
        return cls(tuple(span for span in spans if span.text), tuple(dict.fromkeys(sources)))

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts behind the line, as `key` or `key#field`."""
        return tuple(source.ref for source in self.sources if source.kind == "fact")

    @property
    def is_placeholder(self) -> bool:
        return any(span.style == "placeholder" for span in self.spans)

    def __bool__(self) -> bool:
        return bool(self.text.strip())
