"""What is odd about a list of applications: days in the wrong order, entries alike, outcomes that miss a step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from resumekit.career.days import first_day, is_before
from resumekit.career.employer_name import employer_key
from resumekit.career.funnel_counts import had_interview, had_offer, is_booked
from resumekit.model.application import Application, Applications
from resumekit.model.fact import Path


@dataclass(frozen=True, slots=True)
class Odd:
    """One thing to look at, and where it stands in the file: ("applications", 3, "offer")."""

    path: Path
    message: str

    @property
    def entry(self) -> int | None:
        """Which entry it is, from 1; None where it is about the list."""
        index = self.path[1] if len(self.path) > 1 else None
        return index + 1 if isinstance(index, int) else None


_AFTER_SENT = ("interview", "offer", "rejected", "withdrawn")
_DAYS = {"posted": "the posting", "sent": "the application", "interview": "the interview", "offer": "the offer",
         "rejected": "the rejection", "withdrawn": "the withdrawal"}  # fmt: skip


def odd_applications(applications: Applications, as_of: date | None = None) -> tuple[Odd, ...]:
    """Everything odd, in file order. All of it is counted all the same; `as_of` is the day it is seen from."""
    found = [odd for index, item in enumerate(applications.applications) for odd in _entry(index, item, as_of)]
    begun = first_day(applications.started)
    if as_of and begun and begun > as_of:
        found.append(Odd(("started",), f"the search began after {as_of}, the day this is seen from"))
    return (*found, *_alike(applications))


def _entry(index: int, item: Application, as_of: date | None) -> Iterator[Odd]:
    def odd(field: str, message: str) -> Odd:
        return Odd(("applications", index, field), message)

    for field, message in (*_missed(item), *_disordered(item)):
        yield odd(field, message)
    for field, words in _DAYS.items():
        begins = first_day(getattr(item, field))
        if not (as_of and begins and begins > as_of):
            continue
        if field == "interview" and is_booked(item, as_of) and not had_offer(item):
            yield odd(field, f"the interview comes after {as_of}, the day this is seen from; it counts as booked")
        else:
            yield odd(field, f"{words} comes after {as_of}, the day this is seen from; it is counted all the same")


def _missed(item: Application) -> Iterator[tuple[str, str]]:
    """Steps that an outcome must have had."""
    if had_offer(item) and not had_interview(item):
        yield "offer" if item.offer else "accepted", "an offer without an interview: it feeds no rate of interviews"
    if item.accepted and item.offer is None:
        yield "accepted", "accepted, but no day of an offer: it is counted as one"
    if item.interview is not None and item.interviews == 0:
        yield "interviews", "a day of an interview, but 0 rounds: it is counted as one"
    if item.rejected and item.accepted:
        yield "rejected", "rejected and accepted: one of the two is wrong"


def _disordered(item: Application) -> Iterator[tuple[str, str]]:
    """Days that cannot follow each other, as far as they are known."""
    if is_before(item.sent, item.posted):
        yield "posted", "the posting came out after the application was sent: its age is left out"
    for field in _AFTER_SENT:
        if is_before(getattr(item, field), item.sent):
            yield field, f"{_DAYS[field]} comes before the application was sent"
    if is_before(item.offer, item.interview):
        yield "offer", "the offer comes before the interview"


def _alike(applications: Applications) -> Iterator[Odd]:
    seen: dict[tuple[str, str, str], int] = {}
    for index, item in enumerate(applications.applications):
        words = " ".join((item.role or "").casefold().split())
        key = (employer_key(item.employer) or item.employer, words, str(item.sent or ""))
        if key in seen:
            message = f"the same employer, role and day as entry {seen[key] + 1}: both are counted; take one out if they are one"
            yield Odd(("applications", index, "employer"), message)
        seen.setdefault(key, index)
