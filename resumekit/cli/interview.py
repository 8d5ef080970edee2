"""`resumekit interview`: what to say in an interview, from the client's facts and the posting."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.columns import say_heading
from resumekit.cli.options import (
    as_of_option,
    client_file,
    framework_options,
    json_switch,
    load_client,
    report_options,
    rules_option,
    target_option,
)

if TYPE_CHECKING:
    from resumekit.compose.kit import Kit
    from resumekit.load.client import Client

_PHRASE = 60


@click.command(epilog="Example: resumekit interview amina.yaml --posting hr-advisor.pdf --to docx,pdf")
@click.argument("client", type=client_file)
@click.option("--posting", "posting_path", type=client_file, metavar="FILE",
              help="Text, Markdown, HTML, Word or PDF. [default: the target's posting]")  # fmt: skip
@target_option
@framework_options
@rules_option
@as_of_option("tenure counts to")
@report_options()
@json_switch
def interview(client: Path, posting_path: Path | None, form: str, **given: Any) -> None:
    """Prepare an interview: what to say, stories, requirements, practice."""
    from resumekit.pipeline import Choices
    from resumekit.preparing import prepare_interview

    loaded = load_client(client)
    choices = Choices(
        target=given["target"], as_of=given["as_of"], theme=given["theme"],
        framework=given["framework"], frameworks=given["folders"], rules=tuple(given["rules"]),
    )  # fmt: skip
    kit = prepare_interview(loaded, choices, _posting(posting_path))
    if form == "json":
        screen.say_json(as_json(kit))
    elif not given["formats"]:
        _print(kit)
    if given["formats"]:
        _write(loaded, kit, given)


def _posting(path: Path | None) -> Any:
    from resumekit.load.posting_file import read_posting_file

    return read_posting_file(path) if path else None


def _write(loaded: Client, kit: Kit, given: dict[str, Any]) -> None:
    from resumekit.cli.report_files import save_report, theme_for
    from resumekit.compose.doubt_kit import compose_doubt_kit
    from resumekit.compose.interview_kit import compose_interview_kit

    look = theme_for(given["theme"], loaded.resume.target(given["target"]))
    for document in (compose_interview_kit(kit), compose_doubt_kit(kit)):
        save_report(document, look, given)


def as_json(kit: Kit) -> dict[str, Any]:
    """What the kit says of the client, as plain values; each with the facts behind it."""
    from resumekit.compose.kit_opening import compose_pitch, positioning
    from resumekit.compose.kit_slots import fill_slots

    sentence, pitch = positioning(kit), compose_pitch(kit)
    return {
        "positioning": sentence and {"text": sentence.text, "facts": _facts(sentence.sources)},
        "pitch": {
            "words": pitch.words,
            "present": [part.text for part in pitch.present],
            "past": [part.text for part in pitch.past],
            "future": [part.text for part in pitch.future],
            "facts": _facts(source for part in pitch.parts for source in part.sources),
            "homework": pitch.homework,
        },
        "slots": [
            {"slot": slot.name, "line": slot.line, "story": slot.story, "facts": _facts(slot.sources),
             "homework": slot.homework}
            for slot in fill_slots(kit)
        ],
        "stories": [asdict(story) for story in kit.stories],
        "matrix": [asdict(item) for item in kit.placed],
    }  # fmt: skip


def _facts(sources: Any) -> list[str]:
    return list(dict.fromkeys(source.ref for source in sources if source.kind == "fact"))


def _print(kit: Kit) -> None:
    from resumekit.compose.kit_aim import aim_of
    from resumekit.sections.context import name_of

    aim = aim_of(kit).text
    name = click.style(name_of(kit.context.resume.person), bold=True)
    screen.say(f"{name}: {aim}" if aim else name)
    _print_opening(kit)
    _print_slots(kit)
    if kit.stories:
        say_heading("Stories")
    for item in kit.stories:
        mark = "" if item.confirmed else _open(" (to be confirmed)")
        screen.say(f"  {item.number:2} {item.headline}{mark}")
    if kit.placed:
        say_heading("Which story answers what")
    for placed in kit.placed:
        said = _open("homework") if placed.story is None else f"story {placed.story}"
        spare = f", spare {', '.join(map(str, placed.spare))}" if placed.spare else ""
        screen.say(f"  {shorten(placed.demand.text, _PHRASE, placeholder=' …'):{_PHRASE}} {said}{spare}")


def _print_opening(kit: Kit) -> None:
    from resumekit.compose.kit_opening import compose_pitch, positioning

    sentence, pitch = positioning(kit), compose_pitch(kit)
    if sentence:
        say_heading("In one sentence")
        screen.say(sentence.text)
    say_heading(f"In 90 seconds ({pitch.words} words)" if pitch.parts else "In 90 seconds")
    for parts in (pitch.present, pitch.past, pitch.future):
        if parts:
            screen.say(" ".join(part.text for part in parts))
    _points(pitch.homework)


def _print_slots(kit: Kit) -> None:
    from resumekit.compose.kit_slots import fill_slots

    say_heading("Seven selling slots")
    for slot in fill_slots(kit):
        story = f" (story {slot.story})" if slot.story is not None else ""
        screen.say(f"  {slot.name:10} {slot.line}{story}" if slot.line else f"  {slot.name:10} {_open(slot.homework)}")


def _points(lines: tuple[str, ...]) -> None:
    for line in lines:
        screen.say(f"  {_open(line)}")


def _open(text: str) -> str:
    return click.style(text, fg="yellow")
