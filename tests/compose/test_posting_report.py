"""The posting report says what the match says, and rests on the same facts."""

from __future__ import annotations

from resumekit.compose.posting_report import compose_posting_report, next_steps, summary
from resumekit.document.block import Table
from resumekit.skills.posting_match import match_requirements
from tests.skills.postings import client, laboratory, sample

MATCH = match_requirements(sample("nurse-manager.txt"), laboratory(), shown=())


def test_every_requirement_has_its_row() -> None:
    document = compose_posting_report(MATCH, laboratory())

    tables = [block for section in document.sections[1:3] for block in section.blocks if isinstance(block, Table)]
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
    assert next(iter(summary(MATCH))) == "1 of 11 must-haves are covered by the facts, likely a stretch."
    assert "%" not in " ".join(summary(MATCH))


def test_each_open_must_gets_a_next_step() -> None:
    steps = list(next_steps(match_requirements(sample("teacher.txt"), client())))

    assert (
        "Prepare an answer: no fact shows “Bachelor of Education”. Ask the client; if it is so, it is an objection to meet."
        in steps
    )
    assert "Ask the client: Do you speak and write French?" in steps
    assert not any("Prepare an answer" in step and "Criminal record" in step for step in steps)
