"""The posting report says what the match says, and rests on the same facts."""

from __future__ import annotations

from resumekit.compose.posting_report import compose_posting_report, next_steps, status_words, summary
from resumekit.document.block import Table
from resumekit.skills.posting_match import match_requirements
from resumekit.skills.posting_read import read_posting
from tests.skills.postings import client, laboratory, sample

MATCH = match_requirements(sample("nurse-manager.txt"), laboratory(), shown=())


def test_every_requirement_has_its_row() -> None:
    document = compose_posting_report(MATCH, laboratory())

    tables = [block for section in document.sections[2:4] for block in section.blocks if isinstance(block, Table)]
    said = {row[0].text: row[1].text for table in tables for row in table.rows}

    assert list(said) == [
        row.requirement.phrase for need in ("must", "nice") for row in MATCH.rows if row.requirement.need == need
    ]
    assert said["performance management"] == "have it, not shown"


def test_evidence_cites_its_facts() -> None:
    document = compose_posting_report(MATCH, laboratory())

    cited = {fact for _, line in document.lines() for fact in line.facts}

    assert cited == {item.fact for row in MATCH.rows for item in row.evidence} | {
        key for item in MATCH.answers for key in item.facts
    }
    assert len(cited) > 1


def test_the_summary_counts_and_never_scores() -> None:
    assert next(iter(summary(MATCH))) == "1 of 11 must-haves are covered by the facts: likely a stretch."
    assert "%" not in " ".join(summary(MATCH))


def test_each_open_must_gets_a_next_step() -> None:
    steps = list(next_steps(match_requirements(sample("teacher.txt"), client())))

    assert any(step.startswith("Ask the client about “") and "“Bachelor of Education”" in step for step in steps)
    assert "Ask the client: Do you speak and write French?" in steps
    assert not any("no fact tells" in step and "Criminal record" in step for step in steps)


def test_steps_of_a_kind_stand_in_one_sentence() -> None:
    steps = list(next_steps(MATCH))

    assert sum(step.startswith("Ask the client about") for step in steps) == 1
    assert sum(step.startswith("Show what the resume leaves out") for step in steps) == 1


def test_what_only_the_client_can_say_is_to_be_asked_and_not_missing() -> None:
    rows = {row.requirement.phrase: status_words(row) for row in MATCH.rows if row.requirement.kind == "eligibility"}

    assert set(rows.values()) == {"to ask"}


def test_two_postings_make_two_files() -> None:
    other = match_requirements(sample("teacher.txt"), laboratory())

    stems = {compose_posting_report(match, laboratory()).file_stem for match in (MATCH, other)}

    assert len(stems) == 2


def test_a_phrase_without_end_is_shortened_and_a_question_is_no_sentence() -> None:
    endless = match_requirements(read_posting("Requirements\n- Must have " + "experience, " * 2000), laboratory())
    silent = match_requirements(read_posting("A walk in the woods."), laboratory())

    words = [
        line.text for match in (endless, silent) for _, line in compose_posting_report(match, laboratory()).lines()
    ]

    assert max(map(len, words)) < 500
    assert "No requirements were found; is this the text of a posting?" in words
