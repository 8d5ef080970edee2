"""The next resume's forecast: what an offered job could add to it in a year, beside what the search would add."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from resumekit.career.offer_setting import said_of
from resumekit.career.tables import read_part
from resumekit.model.fact import Fact
from resumekit.model.offer import Figures, Mandate, Offer
from resumekit.model.resume import Resume
from resumekit.model.role import Dated
from resumekit.text.tables import DataTable

Count = Annotated[int, Field(ge=0, le=20)]
_OPEN_CREDENTIALS = ("in progress", "candidate", "exam passed")


class Ceiling(DataTable):
    """The most that a circumstance leaves room for, and why."""

    most: Count
    says: str


class ForecastRules(DataTable):
    """The ceilings, each by its circumstance; those of autonomy from the answer 0 to 4."""

    months: Annotated[int, Field(ge=1, le=60)]
    most_points: Annotated[int, Field(ge=1, le=4)]
    mandate: dict[Mandate, Ceiling]
    figures: dict[Figures, Ceiling]
    autonomy: tuple[Ceiling, Ceiling, Ceiling, Ceiling, Ceiling]


@dataclass(frozen=True, slots=True)
class Bound:
    """One line of the forecast: what bounds the count, by how much, and why; `most` is None where it is not known."""

    name: str
    most: int | None
    because: str


@dataclass(frozen=True, slots=True)
class Prospect:
    """Something that the search itself would add, with the facts that tell of it."""

    text: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """Both ways forward, each line by line."""

    bounds: tuple[Bound, ...]
    staying: tuple[Prospect, ...]
    months: int
    most_points: int

    @property
    def count(self) -> int | None:
        """Achievements that are plausible in the job; None when nothing is known of the job itself.

        A free hand alone says nothing of what there is to do.
        """
        known = {item.name: item.most for item in self.bounds if item.most is not None}
        return min(known.values()) if known.keys() - {"autonomy"} else None

    @property
    def points(self) -> int | None:
        """The answer that it gives to the move assessment."""
        return None if self.count is None else min(self.most_points, self.count)

    @property
    def deciding(self) -> tuple[Bound, ...]:
        """The bounds that make the count what it is."""
        return tuple(item for item in self.bounds if item.most is not None and item.most == self.count)

    def told(self) -> str:
        """The count with what bounds it, in a sentence without its full stop."""
        if self.count is None:
            return "the offer names no mandate, no access to figures and no achievements"
        unknown = [item.name for item in self.bounds if item.most is None and item.name != "named"]
        rest = f" (not known: {', '.join(unknown)})" if unknown else ""
        return f"{many(self.count)} plausible in {self.months} months: {self.deciding[0].because}{rest}"


def forecast_rules(paths: Iterable[str | Path] = ()) -> ForecastRules:
    """The ceilings that ship, with a coach's own over them. Raises ResumekitError for a file that cannot be used."""
    return read_part("forecast", ForecastRules, paths)


def forecast(resume: Resume, offer: Offer, rules: ForecastRules | None = None) -> Forecast:
    """What the job could add, and what staying in the search would."""
    own = rules or forecast_rules()
    return Forecast(tuple(_bounds(offer, own)), tuple(_staying(resume)), own.months, own.most_points)


def _bounds(offer: Offer, rules: ForecastRules) -> Iterator[Bound]:
    named = tuple(dict.fromkeys(" ".join(item.split()).casefold() for item in offer.achievements))
    count = len(named)
    yield Bound("named", count or None, _named(count))
    for name, ceiling in (
        ("mandate", rules.mandate.get(offer.mandate) if offer.mandate else None),
        ("figures", rules.figures.get(offer.figures) if offer.figures else None),
        ("autonomy", None if offer.answers.autonomy is None else rules.autonomy[offer.answers.autonomy]),
    ):
        yield Bound(name, ceiling.most, ceiling.says) if ceiling else Bound(name, None, "not known")


def _named(count: int) -> str:
    if not count:
        return "none is named yet"
    return "one is named in the offer" if count == 1 else f"{count} are named in the offer"


def many(count: int) -> str:
    """So many achievements, in words."""
    return "one achievement" if count == 1 else f"{count or 'no'} achievements"


def _staying(resume: Resume) -> Iterator[Prospect]:
    """What is planned, what is being studied, and what goes on beside the search."""
    for planned in resume.search.planned if resume.search else ():
        yield Prospect(planned)
    for credential in resume.credentials:
        if credential.status in _OPEN_CREDENTIALS:
            yield _prospect(credential, f"{credential.short or credential.name} ({credential.status})")
    for study in resume.education:
        if study.end is not None and study.end.expected:
            yield _prospect(study, study.credential or study.institution)
    for project in resume.projects:
        if _goes_on(project):
            yield _prospect(project, project.name)
    for unpaid in resume.volunteering:
        if _goes_on(unpaid):
            yield _prospect(unpaid, ", ".join(filter(None, (unpaid.role, unpaid.organization))))


def _goes_on(item: Dated) -> bool:
    return item.end.is_present if item.end else item.start is not None


def _prospect(fact: Fact, words: str) -> Prospect:
    return Prospect(said_of(fact, words), (fact.key,))
