"""Objection cards: what a resume makes people ask, and answers that are short, honest and end on their need."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from resumekit.career.objection import objection_rules
from resumekit.compose.kit import Kit
from resumekit.compose.kit_card import Objection
from resumekit.compose.kit_need import as_infinitive
from resumekit.compose.kit_objections import objection_blocks, objections
from resumekit.document.block import Block, Bullets, Paragraph
from resumekit.document.line import Line
from resumekit.load.client import load
from resumekit.load.posting_file import read_posting_file
from resumekit.mapping import match_posting
from resumekit.pipeline import Choices, plan
from tests.full_client.markers import FULL, markers, never
from tests.strategy.library import FOLDER, NAMES, basis_of

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = Path(__file__).parents[2] / "samples"
POSTINGS = SAMPLES / "postings"
SIX = tuple(sorted(path.stem for path in SAMPLES.glob("*.yaml")))
RULES = objection_rules()


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


ALL = [*((name, "") for name in (*SIX, *NAMES)), *((name, "hr-advisor.txt") for name in (*SIX, *NAMES))]


@pytest.mark.parametrize(("name", "posting"), ALL)
def test_every_answer_is_said_in_45_seconds(name: str, posting: str) -> None:
    for card in cards_of(name, posting):
        blanks = re.findall(r"\[([^\]]+)\]", card.answer.text)
        said = len(re.sub(r"\[[^\]]+\]", "", card.answer.text).replace(" .", " ").replace(" ,", " ").split())
        words = said + sum(max(8, len(blank.split())) for blank in blanks)

        assert abs(words - card.words) <= 2 * len(blanks)
        assert card.words <= 105
        assert card.seconds <= 45
