"""Our own output comes back whole: contact, employers, titles, dates and bullets of every sample."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from resumekit.document.block import Document, Entry
from resumekit.lint.page import Page
from resumekit.lint.run import all_rules
from resumekit.lint.settings import default_settings
from resumekit.load.client import load
from resumekit.pipeline import Choices, Product, produce
from resumekit.readback.child import read
from resumekit.readback.fields import Extract, extract
from resumekit.readback.foreign import ForeignReading

FOLDER = Path(__file__).parents[3] / "samples"
SAMPLES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
KINDS = ("docx", "pdf")


@cache
def product(sample: str) -> Product:
    return produce(load(FOLDER / f"{sample}.yaml"), Choices(formats=KINDS))


@cache
def reading(sample: str, kind: str) -> ForeignReading:
    content = next(file.content for file in product(sample).files if file.name.endswith(kind))
    found = read(kind, content)
    assert isinstance(found, ForeignReading)
    return found


def roles(document: Document) -> Iterator[tuple[Entry, Entry | None]]:
    """Each role with the employer over it, if it has one of its own."""
    for section in document.sections:
        for block in section.blocks if section.name in ("experience", "volunteering", "education") else ():
            if isinstance(block, Entry):
                yield from ((inner, block) for inner in block.entries)
                if not block.entries:
                    yield block, None


def entries(found: Extract) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (
            entry.title.text if entry.title else "",
            entry.organization.text if entry.organization else "",
            entry.dates.text if entry.dates else "",
            tuple(bullet.text for bullet in entry.bullets),
        )
        for one in found.named("experience", "volunteering", "education")
        for entry in one.entries
        if not entry.group
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_roles_come_back_whole(sample: str, kind: str) -> None:
    expected = list(roles(product(sample).document))

    found = entries(extract(reading(sample, kind)))

    assert [plain(entry[0]) for entry in found] == [plain(role.title.text) for role, _ in expected]
    for (_, employer, dates, bullets), (role, group) in zip(found, expected, strict=True):
        assert tuple(map(plain, bullets)) == tuple(plain(line.text) for line in role.bullets)
        if role.dates:
            assert dates
            assert plain(dates) in plain(role.dates.text)
        said = group.title.text if group else role.organization.text if role.organization else ""
        assert plain(said).startswith(plain(employer))
        assert bool(employer) == bool(said) or "ause" in role.title.text


def plain(text: str) -> str:
    return text.replace("\u2011", "-").replace("\u2060", "").replace("\u00a0", " ")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_contact_comes_back_whole(sample: str, kind: str) -> None:
    person = load(FOLDER / f"{sample}.yaml").resume.person
    contact = extract(reading(sample, kind)).contact

    assert contact.name
    assert contact.name.text == person.name
    assert [field.text for field in contact.emails] == ([person.email] if person.email else [])
    assert [digits(field.text) for field in contact.phones] == ([digits(person.phone)] if person.phone else [])
    assert bool(contact.city) == bool(person.city)


def digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())[-10:]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_heading_is_one_that_machines_know(sample: str, kind: str) -> None:
    sections = [found.section for found in extract(reading(sample, kind)).sections]

    assert [section.title for section in sections if section.name != "head"] == [
        section.title.text for section in product(sample).document.sections if section.title
    ]
    assert {section.naming for section in sections if section.heading} <= {"standard", "known"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_no_file_rule_finds_a_fault(sample: str, kind: str) -> None:
    found = reading(sample, kind)
    page = Page((), found.language, reading=found)

    rules = [rule for rule in all_rules() if rule.scope == "file"]

    assert len(rules) > 20
    assert [finding for rule in rules for finding in rule.findings(page, default_settings())] == []
