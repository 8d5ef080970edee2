"""Findings as a whole: their order, their places, their edits; and the samples."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from resumekit.lint.page import Page, PageLine, Post
from resumekit.lint.page_of import page_of_document
from resumekit.lint.run import check_page
from resumekit.load.client import load
from resumekit.pipeline import Choices, compose
from tests.architecture.tree import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
FAULTY = ("Responsible for managing many clerks", "I cut waste by 12 percent in order to save $40000", "Filed forms")


def page(texts: tuple[str, ...]) -> Page:
    post = Post("role")
    return Page(
        tuple(PageLine(text, post=post, facts=(f"f{n}",), path=("a", n), line=n) for n, text in enumerate(texts))
    )


def test_findings_come_in_reading_order_and_the_same_each_time() -> None:
    first, again = check_page(page(FAULTY)), check_page(page(FAULTY))

    assert first == again
    assert [finding.line for finding in first if finding.text in FAULTY] == sorted(
        finding.line for finding in first if finding.text in FAULTY
    )


def test_marked_words_lie_inside_their_text() -> None:
    found = check_page(page(FAULTY))

    assert len(found) > 5
    assert all(0 <= finding.start <= finding.end <= len(finding.text) for finding in found)
    assert all(finding.why for finding in found)


@pytest.mark.parametrize(
    ("text", "code", "mended"),
    [
        ("I cut waste on the line", "WRD008", "Cut waste on the line"),
        ("Cut waste by 12 percent", "STY005", "Cut waste by 12%"),
        ("Saved $40000 on rent", "STY007", "Saved $40,000 on rent"),
        ("Manage 12 clerks and two vans", "VRB004", "Managed 12 clerks and two vans"),
        ("Responsible for managing 12 clerks", "VRB001", "Managed 12 clerks"),
    ],
)
def test_an_edit_makes_the_sentence_right(text: str, code: str, mended: str) -> None:
    edit = next(finding.edit for finding in check_page(page((text,))) if finding.code == code)

    assert edit
    assert text[: edit.start] + edit.replacement + text[edit.end :] == mended


def test_words_with_no_field_of_their_own_are_not_edited() -> None:
    line = PageLine("Cut waste by 12 percent", post=Post("role"), path=("a", 0), offset=-1)

    assert not any(finding.edit for finding in check_page(Page((line,))))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_nothing_grave_stands_on_the_pages_of_the_samples(sample: Path) -> None:
    client = load(sample)
    for target in client.resume.targets or (None,):
        document = compose(client, Choices(target=target.key if target else None))

        found = check_page(page_of_document(document, client.resume, target))

        wording = [finding for finding in found if finding.code[:3] in ("VRB", "ACH", "WRD", "STY", "PRO")]
        assert [finding for finding in wording if finding.severity == "error"] == []
        assert len(wording) <= 3


def test_the_order_of_unrelated_lines_changes_no_finding_of_a_line() -> None:
    texts = list(FAULTY)
    random.Random(3).shuffle(texts)

    before = {
        (one.code, one.text, one.start) for one in check_page(page(FAULTY)) if one.domain in ("L01", "L04", "L16")
    }
    after = {
        (one.code, one.text, one.start) for one in check_page(page(tuple(texts))) if one.domain in ("L01", "L04", "L16")
    }

    assert before == after
