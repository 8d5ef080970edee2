"""Offers side by side: who is ahead, when nobody is, and what would change it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumekit.career.compare import Comparison, compare_offers, compare_rules, offer_labels
from resumekit.career.move import Assessment, assess_move, move_rules
from resumekit.errors import ResumekitError
from resumekit.model.offer import FACTORS, Offer


def answers(text: str) -> dict[str, int | None]:
    """Nine answers in the table's order; "-" for one that is not known."""
    return {name: None if word == "-" else int(word) for name, word in zip(FACTORS, text.split(), strict=True)}


def offer(employer: str, title: str = "Manager", **stated: object) -> Offer:
    return Offer.model_validate({"title": title, "employer": employer, **stated})


def compared(*texts: str, inside: tuple[bool | None, ...] | None = None) -> Comparison:
    fields = inside or (None,) * len(texts)
    return compare_offers(
        (offer(f"Employer {place}"), assess_move(answers(text), in_target_field=field))
        for place, (text, field) in enumerate(zip(texts, fields, strict=True))
    )


CONDITIONAL = "4 0 3 3 3 3 2 3 1"  # 61
STRATEGIC = "4 0 3 3 3 3 4 4 1"  # 67
NOT_STRATEGIC = "0 0 0 1 0 0 2 0 2"  # 11


def test_the_better_verdict_is_ahead() -> None:
    seen = compared(CONDITIONAL, STRATEGIC, NOT_STRATEGIC)

    assert [item.assessment.verdict for item in seen.offers] == ["conditional", "strategic", "not_strategic"]
    assert seen.standing == "verdict"
    assert seen.ahead == (1,)
    assert [row.factor for row in seen.parting][:3] == ["preferred_employer", "next_resume_content", "path_back"]


def test_a_better_verdict_is_ahead_though_the_scores_are_near() -> None:
    # 64 and 66 would be too close to tell if the verdict were the same.
    seen = compared("4 0 3 3 3 3 3 3 2", "4 0 3 3 3 3 4 3 2")
    scores = [item.assessment.score for item in seen.offers]

    assert [float(score) for score in scores] == [65.0, 67.0]
    lower = compared("4 0 3 3 3 3 2 3 2", "4 0 3 3 3 3 3 3 2")
    assert [float(item.assessment.score) for item in lower.offers] == [63.0, 65.0]
    assert (lower.standing, lower.ahead) == ("verdict", (1,))


def test_equal_verdicts_and_near_scores_are_too_close_to_tell() -> None:
    # Culture is worth 2.5 points an answer, autonomy and pay 2.
    seen = compared("4 0 3 3 2 3 2 3 1", "4 0 3 3 3 2 2 3 1", "4 0 0 3 3 3 2 3 1")

    assert [float(item.assessment.score) for item in seen.offers] == [58.5, 59.0, 50.5]
    assert seen.standing == "close"
    assert seen.ahead == (0, 1)
    assert [row.factor for row in seen.parting] == ["culture", "autonomy"], "of the two, not of all three"


@pytest.mark.parametrize(("pay", "standing"), [("4 0 3 3 3 3 2 3 0", "close"), ("4 0 3 3 3 3 1 2 0", "score")])
def test_five_points_apart_are_close_and_more_are_not(pay: str, standing: str) -> None:
    top = compared("4 0 3 3 3 3 3 3 1", pay)

    assert top.offers[0].assessment.score - top.offers[1].assessment.score == {"close": 4, "score": 8}[standing]
    assert top.standing == standing


def test_exactly_five_points_are_close() -> None:
    # 14 x 1/4 = 3.5 for a content answer, 8 x 1/4 = 2 for pay, 12 x 1/4 = 3 for level.
    seen = compared("4 0 3 3 3 3 2 3 1", "4 0 3 2 3 3 1 3 1")

    assert seen.offers[0].assessment.score - seen.offers[1].assessment.score == 5
    assert seen.standing == "close"


def test_an_offer_of_which_too_little_is_known_stands_apart() -> None:
    seen = compared(STRATEGIC, CONDITIONAL, "4 - - - - - 4 4 1")

    assert seen.undecided == (2,)
    assert seen.ahead == (0,)
    assert seen.offers[2].open == ("new_sector", "next_resume_content", "level_gap", "culture", "autonomy")


def test_one_verdict_alone_puts_nobody_ahead() -> None:
    seen = compared(STRATEGIC, "4 - - - - - 4 4 1")

    assert (seen.standing, seen.ahead, seen.best_verdict) == ("one", (), ())


def test_nothing_known_puts_nobody_ahead() -> None:
    seen = compared("- - - - - - - - -", "- - - - - - - - -")

    assert (seen.standing, seen.ahead, seen.parting) == ("none", (), ())
    assert seen.swings == ()


def test_a_factor_is_led_only_where_known_answers_differ() -> None:
    seen = compared("4 0 3 3 - 3 2 3 1", "4 1 3 3 4 3 2 3 1")

    led = {row.factor: row.ahead for row in seen.rows if row.differs}
    assert led == {"new_sector": (1,)}


def test_a_swing_is_the_nearest_single_answer_that_changes_who_leads() -> None:
    seen = compared(CONDITIONAL, STRATEGIC)
    swings = {(swing.place, swing.factor, swing.new): swing for swing in seen.swings}

    # 61 needs 4 more points: two answers of pay (2 each), one of content and more would do.
    assert swings[(0, "pay", 4)].leaders == (0, 1)
    assert (0, "pay", 3) not in swings
    assert (0, "culture", 4) not in swings, "2.5 points more make 63.5"
    # 67 less 4 is 63, conditional as the other is.
    assert swings[(1, "preferred_employer", 3)].verdict == "conditional"
    assert swings[(1, "preferred_employer", 3)].leaders == (0, 1)


def test_the_clients_need_changes_for_all_offers_at_once() -> None:
    # 61 and 67 with a need of 1, worth 2 points an answer: at 3 both are strategic; at 0 the second still is, with 65.
    seen = compared(CONDITIONAL, STRATEGIC)
    need = [swing for swing in seen.swings if swing.factor == "need"]

    assert [(swing.place, swing.old, swing.new, swing.leaders) for swing in need] == [(None, 1, 3, (0, 1))]


def test_a_need_that_differs_from_offer_to_offer_is_told() -> None:
    assert compared(CONDITIONAL, STRATEGIC).uneven == ()
    assert compared("4 0 3 3 3 3 2 3 1", "4 0 3 3 3 3 2 3 2").uneven == ("need",)


def test_what_can_be_asked_of_the_employer_is_what_would_add_most() -> None:
    seen = compared("4 0 3 1 3 2 0 3 1", STRATEGIC)

    # Short of the best: level 3 x 12 = 36, pay 4 x 8 = 32, autonomy 2 x 8 = 16, content 14, culture 10, path 8.
    assert seen.negotiable(0) == ("level_gap", "pay", "autonomy")
    assert "path_back" not in seen.negotiable(1), "nothing is left to ask there"


def test_equal_titles_at_equal_employers_are_told_apart() -> None:
    plain = offer("Arden Rail")
    assert offer_labels([plain, offer("Elm Hollow")]) == ("Manager, Arden Rail", "Manager, Elm Hollow")
    assert offer_labels([offer("Arden Rail", city="Guelph"), offer("Arden Rail", city="London")]) == (
        "Manager, Arden Rail (Guelph)", "Manager, Arden Rail (London)",
    )  # fmt: skip
    paid = [offer("Arden Rail", city="Guelph", pay=pay) for pay in ("90,000", "98k")]
    assert offer_labels(paid) == ("Manager, Arden Rail ($90,000)", "Manager, Arden Rail ($98,000)")
    assert offer_labels([plain, plain], ["one.yaml", "two.yaml"]) == (
        "Manager, Arden Rail (one.yaml)", "Manager, Arden Rail (two.yaml)",
    )  # fmt: skip
    inc = offer("Arden Rail Inc.", city="Guelph")
    assert offer_labels([inc, offer("Arden Rail", city="London")]) == (
        "Manager, Arden Rail Inc. (Guelph)", "Manager, Arden Rail (London)",
    )  # fmt: skip
    assert offer_labels([plain, plain]) == ("Manager, Arden Rail (offer 1)", "Manager, Arden Rail (offer 2)")


def test_employers_are_told_by_name_alone_only_where_they_are_not_the_same() -> None:
    made = assess_move(answers(STRATEGIC))
    two = [(offer("Arden Rail Inc.", title=title), made) for title in ("Buyer", "Planner")]

    assert [item.name for item in compare_offers([two[0], (offer("Elm Hollow"), made)]).offers] == [
        "Arden Rail Inc.", "Elm Hollow",
    ]  # fmt: skip
    assert [item.name for item in compare_offers(two).offers] == ["Buyer, Arden Rail Inc.", "Planner, Arden Rail Inc."]


@pytest.mark.parametrize("texts", [(), (STRATEGIC,)])
def test_one_offer_is_no_comparison(texts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="two offers or more"):
        compared(*texts)


def test_every_verdict_has_a_step_but_the_one_that_decides_nothing() -> None:
    rules = compare_rules()

    assert {verdict for verdict in move_rules().verdict if rules.step(verdict) is None} == {"undecided"}
    assert set(rules.negotiate) | set(rules.shared) <= set(FACTORS)


given_answers = st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=9, max_size=9)
Items = list[tuple[list[int | None], bool | None]]
offers = st.lists(st.tuples(given_answers, st.sampled_from([None, True, False])), min_size=2, max_size=4)


def assessed(items: Items) -> list[tuple[Offer, Assessment]]:
    return [
        (offer(f"E{place}"), assess_move(dict(zip(FACTORS, values, strict=True)), in_target_field=inside))
        for place, (values, inside) in enumerate(items)
    ]


def _told(seen: Comparison, order: list[int]) -> Mapping[str, object]:
    """All that is found, by the offers' own names."""
    names = {place: f"{order[place]}" for place in range(len(order))}

    def named(places: tuple[int, ...]) -> frozenset[str]:
        return frozenset(names[place] for place in places)

    return {
        "standing": seen.standing,
        "ahead": named(seen.ahead),
        "undecided": named(seen.undecided),
        "parting": [row.factor for row in seen.parting],
        "rows": [(row.factor, named(row.ahead)) for row in seen.rows],
        "swings": {
            (None if swing.place is None else names[swing.place], swing.factor, swing.new, named(swing.leaders))
            for swing in seen.swings
        },
    }


@given(offers, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_offers_makes_no_difference(items: Items, random: Random) -> None:
    made = assessed(items)
    order = list(range(len(made)))
    random.shuffle(order)

    assert _told(compare_offers(made), list(range(len(made)))) == _told(
        compare_offers([made[place] for place in order]), order
    )


@given(offers)
@settings(max_examples=60, deadline=None)
def test_a_swing_does_what_it_says(items: Items) -> None:
    made = assessed(items)
    seen = compare_offers(made)

    for swing in seen.swings:
        if swing.factor == "in_target_field":
            continue
        changed = [
            (given, one.answered_with(swing.factor, swing.new) if swing.place in (None, place) else one)
            for place, (given, one) in enumerate(made)
        ]
        assert compare_offers(changed).best_verdict == swing.leaders != seen.best_verdict


@given(offers)
@settings(max_examples=60, deadline=None)
def test_an_offer_ahead_of_its_equals_is_ahead_by_more_than_five_points(
    items: Items,
) -> None:
    seen = compare_offers(assessed(items))
    made = [item.assessment for item in seen.offers]

    if seen.standing in ("verdict", "score"):
        (first,) = seen.ahead
        for place in seen.decided:
            same = made[place].verdict == made[first].verdict
            assert place == first or not same or made[first].score - made[place].score > Fraction(5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('steps = [["strategic"]]', "career.compare: 'steps' hold each verdict but undecided, and each once"),
        ('[career.compare.negotiate]\nned = "x"', "career.compare: 'ned' is not a known factor; did you mean 'need'?"),
        ("clos = 3", "career.compare.clos: there is no such number; did you mean 'close'?"),
    ],
)
def test_rules_of_a_coach_that_do_not_fit_are_told_with_their_place(tmp_path: Path, text: str, said: str) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(text if text.startswith("[") else f"[career.compare]\n{text}\n", encoding="utf-8")

    with pytest.raises(ResumekitError, match=re.escape(f"{own}: {said}")):
        compare_rules([own])


def test_only_offers_with_a_verdict_are_held_against_each_other() -> None:
    seen = compared(STRATEGIC, CONDITIONAL, "0 - - - - - 0 0 1")

    assert seen.weighed == (0, 1)
    assert [row.factor for row in seen.parting] == ["pay", "path_back"]
