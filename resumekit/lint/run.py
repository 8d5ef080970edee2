"""Run the rules over a page; the findings come in reading order, the same each time."""

from __future__ import annotations

from dataclasses import replace

from resumekit.lint import (  # noqa: F401 - each adds its rules to the registry
    achievement,
    ats,
    ats_fields,
    ats_file,
    dates,
    fact,
    opener,
    personal,
    profile,
    spelling,
    style,
    style_french,
    term,
    verb,
    verb_french,
    word,
)
from resumekit.lint.choice import chosen_rules, reason_to_let_stand, severity_of
from resumekit.lint.finding import SEVERITIES, Finding, Scope
from resumekit.lint.page import Page
from resumekit.lint.rule import Rule
from resumekit.lint.rules import RULES, codes_of
from resumekit.lint.settings import Settings, default_settings


def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, by code."""
    return tuple(RULES[code] for code in sorted(RULES))


def rules_named(name: str) -> tuple[Rule, ...]:
    """The rules that a code, an old code, a family or a domain id stands for. Raises UnknownNameError."""
    return tuple(RULES[code] for code in sorted(codes_of(name)))


def check_page(page: Page, settings: Settings | None = None, *, scope: Scope | None = None) -> tuple[Finding, ...]:
    """Every finding of the rules that the settings choose, those that somebody lets stand marked with the reason.

    With a `scope`, only rules of that scope are run.

    In reading order, what belongs to no line last; at one place the gravest first, then by code.

    Raises:
        UnknownNameError: the settings name a rule that there is not.
    """
    settings = settings or default_settings()
    found = [
        finding
        for rule in chosen_rules(settings)
        if scope in (None, rule.scope)
        for finding in rule.findings(page, settings, severity_of(rule, settings))
    ]
    order: dict[tuple[str, tuple[str, ...], int], int] = {}
    for index, line in enumerate(page.lines):
        order.setdefault((line.text, line.facts, line.line), index)
    found.sort(key=lambda item: _place(item, order))
    return tuple(_judged(finding, settings) for finding in dict.fromkeys(found))


def _place(finding: Finding, order: dict[tuple[str, tuple[str, ...], int], int]) -> tuple[int, int, int, str, str]:
    line = order.get((finding.text, finding.facts, finding.line), len(order))
    return line, finding.start, SEVERITIES.index(finding.severity), finding.code, finding.message


def _judged(finding: Finding, settings: Settings) -> Finding:
    reason = reason_to_let_stand(finding, settings) if settings.suppressions else ""
    return replace(finding, suppressed=reason) if reason else finding
