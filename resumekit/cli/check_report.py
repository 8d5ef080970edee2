"""How findings are told: to people, as JSON, as SARIF, and as annotations of GitHub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import click

from resumekit.checking import Placed, counted
from resumekit.cli import screen
from resumekit.errors import Problem
from resumekit.lint.finding import Finding
from resumekit.lint.run import all_rules

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_SARIF_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_WIDTH = 110


def say_text(items: Iterable[Placed]) -> None:
    """Each finding with its place, the words marked in their line, and what to do."""
    for item in items:
        finding = item.finding
        level = click.style(finding.severity, fg=_COLOURS[finding.severity])
        screen.say(
            f"{click.style(screen.printable(_place(item)), bold=True)}: {finding.code} {level}: {screen.printable(finding.message)}"
        )
        if finding.suppressed:
            screen.say(f"      let stand: {screen.printable(finding.suppressed)}")
            continue
        for line in _shown(item):
            screen.say(line)
        for name, words in (("try", finding.suggestion), ("ask", finding.ask)):
            if words:
                screen.say(f"      {name}: {screen.printable(words)}")


def _place(item: Placed) -> str:
    if item.line or not item.finding.page:
        return item.place or item.file
    line = f", line {item.finding.line}" if item.finding.line else ""
    return f"{item.file}: page {item.finding.page}{line}"


def _shown(item: Placed) -> list[str]:
    """The source line with a caret line under it; the text looked at where the file has no line for it."""
    finding = item.finding
    if item.source and item.line and len(item.source) <= 400:
        shown = Problem("", "", item.line, item.column, item.length, screen.printable(item.source))
        return str(shown).split("\n")[1:]
    if not finding.text:
        return []
    if not finding.end and finding.text in finding.message:
        return []
    if not finding.end:
        more = "…" if len(finding.text) > _WIDTH else ""
        return [f"      | {screen.printable(finding.text[:_WIDTH])}{more}"]
    start = max(0, finding.start - 40)
    end = start + _WIDTH
    text, before, marked = (
        screen.printable(part)
        for part in (
            finding.text[start:end],
            finding.text[start : finding.start],
            finding.text[finding.start : min(finding.end, end)],
        )
    )
    return [f"      | {text}", f"      | {' ' * len(before)}{'^' * max(1, len(marked))}"]


def say_statistics(items: Iterable[Placed], *, as_data: bool) -> None:
    """How often each rule found something."""
    counts = counted(item.finding for item in items if not item.finding.suppressed)
    rules = {rule.code: rule for rule in all_rules()}
    if as_data:
        screen.say_json(
            [{"code": code, "count": count, "summary": rules[code].summary} for code, count in counts.items()]
        )
        return
    rows = [(str(count), code, rules[code].severity, rules[code].summary) for code, count in counts.items()]
    for row in screen.table(rows) if rows else ():
        screen.say(row)


def as_json(items: Iterable[Placed]) -> list[dict[str, Any]]:
    """Findings as plain values."""
    return [_data(item) for item in items]


def _data(item: Placed) -> dict[str, Any]:
    finding = item.finding
    edit = finding.edit
    return {
        "file": item.file,
        "line": item.line or finding.line,
        "column": item.column,
        "page": finding.page,
        "section": finding.section,
        "code": finding.code,
        "domain": finding.domain,
        "level": finding.severity,
        "scope": finding.scope,
        "message": finding.message,
        "words": finding.words if finding.end else "",
        "text": finding.text,
        "start": finding.start,
        "end": finding.end,
        "facts": list(finding.facts),
        "why": finding.why,
        "suggestion": finding.suggestion,
        "ask": finding.ask,
        "fix": edit.replacement if edit else None,
        "let_stand": finding.suppressed or None,
    }


def as_sarif(items: Iterable[Placed]) -> dict[str, Any]:
    """A SARIF 2.1.0 log, as code scanning takes it."""
    items = list(items)
    codes = sorted({item.finding.code for item in items})
    rules = {rule.code: rule for rule in all_rules()}
    told = [
        {
            "id": code,
            "name": rules[code].check.__name__,
            "shortDescription": {"text": rules[code].summary},
            "fullDescription": {"text": rules[code].doc.why},
            "defaultConfiguration": {"level": _SARIF_LEVELS[rules[code].severity]},
            "properties": {"domain": rules[code].domain},
        }
        for code in codes
    ]
    driver = {"name": "resumekit", "rules": told}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints",
                  "results": [_result(item, codes.index(item.finding.code)) for item in items]}],
    }  # fmt: skip


def _result(item: Placed, rule_index: int) -> dict[str, Any]:
    finding = item.finding
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(PurePath(item.file).as_posix(), safe="/:")}}
    if item.line:
        region: dict[str, Any] = {"startLine": item.line}
        if item.column:
            region |= {"startColumn": item.column, "endColumn": item.column + max(item.length, 1)}
        place["region"] = region
    said = _told(finding)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _SARIF_LEVELS[finding.severity],
        "message": {"text": said},
        "locations": [{"physicalLocation": place}],
    }
    if finding.suppressed:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.suppressed}]
    return result


def _told(finding: Finding) -> str:
    """What is wrong, what to do and what to ask, in one line of sentences."""
    named = (("", finding.message), ("Try: ", finding.suggestion), ("Ask: ", finding.ask))
    return " ".join(f"{name}{said}{'' if said[-1] in '.?!' else '.'}" for name, said in named if said)


def as_github(items: Iterable[Placed]) -> Iterator[str]:
    """Workflow commands that GitHub shows beside the lines of a change."""
    for item in items:
        finding = item.finding
        if finding.suppressed:
            continue
        where = [f"file={_property(item.file)}"]
        if item.line:
            where += [f"line={item.line}", f"col={item.column}", f"endColumn={item.column + max(item.length, 1)}"]
        where.append(f"title={_property(finding.code)}")
        said = _told(finding)
        yield f"::{_GITHUB_LEVELS[finding.severity]} {','.join(where)}::{_message(said)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
