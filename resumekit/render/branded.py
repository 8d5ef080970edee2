"""Fill a coach's branded Word template with a document's own words; another door, on which nothing of ours is built."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from resumekit.document.block import Document
from resumekit.errors import MissingPartError, ThemeError, nearest
from resumekit.render.branded_words import Entry, Section, Words, words_of
from resumekit.render.docx_package import NO_DATE, zipped

_FILE_LIMIT = 20_000_000
_UNPACKED_LIMIT = 100_000_000
_PARTS_LIMIT = 2_000
_UNDEFINED = re.compile(r"^'(\w+)' is undefined|has no attribute '(\w+)'")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")


def write_branded(document: Document, template: Path, *, date: str = "") -> bytes:
    """The template with its Jinja tags filled in. Equal document and template make equal bytes.

    Args:
        template: a .docx whose tags name fields of `Words`, such as {{ name }} or {% for section in sections %}.
        date: ISO day for the file's properties; empty for none.

    Raises:
        MissingPartError: docxtpl is not installed.
        ThemeError: the template cannot be read, is too large, has a broken tag, or names what there is not.
    """
    try:
        from docxtpl import DocxTemplate
    except ImportError:
        raise MissingPartError(
            "a branded Word template needs docxtpl; install it with: pip install 'resumekit[branded]'"
        ) from None
    content = _checked(template)
    filled = DocxTemplate(io.BytesIO(content))
    _fill(filled, words_of(document), template)
    _stamp(filled.docx.core_properties, document, date)
    out = io.BytesIO()
    filled.save(out)
    with zipfile.ZipFile(out) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def _fill(filled: Any, words: Words, template: Path) -> None:
    from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    context = {field.name: getattr(words, field.name) for field in fields(words)}
    try:
        filled.render(context, jinja_env=environment, autoescape=True)
    except UndefinedError as error:
        raise ThemeError(f"{template}: {_unknown(str(error))}") from None
    except TemplateSyntaxError as error:
        near = " ".join(" ".join(getattr(error, "docx_context", ())).split())
        raise ThemeError(f"{template}: {error.message}; near: {near[:200]}") from None
    except (TemplateError, TypeError, ValueError, AttributeError, ArithmeticError, LookupError, SyntaxError) as error:
        raise ThemeError(f"{template}: {error}") from None


def _unknown(message: str) -> str:
    """What to say of a name that a template uses and a document does not have."""
    known = sorted({field.name for kind in (Words, Section, Entry) for field in fields(kind)})
    match = _UNDEFINED.search(message)
    if not match:
        return message
    name = match[1] or match[2]
    guess = nearest(name, known)
    hint = f"; did you mean '{guess}'?" if guess else "."
    return f"'{name}' is not a word that a document has{hint} It has: {', '.join(known)}"


def _stamp(properties: Any, document: Document, date: str) -> None:
    """Whose document it is, in place of whose template it was."""
    day = datetime.fromisoformat(date or NO_DATE).replace(tzinfo=UTC)
    properties.author = properties.last_modified_by = document.author
    properties.title, properties.language = document.title, document.language
    properties.created = properties.modified = day
    properties.comments, properties.revision = "", 1


def _checked(template: Path) -> bytes:
    """The template's bytes, small, whole, and without anything that Word would fetch from elsewhere."""
    try:
        if template.stat().st_size > _FILE_LIMIT:
            raise ThemeError(f"{template}: larger than {_FILE_LIMIT // 1_000_000} MB")
        content = template.read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _PARTS_LIMIT or sum(part.file_size for part in parts) > _UNPACKED_LIMIT:
                raise ThemeError(f"{template}: unpacks to more than {_UNPACKED_LIMIT // 1_000_000} MB")
            names = set(archive.namelist())
            outside = [
                found for name in sorted(names) if name.endswith(".rels") for found in _outside(archive.read(name))
            ]
    except OSError as error:
        raise ThemeError(f"{template}: {error.strerror or error}") from None
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise ThemeError(f"{template}: not a Word document ({error})") from None
    if "word/document.xml" not in names or "word/vbaProject.bin" in names:
        raise ThemeError(f"{template}: not a Word document without macros; save it as .docx")
    if outside:
        raise ThemeError(f"{template}: whoever opens it would load {outside[0]} from elsewhere; put it inside the file")
    return content


def _outside(relations: bytes) -> Iterator[str]:
    """The kinds of thing that a part takes from outside the file, links that a person follows apart."""
    for match in _RELATION.finditer(relations):
        if b'TargetMode="External"' in match[0] and b"/hyperlink" not in match[0]:
            kind = re.search(rb'Type="[^"]*/(\w+)"', match[0])
            yield f"its {kind[1].decode() if kind else 'content'}"
