"""The report on experience: the client's own words, the words that counted marked, and nothing that is not shown."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings

from resumekit.compose.skill_report import compose_skill_report, report_stem
from resumekit.compose.skill_words import first_steps
from resumekit.document.block import Document, Figure, Section, Table
from resumekit.document.line import Line
from resumekit.load.client import parse
from resumekit.model.resume import Resume
from resumekit.pipeline import Choices, produce
from resumekit.readback.compare import lost
from resumekit.readback.docx import read_docx
from resumekit.readback.pdf import read_pdf
from resumekit.render.docx_table import png_size
from resumekit.render.formats import FORMATS
from resumekit.skills.evidence import iter_statements
from resumekit.skills.framework import Framework
from resumekit.skills.mapper import map_skills
from resumekit.skills.skill_map import SkillMap
from resumekit.themes.template import lower
from resumekit.themes.theme import find_theme, theme_names
from tests.programs import Poppler, VeraPdf
from tests.skills.library import FRAMEWORK, RANKER, clients, resume_of, with_bullets

GATED = Framework.model_validate(
    {
        **FRAMEWORK.model_dump(by_alias=True, exclude_defaults=True),
        "edition": "2026",
        "as_of": "2026-11",
        "sources": [{"name": "A body’s page"}],
        "gates": [
            {"id": "exam", "name": "Entry exam", "kind": "exam", "met_by": ["Entry Exam"], "ask": "Have you sat it?"},
            {"id": "degree", "name": "Degree", "kind": "degree", "ask": "Have you a degree?"},
        ],
    }
)
CLIENT: dict[str, Any] = {
    "as_of": "2026-11",
    "targets": [{"id": "hr", "role": "HR Advisor", "employer": "Elm Hollow"}],
    "credentials": [{"id": "paper", "name": "Entry Exam", "issuer": "The Body", "date": "2024-05"}],
    "experience": [
        {
            "employer": "Blue Oven",
            "roles": [
                {
                    "id": "cook", "title": "Head Cook", "start": "2020-01", "end": "present",
                    "achievements": [
                        {"id": "crew", "action": "Hired nine cooks & porters", "result": "Cut turnover",
                         "measures": [{"value": 4}]},
                        {"id": "cover", "text": "Picked people for <night> cover"},
                        {"id": "meeting", "text": "Met suppliers every week"},
                    ],
                },
            ],
        },
        {"employer": "Secret Farm", "confidential": True, "say_as": "A farm in Ontario", "title": "Lead Hand",
         "start": "2015-01", "end": "2019-12", "achievements": [{"id": "nights", "text": "Rostered 14 people"}]},
    ],
}  # fmt: skip


def composed(resume: Resume, skill_map: SkillMap, theme: str = "modern") -> Document:
    target = resume.targets[0] if resume.targets else None
    return compose_skill_report(skill_map, resume, target=target, theme=find_theme(theme))


@cache
def example(theme: str = "modern") -> Document:
    resume = resume_of(**CLIENT)
    return composed(resume, map_skills(resume, GATED, target=resume.targets[0], engine=RANKER), theme)


def section(document: Document, name: str) -> Section:
    return next(item for item in document.sections if item.name == name)


def said(document: Document, name: str) -> str:
    return "\n".join(line.text for line in section(document, name).lines())


def evidence_rows(document: Document) -> list[tuple[Line, ...]]:
    return [
        row
        for item in document.sections
        if item.name.startswith("area-")
        for block in item.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


@given(clients)
@settings(max_examples=20, deadline=None)
def test_every_evidence_line_is_the_clients_own_to_the_letter(data: dict[str, Any]) -> None:
    resume = Resume.model_validate(data)

    document = composed(resume, map_skills(resume, FRAMEWORK, engine=RANKER))

    own = {(item.fact, item.text) for item in iter_statements(resume)}
    for row in evidence_rows(document):
        assert (row[1].facts[0], row[1].text) in own


def test_the_words_that_counted_are_marked_and_no_others() -> None:
    rows = {row[1].facts: row for row in evidence_rows(example())}

    assert [span.text for span in rows["crew",][1].spans if span.strong] == ["Hired"]
    assert [span.text for span in rows["nights",][1].spans if span.strong] == ["Rostered"]


def test_role_employer_dates_grade_and_factors_stand_beside_the_words() -> None:
    (row,) = [row for row in evidence_rows(example()) if row[1].facts == ("crew",)]

    assert row[2].text == "Head Cook, Blue Oven, Jan 2020 – Present"
    assert row[3].text == "A"
    assert row[4].text.startswith("0.")
    assert "demonstrated by its words" in row[4].text
    assert "measured" not in row[4].text  # only what takes something off is told


def test_a_hint_is_told_to_count_for_nothing() -> None:
    resume = resume_of(**{**CLIENT, "experience": [{**CLIENT["experience"][0], "roles": [
        {**CLIENT["experience"][0]["roles"][0], "achievements": [{"id": "meeting", "text": "Met suppliers"}]}
    ]}]})  # fmt: skip

    document = composed(resume, map_skills(resume, GATED, engine=RANKER))

    assert evidence_rows(document) == []
    assert "Hiring, hinted at: “Met suppliers” (Head Cook, Blue Oven, Jan 2020 – Present)." in said(
        document, "area-staffing"
    )
    assert "a reading that counts for nothing until the client confirms it" in said(document, "reading")


def test_what_is_confidential_is_named_only_by_what_may_be_said() -> None:
    words = "\n".join(line.text for _, line in example().lines())

    assert "Secret Farm" not in words
    assert "Lead Hand, A farm in Ontario, Jan 2015 – Dec 2019" in words


def test_an_enabling_competency_is_told_by_what_shows_it() -> None:
    assert "Listening, in part, through: Hiring (2 facts)." in said(example(), "area-bearing")


def test_the_summary_tells_framework_edition_day_and_where_to_begin() -> None:
    words = said(example(), "summary")

    assert "A small framework, edition 2026, version 1, as of Nov 2026" in words
    assert "November 1, 2026" in words
    assert "HR Advisor, Elm Hollow" in words
    assert "Demonstrated in 1 of 2 areas: Staffing." in words
    assert "Not yet: Teaching." in words
    assert "Conditions: 1 met, 1 not known" in words


def test_the_chart_has_a_box_for_each_competency_words_beside_it_and_its_data() -> None:
    (figure,) = [block for block in section(example(), "summary").blocks if isinstance(block, Figure)]

    legend = 4
    assert figure.svg.count("<rect") == len(FRAMEWORK.competencies) + legend
    assert ">Staffing</text>" in figure.svg
    assert ">Demonstrated</text>" in figure.svg
    assert "Staffing: demonstrated (2 demonstrated)" in figure.alt
    assert figure.data is not None
    assert [row[0].text for row in figure.data.rows] == [group.name for group in FRAMEWORK.groups]
    assert [cell.text for cell in figure.data.rows[0]] == ["Staffing", "2", "–", "–", "–"]
    assert png_size(figure.png)[0] > 1000


def test_each_box_is_shaded_by_the_band_of_its_competency() -> None:
    (figure,) = [block for block in section(example(), "summary").blocks if isinstance(block, Figure)]
    fills = re.findall(r'<rect [^>]*fill="(#[0-9a-f]{6})"', figure.svg)
    shown, legend = fills[:-4], fills[-4:]

    demonstrated, part, hinted, none = legend
    assert len(set(legend)) == 4
    assert shown == [demonstrated, demonstrated, none, part, none]
    assert hinted not in shown


def test_a_group_name_with_signs_of_markup_is_drawn_as_it_is() -> None:
    odd = Framework.model_validate(
        {"id": "odd", "name": "Odd", "groups": [{"id": "g", "name": "R&D <labs>"}],
         "competencies": [{"id": "c", "name": "C", "group": "g"}]}
    )  # fmt: skip
    resume = resume_of()

    document = composed(resume, map_skills(resume, odd, engine=RANKER))

    (figure,) = [block for block in section(document, "summary").blocks if isinstance(block, Figure)]
    assert ">R&amp;D &lt;labs&gt;</text>" in figure.svg


def test_the_chart_wears_the_themes_accent() -> None:
    for name in theme_names():
        (figure,) = [block for block in section(example(name), "summary").blocks if isinstance(block, Figure)]
        assert find_theme(name).tokens.colours.accent.lower() in figure.svg


def test_conditions_questions_and_words_are_told() -> None:
    document = example()

    assert [row[0].text for block in section(document, "gates").blocks if isinstance(block, Table) for row in block.rows] == [
        "Entry exam", "Degree"
    ]  # fmt: skip
    assert "Met" in said(document, "gates")
    assert "Have you a degree?" in said(document, "gates")
    assert "Whom have you taught?" in said(document, "questions")
    assert "Hired nine cooks & porters\nrecruitment and selection\nthe thing itself\nmay be used" in said(
        document, "words"
    )
    assert "waits for the coach" in said(document, "words")


def test_steps_come_with_their_kind_their_hours_and_what_they_would_show() -> None:
    resume = resume_of()

    words = said(composed(resume, map_skills(resume, GATED, engine=RANKER)), "gaps")

    assert "Sit on a panel\nvolunteering\nHiring\n10" in words
    assert "Plan one season\nproject\nRostering\n20" in words


def test_steps_and_what_the_coach_brings_up_stand_apart_one_of_each_for_a_competency() -> None:
    competencies = [
        {"id": f"c{number}", "name": f"C{number}", "group": "g", "actions": [
            {"kind": "ask", "title": f"Ask {number}", "effort": 1, "closes": 0.5},
            {"kind": "course", "title": f"Learn {number}", "effort": 40, "closes": 0.5},
            {"kind": "project", "title": f"Make {number}", "effort": 20, "closes": 0.5},
        ]}
        for number in range(20)
    ]  # fmt: skip
    wide = Framework.model_validate(
        {"id": "wide", "name": "Wide", "groups": [{"id": "g", "name": "G"}], "competencies": competencies}
    )

    skill_map = map_skills(resume_of(), wide, engine=RANKER)
    document = composed(resume_of(), skill_map)

    assert [step.action.title for step in first_steps(skill_map, 12)] == [f"Make {number}" for number in range(12)]
    assert "Ask 0." in said(document, "questions")
    assert "Ask 0" not in said(document, "gaps")


def test_it_says_what_it_is_not() -> None:
    words = said(example(), "reading")

    assert "no score" in words
    assert "no assessment by a professional body" in words


def test_nothing_found_says_what_to_do() -> None:
    resume = resume_of()

    document = composed(resume, map_skills(resume, GATED, engine=RANKER))

    assert "Ask the questions below" in said(document, "summary")
    assert evidence_rows(document) == []
    assert [item.name for item in document.sections if item.name == "words"] == []


@pytest.mark.parametrize("theme", theme_names())
def test_word_and_pdf_read_back_whole(theme: str) -> None:
    document, look = example(theme), find_theme(theme)
    flow = lower(document, look)

    pdf, docx = (FORMATS[name](document, flow, look).content for name in ("pdf", "docx"))

    assert lost(document, read_pdf(pdf)) == ()
    assert lost(document, read_docx(docx)) == ()
    assert "nine cooks & porters" in " ".join(read_pdf(pdf).text.split())


def test_the_file_is_named_by_whom_and_for_what() -> None:
    resume = resume_of(**CLIENT)

    assert report_stem(resume, resume.targets[0]) == "Mira-Solberg-HR-Advisor-Experience"
    assert report_stem(resume, None) == "Mira-Solberg-Experience"


def test_it_goes_out_with_the_resume_where_the_target_has_a_framework() -> None:
    client = parse(
        "person: {name: Mira Solberg}\ntargets: [{role: HR Advisor}]\nexperience: [{employer: A, title: B}]\n"
    )
    choices = Choices(documents=("resume", "skills"), formats=("html",))

    without = produce(client, choices)
    made = produce(client, replace(choices, framework="hr-canada"))

    assert [file.document for file in without.files] == ["resume"]
    assert any("skills: the target names no framework" in warning for warning in without.warnings)
    assert [file.document for file in made.files] == ["resume", "skills"]
    assert made.files[1].name.endswith("-Experience.html")
    assert "Human resources in Canada" in made.files[1].content.decode()


@pytest.mark.external
def test_the_pdf_is_archival_and_accessible_and_poppler_reads_its_words(vera: VeraPdf, pdftotext: Poppler) -> None:
    document, look = example(), find_theme()

    pdf = FORMATS["pdf"](document, lower(document, look), look).content

    assert vera.broken(pdf) == []
    assert "Picked people for <night> cover" in " ".join(pdftotext.text(pdf).split())


def test_an_enabling_competency_that_is_only_hinted_at_is_not_left_out() -> None:
    resume = resume_of(experience=[{"employer": "A", "title": "Cook", "achievements": [{"text": "Met suppliers"}]}])

    document = composed(resume, map_skills(resume, GATED, engine=RANKER))

    assert "Listening, hinted at, through: Hiring (1 fact)." in said(document, "area-bearing")


@pytest.mark.parametrize("bullets", [["Painted a wall"], ["Met cooks"], ["Hired cooks", "Met cooks", "Taught cooks"]])
def test_every_competency_is_named_in_its_area(bullets: list[str]) -> None:
    skill_map = map_skills(with_bullets(*bullets), FRAMEWORK, engine=RANKER)

    document = composed(with_bullets(*bullets), skill_map)

    for area in skill_map.areas:
        words = said(document, f"area-{area.group.id}")
        assert [item.competency.name for item in area.competencies if item.competency.name not in words] == []
