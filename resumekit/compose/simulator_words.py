"""The two ways in words: a row for each thing to weigh, a cell for each way, with the facts behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from resumekit.career.simulate import Called, Left, Simulation, Way
from resumekit.career.simulate_money import CashLine
from resumekit.compose.report import listed, long_day, shortened
from resumekit.model.role import LEVELS
from resumekit.text.amount import dollars
from resumekit.text.deed import capitalized

ACCEPT = "Accept now"
MOST_NAMED, LONGEST_NAME = 3, 48


@dataclass(frozen=True, slots=True)
class Cell:
    """What is told of one way; `facts` are keys of the client's facts behind it."""

    text: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to weigh."""

    label: str
    accept: Cell
    search: Cell


def searching_words(seen: Simulation) -> str:
    """What the second way is called."""
    return "Keep the present job and search" if seen.employed else "Keep searching"


def way_rows(seen: Simulation) -> Iterator[Row]:
    """Every row of the table, in the order in which they are weighed."""
    yield Row("Level", _offered(seen), _meanwhile(seen))
    yield Row(
        "Call-backs",
        _called(seen, seen.accept, "'level' in the offer"),
        _called(seen, seen.search, _unknown_job(seen)),
    )
    yield Row("Next resume", _job_content(seen), _search_content(seen))
    yield Row("Money", _accept_money(seen), _search_money(seen))
    yield Row("The search", _search_beside(seen), _search_alone(seen))
    for one, other in zip(seen.accept.left, seen.search.left, strict=True):
        yield Row(f"After {one.week} weeks", _left(seen.accept, one), _left(seen.search, other))


def week_words(weeks: Fraction) -> str:
    """The week in which so many weeks are over."""
    return f"week {max(ceil(weeks), 1)}"


def _level(level: int) -> str:
    return f"level {level} ({LEVELS[level]})"


def _offered(seen: Simulation) -> Cell:
    levels = seen.levels
    facts = tuple(key for key in (levels.held_role,) if key)
    if levels.offered is None:
        return Cell("Not known: fill in 'level' in the offer.", facts)
    said = _level(levels.offered)
    if levels.held is not None:
        said += f": {_gap(levels.held - levels.offered)} the best of recent years"
    return Cell(f"{capitalized(said)}.", facts)


def _gap(levels: int) -> str:
    if levels == 0:
        return "the same as"
    count = "one level" if abs(levels) == 1 else f"{abs(levels)} levels"
    return f"{count} {'below' if levels > 0 else 'above'}"


def _meanwhile(seen: Simulation) -> Cell:
    levels = seen.levels
    facts = tuple(key for key in (levels.present_role, seen.target.key if seen.target else "") if key)
    now = "No job meanwhile" if seen.employed is False else "Whether a job goes on is not known"
    if seen.employed:
        now = "The present job" + (f" is {_level(levels.present)}" if levels.present is not None else "")
    if levels.target is None:
        return Cell(f"{now}; the target states no level.", facts)
    return Cell(f"{now}; the search aims at {_level(levels.target)}.", facts)


def _called(seen: Simulation, way: Way, field: str) -> Cell:
    if not way.called:
        return Cell(f"Not known: fill in {field}.")
    return Cell(" ".join(_finding(seen, item) for item in way.called))


def _unknown_job(seen: Simulation) -> str:
    return (
        "'leaving' in the search" if seen.employed is None else "the level of the present job, and of those before it"
    )


def _finding(seen: Simulation, item: Called) -> str:
    """What was found, with the numbers of the studies as they are listed below."""
    places = {study: str(number) for number, study in enumerate(seen.studies, 1)}
    named, doubt = (", ".join(places[study] for study in studies) for studies in (item.studies, item.against))
    return f"{item.short}{f' [{named}]' if named else ''}.{f' Against it: [{doubt}].' if doubt else ''}"


def _job_content(seen: Simulation) -> Cell:
    count = seen.content.count
    if count is None:
        return Cell("Not known: fill in 'mandate', 'figures' or 'achievements' in the offer.")
    return Cell(f"{_results(count)} plausible in {seen.content.months} months: {seen.content.deciding[0].because}.")


def _results(count: int) -> str:
    if count == 0:
        return "No achievement"
    return "One achievement" if count == 1 else f"{count} achievements"


def _search_content(seen: Simulation) -> Cell:
    staying = seen.content.staying
    if not staying:
        return Cell("Nothing is planned: fill in 'planned' in the search.")
    facts = tuple(key for item in staying for key in item.facts)
    counted = "One thing" if len(staying) == 1 else f"{len(staying)} things"
    named = "; ".join(shortened(item.text, LONGEST_NAME) for item in staying[:MOST_NAMED])
    more = f"; {len(staying) - MOST_NAMED} more" if len(staying) > MOST_NAMED else ""
    return Cell(f"{counted} from the search itself: {named}{more}.", facts)


def _accept_money(seen: Simulation) -> Cell:
    pay = seen.take_home
    if pay is None:
        return Cell("Not known: fill in 'take_home' or 'pay' in the offer.")
    said = f"{dollars(Fraction(pay.a_month))} a month after tax"
    if seen.start is not None:
        assumed = "an assumed " if seen.start_assumed else ""
        said += f" from {assumed}{long_day(seen.start)}"
    if pay.tax_share is not None:
        said = f"About {said} (gross less an assumed {_share(pay.tax_share)})"
    ends = " Benefits end then." if seen.plan.claim else ""
    return Cell(f"{said}.{ends} {_lasts(seen, seen.accept.line)}")


def _share(share: Decimal) -> str:
    """In per cent, without zeros behind the point: 25%, 22.5%."""
    return f"{share * 100:f}".rstrip("0").rstrip(".") + "%"


def _search_money(seen: Simulation) -> Cell:
    take_home, said = seen.money.take_home, []
    if seen.employed and take_home is not None:
        said.append(f"{dollars(Fraction(take_home))} a month after tax while the job goes on.")
    if claim := seen.plan.claim:
        said.append(
            f"Benefits of {dollars(claim.weekly * (1 - claim.tax))} a week after tax are counted, for {claim.weeks} weeks."
        )
    return Cell(" ".join([*said, _lasts(seen, seen.search.line)]))


def _lasts(seen: Simulation, line: CashLine | None) -> str:
    if line is None:
        names = [item.field.removeprefix("search.") for item in seen.questions if item.field.startswith("search.")]
        wanted = [name for name in names if name in ("savings", "essentials", "take_home", "counted_on")]
        if not wanted:
            return "How long the money lasts is not known: give the day with --as-of."
        fields = listed(f"'{name}'" for name in wanted)
        return f"How long the money lasts is not known: fill in {fields} in the search."
    if line.cash[0] < 0:
        return "The money has run out."
    if line.first_below is None:
        return f"The money lasts all {len(line.cash) - 1} weeks."
    return f"The money runs out in week {line.first_below}."


def _search_beside(seen: Simulation) -> Cell:
    way = seen.accept
    if way.goes_on == "no":
        return Cell("It rests: the job serves the plan." if seen.assessment.verdict in seen.rules.rests
                    else "It ends: the job is at the level and in the field of the plan.")  # fmt: skip
    if way.goes_on == "unknown":
        return Cell("Whether it goes on is not known: fill in 'level' and 'field' in the offer, and in the target.")
    if way.median is None or way.late is None:
        return Cell("It goes on beside the work, with fewer hours.")
    longer = (
        "with few hours, as before" if seen.slower == 1 else f"{float(seen.slower):g} times as long with fewer hours"
    )
    return Cell(f"Goes on beside the work, {longer}: {_offer_by(way)}.")


def _offer_by(way: Way) -> str:
    assert way.median is not None
    assert way.late is not None
    return f"half of such searches have an offer by {week_words(way.median)}, four of five by {week_words(way.late)}"


def _search_alone(seen: Simulation) -> Cell:
    way = seen.search
    if way.median is None or way.late is None:
        return Cell("Its length is not known: a target is needed.")
    facts = seen.plan.length.facts if seen.plan.length else ()
    said = _offer_by(way)
    return Cell(f"{capitalized(said)}.", facts)


def _left(way: Way, left: Left) -> Cell:
    cash = (
        "Cash not known"
        if left.cash is None
        else f"{dollars(abs(left.cash))} {'short' if left.cash < 0 else 'in hand'}"
    )
    return Cell(f"{cash}; {_search_left(way, left)}.")


def _search_left(way: Way, left: Left) -> str:
    if way.goes_on == "no":
        return "the search rests"
    if left.search is None or way.late is None:
        return "the length of the search is not known"
    if left.search > 0:
        return f"{_about(left.search)} of the search left"
    return "past the middle of the search" if left.week < way.late else "past four of five such searches"


def _about(weeks: Fraction) -> str:
    return "one week" if ceil(weeks) == 1 else f"{ceil(weeks)} weeks"


def cash_table(seen: Simulation) -> tuple[tuple[str, ...], ...]:
    """Cash today and at each quarter of the time, a row for each way that is known; empty where none is."""
    lines = {name: way.line for name, way in zip((ACCEPT, searching_words(seen)), seen.ways, strict=True) if way.line}
    weeks = quarters(seen.rules.weeks)
    head = ("Cash", "today", *(f"week {week}" for week in weeks[1:]))
    return (
        (head, *((name, *(dollars(line.cash[week]) for week in weeks)) for name, line in lines.items()))
        if lines
        else ()
    )


def quarters(weeks: int) -> tuple[int, ...]:
    """The first, the last and three weeks between, evenly."""
    return tuple(round(weeks * part / 4) for part in range(5))


def standing_words(seen: Simulation, *, whole: bool = True) -> Iterator[str]:
    """What is to be minded on every such page; but for `whole`, the warnings are only pointed to."""
    rules, benefits = seen.assessment.rules, seen.plan.benefits
    if seen.employed is not True or seen.money.benefit is not None:
        yield rules.benefits_warning
    elif benefits and (quitting := benefits.no_benefits.get("quit")):
        yield quitting
    if whole:
        yield from seen.warnings
    elif seen.warnings:
        yield "More is to be minded of the money: see the search plan."
    yield f"{seen.plan.caution} {rules.words.judgement} {rules.words.promise}"
