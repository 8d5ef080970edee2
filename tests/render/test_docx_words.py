from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from resumekit.markup.flow import Container, Flow, Paragraph, Run
from resumekit.markup.vocabulary import PARAGRAPHS, RUNS
from resumekit.readback.docx import read_docx
from resumekit.render.docx import write_docx
from resumekit.themes.theme import find_theme
from tests.render.flows import flow

TOKENS = find_theme("executive").tokens
_WORDS = st.sampled_from(
    [
        "plain",
        "<&\">'",
        "]]>",
        "é",
        "e\u0301",
        "ﬁ",
        "سلام",
        "שלום",
        "東京",
        "한국어",
        "👩‍🔬",
        "24%",
        "a\u00a0b",
        "x\ny",
        "–",
        "&amp;",
        "\u202f",
    ]
)
_TEXT = st.lists(st.one_of(_WORDS, st.sampled_from([" ", "  "])), min_size=1, max_size=6).map("".join)
_RUNS = st.builds(
    Run,
    _TEXT,
    strong=st.booleans(),
    em=st.booleans(),
    style=st.sampled_from(["", *(name for name in RUNS if name not in ("strong", "em", "a"))]),
    link=st.sampled_from([None, None, "https://example.com/?a&b", "mailto:a@example.com", "javascript:x"]),
)
_PARAGRAPHS = st.builds(
    Paragraph,
    st.sampled_from([name for name in PARAGRAPHS if name not in ("th", "td")]),
    st.lists(_RUNS, max_size=4).map(tuple),
)
_FLOWS = st.lists(_PARAGRAPHS, max_size=6).map(lambda nodes: flow(Container("section", tuple(nodes))))


def _words(text: str) -> list[str]:
    return re.sub("^• ", "", text, flags=re.MULTILINE).split()


@given(_FLOWS)
def test_word_and_flow_say_the_same_words_in_the_same_order(flow: Flow):
    written = read_docx(write_docx(flow, TOKENS)).text

    assert _words(written) == _words("\n".join(paragraph.text for paragraph in flow.paragraphs()))


@given(_FLOWS)
def test_a_reader_of_another_maker_finds_the_same_words(flow: Flow):
    from io import BytesIO

    from docx import Document

    document = Document(BytesIO(write_docx(flow, TOKENS)))

    texts = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert texts.split() == "\n".join(paragraph.text for paragraph in flow.paragraphs()).split()
