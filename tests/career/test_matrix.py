"""The matrix answers as many requirements as can be, with the best evidence, and wears no story out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from resumekit.career.matrix import place_stories
from resumekit.career.story import Demand, Placed, Story

_KINDS = st.sampled_from(("must", "nice", "competency"))
_FACTS = st.lists(st.sampled_from("abcdef"), max_size=4, unique=True).map(tuple)
_DEMANDS = st.lists(st.builds(Demand, st.just("x"), _KINDS, _FACTS), max_size=5)


def _stories(facts: str) -> list[Story]:
    return [Story(number, fact, "role", fact) for number, fact in enumerate(facts, start=1)]


def _demand(facts: str, kind: str = "must") -> Demand:
    return Demand(facts, kind, tuple(facts))  # type: ignore[arg-type]


def _ranks(demand: Demand, stories: Sequence[Story]) -> dict[int, int]:
    numbers = {story.fact: story.number for story in stories}
    return {numbers[fact]: rank for rank, fact in enumerate(fact for fact in demand.facts if fact in numbers)}


def _worth(
    demands: Sequence[Demand], stories: Sequence[Story], chosen: Sequence[int | None]
) -> tuple[int, int, int, int]:
    """What is compared: demands answered, must-haves among them, nice-to-haves, and the ranks of evidence, least best."""
    ranks = [_ranks(demand, stories) for demand in demands]
    answered = [(demand, rank[number]) for demand, rank, number in zip(demands, ranks, chosen, strict=True) if number]
    kinds = Counter(demand.kind for demand, _ in answered)
    return len(answered), kinds["must"], kinds["nice"], -sum(rank for _, rank in answered)


def _best_by_trying(demands: Sequence[Demand], stories: Sequence[Story], most: int) -> tuple[int, int, int]:
    """The best counts of all ways there are, by trying every one."""
    options = [(None, *_ranks(demand, stories)) for demand in demands]
    fair = (
        chosen
        for chosen in product(*options)
        if all(n <= most for key, n in Counter(chosen).items() if key is not None)
    )
    return max(_worth(demands, stories, chosen)[:3] for chosen in fair)


@given(_DEMANDS, st.integers(0, 5), st.integers(1, 2))
def test_no_way_to_place_stories_answers_more(demands: list[Demand], count: int, most: int) -> None:
    stories = _stories("abcdef"[:count])

    placed = place_stories(demands, stories, most)

    assert _worth(demands, stories, [item.story for item in placed])[:3] == _best_by_trying(demands, stories, most)


@given(_DEMANDS, st.integers(1, 5), st.integers(1, 2))
def test_no_other_placing_of_the_same_demands_has_better_evidence(demands: list[Demand], count: int, most: int) -> None:
    stories = _stories("abcdef"[:count])
    placed = place_stories(demands, stories, most)
    kept = [item.demand for item in placed if item.story is not None]
    mine = sum(_ranks(item.demand, stories)[item.story] for item in placed if item.story is not None)

    options = [tuple(_ranks(demand, stories)) for demand in kept]
    fair = (chosen for chosen in product(*options) if all(n <= most for n in Counter(chosen).values()))
    best = min(sum(_ranks(d, stories)[n] for d, n in zip(kept, chosen, strict=True)) for chosen in fair)

    assert mine == best


@given(_DEMANDS, st.integers(0, 6), st.integers(1, 3))
def test_a_story_is_used_no_more_than_it_may_and_answers_what_it_is_placed_at(
    demands: list[Demand], count: int, most: int
) -> None:
    stories = _stories("abcdef"[:count])

    placed = place_stories(demands, stories, most)

    uses = Counter(item.story for item in placed if item.story is not None)
    assert all(count <= most for count in uses.values())
    assert [item.demand for item in placed] == demands
    for item in placed:
        known = set(_ranks(item.demand, stories))
        assert item.story is None or item.story in known
        assert set(item.spare) == known - {item.story}


def test_every_demand_that_a_story_answers_gets_one_while_there_are_uses_left() -> None:
    demands = [_demand("a"), _demand("ab"), _demand("a"), _demand("ab"), _demand("z")]

    placed = place_stories(demands, _stories("ab"), most=3)

    assert [item.story for item in placed] == [1, 1, 1, 2, None]
    assert placed[-1] == Placed(demands[-1], None)


def test_a_must_have_goes_before_what_is_nice_to_have() -> None:
    placed = place_stories([_demand("a", "nice"), _demand("a")], _stories("a"), most=1)

    assert [item.story for item in placed] == [None, 1]


def test_the_best_evidence_is_told_before_a_fresh_story() -> None:
    demands = [Demand("x", "must", ("a",)), Demand("y", "must", ("b", "a")), Demand("z", "must", ("b",))]

    placed = place_stories(demands, _stories("ab"), most=3)

    assert [item.story for item in placed] == [1, 2, 2]
    assert placed[1].spare == (1,)
