"""Part 7 of the interview kit: the posting's pay beside the client's own figures, and what to say when asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from resumekit.career.kit_words import PayWords, kit_words
from resumekit.career.move import move_rules
from resumekit.compose.kit import Kit
from resumekit.compose.kit_lines import grid, heading, language_of, told
from resumekit.compose.kit_money import dollars, posted_words, range_words, rate_words
from resumekit.compose.kit_region import region_rules
from resumekit.compose.posting_report import pay_words
from resumekit.document.block import Block, Bullets, Paragraph
from resumekit.document.line import Line, Source
from resumekit.model.pay import HOURS_A_WEEK, PERIODS_A_YEAR, PayRate
from resumekit.model.search import Search
from resumekit.skills.posting import Pay
from resumekit.text.dates import format_long
from resumekit.text.locale import load_locale

_FIELDS = (("last_pay", "Your last pay"), ("wanted_pay", "What you want"), ("walk_away_pay", "Your walk-away point"))


@dataclass(frozen=True, slots=True)
class Range:
    """What a posting pays, a year."""

    pay: Pay
    low: Decimal | None
    high: Decimal | None

    @property
    def comparable(self) -> bool:
        """Whether it is in the money that the client's own figures are in."""
        return self.pay.currency == "CAD"

    @property
    def middle(self) -> Decimal | None:
        return None if self.low is None or self.high is None else (self.low + self.high) / 2


def pay_blocks(kit: Kit) -> list[Block]:
    """The figures a year, what they mean together, the sentence to say, what to negotiate besides, and homework."""
    words = kit_words(kit.rules).pay
    search = kit.context.resume.search or Search()
    posted = _posted(kit)
    out: list[Block] = []
    if rows := [*_posted_rows(posted), *_own_rows(search)]:
        out.append(grid(("Figure", "As stated", "A year, before tax"), rows))
    if meaning := [*_meaning(kit, words, search, posted), *_homework(words, search)]:
        out += [heading("What it means"), Bullets(tuple(meaning))]
    out += [heading("When they ask"), Paragraph(_said(kit, words, search, posted)), Paragraph(told(words.do_not_tell))]
    besides = (*move_rules(kit.rules).negotiate, *words.besides)
    out += [heading("What to negotiate besides"), Bullets(tuple(told(_capital(f"{item}.")) for item in besides))]
    out.append(Paragraph(told(f"{words.benefits} {move_rules(kit.rules).benefits_warning}"), "note"))
    return out


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _posted(kit: Kit) -> tuple[Range, ...]:
    return tuple(_range(pay) for pay in kit.match.posting.pay) if kit.match else ()


def _range(pay: Pay) -> Range:
    """Hours that a posting does not state are taken as those of a full week."""
    factor = HOURS_A_WEEK * 52 if pay.period == "hour" else Decimal(PERIODS_A_YEAR[pay.period])
    return Range(pay, pay.low and pay.low * factor, pay.high and pay.high * factor)


def _posted_rows(posted: tuple[Range, ...]) -> Iterator[tuple[Line, ...]]:
    for item in posted:
        source = Source("posting", f"{item.pay.span.start}-{item.pay.span.end}")
        hours = f", at {HOURS_A_WEEK} hours a week: ask" if item.pay.period == "hour" else ""
        yield (
            told("The posting"), told(pay_words(item.pay), source), told(f"{range_words(item.low, item.high)}{hours}", source)
        )  # fmt: skip


def _own_rows(search: Search) -> Iterator[tuple[Line, ...]]:
    for name, label in _FIELDS:
        if rate := _rate(search, name):
            source = Source.fact("search", name)
            hours = f", at {_plain(rate.hours_a_week)} hours a week" if rate.per == "hour" else ""
            yield (
                told(label), told(rate_words(rate), source),
                told(f"{dollars(rate.a_year)}{hours}", source),
            )  # fmt: skip


def _rate(search: Search, name: str) -> PayRate | None:
    rate = getattr(search, name)
    assert rate is None or isinstance(rate, PayRate)
    return rate


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _meaning(kit: Kit, words: PayWords, search: Search, posted: tuple[Range, ...]) -> Iterator[Line]:
    if kit.match and not posted:
        yield told(words.ask_range)
    if not posted and (rules := region_rules(kit)):
        since = format_long(date.fromisoformat(rules.since), load_locale("en-CA"))
        yield told(
            f"In {rules.name}, {rules.applies.removeprefix('to ')} must state the pay since {since}, unless it is over "
            f"{dollars(Decimal(rules.exempt_above))} a year. Source: {rules.source}.",
            Source("data", "ontario-2026"),
        )
    for item in posted[:1]:
        if item.comparable:
            yield from _compared(search, item)
        else:
            yield told(
                f"The posting's pay is in {item.pay.currency}: change it into your own money before you compare."
            )
    yield from _consistent(search)


def _compared(search: Search, posted: Range) -> Iterator[Line]:
    for name, label in _FIELDS[1:]:
        if rate := _rate(search, name):
            yield told(f"{label}, {dollars(rate.a_year)}, {_where(rate.a_year, posted)}.", Source.fact("search", name))
    floor, wanted = search.walk_away_pay, search.wanted_pay
    if wanted and _way(wanted, posted) == "low" and posted.middle:
        cited = Source.fact("search", "wanted_pay")
        middle = f"The middle of the range is {dollars(posted.middle)}"
        yield told(f"{middle}, above what you want: let them name the first figure.", cited)
    if floor and posted.high is not None and floor.a_year > posted.high:
        yield told(
            "Unless the range moves, this job ends in a no: ask before a second interview how far it can move.",
            Source.fact("search", "walk_away_pay"),
        )
    last = search.last_pay
    if last and last.a_year and posted.high is not None:
        share = int(100 * posted.high / last.a_year)
        yield told(f"The top of the range is {share}% of your last pay.", Source.fact("search", "last_pay"))


def _where(amount: Decimal, posted: Range) -> str:
    if posted.high is not None and amount > posted.high:
        return f"lies {dollars(amount - posted.high)} above the top of the range"
    if posted.low is not None and amount < posted.low:
        return f"lies {dollars(posted.low - amount)} below the range: every offer within it is above that"
    return "lies within the range"


def _consistent(search: Search) -> Iterator[Line]:
    wanted, floor = search.wanted_pay, search.walk_away_pay
    if wanted and floor and floor.a_year > wanted.a_year:
        cited = (Source.fact("search", "wanted_pay"), Source.fact("search", "walk_away_pay"))
        yield told("Your walk-away point lies above what you want: one of the two needs another look.", *cited)


def _homework(words: PayWords, search: Search) -> Iterator[Line]:
    blank = [(name, label[:1].lower() + label[1:]) for name, label in _FIELDS if _rate(search, name) is None]
    if blank:
        what = load_locale("en-CA").joined([label for _, label in blank])
        yield told(words.homework.format(what=what, fields=", ".join(name for name, _ in blank)))


def _said(kit: Kit, words: PayWords, search: Search, posted: tuple[Range, ...]) -> Line:
    """The sentence for this range and this wish, in the language of the resume."""
    language, wanted = language_of(kit), search.wanted_pay
    says = words.say[language]
    cited = (Source.fact("search", "wanted_pay"),) if wanted else ()
    figure = rate_words(wanted, language) if wanted else ""
    item = next((one for one in posted if one.comparable), None)
    if item is None:
        return told((says.ask_then if wanted else says.ask).format(wanted=figure), *cited)
    said: str = getattr(says, _way(wanted, item))
    return told(said.format(wanted=figure, range=posted_words(item.pay, language)), *cited)


def _way(wanted: PayRate | None, posted: Range) -> str:
    """Which sentence fits; a wish below the middle is not the figure to name first."""
    if wanted is None:
        return "fixed" if posted.low == posted.high else "unknown"
    if posted.high is not None and wanted.a_year > posted.high:
        return "above"
    least = posted.middle if posted.middle is not None else posted.low
    return "low" if least is not None and wanted.a_year < least else "within"
