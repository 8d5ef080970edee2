"""LinkedIn's data export becomes facts: a zip of tables, the folder it was unpacked to, or one of its tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from resumekit.load.draft import Draft, Said
from resumekit.load.import_person import link, place
from resumekit.load.import_role import employers
from resumekit.load.importer import importer
from resumekit.load.material import Material, refused
from resumekit.load.shown import shown
from resumekit.load.source import decode
from resumekit.model.date import PartialDate
from resumekit.readback.foreign import split_marker

_ROWS = 20_000
_CELL = 200_000
_COLUMNS = 200
_HEAD_WITHIN = 8  # notes stand above the heads of some tables


@dataclass(slots=True)
class Row:
    """A row of a table; what is taken from it is known, so that the rest can be kept."""

    table: str
    cells: Mapping[str, str]
    taken: set[str] = field(default_factory=set)

    def __call__(self, *names: str) -> str:
        """The first of these columns that has words, upper or lower case alike; all of them count as taken."""
        found = ""
        for name in names:
            key = name.casefold()
            if not found and key in self.cells:
                self.taken.add(key)
                found = self.cells[key]
        return found

    @property
    def rest(self) -> str:
        """What was not taken, each cell behind its column's name."""
        return "\n".join(f"{name}: {words}" for name, words in self.cells.items() if name not in self.taken and words)


Reader = Callable[[Draft, Row], None]


def _stem(name: str) -> str:
    """A table's name without folder, ending, spaces and the number that a second download gets."""
    stem = PurePosixPath(name.replace("\\", "/")).name
    stem = stem.rpartition(".")[0] if stem.lower().endswith(".csv") else ""
    return "".join(c for c in stem.casefold() if c.isalnum())


def _is_export(material: Material) -> bool:
    if material.form in ("zip", "folder"):
        return "word/document.xml" not in material.names and any(_stem(name) in _READERS for name in material.names)
    return material.form == "text" and bool(_table_of(material))


def _table_of(material: Material) -> str:
    """Which table a single file is, by the heads of its columns; "" for none, and where one head alone would tell."""
    head = material.content[:4_000].decode("utf-8-sig", "replace").splitlines()[:1]
    columns = {cell.strip().casefold() for cell in next(csv.reader(head), [])}
    fitting = [name for name, heads in _HEADS.items() if len(heads) > 1 and heads <= columns]
    return max(fitting, key=lambda name: len(_HEADS[name]), default="")


@importer("linkedin", "LinkedIn's data export (zip, folder or table)", _is_export)
def read_export(material: Material) -> Draft:
    """A draft of the tables about the person's career; messages, contacts and advertisements are not opened.

    Raises:
        ClientFileError: a table is no text or too large, or the archive is damaged.
    """
    draft = Draft()
    if material.form == "text":
        _read(draft, _table_of(material), str(material.path), material.content)
    unread = []
    for name in sorted(material.names, key=_order):
        if _stem(name) in _READERS:
            _read(draft, _stem(name), f"{material.path}/{shown(name)}", material.part(name))
        else:
            unread.append(shown(PurePosixPath(name.replace("\\", "/")).name, 60))
    if unread:
        some = ", ".join(unread[:12]) + (f" and {len(unread) - 12} more" if len(unread) > 12 else "")
        draft.notes.append(f"not opened, as they do not tell of a career: {some}")
    if roles := draft.data.pop("experience", []):
        draft.data["experience"] = employers(roles)
    return draft


def _order(name: str) -> int:
    stem = _stem(name)
    return list(_READERS).index(stem) if stem in _READERS else len(_READERS)


def _read(draft: Draft, table: str, where: str, content: bytes) -> None:
    for row in _rows(table, where, content):
        _READERS[table](draft, row)
        draft.keep(PurePosixPath(where).name, row.rest)


def _rows(table: str, where: str, content: bytes) -> list[Row]:
    """The rows of a table by its heads.

    Raises:
        ClientFileError: it is no text, has no heads that are known, or more than can be.
    """
    if not content.strip(b"\xef\xbb\xbf \r\n"):
        return []
    text = decode(content, where).text
    csv.field_size_limit(_CELL)
    try:
        lines = [row for _, row in zip(range(_ROWS + 1), csv.reader(io.StringIO(text, newline="")), strict=False)]
    except csv.Error as error:
        raise refused(where, f"this table cannot be read: {error}") from None
    if len(lines) > _ROWS:
        raise refused(where, f"this table has more than {_ROWS:,} rows")
    wanted = _HEADS[table]
    for number, line in enumerate(lines[:_HEAD_WITHIN]):
        heads = [cell.strip().strip("\ufeff").casefold() for cell in line]
        if wanted <= set(heads):
            return [Row(table, _cells(heads, row)) for row in lines[number + 1 :] if any(cell.strip() for cell in row)]
    listed = ", ".join(sorted(wanted))
    raise refused(where, f"this table has no line of column names with: {listed}")


def _cells(heads: list[str], row: list[str]) -> dict[str, str]:
    """The cells by their columns; what stands beyond the last column is not lost."""
    cells = {head or f"column {n + 1}": cell.strip() for n, (head, cell) in enumerate(zip(heads, row, strict=False))}
    for number, cell in enumerate(row[len(heads) : _COLUMNS], start=len(heads) + 1):
        cells[f"column {number}"] = cell.strip()
    return cells


def _day(text: str) -> str:
    """LinkedIn's dates ("Jan 2020", "2020", "Jan 5, 2020") in the form of a client file; others as they are."""
    try:
        return str(PartialDate.parse(text)) if text else ""
    except ValueError:
        month, comma, year = text.partition(", ")
        name, _, day = month.partition(" ")
    if comma and day.isdecimal() and year[:4].isdecimal():
        try:
            return f"{PartialDate.parse(f'{name} {year[:4]}')}-{int(day):02}"
        except ValueError:
            return text
    return text


def _body(text: str) -> tuple[str, list[str]]:
    """The lines of a description without bullet signs, and those with."""
    lines = [split_marker(line.strip()) for line in text.splitlines() if line.strip()]
    return "\n".join(line for marker, line in lines if not marker), [line for marker, line in lines if marker]


def _span(row: Row, start: str = "Started On", end: str = "Finished On") -> dict[str, str]:
    began, ended = _day(row(start, "Start Date")), _day(row(end, "End Date"))
    if began and not ended:
        ended = Said("present", "LinkedIn gives no end")
    return {"start": began, "end": ended}


def _profile(draft: Draft, row: Row) -> None:
    person = draft.data.setdefault("person", {})
    person["name"] = f"{row('First Name')} {row('Last Name')}".strip()
    person["headline"] = row("Headline")
    person["profile"] = row("Summary")
    person["address"], person["postal_code"] = row("Address"), row("Zip Code")
    if where := row("Geo Location"):
        person.update(place(where))
    for name, column in (("website", "Websites"), ("twitter", "Twitter Handles")):
        for item in row(column).strip("[]").split(","):
            label, _, address = item.strip().partition(":")
            known = label.isupper() and address
            words = (address if known else item).strip().strip("[]")
            if words and name == "twitter":
                words = f"x.com/{words.lstrip('@')}"
            if words:
                link(draft, "Profile.csv", words, "Twitter" if name == "twitter" else label.title() if known else "")
    for column, why in (("Birth Date", "no resume here tells a birth date; delete it"), ("Maiden Name", "")):
        draft.keep("Profile.csv", f"{column}: {words}" if (words := row(column)) else "", why)


def _position(draft: Draft, row: Row) -> None:
    prose, points = _body(row("Description"))
    draft.add("experience", employer=row("Company Name", "Company"), title=row("Title"), city=row("Location"),
              **_span(row), summary=prose, achievements=points)  # fmt: skip


def _education(draft: Draft, row: Row) -> None:
    credential, comma, area = row("Degree Name").partition(", ")
    notes = [f"{name}: {words}" for name in ("Notes", "Activities") if (words := row(name))]
    draft.add(
        "education",
        institution=row("School Name"),
        credential=credential,
        area=Said(area, "read as the subject") if comma else "",
        start=_day(row("Start Date")),
        end=_day(row("End Date")),
        notes=Said("\n".join(notes), "notes and activities from LinkedIn; move or delete them") if notes else "",
    )


def _skill(draft: Draft, row: Row) -> None:
    draft.add("skills", name=row("Name"))


def _language(draft: Draft, row: Row) -> None:
    draft.add("languages", name=row("Name"), level=row("Proficiency"))


def _certificate(draft: Draft, row: Row) -> None:
    number = row("License Number")
    draft.add("credentials", name=row("Name"), issuer=row("Authority"), url=row("Url"), date=_day(row("Started On")),
              expires=_day(row("Finished On")), verifiable=f"licence number {number}" if number else "")  # fmt: skip


def _course(draft: Draft, row: Row) -> None:
    number = row("Number")
    draft.add("courses", name=row("Name"), notes=f"course number {number}" if number else "")


def _project(draft: Draft, row: Row) -> None:
    prose, points = _body(row("Description"))
    draft.add("projects", name=row("Title"), url=row("Url"), description=prose, achievements=points,
              start=_day(row("Started On")), end=_day(row("Finished On")))  # fmt: skip


def _volunteering(draft: Draft, row: Row) -> None:
    prose, points = _body(row("Description"))
    cause = row("Cause")
    draft.add("volunteering", organization=row("Company Name", "Organization"), role=row("Role"), **_span(row),
              description=prose, achievements=points, notes=f"cause: {cause}" if cause else "")  # fmt: skip


def _organization(draft: Draft, row: Row) -> None:
    draft.add("affiliations", organization=row("Name"), role=row("Position"), description=row("Description"),
              start=_day(row("Started On")), end=_day(row("Finished On")))  # fmt: skip


def _honour(draft: Draft, row: Row) -> None:
    draft.add("awards", name=row("Title"), reason=row("Description"), issuer=row("Issuer"),
              date=_day(row("Issued On")))  # fmt: skip


def _publication(draft: Draft, row: Row) -> None:
    draft.add("publications", title=row("Name"), publisher=row("Publisher"), summary=row("Description"),
              url=row("Url"), date=_day(row("Published On")))  # fmt: skip


def _email(draft: Draft, row: Row) -> None:
    row("Confirmed"), row("Updated On")
    address, primary = row("Email Address"), row("Primary").casefold() == "yes"
    person = draft.data.setdefault("person", {})
    if primary and person.get("email"):
        draft.keep("contact", person["email"], "a second email")
        person["email"] = address
    elif person.get("email"):
        draft.keep("contact", address, "a second email")
    else:
        person["email"] = address


def _phone(draft: Draft, row: Row) -> None:
    number, kind = row("Number"), row("Type")
    extension = row("Extension")
    said = f"{number} ext. {extension}" if extension else number
    person = draft.data.setdefault("person", {})
    if person.get("phone"):
        draft.keep("contact", f"{kind}: {said}" if kind else said, "a second phone")
    else:
        person["phone"] = said


def _recommendation(draft: Draft, row: Row) -> None:
    status = row("Status")
    who = f"{row('First Name')} {row('Last Name')}".strip()
    hidden = status and status.casefold() != "visible"
    why = "ask whether it may be used: 'permission: yes'" + (f"; LinkedIn says '{status}'" if hidden else "")
    text = row("Text")
    row("Creation Date")
    draft.add("testimonials", text=Said(text, why) if text else "", who=who, position=row("Job Title"),
              organization=row("Company"))  # fmt: skip


def _left(draft: Draft, row: Row) -> None:
    """A table that a client file has no list for: its rows are kept as they are."""


_READERS: dict[str, Reader] = {
    "profile": _profile,
    "emailaddresses": _email,
    "phonenumbers": _phone,
    "positions": _position,
    "education": _education,
    "skills": _skill,
    "languages": _language,
    "certifications": _certificate,
    "courses": _course,
    "projects": _project,
    "volunteering": _volunteering,
    "volunteeringexperiences": _volunteering,
    "organizations": _organization,
    "honors": _honour,
    "publications": _publication,
    "recommendationsreceived": _recommendation,
    "patents": _left,
    "testscores": _left,
    "profilesummary": _left,
}
_HEADS: dict[str, set[str]] = {
    "profile": {"first name", "last name", "headline"},
    "emailaddresses": {"email address"},
    "phonenumbers": {"number", "type"},
    "positions": {"company name", "title"},
    "education": {"school name", "degree name"},
    "skills": {"name"},
    "languages": {"name", "proficiency"},
    "certifications": {"name", "authority"},
    "courses": {"name", "number"},
    "projects": {"title", "url"},
    "volunteering": {"role", "cause"},
    "volunteeringexperiences": {"role", "cause"},
    "organizations": {"name", "position"},
    "honors": {"title", "issued on"},
    "publications": {"name", "published on"},
    "recommendationsreceived": {"first name", "text"},
    "patents": {"title"},
    "testscores": {"name", "score"},
    "profilesummary": set(),
}
"""The columns that a table must have."""
