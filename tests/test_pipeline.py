"""The whole path: fitted to its pages, the same each time, honest about what gave way; refused before any work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from resumekit import pipeline
from resumekit.errors import ClientFileError, DraftError, UnknownNameError
from resumekit.load.client import Client, load, parse
from resumekit.model.resume import Resume
from resumekit.pipeline import Choices, compose, plan, produce
from resumekit.strategy.decide import decide
from tests.strategies import resumes
from tests.strategy.library import NAMES, resume_of

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.yaml"))
SMALL = (
    "person: {name: Amina Haddad}\n"
    "experience: [{employer: Northwind, title: Manager, start: 2020, achievements: [Led 12 people]}]\n"
)
DRAFT = SMALL.replace("Led 12 people", '"Cut costs by X%"')


def _many(count: int, pages: int | None = 1) -> Resume:
    """A client with far more to say than fits; every achievement with its own words."""
    jobs = [
        {
            "employer": f"Employer {job}",
            "title": f"Manager {job}",
            "start": str(2023 - 2 * job),
            "end": "present" if not job else str(2025 - 2 * job),
            "achievements": [
                {"id": f"j{job}a{n}", "text": f"Mended number{job}x{n} " + "and told of it " * 14} for n in range(count)
            ],
        }
        for job in range(5)
    ]
    target: dict[str, Any] = {"role": "Manager", **({"pages": pages} if pages else {})}
    return Resume.model_validate({"person": {"name": "A"}, "as_of": "2026-01", "experience": jobs, "targets": [target]})


def _ids(resume: Resume) -> set[str]:
    """The achievements that stand on the page."""
    return {
        ref for _, line in compose(resume).lines() for ref in line.facts if ref in resume.facts and ref.startswith("j")
    }


@pytest.mark.parametrize("pages", [1, 2, 3])
def test_a_resume_fills_no_more_pages_than_its_target_allows_where_cuts_can_help(pages: int) -> None:
    resume = _many(4, pages)
    made = plan(resume)

    told = {item.fact: item.reason for item in made.document.omitted}
    shown = {ref for _, line in made.document.lines() for ref in line.facts}
    assert made.layout.pages <= pages
    for employer in resume.experience:
        for role in employer.roles:
            for achievement in role.achievements:
                assert (achievement.key in shown) != (achievement.key in told)
    assert "the page limit" in told.values() or pages > 1


def test_what_does_not_fit_whatever_is_cut_is_warned_about() -> None:
    client = parse(
        "person: {name: A}\ntargets: [{role: M, pages: 1}]\nawards:\n"
        + "".join(f"  - Prize number {n}\n" for n in range(90)),
        "a.yaml",
    )

    product = produce(client, Choices(formats=("txt",)))

    assert any("1 wanted: nothing more can give way" in warning for warning in product.warnings)


@given(resumes)
def test_a_plan_is_over_its_pages_only_when_nothing_more_can_give_way(resume: Resume) -> None:
    made = plan(resume)

    if made.layout.pages > made.basis.context.strategy.pages:
        assert all(len(treated.achievements) <= treated.least for treated in made.basis.context.strategy.roles.values())


@given(resumes)
def test_a_page_is_won_by_what_was_cut_for_it(resume: Resume) -> None:
    made = plan(resume)

    natural = decide(resume, resume.target())
    if len(made.basis.context.strategy.left) > len(natural.left):
        assert resume.target() is not None


@pytest.mark.parametrize("theme", ["plain", "modern", "executive"])
@pytest.mark.parametrize("name", NAMES)
def test_a_last_page_is_half_full_or_pulled_back_or_warned_about(name: str, theme: str) -> None:
    made = plan(resume_of(name), Choices(theme=theme))

    roles = made.basis.context.strategy.roles
    sizes = made.theme.tokens.paragraphs
    if made.layout.pages > 1 and made.layout.last_page_fill < 0.5:
        assert (name, theme) in {("military", "executive"), ("short-junior", "executive")}
        assert any("the last page is" in text for text in pipeline._warnings(made))
    natural = decide(resume_of(name), resume_of(name).target()).roles
    for key, treated in roles.items():
        # An old role may shrink to a line as a whole.
        assert treated.treatment == "line" or len(treated.achievements) >= min(
            natural[key].least, len(natural[key].achievements)
        )
    assert min(sizes[style].size_pt for style in ("li", "profile", "line", "p")) >= 10


@pytest.mark.parametrize("theme", ["plain", "modern", "executive"])
@pytest.mark.parametrize("name", NAMES)
def test_a_resume_that_fills_its_pages_leaves_room_for_another_programs_line_breaks(name: str, theme: str) -> None:
    made = plan(resume_of(name), Choices(theme=theme))

    assert made.layout.last_page_fill <= 0.98


def test_a_new_fact_takes_anothers_place_only_where_that_is_told() -> None:
    for count in range(1, 6):
        before, after = _many(count), _many(count + 1)
        gone = _ids(before) - _ids(after)

        assert gone <= {item.fact for item in compose(after).omitted}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_same_client_makes_the_same_bytes(sample: Path) -> None:
    choices = Choices(formats=("docx", "html", "md", "txt", "json", "jsonresume"))

    assert [file.content for file in produce(load(sample), choices).files] == [
        file.content for file in produce(load(sample), choices).files
    ]


def test_a_pdf_has_the_same_bytes_each_time() -> None:
    choices = Choices(formats=("pdf",))

    assert produce(load(SAMPLES[0]), choices).files[0].content == produce(load(SAMPLES[0]), choices).files[0].content


def _client(text: str) -> Client:
    return parse(text, "client.yaml")


def test_a_draft_says_so_in_its_name_and_is_no_final() -> None:
    product = produce(_client(DRAFT), Choices(formats=("txt", "json")))

    assert product.stem == "Amina-Haddad-Manager-DRAFT"
    assert [file.name for file in product.files] == [
        "Amina-Haddad-Manager-DRAFT.txt",
        "Amina-Haddad-Manager-DRAFT.json",
    ]
    with pytest.raises(DraftError, match="a placeholder stands in 'Cut costs by X%'"):
        produce(_client(DRAFT), Choices(formats=("txt",), final=True))


def test_what_is_no_draft_may_be_final() -> None:
    product = produce(_client(SMALL), Choices(formats=("txt",), final=True))

    assert product.stem == "Amina-Haddad-Manager"


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (Choices(formats=("txt", "pfd")), "'pfd' is not a known output format; did you mean 'pdf'"),
        (Choices(formats=("txt",), target="nobody"), "'nobody' is not a known target"),
        (Choices(formats=("txt",), theme="modren"), "'modren' is not a known theme; did you mean 'modern'"),
        (Choices(formats=("txt",), locale="fr-FR"), "'fr-FR' is not a known locale"),
    ],
)
def test_a_name_that_is_not_known_is_refused_with_the_nearest(choices: Choices, words: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        produce(_client(SMALL), choices)

    assert words in str(caught.value)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_reads_back_and_fits_its_pages(sample: Path) -> None:
    client = load(sample)
    product = produce(client, Choices(formats=("docx", "pdf")))

    target = client.resume.target()
    pages = {file.pages for file in product.files}
    assert len(pages) == 1
    assert target is None or (pages.pop() or 0) <= decide(client.resume, target).pages
    assert product.warnings == ()


def test_without_a_framework_there_is_no_trace_of_one() -> None:
    sample = next(path for path in SAMPLES if path.stem == "2-laboratory-to-hr")
    text = sample.read_text(encoding="utf-8")
    bare = parse(
        text.replace("    framework: hr-canada\n", "").replace("    posting_file: postings/hr-advisor.txt\n", "")
    )
    named = parse(text.replace("    posting_file: postings/hr-advisor.txt\n", ""))

    without, with_it = plan(bare), plan(named)

    assert "framework: hr-canada" in text
    assert without.basis.context.strategy == decide(bare.resume, bare.resume.target())
    assert {group.terms for group in without.basis.context.strategy.groups} == {()}
    assert not [source for _, line in without.document.lines() for source in line.sources if source.kind == "data"]
    assert [source for _, line in with_it.document.lines() for source in line.sources if source.kind == "data"]


def test_a_framework_that_is_asked_for_goes_before_the_targets_own() -> None:
    client = parse(SMALL + "targets: [{role: Manager, framework: nowhere}]\n")

    with pytest.raises(ClientFileError, match="nowhere"):
        plan(client)
    assert plan(client, Choices(framework="hr-canada")).document.sections
