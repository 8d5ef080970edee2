"""Prepared interview kits of the samples and of small clients, and their parts as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from resumekit.compose.kit import Kit
from resumekit.document.block import Block, Bullets, Paragraph, Section, Table
from resumekit.document.line import Line
from resumekit.load.client import load, parse
from resumekit.preparing import prepare_interview
from tests.architecture.tree import ROOT
from tests.full_client.markers import FULL
from tests.skills.postings import sample

SAMPLES = {path.name[0]: path for path in sorted((ROOT / "samples").glob("*.yaml"))}


@cache
def sample_kit(number: str, posting: str = "") -> Kit:
    """The kit of a sample, for a posting of samples/postings or for its own."""
    return prepare_interview(load(SAMPLES[number]), None, sample(posting) if posting else None)


@cache
def full_kit() -> Kit:
    """The kit of the client that states everything."""
    return prepare_interview(load(FULL))


def kit_of(client: str, posting: str = "") -> Kit:
    """The kit of a client written down in a test."""
    return prepare_interview(parse(client), None, posting or None)


def lines(blocks: Iterable[Block]) -> list[Line]:
    """Every line of the blocks, in reading order."""
    return list(Section("part", None, tuple(blocks)).lines())


def texts(blocks: Iterable[Block]) -> list[str]:
    return [line.text for line in lines(blocks)]


def tables(blocks: Iterable[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def page(blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks as plain text, a line for a paragraph, a point or a row."""
    for block in blocks:
        match block:
            case Paragraph(line=line):
                yield line.text
            case Bullets(lines=points):
                yield from (f"- {line.text}" for line in points)
            case Table():
                yield from ("| " + " | ".join(cell.text for cell in row) for row in (block.header, *block.rows))
