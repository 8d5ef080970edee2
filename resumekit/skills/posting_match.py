"""Matching: each requirement of a posting against a client's facts, with the facts and words that show it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from resumekit.model.resume import Resume
from resumekit.skills.lexicon import Lexicon
from resumekit.skills.posting import KnockOut, Posting, Requirement
from resumekit.skills.posting_evidence import Facts, Piece, gather
from resumekit.skills.posting_judge import Finding, Judge, Ranker

Status = Literal["covered", "adjacent", "not shown", "missing"]
""""not shown": a fact has it, and the resume as it stands would not show that fact."""
ASKED = frozenset({"eligibility", "driving", "availability"})
MOST_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact that a requirement rests on: its key, the words of it that count, and why they do."""

    fact: str
    quote: str
    why: str
    relation: Literal["direct", "adjacent"] = "direct"


@dataclass(frozen=True, slots=True)
class Row:
    """A requirement and what there is for it, the nearest first."""

    requirement: Requirement
    status: Status
    evidence: tuple[Evidence, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a client can truly answer to a knock-out question; unknown is for the coach to ask."""

    knock_out: KnockOut
    answer: Literal["yes", "no", "unknown"]
    facts: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class PostingMatch:
    """All of it. There is no single score: every system has its own, and none is the employer's judgement."""

    posting: Posting
    rows: tuple[Row, ...]
    answers: tuple[Answer, ...]

    def count(self, status: Status, need: Literal["must", "nice"] | None = None) -> int:
        """How many requirements have this status."""
        return sum(row.status == status and need in (None, row.requirement.need) for row in self.rows)

    @property
    def musts(self) -> int:
        """How many must-haves a fact can cover; what only the client can say (a check, a shift) is asked, not counted."""
        return sum(_counts(row) for row in self.rows)

    @property
    def musts_covered(self) -> int:
        """How many must-haves a fact covers, whether the resume shows it or not."""
        return sum(_counts(row) and row.status in ("covered", "not shown") for row in self.rows)

    @property
    def share_of_musts(self) -> float | None:
        """The share of must-haves that the facts cover; None where there are none."""
        return self.musts_covered / self.musts if self.musts else None


def _counts(row: Row) -> bool:
    return row.requirement.need == "must" and row.requirement.kind not in ASKED


def match_requirements(
    posting: Posting,
    resume: Resume,
    *,
    as_of: date | None = None,
    shown: Collection[str] | None = None,
    rank: Ranker | None = None,
    lexicons: Iterable[Lexicon] = (),
) -> PostingMatch:
    """Every requirement with its evidence.

    Args:
        posting: as it was read.
        resume: the client's facts.
        as_of: the day that years count to; without it (and the file's own) the newest month that a role names.
        shown: keys of the facts that a resume shows; None where that is not asked.
        rank: the competencies of a text, as `Engine.rank` gives them; without it only words are compared.
        lexicons: words of the client's field, and what they mean in plain ones.
    """
    facts = gather(resume, as_of, lexicons)
    judge = Judge(facts, rank)
    found = [judge.judge(requirement) for requirement in posting.requirements]
    pairs = zip(posting.requirements, found, strict=True)
    rows = tuple(_row(requirement, finding, facts, shown) for requirement, finding in pairs)
    answers = tuple(_answer(item, found[item.requirement]) for item in posting.knock_outs)
    return PostingMatch(posting, rows, answers)


def _row(requirement: Requirement, finding: Finding, facts: Facts, shown: Collection[str] | None) -> Row:
    listed = tuple(_evidence(piece, why, "direct") for piece, why in finding.direct[:MOST_EVIDENCE])
    near = tuple(_evidence(piece, why, "adjacent") for piece, why in finding.near[:MOST_EVIDENCE])
    if not finding.direct:
        asked = "" if near or requirement.kind not in ASKED else "only the client can say"
        return Row(requirement, "adjacent" if near else "missing", near, finding.note or asked)
    if shown is not None and not any(facts.is_shown(piece.fact, shown) for piece, _ in finding.direct):
        return Row(requirement, "not shown", listed, finding.note)
    if shown is not None:
        first = [item for item in finding.direct if facts.is_shown(item[0].fact, shown)]
        listed = tuple(_evidence(piece, why, "direct") for piece, why in first[:MOST_EVIDENCE])
    return Row(requirement, "covered", listed, finding.note)


def _evidence(piece: Piece, why: str, relation: Literal["direct", "adjacent"]) -> Evidence:
    if piece.told:
        return Evidence(piece.fact, piece.told, f"the client calls it {piece.text}", relation)
    return Evidence(piece.fact, piece.text, why, relation)


def _answer(knock_out: KnockOut, finding: Finding) -> Answer:
    keys = tuple(dict.fromkeys(piece.fact for piece, _ in (finding.direct or finding.near)[:MOST_EVIDENCE]))
    if finding.direct:
        return Answer(knock_out, "yes", keys, finding.note or "; ".join(why for _, why in finding.direct[:1]))
    because = finding.note or ("only something near it is stated; ask" if finding.near else "no fact tells; ask")
    return Answer(knock_out, "no" if finding.denied else "unknown", keys, because)
