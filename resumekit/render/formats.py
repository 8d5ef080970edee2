"""The output formats, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from resumekit.document.block import Document
from resumekit.markup.flow import Flow
from resumekit.registry import Registry
from resumekit.themes.theme import Theme


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a file; `pages` is None for a format that has none."""

    content: bytes
    pages: int | None = None


Writer = Callable[[Document, Flow, Theme], Written]

FORMATS: Registry[Writer] = Registry("output format")
"""What each name is written by. A writer imports what it needs when it runs, so that others do not wait for it."""


@FORMATS.add("docx")
def _docx(document: Document, flow: Flow, theme: Theme) -> Written:
    from resumekit.render.docx import write_docx

    return Written(write_docx(flow, theme.tokens))


@FORMATS.add("pdf")
def _pdf(document: Document, flow: Flow, theme: Theme) -> Written:
    from resumekit.render.pdf import write_pdf

    pdf = write_pdf(flow, theme)
    return Written(pdf.content, pdf.pages)


@FORMATS.add("html")
def _html(document: Document, flow: Flow, theme: Theme) -> Written:
    from resumekit.render.html import write_html

    return Written(write_html(flow, theme).encode())


@FORMATS.add("md")
def _md(document: Document, flow: Flow, theme: Theme) -> Written:
    from resumekit.render.markdown import write_markdown

    return Written(write_markdown(flow).encode())


@FORMATS.add("txt")
def _txt(document: Document, flow: Flow, theme: Theme) -> Written:
    from resumekit.render.text import write_text

    return Written(write_text(flow).encode())


@FORMATS.add("json")
def _json(document: Document, flow: Flow, theme: Theme) -> Written:
    from resumekit.render.json_document import write_json

    return Written(write_json(document).encode())
