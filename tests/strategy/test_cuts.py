"""Cuts and caps: nothing is invented, and nothing goes without a word."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given

from resumekit.model.resume import Resume
from resumekit.strategy.cuts import order_cuts, order_leading_cuts, without
from resumekit.strategy.decide import decide
from resumekit.strategy.strategy import Strategy
from tests import strategies
from tests.strategy.library import NAMES, resume_of, strategy_of


def _shown(chosen: Strategy) -> list[str]:
    keys = [key for treated in chosen.roles.values() for key in treated.achievements]
    return [*keys, *chosen.highlights, *(key for group in chosen.groups for key in group.achievements)]


def _stated(resume: Resume) -> set[str]:
    return {item.key for employer in resume.experience for role in employer.roles for item in role.achievements}


@given(strategies.resumes)
def test_each_achievement_is_shown_once_or_reported(resume: Resume) -> None:
    for target in (*resume.targets, None):
        chosen = decide(resume, target)
        shown, left = _shown(chosen), {item.fact for item in chosen.left}
        roles_left = {role.key for employer in resume.experience for role in employer.roles if role.key in left}

        assert max(Counter(shown).values(), default=1) == 1
        for employer in resume.experience:
            for role in employer.roles:
                for item in role.achievements:
                    assert item.key in shown or item.key in left or role.key in roles_left


@given(strategies.resumes)
def test_the_strategy_only_selects_and_orders(resume: Resume) -> None:
    for target in (*resume.targets, None):
        chosen = decide(resume, target)

        assert set(_shown(chosen)) <= _stated(resume)
        assert set(chosen.competencies) <= {skill.key for skill in resume.skills}
        assert set(chosen.leading) <= {item.key for item in resume.credentials}


@given(strategies.resumes)
def test_the_same_facts_make_the_same_strategy(resume: Resume) -> None:
    target = resume.target()

    again = Resume.model_validate(resume.model_dump(by_alias=True))

    assert decide(resume, target) == decide(again, again.target())


@pytest.mark.parametrize("name", NAMES)
def test_a_fact_more_removes_none_without_a_report(name: str) -> None:
    data = resume_of(name).model_dump(mode="json", by_alias=True, exclude_defaults=True)
    role = data["experience"][0]["roles"][0]
    role["achievements"] = [*role.get("achievements", ()), {"text": "Saved $90,000 on paper in one year."}]
    more = Resume.model_validate(data)

    before, after = strategy_of(name), decide(more, more.target(), posting=(more.targets[0].posting or ""))

    gone = set(_shown(before)) - set(_shown(after))
    assert gone <= {item.fact for item in after.left}


@pytest.mark.parametrize("name", NAMES)
def test_every_cut_is_reported_and_none_goes_below_a_roles_least(name: str) -> None:
    chosen = strategy_of(name)
    cuts = [cut for cut in order_cuts(chosen) if cut.fact != cut.role]

    cut = without(chosen, tuple(cuts))

    assert {item.fact for item in cuts} <= {item.fact for item in cut.left}
    for key, treated in cut.roles.items():
        assert len(treated.achievements) >= min(treated.least, len(chosen.roles[key].achievements))


@pytest.mark.parametrize("name", NAMES)
def test_the_weakest_goes_first(name: str) -> None:
    cuts = [cut.value for cut in order_cuts(strategy_of(name)) if cut.fact in strategy_of(name).values]

    assert cuts == sorted(cuts)


@pytest.mark.parametrize("name", NAMES)
def test_bullets_keep_to_the_limit_of_their_age(name: str) -> None:
    chosen = strategy_of(name)

    assert all(len(treated.achievements) <= 8 for treated in chosen.roles.values())
    assert all(not treated.achievements for treated in chosen.roles.values() if treated.treatment == "line")


@given(strategies.resumes)
def test_what_leads_gives_way_down_to_its_least_and_is_reported(resume: Resume) -> None:
    chosen = decide(resume, resume.target())
    cuts = order_leading_cuts(chosen)

    left = without(chosen, cuts)
    assert len(left.highlights) == min(len(chosen.highlights), 3)
    assert [len(group.achievements) for group in left.groups] == [
        min(len(group.achievements), 2) for group in chosen.groups
    ]
    assert [cut.value for cut in cuts] == sorted(cut.value for cut in cuts)
    assert {cut.fact for cut in cuts} <= {item.fact for item in left.left}
