"""How an answer words dates, places and jobs, by the language that the client speaks in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from resumekit.compose.french_facts import at, job
from resumekit.compose.kit_answer import Slot, employer_of, in_words, job_of, lasting, listed, place_of
from resumekit.document.line import Source
from resumekit.model.date import PartialDate
from resumekit.sections.context import name_of
from resumekit.strategy.history import Held
from resumekit.text.dates import format_date
from resumekit.text.locale import load_locale

_NUMBERS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze".split()


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of one language."""

    day: Callable[[PartialDate | None], str]
    when: Callable[[PartialDate | None], str]
    """A day with its preposition: "in June 2026", "à l’automne 2024"."""
    lasting: Callable[[Held], str]
    place_of: Callable[[Held], str]
    employer_of: Callable[[Held], str]
    job_of: Callable[[Held], Slot]
    listed: Callable[[Iterable[str]], str]


def _in_when(when: PartialDate | None) -> str:
    said = in_words(when)
    return f"in {said}" if said else ""


def _day(when: PartialDate | None) -> str:
    """A date as it stands after "depuis" and "entre": juin 2026, l’automne 2024, 2019."""
    if when is None or when.year is None:
        return ""
    locale = load_locale("fr-CA")
    if when.season:
        season = locale.label(f"season.{when.season}")
        return f"{'le ' if when.season == 'spring' else 'l’'}{season} {when.year}"
    return format_date(PartialDate(year=when.year, month=when.month), locale)


def _when(when: PartialDate | None) -> str:
    said = _day(when)
    if said.startswith("le "):
        return f"au {said.removeprefix('le ')}"
    return f"à {said}" if said.startswith("l’") else f"en {said}" if said else ""


def _lasting(held: Held) -> str:
    role = held.role
    known = all(day is not None and (day.month or day.is_present) for day in (role.start, role.end or role.start))
    if held.months is None or not known:
        return "peu de temps"
    return f"{_NUMBERS[held.months] if 0 < held.months < len(_NUMBERS) else held.months} mois"


def _place(held: Held) -> str:
    name = name_of(held.employer)
    return at(name) if name else ""


def _job(held: Held) -> Slot:
    title, place = name_of(held.role), _place(held)
    cited = (Source.fact(held.role.key, "title"), Source.fact(held.employer.key, "employer"))
    return Slot(f"{job(title)} {place}" if title and place else job(title).rstrip(",") if title else place, cited)


def _listed(items: Iterable[str]) -> str:
    return load_locale("fr-CA").joined(list(items))


ENGLISH = Speech(in_words, _in_when, lasting, place_of, employer_of, job_of, listed)
FRENCH = Speech(_day, _when, _lasting, _place, lambda held: name_of(held.employer), _job, _listed)
