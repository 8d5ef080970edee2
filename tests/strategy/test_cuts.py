"""Cuts: fillers first, then the least worth, never below what a role needs, each told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from resumekit.model.resume import Resume
from resumekit.strategy.cuts import order_cuts, without
from resumekit.strategy.decide import decide
from resumekit.strategy.strategy import Strategy, Treated
from tests.strategies import resumes

ROLES = {
    "new": Treated("new", "full", ("n1", "n2", "n3"), ("nd1", "nd2"), 1),
    "old": Treated("old", "full", ("o1", "o2"), (), 2),
    "tasks": Treated("tasks", "full", (), ("td1",), 1),
}
STRATEGY = Strategy(
    "chronological", "experienced", (), ROLES, values={"n1": 0.9, "n2": 0.2, "n3": 0.2, "o1": 0.1, "o2": 0.05}
)


def test_fillers_go_first_then_the_bullets_of_least_value_from_the_end_of_the_page() -> None:
    assert [cut.fact for cut in order_cuts(STRATEGY)] == ["nd2", "nd1", "n2", "n3"]


def test_equal_values_give_way_from_the_end_of_the_page() -> None:
    roles = {"a": Treated("a", "full", ("a1", "a2"), (), 1), "b": Treated("b", "full", ("b1", "b2"), (), 1)}
    strategy = Strategy("chronological", "x", (), roles, values={"a2": 0.5, "b2": 0.5})

    assert [cut.fact for cut in order_cuts(strategy)] == ["b2", "a2"]


def test_a_role_told_by_its_duties_keeps_them() -> None:
    assert "td1" not in {cut.fact for cut in order_cuts(STRATEGY)}


@given(resumes, st.integers(0, 50))
def test_no_role_falls_below_its_least_and_each_cut_is_told(resume: Resume, count: int) -> None:
    strategy = decide(resume, resume.target())
    cuts = order_cuts(strategy)[:count]

    cut = without(strategy, cuts)

    assert cut.left[: len(strategy.left)] == strategy.left
    assert [left.fact for left in cut.left[len(strategy.left) :]] == [item.fact for item in cuts]
    for key, treated in strategy.roles.items():
        assert len(cut.roles[key].achievements) >= min(treated.least, len(treated.achievements))
    gone = {item.fact for item in cuts}
    assert not gone & {key for treated in cut.roles.values() for key in (*treated.achievements, *treated.duties)}
    assert list(cut.roles) == list(strategy.roles)


@given(resumes)
def test_no_cuts_change_nothing_and_cuts_come_in_order_of_value(resume: Resume) -> None:
    strategy = decide(resume, resume.target())
    cuts = order_cuts(strategy)

    assert without(strategy, ()) is strategy
    values = [cut.value for cut in cuts if cut.value]
    assert values == sorted(values)
    assert len({cut.fact for cut in cuts}) == len(cuts)
