"""Formats: the same words in the same order in each, and names that are known."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from resumekit.errors import UnknownNameError
from resumekit.load.client import load
from resumekit.model.resume import Resume
from resumekit.pipeline import Plan, plan
from resumekit.readback.docx import read_docx
from resumekit.readback.pdf import read_pdf
from resumekit.render.formats import FORMATS
from tests.strategies import resumes

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))
_SETTING = re.compile(r"[\s•|·=\u200e\u200f\u2066-\u2069\-‐–—]+")


def _spoken(name: str, content: bytes) -> str:
    """The words of a file without what sets them: white space, bullets, rules, separators."""
    text = content.decode() if name in ("html", "md", "txt") else ""
    match name:
        case "docx":
            text = read_docx(content).text
        case "html":
            body = re.sub(r"(?s)^.*<body[^>]*>|<(style|script|footer)\b.*?</\1>", "", text)
            text = html.unescape(re.sub(r"<[^>]*>", " ", body))
        case "md":
            tokens = MarkdownIt("commonmark").parse(text)
            text = " ".join(child.content for token in tokens for child in token.children or ())
    return _SETTING.sub("", text)


def _said(made: Plan) -> str:
    return _SETTING.sub("", " ".join(line.text for _, line in made.document.lines()))


@cache
def _sample(path: Path) -> Plan:
    return plan(load(path))


@pytest.mark.parametrize("name", ["docx", "html", "md", "txt"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_each_format_says_the_words_of_the_document_in_order(sample: Path, name: str) -> None:
    made = _sample(sample)

    spoken = _spoken(name, FORMATS[name](made.document, made.flow, made.theme).content)
    assert _said(made) in spoken


@given(resumes)
def test_text_and_markdown_say_the_same_whatever_the_client(resume: Resume) -> None:
    made = plan(resume)

    for name in ("txt", "md"):
        assert _spoken(name, FORMATS[name](made.document, made.flow, made.theme).content) == _said(made)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_word_and_pdf_know_their_title_and_author(sample: Path) -> None:
    made = _sample(sample)

    docx = read_docx(FORMATS["docx"](made.document, made.flow, made.theme).content)
    pdf = read_pdf(FORMATS["pdf"](made.document, made.flow, made.theme).content)
    assert (docx.title, docx.author) == (pdf.title, pdf.author) == (made.document.title, made.document.author)


def test_a_format_that_is_not_known_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'docx'"):
        FORMATS["docs"]


def test_only_a_paged_format_counts_pages() -> None:
    made = _sample(SAMPLES[-1])

    assert [FORMATS[name](made.document, made.flow, made.theme).pages for name in ("pdf", "txt", "md", "html")] == [
        1,
        None,
        None,
        None,
    ]
