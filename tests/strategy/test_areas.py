"""Groups of evidence by a framework: its areas, under words that the facts license."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from resumekit.model.resume import Resume
from tests.skills.library import RANKER, clients
from tests.strategy.framed import DEEDS, TARGET, cook, decided, mapped


def _headings(resume: Resume) -> dict[str, tuple[str, ...]]:
    """Each group's achievements by its heading: the terms, or the key of the client's skill."""
    groups = decided(resume).groups
    return {group.skill or ", ".join(term.text for term in group.terms): group.achievements for group in groups}


def test_where_one_area_dominates_its_competencies_make_the_groups() -> None:
    assert {name: set(keys) for name, keys in _headings(cook()).items()} == {
        "recruitment and selection": {"hired", "screened"},
        "staff scheduling": {"rostered", "rostered-nights"},
        "training delivery": {"taught", "taught-again"},
    }


def test_what_shows_nothing_of_the_framework_leads_nowhere() -> None:
    assert "painted" not in {key for keys in _headings(cook()).values() for key in keys}


def test_two_words_head_what_one_does_not() -> None:
    deeds = {key: DEEDS[key] for key in ("hired", "rostered", "taught", "taught-again", "painted")}

    assert _headings(cook(deeds)).keys() == {"staff scheduling, recruitment and selection", "training delivery"}


def test_without_an_open_licence_a_group_goes_by_the_clients_own_skill() -> None:
    deeds: dict[str, Any] = {
        **{key: DEEDS[key] for key in ("hired", "screened", "painted")},
        "a": {"text": "Picked 5 leads for the bar", "skills": ["Staffing events"]},
        "b": {"text": "Picked 7 servers for a wedding", "skills": ["Staffing events"]},
    }
    ranks = {
        "hired": ("training", 0.9, "demonstrated", "direct"),
        "screened": ("training", 0.9, "demonstrated", "direct"),
    }
    ranker = type(RANKER)({**RANKER.words, **ranks})  # type: ignore[dict-item]
    resume = cook(deeds, skills=[{"id": "events", "name": "Staffing events"}])

    headings = _headings_with(resume, ranker)

    assert set(headings["events"]) == {"a", "b"}


def _headings_with(resume: Resume, ranker: Any) -> dict[str, tuple[str, ...]]:
    from resumekit.skills.mapper import map_skills
    from resumekit.strategy.decide import decide
    from tests.skills.library import FRAMEWORK

    skill_map = map_skills(resume, FRAMEWORK, target=resume.target(), engine=ranker)
    groups = decide(resume, resume.target(), skill_map=skill_map).groups
    return {group.skill or ", ".join(term.text for term in group.terms): group.achievements for group in groups}


def test_few_areas_are_joined_by_groups_of_the_clients_own_skills() -> None:
    deeds: dict[str, Any] = {
        **{key: DEEDS[key] for key in ("hired", "screened", "taught", "taught-again", "painted")},
        "plated": {"text": "Plated 200 covers a night", "skills": ["Banquets"]},
        "carved": {"text": "Carved for 90 guests", "skills": ["Banquets"]},
        "poured": {"text": "Poured wine for 60 tables", "skills": ["Banquets"]},
    }
    resume = cook(deeds, skills=[{"id": "banquets", "name": "Banquets"}])

    assert _headings(resume).keys() == {"recruitment and selection", "training delivery", "banquets"}


def test_a_skill_that_the_posting_asks_for_makes_a_fourth_group_and_another_does_not() -> None:
    deeds: dict[str, Any] = {
        **DEEDS,
        "plated": {"text": "Plated 200 covers a night", "skills": ["Event catering"]},
        "carved": {"text": "Carved for 90 guests", "skills": ["Event catering"]},
        "swept": "Swept 40 halls",
    }
    resume = cook(deeds, skills=[{"id": "events", "name": "Event catering"}])

    asked = decided(resume, posting="What you will do\n- Event catering for 300 people\n").groups
    other = decided(resume, posting="What you will do\n- Count stock and order fish\n").groups

    assert [group.skill for group in asked] == ["", "", "", "events"]
    assert [group.skill for group in other] == ["", "", ""]


def _shuffled(data: dict[str, Any], random: Any) -> dict[str, Any]:
    employers = [
        {**employer, "roles": [{**role, "achievements": random.sample(role["achievements"], len(role["achievements"]))}
                               for role in employer["roles"]]}
        for employer in data["experience"]
    ]  # fmt: skip
    return {**data, "experience": employers}


_aimed = clients.map(lambda data: {**data, "targets": [{**TARGET, "format": "combination"}]})


@given(_aimed, st.randoms(use_true_random=False))
def test_the_order_of_achievements_changes_no_group(data: dict[str, Any], random: Any) -> None:
    def said(resume: Resume) -> list[tuple[tuple[str, ...], list[str]]]:
        facts = resume.facts
        return [
            (
                tuple(term.text for term in group.terms),
                [facts[key].model_dump_json(exclude={"id"}) for key in group.achievements],
            )
            for group in decided(resume).groups
        ]

    assert said(Resume.model_validate(data)) == said(Resume.model_validate(_shuffled(data, random)))


@given(_aimed)
def test_groups_are_few_small_and_apart_and_their_words_licensed(data: dict[str, Any]) -> None:
    resume = Resume.model_validate(data)
    open_ones = {(one.term, fact) for one in mapped(resume).licences if one.is_open for fact in one.facts}
    areas = {area.group.name for area in mapped(resume).areas if area.band == "demonstrated"}

    groups = decided(resume).groups

    keys = [key for group in groups for key in group.achievements]
    assert len(keys) == len(set(keys))
    assert {len(group.achievements) for group in groups} <= {2, 3}
    assert len(groups) <= 4
    for term in (term for group in groups for term in group.terms):
        assert term.text in areas or all((term.text, fact) in open_ones for fact in term.facts)
