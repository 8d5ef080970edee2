"""One line of a foreign resume, under a heading that is known, becomes a fact of that section."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from resumekit.load.draft import Draft, Said
from resumekit.readback.span import Span, find_span

_GROUP = re.compile(r"^([^:,;]{2,60}?)\s*:\s+(.+)$", re.DOTALL)
_SHORT = re.compile(r"\s*\(([A-Z][A-Za-z.®-]{1,11})\)")
_LEVEL = re.compile(r"^(.{2,40}?)\s*(?:\(([^()]+)\)|[:–—]\s*(.+)|\s-\s+(.+)|,\s*(.+))$")
_EXPIRES = re.compile(r"\b(?:expir\w*|valid (?:until|to)|renew\w*|valide jusqu\w*|échéance)\b", re.IGNORECASE)
_STATUS = (
    (re.compile(r"\bexam(?:s|ination)? passed|passed\b.*\bexam|examen réussi", re.IGNORECASE), "exam passed"),
    (re.compile(r"\bcandidate?\b", re.IGNORECASE), "candidate"),
    (re.compile(r"\b(?:in progress|expected|pursuing|en cours|prévue?)\b", re.IGNORECASE), "in progress"),
)
_MANY_WORDS = 9

Place = Callable[[Draft, str], None]


def terms(text: str, signs: str = ",;|•·") -> list[str]:
    """The terms of a list in one line; signs inside brackets part nothing."""
    out, depth, at = [], 0, 0
    for number, letter in enumerate(text):
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        inside = letter == "," and text[number - 1 : number].isdigit() and text[number + 1 : number + 2].isdigit()
        if letter in signs and not depth and not inside:
            out.append(text[at:number])
            at = number + 1
    return [word for part in [*out, text[at:]] if (word := part.strip())]


def when(span: Span | None) -> dict[str, Any]:
    """The ends of a span as fields; the lone date of a study is its end."""
    if span is None:
        return {}
    return {"start": span.start, "end": span.end} if span.end else {"end": span.start}


def place_item(draft: Draft, section: str, heading: str, text: str) -> None:
    """Puts a line where its section belongs; what has no place there is kept as it is."""
    place = _PLACES.get(section)
    if place is None:
        draft.keep(heading or section, text)
    else:
        place(draft, text)


def _profile(draft: Draft, text: str) -> None:
    person = draft.data.setdefault("person", {})
    person["profile"] = f"{person['profile']}\n{text}" if "profile" in person else text


def _skills(draft: Draft, text: str) -> None:
    if match := _GROUP.match(text):
        if match[1].casefold() in ("languages", "langues"):
            _languages(draft, match[2])
        else:
            draft.add("skills", name=match[1], terms=terms(match[2]))
        return
    found = terms(text)
    if len(found) == 1 and len(text.split()) > _MANY_WORDS:
        draft.add("skills", name=Said(text, "a sentence among the skills; name the skill in it"))
        return
    for one in found:
        draft.add("skills", name=one)


def _languages(draft: Draft, text: str) -> None:
    # "English, fluent · French, basic": a strong sign parts languages, a comma a language and its level.
    strong = terms(text, ";|•·/")
    for one in strong if len(strong) > 1 else terms(text):
        match = _LEVEL.match(one)
        if match:
            draft.add("languages", name=match[1], level=next(level for level in match.groups()[1:] if level))
        elif len(one.split()) > 2:
            draft.add("languages", name=Said(one, "write the language and its level apart"))
        else:
            draft.add("languages", name=one)


def credential(text: str) -> dict[str, Any]:
    """A certificate of one line: name, short form in brackets, issuer before the date, distinction behind it."""
    if _EXPIRES.search(text):
        return {"name": Said(text, "dates of a licence: write 'date' and 'expires' apart")}
    parts, date, behind = _around_date(text)
    short = _SHORT.search(parts[0])
    parts[0] = _SHORT.sub("", parts[0], count=1) if short else parts[0]
    status = next((status for pattern, status in _STATUS if pattern.search(text)), None)
    issuer = parts.pop() if len(parts) > 1 else None
    return {
        "name": ", ".join(parts),
        "short": short[1] if short else None,
        "issuer": Said(issuer, "read as the issuer") if issuer else None,
        "status": Said(status, "read from its words") if status else None,
        ("expected" if status == "in progress" else "date"): date,
        "distinction": Said(behind, "read as the distinction") if behind else None,
    }


def _around_date(text: str) -> tuple[list[str], str | None, str]:
    """The parts of a line before its date, the date, and what stands behind it."""
    parts = terms(text, ",|")
    for number, part in enumerate(parts[1:], start=1):
        span = find_span(part)
        if span and not span.end and not (part[: span.at] + part[span.to :]).strip(" ()."):
            return parts[:number], span.start, ", ".join(parts[number + 1 :])
    name, span = undated(text)
    if span and span.end:
        return terms(text, "|") or [text], None, ""
    return terms(name, ",|") or [name], span.start if span else None, ""


def undated(text: str) -> tuple[str, Span | None]:
    """A line without the date at its end, and that date; a date within the words stays there."""
    span = find_span(text)
    if span is None or text[span.to :].strip(" ).,;]"):
        return text, None
    head = text[: span.at].rstrip(" ,|·–—-(:[\t")
    return (head, span) if head else (text, None)


def _credential(draft: Draft, text: str) -> None:
    draft.add("credentials", **credential(text))


def _course(draft: Draft, text: str) -> None:
    _granted(draft, text, "courses", "provider", "read as the provider")


def _award(draft: Draft, text: str) -> None:
    _granted(draft, text, "awards", "issuer", "read as who gave it")


def _granted(draft: Draft, text: str, collection: str, by: str, why: str) -> None:
    """What has a name, perhaps who gave it behind a comma, and a date."""
    name, span = undated(text)
    parts = terms(name, ",|")
    giver = parts.pop() if len(parts) == 2 else None
    fields = {
        "name": parts[0] if giver else name,
        by: Said(giver, why) if giver else None,
        "date": span.end or span.start if span else None,
    }
    draft.add(collection, **fields)


def _publication(draft: Draft, text: str) -> None:
    name, span = undated(text)
    said = Said(name, "authors and publisher may stand in it") if "," in name or "." in name else name
    draft.add("publications", title=said, date=span.end or span.start if span else None)


def _interests(draft: Draft, text: str) -> None:
    match = _GROUP.match(text)
    if match:
        draft.add("interests", name=match[1], terms=terms(match[2]))
        return
    for one in [text] if len(text.split()) > _MANY_WORDS and text.endswith(".") else terms(text):
        draft.add("interests", name=one)


def _affiliation(draft: Draft, text: str) -> None:
    name, span = undated(text)
    parts = terms(name, ",|–—")
    if len(parts) == 2:
        role, organization = parts
        draft.add(
            "affiliations", organization=Said(organization, "read as the organization, the words before it as the role"),
            role=role, **when(span),
        )  # fmt: skip
    else:
        draft.add("affiliations", organization=name, **when(span))


_QUOTED = re.compile(r"^[“\"«]\s*(.+?)\s*[”\"»]\s*[-–—,]*\s*(.*)$", re.DOTALL)


def _testimonial(draft: Draft, text: str) -> None:
    match = _QUOTED.match(text)
    if match is None:
        draft.keep("testimonials", text)
        return
    who, *rest = terms(match[2], ",") or [""]
    draft.add("testimonials", text=Said(match[1], "ask whether it may be used: 'permission: yes'"), who=who,
              position=rest[0] if rest else None, organization=", ".join(rest[1:]))  # fmt: skip


_PLACES: dict[str, Place] = {
    "profile": _profile,
    "skills": _skills,
    "languages": _languages,
    "credentials": _credential,
    "courses": _course,
    "awards": _award,
    "publications": _publication,
    "interests": _interests,
    "affiliations": _affiliation,
    "testimonials": _testimonial,
}
