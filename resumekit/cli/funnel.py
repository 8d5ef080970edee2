"""`resumekit funnel`: where a client's applications leak, and what chance alone would give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.columns import filled
from resumekit.cli.options import (
    Count,
    Day,
    client_file,
    complete_targets,
    json_switch,
    load_client,
    report_options,
    rules_option,
)

if TYPE_CHECKING:
    from resumekit.career.funnel import FunnelReading, Rate
    from resumekit.errors import Problem
    from resumekit.load.client import Client
    from resumekit.model.application import Applications
    from resumekit.model.target import Target

STAGES = {
    "application": "targeted application to interview", "referral": "referral to interview",
    "untargeted": "sent unchanged to interview", "interview": "interview to offer",
}  # fmt: skip
_COLOURS = {"info": "cyan", "watch": "yellow", "act": "red"}
_INDENT = 9
_number = Count(0, 10_000)


@dataclass(frozen=True)
class _Read:
    """One client's reading, with what it was made from."""

    reading: FunnelReading
    applications: Applications | None
    client: Client | None
    target: Target | None
    day: date | None
    problems: tuple[Problem, ...] = ()


@click.command(epilog="Example: resumekit funnel amina-applications.csv --client amina.yaml --to docx,pdf")
@click.argument("files", nargs=-1, type=client_file, metavar="[FILE]...")
@click.option("--applications", type=_number, metavar="N", help="Without a file: written for the job, no referral.")
@click.option(
    "--interviews", type=_number, metavar="N", help="How many of them led to an interview; rounds count once."
)
@click.option("--offers", type=_number, metavar="N", help="All offers.")
@click.option("--referrals", type=_number, metavar="N", help="Applications through a referral, counted apart.")
@click.option("--referral-interviews", type=_number, metavar="N", help="How many of these led to an interview.")
@click.option("--off-plan-offers", type=_number, metavar="N", help="Offers from employers outside the plan.")
@click.option("--client", type=client_file, metavar="CLIENT", help="The client file. [default: what the list names]")
@click.option("--target", shell_complete=complete_targets, help="Which of the client's targets. [default: the list's]")
@click.option(
    "--as-of", type=Day(), help="The day it is seen from, as 2026-10-01. [default: the list's, or its newest]"
)
@rules_option
@report_options()
@click.option("--names", is_flag=True, help="With several lists: a line for each client, by name.")
@json_switch
def funnel(files: tuple[Path, ...], form: str, **given: Any) -> None:
    """Say where applications leak, and what to do about it.

    FILE is one client's list, YAML or CSV; several are seen across clients. Without a list, give counts.
    """
    names = ("applications", "interviews", "offers", "referrals", "referral_interviews", "off_plan_offers")
    counts = {name: given.pop(name) for name in names}
    counts = {name: number for name, number in counts.items() if number is not None}
    if bool(files) == bool(counts):
        raise click.UsageError(
            "name a list of applications, or give counts: --applications 20 --interviews 1 --offers 0"
        )
    if len(files) > 1:
        _across(files, form, given)
        return
    read = _of_file(files[0], given) if files else _of_counts(counts, given)
    _say(read, form)
    if given["formats"]:
        _write(read, given)


def _across(files: tuple[Path, ...], form: str, given: dict[str, Any]) -> None:
    from resumekit.cli.funnel_across import across

    for name, words in (("client", "--client"), ("target", "--target")):
        if given[name]:
            raise click.UsageError(f"{words} goes with one list; each of several names its own client and target")
    across(files, form, given)


def _of_file(path: Path, given: dict[str, Any]) -> _Read:
    from resumekit.career.funnel import count_funnel, funnel_rules, judge_funnel
    from resumekit.career.funnel_check import odd_applications
    from resumekit.career.funnel_counts import seen_from
    from resumekit.load.stated import read_applications
    from resumekit.load.stated_client import client_of, target_of

    rules = funnel_rules(given["rules"])
    stated = read_applications(path)
    client = load_client(given["client"]) if given["client"] else client_of(stated)
    resume = client.resume if client else None
    target = target_of(stated, resume, given["target"]) if resume else None
    day = given["as_of"] or seen_from(stated.value, resume)
    counts = count_funnel(
        stated.value, resume, target, day, recent_days=rules.recent_days, prompt_days=rules.prompt_days
    )
    odd = (stated.places.problem(item.path, item.message, warning=True) for item in odd_applications(stated.value, day))
    return _Read(judge_funnel(counts, rules), stated.value, client, target, day, (*stated.warnings, *odd))


def _of_counts(counts: dict[str, int], given: dict[str, Any]) -> _Read:
    from resumekit.career.funnel import FunnelCounts, read_funnel

    if "applications" not in counts:
        raise click.UsageError("counts begin with --applications: how many were sent, 0 where none was")
    client = load_client(given["client"]) if given["client"] else None
    target = client.resume.target(given["target"]) if client else None
    made = FunnelCounts(**{"interviews": 0, **counts})
    return _Read(read_funnel(made, given["rules"]), None, client, target, given["as_of"])


def _say(read: _Read, form: str) -> None:
    for problem in read.problems:
        screen.warning(str(problem))
    for message in read.reading.warnings:
        screen.warning(message)
    if form == "json":
        screen.say_json(as_json(read.reading, read.day, read.problems))
    else:
        _print(read)


def as_json(reading: FunnelReading, day: date | None = None, problems: Iterable[Problem] = ()) -> dict[str, Any]:
    """The reading as plain values; rates and probabilities run from 0 to 1, None where there is none."""
    return {
        "as_of": day.isoformat() if day else None,
        "counts": asdict(reading.counts),
        "confidence": reading.rules.confidence,
        "assumed": {"application": reading.rules.application_rate, "interview": reading.rules.interview_rate,
                    "basis": "judgement"},
        "rates": [
            {"stage": rate.stage, **_rate(rate)}
            for rate in reading.rates
        ],
        "findings": [
            {
                "code": finding.code, "stage": finding.stage, "level": finding.level, "says": finding.says,
                "verdict": finding.verdict, "do": finding.do, "argument": finding.argument, "p": finding.p,
                "assumed": finding.assumed, **_rate(finding.rate),
            }
            for finding in reading.findings
        ],
        "warnings": [
            *({"message": problem.message, "place": problem.place} for problem in problems),
            *({"message": message, "place": ""} for message in reading.warnings),
        ],
    }  # fmt: skip


def _rate(rate: Rate | None) -> dict[str, Any]:
    interval = rate.interval if rate else None
    return {
        "successes": rate.successes if rate else None,
        "trials": rate.trials if rate else None,
        "rate": interval.rate if interval else None,
        "low": interval.low if interval else None,
        "high": interval.high if interval else None,
    }


def _print(read: _Read) -> None:
    reading = read.reading
    name = read.client.resume.person.name if read.client else ""
    seen = f"seen from {read.day.isoformat()}" if read.day else ""
    screen.say(click.style(", ".join(part for part in (name or "Applications", seen) if part), bold=True))
    rows = [(f"  {STAGES[rate.stage]}", f"{rate.successes} of {rate.trials}", rate.told()) for rate in reading.rates]
    for line in screen.table(rows):
        screen.say(line)
    for finding in reading.findings:
        screen.say()
        level = click.style(f"{finding.level:5}", fg=_COLOURS[finding.level], bold=True)
        screen.say(f"  {level}  {filled(finding.says, indent=_INDENT).lstrip()}")
        if finding.argument:
            screen.say(filled(finding.argument, indent=_INDENT))
        screen.say(filled(f"→ {finding.do}", indent=_INDENT, hanging=2))
    screen.say()
    screen.say(click.style("  The rates assumed and the thresholds are judgement; a rate promises nothing.", dim=True))


def _write(read: _Read, given: dict[str, Any]) -> None:
    from resumekit.cli.report_files import save_report, theme_for
    from resumekit.compose.funnel_report import compose_funnel_report

    target = read.target
    look = theme_for(given["theme"], target)
    document = compose_funnel_report(
        read.reading, read.applications, read.client.resume if read.client else None, target=target, as_of=read.day,
        theme=look,
    )  # fmt: skip
    save_report(document, look, given, day=read.day)
