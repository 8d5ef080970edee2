"""What a machine took from a resume's text becomes a draft: contact, roles, schools, and every other line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from resumekit.load.draft import Draft, Said
from resumekit.load.import_item import place_item, terms
from resumekit.load.import_net import keep_lost
from resumekit.load.import_person import contact_fields
from resumekit.load.import_role import employers
from resumekit.readback.entry import FoundEntry
from resumekit.readback.field import Field
from resumekit.readback.fields import WORK, Extract, SectionFields, extract_lines
from resumekit.readback.foreign import ForeignLine
from resumekit.readback.paragraph import paragraphs

_SURE = 0.75
_SCOPE = {
    "team": "people", "people": "people", "staff": "people", "équipe": "people", "budget": "budget",
    "revenue": "revenue", "chiffre d'affaires": "revenue", "revenus": "revenue", "sites": "sites", "assets": "assets",
    "actifs": "assets", "reported to": "reports_to", "reports to": "reports_to", "relevait de": "reports_to",
    "relève de": "reports_to", "sous la direction de": "reports_to", "supérieur immédiat": "reports_to",
    "supérieure immédiate": "reports_to",
}  # fmt: skip
_POINTS = ("highlights", "evidence")
_OTHERS = "other lines of this entry; move or delete them"
_LABELLED = re.compile(
    r"^(?:(GPA|grade|moyenne|average)|(?:relevant )?course(?:s|work)|cours)\s*: (.+)$", re.IGNORECASE
)
_BREAK = re.compile(r"^(?:career break|pause professionnelle)\s*[:–—(-]\s*(.+?)\)?$", re.IGNORECASE)
_CREDENTIALS = re.compile(r"certif|licen[cs]e|designation|accredit|titres|accrédit", re.IGNORECASE)
_BEHIND = re.compile(r"\s*\(([^()]{2,100})\)$")
_FRENCH = re.compile(
    r"\b(?:expériences?|formation|compétences|langues|bénévolat|études|sommaire|profil)\b", re.IGNORECASE
)


def draft_of(lines: Sequence[ForeignLine]) -> Draft:
    """The draft of a resume's lines: the fields that a machine finds, and every other word."""
    found = extract_lines(lines)
    draft = Draft()
    contact_fields(draft, found.contact)
    _language(draft, found)
    roles = [row for section in found.named(*WORK) for row in _rows(draft, section)]
    if roles:
        draft.data["experience"] = employers(roles)
    for section in found.sections:
        if section.section.name not in WORK:
            _section(draft, section)
    keep_lost(draft, paragraphs(lines), [section.section.title for section in found.sections])
    return draft


def _language(draft: Draft, found: Extract) -> None:
    french = [section for section in found.sections if _FRENCH.search(section.section.title)]
    if len(french) >= 2 and len(french) * 2 >= len(found.sections):
        draft.data["locale"] = Said("fr-CA", "read from its headings")


def _section(draft: Draft, found: SectionFields) -> None:
    name, heading = found.section.name, found.section.title or "at the top"
    for entry in found.entries:
        _ENTRIES.get(name, _kept)(draft, entry, heading)
    if name in _POINTS:
        _points(draft, heading, found.items)
        return
    for item in found.items:
        place_item(draft, name, heading, item.text)


def _rows(draft: Draft, found: SectionFields) -> Iterable[dict[str, Any]]:
    """A row for each position of a section; a line that names an employer alone gives the next one its words."""
    about: list[str] = []
    for number, entry in enumerate(found.entries):
        if entry.group and number + 1 < len(found.entries):
            about = [note.text for note in entry.notes]
            continue
        if reason := _BREAK.match(entry.title.text if entry.title else ""):
            draft.add("breaks", reason=reason[1], **_dates(entry), description=_below(entry))
            continue
        row = _row(entry)
        if about:
            row["about"], about = "\n".join(about), []
        yield row
    heading = found.section.title
    for item in found.items:
        draft.keep(heading, item.text)


def _row(entry: FoundEntry) -> dict[str, Any]:
    own = entry.organization
    beside = [note for note in entry.notes if own and _is_same(note.line, own.line)]
    below = [note.text for note in entry.notes if note not in beside]
    row = {
        "employer": _sure(own, "employer"),
        "about": ", ".join(note.text for note in beside),
        "title": _sure(entry.title, "title"),
        "city": _sure(entry.city, "place"),
        **_dates(entry),
        **_body(below, [bullet.text for bullet in entry.bullets]),
    }
    return {name: value for name, value in row.items() if value}


def _is_same(one: ForeignLine, other: ForeignLine) -> bool:
    """Whether two fields stand in the same paragraph."""
    return (one.page, one.number, one.where) == (other.page, other.number, other.where)


def _sure(field: Field | None, what: str) -> str | None:
    if field is None:
        return None
    return field.text if field.confidence >= _SURE else Said(field.text, f"is this the {what}?")


def _dates(entry: FoundEntry) -> dict[str, Any]:
    if not entry.start:
        return {}
    if entry.end:
        return {"start": entry.start, "end": entry.end}
    return {"start": Said(entry.start, "one date alone; is it the start, the end, or both?")}


def _body(notes: Sequence[str], bullets: Sequence[str]) -> dict[str, Any]:
    """The points of a role, its scope, its mandate, and what else stands there."""
    scope: dict[str, str] = {}
    left = []
    for note in notes:
        found = _scope(note)
        if found and not found.keys() & scope.keys():
            scope |= found
        else:
            left.append(note)
    points: list[str] = [*bullets]
    fields: dict[str, Any] = {}
    if left and not bullets and len(left) > 1:
        points = [Said(note, "a line without a bullet sign") for note in left]
    elif left:
        fields["summary"] = left[0] if bullets and len(left) == 1 else Said(left[0], "read as the mandate")
        if left[1:]:
            fields["notes"] = Said("\n".join(left[1:]), _OTHERS)
    return {**fields, "scope": scope, "achievements": points}


def _below(entry: FoundEntry) -> str:
    """All that stands under a title but the dates."""
    fields = (entry.organization, entry.city, *entry.notes, *entry.bullets)
    return "\n".join(field.text for field in fields if field)


def _scope(text: str) -> dict[str, str]:
    """A line of labels such as "Team: 9 · Budget: $2 million"; empty where it is another line."""
    pairs = [part.partition(":") for part in text.split(" · ")]
    found = {_SCOPE.get(label.strip().casefold(), ""): words.strip() for label, _, words in pairs}
    return found if "" not in found and len(found) == len(pairs) and all(found.values()) else {}


def _education(draft: Draft, entry: FoundEntry, heading: str) -> None:
    if not entry.title and not entry.organization:
        said = ", ".join(field.text for field in (entry.city, entry.dates) if field)
        place_item(draft, "credentials" if _CREDENTIALS.search(heading) else "", heading, said)
        for field in (*entry.bullets, *entry.notes):
            draft.keep(heading, field.text)
        return
    credential, _, area = (entry.title.text if entry.title else "").partition(", ")
    fields: dict[str, Any] = {
        "institution": _sure(entry.organization, "institution"),
        "credential": _sure(entry.title, "credential") if not area else credential,
        "area": Said(area, "read as the subject") if area else None,
        "city": _sure(entry.city, "place"),
        "start": entry.start if entry.end else None,
        "end": entry.end or entry.start,
        "achievements": [bullet.text for bullet in entry.bullets],
    }
    notes = [note.text for note in entry.notes]
    for note in [*notes]:
        match = _LABELLED.match(note)
        if match and (key := "grade" if match[1] else "courses") not in fields:
            fields[key] = note if match[1] else terms(match[2])
            notes.remove(note)
    if len(notes) == 1 and len(notes[0]) <= 120:
        fields["distinction"] = Said(notes.pop(), "read as the distinction")
    fields["notes"] = Said("\n".join(notes), _OTHERS) if notes else None
    draft.add("education", **fields)


def _volunteering(draft: Draft, entry: FoundEntry, heading: str) -> None:
    draft.add("volunteering", organization=_sure(entry.organization, "organization"),
              role=_sure(entry.title, "role"), city=_sure(entry.city, "place"), **_described(entry))  # fmt: skip


def _project(draft: Draft, entry: FoundEntry, heading: str) -> None:
    name, other = entry.title, entry.organization
    if (
        name
        and other
        and entry.dates
        and _is_same(other.line, entry.dates.line)
        and not _is_same(name.line, other.line)
    ):
        # The line with the dates names the project, whatever its words are like.
        name, other = other, name
        draft.add("projects", name=name.text, role=Said(other.text, "read as the role"), **_described(entry))
    else:
        draft.add("projects", name=_sure(name, "name"), organization=_sure(other, "organization"), **_described(entry))
    if entry.city:
        draft.keep(heading, entry.city.text)


def _described(entry: FoundEntry) -> dict[str, Any]:
    notes = "\n".join(note.text for note in entry.notes)
    return {
        "description": Said(notes, "read as the description") if notes else None,
        **_dates(entry),
        "achievements": [bullet.text for bullet in entry.bullets],
    }


def _affiliation(draft: Draft, entry: FoundEntry, heading: str) -> None:
    organization, role = entry.organization or entry.title, entry.title if entry.organization else None
    rest = [note.text for note in (*entry.notes, *entry.bullets)]
    draft.add("affiliations", organization=_sure(organization, "organization"), role=_sure(role, "role"),
              description="\n".join(rest), **_dates(entry))  # fmt: skip
    if entry.city:
        draft.keep(heading, entry.city.text)


def _break(draft: Draft, entry: FoundEntry, heading: str) -> None:
    reason = entry.title or entry.organization
    others = [entry.organization if entry.title else None, entry.city, *entry.notes, *entry.bullets]
    draft.add("breaks", reason=_sure(reason, "reason"), **_dates(entry),
              description="\n".join(field.text for field in others if field))  # fmt: skip


def _kept(draft: Draft, entry: FoundEntry, heading: str) -> None:
    fields = (entry.title, entry.organization, entry.city, entry.dates, *entry.bullets, *entry.notes)
    draft.keep(heading, "\n".join(field.text for field in fields if field))


_ENTRIES = {
    "education": _education,
    "volunteering": _volunteering,
    "projects": _project,
    "affiliations": _affiliation,
    "breaks": _break,
}


def _points(draft: Draft, heading: str, items: Sequence[Field]) -> None:
    """Points above the history, each to the role of the employer named in brackets behind it or on a line above."""
    every = draft.data.get("experience", [])
    above: dict[str, Any] | None = None
    for item in items:
        if not item.line.marker:
            named = next((one for one in every if one.get("employer") == item.text), None)
            above = named or above
            if named is None:
                draft.keep(heading, item.text)
            continue
        match = _BEHIND.search(item.text)
        named_in = terms(match[1]) if match else []
        owner = next((one for one in every if one.get("employer") in (match[1] if match else "", *named_in[-1:])), None)
        bare = item.text[: match.start()] if match and owner else item.text
        if any(_alike(bare, point) for point in _all_points(every)):
            continue
        if owner := owner or above:
            _attach(owner, bare, heading, named_in)
        else:
            draft.keep(heading, item.text)


def _all_points(every: Sequence[dict[str, Any]]) -> Iterable[str]:
    return (point for one in every for role in one["roles"] for point in role.get("achievements", ()))


def _attach(employer: dict[str, Any], text: str, heading: str, named: Sequence[str]) -> None:
    """Adds a point to the role that is named, or else to the latest."""
    roles = employer["roles"] or [{}]
    employer["roles"] = roles
    role = next((role for role in roles if role.get("title") in named), roles[0])
    why = f"stood under '{heading}'" + ("; in which role was it?" if len(roles) > 1 else "")
    role["achievements"] = [*role.get("achievements", ()), Said(text, why)]


def _alike(one: str, other: str) -> bool:
    return " ".join(one.split()).rstrip(".").casefold() == " ".join(other.split()).rstrip(".").casefold()
