"""Several clients' lists in one table, for `resumekit funnel`; no client is named unless that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.errors import InputFileError, Problem, ResumekitError

if TYPE_CHECKING:
    from resumekit.career.funnel_across import ClientSearch, Group, Share, Spread
    from resumekit.career.funnel_reading import FunnelRules


def across(files: Iterable[Path], form: str, given: Mapping[str, Any]) -> None:
    """Prints how the searches of several clients went, and writes the report where formats are asked for.

    Raises:
        ResumekitError: with every problem of every file.
    """
    from resumekit.career.funnel import funnel_rules
    from resumekit.career.funnel_across import compare_searches

    rules = funnel_rules(given["rules"])
    searches = _read(files, given["as_of"])
    groups = compare_searches(searches, rules)
    if form == "json":
        screen.say_json(_as_json(groups, searches, rules, names=given["names"]))
    else:
        _print(groups, rules)
        if given["names"]:
            _print_names(searches)
    if given["formats"]:
        _write(groups, rules, given)


def _write(groups: Iterable[Group], rules: FunnelRules, given: Mapping[str, Any]) -> None:
    from resumekit.cli.report_files import save_report, theme_for
    from resumekit.compose.funnel_across_report import compose_across_report

    day: date | None = given["as_of"]
    document = compose_across_report(groups, rules, as_of=day)
    save_report(document, theme_for(given["theme"], None), given, day=day)


def _read(files: Iterable[Path], as_of: date | None) -> list[ClientSearch]:
    from resumekit.career.funnel_across import look_at_search
    from resumekit.career.funnel_counts import seen_from
    from resumekit.load.stated import read_applications
    from resumekit.load.stated_client import client_of, target_of

    searches: list[ClientSearch] = []
    problems: list[Problem] = []
    once: dict[Path, Path] = {}
    for path in files:
        if (whole := path.resolve()) in once:
            screen.warning(f"{path} is named twice; it is counted once")
            continue
        once[whole] = path
        try:
            stated = read_applications(path)
            client = client_of(stated)
            resume = client.resume if client else None
            target = target_of(stated, resume) if resume else None
            label = resume.person.name if resume else path.stem
            day = as_of or seen_from(stated.value, resume)
            searches.append(look_at_search(stated.value, resume, target, as_of=day, label=label))
        except InputFileError as error:
            problems += error.problems
        except ResumekitError as error:
            problems.append(Problem(str(error), str(path)))
    if problems:
        raise InputFileError(problems)
    return searches


def _print(groups: Iterable[Group], rules: FunnelRules) -> None:
    from resumekit.career.funnel_across import clients_told
    from resumekit.compose.funnel_across_report import reading_notes

    for group in groups:
        title = f"{group.situation}: {group.clients}" if group.situation else clients_told(group.clients)
        screen.say(click.style(title, bold=True))
        screen.say(f"  with an interview      {group.interview.told()}")
        screen.say(f"  with an offer          {group.offer.told()}")
        for words, spread in (("interview", group.weeks_to_interview), ("offer", group.weeks_to_offer)):
            if spread:
                screen.say(f"  {f'to the first {words}':22} {spread.told()}")
        screen.say()
    for note in reading_notes(rules):
        screen.say(note)


def _print_names(searches: Iterable[ClientSearch]) -> None:
    screen.say()
    rows = [
        (search.label, search.situation, "interview" if search.interview else "no interview",
         "offer" if search.offer else "no offer")
        for search in searches
    ]  # fmt: skip
    for line in screen.table(rows):
        screen.say(line)


def _as_json(
    groups: Iterable[Group], searches: Iterable[ClientSearch], rules: FunnelRules, *, names: bool
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "few_clients": rules.few_clients,
        "confidence": rules.confidence,
        "groups": [
            {
                "situation": group.situation or None,
                "clients": group.clients,
                "interview": _share(group.interview),
                "offer": _share(group.offer),
                "weeks_to_interview": _spread(group.weeks_to_interview),
                "weeks_to_offer": _spread(group.weeks_to_offer),
            }
            for group in groups
        ],
    }
    if names:
        told["searches"] = [
            {
                "client": search.label, "situation": search.situation, "interview": search.interview,
                "offer": search.offer, "weeks_to_interview": _float(search.weeks_to_interview),
                "weeks_to_offer": _float(search.weeks_to_offer),
            }
            for search in searches
        ]  # fmt: skip
    return told


def _share(share: Share) -> dict[str, Any]:
    interval = share.interval
    return {
        "successes": share.successes,
        "trials": share.clients,
        "rate": interval.rate if interval else None,
        "low": interval.low if interval else None,
        "high": interval.high if interval else None,
        "says": share.told(),
    }


def _spread(spread: Spread | None) -> dict[str, Any] | None:
    if spread is None:
        return None
    return {
        "median": float(spread.median), "low": float(spread.low), "high": float(spread.high),
        "clients": spread.clients,
    }  # fmt: skip


def _float(number: Any) -> float | None:
    return None if number is None else float(number)
