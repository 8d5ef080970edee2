"""Reservations: what an interviewer may hold against the client, from the facts and the posting, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from resumekit.career.questions import kit_words
from resumekit.compose.kit import Kit
from resumekit.compose.kit_lines import shortened
from resumekit.document.line import Source
from resumekit.model.credential import Credential
from resumekit.sections.context import name_of
from resumekit.sections.credentials import long_and_short
from resumekit.skills.posting_match import ASKED, Row
from resumekit.strategy.history import read_history
from resumekit.strategy.observe import gaps
from resumekit.text.first_person import at_place

CHANGE, GRADUATE, STEP_DOWN, RETURN, SHORT = 2, 6, 7, 5, 8
"""Situations by their number."""
_PAPERS = frozenset({"credential", "education", "years"})


@dataclass(frozen=True, slots=True)
class Reservation:
    """One doubt: its kind, how a sentence names it, the words for its repair, and the facts that raise it."""

    kind: str
    name: str
    values: tuple[tuple[str, str], ...] = ()
    cited: tuple[Source, ...] = ()
    held: tuple[Source, ...] = ()
    """Facts of a credential that answers it."""


def reservations(kit: Kit) -> tuple[Reservation, ...]:
    """Each kind at most once, in the order of the data file."""
    words = kit_words(kit.rules).after
    found = {item.kind: item for item in _found(kit)}
    return tuple(
        Reservation(kind, words.name[kind].format_map(dict(item.values)), item.values, item.cited, item.held)
        for kind in words.order
        if (item := found.get(kind))
    )


def _found(kit: Kit) -> Iterator[Reservation]:
    yield from _missing(kit)
    numbers = [fired.number for fired in kit.context.strategy.situations]
    fired = {one.number: one for one in kit.context.strategy.situations}
    if CHANGE in numbers and numbers[0] != GRADUATE:
        yield from _change(kit)
    if STEP_DOWN in fired:
        yield Reservation("step_down", "", (), _facts(fired[STEP_DOWN].facts))
    if SHORT in fired:
        yield from _short(kit, fired[SHORT].facts)
    yield from _gap(kit, returns=RETURN in fired)


def _facts(keys: tuple[str, ...]) -> tuple[Source, ...]:
    return tuple(Source.fact(key) for key in keys)


def _missing(kit: Kit) -> Iterator[Reservation]:
    """The first must-have on paper, and the first other one, that nothing shows."""
    rows = kit.match.rows if kit.match else ()
    missing = [row for row in rows if row.requirement.need == "must" and row.status == "missing"]
    papers = [row for row in missing if row.requirement.kind in _PAPERS]
    others = [row for row in missing if row.requirement.kind not in {*_PAPERS, *ASKED}]
    yield from (_missed("missing_paper", row) for row in papers[:1])
    yield from (_missed("missing_must", row) for row in others[:1])


def _missed(kind: str, row: Row) -> Reservation:
    asked = row.requirement
    return Reservation(
        kind, "", (("what", shortened(asked.phrase, 90)),), (Source("posting", f"{asked.span.start}-{asked.span.end}"),)
    )


def _change(kit: Kit) -> Iterator[Reservation]:
    context = kit.context
    held = read_history(context.resume, context.as_of).held
    before = next((item for item in held if item.role.field and name_of(item.role)), None)
    if context.target is None or not context.target.field or before is None:
        return
    leading = next((item for item in context.resume.credentials if _answers(kit, item)), None)
    values = [("from", before.role.field or ""), ("to", context.target.field)]
    if leading:
        values.append(("credential", long_and_short(leading)))
    cited = (Source.fact(before.role.key, "field"), Source.fact(context.target.key, "field"))
    yield Reservation(
        "career_change", "", tuple(values), cited, (Source.fact(leading.key),) if leading else ()
    )  # fmt: skip


def _answers(kit: Kit, credential: Credential) -> bool:
    """Whether it is held, leads the resume, and may be named."""
    leads = credential.key in kit.context.strategy.leading
    return leads and credential.status == "designated" and bool(name_of(credential))


def _short(kit: Kit, facts: tuple[str, ...]) -> Iterator[Reservation]:
    for item in read_history(kit.context.resume, kit.context.as_of).held:
        place = name_of(item.employer)
        if place and (item.role.key in facts or not facts):
            at = at_place(place, kit.context.locale.language)
            yield Reservation(
                "short_job", "", (("at", at),), (Source.fact(item.role.key), Source.fact(item.employer.key))
            )
            return


def _gap(kit: Kit, *, returns: bool) -> Iterator[Reservation]:
    history = read_history(kit.context.resume, kit.context.as_of)
    now = gaps(history)[0] or 0
    if not returns and now < kit_words(kit.rules).after.gap_months:
        return
    breaks = _facts(tuple(item.key for item in kit.context.resume.breaks))
    last = tuple(Source.fact(item.role.key, "end") for item in history.held[:1])
    if cited := breaks or last:
        yield Reservation("gap", "", (), cited)
