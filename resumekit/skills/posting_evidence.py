"""A client's facts as pieces of text that a requirement can be shown by."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from resumekit.model.achievement import Achievement
from resumekit.model.activity import Project, Volunteering
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact
from resumekit.model.resume import Resume
from resumekit.model.role import Dated, Employer, Role
from resumekit.skills.lexicon import Lexicon
from resumekit.skills.posting_words import plain, posting_words
from resumekit.skills.reader import Reader

PieceKind = Literal["bullet", "role", "skill", "credential", "education", "course", "language", "authorization"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one fact. `months` are those of the role they belong to, from year 0, both ends included. `told` is the
    deed, where the words are only the name that the client gives it.
    """

    fact: str
    text: str
    kind: PieceKind
    role: str = ""
    months: tuple[int, int] | None = None
    told: str = ""


@dataclass(frozen=True)
class Facts:
    """All that a client states that a requirement may ask for, in file order."""

    resume: Resume
    pieces: tuple[Piece, ...]
    read: Callable[[str], tuple[str, ...]]
    """The roots of a text's words, those left out that every posting has."""

    def of(self, *kinds: PieceKind) -> Iterator[Piece]:
        """The pieces of these kinds."""
        return (piece for piece in self.pieces if piece.kind in kinds)

    @cached_property
    def roots(self) -> dict[Piece, tuple[str, ...]]:
        """The roots of each piece."""
        return {piece: self.read(piece.text) for piece in self.pieces}

    def is_shown(self, key: str, shown: Collection[str]) -> bool:
        """Whether a resume that shows these facts shows this one; a field stands for its fact."""
        return key in shown or any(item.startswith(f"{key}#") for item in shown)


def gather(resume: Resume, as_of: date | None, lexicons: Iterable[Lexicon]) -> Facts:
    """The pieces of a resume. A confidential fact has only the words that may be said of it."""
    now = _now(resume, as_of)
    reader = Reader(lexicons)
    pieces = tuple(piece for piece in _pieces(resume, now) if piece.text.strip())
    return Facts(resume, pieces, lambda text: roots_of(reader, text))


def _pieces(resume: Resume, now: int | None) -> Iterator[Piece]:
    for employer in resume.experience:
        for role in employer.roles:
            yield from _role(employer, role, now)
    for project in resume.projects:
        yield from _deed(project, project.name, project.terms)
    for work in resume.volunteering:
        yield from _deed(work, None, ())
    yield from _papers(resume)
    for skill in resume.skills:
        for term in (skill.say_as or "",) if skill.confidential else (skill.name, *skill.terms):
            yield Piece(skill.key, term, "skill")
    for language in resume.languages:
        yield Piece(language.key, _said(language, language.name, language.level), "language")
    for seat in resume.affiliations:
        yield Piece(seat.key, _said(seat, seat.role, seat.organization, seat.description), "bullet")
    if resume.person.work_authorization:
        yield Piece(resume.person.key, resume.person.work_authorization, "authorization")


def _papers(resume: Resume) -> Iterator[Piece]:
    for credential in resume.credentials:
        yield Piece(credential.key, _said(credential, credential.short, credential.name), "credential")
    for school in resume.education:
        area = f"{school.credential or ''} {school.area or ''} {school.equivalency or ''}"
        yield Piece(school.key, _said(school, area.strip(), school.institution), "education")
        for course in () if school.confidential else school.courses:
            yield Piece(school.key, course, "course")
        yield from (_bullet(item, school.key, None) for item in school.achievements)
    for taken in resume.courses:
        yield Piece(taken.key, _said(taken, taken.name), "course")


def _said(fact: Fact, *words: str | None) -> str:
    return (fact.say_as or "") if fact.confidential else ", ".join(word for word in words if word)


def _role(employer: Employer, role: Role, now: int | None) -> Iterator[Piece]:
    months = _months(role, now)
    hidden = employer.confidential
    sector = "" if hidden else employer.sector
    yield Piece(role.key, _said(role, role.title, role.equivalent, role.field, sector), "role", role.key, months)
    if role.confidential:
        return
    if role.summary:
        yield Piece(role.key, role.summary, "bullet", role.key, months)
    for duty in role.duties:
        yield Piece(duty.key, _said(duty, duty.text), "bullet", role.key, months)
    for achievement in role.achievements:
        yield _bullet(achievement, role.key, months)
        yield from _named(achievement, role.key, months)


def _deed(deed: Project | Volunteering, named: str | None, terms: Iterable[str]) -> Iterator[Piece]:
    yield Piece(deed.key, _said(deed, deed.role, named, deed.description), "bullet")
    if deed.confidential:
        return
    for term in terms:
        yield Piece(deed.key, term, "skill")
    for achievement in deed.achievements:
        yield _bullet(achievement, deed.key, None)
        yield from _named(achievement, deed.key, None)


def _bullet(fact: Achievement, owner: str, months: tuple[int, int] | None) -> Piece:
    told = (fact.text,) if fact.text else (fact.action, fact.result)
    return Piece(fact.key, _said(fact, *told), "bullet", owner, months)


def _named(fact: Achievement, owner: str, months: tuple[int, int] | None) -> Iterator[Piece]:
    """The skills that the client says an achievement shows."""
    for name in () if fact.confidential else fact.skills:
        yield Piece(fact.key, name, "skill", owner, months, _bullet(fact, owner, months).text)


def _now(resume: Resume, as_of: date | None) -> int | None:
    if as_of:
        return as_of.year * 12 + as_of.month - 1
    if resume.as_of and not resume.as_of.is_present:
        return resume.as_of.months_from_zero()
    roles = [role for employer in resume.experience for role in employer.roles]
    named = [day.months_from_zero() for role in roles for day in (role.start, role.end) if day and not day.is_present]
    return max(named, default=None)


def _months(dated: Dated, now: int | None) -> tuple[int, int] | None:
    if dated.start is None:
        return None
    start = dated.start.months_from_zero()
    end = now if dated.end is None or dated.end.is_present else _last(dated.end)
    return None if end is None or end < start else (start, end)


def _last(end: PartialDate) -> int:
    # A bare year counts to its beginning, so that no year is claimed that may not have been worked.
    return end.months_from_zero(latest=bool(end.month or end.season))


def years_of(spans: Iterable[tuple[int, int]]) -> float:
    """Years that spans of months add up to, overlaps counted once."""
    months, reach = 0, -1
    for start, end in sorted(spans):
        first = max(start, reach + 1)
        if end >= first:
            months += end - first + 1
            reach = end
    return months / 12


_ENDINGS = (
    "izations", "ization", "ations", "ation", "ating", "ators", "ator", "ments", "ment", "ings", "ing", "ions", "ion",
    "ors", "or", "ers", "er", "ate", "ed", "es", "s", "e",
)  # fmt: skip
_LEAST_ROOT = 4


def root_of(lemma: str) -> str:
    """What words of one family share: recruit, recruiter, recruitment; a short word stays as it is."""
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= _LEAST_ROOT:
            lemma = lemma[: -len(ending)]
            break
    return lemma[:-1] if lemma.endswith("e") and len(lemma) > _LEAST_ROOT else lemma


def roots_of(reader: Reader, text: str) -> tuple[str, ...]:
    """The roots of a text's words in order, abbreviations written out, without words that say nothing."""
    words = posting_words()
    spelled = " ".join(words.abbreviations.get(word.strip(".,;:()"), word) for word in plain(text).split())
    found = reader.read(spelled.replace("-", " ").replace("/", " ")).words
    return tuple(
        root_of(part)
        for word in found
        if word.form not in words.fillers and word.lemma not in words.fillers
        for part in word.lemma.split()
    )
