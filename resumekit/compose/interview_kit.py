"""The interview kit: nine parts, from one sentence about the client to the sheet for practice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from resumekit.compose.discretion import Discretion
from resumekit.compose.kit import Kit
from resumekit.compose.kit_after import after_blocks
from resumekit.compose.kit_aim import aim_of
from resumekit.compose.kit_first_days import first_days_blocks, probe_blocks
from resumekit.compose.kit_objections import objection_blocks
from resumekit.compose.kit_opening import opening_blocks
from resumekit.compose.kit_pay import pay_blocks
from resumekit.compose.kit_practice import practice_blocks
from resumekit.compose.kit_questions import question_blocks
from resumekit.compose.kit_slots import slot_blocks
from resumekit.compose.kit_stories import matrix_blocks, story_blocks
from resumekit.compose.report import report, section, stem_of
from resumekit.document.block import Document, Section, Table
from resumekit.document.line import Line, Source
from resumekit.sections.context import name_of

_RULE = Source("rule", "interview")


def compose_interview_kit(kit: Kit) -> Document:
    """The whole kit as one document; a part that has nothing to say is left out."""
    context = kit.context
    discretion = Discretion(context.secrets)
    name = name_of(context.resume.person)
    return report(
        title=f"Interview Kit: {name}",
        subtitle=aim_of(kit).text,
        author=name,
        stem=f"{stem_of(name)}-Interview-Kit",
        paper=kit.basis.resume.paper,
        sections=_discreet(
            [
                section("opening", "1. Positioning and the First 90 Seconds", opening_blocks(kit)),
                section("slots", "2. Seven Selling Slots", slot_blocks(kit)),
                section("stories", "3. Story Bank", story_blocks(kit)),
                section("matrix", "Requirements and Stories", matrix_blocks(kit)),
                section("questions", "4. Likely Questions", question_blocks(kit)),
                section("objections", "5. Objections", objection_blocks(kit)),
                section(
                    "first-days",
                    "6. First 90 Days, and Questions to Ask",
                    [*first_days_blocks(kit), *probe_blocks(kit)],
                ),
                section("pay", "7. Pay", pay_blocks(kit)),
                section("after", "8. Thank-You and Follow-Up", after_blocks(kit)),
                section("practice", "9. Practice Sheet", practice_blocks(kit)),
            ],
            discretion,
        ),
    )


def _discreet(sections: Iterable[Section], discretion: Discretion) -> Iterator[Section]:
    """The sections without a name that may not be said, their tables too."""
    for item in sections:
        kept = item.changed(discretion)
        if kept:
            blocks = (
                _discreet_table(block, discretion) if isinstance(block, Table) else block for block in kept.blocks
            )
            yield replace(kept, blocks=tuple(blocks))


def _discreet_table(table: Table, discretion: Discretion) -> Table:
    """Its cells; a dash for what may not be said, and nothing in a box that is to be filled in."""
    rows = (tuple((discretion(cell) or Line.of("–", _RULE)) if cell else cell for cell in row) for row in table.rows)
    return replace(table, rows=tuple(rows))
