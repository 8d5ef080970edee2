"""The examples that explain a rule are true."""

from __future__ import annotations

import pytest

from resumekit.lint.rule import Rule
from resumekit.lint.run import all_rules, check_page
from resumekit.lint.settings import default_settings
from tests.lint.examples import page_of_example

# Rules of finished files have files for examples; their own tests make them.
ON_TEXT = [rule for rule in all_rules() if rule.scope != "file"]
BAD = [(rule, example) for rule in ON_TEXT for example in rule.doc.bad]
GOOD = [(rule, example) for rule in ON_TEXT for example in rule.doc.good]


def name(value: object) -> str:
    return value.code if isinstance(value, Rule) else str(value)[:30]


def language(rule: Rule, example: str) -> str:
    """That of the rule; of a rule for both, French where the example opens with [fr]."""
    return "fr" if example.startswith("[fr]") or rule.languages == ("fr",) else "en"


@pytest.mark.parametrize(("rule", "example"), BAD, ids=name)
def test_a_bad_example_is_found_by_its_rule(rule: Rule, example: str) -> None:
    page = page_of_example(example.removeprefix("[fr]").strip(), language(rule, example))

    assert list(rule.findings(page, default_settings()))


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=name)
def test_a_good_example_is_found_by_no_rule_of_its_family(rule: Rule, example: str) -> None:
    page = page_of_example(example.removeprefix("[fr]").strip(), language(rule, example))

    found = [finding for finding in check_page(page) if finding.code[:3] == rule.family]

    assert found == []


def test_examples_are_run() -> None:
    assert len(BAD) >= len(ON_TEXT) > 0
    assert len(GOOD) >= len(ON_TEXT)
