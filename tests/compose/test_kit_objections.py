"""Objection cards: what a resume makes people ask, and answers that are short, honest and end on their need."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import ceil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumekit.career.objection import ObjectionRules, objection_rules
from resumekit.compose.kit import Kit
from resumekit.compose.kit_card import Objection
from resumekit.compose.kit_need import as_infinitive
from resumekit.compose.kit_objections import objection_blocks, objections
from resumekit.document.block import Block, Bullets, Paragraph
from resumekit.document.line import Line
from resumekit.load.client import load
from resumekit.load.posting_file import read_posting_file
from resumekit.mapping import match_posting
from resumekit.model.resume import Resume
from resumekit.pipeline import Choices, plan
from resumekit.skills.posting_match import ASKED as ASKED_KINDS
from resumekit.strategy.decide import decide
from tests.full_client.markers import FULL, markers, never
from tests.strategy.library import FOLDER, NAMES, basis_for, basis_of, changed, resume_of

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = Path(__file__).parents[2] / "samples"
POSTINGS = SAMPLES / "postings"
SIX = tuple(sorted(path.stem for path in SAMPLES.glob("*.yaml")))
RULES = objection_rules()
FRENCH = ("4-bilingual", "quebec")


def rules_of(name: str) -> ObjectionRules:
    """The rules in the language that a client speaks."""
    return RULES.in_french() if name in FRENCH else RULES


@cache
def kit_of(name: str, posting: str = "") -> Kit:
    path = SAMPLES / f"{name}.yaml" if name in SIX else FOLDER / f"{name}.yaml"
    client = load(path)
    basis = plan(client, Choices(theme="plain")).basis if name in SIX else basis_of(name)
    return Kit(basis, match_posting(client.resume, read_posting_file(POSTINGS / posting)) if posting else None)


@cache
def cards_of(name: str, posting: str = "") -> tuple[Objection, ...]:
    return objections(kit_of(name, posting))


def kinds_of(name: str, posting: str = "") -> list[str]:
    return [card.kind for card in cards_of(name, posting)]


def lines_of(blocks: list[Block]) -> list[Line]:
    lines: list[Line] = []
    for block in blocks:
        assert isinstance(block, Paragraph | Bullets)
        lines += [block.line] if isinstance(block, Paragraph) else block.lines
    return lines


NONE = ""
CLIENTS = (*SIX, *NAMES)
WITH = ("hr-advisor.txt", "teacher.txt", "conseiller-rh.txt", "office-coordinator-messy.txt")
ALL = [*((name, NONE) for name in CLIENTS), *((name, posting) for posting in WITH for name in CLIENTS[::2])]

# What each client's history makes people ask, without a posting.
ASKED = {
    "1-senior-manager": ["short_job"],
    "2-laboratory-to-hr": ["step_down", "career_change"],
    "4-bilingual": ["gap"],
    "candidate": ["step_down", "career_change"],
    "contracts": ["short_job"],
    "graduate": ["gap"],
    "newcomer": ["short_job", "step_down", "gap"],
    "nurse-to-hr": ["step_down", "career_change"],
    "quebec": ["gap"],
    "returner": ["gap"],
    "returner-long": ["gap"],
    "short-ended": ["short_job"],
    "short-junior": ["short_job"],
    "step-down": ["step_down", "overqualified"],
}


@pytest.mark.parametrize("name", CLIENTS)
def test_a_card_is_there_for_what_the_history_shows_and_no_other(name: str) -> None:
    assert kinds_of(name) == ASKED.get(name, [])


def test_nothing_to_ask_is_said_in_one_line() -> None:
    (block,) = objection_blocks(kit_of("lateral"))

    assert isinstance(block, Paragraph)
    assert block.line.text == "Nothing in the resume or the posting asks for a special answer."


@pytest.mark.parametrize(("name", "posting"), ALL)
def test_every_answer_is_said_in_45_seconds(name: str, posting: str) -> None:
    for card in cards_of(name, posting):
        blanks = re.findall(r"\[[^\]]+\]", card.answer.text)
        around = len(re.sub(r"\[[^\]]+\][.,]?", "", card.answer.text).split())
        words = around + sum(max(8, len(blank.split())) for blank in blanks)

        # A full stop or comma behind a blank is counted as a word by the card, never the other way round.
        assert words <= card.words <= 105
        assert card.seconds == ceil(card.words * 60 / 140) <= 45


@pytest.mark.parametrize(("name", "posting"), ALL)
def test_the_last_sentence_names_what_the_employer_needs(name: str, posting: str) -> None:
    kit = kit_of(name, posting)
    for card in cards_of(name, posting):
        last = card.sentences[-1].line
        openings = [
            re.escape(words.partition("{need}")[0])
            for words in (*rules_of(name).need.values(), *rules_of(name).need_again.values())
        ]
        assert re.match("|".join(openings), last.text)
        if posting:
            (source,) = [source for source in last.sources if source.kind == "posting"]
            start, end = map(int, source.ref.split("-"))
            assert kit.match
            words = " ".join(kit.match.posting.text[start:end].split()).lower()
            assert re.sub("|".join(openings), "", last.text)[:12].lower() in words
        elif kit.context.target and kit.context.target.field:
            assert kit.context.target.field in last.text


@pytest.mark.parametrize(("name", "posting"), ALL)
def test_every_sentence_about_the_client_cites_facts(name: str, posting: str) -> None:
    resume = kit_of(name, posting).context.resume
    standing = {text for card in rules_of(name).card.values() for text in card.says.values()}
    standing |= {text.replace("{it}", word) for text in standing for word in ("it", "them")}
    for card in cards_of(name, posting):
        for sentence in card.sentences:
            facts = sentence.line.facts
            assert all(key.partition("#")[0] in resume.facts for key in facts)
            grounded = facts or any(source.kind == "posting" for source in sentence.line.sources)
            assert grounded or sentence.line.text in standing or sentence.name == "integrator"


@pytest.mark.parametrize(("name", "posting"), ALL)
def test_every_blank_is_homework_and_stands_out(name: str, posting: str) -> None:
    for card in cards_of(name, posting):
        blanks = [
            blank.lower()
            for blank in re.findall(
                r"\[(?:in your words: |en vos mots\u00a0: )?([^\]]+)\]", card.answer.text, re.IGNORECASE
            )
        ]
        assert [item.lower() for item in card.homework] == [blank.rstrip(".") for blank in blanks]
        assert all(("[" in span.text) == (span.style == "placeholder") for span in card.answer.spans)


def test_the_homework_stands_in_the_kit() -> None:
    lines = [line.text for line in lines_of(objection_blocks(kit_of("1-senior-manager")))]

    assert "Your homework: why you took it; one thing it taught you; its mandate in five words." in lines


@pytest.mark.parametrize(("name", "posting"), ALL)
def test_no_answer_blames_complains_or_apologizes(name: str, posting: str) -> None:
    for card in cards_of(name, posting):
        assert not rules_of(name).blames(card.answer.text)


@pytest.mark.parametrize(("name", "posting"), ALL)
def test_the_grammar_of_what_is_filled_in_holds(name: str, posting: str) -> None:
    for line in lines_of(objection_blocks(kit_of(name, posting))):
        assert_grammar(line.text)


def assert_grammar(text: str) -> None:
    text = re.sub("\u00a0(?=[:;?!»%$])", "", text)  # set off, in French, by a space that does not break
    assert not re.search(r"  | [.,;:?]|\.\.|,,|[{}]|,\.|\(\)|“”|\bNone\b| at \.| as \.| in \.| since \.", text), text
    assert not re.search(r"\b(a|an|the|and|as|at|in|of|to) \1\b", text), text
    assert text.rstrip("”»").endswith(
        (".", "?", "”", "!", "…", "for", "job", "down", "qualified", "gap", "field", "itself")
    ), text


def test_a_clients_own_words_of_blame_give_way_to_a_blank() -> None:
    target = resume_of("step-down").targets[0].model_dump(by_alias=True, exclude_defaults=True)
    said = changed(
        "step-down", targets=[{**target, "reason": "My last office was toxic and the director incompetent."}]
    )
    basis = basis_for(said, said.targets[0], decide(said, said.targets[0]))
    card = objections(Kit(basis))[0]

    assert "toxic" not in card.answer.text
    assert "I want this job because [in your words: why this work, and why now]." in card.answer.text


@pytest.mark.parametrize("name", ["1-senior-manager", "short-junior", "newcomer", "short-ended"])
def test_a_short_job_is_answered_as_the_justification_says(name: str) -> None:
    (job, *_) = kit_of(name).context.strategy.short_jobs
    told = "full" if job.advised == "full" else "compressed"
    answer = next(way.answer for way in job.presentations if way.choice == told)
    said = cards_of(name)[0].answer.text

    assert all(part in said for part in re.split(r"\{[^}]+\}", answer))


def test_a_short_job_that_is_left_out_is_asked_as_the_time_that_it_leaves() -> None:
    resume = resume_of("short-ended")
    target = resume.targets[0].model_dump(by_alias=True, exclude_defaults=True)
    left = changed("short-ended", targets=[{**target, "omit": [resume.experience[0].roles[0].key]}])
    card = objections(Kit(basis_for(left, left.targets[0], decide(left, left.targets[0]))))[0]

    assert card.asked.text == "What did you do between August 2026 and October 2026?"
    assert card.answer.text.startswith(
        "Between August 2026 and October 2026 I also did a short job that does not bear on this one; "
        "I am glad to give its details."
    )


@pytest.mark.parametrize(
    ("status", "said"),
    [("designated", "I hold the designation"), ("candidate", "I am a candidate for the designation"),
     ("exam passed", "I have passed the examination for the designation"),
     ("in progress", "I am working towards the designation")],
)  # fmt: skip
def test_a_credential_is_told_at_its_honest_status(status: str, said: str) -> None:
    resume = changed(
        "candidate",
        credentials=[{"name": "Certified Human Resources Professional", "short": "CHRP", "status": status,
                      "field": "human resources", "expected": "expected 2027-05"}],
    )  # fmt: skip
    strategy = decide(resume, resume.targets[0])
    strategy = replace(strategy, leading=(resume.credentials[0].key,))
    cards = objections(Kit(basis_for(resume, resume.targets[0], strategy)))
    (change,) = [card for card in cards if card.kind == "career_change"]

    assert f"{said} Certified Human Resources Professional (CHRP)" in change.answer.text
    assert ("expected in May 2027" in change.answer.text) == (status == "in progress")


def test_a_missing_must_have_is_admitted_and_never_claimed() -> None:
    cards = [card for card in cards_of("2-laboratory-to-hr", "hr-advisor.txt") if card.kind == "missing"]

    assert [card.title for card in cards] == [
        "Knowledge and skills that are asked for", "Something near, but not the thing itself", "Qualities that are asked for",
    ]  # fmt: skip
    assert "“Working knowledge of the Employment Standards Act” and “the Human Rights Code”" in cards[0].asked.text
    assert cards[0].answer.text.startswith("That is right: my resume does not show them, and I will not claim them.")
    assert "it is not the same, and I will not claim that it is" in cards[1].answer.text


def test_the_weightiest_come_first_and_the_rest_are_named() -> None:
    kit = kit_of("1-senior-manager", "nurse-manager.txt")
    cards = [card for card in objections(kit) if card.kind == "missing"]
    assert kit.match
    phrases = [
        row.requirement.phrase for row in kit.match.rows
        if row.requirement.need == "must" and row.status in ("missing", "adjacent") and row.requirement.kind not in ASKED_KINDS
    ]  # fmt: skip
    said = " ".join(line.text for line in lines_of(objection_blocks(kit)))

    assert len(cards) == RULES.most_missing == 4
    assert [card.title for card in cards][:2] == ["A credential that is asked for"] * 2
    assert len(phrases) > 6
    assert all(phrase.removeprefix("including ")[:20] in said for phrase in phrases)


def test_what_only_the_client_can_say_is_no_missing_must_have() -> None:
    said = " ".join(card.asked.text for card in cards_of("lateral", "warehouse-lead.txt"))

    assert "forklift" in said
    assert "lift 50" not in said
    assert "rotating shifts" not in said


def test_what_a_posting_should_not_ask_gets_a_line_and_no_card() -> None:
    kit = kit_of("lateral", "warehouse-lead.txt")
    said = [line.text for line in lines_of(objection_blocks(kit))]

    assert not any("Canadian experience" in card.asked.text for card in objections(kit))
    assert sum(line.startswith("The posting asks for “Canadian experience required”: ") for line in said) == 1


def test_must_haves_with_the_same_thing_near_stand_on_one_card() -> None:
    client = load(SAMPLES / "2-laboratory-to-hr.yaml")
    match = match_posting(client.resume, read_posting_file(POSTINGS / "hr-advisor.txt"), "hr-canada")
    cards = objections(Kit(kit_of("2-laboratory-to-hr").basis, match))
    (law,) = [card for card in cards if "Human Rights Code" in card.asked.text]

    assert law.asked.text.startswith(
        "We ask for “Working knowledge of the Employment Standards Act” and “the Human Rights Code”; your resume shows "
        "something near them"
    )
    assert "What comes nearest is the course Employment Law, from Speed River College." in law.answer.text
    assert "what the job needs of them by" in law.answer.text


def test_a_credential_that_is_near_is_told_at_its_status() -> None:
    (card,) = [card for card in cards_of("candidate", "hr-generalist-alberta.html") if "CPHR" in card.asked.text]

    assert (
        "What comes nearest is this: I am a candidate for the designation Certified Human Resources Professional (CHRP)."
        in card.answer.text
    )


def test_a_result_told_in_french_follows_one_colon() -> None:
    (years,) = [card for card in cards_of("quebec", "conseiller-rh.txt") if card.title == "Years that are asked for"]

    assert "à côté des années. Chez Béton Charlevoix, j’ai mis en place" in years.answer.text


@pytest.mark.parametrize(("ended", "asked"), [("2016-09", False), ("2018-09", True)])
def test_a_hole_that_ended_long_ago_is_not_asked_about(ended: str, asked: bool) -> None:
    first = {"employer": "Mill", "title": "Clerk", "level": 2, "field": "payroll", "start": "2010-01", "end": "2015-06"}
    now = {"employer": "Dock", "title": "Clerk", "level": 2, "field": "payroll", "start": ended, "end": "present"}
    made = changed("lateral", experience=[now, first])
    cards = objections(Kit(basis_for(made, made.targets[0], decide(made, made.targets[0]))))

    assert [card.kind for card in cards] == (["gap"] if asked else [])


def test_a_confidential_result_proves_nothing_here() -> None:
    resume = resume_of("step-down").model_dump(by_alias=True, exclude_defaults=True)
    for employer in resume["experience"]:
        for role in employer.get("roles", [employer]):
            for item in role.get("achievements", ()):
                item.update(confidential=True, say_as="Did something that may be said")
    made = Resume.model_validate(resume)
    cards = objections(Kit(basis_for(made, made.targets[0], decide(made, made.targets[0]))))

    assert [card.kind for card in cards] == ["step_down", "overqualified"]
    assert not any("may be said" in card.answer.text for card in cards)


def test_no_answer_ends_on_what_it_just_admitted_not_to_have() -> None:
    for card in cards_of("lateral", "teacher.txt"):
        asked = re.findall(r"“([^”]+)”", card.asked.text)
        assert not any(phrase in card.sentences[-1].line.text for phrase in asked)


@pytest.mark.parametrize("posting", [NONE, "hr-advisor.txt"])
def test_what_must_never_print_is_in_no_card(posting: str) -> None:
    client = load(FULL)
    for target in client.resume.targets:
        match = match_posting(client.resume, read_posting_file(POSTINGS / posting)) if posting else None
        kit = Kit(plan(client, Choices(target=target.key, theme="plain")).basis, match)
        said = " ".join(line.text for line in lines_of(objection_blocks(kit)))
        assert not set(markers(said)) & set(never())


def test_notes_of_the_coach_are_never_used() -> None:
    said = " ".join(line.text for line in lines_of(objection_blocks(kit_of("1-senior-manager"))))

    assert not any(words in said for words in ("hurry", "reorganization", "Poland", "discrepancies are"))


def test_the_cards_are_the_same_each_time() -> None:
    kit = kit_of("newcomer", "hr-advisor.txt")

    assert objection_blocks(kit) == objection_blocks(Kit(kit.basis, kit.match))


@pytest.mark.parametrize(("name", "posting"), [("1-senior-manager", NONE), ("2-laboratory-to-hr", "hr-advisor.txt")])
def test_the_cards_read_as_they_did(name: str, posting: str) -> None:
    made = "\n".join(line.text for line in lines_of(objection_blocks(kit_of(name, posting)))) + "\n"

    golden = GOLDEN / f"{name}-objections.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("duty", "said"),
    [("Advise managers on recruitment and selection, from posting to offer", "advise managers on recruitment and selection"),
     ("Recruit, screen and schedule 300 volunteers", "recruit, screen and schedule 300 volunteers"),
     ("Prepare monthly HR metrics: vacancies, turnover, overtime", "prepare monthly HR metrics"),
     ("You will build the service that settles card payments", "build the service that settles card payments"),
     ("To lead a team of 48 nurses.", "lead a team of 48 nurses"),
     ("Plan and deliver safe, effective and respectful care", "plan and deliver safe, effective and respectful care"),
     ("The teacher plans and delivers the programme", ""),
     ("Responsible for budgets", ""),
     ("Managing a team of six", ""),
     ("Lead", ""),
     ("Lead " + "very " * 30 + "large teams", "")],
)  # fmt: skip
def test_a_duty_is_said_after_to_or_not_at_all(duty: str, said: str) -> None:
    assert as_infinitive(duty, 22) == said


TITLES = st.sampled_from(
    ["Clerk", "Manager, Quality, North", "Vice-President", "Lead Hand (Nights)", "Coordinator Inc.", "A" * 90]
)
PLACES = st.sampled_from(["Northwind", "City of Guelph", "Acme, Inc.", "Canadian Armed Forces", "St. Anne’s Ltd."])
DAYS = st.sampled_from(["2026-01", "2026", "spring 2026", "2026-02-14"])
LEVELS = st.integers(0, 8)


@settings(max_examples=60, deadline=None)
@given(TITLES, TITLES, PLACES, PLACES, DAYS, st.sampled_from(["present", "2026-05", "2026"]), LEVELS, LEVELS, LEVELS,
       st.sampled_from([None, "I like it", "It is what I want. Truly!"]))  # fmt: skip
def test_any_client_is_answered_in_time_and_in_whole_sentences(
    title: str, before: str, place: str, other: str, start: str, end: str, level: int, best: int, wanted: int,
    reason: str | None,
) -> None:  # fmt: skip
    made = Resume.model_validate({
        "as_of": "2026-11", "person": {"name": "Ada"},
        "targets": [{"role": title, "level": wanted, "field": "logistics", "reason": reason}],
        "experience": [
            {"employer": place, "title": title, "level": level, "field": "retail", "start": start, "end": end},
            {"employer": other, "title": before, "level": best, "field": "retail", "start": "2015", "end": "2024"},
        ],
    })  # fmt: skip
    kit = Kit(basis_for(made, made.targets[0], decide(made, made.targets[0])))

    for card in objections(kit):
        assert card.words <= 105
        assert "logistics" in card.sentences[-1].line.text
        assert_grammar(card.answer.text)
        assert_grammar(card.asked.text)


@pytest.mark.parametrize(("name", "posting"), ALL)
def test_no_two_cards_in_a_row_end_in_the_same_words(name: str, posting: str) -> None:
    kit = kit_of(name, posting)
    # A posting whose one need can be quoted only is quoted, so that no card ends on what it lacks.
    endings = [card.sentences[-1].line.text for card in cards_of(name, posting)]
    if not any(text.startswith("Your posting names") for text in endings):
        assert all(one != other for one, other in pairwise(endings)), kit.context.resume.person.name


def test_no_answer_says_the_same_twice() -> None:
    for card in cards_of("step-down"):
        said = card.answer.text
        assert said.count("work I want to do") + said.count("work that I want to do") <= 1


def test_no_two_cards_on_years_lean_on_the_same_result() -> None:
    cards = [
        card
        for card in cards_of("2-laboratory-to-hr", "nurse-manager.txt")
        if card.kind in ("missing", "career_change")
    ]
    told = [line.text for card in cards for line in (item.line for item in card.sentences) if "Norfolk" in line.text]

    results = [re.sub(r"^.*?[Nn]orfolk Analytical Laboratories, ", "", text) for text in told]
    assert len(results) >= 3
    assert len(set(results)) == len(results)
