"""`resumekit rules` and `resumekit rule`: list the rules of the checks, and explain one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from resumekit.cli import screen
from resumekit.cli.options import json_switch

if TYPE_CHECKING:
    from resumekit.lint.rule import Rule

_LEVEL = {"error": "red", "warning": "yellow", "info": "cyan"}


def _complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    return [
        CompletionItem(rule.code, help=rule.summary)
        for rule in _all()
        if rule.code.startswith(incomplete.upper()) or rule.domain.startswith(incomplete.upper())
    ]


def _all() -> tuple[Rule, ...]:
    from resumekit.lint.run import all_rules

    return all_rules()


@click.command(epilog="For one of them: resumekit rule CODE")
@json_switch
def rules(form: str) -> None:
    """List the rules of the checks."""
    listed = _all()
    if form == "json":
        screen.say_json([_as_json(rule) for rule in listed])
        return
    rows = [
        (rule.code, rule.domain, rule.severity, rule.scope, "+".join(rule.languages), rule.summary) for rule in listed
    ]
    for row in screen.table([("code", "domain", "level", "scope", "for", "finds"), *rows]):
        screen.say(row)


def _as_json(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "domain": rule.domain,
        "scope": rule.scope,
        "level": rule.severity,
        "summary": rule.summary,
        "languages": list(rule.languages),
        "aliases": list(rule.aliases),
    }


@click.command()
@click.argument("code", metavar="CODE", shell_complete=_complete)
@json_switch
def rule(code: str, form: str) -> None:
    """Explain one rule of the checks.

    CODE is a code, a family (WRD), or an id of the trade's list (L07).
    """
    from resumekit.lint.run import rules_named

    chosen = rules_named(code)
    if form == "json":
        screen.say_json(
            [{**_as_json(one), "why": one.doc.why, "bad": one.doc.bad, "good": one.doc.good} for one in chosen]
        )
        return
    for index, one in enumerate(chosen):
        if index:
            screen.say()
        _explain(one)


def _explain(one: Rule) -> None:
    level = click.style(one.severity, fg=_LEVEL[one.severity])
    screen.say(f"{click.style(one.code, bold=True)}  {one.domain}  {level}  {one.scope}  {' and '.join(one.languages)}")
    screen.say(one.summary)
    screen.say()
    screen.say(f"why: {one.doc.why}")
    for kind, examples in (("bad", one.doc.bad), ("good", one.doc.good)):
        for example in examples:
            screen.say(f"{kind + ':':5} {example}")
    if one.aliases:
        screen.say(f"old names: {', '.join(one.aliases)}")
