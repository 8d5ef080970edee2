"""The same search with one thing other than stated: the job kept, the job left, no paid work beside the search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from resumekit.career.benefits import Benefits
from resumekit.career.claim import Claim
from resumekit.model.search import Search

ScenarioName = Literal["keeps the job", "quits now", "without side earnings"]


@dataclass(frozen=True, slots=True)
class Scenario:
    """What the client would then state, and what is assumed, in words."""

    name: ScenarioName
    says: str
    search: Search
    claim: Claim | None


def as_stated(search: Search) -> str:
    """What the plan itself assumes, in a few words."""
    if search.leaving == "employed":
        return f"the job goes on to {search.last_day}" if search.last_day else "keeps the job"
    return "as stated"


def scenarios(search: Search, *, claim: Claim | None, benefits: Benefits | None) -> Iterator[Scenario]:
    """What else a client can do than what is stated."""
    if search.leaving == "employed":
        if search.last_day is not None:
            kept = search.model_copy(update={"last_day": None, "severance": None})
            yield Scenario("keeps the job", "The job goes on while the search does.", kept, None)
        gone = search.model_copy(update={"leaving": "quit", "last_day": None, "severance": None})
        yield Scenario("quits now", f"The job ends now, by the client’s own choice. {_quit(benefits)}", gone, None)
    if search.side_earnings is not None and claim is not None:
        alone = search.model_copy(update={"side_earnings": None})
        yield Scenario("without side earnings", "Benefits alone, with no paid work beside the search.", alone, claim)


def _quit(benefits: Benefits | None) -> str:
    return (benefits.no_benefits.get("quit") if benefits else None) or "No benefits are counted."
