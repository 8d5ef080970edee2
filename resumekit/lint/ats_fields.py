"""Rules of the finished file: what a machine can and cannot take from its words (A3, A5, A8, A10, A12, A13, A14)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings
from resumekit.readback.entry import FoundEntry
from resumekit.readback.field import Field
from resumekit.readback.fields import WORK, extract_all
from resumekit.readback.foreign import READ_BY_MACHINES, ForeignLine

_KEYWORD_LIMIT = 4
_SEARCHED = 5_000
_STANDARD = (
    "Professional Summary, Professional Experience, Education, Skills, Certifications, Volunteer Experience, Projects"
)
_STANDARD_FR = "Sommaire, Expérience professionnelle, Formation, Compétences, Certifications, Langues"
_MEANING = {
    "experience": ("Professional Experience", "Expérience professionnelle"),
    "education": ("Education", "Formation"),
    "skills": ("Skills", "Compétences"),
    "profile": ("Professional Summary", "Sommaire"),
    "credentials": ("Certifications", "Certifications"),
    "volunteering": ("Volunteer Experience", "Bénévolat"),
    "projects": ("Projects", "Projets"),
    "languages": ("Languages", "Langues"),
}


def _in(line: ForeignLine, message: str, suggestion: str, section: str = "") -> Finding:
    return Finding(message, text=line.text, page=line.page, line=line.number, suggestion=suggestion, section=section)


def _is_resume(page: Page) -> bool:
    return page.reading is not None and page.kind == "resume"


@rule("ATS006", domain="A3", severity="warning", scope="file")
def odd_heading(page: Page, settings: Settings) -> Iterator[Finding]:
    """A heading of its writer's own.

    Why: a machine files what stands under a heading by its words; under one it does not know, jobs and skills are lost.

    - bad: "Where I Have Made a Difference"
    - good: "Professional Experience"
    """
    if not _is_resume(page):
        return
    for found in page.extract.sections:
        heading = found.section.heading
        if heading is None or found.section.naming in ("standard", "known"):
            continue
        known = _MEANING.get(found.section.name)
        proper = known[page.language == "fr"] if known else ""
        guess = f"; what stands under it looks like '{proper}'" if proper else ""
        listed = _STANDARD_FR if page.language == "fr" else _STANDARD
        mend = f"Call it '{proper}'." if proper else f"Use one that machines know: {listed}."
        yield _in(heading, f"'{found.section.title}' is no heading that machines know{guess}", mend, found.section.name)


@rule("ATS007", domain="A3", severity="warning", scope="file")
def section_missing(page: Page, settings: Settings) -> Iterator[Finding]:
    """No heading says where experience or education begins.

    Why: a machine fills its form by sections; without a heading for them, jobs and schools stay empty.

    - bad: jobs under the name, with no heading
    - good: the heading "Professional Experience" over them
    """
    if not _is_resume(page) or len(page.extract.sections) + len(page.extract.bullets) < 3:
        return
    names = {found.section.name for found in page.extract.sections}
    wanted = (
        ("experience", WORK | {"projects", "volunteering", "evidence"}),
        ("education", {"education", "credentials", "courses"}),
    )
    for name, enough in wanted:
        if not names & enough:
            heading = _MEANING[name][page.language == "fr"]
            yield Finding(
                f"a machine finds no heading for {name}",
                suggestion=f"Put '{heading}' over it, with the style Heading 1.",
            )


@rule("ATS010", domain="A5", severity="warning", scope="file")
def job_unclear(page: Page, settings: Settings) -> Iterator[Finding]:
    """A machine cannot tell the title, the employer or the dates of a job.

    Why: a recruiter searches by title, employer and years; a job without them is not found.

    - bad: "Northlake Foods", with points but no title and no dates
    - good: "Operations Manager", a tab, "March 2019 – Present", and under it "Northlake Foods, Hamilton, ON"
    """
    if not _is_resume(page):
        return
    work = page.extract.named(*WORK)
    for entry in (entry for found in work for entry in found.entries if not entry.group):
        missing = [name for name, field in (("title", entry.title), ("employer", entry.organization)) if field is None]
        if missing and entry.dates and (entry.bullets or "title" in missing):
            yield _in(
                entry.dates.line,
                f"a machine finds no {' and no '.join(missing)} beside “{entry.dates.text}”",
                "Write the title and the dates in one line, and 'Employer, Town, Province' in the next.",
                "experience",
            )
    for found in work:
        pointed = any(item.line.marker for item in found.items)
        listed = found.section.name == "experience" and found.items and not page.extract.jobs
        if not found.entries and (pointed or listed) and found.section.heading:
            yield _in(
                found.section.heading,
                "a machine finds no dates of any job under this heading",
                "Write each job's dates beside its title: 'March 2019 – Present'.",
                "experience",
            )


_FORMS = (
    ("03/2019", re.compile(r"\b\d{1,2}\s?/\s?\d{4}")),
    ("2019-03", re.compile(r"\b\d{4}[-.]\d{2}\b(?!\d)")),
    ("March 2019", re.compile(r"[^\W\d_]{3,}\.?,? \d{4}")),
    ("2019", re.compile(r"\b\d{4}\b")),
)


def _form(words: str) -> str:
    return next((name for name, pattern in _FORMS if pattern.search(words)), "")


@rule("ATS011", domain="A5", severity="warning", scope="file")
def date_forms(page: Page, settings: Settings) -> Iterator[Finding]:
    """The dates of jobs are not in one form, or in one that machines misread.

    Why: a parser that learns one form fails on the next, and reads 2019-03 or 03/2019 as something else, or not at all.

    - bad: "03/2019 – 2021-05"
    - good: "March 2019 – May 2021", everywhere
    """
    if not _is_resume(page):
        return
    dates = [entry.dates for entry in page.extract.jobs if entry.dates and entry.start]
    forms = Counter(_form(field.text) for field in dates)
    months = {form: number for form, number in forms.items() if form not in ("2019", "")}
    good = "Write every date as 'March 2019 – May 2021'."
    if len(months) > 1:
        rare = min(months, key=lambda form: months[form])
        field = next(field for field in dates if _form(field.text) == rare)
        yield _in(field.line, f"dates stand in {len(months)} forms: {', '.join(sorted(months))}", good, "experience")
    for form in ("2019-03", "03/2019"):
        if forms[form] and len(months) == 1:
            field = next(field for field in dates if _form(field.text) == form)
            yield _in(field.line, f"dates as '{field.text}' are misread by parsers", good, "experience")


@rule("ATS012", domain="A5", severity="warning", scope="file")
def out_of_order(page: Page, settings: Settings) -> Iterator[Finding]:
    """A machine reads words in another order than the eye.

    Why: dates set at the side, or a side bar, come before or after the job they belong to, and are given to another.

    - bad: the dates of all jobs after the last bullet
    - good: each job's dates in the line of its title
    """
    for feature in page.reading.found("order") if page.reading else ():
        yield Finding(
            f"a machine reads '{feature.text[:60]}' out of order: it is {feature.detail}",
            text=feature.text[:100],
            page=feature.page,
            line=feature.line,
            suggestion="Let nothing float or stand in a column of its own; put dates in the line of the title, behind a tab.",
        )


_PLAIN_NAMES = re.compile(
    r"^(?:my |new |final |updated )*(?:resume|résumé|cv|document|untitled|scan|draft|curriculum vitae)\b", re.IGNORECASE
)
_VERSION = re.compile(r"(?:\b|_)(?:final|copy|copie|draft|v\d+|version|updated|new)(?:\b|_|\d)|\(\d+\)", re.IGNORECASE)


@rule("ATS015", domain="A8", severity="info", scope="file")
def file_name(page: Page, settings: Settings) -> Iterator[Finding]:
    """The file's name does not say whose resume it is.

    Why: a recruiter's folder holds a hundred files called resume.pdf; a name with the person and the title is found.

    - bad: "resume final v3.docx"
    - good: "Dana-Whitfield-Operations-Manager.docx"
    """
    if not _is_resume(page) or not page.reading or not page.reading.path:
        return
    name = PurePath(page.reading.path).stem
    person = page.extract.contact.name
    words = person.text.split() if person else ["First", "Last"]
    proper = "-".join([*words, (page.target_title or "Title").replace(" ", "-")])
    known = person and person.text.split()[-1].casefold() in name.casefold()
    if _PLAIN_NAMES.match(name) or _VERSION.search(name) or (person and not known):
        yield Finding(f"the file is called '{PurePath(page.reading.path).name}'", suggestion=f"Call it '{proper}'.")


_SHORT_NAME = re.compile(r"^[A-Z][A-Z.&/-]{1,9}$")


@rule("ATS017", domain="A10", severity="info", scope="file")
def credential_short(page: Page, settings: Settings) -> Iterator[Finding]:
    """A credential stands in its short form only.

    Why: one recruiter searches for "CPA", another for "Chartered Professional Accountant"; a resume with both is found
    by both.

    - bad: "PMP, 2021"
    - good: "Project Management Professional (PMP), 2021"
    """
    if not _is_resume(page):
        return
    text = page.reading.text if page.reading else ""
    for found in page.extract.named("credentials"):
        for item in found.items:
            first = re.split(r"[,;:|–—\t]", item.text)[0].strip()
            if _SHORT_NAME.match(first) and f"({first})" not in text:
                yield _in(
                    item.line,
                    f"'{first}' stands in its short form only",
                    f"Write it in full once: 'Full Name ({first})'.",
                )


_WORDS = re.compile(r"[^\W\d_][\w+#-]{3,}")


@rule("ATS021", domain="A12", severity="warning", scope="file")
def stuffed(page: Page, settings: Settings) -> Iterator[Finding]:
    """One keyword stands again and again in a line.

    Why: recruiters see the words that a system marks; the same one five times in a row looks like a trick.

    - bad: "Kanban, Kanban boards, Kanban training, Kanban tools, agile Kanban"
    - good: "Kanban (boards, training, tools)"
    """
    for line in page.reading.body if page.reading else ():
        counted = Counter(word.casefold() for word in _WORDS.findall(line.text[:_SEARCHED]))
        for word, number in counted.items():
            if number > _KEYWORD_LIMIT and number * 12 > sum(counted.values()):
                yield _in(
                    line, f"'{word}' stands {number} times in one paragraph", "Say it once, with what was done with it."
                )


@rule("ATS022", domain="A13", severity="error", scope="file")
def title_not_held(page: Page, settings: Settings) -> Iterator[Finding]:
    """The title aimed at is given as if it were held.

    Why: a title that no job shows is taken for a false claim when references are checked.

    - bad: "Director, Quality" under the name of someone who never was one
    - good: "Target: Director, Quality"
    """
    wanted = page.target_title.casefold().strip()
    headline = page.extract.contact.headline
    if not _is_resume(page) or not wanted or headline is None:
        return
    held = {entry.title.text.casefold() for entry in page.extract.jobs if entry.title}
    if headline.text.casefold().strip() == wanted and not any(wanted in title for title in held):
        yield _in(
            headline.line,
            f"'{headline.text}' was never held, as far as the jobs say",
            f"Write 'Target: {headline.text}'.",
        )


@rule("ATS023", domain="A14", severity="error", scope="file")
def not_read_back(page: Page, settings: Settings) -> Iterator[Finding]:
    """A person sees something of weight that a machine does not read.

    Why: what is not read back is not in the recruiter's search: no name, no telephone, a job or its points missing.

    - bad: a job in a text box
    - good: every job in the body
    """
    if not _is_resume(page) or page.reading is None:
        return
    contact = page.extract.contact
    if contact.name is None:
        yield Finding("a machine finds no name", suggestion="Put the name alone into the first line of the body.")
    seen = extract_all(page.reading)
    known = [*seen.contact.emails, *seen.contact.phones]
    if not known and (page.extract.jobs or page.extract.bullets):
        yield Finding(
            "a machine finds neither an e-mail address nor a telephone number",
            suggestion="Put both into the second line of the body, as plain words.",
        )
    for entry in seen.jobs:
        for name, field in _parts(entry):
            if field.line.where not in READ_BY_MACHINES:
                shown = f"the {name} '{field.text[:60]}' stands in a {field.line.where}, where most systems do not read"
                yield _in(field.line, shown, "Move it into the body.", "experience")


def _parts(entry: FoundEntry) -> Iterator[tuple[str, Field]]:
    named = (("title", entry.title), ("employer", entry.organization), ("dates", entry.dates))
    yield from ((name, field) for name, field in named if field)
    yield from (("point", bullet) for bullet in entry.bullets)
