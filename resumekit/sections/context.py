"""What every section generator is given, and the small words they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from resumekit.document.block import Block, Paragraph, Section
from resumekit.document.line import Line, Source, Span
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.strategy.strategy import Strategy
from resumekit.text.dates import format_date, format_long, format_span, tenure
from resumekit.text.deed import unstopped
from resumekit.text.locale import Locale

FactT = TypeVar("FactT", bound=Fact)


@dataclass(frozen=True)
class Context:
    """The facts, the target, the strategy made for it, and the language and day of the document."""

    resume: Resume
    target: Target | None
    strategy: Strategy
    locale: Locale
    as_of: date | None = None
    stated: Resume | None = None
    """The facts as they were stated, where `resume` has them as they may be said: only to know what may not be named."""

    @property
    def secrets(self) -> Resume:
        """The facts whose confidential names no document may carry, in whatever text they stand."""
        return self.stated or self.resume

    def label(self, key: str, **values: str) -> str:
        return self.locale.label(key, **values)

    def is_omitted(self, key: str) -> bool:
        return self.target is not None and key in self.target.omit

    def shown(self, facts: Iterable[FactT]) -> list[FactT]:
        """The facts that this document may name, in file order."""
        return [fact for fact in facts if not self.is_omitted(fact.key) and name_of(fact)]

    def calendar_day(self, day: date) -> str:
        """A whole date, its month in full, as a letter carries it."""
        return format_long(day, self.locale)

    def section(self, name: str, blocks: Sequence[Block]) -> Section | None:
        """The section with its standing title, or None when it has no block."""
        if not blocks:
            return None
        return Section(name, Line.of(self.label(f"section.{name}"), Source.fixed(f"section.{name}")), tuple(blocks))

    def dates(
        self, fact: Fact, start: PartialDate | None, end: PartialDate | None, *, with_tenure: bool = False
    ) -> Line | None:
        """The span of a fact as it stands at the right edge, its tenure behind it; None when no date is known."""
        text = self.span(start, end)
        if not text:
            return None
        lasted = tenure(start, end, self.locale, self.as_of) if with_tenure else ""
        spans = [Span(text, style="dates")]
        if lasted:
            spans.append(Span(f" ({lasted})", style="tenure"))
        return Line.of(spans, Source.fact(fact.key, "start"), Source.fact(fact.key, "end"))

    def span(self, start: PartialDate | None, end: PartialDate | None) -> str:
        """A beginning and an end to the month: one precision all over the page, and the one that parsers expect."""
        return format_span(_to_month(start), _to_month(end), self.locale)

    def day(self, day: PartialDate | None) -> str:
        """A date to the month; empty for None."""
        month = _to_month(day)
        return format_date(month, self.locale) if month else ""

    def one_line(
        self, fact: Fact, strong: str, rest: Iterable[str | None], dates: str = "", link: str | None = None
    ) -> Paragraph:
        """A compact entry: its name in bold, what else there is after commas, its date last.

        The date does not stand at the right edge: of several such lines below each other, a reader of the PDF would
        make a column of names and a column of dates.
        """
        spans = [Span(strong, strong=True, link=link)]
        if tail := joined([*(part and unstopped(part) for part in rest), dates]):
            spans.append(Span(f", {tail}"))
        return Paragraph(Line.of(spans, Source.fact(fact.key)), "line")


def _to_month(day: PartialDate | None) -> PartialDate | None:
    return replace(day, day=None) if day and day.day else day


def name_of(fact: Fact) -> str:
    """The words that name a fact on a page: its `say_as` when it is confidential, and nothing when that is missing."""
    if fact.confidential:
        return fact.say_as or ""
    return str(getattr(fact, fact.label_field, None) or getattr(fact, "text", None) or fact.key)


def joined(parts: Iterable[str | None], separator: str = ", ") -> str:
    """The parts that there are, joined."""
    return separator.join(part for part in parts if part)
