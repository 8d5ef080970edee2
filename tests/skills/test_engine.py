"""The engine explains itself to the last digit, keeps its order, and hears nothing where nothing is said."""

from __future__ import annotations

import csv
import itertools
import math
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.load.framework import find_framework, parse_framework
from resumekit.load.lexicon import find_lexicons
from resumekit.mapping import engine_for, rank_competencies
from resumekit.skills.engine import Engine
from resumekit.skills.match import BANDS, Match
from tests.skills.held_out import HELD_OUT, bullets

HR = engine_for("hr-canada")
TEXTS = st.sampled_from([row["text"] for path in HELD_OUT for row in bullets(path)])


@cache
def ranked(text: str) -> tuple[Match, ...]:
    return HR.rank(text)


@given(TEXTS)
def test_contributions_add_up_to_the_log_odds(text: str) -> None:
    for match in ranked(text):
        odds = math.log(match.probability / (1 - match.probability))

        assert math.isclose(sum(term.weight for term in match.contributions), odds, abs_tol=1e-6)


@given(TEXTS)
def test_matches_come_the_most_probable_first_each_competency_once(text: str) -> None:
    found = ranked(text)

    assert [match.probability for match in found] == sorted((match.probability for match in found), reverse=True)
    assert len({match.competency for match in found}) == len(found)
    assert all(BANDS.index(one.band) <= BANDS.index(two.band) for one, two in itertools.pairwise(found))


@given(TEXTS)
def test_source_phrases_stand_in_the_text_in_order_and_apart(text: str) -> None:
    for match in ranked(text):
        ends = 0
        for span in match.spans:
            assert ends <= span.start < span.end <= len(text)
            ends = span.end


@given(TEXTS, TEXTS)
def test_what_else_a_bullet_tells_takes_nothing_away(one: str, other: str) -> None:
    joined = {match.competency: match.probability for match in HR.rank(f"{one.rstrip('.')}; {other}")}

    for match in ranked(one):
        if len(HR.rank(one)[0].spans) and len(one.split()) > 4 and not set(";.!?•–—|") & set(one):
            assert joined.get(match.competency, 0.0) >= match.probability - 1e-9


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for match in HR.rank(text):
        assert 0 < match.probability < 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "40 %",
        "Recruited 40 donors for the spring drive",
        "Trained neural networks on claims images",
        "Owned benefits realization tracking for the data centre move",
        "Retained soil moisture with cover crops",
        "Negotiated contracts with five carriers",
        "Welded pressure pipe to code",
        "Python, SQL, Tableau",
    ],
)
def test_what_is_no_evidence_maps_to_nothing(text: str) -> None:
    assert not [match for match in HR.rank(text) if match.band in ("demonstrated", "partial")]


@pytest.mark.parametrize(
    ("text", "competency"),
    [
        ("Sat in on hiring for two line cooks and scored the answers", "selection"),
        ("Ran the weekly roster for 14 nurses and found cover when someone called in sick", "staff-scheduling"),
        ("Trained 14 analysts on the new sample system", "training-delivery"),
        ("Ran payroll for 85 employees every second Thursday", "payroll"),
        ("Carried eleven grievances to step two as shop steward", "grievances"),
        ("Worked out lighter duties for a picker with a bad back", "return-to-work"),
        ("Wrote annual appraisals for nine teachers and agreed goals with each", "performance-management"),
        ("Led the move of the lab to a new system; trained 14 analysts and ran the help desk", "training-delivery"),
    ],
)
def test_the_plain_cases_are_found(text: str, competency: str) -> None:
    best = HR.rank(text)[0]

    assert (best.competency, best.band) == (competency, "demonstrated")


def test_a_coach_s_own_framework_is_never_more_than_partial() -> None:
    text = """
id: kitchen
name: Kitchen
groups: [{id: stove, name: Stove}]
competencies:
  - id: sauces
    name: Sauces
    group: stove
    terms: [sauces]
    cues: [stir sauce, reduce stock, {pattern: taste sauce .. salt, weight: 3}]
"""
    engine = Engine(parse_framework(text).framework)

    found = engine.rank("Tasted each sauce for salt, stirred sauces and reduced stocks")

    assert [match.competency for match in found] == ["sauces"]
    assert found[0].band in ("partial", "suggested")


def test_a_cue_added_by_a_coach_counts_beside_the_weights() -> None:
    text = """
id: mine
name: Mine
extends: hr-canada
competencies:
  - id: staff-scheduling
    cues: [{pattern: juggle whiteboard, weight: 3}]
"""
    own = Engine(parse_framework(text).framework, find_lexicons(["people"]))
    said = "Juggled the whiteboard for nine porters"

    before = next((match.probability for match in HR.rank(said) if match.competency == "staff-scheduling"), 0.0)

    assert next(match.probability for match in own.rank(said) if match.competency == "staff-scheduling") > before


def test_enabling_competencies_are_not_read_off_a_text() -> None:
    framework = find_framework("hr-canada")
    enabling = {item.id for item in framework.competencies if framework.kind_of(item) == "enabling"}

    assert enabling
    assert not enabling & {
        match.competency for path in HELD_OUT for row in bullets(path) for match in ranked(row["text"])
    }


def test_the_same_text_gives_the_same_matches_by_another_engine() -> None:
    other = Engine(find_framework("hr-canada"), find_lexicons(find_framework("hr-canada").lexicons))

    for row in bullets(HELD_OUT[0])[:40]:
        assert other.rank(row["text"]) == ranked(row["text"])


def test_the_public_function_is_the_engine() -> None:
    text = "Ran the roster for 14 nurses"

    assert rank_competencies(text) == HR.rank(text)


@pytest.mark.parametrize("path", HELD_OUT, ids=lambda path: path.stem)
def test_bullets_that_no_fit_has_seen_are_read_as_well_as_asked(path: Path) -> None:
    rows = bullets(path)
    own = [row for row in rows if row["primary"] != "none"]
    none = [row for row in rows if row["primary"] == "none"]
    groups = {row["id"]: list(dict.fromkeys(match.group for match in ranked(row["text"]))) for row in rows}
    best = {row["id"]: next(iter(ranked(row["text"])), None) for row in rows}
    sure = [(row, match) for row in rows if (match := best[row["id"]]) and match.band == "demonstrated"]
    right = [match.group in (row["primary"], *row["also"].split("|")) for row, match in sure]
    alarms = [match for row in none if (match := best[row["id"]]) and match.band in ("demonstrated", "partial")]

    assert sum(groups[row["id"]][:1] == [row["primary"]] for row in own) >= 0.80 * len(own)
    assert sum(row["primary"] in groups[row["id"]][:3] for row in own) >= 0.90 * len(own)
    assert len(alarms) <= 0.12 * len(none)
    assert sum(right) >= 0.90 * len(right)
    assert len(right) >= 0.5 * len(own)


def test_the_labelled_sets_hold_every_area() -> None:
    areas = {group.id for group in find_framework("hr-canada").groups if group.kind == "functional"}

    for path in HELD_OUT:
        with path.open(encoding="utf-8", newline="") as file:
            assert {row["primary"] for row in csv.DictReader(file)} == {*areas, "none"}
