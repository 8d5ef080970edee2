"""The sentences of a move assessment say what its numbers say."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.career.forecast import forecast_rules
from resumekit.career.move import Assessment, assess_move, move_rules
from resumekit.career.move_words import (
    FOR_THE_BETTER,
    STILL_OPEN,
    benefits_warning,
    evidence,
    flip_groups,
    flip_words,
    headline,
    negotiate,
    question_words,
    questions,
    reasons,
    seen_from,
    shown,
)
from resumekit.model.date import PartialDate
from resumekit.model.offer import FACTORS, Offer
from resumekit.model.resume import Resume
from resumekit.model.search import Search
from resumekit.model.target import Target

NOT_ASKED = re.compile(
    r"\b(age|aged|old|young\w*|birth\w*|sex|gender|male|female|wom[ae]n|m[ae]n|famil\w+|child\w*|parent\w*|marri\w+|"
    r"marital|spouse|wife|husband|single|pregnan\w+|health|disab\w+|ill|illness|sick\w*)\b",
    re.IGNORECASE,
)


def judged(answers: str, field: bool | None = None) -> Assessment:
    """One character a factor, "-" for one that is open."""
    given = {name: None if one == "-" else int(one) for name, one in zip(FACTORS, answers, strict=True)}
    return assess_move(given, in_target_field=field)


@pytest.mark.parametrize(("answers", "said"), [
    ("403333441", "strategic, 67 of 100"),
    ("224344342", "off plan, 49 of 100, capped from 75"),
    ("--33334-1", "undecided, 60% of the weight is answered"),
])  # fmt: skip
def test_the_headline_names_verdict_and_score(answers: str, said: str) -> None:
    assert headline(judged(answers)) == said


@given(st.fractions(0, 100))
def test_a_score_is_never_told_as_higher_than_it_is(score: Fraction) -> None:
    told = Fraction(shown(score))

    assert told <= score < told + Fraction(1, 10)


def test_why_tells_the_gate_the_cap_and_what_weighs() -> None:
    said = list(reasons(judged("224344342", False)))

    assert said[0] == (
        "The gate applies (a step down and a job outside the target field): “Preferred employer” or “New field or "
        "sector” has to be 3 or more; neither is."
    )
    assert said[1] == "Held at 49 for the gate; by the answers alone it would be 75."
    assert said[2] == "What carries most: next resume's content, 14 points."
    assert said[3] == "What is lacking most: preferred employer, 8 points short."


def test_a_gate_half_answered_says_what_is_still_to_be_asked() -> None:
    assert next(reasons(judged("-03333441"))).endswith(
        "has to be 3 or more; the one that is answered is not, and the other is still to be asked."
    )


def test_a_job_that_the_gate_does_not_ask_about_says_so() -> None:
    assert next(reasons(judged("103433441", True))) == (
        "The gate is not asked: the job is in the target field and no step down is known."
    )


def test_what_would_change_it_reads_as_a_sentence() -> None:
    made = judged("403333231")

    said = {flip.factor: flip_words(made, flip) for flip in made.flips}

    assert said["pay"] == (
        "If the pay came to 95% or more of the last or market pay, the verdict would be strategic (65)."
    )
    lateral = judged("103433441", True)
    assert flip_words(lateral, lateral.flips[-1]) == (
        "If the job were known to lie outside the target field, the verdict would be weak (49)."
    )


@given(st.text("01234-", min_size=9, max_size=9), st.sampled_from([True, False, None]))
def test_every_flip_stands_in_one_group(answers: str, field: bool | None) -> None:
    made = judged(answers, field)

    groups = dict(flip_groups(made))

    assert sorted((flip for flips in groups.values() for flip in flips), key=repr) == sorted(made.flips, key=repr)
    assert all(flip.old is None for flip in groups.get(STILL_OPEN, ()))
    for flip in groups.get(FOR_THE_BETTER, ()):
        assert flip.score >= made.score or flip.factor == "in_target_field"


def test_a_bridge_is_no_better_than_a_move_that_is_not_strategic() -> None:
    made = judged("000100202", True)

    assert [(title, [flip.verdict for flip in flips]) for title, flips in flip_groups(made)] == [
        ("Otherwise", ["bridge_only"])
    ]


def test_what_the_facts_settle_is_not_told_as_something_to_change() -> None:
    made = judged("403333231")
    from_facts = tuple(replace(item, origin="facts") for item in made.judged)

    told = [flip.factor for _, flips in flip_groups(replace(made, judged=from_facts)) for flip in flips]

    assert told == ["pay", "preferred_employer", "need"]


def test_to_run_out_of_money_is_nothing_for_the_better() -> None:
    made = judged("403333231")

    groups = {title: [flip.factor for flip in flips] for title, flips in flip_groups(made)}

    assert groups == {
        "For the better": ["new_sector", "pay"], "For the worse": ["preferred_employer"], "Otherwise": ["need"]
    }  # fmt: skip


def test_it_says_what_it_is_held_against_and_when() -> None:
    target, day = Target.model_validate("HR Advisor"), PartialDate(2026, 11, 15)

    assert seen_from(target, day) == "Held against the target HR Advisor, on Nov 15, 2026"
    assert seen_from(None, None) == "Held against no stated target"


def test_only_a_conditional_move_is_negotiated() -> None:
    assert negotiate(judged("403333231")) == move_rules().negotiate
    assert negotiate(judged("403333441")) == negotiate(judged("000100202")) == ()
    assert {"title", "scope", "review", "training"} <= set(re.findall(r"\w+", " ".join(move_rules().negotiate)))


def test_open_factors_are_asked_with_their_choices() -> None:
    (culture, need) = questions(judged("4033-333-"))

    assert (culture.factor, need.factor) == ("culture", "need")
    assert "0 = bad; 1 = doubtful" in question_words(culture)


def test_each_study_is_told_with_its_limits_and_the_one_against_them_last() -> None:
    for answers in ("000100202", "103433441", "001121114", "---------"):
        found = evidence(judged(answers))
        assert len(found) > 2
        assert found[-1].against
        assert all(study.limits in study.told() for study in found)
    assert "temporary-agency" in " ".join(study.says for study in evidence(judged("001121114")))


@pytest.mark.parametrize(("search", "warned"), [
    ({"benefit": {"weeks": 30}}, True), ({"leaving": "laid off"}, True), ({"leaving": "contract ended"}, True),
    ({"leaving": "employed"}, False), ({}, False), (None, False),
])  # fmt: skip
def test_nothing_speaks_for_refusing_without_the_warning_on_benefits(
    search: dict[str, Any] | None, warned: bool
) -> None:
    resume = Resume.model_validate({"person": {"name": "Amina Osei"}, "search": search})

    for answers in ("000100202", "440100202", "224344342", "001121114"):
        assert judged(answers).verdict in ("not_strategic", "weak", "off_plan", "bridge_only")
        assert bool(benefits_warning(judged(answers), resume)) == warned
    assert not benefits_warning(judged("403333441"), resume)


def test_no_field_and_no_question_speaks_of_the_person() -> None:
    """Age, sex, family and health are not asked, and no field is there to hold them."""
    rules = move_rules()
    texts = [
        *(text for rule in rules.factor.values() for text in (rule.label, rule.question, *rule.answers, *rule.would)),
        *(text for verdict in rules.verdict.values() for text in (verdict.name, verdict.says)),
        *(item.says for item in (*forecast_rules().autonomy, *forecast_rules().mandate.values())),
        *rules.negotiate,
    ]
    fields = [
        f"{name} {info.description or ''}".replace("_", " ")
        for model in _models(Offer, Search)
        for name, info in model.model_fields.items()
    ]

    assert len(texts) > 100
    assert len(fields) > 50
    assert [text for text in (*texts, *fields) if NOT_ASKED.search(text)] == []
    assert NOT_ASKED.search("the client's marital status")


def _models(*roots: Any) -> list[Any]:
    from typing import get_args

    from resumekit.model.fact import Model

    found: list[Any] = []
    todo: list[Any] = [*roots]
    while todo:
        part = todo.pop()
        if isinstance(part, type) and issubclass(part, Model):
            if part not in found:
                found.append(part)
                todo += [info.annotation for info in part.model_fields.values()]
        else:
            todo += get_args(part)
    return found


def test_every_factor_has_words_for_each_of_its_answers() -> None:
    for rule in move_rules().factor.values():
        assert len(set(rule.answers)) == len(set(rule.would)) == 5
        assert all(clause.startswith("if ") and not clause.endswith(".") for clause in rule.would)
        assert rule.question.endswith("?")
