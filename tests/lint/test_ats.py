"""Each file rule finds what it is about, with the place and the way to mend it, and nothing in a plain resume."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page
from resumekit.lint.rules import RULES
from resumekit.lint.run import check_page
from resumekit.readback.foreign import Feature, Font, ForeignReading, text_reading
from tests.readback.foreign.reading import reading

BAD = {
    "ATS001": ("columns.docx", "columns.pdf", "mixed-columns.pdf"),
    "ATS002": ("table.docx", "grid.pdf"),
    "ATS003": ("text-box.docx",),
    "ATS004": ("image.docx",),
    "ATS005": ("header-contact.docx", "text-box.docx"),
    "ATS006": ("odd-headings.docx",),
    "ATS007": ("icons.docx",),
    "ATS008": ("fake-headings.docx",),
    "ATS009": ("fake-headings.docx",),
    "ATS012": ("columns.pdf",),
    "ATS018": ("unnamed.docx",),
    "ATS019": ("tracked.docx",),
    "ATS020": ("hidden.docx", "hidden.pdf"),
    "ATS021": ("stuffed.docx",),
    "ATS024": ("hyphens.pdf",),
    "ATS025": ("ligatures.pdf",),
    "ATS027": ("icons.docx", "image.docx"),
}
PLAIN = "Dana Whitfield\nHamilton, ON | 905-555-0123 | dana@example.ca\n\nExperience\n\n"
JOB = "Plant Manager\t{}\nHarbour Bakery Ltd., Toronto, ON\n• Cut waste\n\n"
REST = "Education\n\nDiploma\t2013\n"


def found(of: ForeignReading, code: str = "", **page: object) -> list[Finding]:
    findings = check_page(Page((), "en-CA", reading=of, **page))  # type: ignore[arg-type]
    return [finding for finding in findings if finding.code.startswith(code or "ATS")]


def text(words: str, **changes: object) -> ForeignReading:
    base = replace(text_reading(words), author="Dana Whitfield", title="Dana Whitfield – Resume", language="en-CA")
    return replace(base, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in BAD.items() for name in names])
def test_a_file_with_the_fault_is_found_by_its_rule(code: str, name: str) -> None:
    findings = found(reading(name), code)

    assert findings
    for finding in findings:
        assert finding.message
        assert finding.suggestion
        assert finding.why
        assert finding.line or not finding.text or code == "ATS018"


@pytest.mark.parametrize("name", ["plain.docx", "plain.pdf", "white-on-dark.pdf"])
def test_a_plain_resume_has_no_finding(name: str) -> None:
    assert [finding.message for finding in found(reading(name))] == []


def test_every_rule_of_the_machine_readers_list_is_held() -> None:
    domains = {rule.domain for rule in RULES.values() if rule.scope == "file"}

    assert domains >= {f"A{number}" for number in range(1, 16)}


CASES = {
    "ATS010": PLAIN + "Harbour Bakery Ltd., Toronto, ON\tMay 2019 – June 2021\n• Cut waste\n\n" + REST,
    "ATS011": PLAIN + JOB.format("03/2019 – 05/2021") + JOB.format("May 2014 – June 2018") + REST,
    "ATS017": PLAIN + JOB.format("May 2014 – June 2018") + REST + "\nCertifications\n\nPMP, 2021\n",
    "ATS023": "Dana Whitfield\n\nExperience\n\n" + JOB.format("May 2014 – June 2018") + REST,
    "ATS026": PLAIN + JOB.format("May 2014 – June 2018") + REST + "\nSkills\n\nOper\ufffdtions\n",
    "ATS028": PLAIN + JOB.format("May 2014 – June 2018") + REST + "\nS K I L L S\n\nLean\n",
}


@pytest.mark.parametrize("code", CASES)
def test_words_with_the_fault_are_found(code: str) -> None:
    of = text(CASES[code])
    if code in ("ATS026", "ATS028"):
        from resumekit.readback.glyphs import glyph_features

        of = replace(of, features=tuple(glyph_features(of.lines)))

    assert [finding.code for finding in found(of)] == [code]


def test_plain_words_have_no_finding() -> None:
    assert found(text(PLAIN + JOB.format("May 2014 – June 2018") + REST)) == []


@pytest.mark.parametrize(
    ("path", "is_found"),
    [
        ("resume final v3.docx", True),
        ("CV.pdf", True),
        ("Dana-Whitfield-Plant-Manager.pdf", False),
        ("Whitfield_Dana_2026.pdf", False),
        ("Dana-Whitfield (2).pdf", True),
    ],
)
def test_a_file_is_named_after_its_person(path: str, is_found: bool) -> None:
    of = text(PLAIN + JOB.format("May 2014 – June 2018") + REST, path=path)

    assert bool(found(of, "ATS015")) == is_found


def test_a_title_aimed_at_is_no_title_held() -> None:
    words = PLAIN.replace("Dana Whitfield\n", "Dana Whitfield\nPlant Director\n") + JOB.format("2014 – 2018") + REST

    assert found(text(words), "ATS022", target_title="Plant Director")
    assert not found(
        text(words.replace("Plant Director", "Target: Plant Director")), "ATS022", target_title="Plant Director"
    )
    assert not found(text(words.replace("Plant Director", "Plant Manager")), "ATS022", target_title="Plant Manager")


def test_fonts_size_and_pages_without_text_are_told() -> None:
    whole = PLAIN + JOB.format("May 2014 – June 2018") + REST
    odd = text(whole, kind="docx", fonts=(Font("Calibri"), Font("Zapfino Extra")))
    loose = text(whole, kind="pdf", fonts=(Font("Foundry", embedded=False), Font("Helvetica", embedded=False)))

    assert [finding.text for finding in found(odd, "ATS013")] == ["Zapfino Extra"]
    assert [finding.text for finding in found(loose, "ATS013")] == ["Foundry"]
    assert found(text(whole, size=3_400_000), "ATS016")
    assert found(text(whole, features=(Feature("no text", 2, detail="the page is an image"),)), "ATS014")
