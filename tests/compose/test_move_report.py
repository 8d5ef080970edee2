"""The report on a move says what the assessment says, and rests on the same facts."""

from __future__ import annotations

import pytest

from resumekit.career import move_words
from resumekit.career.offer_assessment import Move, judge_move
from resumekit.compose.move_report import compose_move_report
from resumekit.document.block import Document, Table
from resumekit.load.client import load
from resumekit.load.stated import read_offer
from resumekit.model.offer import Offer
from resumekit.model.resume import Resume
from tests.architecture.tree import ROOT

SAMPLES = ROOT / "samples"
CASES = [("1-senior-manager", "1-assistant-manager"), ("1-senior-manager", "1-preferred-employer"),
         ("2-laboratory-to-hr", "2-warehouse"), ("2-laboratory-to-hr", "2-hr-coordinator")]  # fmt: skip


def sample(client: str, offer: str) -> Move:
    return judge_move(load(SAMPLES / f"{client}.yaml").resume, read_offer(SAMPLES / "offers" / f"{offer}.yaml").value)


def words(document: Document) -> list[str]:
    return [line.text for _, line in document.lines()]


@pytest.mark.parametrize(("client", "offer"), CASES)
def test_it_tells_verdict_factors_flips_and_studies(client: str, offer: str) -> None:
    move = sample(client, offer)
    made = move.assessment

    document = compose_move_report(move)

    (table,) = (block for section in document.sections for block in section.blocks if isinstance(block, Table))
    assert [row[0].text for row in table.rows] == [made.rules.factor[item.factor].label for item in made.judged]
    assert [row[4].text for row in table.rows] == [move_words.why(item) or "–" for item in made.judged]
    said = words(document)
    assert any(move_words.headline(made)[1:] in line and made.rules.verdict[made.verdict].says in line for line in said)
    assert all(move_words.flip_words(made, flip) in said for _, flips in move_words.flip_groups(made) for flip in flips)
    assert all(study.told() in said for study in move.evidence)
    assert all(item.text in said for item in move.forecast.staying)
    names = [section.name for section in document.sections]
    assert ("negotiate" in names) == (made.verdict == "conditional")


@pytest.mark.parametrize(("client", "offer"), CASES)
def test_what_rests_on_facts_cites_them(client: str, offer: str) -> None:
    move = sample(client, offer)

    cited = {fact for _, line in compose_move_report(move).lines() for fact in line.facts}

    assert cited == {key for item in move.assessment.judged for key in item.facts} | {
        key for item in move.forecast.staying for key in item.facts
    } | {move.target.key if move.target else ""}
    assert len(cited) > 1
    assert all(move.resume.fact(key) for key in cited)
    assert all(line.sources for _, line in compose_move_report(move).lines())


def test_what_is_open_is_asked_and_benefits_are_minded() -> None:
    resume = Resume.model_validate({"person": {"name": "Amina Osei"}, "search": {"benefit": {"weeks": 40}}})
    answers = {
        "preferred_employer": 0,
        "new_sector": 0,
        "next_resume_content": 1,
        "level_gap": 1,
        "culture": 1,
        "pay": 1,
    }

    said = words(compose_move_report(judge_move(resume, Offer.model_validate({"answers": answers}))))

    assert any(line.startswith("Mind: Refusing suitable employment while on benefits") for line in said)
    assert any(
        line.startswith("Is there a mandate to improve, and how does the manager lead? 0 = micromanaged")
        for line in said
    )


def test_the_file_is_named_after_client_and_employer() -> None:
    stems = [compose_move_report(sample(*case)).file_stem for case in CASES]

    assert stems[1] == "Renata-Kowalczyk-Thornbury-Pumps-Inc-Move"
    assert len(set(stems)) == 4
    unnamed = judge_move(Resume.model_validate({"person": {"name": "Amina Osei"}}), Offer.model_validate({}))
    assert compose_move_report(unnamed).file_stem == "Amina-Osei-Move"


def test_the_coach_s_notes_stay_with_the_coach() -> None:
    move = sample("2-laboratory-to-hr", "2-hr-coordinator")
    noted = judge_move(move.resume, move.offer.model_copy(update={"notes": "she would take 60"}))

    assert not any("she would take 60" in line for line in words(compose_move_report(noted)))


def test_a_calm_voice() -> None:
    for case in CASES:
        text = " ".join(words(compose_move_report(sample(*case))))
        assert "!" not in text
        assert "  " not in text
        assert ".." not in text
