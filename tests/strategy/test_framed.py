"""With a framework: relevance by evidence, and the target field's words only where the facts license them."""

from __future__ import annotations

from resumekit.strategy.decide import decide
from resumekit.strategy.strategy import Strategy
from tests.strategy.framed import DEEDS, cook, decided, mapped


def _reasons(strategy: Strategy, rule: str) -> dict[str, str]:
    return {reason.facts[0]: reason.text for reason in strategy.reasons if reason.rule == rule}


def test_what_the_framework_asks_for_is_relevant_and_what_it_does_not_is_not() -> None:
    parts = decided(cook()).parts

    assert parts["hired"].relevance > parts["rostered"].relevance > 0
    assert parts["painted"].relevance == 0


def test_relevance_says_which_words_of_the_deed_count_for_what() -> None:
    chosen = decided(cook())

    told = _reasons(chosen, "relevance")
    assert set(told) == set(DEEDS) - {"painted"}
    assert "Hiring" in told["hired"]
    assert "“Hired”" in told["hired"]
    assert told["hired"].startswith(f"{chosen.parts['hired'].relevance:.2f}")
    assert [*_reasons(chosen, "not asked for")] == ["painted"]


def test_age_counts_as_recency_and_takes_nothing_off_relevance() -> None:
    old = {"id": "old", "title": "Cook", "field": "cooking", "start": "1990-01", "end": "1995-12",
           "achievements": [{"id": "long-ago", "text": "Hired 12 cooks in one spring"}]}  # fmt: skip
    resume = cook()
    data = resume.model_dump(by_alias=True, exclude_defaults=True)
    data["experience"] = [*data["experience"], {"employer": "Hill Farm", "roles": [old]}]

    parts = decided(type(resume).model_validate(data)).parts

    assert parts["long-ago"].relevance == parts["hired"].relevance
    assert parts["long-ago"].recency < parts["hired"].recency


def test_a_posting_moves_relevance_towards_what_it_asks_for() -> None:
    resume = cook()
    asked = decided(resume, posting="What you will do\n- Plan shifts and nights for people, and overtime\n")

    bare = decided(resume)

    assert asked.parts["rostered-nights"].relevance > asked.parts["taught"].relevance
    assert bare.parts["rostered-nights"].relevance <= bare.parts["hired"].relevance
    assert "the posting’s words" in _reasons(asked, "relevance")["rostered-nights"]


def test_a_map_that_shows_nothing_leaves_values_to_words_and_says_so() -> None:
    resume = cook({"painted": "Painted 300 plates", "swept": "Swept 9 halls"})

    chosen = decided(resume)

    assert chosen.parts == decide(resume, resume.target()).parts
    assert any("goes by words in common" in warning for warning in chosen.warnings)


def test_the_bridge_has_three_words_at_most_each_licensed_by_paid_work_that_is_shown() -> None:
    resume = cook()
    skill_map = mapped(resume)

    chosen = decided(resume)

    licensed = {(one.term, fact) for one in skill_map.licences if one.is_open for fact in one.facts}
    assert 0 < len(chosen.bridge) <= 3
    assert all((term.text, fact) in licensed for term in chosen.bridge for fact in term.facts)
    assert {fact for term in chosen.bridge for fact in term.facts} <= set(DEEDS)


def test_years_of_work_do_not_claim_what_was_done_as_a_volunteer() -> None:
    volunteering = [
        {"organization": "Food Bank", "achievements": [{"id": "free", "text": "Rostered 9 people to serve"}]}
    ]
    resume = cook({"hired": DEEDS["hired"], "taught": DEEDS["taught"]}, volunteering=volunteering)

    chosen = decided(resume)

    assert "staff scheduling" in mapped(resume).terms()
    assert [term.text for term in chosen.bridge] == ["recruitment and selection", "training delivery"]


def test_one_word_of_the_field_makes_no_bridge() -> None:
    resume = cook({"hired": DEEDS["hired"], "painted": DEEDS["painted"]})

    assert mapped(resume).terms() == ("recruitment and selection",)
    assert decided(resume).bridge == ()


def test_what_only_has_the_same_shape_lends_no_word_until_the_coach_confirms_it() -> None:
    deeds = {"vetted": "Vetted 30 suppliers of fish", "hired": DEEDS["hired"], "taught": DEEDS["taught"]}
    confirmed = {
        "translations": [{"term": "recruitment and selection", "facts": ["vetted"], "confirmed": "2026-10-01"}]
    }

    before, after = decided(cook(deeds)), decided(cook(deeds, target=confirmed))

    assert [fact for term in before.bridge for fact in term.facts if fact == "vetted"] == []
    assert [fact for term in after.bridge for fact in term.facts if fact == "vetted"] == ["vetted"]


def test_a_word_that_is_faintly_shown_is_not_said_for_the_client() -> None:
    hired = {"action": "Hired a cook", "part": "contributed"}
    deeds = {"hired": hired, "rostered": DEEDS["rostered"], "taught": DEEDS["taught"]}
    resume = cook(deeds, skills=["Menus"])

    chosen = decided(resume)

    assert "recruitment and selection" in mapped(resume).terms()
    assert [term.text for term in chosen.bridge] == ["staff scheduling", "training delivery"]
    assert [term.text for term in chosen.leading_terms] == ["staff scheduling", "training delivery"]


def test_a_confirmation_that_no_longer_holds_is_told() -> None:
    target = {"translations": [{"term": "staff scheduling", "facts": ["hired"], "confirmed": "2026-10-01 #00000000"}]}

    chosen = decided(cook(target=target))

    assert any("staff scheduling" in warning for warning in chosen.warnings)


def test_a_page_in_another_language_than_the_framework_takes_none_of_its_words() -> None:
    for french in (decided(cook(), locale="fr-CA"), decided(cook(target={"locale": "fr-CA"}))):
        assert french.bridge == french.leading_terms == ()
        assert not any(group.terms for group in french.groups)
        assert any("another language" in warning for warning in french.warnings)
        assert french.parts["hired"].relevance > 0


def test_no_change_of_field_needs_no_bridge() -> None:
    assert decided(cook(target={"field": "cooking"})).bridge == ()


def test_the_list_of_skills_opens_with_licensed_words_that_it_does_not_say_already() -> None:
    skills = [{"name": "Training"}, {"name": "Staff scheduling"}]

    chosen = decided(cook(skills=skills))

    assert [term.text for term in chosen.leading_terms] == ["recruitment and selection"]


def test_a_single_word_does_not_stand_alone_above_labelled_skills() -> None:
    labelled = [{"name": "Kitchen", "terms": ["Training", "Staff scheduling", "Menus"]}]

    assert decided(cook(skills=labelled)).leading_terms == ()
    assert len(decided(cook(skills=[*labelled, "Excel"])).leading_terms) == 1


def test_a_full_list_of_skills_takes_no_more_words() -> None:
    full = decided(cook(skills=[{"name": f"Skill number{n}"} for n in range(15)]))
    room_for_one = decided(cook(skills=[{"name": f"Skill number{n}"} for n in range(14)]))

    assert full.leading_terms == ()
    assert len(room_for_one.leading_terms) == 1
