"""Documents: what claims something about the client cites a fact, and a resume holds no table."""

from __future__ import annotations

from typing import Any

import pytest

from resumekit.document.block import Bullets, Document, DocumentKind, Entry, Figure, Head, Paragraph, Section, Table
from resumekit.document.line import Line, Source
from resumekit.errors import ProvenanceError

FACT = Line.of("Led a team", Source.fact("a"))
FIXED = Line.of("Dear reader", Source.fixed("letter.greeting"))
NONE = Line.of("Invented a machine")
TABLE = Table((FACT,), ((FACT,),))
FIGURE = Figure("<svg/>", b"", "A chart", FACT, 80, TABLE)


def _document(kind: DocumentKind, *blocks: Any, head: Head | None = None) -> Document:
    return Document(kind, "Title", "Amina Haddad", "en-CA", (Section("s", FIXED, blocks),), head)


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(NONE), Bullets((FACT, NONE)), Entry(NONE), Entry(FACT, dates=NONE), Entry(FACT, organization=NONE),
        Entry(FACT, scope=(NONE,)), Entry(FACT, bullets=(NONE,)), Entry(FACT, entries=(Entry(FACT, bullets=(NONE,)),)),
        Paragraph(FIXED),
    ],
    ids=str,
)  # fmt: skip
def test_a_line_of_a_resume_without_facts_cannot_be_built(block: Any) -> None:
    with pytest.raises(ProvenanceError, match=r"section 's': no fact stands behind the line"):
        _document("resume", block)


@pytest.mark.parametrize("head", [Head(NONE), Head(FACT, headline=NONE), Head(FACT, contact=(FACT, NONE))])
@pytest.mark.parametrize("kind", ["resume", "letter"])
def test_a_head_without_facts_cannot_be_built(kind: DocumentKind, head: Head) -> None:
    with pytest.raises(ProvenanceError, match="section 'head'"):
        _document(kind, Paragraph(FACT), head=head)


def test_a_letters_standing_words_need_no_fact_and_its_claims_do() -> None:
    assert _document("letter", Paragraph(FIXED), Paragraph(FACT)).kind == "letter"
    with pytest.raises(ProvenanceError):
        _document("letter", Paragraph(NONE))


@pytest.mark.parametrize("block", [TABLE, FIGURE])
@pytest.mark.parametrize("kind", ["resume", "letter"])
def test_a_resume_or_letter_holds_no_table_and_no_figure(kind: DocumentKind, block: Any) -> None:
    with pytest.raises(ValueError, match=f"a {kind} holds no table or figure; section 's'"):
        _document(kind, block)


def test_a_report_holds_tables_figures_and_lines_of_any_source() -> None:
    report = _document("report", TABLE, FIGURE, Paragraph(NONE))

    assert [line.text for _, line in report.lines()].count("Led a team") == 5


def test_lines_come_in_reading_order_with_their_section() -> None:
    def line(text: str) -> Line:
        return Line.of(text, Source.fact(text))

    entry = Entry(line("5"), line("6"), line("7"), (line("8"),), (line("9"),), (Entry(line("10")),), group=True)
    head = Head(line("1"), line("2"), (line("3"),))
    document = Document("resume", "T", "A", "en-CA", (Section("s", line("4"), (entry, Bullets((line("11"),)))),), head)

    assert [item.text for _, item in document.lines()] == [str(number) for number in range(1, 12)]
    assert [name for name, _ in document.lines()] == ["head"] * 3 + ["s"] * 8
