"""The matrix of requirement and story: as many requirements answered as can be, each by the best story there is for it."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from resumekit.career.story import Demand, Placed, Story

_ORDER = {"must": 0, "nice": 1, "competency": 2}
_BETTER = 100
"""A step in the rank of evidence outweighs any spreading of stories; there are fewer uses than this."""

_Costs = list[dict[int, int]]


def place_stories(demands: Sequence[Demand], stories: Sequence[Story], most: int) -> tuple[Placed, ...]:
    """A story for every demand that any story answers, none used more than `most` times; the demands in their order.

    Where the stories do not reach for all, must-haves go before nice-to-haves and competencies, and the earlier before
    the later. Among all ways to answer as many, the one with the best evidence in sum is taken, and of those equal in
    evidence one that spreads the stories.
    """
    numbers = {story.fact: story.number for story in stories}
    answers = [[numbers[fact] for fact in dict.fromkeys(demand.facts) if fact in numbers] for demand in demands]
    costs = [{number: rank * _BETTER for rank, number in enumerate(known)} for known in answers]
    chosen: dict[int, tuple[int, int]] = {}
    for index in sorted(range(len(demands)), key=lambda index: (_ORDER[demands[index].kind], index)):
        _place(index, costs, most, chosen)
    return tuple(
        Placed(
            demand,
            chosen[index][0] if index in chosen else None,
            tuple(number for number in known if index not in chosen or number != chosen[index][0]),
        )
        for index, (demand, known) in enumerate(zip(demands, answers, strict=True))
    )


def _place(index: int, costs: _Costs, most: int, chosen: dict[int, tuple[int, int]]) -> None:
    """Places one more demand by the cheapest chain of moves, which leaves every other demand placed.

    A place is a story and which of its uses it is. Adding one row at a time by a cheapest chain keeps the whole the
    cheapest for the rows added so far (the Hungarian method).
    """
    holder = {place: row for row, place in chosen.items()}
    reach: dict[tuple[int, int], tuple[float, int]] = {}
    waiting = [(index, 0)]
    while waiting:
        row, spent = waiting.pop(0)
        for number, cost in costs[row].items():
            for use in range(most):
                place, price = (number, use), spent + cost + use
                if chosen.get(row) == place or price >= reach.get(place, (inf, 0))[0]:
                    continue
                reach[place] = (price, row)
                if (other := holder.get(place)) is not None:
                    waiting.append((other, price - costs[other][number] - use))
    free = [(price, place) for place, (price, _) in reach.items() if place not in holder]
    if not free:
        return
    _, place = min(free)
    while True:
        row = reach[place][1]
        before = chosen.get(row)
        chosen[row] = place
        if row == index or before is None:
            return
        place = before
