"""Where credentials and sections stand."""

from __future__ import annotations

import re

from resumekit.model.credential import Credential
from resumekit.strategy.case import Case
from resumekit.strategy.emphasis import words_of

FOR_THE_INTERVIEW = ("strengths", "attributes", "talents", "interests", "testimonials")
"""Sections that a resume shows only when the target asks for them; letter and interview use them."""

SECTIONS = (
    "profile", "highlights", "competencies", "evidence", "experience", "earlier", "credentials", "education",
    "courses", "projects", "volunteering", "affiliations", "awards", "publications", "languages", *FOR_THE_INTERVIEW,
)  # fmt: skip
"""Every section of a resume."""


def leading_credentials(case: Case) -> list[Credential]:
    """Credentials that stand before experience: named in the posting, new in the target's field, or in a field change."""
    found = []
    for credential in case.resume.credentials:
        if case.is_omitted(credential.key) or case.target is None:
            continue
        why = _why_leading(case, credential)
        if why:
            case.because("credential", f"stands before experience: {why}", credential.key)
            found.append(credential)
    return found


def _why_leading(case: Case, credential: Credential) -> str:
    for name in (credential.short, credential.name):
        if name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", case.posting):
            return f"the posting names {name}"
    field = case.target.field if case.target else None
    if not (field and credential.field and words_of(field) & words_of(credential.field)):
        return ""
    if case.seen.field_change:
        return "the field changes, and this is its credential"
    year = credential.date.months_from_zero() if credential.date else None
    limit = case.rules.limits.credential_new_years
    if year is not None and case.history.now is not None and case.history.now - year > 12 * limit:
        return ""
    return "it is new and in the target's field"


def order_sections(case: Case, *, credentials_first: bool, highlights: bool, evidence: bool) -> tuple[str, ...]:
    """The situation's order; what the coach names first goes first; a leading credential stands before experience."""
    target = case.target
    shown = frozenset(target.show) if target else frozenset(FOR_THE_INTERVIEW)
    order = [*case.situation.order, *(name for name in SECTIONS if name not in case.situation.order)]
    order = [name for name in order if name not in case.omit and (name not in FOR_THE_INTERVIEW or name in shown)]
    _keep_back(case, shown)
    absent = {name for name, there in (("highlights", highlights), ("evidence", evidence)) if not there}
    order = [name for name in order if name not in absent]
    if not evidence and case.situation.format == "combination":
        order = _before(order, "competencies", "experience")
    if case.primary == 6 and _is_quebec(case):
        case.because("Quebec", "experience stands before education")
        order = _before(order, "experience", "education")
    if credentials_first:
        order = _before(order, "credentials", "evidence" if evidence else "experience")
    if case.holds(4) and "languages" in order:
        order = _after(order, "languages", "education")
    if target and target.order:
        first = [name for name in target.order if name in order]
        order = [*first, *(name for name in order if name not in first)]
        case.because("order", "the coach decides the order", target.key)
    return tuple(order)


def _keep_back(case: Case, shown: frozenset[str]) -> None:
    """Reports the facts that wait for letter and interview."""
    for name in FOR_THE_INTERVIEW:
        for fact in getattr(case.resume, name) if name not in shown else ():
            case.leave(fact.key, f"kept for letter and interview; 'show: [{name}]' in the target prints it")


def _is_quebec(case: Case) -> bool:
    market = case.target.market if case.target else None
    return bool(market and re.search(r"qu[eé]bec", market, re.IGNORECASE))


def _before(order: list[str], name: str, other: str) -> list[str]:
    """`name` moved to stand right before `other`; as it is where it already stands before it."""
    if name not in order or other not in order or order.index(name) < order.index(other):
        return order
    rest = [item for item in order if item != name]
    place = rest.index(other)
    return [*rest[:place], name, *rest[place:]]


def _after(order: list[str], name: str, other: str) -> list[str]:
    if name not in order or other not in order:
        return order
    rest = [item for item in order if item != name]
    place = rest.index(other) + 1
    return [*rest[:place], name, *rest[place:]]
