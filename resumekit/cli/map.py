"""`resumekit map`: what a client's facts show of a target field, with the evidence; and the words that they license."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.options import (
    Day,
    as_of_option,
    client_file,
    framework_options,
    json_switch,
    load_client,
    report_options,
    target_option,
)
from resumekit.errors import UnknownNameError

if TYPE_CHECKING:
    from resumekit.load.client import Client
    from resumekit.model.target import Target
    from resumekit.skills.skill_map import SkillMap


@dataclass(frozen=True, slots=True)
class Asked:
    """A map, with whose it is, and why it is this framework's."""

    client: Client
    target: Target | None
    skill_map: SkillMap
    why: str


@click.command("map", epilog="Example: resumekit map amina.yaml --framework hr-canada --to docx,pdf")
@click.argument("client", type=client_file)
@framework_options
@target_option
@as_of_option("years count to")
@click.option("--area", metavar="ID", help="Only this area, as learning-development.")
@click.option("--explain", "fact", metavar="FACT", help="How one fact was read: every word, its weight, and the sum.")
@report_options()
@click.option("--confirm", "term", metavar="TERM", help="Record that a word of the target field may be used.")
@click.option("--on", type=Day(), help="For --confirm: the day of it, as 2026-10-01.")
@json_switch
def map_(client: Path, form: str, **given: Any) -> None:
    """Show what the facts prove of a target field, and what is missing.

    FACT is an id, as `resumekit explain` shows it. A TERM that is near but not the same waits until the coach confirms
    it; --confirm writes that into the client file, under the target's translations.
    """
    _check_switches(given)
    asked = _asked(load_client(client), given)
    if given["term"] is not None:
        from resumekit.cli.map_confirm import confirm_term

        confirm_term(asked.client, asked.target, asked.skill_map, given["term"], given["on"], form)
        return
    if given["fact"] is not None:
        from resumekit.cli.map_explain import explain_fact

        explain_fact(asked.client, asked.skill_map, given["fact"], form)
        return
    _show(asked, given["area"], form)
    if given["formats"]:
        _write(asked, given)


def _check_switches(given: dict[str, Any]) -> None:
    alone = [name for name, key in (("--confirm", "term"), ("--explain", "fact")) if given[key] is not None]
    if len(alone) == 2:
        raise click.UsageError("--confirm and --explain exclude each other")
    if alone and (given["formats"] or given["area"]):
        raise click.UsageError(f"{alone[0]} stands without --to and --area")
    if given["term"] is not None and given["on"] is None:
        raise click.UsageError("on which day did the coach confirm it? Add --on, as in --on 2026-10-01")
    if given["on"] is not None and given["term"] is None:
        raise click.UsageError("--on is the day of a confirmation; name the word with --confirm")


def _asked(client: Client, given: dict[str, Any]) -> Asked:
    from resumekit.cli.framework_choice import choose_framework
    from resumekit.mapping import map_skills

    target = client.resume.target(given["target"])
    folders: tuple[Path, ...] = given["folders"]
    name, why = choose_framework(client, target, given["framework"], folders)
    as_of: date | None = given["as_of"]
    return Asked(client, target, map_skills(client.resume, name, target=target, as_of=as_of, folders=folders), why)


def _show(asked: Asked, area: str | None, form: str) -> None:
    from resumekit.cli.map_shown import Terminal, area_lines, map_lines
    from resumekit.skills.mapper import to_data

    skill_map = asked.skill_map
    areas = [one for one in skill_map.areas if area in (None, one.group.id)]
    if not areas and area is not None:
        raise UnknownNameError("area", area, [one.group.id for one in skill_map.areas])
    if form == "json":
        data = to_data(skill_map)
        data["areas"] = [one for one in data["areas"] if area in (None, one["id"])]
        target = asked.target.key if asked.target else None
        screen.say_json({"client": str(asked.client.path), "target": target, "why": asked.why, **data})
        return
    terminal = Terminal.of()
    resume = asked.client.resume
    _tell_language(asked)
    lines = (
        area_lines(skill_map, areas, resume, terminal) if area else map_lines(skill_map, asked.why, resume, terminal)
    )
    for line in lines:
        screen.say(line)


def _tell_language(asked: Asked) -> None:
    """Says so where facts in another language than the framework's words can hardly be found."""
    from resumekit.skills.evidence import iter_statements
    from resumekit.text.language import language_of

    framework = asked.skill_map.framework
    facts = " ".join(item.text for item in iter_statements(asked.client.resume))
    own, theirs = language_of(facts), framework.locale.partition("-")[0]
    if facts and own != theirs:
        names = {"fr": "French", "en": "English"}
        screen.warning(
            f"most facts are in {names[own]}, and {framework.id} looks for words in {names.get(theirs, theirs)}; little can "
            f"be found. Write the facts in {names.get(theirs, theirs)} too, or name a framework in {names[own]}"
        )


def _write(asked: Asked, given: dict[str, Any]) -> None:
    for path in _reports(asked, given["formats"], given["out"], given["theme"], force=given["force"]):
        screen.note(f"wrote {path}")


def _reports(asked: Asked, formats: Iterable[str], out: Path, theme: str | None, *, force: bool) -> Iterator[Path]:
    from resumekit.cli.report_files import paper_for, theme_for, write_report
    from resumekit.compose.skill_report import compose_skill_report, report_stem

    target, resume = asked.target, asked.client.resume
    look = theme_for(theme, target)
    document = compose_skill_report(
        asked.skill_map,
        resume,
        target=target,
        theme=look,
        stem=report_stem(resume, target),
        paper=paper_for(target),
    )
    yield from write_report(document, formats, out, theme=look, day=asked.skill_map.as_of, force=force)
