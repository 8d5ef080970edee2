"""How often each wording rule finds what is there, and how often it finds what is not."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from resumekit.lint.run import check_page
from tests.lint.examples import page_of_example

DATA = Path(__file__).parent / "data"
RECALL = 0.95
FALSE = 0.03
# What speaks of a whole role or page is not asked of a single bullet; a short one is short by its definition.
OF_A_ROLE = {"ACH001", "ACH003", "STY001"}
FAMILIES = ("VRB", "ACH", "WRD", "STY", "PRO")


@cache
def lines(name: str) -> tuple[str, ...]:
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    kept = tuple(line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(line.replace("_", "\u00a0") for line in kept) if name == "clean-fr" else kept


@cache
def faulty(language: str) -> dict[str, list[str]]:
    """The trials of each rule, by its id in the trade's list."""
    found: dict[str, list[str]] = defaultdict(list)
    domain = ""
    for line in lines(f"faulty-{language}"):
        if heading := re.fullmatch(r"\[(L\d\d)\]", line):
            domain = heading[1]
        else:
            found[domain].append(line)
    return found


EACH = [(language, domain) for language in ("en", "fr") for domain in faulty(language)]


@pytest.mark.parametrize(("language", "domain"), EACH)
def test_a_fault_is_found(language: str, domain: str) -> None:
    trials = faulty(language)[domain]

    missed = [
        text
        for text in trials
        if domain not in {finding.domain for finding in check_page(page_of_example(text, language))}
    ]

    assert len(trials) >= 5
    assert len(missed) <= (1 - RECALL) * len(trials), missed


@pytest.mark.parametrize("name", ["clean-en", "clean-roles-en", "clean-profiles-en", "clean-fr"])
def test_good_writing_is_left_alone(name: str) -> None:
    trials = lines(name)
    found: dict[str, list[str]] = defaultdict(list)
    for text in trials:
        for finding in check_page(page_of_example(text, name[-2:])):
            if finding.code.startswith(FAMILIES) and finding.code not in OF_A_ROLE:
                found[finding.code].append(finding.text)

    assert len(trials) >= 12
    assert {code: texts for code, texts in found.items() if len(texts) > FALSE * len(trials)} == {}
    assert sum(map(len, found.values())) <= FALSE * len(trials) * 2, dict(found)
