"""The sample postings, and clients to match them with."""

from __future__ import annotations

from functools import cache

from resumekit.load.client import load, parse
from resumekit.load.posting_file import posting_file_text, read_posting_file
from resumekit.model.resume import Resume
from resumekit.skills.posting import Posting, Requirement
from resumekit.skills.posting_read import read_posting
from tests.architecture.tree import ROOT

FOLDER = ROOT / "samples" / "postings"
NAMES = tuple(sorted(path.name for path in FOLDER.iterdir()))


@cache
def sample(name: str) -> Posting:
    return read_posting_file(FOLDER / name)


@cache
def text_of(name: str) -> str:
    return posting_file_text(FOLDER / name)


def asked(*lines: str, heading: str = "Requirements") -> tuple[Requirement, ...]:
    """What a posting with these points asks for."""
    points = "\n".join(f"- {line}" for line in lines)
    return read_posting(f"Clerk\n\n{heading}\n{points}\n").requirements


def phrases(*lines: str, heading: str = "Requirements") -> list[str]:
    return [item.phrase for item in asked(*lines, heading=heading)]


@cache
def laboratory() -> Resume:
    return load(ROOT / "samples" / "2-laboratory-to-hr.yaml").resume


def client(rest: str = "") -> Resume:
    return parse(f"person: {{name: Amina Haddad}}\n{rest}").resume
