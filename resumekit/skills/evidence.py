"""Evidence: what of a client's facts is read, as texts with what is known of each; nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from resumekit.model.achievement import Achievement
from resumekit.model.activity import Affiliation, Project, Volunteering
from resumekit.model.credential import Course, Credential, Education
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact, Model
from resumekit.model.resume import Resume
from resumekit.model.role import Role
from resumekit.model.target import Target
from resumekit.skills.mapping import load_mapping
from resumekit.skills.reader import lemma_of
from resumekit.skills.skill_map import Source
from resumekit.text.deed import cleaned, sentences
from resumekit.text.measures import number_places

PAPERS = "papers"
"""The one holder of all credentials and single courses: ten certificates are not ten roles."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One text to read. `result` is "measured", "told" or "none"; `standing` is that of a paper, else None.

    `since` is the end of what it tells of: None where it goes on, or no date is known.
    """

    fact: str
    holder: str
    source: Source
    text: str
    result: str = "none"
    has_scope: bool = False
    contributed: bool = False
    since: PartialDate | None = None
    standing: str | None = None
    expires: PartialDate | None = None

    @property
    def is_paper(self) -> bool:
        """Whether it is the name of a credential or a course, and not a deed."""
        return self.standing is not None


def without_omitted(resume: Resume, target: Target | None) -> Resume:
    """The same facts under the same keys, without the facts and the sections that a target leaves out."""
    if target is None or not target.omit:
        return resume
    return _without(resume, frozenset(target.omit))


_ModelT = TypeVar("_ModelT", bound=Model)


def _without(model: _ModelT, omit: frozenset[str]) -> _ModelT:
    update: dict[str, Any] = {}
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Fact):
            whole = isinstance(model, Resume) and name in omit
            update[name] = () if whole else tuple(_without(item, omit) for item in value if item.key not in omit)
    return model.model_copy(update=update)


def iter_statements(resume: Resume) -> Iterator[Statement]:
    """All that is read as evidence, in file order; of what is confidential, only what may be said instead."""
    yield from (item for item in _read(resume) if item.text)


def words_of(achievement: Achievement) -> str:
    """An achievement as it is read: the coach's own bullet, else what was done, what came of it, and why."""
    if achievement.confidential:
        return achievement.say_as or ""
    if achievement.text:
        return achievement.text
    parts = (cleaned(part) for part in (achievement.action, achievement.result, achievement.challenge))
    return "; ".join(part for part in parts if part)


def _read(resume: Resume) -> Iterator[Statement]:
    for employer in resume.experience:
        for role in employer.roles:
            yield from _role(role)
    yield from map(_credential, resume.credentials)
    for school in resume.education:
        yield from _school(school)
    yield from map(_course, resume.courses)
    for project in resume.projects:
        yield from _activity(project, "bullet")
    for work in resume.volunteering:
        yield from _activity(work, "volunteering")
    yield from map(_seat, resume.affiliations)


def _role(role: Role) -> Iterator[Statement]:
    since = None if role.is_current else role.end
    scope = bool(role.scope and not role.scope.confidential and (role.scope.people or role.scope.budget))
    if role.summary and not role.confidential:
        for sentence in sentences(role.summary):
            yield Statement(role.key, role.key, "bullet", sentence, has_scope=scope, since=since)
    for duty in role.duties:
        text = (duty.say_as or "") if duty.confidential else duty.text
        yield Statement(duty.key, role.key, "bullet", text, has_scope=scope, since=since)
    for achievement in role.achievements:
        yield _deed(achievement, role.key, "bullet", since, has_scope=scope)


def _activity(fact: Project | Volunteering, source: Source) -> Iterator[Statement]:
    since = None if fact.end is None or fact.end.is_present else fact.end
    if fact.description and not fact.confidential:
        for sentence in sentences(fact.description):  # each is as long as a bullet, which is what can be read well
            yield Statement(fact.key, fact.key, source, sentence, since=since)
    for achievement in fact.achievements:
        yield _deed(achievement, fact.key, source, since)


def _school(school: Education) -> Iterator[Statement]:
    for achievement in school.achievements:
        yield _deed(achievement, school.key, "bullet", school.end)
    if school.confidential:
        return
    standing = "studied" if school.end and not school.end.expected and not school.end.is_present else "underway"
    name = ", ".join(part for part in (school.credential, school.area) if part)
    for text in (name, *school.courses):
        yield Statement(school.key, PAPERS, "education", text, standing=standing, since=school.end)


def _deed(
    achievement: Achievement, holder: str, source: Source, since: PartialDate | None, *, has_scope: bool = False
) -> Statement:
    return Statement(
        achievement.key, holder, source, words_of(achievement), _result_of(achievement), has_scope,
        achievement.part == "contributed", since,
    )  # fmt: skip


def _result_of(achievement: Achievement) -> str:
    """Whether a result is measured, told or not stated. An estimate and a figure still to come count as no measure."""
    if achievement.confidential:
        return "none"
    if any(measure.confidence == "exact" for measure in achievement.measures):
        return "measured"
    figure_in = bool(number_places(achievement.result or achievement.text or "")) and not achievement.measures
    if achievement.text and not achievement.result:
        return "measured" if figure_in and _tells_result(achievement.text) else "none"
    if achievement.result:
        return "measured" if figure_in else "told"
    return "none"


def _tells_result(text: str) -> bool:
    verbs = set(load_mapping().quality.result_verbs.split())
    return any(lemma_of(word.strip(".,;:()'’\"")) in verbs for word in text.lower().split())


def _course(course: Course) -> Statement:
    text = (course.say_as or "") if course.confidential else course.name
    standing = "underway" if course.date and course.date.expected else "course"
    return Statement(course.key, PAPERS, "education", text, standing=standing, since=course.date)


_STANDINGS = {"designated": "held", "exam passed": "passed", "candidate": "candidate", "in progress": "underway"}


def _credential(credential: Credential) -> Statement:
    name = credential.name
    if credential.short and credential.short not in name:
        name = f"{name} ({credential.short})"
    text = (credential.say_as or "") if credential.confidential else name
    return Statement(
        credential.key, PAPERS, "credential", text, standing=_STANDINGS[credential.status], since=credential.date,
        expires=credential.expires,
    )  # fmt: skip


def _seat(seat: Affiliation) -> Statement:
    since = None if seat.end is None or seat.end.is_present else seat.end
    text = seat.description or ""
    if seat.kind != "membership":  # who sits on a safety committee has a part in it; a membership is only a name
        text = ": ".join(part for part in (", ".join(p for p in (seat.role, seat.organization) if p), text) if part)
    if seat.confidential:
        text = ""
    return Statement(seat.key, seat.key, "volunteering", text, since=since)
