"""Courses: which of those that a gate asks for the client has finished, by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from resumekit.model.resume import Resume
from resumekit.skills.framework import Gate
from resumekit.skills.names import find, words_in
from resumekit.skills.skill_map import GateResult

_CODE = re.compile(r"^[A-Za-z]{2,6}[ -]?\d+[A-Za-z]?\b[ \t]*[-–—:.]?[ \t]*")


@dataclass(frozen=True, slots=True)
class _Taken:
    fact: str
    name: str
    done: bool


def judge_courses(gate: Gate, resume: Resume, as_of: date | None) -> GateResult:
    """Met where every course is finished and nothing besides must hold; unmet where some are stated and others are not."""
    taken = list(_taken(resume, as_of))
    found = [[item for item in taken if any(_is_course(item.name, name) for name in names)] for names in gate.courses]
    facts = tuple(dict.fromkeys(item.fact for items in found for item in items))
    missing = tuple(names[0] for names, items in zip(gate.courses, found, strict=True) if not items)
    unfinished = tuple(
        names[0]
        for names, items in zip(gate.courses, found, strict=True)
        if items and not any(item.done for item in items)
    )
    count = f"{len(gate.courses) - len(missing)} of {len(gate.courses)} courses are stated"
    if not facts:
        return GateResult(gate, "unknown", "no course of it is stated", missing=missing)
    if missing and _has_silent_programme(resume):
        return GateResult(gate, "unknown", f"{count}; a programme's courses are not listed", facts, missing)
    if missing or unfinished:
        why = f"{count}; still in progress: {', '.join(unfinished)}" if unfinished else count
        return GateResult(gate, "unmet", why, facts, (*missing, *unfinished))
    if gate.besides:
        return GateResult(gate, "unknown", f"{count}; the facts do not tell: {'; '.join(gate.besides)}", facts)
    return GateResult(gate, "met", count, facts)


def _taken(resume: Resume, as_of: date | None) -> Iterator[_Taken]:
    now = as_of.year * 12 + as_of.month - 1 if as_of else None
    for course in resume.courses:
        name = (course.say_as or "") if course.confidential else course.name
        day = course.date
        later = day is not None and (day.expected or (now is not None and day.months_from_zero() > now))
        yield _Taken(course.key, name, done=not later)
    for school in resume.education:
        if not school.confidential:
            # A course that is listed under a programme still going on may be one that is still to come.
            done = school.end is not None and not school.end.expected and not school.end.is_present
            done = done and (now is None or school.end is None or school.end.months_from_zero() <= now)
            yield from (_Taken(school.key, name, done) for name in school.courses)


def _has_silent_programme(resume: Resume) -> bool:
    return any(not school.courses for school in resume.education)


def _is_course(title: str, name: str) -> bool:
    """Whether a course's title holds a name: one of several words anywhere, a single word only where it comes first.

    "Human Resources Planning" is not meant by "Financial Planning", nor the other way round.
    """
    places = find(_CODE.sub("", title), name)
    return bool(places) and (len(words_in(name)) > 1 or places[0] == 0)
