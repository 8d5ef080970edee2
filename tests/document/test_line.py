"""Lines: words and the facts behind them."""

from __future__ import annotations

from resumekit.document.line import Line, Source, Span


def test_a_line_leaves_out_empty_spans_and_keeps_equal_sources_once() -> None:
    line = Line.of(
        ["Led", "", Span(""), Span(" a team", em=True)], Source.fact("a"), Source.fact("a"), Source.fixed("b")
    )

    assert line.spans == (Span("Led"), Span(" a team", em=True))
    assert line.sources == (Source("fact", "a"), Source("fixed", "b"))
    assert line.text == "Led a team"


def test_only_facts_of_the_client_are_facts() -> None:
    line = Line.of(
        "Led", Source.fact("person", "email"), Source.fixed("x"), Source("rule", "r"), Source("posting", "p")
    )

    assert line.facts == ("person#email",)


def test_a_line_of_spaces_is_no_line() -> None:
    assert not Line.of("  ")
    assert not Line.of([])
    assert Line.of("a")


def test_a_line_knows_what_is_still_to_come() -> None:
    assert Line.of([Span("X%", style="placeholder")]).is_placeholder
    assert not Line.of("X%").is_placeholder
