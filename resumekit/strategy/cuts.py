"""What gives way when the text is longer than its pages, in order, each with what it was worth."""

from __future__ import annotations

from dataclasses import dataclass, replace

from resumekit.strategy.strategy import Left, Strategy, Treated

_REASON = "the page limit"
_LEADS, _EVIDENCE = 3, 2
"""The fewest highlights, and the fewest bullets of a group of evidence, where there were more."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One fact to leave out of one role; or the role itself, to be told in one line; `role` is "" for what leads."""

    role: str
    fact: str
    value: float


def order_cuts(strategy: Strategy) -> tuple[Cut, ...]:
    """Fillers first, then the bullets of the lowest value, never below a role's minimum; then old roles become one line.

    Equal values give way from the end of the page.
    """
    fillers, bullets = [], []
    for place, (role, treated) in enumerate(strategy.roles.items()):
        fillers += [Cut(role, key, 0.0) for key in reversed(treated.duties)] if treated.achievements else []
        spare = treated.achievements[treated.least :]
        bullets += [
            (strategy.values.get(key, 0.0), -place, Cut(role, key, strategy.values.get(key, 0.0))) for key in spare
        ]
    old = [
        Cut(role, role, 0.0)
        for role, treated in strategy.roles.items()
        if treated.is_old and treated.treatment == "full"
    ]
    return (*fillers, *(cut for _, _, cut in sorted(bullets, key=lambda item: item[:2])), *reversed(old))


def order_leading_cuts(strategy: Strategy) -> tuple[Cut, ...]:
    """Of what leads, the weakest that may go last of all: highlights beyond three, evidence beyond two in a group."""
    lists = ((strategy.highlights, _LEADS), *((group.achievements, _EVIDENCE) for group in strategy.groups))
    spare = [key for keys, least in lists for key in sorted(keys, key=lambda key: -_worth(strategy, key))[least:]]
    return tuple(Cut("", key, _worth(strategy, key)) for key in sorted(spare, key=lambda key: _worth(strategy, key)))


def _worth(strategy: Strategy, key: str) -> float:
    return strategy.values.get(key, 0.0)


def without(strategy: Strategy, cuts: tuple[Cut, ...]) -> Strategy:
    """The strategy with these facts left out, each reported."""
    if not cuts:
        return strategy
    gone = {cut.fact for cut in cuts}
    leading = {cut.fact for cut in cuts if not cut.role}
    roles = {key: _reduced(key, treated, gone) for key, treated in strategy.roles.items()}
    left = [
        Left(fact, _REASON, round(strategy.values.get(fact, 0.0), 2)) for cut in cuts for fact in _facts(strategy, cut)
    ]
    told = dict.fromkeys(left)
    return replace(
        strategy,
        roles=roles,
        highlights=tuple(key for key in strategy.highlights if key not in leading),
        groups=tuple(
            replace(group, achievements=tuple(key for key in group.achievements if key not in leading))
            for group in strategy.groups
        ),
        left=(*strategy.left, *told),
    )


def _reduced(key: str, treated: Treated, gone: set[str]) -> Treated:
    if key in gone:
        return replace(treated, treatment="line", achievements=(), duties=())
    return replace(
        treated,
        achievements=tuple(item for item in treated.achievements if item not in gone),
        duties=tuple(item for item in treated.duties if item not in gone),
    )


def _facts(strategy: Strategy, cut: Cut) -> tuple[str, ...]:
    """What a cut leaves out: its fact, or all that is told of a role that shrinks to a line."""
    if cut.fact != cut.role:
        return (cut.fact,)
    treated = strategy.roles[cut.role]
    return (*treated.achievements, *treated.duties)
