"""The doubt kit: fair to who doubts, honest about studies, and built on the client's own facts."""

from __future__ import annotations

import os
import re
from datetime import date, timedelta
from functools import cache
from math import ceil
from pathlib import Path

import pytest

from resumekit.career.doubt import doubt_rules
from resumekit.career.evidence import Evidence
from resumekit.career.move import move_rules
from resumekit.career.plan import plan_search
from resumekit.career.tables import read_part
from resumekit.compose.doubt_kit import compose_doubt_kit
from resumekit.compose.kit import Kit
from resumekit.document.block import Document
from resumekit.load.client import load
from resumekit.load.posting_file import read_posting_file
from resumekit.mapping import match_posting
from resumekit.model.offer import Offer
from resumekit.model.resume import Resume
from resumekit.pipeline import Choices, plan
from resumekit.render.formats import FORMATS
from resumekit.strategy.decide import decide
from resumekit.themes.template import lower
from resumekit.themes.theme import find_theme
from tests.full_client.markers import FULL, markers, never
from tests.strategy.library import FOLDER, NAMES, basis_for, basis_of, changed, resume_of, text_of

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = Path(__file__).parents[2] / "samples"
SIX = tuple(sorted(path.stem for path in SAMPLES.glob("*.yaml")))
CLIENTS = (*SIX, *NAMES)
RULES = doubt_rules()
WARNING = move_rules().benefits_warning


@cache
def kit_of(name: str, posting: str = "") -> Kit:
    client = load(SAMPLES / f"{name}.yaml" if name in SIX else FOLDER / f"{name}.yaml")
    basis = plan(client, Choices(theme="plain")).basis if name in SIX else basis_of(name)
    path = SAMPLES / "postings" / posting
    return Kit(basis, match_posting(client.resume, read_posting_file(path)) if posting else None)


@cache
def kit_document(name: str, posting: str = "") -> Document:
    return compose_doubt_kit(kit_of(name, posting))


def kit_for(resume: Resume) -> Kit:
    return Kit(basis_for(resume, resume.targets[0], decide(resume, resume.targets[0])))


def searching(name: str, **search: object) -> Resume:
    return changed(name, search=search)


@pytest.mark.parametrize("name", CLIENTS)
def test_each_doubt_is_fair_cites_and_answers(name: str) -> None:
    document = kit_document(name)

    assert document.kind == "report"
    assert document.file_stem.endswith("-Doubt-Kit")
    for section in document.sections[1:]:
        labels = [line.text.partition(":")[0] for line in section.lines()]
        assert labels[0] == "What is right in it"
        assert labels[-1] == "You can say"
        assert "Your own facts" in labels
        assert "What studies found" in labels


@pytest.mark.parametrize("name", CLIENTS)
def test_an_answer_is_one_sentence(name: str) -> None:
    for section in kit_document(name).sections[1:]:
        said = list(section.lines())[-1].text.removeprefix("You can say: ")
        assert re.fullmatch(r"“[^“”.!?]+\.”", said), said
        assert len(said.split()) <= 35
        assert "!" not in said


@pytest.mark.parametrize("name", CLIENTS)
def test_facts_are_cited_or_are_homework(name: str) -> None:
    resume = kit_of(name).context.resume
    for section in kit_document(name).sections[1:]:
        (line,) = [line for line in section.lines() if line.text.startswith("Your own facts:")]
        assert all(key.partition("#")[0] in resume.facts for key in line.facts)
        told = line.text.removeprefix("Your own facts: ")
        standing = told in (RULES.repeated, RULES.no_facts, RULES.fact["no_plan"]) or section.name == "afford"
        assert line.facts or standing, line.text


@pytest.mark.parametrize("name", CLIENTS)
def test_a_study_is_told_with_its_limits_before_it_is_only_named(name: str) -> None:
    studies = read_part("evidence", Evidence).study
    said = text_of(kit_document(name))

    for study in studies.values():
        mentions = said.lower().count(study.short.lower())
        whole = said.lower().count(study.told().lower())
        assert whole == (1 if mentions else 0), study.short


def test_what_stands_against_the_other_studies_is_named_as_such() -> None:
    said = text_of(kit_document("military"), "gap_worse").splitlines()
    (against,) = [line for line in said if line.startswith("What stands against that:")]

    assert "Kroft et al." in against


@pytest.mark.parametrize("name", CLIENTS)
def test_saying_no_to_work_is_never_spoken_of_without_the_warning(name: str) -> None:
    refusing = [
        section for section in kit_document(name).sections if section.name in ("any_job", "keep_looking", "choosy")
    ]
    cares = [
        [line.text for line in section.lines() if line.text.startswith("Before you say no:")] for section in refusing
    ]

    assert all(len(care) == 1 for care in cares)
    assert [WARNING in care[0] for care in cares] == [True, *[False] * (len(cares) - 1)][: len(cares)]
    assert all(RULES.warned in care[0] for care in cares[1:])


def test_who_has_nothing_to_doubt_is_told_so() -> None:
    document = kit_document("lateral")

    assert [section.name for section in document.sections] == ["opening"]
    assert "Nothing stated so far" in text_of(document)


def test_a_list_is_told_by_its_length_and_its_day_and_never_by_its_names() -> None:
    said = text_of(kit_document("1-senior-manager"), "choosy")

    assert "Your list names three employers; you wrote it on September 20, 2026." in said
    assert "Thornbury" not in text_of(kit_document("1-senior-manager"))


def test_a_list_without_a_day_is_homework() -> None:
    assert "Homework: write down the day you made it" in text_of(kit_document("step-down"), "choosy")


def test_must_haves_are_told_as_so_many_of_so_many() -> None:
    match = kit_of("2-laboratory-to-hr", "hr-advisor.txt").match
    assert match
    said = text_of(kit_document("2-laboratory-to-hr", "hr-advisor.txt"))

    # Read off the posting by hand: CHRP, education, two years, three acts, Excel and clear writing.
    assert match.musts == 8
    assert said.count(f"yours cover {match.musts_covered} of 8.") == 1
    assert "The posting is from an employer on the list." in said


def test_a_plan_gives_the_weeks_and_the_day_to_decide() -> None:
    made = searching("military", leaving="quit", counted_on="2026-11-16", savings="12,000", essentials="1,300")
    search = plan_search(made, made.targets[0])
    said = text_of(compose_doubt_kit(kit_for(made), plan=search))

    # 12,000 at 300 a week last 40 weeks and fail in the 41st; four weeks' buffer and six for an offer: week 31.
    assert "The money lasts 41 weeks, counted from November 16, 2026." in said
    assert "The day to decide is June 14, 2027." in said
    assert "“I have counted it: the money lasts 41 weeks, and on June 14, 2027 I decide anew.”" in said
    assert "so I search until June 14, 2027 and then look again" in said


def test_money_for_years_does_not_make_the_search_a_year_long() -> None:
    made = searching("military", leaving="quit", counted_on="2026-11-16", savings="90,000", essentials="1,300")
    search = plan_search(made, made.targets[0])
    assert search.decision is not None
    assert search.decision.date is not None
    assert search.window is not None

    said = text_of(compose_doubt_kit(kit_for(made), plan=search))

    late = date(2026, 11, 16) + timedelta(weeks=ceil(search.window[1]))
    assert late < search.decision.date
    assert f"so I search until {late:%B} {late.day}, {late.year} and then look again" in said


def test_the_plan_is_reckoned_from_stated_figures_where_none_is_given() -> None:
    made = searching("military", leaving="quit", counted_on="2026-11-16", savings="12,000", essentials="1,300")

    assert compose_doubt_kit(kit_for(made)) == compose_doubt_kit(kit_for(made), plan=plan_search(made, made.targets[0]))


def test_a_day_that_has_passed_is_said() -> None:
    made = searching("military", leaving="quit", counted_on="2026-11-16", savings="1,200", essentials="1,300")
    said = text_of(compose_doubt_kit(kit_for(made)), "afford")

    assert "The day to decide has passed: decide now, with your coach." in said
    assert "it is time to decide" in said


def test_who_still_works_hears_what_leaving_would_cost() -> None:
    said = text_of(kit_document("2-laboratory-to-hr"), "afford")

    assert "the money does not run out" in said
    assert "who quits without just cause is usually paid no regular benefits" in said
    assert "Confirm with Service Canada" in said


def test_an_offer_is_measured_by_level_and_list() -> None:
    offer = Offer.model_validate({"title": "Shift Lead, Nights", "employer": "Royal City Foods", "level": 1})
    kit = kit_of("2-laboratory-to-hr")
    said = text_of(compose_doubt_kit(kit, offers=[offer]))

    assert "The offer (Shift Lead, Nights, Royal City Foods) lies two levels below your highest." in said
    assert "The offer (Shift Lead, Nights, Royal City Foods) is from an employer on the list." in said


def test_a_list_that_is_younger_than_the_offer_does_not_count_as_a_plan() -> None:
    offer = Offer.model_validate({"employer": "Beacon Mills", "date": "2026-09-01"})
    said = text_of(compose_doubt_kit(kit_of("1-senior-manager"), offers=[offer]), "choosy")

    assert "The offer from Beacon Mills is from an employer that is not on the list." in said
    assert "The offer from Beacon Mills came before the list was written" in said


def test_a_list_that_is_older_than_the_offer_stands() -> None:
    offer = Offer.model_validate({"employer": "Beacon Mills", "date": "2026-10-01"})
    said = text_of(compose_doubt_kit(kit_of("1-senior-manager"), offers=[offer]), "choosy")

    assert "came before the list was written" not in said


@pytest.mark.parametrize("name", CLIENTS)
def test_nothing_is_said_of_age_sex_family_duties_or_health(name: str) -> None:
    standing = " ".join(
        [RULES.opening, *RULES.fact.values(), *(words.right for words in RULES.doubt.values()),
         *(text for words in RULES.doubt.values() for text in (words.says, *words.answer.values()))]
    )  # fmt: skip

    assert not re.search(r"\b(age|old|young|man|woman|wife|husband|child|children|baby|health|ill|sick)\b", standing)


@pytest.mark.parametrize("name", CLIENTS)
def test_no_fact_is_told_twice(name: str) -> None:
    facts = [
        sentence
        for section in kit_document(name).sections[1:]
        for line in section.lines() if line.text.startswith("Your own facts:")
        for sentence in re.split(r"(?<=\.) ", line.text.removeprefix("Your own facts: ")) if sentence != RULES.repeated
    ]  # fmt: skip

    assert len(facts) == len(set(facts))


def test_what_must_never_print_does_not() -> None:
    client = load(FULL)
    for target in client.resume.targets:
        kit = Kit(plan(client, Choices(target=target.key, theme="plain")).basis)
        offers = [Offer.model_validate({"title": "Clerk", "employer": "Mill", "level": 0, "notes": "No999Secret"})]
        document = compose_doubt_kit(kit, offers=offers)
        said = " ".join([document.title, document.file_stem, *(line.text for _, line in document.lines())])
        assert not set(markers(said)) & {*never(), "No999Secret"}


def test_money_is_told_in_weeks_and_never_in_sums() -> None:
    for name in ("1-senior-manager", "2-laboratory-to-hr"):
        assert "$" not in text_of(kit_document(name), "afford")


@pytest.mark.parametrize("name", ["1-senior-manager", "2-laboratory-to-hr", "short-ended", "military"])
def test_the_kit_fills_two_pages_at_most(name: str) -> None:
    document, theme = kit_document(name), find_theme("plain")
    made = FORMATS["pdf"](document, lower(document, theme), theme)

    assert (made.pages or 0) <= 2


def test_the_kit_is_the_same_each_time() -> None:
    kit = kit_of("newcomer")

    assert compose_doubt_kit(kit) == compose_doubt_kit(Kit(kit.basis))


@pytest.mark.parametrize(("name", "posting"), [("1-senior-manager", ""), ("2-laboratory-to-hr", "hr-advisor.txt")])
def test_the_kit_reads_as_it_did(name: str, posting: str) -> None:
    made = "\n".join(line.text for _, line in kit_document(name, posting).lines()) + "\n"

    golden = GOLDEN / f"{name}-doubt-kit.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_a_reason_for_a_break_is_known_of_and_not_told() -> None:
    said = text_of(kit_document("returner"), "gap_worse")

    assert "You have written down a reason that may be told in one sentence." in said
    assert "parenting" not in said


def test_who_has_no_target_gets_a_kit_too() -> None:
    assert kit_document("6-smallest").sections
    assert resume_of("missing").targets
