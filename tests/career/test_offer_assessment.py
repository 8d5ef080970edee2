"""What facts and the offer answer of a move, what was given, and what is asked."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.career.move import Judged
from resumekit.career.move_words import why
from resumekit.career.offer_assessment import assess_offer, judge_move, judge_moves
from resumekit.career.offer_on_plan import same_sector
from resumekit.career.offer_terms import Need
from resumekit.career.plan import plan_search
from resumekit.model.offer import FACTORS, Offer
from resumekit.model.resume import Resume

TARGET = {
    "id": "hr", "role": "HR Advisor", "field": "human resources", "sector": "health care",
    "preferred_employers": ["Speed River Health Network"], "listed_on": "2026-03-01",
}  # fmt: skip


def role(title: str, **more: Any) -> dict[str, Any]:
    employer = {"employer": f"{title} & Sons", "sector": more.pop("sector", "contract testing")}
    return {**employer, "title": title, "start": "2019-03", "end": "present", **more}


def client(*roles: dict[str, Any], **more: Any) -> Resume:
    held = roles or (role("Laboratory Supervisor", level=3, field="laboratory operations"),)
    return Resume.model_validate(
        {"as_of": "2026-11-15", "person": {"name": "Amina Osei"}, "targets": [TARGET], "experience": held, **more}
    )


def offer(**fields: Any) -> Offer:
    return Offer.model_validate({"title": "HR Coordinator", "employer": "Royal City Foods", **fields})


def judged(factor: str, resume: Resume, offered: Offer, need: Need | None = None) -> Judged:
    found = assess_offer(resume, offered, need=need).judged
    assert tuple(item.factor for item in found) == FACTORS
    return next(item for item in found if item.factor == factor)


# --- The written list of employers


@pytest.mark.parametrize("name", ["Speed River Health Network", "speed river health network, Inc.",
                                  "Spéed-River Health Network Ltd.", "The Speed River Health Network LLP"])  # fmt: skip
def test_an_employer_on_the_list_before_the_offer_answers_four(name: str) -> None:
    seen = judged("preferred_employer", client(), offer(employer=name, date="2026-05-01"))

    assert (seen.answer, seen.origin, seen.facts, seen.warning) == (4, "facts", ("hr",), "")
    assert seen.because == f"{name} is on the list, which was written before the offer came"


def test_a_group_on_the_list_answers_three() -> None:
    seen = judged("preferred_employer", client(), offer(group="Speed River Health Network Corp.", date="2026-05-01"))

    assert seen.answer == 3


@pytest.mark.parametrize(
    ("listed", "came", "answer", "warned"),
    [
        ("2026-03-01", "2026-03-02", 4, False),
        ("2026-03", "2026-04", 4, False),
        ("2025", "2026-01", 4, False),
        ("2026-03-02", "2026-03-01", None, True),
        ("2026", "2025-12-31", None, True),
        ("2026-03-01", "2026-03-01", 4, True),  # from here on, which came first is not known
        ("2026-03", "2026-03", 4, True),
        ("2026-03", "2026-03-15", 4, True),
        (None, "2026-03-15", 4, True),
        ("2026-03", None, 4, True),
        (None, None, 4, True),
    ],
)
def test_a_list_counts_when_it_was_written_first(
    listed: str | None, came: str | None, answer: int | None, warned: bool
) -> None:
    resume = client(targets=[{**TARGET, "listed_on": listed}])

    seen = judged("preferred_employer", resume, offer(employer="Speed River Health Network", date=came))

    assert (seen.answer, bool(seen.warning)) == (answer, warned)
    assert seen.origin == ("facts" if answer else "asked")


def test_the_lists_of_all_targets_count_and_the_earlier_one_decides() -> None:
    late = {**TARGET, "id": "late", "listed_on": "2026-09-01"}
    early = {**TARGET, "id": "early", "listed_on": "2026-01-01"}

    seen = judged(
        "preferred_employer",
        client(targets=[late, early]),
        offer(employer="Speed River Health Network", date="2026-05"),
    )

    assert (seen.answer, seen.facts) == (4, ("late", "early"))


def test_an_employer_that_is_not_on_the_list_is_asked_about_with_the_list() -> None:
    seen = judged("preferred_employer", client(), offer(date="2026-05-01"))

    assert (seen.answer, seen.origin, seen.warning) == (None, "asked", "")
    assert "Speed River Health Network" in seen.because


def test_without_a_list_there_is_a_warning() -> None:
    resume = client(targets=[{**TARGET, "preferred_employers": []}])

    assert "no written list" in judged("preferred_employer", resume, offer()).warning
    assert "no written list" in judged("preferred_employer", resume, offer(answers={"preferred_employer": 4})).warning
    assert not judged("preferred_employer", resume, offer(answers={"preferred_employer": 1})).warning


# --- The new field or sector


@pytest.mark.parametrize(
    ("field", "sector", "answer"),
    [
        ("human resources", "food manufacturing", 4),
        ("human resources operations", None, 4),
        ("finance", "health care services", 3),
        ("finance", "food manufacturing", None),
        (None, "health care", None),
        (None, None, None),
    ],
)
def test_a_new_field_that_is_written_down_is_the_new_one(
    field: str | None, sector: str | None, answer: int | None
) -> None:
    assert judged("new_sector", client(), offer(field=field, sector=sector)).answer == answer


@pytest.mark.parametrize(
    ("field", "answer"), [("laboratory operations", 4), ("laboratory management", 4), ("sales", 3), (None, 3)]
)
def test_where_only_the_sector_is_new_the_function_parts_four_from_three(field: str | None, answer: int) -> None:
    resume = client(targets=[{**TARGET, "field": "laboratory operations"}])

    assert judged("new_sector", resume, offer(field=field, sector="health care")).answer == answer
    assert judged("new_sector", resume, offer(field=field, sector="food")).answer is None


def test_a_job_in_the_present_sector_and_outside_the_new_field_is_not_inside_it() -> None:
    resume = client(targets=[{**TARGET, "sector": "contract testing"}])

    assert judged("new_sector", resume, offer(field="laboratory operations", sector="contract testing")).answer is None


def test_a_target_that_is_the_present_field_and_sector_is_never_the_new_one() -> None:
    resume = client(targets=[{**TARGET, "field": "laboratory management", "sector": "contract testing services"}])

    plain = judged("new_sector", resume, offer(field="laboratory operations", sector="contract testing"))
    over = judged("new_sector", resume, offer(answers={"new_sector": 4}))

    assert (plain.answer, plain.origin, plain.warning) == (0, "facts", "")
    assert (over.answer, over.origin) == (0, "facts")
    assert "4 was given, and 0 is counted" in over.warning


def test_a_field_alone_that_is_the_present_one_names_nothing_new() -> None:
    resume = client(targets=[{**TARGET, "field": "laboratory management", "sector": None}])

    assert judged("new_sector", resume, offer()).answer == 0
    stands = judged("new_sector", resume, offer(answers={"new_sector": 3}))
    assert (stands.answer, "where the facts say 0" in stands.warning) == (3, True)


@pytest.mark.parametrize(("one", "other", "same"), [
    ("health care", "health care services", True), ("Health-care", "the health care sector", True),
    ("food manufacturing", "steel manufacturing", False), ("health care", "child care", False),
    ("public services", "financial services", False), ("services", "services", True), ("", "mining", False),
    ("Healthcare", "health care", True),
    ("healthcare services", "Health Care", True), ("Fabrication d’aliments", "fabrication d'aliments", True),
])  # fmt: skip
def test_sectors_are_compared_by_their_telling_words(one: str, other: str, same: bool) -> None:
    assert same_sector(one, other) is same_sector(other, one) is same


@pytest.mark.parametrize(("start", "end", "answer"), [
    ("2020-01", "2022-12", 0),  # three years, left less than five years ago
    ("2022-01", "2022-12", 0),  # twelve months
    ("2022-01", "2022-11", 4),  # eleven
    ("2015-01", "2021-10", 4),  # left more than five years ago
])  # fmt: skip
def test_a_field_that_was_held_for_a_year_in_recent_years_is_a_return(start: str, end: str, answer: int) -> None:
    resume = client(
        role("Laboratory Supervisor", field="laboratory operations", start="2023-01"),
        role("HR Assistant", field="human resources", start=start, end=end, sector="mining"),
        targets=[{**TARGET, "sector": None}],
    )

    assert judged("new_sector", resume, offer(field="human resources")).answer == answer
    stands = judged("new_sector", resume, offer(answers={"new_sector": 3}))
    assert (stands.answer, stands.origin) == (3, "given")
    assert bool(stands.warning) == (answer == 0)


def test_months_with_several_employers_of_a_sector_add_up_once() -> None:
    beside = [role(f"Nurse {n}", field="nursing", sector="health care", start="2022-01", end="2022-08") for n in "ab"]
    after = role("Nurse c", field="nursing", sector="health care", start="2022-09", end="2022-12")
    present = role("Laboratory Supervisor", field="laboratory operations", start="2023-01")
    lateral = {**TARGET, "field": "laboratory operations"}
    wanted = offer(field="laboratory operations", sector="health care")

    assert judged("new_sector", client(present, *beside, targets=[lateral]), wanted).answer == 4
    assert judged("new_sector", client(present, *beside, after, targets=[lateral]), wanted).answer == 0


def test_what_is_not_written_or_not_known_is_asked() -> None:
    unwritten = client(targets=[{"role": "HR Advisor"}])
    unknown = client({"employer": "Northwind", "title": "Analyst", "start": "2020", "end": "present"})

    assert "written down" in judged("new_sector", unwritten, offer()).warning
    assert judged("new_sector", unknown, offer(field="human resources")).origin == "asked"
    assert judged("new_sector", client(targets=[]), offer(answers={"new_sector": 2})).answer == 2


@pytest.mark.parametrize(("stated", "field", "inside"), [
    (None, "human resources", True), (None, "laboratory operations", False), (None, None, None),
    (True, "laboratory operations", True), (False, "human resources", False),
])  # fmt: skip
def test_the_target_field_is_as_the_offer_says_else_by_its_field(
    stated: bool | None, field: str | None, inside: bool | None
) -> None:
    assert assess_offer(client(), offer(in_target_field=stated, field=field)).in_target_field is inside


# --- Level, pay, way back, need


@pytest.mark.parametrize(("level", "answer"), [(0, 0), (1, 1), (2, 3), (3, 4), (4, 4), (8, 4)])
def test_levels_below_the_best_of_recent_years(level: int, answer: int) -> None:
    seen = judged("level_gap", client(), offer(level=level))

    assert (seen.answer, seen.origin) == (answer, "facts")
    assert seen.because == f"level {level} offered, 3 held now as Laboratory Supervisor"


def test_an_acting_role_and_one_of_long_ago_are_no_level_held() -> None:
    resume = client(
        role("Analyst", level=2, start="2022-01"),
        role("Acting Director", level=6, start="2021-01", end="2021-12", type="acting"),
        role("Manager", level=4, start="2010-01", end="2021-10"),
    )

    assert judged("level_gap", resume, offer(level=2)).because.startswith("level 2 offered, 2 held now as Analyst")
    earlier = assess_offer(resume, offer(level=2), as_of=date(2026, 10, 31)).judged
    assert earlier[3].because == "level 2 offered, 4 held as Manager until Oct 2021"


def test_the_job_itself_taken_later_is_not_what_the_offer_is_held_against() -> None:
    resume = client(
        role("HR Coordinator", level=5, start="2026-06") | {"employer": "Royal City Foods Inc."},
        role("Laboratory Supervisor", level=3, end="2026-05"),
    )

    for came in ("2026-05-20", "2026-06-10", None):
        assert "3 held" in judged("level_gap", resume, offer(level=1, date=came)).because
    begun = client(role("HR Manager", level=4, start="2026-06"), role("Laboratory Supervisor", level=3, end="2026-05"))
    assert "4 held" in judged("level_gap", begun, offer(level=1, date="2026-06-20")).because
    assert "3 held" in judged("level_gap", begun, offer(level=1, date="2026-05-20")).because
    assert "5 held" in judged("level_gap", resume, offer(level=1, date="2026-08-01")).because


def test_what_began_after_the_day_it_is_seen_from_is_not_held_yet() -> None:
    resume = client(role("HR Manager", level=4, start="2026-08"), role("Laboratory Supervisor", level=3, end="2026-07"))

    for day, held in ((date(2026, 7, 31), "3 held"), (date(2026, 8, 1), "4 held")):
        found = assess_offer(resume, offer(level=1), as_of=day).judged
        assert held in found[3].because


def test_a_confidential_role_is_told_as_it_may_be() -> None:
    secret = {
        "title": "Project Falcon Lead",
        "level": 3,
        "start": "2020",
        "confidential": True,
        "say_as": "Program Lead",
    }
    hidden = client({"employer": "Northwind", "roles": [secret]})

    assert "Falcon" not in judged("level_gap", hidden, offer(level=1)).because
    assert "Program Lead" in judged("level_gap", hidden, offer(level=1)).because


@given(st.integers(0, 200_000), st.integers(1, 200_000))
def test_pay_is_a_share_reckoned_exactly(offered: int, last: int) -> None:
    seen = judged("pay", client(search={"last_pay": str(last)}), offer(pay=str(offered), market_pay="1"))

    by_hand = sum(100 * offered >= least * last for least in (55, 70, 85, 95))
    assert seen.answer == by_hand


@pytest.mark.parametrize(("offered", "answer"), [
    ("95,000", 4), ("94,999.99", 3), ("85,000", 3), ("84,999.99", 2), ("70,000", 2), ("69,999.99", 1), ("55,000", 1),
    ("54,999.99", 0),
])  # fmt: skip
def test_a_share_on_the_line_has_the_better_answer(offered: str, answer: int) -> None:
    assert judged("pay", client(search={"last_pay": "100k"}), offer(pay=offered)).answer == answer


def test_pay_is_held_against_the_last_pay_else_the_market() -> None:
    by_hour = client(search={"last_pay": "40 an hour"})

    assert judged("pay", by_hour, offer(pay="78k", market_pay="200k")).answer == 4  # 40 x 37.5 x 52 = 78,000
    assert judged("pay", client(), offer(pay="78,000", market_pay="$100,000")).answer == 2
    assert judged("pay", client(search={"last_pay": "0"}), offer(pay="78,000", market_pay="$100,000")).answer == 2
    assert judged("pay", client(), offer(pay="78k")).origin == "asked"
    assert judged("pay", by_hour, offer()).origin == "asked"


def test_pay_is_never_told_as_a_higher_share_than_it_is() -> None:
    seen = judged("pay", client(search={"last_pay": "100k"}), offer(pay="94,999"))

    assert (seen.answer, seen.because[-3:]) == (3, "94%")


@pytest.mark.parametrize(("path", "answer"), [
    ({"months": 12, "written": True}, 4), ({"months": 13, "written": True}, 3), ({"months": 18, "written": True}, 3),
    ({"months": 19, "written": True}, 2), ({"months": 6}, 2), ({"written": True}, 2), ({"written": False}, 2),
    (None, None),
])  # fmt: skip
def test_a_way_back_counts_by_what_is_written(path: dict[str, Any] | None, answer: int | None) -> None:
    assert judged("path_back", client(), offer(path_back=path)).answer == answer


@pytest.mark.parametrize(("runway", "remaining", "answer"), [
    (9, 20, 4), (10, 20, 3), (14, 20, 3), (15, 20, 2), (19, 20, 2), (20, 20, 1), (25, 20, 1), (26, 20, 0), (None, 20, 0),
    (0, 20, 4), (Fraction(1, 3), Fraction(2, 3), 3), (20, 0, None),
])  # fmt: skip
def test_need_is_the_runway_against_the_rest_of_the_search(runway: Any, remaining: Any, answer: int | None) -> None:
    assert judged("need", client(), offer(), Need(runway, remaining)).answer == answer


def test_without_money_reckoned_need_is_asked() -> None:
    assert judged("need", client(), offer()).origin == "asked"


def test_a_search_plan_answers_need_with_what_is_left_of_money_and_search() -> None:
    """12,000 against 4,333.33 a month is 1,000 a week: the 13th week closes below zero, 3 of them have passed."""
    money = {"savings": "12,000", "essentials": "4,333.33", "other_income": "0", "leaving": "dismissed",
             "counted_on": "2026-11-02", "started": "2026-11-02"}  # fmt: skip
    resume = client(search=money)

    made = judge_move(resume, offer(), as_of=date(2026, 11, 23))
    plan = plan_search(resume, as_of=date(2026, 11, 23))

    assert plan.length is not None
    remaining = plan.length.median - 3
    by_hand = sum(Fraction(limit) * remaining > 10 for limit in ("1/2", "3/4", "1", "5/4"))
    seen = next(item for item in made.assessment.judged if item.factor == "need")
    assert (seen.answer, seen.origin) == (by_hand, "facts")
    assert seen.because.startswith("the money lasts 10 weeks, the search is expected to take")


def test_a_search_that_does_not_state_its_money_leaves_need_open() -> None:
    made = judge_move(client(search={"last_pay": "70k"}), offer())

    assert "need" not in made.assessment.answers


def test_where_benefits_are_reckoned_the_office_has_the_last_word() -> None:
    seen = judged("need", client(), offer(), Need(10, 20, note="Confirm with Service Canada"))

    assert seen.because == (
        "the money lasts 10 weeks, the search is expected to take 20 weeks more; confirm with Service Canada"
    )


# --- Given answers


def test_a_given_answer_stands_over_the_facts_and_says_where_they_differ() -> None:
    stated = offer(level=1, answers={"level_gap": 3, "culture": 2}, because={"level_gap": "a title in name alone"})

    level, culture = judged("level_gap", client(), stated), judged("culture", client(), stated)

    assert (level.answer, level.origin, level.because) == (3, "given", "a title in name alone")
    assert level.warning.startswith("Level: 3 was given, where the facts say 1 (level 1 offered, 3 held")
    assert (culture.answer, culture.warning) == (2, "")


def test_a_given_answer_that_the_facts_confirm_keeps_their_words() -> None:
    seen = judged("level_gap", client(), offer(level=1, answers={"level_gap": 1}))

    assert (seen.origin, seen.warning) == ("given", "")
    assert seen.because.startswith("level 1 offered")
    assert seen.facts


def test_an_offer_that_holds_its_answers_alone_is_judged_by_them() -> None:
    answers = dict(zip(FACTORS, map(int, "143132232"), strict=True))
    alone = Offer.model_validate({"answers": answers, "in_target_field": True})

    made = assess_offer(client(), alone)

    assert (float(made.raw), made.verdict, made.gate) == (59, "conditional", True)
    assert {(item.origin, why(item)) for item in made.judged} == {("given", "given")}


def test_what_is_left_out_of_the_answers_stays_open() -> None:
    """A free hand does not foretell achievements, and so does not count towards what is answered."""
    alone = Offer.model_validate(
        {"answers": {"preferred_employer": 4, "culture": 4, "autonomy": 4, "pay": 4, "need": 1}}
    )

    made = assess_offer(Resume.model_validate({"person": {"name": "Amina Osei"}}), alone)

    assert (made.verdict, made.answered) == ("undecided", Fraction(50, 100))


def test_a_client_with_a_name_alone_is_asked_for_everything() -> None:
    nobody = Resume.model_validate({"person": {"name": "Amina Osei"}})

    made = assess_offer(nobody, Offer.model_validate({}))

    assert made.verdict == "undecided"
    assert {item.origin for item in made.judged} == {"asked"}


def test_the_warnings_of_a_move_are_those_of_its_factors() -> None:
    made = judge_move(client(targets=[]), offer())

    assert made.warnings == tuple(item.warning for item in made.assessment.judged if item.warning)
    assert len(made.warnings) == 2


def test_several_offers_are_each_judged_as_one_is() -> None:
    search = {"savings": 9000, "essentials": 3000, "leaving": "laid off", "other_income": 0}
    resume = client(search=search)
    offers = [offer(level=2), offer(level=4, title="Manager")]

    made = judge_moves(resume, offers)

    assert [item.assessment for item in made] == [judge_move(resume, one).assessment for one in offers]
    # 9,000 less 692.31 a week is below zero in week 14; a change of field takes 26: 0.54, from a half to three quarters.
    assert {item.assessment.answers["need"] for item in made} == {3}
