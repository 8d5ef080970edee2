"""`resumekit import`: resumes made elsewhere become client files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from resumekit.cli import screen
from resumekit.cli.files import write_file
from resumekit.cli.options import OneOf
from resumekit.errors import ResumekitError

if TYPE_CHECKING:
    from resumekit.load.draft import Imported

KINDS = ("linkedin", "docx", "linkedin-pdf", "pdf", "jsonresume", "rendercv", "text")
"""Equal to the names of the importers, which a test keeps so; here, so that help imports none of them."""
_LISTED = 40


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The client file to write; - for the terminal. "
              "[default: FILE's name with .yaml, in this folder]")  # fmt: skip
@click.option("--from", "kind", type=OneOf(KINDS), metavar="KIND",
              help=f"What FILE is: {', '.join(KINDS)}. [default: its content tells]")  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def import_(file: Path, out: Path | None, kind: str | None, force: bool) -> None:
    """Turn a resume made elsewhere into a client file.

    FILE is a Word document, a PDF, plain text, LinkedIn's PDF of a profile, LinkedIn's data export (zip, folder or
    table), RenderCV's YAML, or JSON Resume. Nothing is invented and nothing is lost: what is not certain has a comment
    '# review: …' on its line, and what was not placed is kept under 'extra: unplaced:'.
    """
    from resumekit.batch.find import missing
    from resumekit.load.foreign import import_file
    from resumekit.load.marked import marked_yaml

    if not file.exists():
        raise ResumekitError(missing(file))
    imported = import_file(file, kind)
    text, lines = marked_yaml(imported)
    for note in imported.notes:
        screen.warning(note)
    if out is not None and str(out) == "-":
        screen.say_bytes(text.encode())
        _report("line ", imported, lines)
        return
    target = out or Path(f"{file.stem}.yaml")
    write_file(target, text.encode(), force=force)
    screen.say(f"wrote {target}")
    _report(f"{target}:", imported, lines)


def _report(where: str, imported: Imported, lines: tuple[int, ...]) -> None:
    """What a person should look at, by its line, and what was not placed."""
    from resumekit.load.draft import UNPLACED
    from resumekit.load.shown import shown

    found = sorted(zip(lines, imported.reviews, strict=True), key=lambda pair: pair[0])
    rows = [f"  {where}{line}: {shown(review.why)} ({shown(review.text, 60)})" for line, review in found]
    if rows:
        screen.note(f"to review: {len(rows)}")
        _some(rows, "see '# review:' in the file")
    rows = [f"  {shown(one.section, 60)}: {shown(one.text, 90)}" for one in imported.unplaced]
    if rows:
        screen.note(f"not placed: {len(rows)}, kept under 'extra: {UNPLACED}:'")
        _some(rows, "see the end of the file")


def _some(rows: list[str], more: str) -> None:
    for row in rows[:_LISTED]:
        screen.note(row)
    if len(rows) > _LISTED:
        screen.note(f"  and {len(rows) - _LISTED} more; {more}")
