"""The facts as JSON Resume 1.0: without notes, nothing confidential as it is, and nobody named without permission."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from resumekit.load.jsonresume_keys import (
    BASICS,
    ISO_DATE,
    LOCATION,
    PROFILE,
    SECTIONS,
    WEBSITE,
    WORK,
    Key,
    iso_date,
    readable_url,
    round_trip,
    split_roles,
)
from resumekit.model.achievement import Achievement
from resumekit.model.activity import Affiliation, Link, Testimonial, Volunteering
from resumekit.model.credential import Credential, Skill
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact
from resumekit.model.resume import Person, Resume
from resumekit.model.role import Employer, Role

F = TypeVar("F", bound=Fact)
Say = Callable[[Achievement], str]
_KEPT_WHEN_CONFIDENTIAL = {"start", "end", "date", "roles", "status", "kind"}
_COUNTRIES = {
    "canada": "CA", "united states": "US", "usa": "US", "united kingdom": "GB", "france": "FR", "germany": "DE",
    "mexico": "MX", "india": "IN", "china": "CN", "australia": "AU", "ireland": "IE", "états-unis": "US",
    "royaume-uni": "GB",
}  # fmt: skip


def plain_words(achievement: Achievement) -> str:
    """An achievement in the client's words: its text, or action and result."""
    return achievement.text or "; ".join(part for part in (achievement.action, achievement.result) if part)


def to_json_resume(resume: Resume, say: Say = plain_words) -> dict[str, Any]:
    """The JSON Resume document of a person's facts.

    `say` words an achievement that the coach left no text for. Facts that the standard has no place for (breaks,
    single courses, strengths, attributes, talents, referees, targets) are left out.
    """
    person = _public(resume.person)
    made: dict[str, Any] = {"basics": _basics(person) if person else {}, "work": _work(resume.experience, say)}
    for section, (native, keys) in SECTIONS.items():
        made[section] = [_entry(fact, keys, say) for fact in _facts(resume, native)]
    made["skills"] = _skills(_shown(resume.skills), say)
    made["certificates"] = [_certificate(fact, say) for fact in _shown(resume.credentials)]
    document = {name: part for name, part in made.items() if part}
    for name, value in resume.extra.items():
        document.setdefault(name, value)
    return document


def _facts(resume: Resume, native: str) -> Iterable[Fact]:
    if native == "volunteering":
        return [*_shown(resume.volunteering), *(_as_volunteering(fact) for fact in _shown(resume.affiliations))]
    if native == "testimonials":
        return [fact for fact in resume.testimonials if not fact.confidential and _may_be_quoted(fact)]
    return _shown(getattr(resume, native))


def _may_be_quoted(fact: Testimonial) -> bool:
    # A reference without words comes from a JSON Resume file only, and goes back into one as it was.
    return fact.permission or fact.text == SECTIONS["references"][1]["reference"].stand_in


def _as_volunteering(fact: Affiliation) -> Volunteering:
    same = {name: getattr(fact, name) for name in ("organization", "role", "start", "end", "description", "extra")}
    return Volunteering.model_construct(**{**same, "role": fact.role or fact.kind})


def _shown(facts: Iterable[F]) -> list[F]:
    return [public for fact in facts if (public := _public(fact))]


def _public(fact: F) -> F | None:
    """The fact as it may be told: a confidential one is its `say_as` and its dates, or nothing."""
    if not fact.confidential:
        return fact
    if not fact.say_as or isinstance(fact, Link | Testimonial):
        return None
    fields = type(fact).model_fields
    bare = {
        name: info.get_default(call_default_factory=True)
        for name, info in fields.items()
        if name not in _KEPT_WHEN_CONFIDENTIAL and not info.is_required()
    }
    main = "text" if "text" in fields else "name" if "name" in fields else type(fact).label_field
    return fact.model_copy(update={**bare, main: fact.say_as})


def _entry(fact: Fact, keys: dict[str, Key], say: Say, other: Fact | None = None) -> dict[str, Any]:
    """An entry with the standard's keys; `other` has the fields that `fact` does not."""
    entry: dict[str, Any] = {}
    for name, key in keys.items():
        value = _field(fact, key.native)
        if value in (None, "", ()) and other is not None:
            value = _field(other, key.native)
        if (out := _value(key, value, say)) not in (None, [], key.stand_in or None):
            entry[name] = out
    return _with_extra(entry, fact.extra, keys)


def _field(fact: Fact, native: str) -> Any:
    return getattr(fact, "name" if native == "employer" else native, None)


def _value(key: Key, value: Any, say: Say) -> Any:
    if value is None or value == ():
        return None
    if key.kind == "date":
        return iso_date(value if isinstance(value, PartialDate) else None)
    if key.kind == "texts":
        achievements = [_public(item) if isinstance(item, Achievement) else item for item in value]
        return [say(item) if isinstance(item, Achievement) else item for item in achievements if item]
    return split_roles(value) if key.kind == "roles" else value or None


def _with_extra(entry: dict[str, Any], extra: dict[str, Any], keys: dict[str, Key]) -> dict[str, Any]:
    """The entry with what the import kept, as far as it still agrees with the fact."""
    for name, value in extra.items():
        key = keys.get(name)
        if key is None or _agrees(key, value, entry.get(name)):
            entry[name] = value
    return entry


def _agrees(key: Key, value: Any, said: Any) -> bool:
    if key.kind == "date" and value and not ISO_DATE.fullmatch(str(value)):
        return False
    # Words that happen to be those of a stand-in are not said by the fact.
    return round_trip(key.kind, value) == said or (said is None and value == key.stand_in != "")


def _basics(person: Person) -> dict[str, Any]:
    plain = {name: value for name, value in person.extra.items() if name not in ("location", "profiles", "url")}
    basics = _entry(person.model_copy(update={"extra": plain}), BASICS, plain_words)
    links = _shown(person.links)
    website = next((link for link in links if link.label in (None, WEBSITE) and not link.username), None)
    if website:
        basics["url"] = website.url
    profiles = [_entry(link, PROFILE, plain_words) for link in links if link is not website]
    _place(person, basics)
    if profiles:
        basics["profiles"] = profiles
    if "url" in person.extra and readable_url(person.extra["url"]) == basics.get("url"):
        basics["url"] = person.extra["url"]
    if "profiles" in person.extra and _agree(person.extra["profiles"], profiles):
        basics["profiles"] = person.extra["profiles"]
    return basics


def _place(person: Person, basics: dict[str, Any]) -> None:
    extra = person.extra.get("location")
    kept = extra if isinstance(extra, dict) else {}
    location = _entry(person.model_copy(update={"extra": kept}), LOCATION, plain_words)
    code = location.get("countryCode")
    if isinstance(code, str) and "countryCode" not in kept:
        location["countryCode"] = _COUNTRIES.get(code.lower(), code)
    if location or extra is not None:
        basics["location"] = location or extra


def _agree(kept: Any, profiles: list[dict[str, Any]]) -> bool:
    """Whether the profiles that the import kept whole are still those of the facts."""
    if not isinstance(kept, list):
        return not profiles
    linked = [item for item in kept if isinstance(item, dict) and readable_url(item.get("url"))]
    return len(linked) == len(profiles) and all(
        readable_url(one["url"]) == readable_url(other["url"])
        and one.get("username") == other.get("username")
        and round_trip("text", one.get("network")) in (None, WEBSITE, round_trip("text", other.get("network")))
        for one, other in zip(linked, profiles, strict=True)
    )


def _work(employers: Iterable[Employer], say: Say) -> list[dict[str, Any]]:
    entries = []
    for employer in _shown(employers):
        roles: list[Role] = _shown(employer.roles)
        if not employer.roles:
            entries.append(_entry(employer, WORK, say))
        entries += [_entry(role, WORK, say, employer) for role in roles]
    return entries


def _certificate(fact: Credential, say: Say) -> dict[str, Any]:
    entry = _entry(fact, SECTIONS["certificates"][1], say)
    if fact.status != "designated" and "name" in entry:
        # The standard knows no status: the name must not claim more than the fact does.
        entry["name"] = f"{entry['name']} ({fact.status})"
        if "date" not in entry and (expected := iso_date(fact.expected)):
            entry["date"] = expected
    return entry


def _skills(skills: list[Skill], say: Say) -> list[dict[str, Any]]:
    """The skills; those of one group together under its name."""
    entries: list[dict[str, Any]] = []
    groups: dict[str, dict[str, Any]] = {}
    for skill in skills:
        if not skill.group or skill.level or skill.terms or skill.extra:
            entries.append(_entry(skill, SECTIONS["skills"][1], say))
        elif skill.group in groups:
            groups[skill.group]["keywords"].append(skill.name)
        else:
            groups[skill.group] = {"name": skill.group, "keywords": [skill.name]}
            entries.append(groups[skill.group])
    return entries
