"""Our own resumes come back as facts: contact, employers, titles, dates and bullets, from Word, PDF and plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from resumekit.document.block import Document, Entry
from resumekit.load.client import load, parse
from resumekit.load.draft import Imported
from resumekit.load.foreign import find_importer, import_file
from resumekit.load.marked import marked_yaml
from resumekit.load.material import Material
from resumekit.model.resume import Resume
from resumekit.model.role import Role
from resumekit.pipeline import Choices, Product, produce
from resumekit.readback.span import find_span

FOLDER = Path(__file__).parents[2] / "samples"
SAMPLES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
KINDS = ("docx", "pdf", "txt")
Importing = Callable[[str, str], Imported]


@cache
def product(sample: str) -> Product:
    return produce(load(FOLDER / f"{sample}.yaml"), Choices(formats=(*KINDS, "txt")))


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Importing:
    folder = tmp_path_factory.mktemp("resumes")

    @cache
    def of(sample: str, kind: str) -> Imported:
        # Under a name that says nothing: the content tells what it is.
        path = folder / f"{sample}-{kind}"
        path.write_bytes(next(file.content for file in product(sample).files if file.name.endswith(kind)))
        return import_file(path)

    return of


def roles(document: Document) -> Iterator[tuple[Entry, str]]:
    """Each role of the page with the employer it names."""
    for section in document.sections:
        for block in section.blocks if section.name == "experience" else ():
            if isinstance(block, Entry):
                yield from ((inner, block.title.text) for inner in block.entries)
                if not block.entries and block.organization:
                    yield block, block.organization.text


def facts(resume: Resume) -> list[tuple[str, Role]]:
    return [(employer.name, role) for employer in resume.experience for role in employer.roles]


def plain(text: str) -> str:
    return " ".join(text.replace("\u2011", "-").replace("\u2060", "").split())


def words(role: Role) -> list[str]:
    return [plain(point.text or "") for point in role.achievements]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_roles_come_back_whole(sample: str, kind: str, imported: Importing) -> None:
    expected = list(roles(product(sample).document))

    found = facts(imported(sample, kind).resume)

    # Roles of an earlier career stand on one line each, below the others.
    assert len(found) >= len(expected)
    for (employer, role), (entry, said) in zip(found, expected, strict=False):
        assert role.title == plain(entry.title.text)
        assert plain(said).startswith(employer)
        span = find_span(plain(entry.dates.text)) if entry.dates else None
        assert (str(role.start), str(role.end)) == ((span.start, span.end) if span else ("None", "None"))
        assert words(role)[: len(entry.bullets)] == [plain(line.text) for line in entry.bullets]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_contact_comes_back_whole(sample: str, kind: str, imported: Importing) -> None:
    stated = load(FOLDER / f"{sample}.yaml").resume.person

    person = imported(sample, kind).resume.person

    assert (person.name, person.email, person.city) == (stated.name, stated.email, stated.city)
    assert digits(person.phone) == digits(stated.phone)
    assert {link.url for link in person.links} == {link.url for link in stated.links}


def digits(text: str | None) -> str:
    return "".join(c for c in text or "" if c.isdigit())[-10:]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_no_word_of_the_page_is_lost(sample: str, kind: str, imported: Importing) -> None:
    document = product(sample).document
    page = [line.text for section in document.sections for line in section.lines()]
    assert page or sample == "6-smallest"

    text = "".join(c for c in marked_yaml(imported(sample, kind))[0].casefold() if c.isalnum())

    for line in page:
        for word in letters(LENGTH.sub("", plain(line))):
            assert word in text or word in LABELS or is_date(word), (word, line)


def letters(line: str) -> list[str]:
    return ["".join(c for c in word.casefold() if c.isalnum()) for word in plain(line).split()]


def is_date(word: str) -> bool:
    """A month or a length of time, which the client file holds as a number or not at all."""
    return (find_span(f"{word} 2020") is not None and find_span(f"{word} 2020").at == 0) or word in TIME  # type: ignore[union-attr]


LENGTH = re.compile(r"\((?:\d+ (?:months?|years?|mois|ans?)[ ,]*)+\)")
TIME = {"years", "year", "months", "month", "ans", "an", "mois", "présent", "present", "expected", "prévu", "prévue"}
LABELS = {
    "team",
    "reported",
    "to",
    "reports",
    "équipe",
    "supérieur",
    "immédiat",
    "établissements",
    "pause",
    "professionnelle",
}
"""What the client file says by its fields."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_is_invented(sample: str, kind: str, imported: Importing) -> None:
    document = product(sample).document
    every = "".join(c for line in said(document) for c in plain(line).casefold() if c.isalnum())

    found = [text for text in texts(imported(sample, kind).resume.model_dump(exclude_defaults=True)) if text != "fr-CA"]

    assert found
    for text in found:
        for word in letters(text.removeprefix("https://")):
            assert word in every, (word, text)


def said(document: Document) -> Iterator[str]:
    if document.head:
        yield from (line.text for line in document.head.lines())
    for section in document.sections:
        if section.title:
            yield section.title.text
        yield from (line.text for line in section.lines())


def texts(value: object) -> Iterator[str]:
    """Every text of the facts but dates, which the file writes in its own way."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in ("start", "end", "date", "expected", "expires", "status", "unplaced", "extra"):
                yield from texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)


@pytest.mark.parametrize("kind", [*KINDS, "txt"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_the_file_with_its_comments_holds_the_same_facts(sample: str, kind: str, imported: Importing) -> None:
    found = imported(sample, kind)

    text, lines = marked_yaml(found)

    assert parse(text).resume == found.resume
    assert all("# review: " in text.split("\n")[line - 1] for line in lines)


def test_the_content_tells_the_kind() -> None:
    files = {file.name.rsplit(".", 1)[1]: file.content for file in product("1-senior-manager").files}

    found = {kind: find_importer(Material(Path("resume.bin"), content)).name for kind, content in files.items()}

    assert found == {"docx": "docx", "pdf": "pdf", "txt": "text"}
