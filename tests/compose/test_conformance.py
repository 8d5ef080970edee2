"""The full client: what may be printed stands in every theme and format, and what may not stands in none."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

import pypdf
import pytest

from resumekit.load.client import load
from resumekit.pipeline import Choices, Plan, plan
from resumekit.render.formats import FORMATS
from resumekit.themes.theme import theme_names
from tests.full_client.markers import FULL, never, printing

TARGETS = ("full", "other")
# An id is what a line is traced by: the coach's JSON names it, and nothing else does.
_IDS = tuple(word for word in never() if word.endswith("Id"))


@cache
def _plan(target: str, theme: str) -> Plan:
    return plan(load(FULL), Choices(target=target, theme=theme))


@cache
def _written(target: str, theme: str, name: str) -> bytes:
    made = _plan(target, theme)
    return FORMATS[name](made.document, made.flow, made.theme).content


def _everything(name: str, content: bytes) -> str:
    """All that a file holds, not only what it shows: parts of a package, properties, link addresses."""
    if name == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return "\n".join(
                [*package.namelist(), *(package.read(part).decode("latin-1") for part in package.namelist())]
            )
    if name == "pdf":
        return _everything_of_pdf(content)
    return content.decode()


def _everything_of_pdf(content: bytes) -> str:
    reader = pypdf.PdfReader(io.BytesIO(content))
    parts = [page.extract_text() for page in reader.pages] + [str(reader.metadata), str(reader.outline)]
    for page in reader.pages:
        parts += [str(note.get_object()) for note in page.get("/Annots", [])]
    parts.append(str(reader.xmp_metadata and reader.xmp_metadata.stream.get_data()))
    return "\n".join(parts)


def _words(name: str, content: bytes) -> str:
    """What a file says, its markup taken off."""
    text = _everything(name, content)
    return re.sub(r"<[^>]*>", "", text) if name in ("docx", "html") else text


def test_the_markers_are_there_to_be_looked_for():
    assert len(printing()) > 100
    assert len(never()) > 100


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("theme", theme_names())
def test_what_should_print_stands_in_every_theme_and_format(theme: str, name: str):
    text = _words(name, _written("full", theme, name))

    assert [word for word in printing() if word not in text] == []


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("target", TARGETS)
def test_what_must_not_print_stands_nowhere_in_a_file(target: str, theme: str, name: str):
    text = _everything(name, _written(target, theme, name)).casefold()

    known = _IDS if name == "json" else ()
    assert [word for word in never() if word.casefold() in text and word not in known] == []


@pytest.mark.parametrize("target", TARGETS)
def test_what_must_not_print_stands_in_no_property_of_a_file(target: str):
    document = _plan(target, "plain").document

    said = f"{document.title} {document.author} {document.file_stem} {document.draft}".casefold()

    assert [word for word in never() if word.casefold() in said] == []


def test_what_a_confidential_fact_is_called_stands_in_no_key():
    resume = load(FULL).resume

    keys = " ".join(resume.facts).casefold()

    assert [word for word in never() if word.casefold() in keys and word not in _IDS and "Referee" not in word] == []


def test_each_name_that_may_not_be_said_is_said_another_way_wherever_it_stands():
    made = _plan("full", "plain")

    assert "No092" not in str(made.document)
    assert "Pr097EmployerSay" in str(made.document)
