"""What an applicant tracking system takes from a resume: contact, history, schools, skills, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resumekit.readback.contact import Contact, find_contact, largest_name
from resumekit.readback.entry import FoundEntry, find_entries
from resumekit.readback.field import Field
from resumekit.readback.foreign import ForeignLine, ForeignReading
from resumekit.readback.paragraph import paragraphs
from resumekit.readback.sections import FoundSection, find_sections

WORK = frozenset({"experience", "earlier"})
_ENTRIES = {
    "experience": "title", "earlier": "title", "volunteering": "title", "projects": "project", "breaks": "title",
    "affiliations": "title", "education": "study",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SectionFields:
    """A section with its entries, and its other paragraphs as items."""

    section: FoundSection
    entries: tuple[FoundEntry, ...]
    items: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """A resume as a machine takes it; every paragraph is in the contact, an entry, a heading or among the items."""

    contact: Contact
    sections: tuple[SectionFields, ...]

    def named(self, *names: str) -> tuple[SectionFields, ...]:
        return tuple(found for found in self.sections if found.section.name in names)

    @property
    def jobs(self) -> tuple[FoundEntry, ...]:
        """The entries of all work, in file order."""
        return tuple(entry for found in self.named(*WORK) for entry in found.entries)

    @property
    def studies(self) -> tuple[FoundEntry, ...]:
        return tuple(entry for found in self.named("education") for entry in found.entries)

    @property
    def skills(self) -> tuple[Field, ...]:
        return tuple(item for found in self.named("skills") for item in found.items)

    @property
    def credentials(self) -> tuple[Field, ...]:
        return tuple(item for found in self.named("credentials", "courses") for item in found.items)

    @property
    def bullets(self) -> tuple[Field, ...]:
        """Every point, of entries and of other sections, in file order within each section."""
        out: list[Field] = []
        for found in self.sections:
            out += [bullet for entry in found.entries for bullet in entry.bullets]
            out += [item for item in found.items if item.line.marker]
        return tuple(out)


def extract(reading: ForeignReading) -> Extract:
    """What a machine takes from what most systems read of a file: its body, without page headers and text boxes."""
    return extract_lines(reading.body)


def extract_all(reading: ForeignReading) -> Extract:
    """What a person sees: headers, footers and text boxes too, put where the file has them, headers first."""
    first = [line for line in reading.lines if line.where == "header"]
    rest = [line for line in reading.lines if line.where not in ("header", "footer")]
    last = [line for line in reading.lines if line.where == "footer"]
    return extract_lines([*first, *rest, *last])


def extract_lines(lines: Sequence[ForeignLine]) -> Extract:
    """What a machine takes from lines, broken or whole."""
    head, *sections = _head_first(find_sections(paragraphs(lines)))
    contact_lines = [line for section in sections if section.name == "contact" for line in section.lines]
    contact, rest = find_contact(head.lines, contact_lines, [line for section in sections for line in section.lines])
    out = [_fields(section) for section in sections if section.name != "contact"]
    if rest:
        out.insert(0, _fields(FoundSection("head", None, tuple(rest), "none")))
    return Extract(contact, tuple(out))


def _head_first(sections: Sequence[FoundSection]) -> list[FoundSection]:
    """The sections, the head taken out of the side bar that comes before it in some files."""
    head, *rest = sections
    name = largest_name([line for section in rest for line in section.lines]) if not head.lines else None
    if name is None:
        return list(sections)
    out: list[FoundSection] = []
    for section in rest:
        at = section.lines.index(name.line) if name.line in section.lines else len(section.lines)
        head = replace(head, lines=(*head.lines, *section.lines[at:]))
        out.append(replace(section, lines=section.lines[:at]))
    return [head, *out]


def _fields(section: FoundSection) -> SectionFields:
    kind = _ENTRIES.get(section.name)
    if kind is None:
        return SectionFields(section, (), tuple(Field(line.text, line, section.confidence) for line in section.lines))
    entries, loose = find_entries(section.lines, kind)
    return SectionFields(section, entries, loose)
