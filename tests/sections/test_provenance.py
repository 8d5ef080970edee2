"""Every section, over every shape of client: its words are its facts' own, or the locale's."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest
from hypothesis import given

from resumekit.compose.resume import compose_resume, make_context
from resumekit.document.block import Document
from resumekit.document.line import Line
from resumekit.model.achievement import Achievement
from resumekit.model.fact import Fact
from resumekit.model.resume import Resume
from resumekit.sections.registry import SECTIONS
from resumekit.strategy.decide import decide
from resumekit.strategy.placement import SECTIONS as ORDER
from resumekit.text.dates import format_date
from resumekit.text.locale import load_locale
from tests.strategies import resumes

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")


def _composed(resume: Resume) -> Document:
    return compose_resume(resume, make_context(resume, resume.target(), decide(resume, resume.target())))


def _cited(resume: Resume, line: Line) -> list[Fact]:
    return [resume.facts[ref.partition("#")[0]] for ref in line.facts]


def _stated(resume: Resume, line: Line, language: str) -> str:
    """All that the cited facts say, with their dates in words, and how what is confidential may be said."""
    facts = _cited(resume, line)
    locale = load_locale(language)
    days = [
        format_date(day, locale)
        for fact in facts
        for name in ("start", "end", "date", "expected")
        if (day := getattr(fact, name, None))
    ]
    said = [fact.say_as for fact in resume.facts.values() if fact.confidential and fact.say_as]
    return " ".join([*(json.dumps(fact.model_dump(mode="json"), ensure_ascii=False) for fact in facts), *days, *said])


def _standing(language: str) -> set[str]:
    """Every word of the locale's labels."""
    return {word.casefold() for label in load_locale(language).labels.values() for word in _WORD.findall(label)}


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text.replace("\\n", " ").replace("\\", " "))}


def _is_composed_bullet(resume: Resume, line: Line) -> bool:
    """Whether the line tells an achievement in words that were put together: verbs change their tense there."""
    return any(isinstance(fact, Achievement) and not fact.text for fact in _cited(resume, line))


@given(resumes)
def test_every_line_cites_facts_that_there_are(resume: Resume) -> None:
    for section, line in _composed(resume).lines():
        titles = {f"section.{section}", "section.additional" if section == "earlier" else ""}
        assert line.facts or line.sources[0].ref in titles
        assert {ref.partition("#")[0] for ref in line.facts} <= set(resume.facts)


@given(resumes)
def test_a_field_that_is_cited_is_a_field_of_its_fact(resume: Resume) -> None:
    for _, line in _composed(resume).lines():
        for ref in line.facts:
            key, _, field = ref.partition("#")
            names = {name for pair in type(resume.facts[key]).model_fields.items() for name in (pair[0], pair[1].alias)}
            assert not field or field in names, ref


@given(resumes)
def test_the_words_of_a_line_are_its_facts_own_or_the_locales(resume: Resume) -> None:
    document = _composed(resume)
    standing = _standing(document.language)
    for _, line in document.lines():
        if line.facts and not _is_composed_bullet(resume, line):
            assert _words(line.text) - standing <= _words(_stated(resume, line, document.language)), line


def _numbers(text: str) -> set[str]:
    """Numbers as digits; cents that end in a nought, as money has them, without it."""
    plain = (re.sub(r"[^\d.]", "", found.replace(",", "")) for found in _NUMBER.findall(text))
    return {number.rstrip("0").rstrip(".") if re.search(r"\.\d", number) else number for number in plain}


def _figures(fact: Fact) -> set[str]:
    """Each figure of an achievement as it may be written, and the percentage between two."""
    out: set[Decimal] = set()
    for measure in getattr(fact, "measures", ()):
        values = [value for value in (measure.value, measure.start, measure.end) if value is not None]
        out |= {value / scale for value in values for scale in (1, 1000, 10**6, 10**9)}
        if measure.start and measure.end is not None:
            share = abs(measure.end - measure.start) / measure.start * 100
            out |= {Decimal(round(share)), round(share, 1)}
    # Money has cents: 0.5 is written 0.50.
    return {f"{number.normalize():f}" for number in out} | {f"{number:.2f}" for number in out}


@given(resumes)
def test_no_number_is_invented(resume: Resume) -> None:
    document = _composed(resume)
    for _, line in document.lines():
        facts = _cited(resume, line)
        years = any("#start" in ref for ref in line.facts)
        said = "".join(span.text for span in line.spans if span.style != "tenure")
        known = _numbers(_stated(resume, line, document.language)) | {
            number for fact in facts for number in _figures(fact)
        }
        # French writes a decimal comma.
        comma = {number.replace(".", "") for number in known}
        invented = {number for number in _numbers(said) if number not in known | comma}
        assert not line.facts or not invented or (years and all(float(number) < 60 for number in invented)), line


def test_there_is_a_generator_for_every_section_of_the_order() -> None:
    assert set(SECTIONS) == set(ORDER)


@pytest.mark.parametrize("name", ORDER)
def test_a_client_of_a_name_alone_has_no_empty_section(name: str) -> None:
    resume = Resume.model_validate({"person": {"name": "A"}})

    assert name not in [section.name for section in _composed(resume).sections]


@given(resumes)
def test_no_line_and_no_section_is_empty(resume: Resume) -> None:
    document = _composed(resume)

    assert all(line.text.strip() for _, line in document.lines())
    assert all(section.blocks for section in document.sections)
