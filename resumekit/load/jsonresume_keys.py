"""The keys of JSON Resume 1.0, what each is called here, and what a value becomes on the way in and out again.

What comes back unchanged needs nothing more. Whatever would not (surplus spaces, an address without https://, a key
that resumekit has no field for) is kept as it was under `extra`, and stands in the export as long as it still agrees
with the fact beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from pydantic_core import PydanticCustomError

from resumekit.model.date import PartialDate
from resumekit.model.url import checked_url

Kind = Literal["text", "url", "date", "texts", "roles"]
_TIME = re.compile(r"^(\d{4}-\d{2}-\d{2})T")
ISO_DATE = re.compile(r"[1-2]\d{3}(-[0-1]\d(-[0-3]\d)?)?")


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the standard: its native field, its kind, and what stands in for it where the field is a must."""

    native: str
    kind: Kind = "text"
    stand_in: str = ""


_DATES = {"startDate": Key("start", "date"), "endDate": Key("end", "date")}
_URL = {"url": Key("url", "url")}

EMPLOYER = {"name": Key("employer", stand_in="[employer]"), "description": Key("about"), **_URL}
ROLE = {
    "position": Key("title", stand_in="[title]"),
    **_DATES,
    "location": Key("city"),
    "summary": Key("summary"),
    "highlights": Key("achievements", "texts"),
}
WORK = {**EMPLOYER, **ROLE}
LOCATION = {
    "address": Key("address"), "postalCode": Key("postal_code"), "city": Key("city"), "countryCode": Key("country"),
    "region": Key("region"),
}  # fmt: skip
BASICS = {
    "name": Key("name", stand_in="[name]"), "label": Key("headline"), "email": Key("email"), "phone": Key("phone"),
    "summary": Key("profile"),
}  # fmt: skip
PROFILE = {"network": Key("label"), "username": Key("username"), **_URL}
SECTIONS: dict[str, tuple[str, dict[str, Key]]] = {
    "volunteer": ("volunteering", {
        "organization": Key("organization", stand_in="[organization]"), "position": Key("role"), **_URL, **_DATES,
        "summary": Key("description"), "highlights": Key("achievements", "texts"),
    }),
    "education": ("education", {
        "institution": Key("institution", stand_in="[institution]"), **_URL, "area": Key("area"),
        "studyType": Key("credential"), **_DATES, "score": Key("grade"), "courses": Key("courses", "texts"),
    }),
    "awards": ("awards", {
        "title": Key("name", stand_in="[award]"), "date": Key("date", "date"), "awarder": Key("issuer"),
        "summary": Key("reason"),
    }),
    "certificates": ("credentials", {
        "name": Key("name", stand_in="[certificate]"), "date": Key("date", "date"), **_URL, "issuer": Key("issuer"),
    }),
    "publications": ("publications", {
        "name": Key("title", stand_in="[publication]"), "publisher": Key("publisher"),
        "releaseDate": Key("date", "date"), **_URL, "summary": Key("summary"),
    }),
    "skills": ("skills", {
        "name": Key("name", stand_in="[skill]"), "level": Key("level"), "keywords": Key("terms", "texts"),
    }),
    "languages": ("languages", {"language": Key("name", stand_in="[language]"), "fluency": Key("level")}),
    "interests": ("interests", {"name": Key("name", stand_in="[interest]"), "keywords": Key("terms", "texts")}),
    "references": ("testimonials", {"name": Key("who"), "reference": Key("text", stand_in="[reference]")}),
    "projects": ("projects", {
        "name": Key("name", stand_in="[project]"), "description": Key("description"),
        "highlights": Key("achievements", "texts"), "keywords": Key("terms", "texts"), **_DATES, **_URL,
        "roles": Key("role", "roles"), "entity": Key("organization"),
    }),
}  # fmt: skip
# In the standard, without a field here; kept in silence. A photo is not printed, and nobody needs to be told of "".
SILENT = {"type", "image"}
# Keys of the drafts before 1.0, read where the new one is not there.
OLD_NAMES = {"company": "name", "website": "url", "picture": "image"}
WEBSITE = "Website"


def round_trip(kind: Kind, value: Any) -> Any:
    """What the export says of a value after the import; None when it says nothing."""
    match kind:
        case "texts":
            return [text for item in value if (text := str(item).strip())] or None if isinstance(value, list) else None
        case "roles":
            return split_roles(join_roles(value)) if isinstance(value, list) and join_roles(value) else None
        case "url":
            return readable_url(value)
        case "date":
            return _date(value)
    text = _text(value)
    return text or None


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, list | dict) else str(value).strip()


def readable_url(value: Any) -> str | None:
    """The address as a link; None when it cannot be one."""
    text = _text(value)
    try:
        return checked_url(text) if text and len(text) < 1_990 else None
    except PydanticCustomError:
        return None


def date_text(value: Any) -> str:
    """A date without the time of day that some programs write behind it."""
    text = _text(value)
    return match[1] if (match := _TIME.match(text)) else text


def _date(value: Any) -> str | None:
    try:
        date = PartialDate.parse(date_text(value))
    except ValueError:
        return None
    return iso_date(date)


def iso_date(date: PartialDate | None) -> str | None:
    """A date as the standard writes it: a season is its first month, the present nothing."""
    if date is None or date.is_present:
        return None
    if date.season:
        return f"{date.year}-{date.months_from_zero() % 12 + 1:02}"
    return str(date).removeprefix("expected ")


def join_roles(roles: list[Any]) -> str:
    """The roles in a project as one text."""
    return ", ".join(text for role in roles if (text := str(role).strip()))


def split_roles(text: str) -> list[str]:
    """The roles in a project, from one text."""
    return [part for part in (piece.strip() for piece in text.split(", ")) if part]
