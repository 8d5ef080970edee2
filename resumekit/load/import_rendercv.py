"""RenderCV's YAML becomes facts: its seven kinds of entries by their fields, its sections by their headings."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from resumekit.errors import ClientFileError
from resumekit.load.draft import Draft, Said
from resumekit.load.import_item import place_item, terms
from resumekit.load.import_person import link, place
from resumekit.load.import_role import employers
from resumekit.load.importer import importer
from resumekit.load.material import Material
from resumekit.load.node import Node, to_data
from resumekit.load.problems import refuse
from resumekit.load.read import read_nodes
from resumekit.model.date import PartialDate
from resumekit.readback.span import find_span
from resumekit.readback.words import headings

Entry = dict[str, Any]
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")
_STRONG = re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1")
_SETTINGS = ("design", "locale", "locale_catalog", "rendercv_settings", "settings")
_KNOWN = ("name", "headline", "label", "location", "email", "phone", "website", "social_networks",
          "custom_connections", "sections", "photo")  # fmt: skip
_PROFILES = {
    "linkedin": "linkedin.com/in/", "github": "github.com/", "gitlab": "gitlab.com/", "x": "x.com/",
    "twitter": "x.com/", "instagram": "instagram.com/", "orcid": "orcid.org/", "youtube": "youtube.com/@",
    "researchgate": "researchgate.net/profile/", "google scholar": "scholar.google.com/citations?user=",
    "telegram": "t.me/", "bluesky": "bsky.app/profile/", "reddit": "reddit.com/user/", "leetcode": "leetcode.com/u/",
}  # fmt: skip


def _is_rendercv(material: Material) -> bool:
    if material.form != "text" or b"cv" not in material.content:
        return False
    try:
        root, _ = read_nodes(material.source)
    except ClientFileError:
        # A file that begins like one is answered with its faults, not read as plain text.
        return b"sections:" in material.content and re.search(rb"^cv:", material.content, re.MULTILINE) is not None
    return isinstance(_cv(root).value, dict) and not {"name", "sections"}.isdisjoint(_cv(root).mapping)


def _cv(root: Node) -> Node:
    return root.mapping.get("cv", (root, root))[1] if "cv" in root.mapping else Node("")


@importer("rendercv", "RenderCV's YAML", _is_rendercv)
def read_rendercv(material: Material) -> Draft:
    """A draft of a RenderCV file; its design and its settings are not facts, and are left out.

    Raises:
        ClientFileError: with every fault of its YAML.
    """
    root, problems = read_nodes(material.source)
    if errors := [problem for problem in problems if problem.level == "error"]:
        raise refuse(errors)
    cv = to_data(_cv(root)) or {}
    draft = Draft(notes=[str(problem) for problem in problems])
    left = [name for name in root.mapping if name in _SETTINGS]
    if left:
        draft.notes.append(f"how it looks was left out: {', '.join(left)}")
    for name, (_, value) in root.mapping.items():
        if name not in ("cv", *_SETTINGS):
            draft.keep(name, _all_words(to_data(value)))
    _person(draft, cv)
    sections = cv.get("sections") or {}
    if isinstance(sections, dict):
        for heading, entries in sections.items():
            _section(draft, heading, entries if isinstance(entries, list) else [entries])
    else:
        draft.keep("sections", _all_words(sections))
    return draft


def _person(draft: Draft, cv: Entry) -> None:
    person = draft.data.setdefault("person", {})
    person["name"] = _text(cv.get("name"))
    person["headline"] = _text(cv.get("headline") or cv.get("label"))
    for name in ("email", "phone"):
        found = [_text(item).removeprefix("tel:").removeprefix("mailto:") for item in _list(cv.get(name))]
        person[name] = found[0] if found else ""
        for more in found[1:]:
            draft.keep("contact", more, f"a second {name}")
    if location := _text(cv.get("location")):
        person.update(place(location))
    for address in _list(cv.get("website")):
        link(draft, "website", _text(address))
    for network in _list(cv.get("social_networks")):
        _network(draft, network)
    for connection in _list(cv.get("custom_connections")):
        _connection(draft, connection)
    if cv.get("photo"):
        draft.keep("photo", _text(cv["photo"]), "resumes here carry no photo")
    for name, value in cv.items():
        if name not in _KNOWN:
            draft.keep(name, _all_words(value))


def _network(draft: Draft, network: Any) -> None:
    if not isinstance(network, dict):
        draft.keep("social networks", _all_words(network))
        return
    name, user = _text(network.get("network")), _text(network.get("username"))
    base = _PROFILES.get(name.casefold())
    if user.startswith(("http://", "https://")):
        link(draft, "social networks", user, name)
    elif base and user:
        link(draft, "social networks", base + user, name)
    else:
        draft.keep("social networks", f"{name}: {user}", "its address is not known here")


def _connection(draft: Draft, connection: Any) -> None:
    if isinstance(connection, dict) and connection.get("url"):
        link(draft, "custom connections", _text(connection["url"]), _text(connection.get("placeholder")))
    else:
        draft.keep("custom connections", _all_words(connection))


def _section(draft: Draft, heading: str, entries: list[Any]) -> None:
    found = headings().find(heading.replace("_", " "))
    name = found[0] if found else headings().guess(heading.replace("_", " ")) or "other"
    title = heading.replace("_", " ")
    jobs: list[Entry] = []
    for entry in entries:
        if not isinstance(entry, dict):
            _line(draft, name, title, _all_words(entry))
        elif ("company" in entry or "position" in entry) and name != "volunteering":
            jobs.append(_job(draft, title, dict(entry)))
        else:
            _entry(draft, name, title, dict(entry))
    if jobs:
        draft.data.setdefault("experience", []).extend(employers(jobs))


def _entry(draft: Draft, name: str, title: str, entry: Entry) -> None:
    """An entry by its fields; what is left of them is kept with its heading."""
    bare = next((entry[key] for key in ("bullet", "number", "reversed_number") if key in entry), None)
    if bare is not None:
        _line(draft, name, title, _text(bare))
    elif "institution" in entry:
        _education(draft, title, entry)
    elif "label" in entry and "details" in entry:
        _one_line(draft, name, title, entry)
    elif "title" in entry and "authors" in entry:
        _publication(draft, title, entry)
    elif reader := _NORMAL.get(name):
        reader(draft, title, entry)
    else:
        draft.keep(title, _all_words(entry))


def _line(draft: Draft, name: str, title: str, text: str) -> None:
    place_item(draft, name, title, _text(text))


def _job(draft: Draft, title: str, entry: Entry) -> Entry:
    row = {
        "employer": _take(entry, "company"),
        "title": _take(entry, "position"),
        "city": _take(entry, "location"),
        **_dated(draft, title, entry),
        "summary": _take(entry, "summary"),
        "achievements": _points(entry),
        "url": _take(entry, "url"),
    }
    return _with_rest(row, entry)


def _education(draft: Draft, title: str, entry: Entry) -> None:
    row = {
        "institution": _take(entry, "institution"),
        "credential": _take(entry, "degree"),
        "area": _take(entry, "area"),
        "city": _take(entry, "location"),
        "grade": _take(entry, "gpa"),
        **_dated(draft, title, entry, lone="end"),
        "achievements": [*([text] if (text := _take(entry, "summary")) else []), *_points(entry)],
        "url": _take(entry, "url"),
    }
    draft.add("education", **_with_rest(row, entry))


def _publication(draft: Draft, title: str, entry: Entry) -> None:
    authors = [_text(author) for author in _list(entry.pop("authors"))]
    doi, url = _take(entry, "doi"), _take(entry, "url")
    row = {
        "title": _take(entry, "title"),
        "authors": ", ".join(authors),
        "publisher": _take(entry, "journal"),
        **_on(draft, title, entry),
        "url": url or (f"https://doi.org/{doi}" if doi else ""),
        "summary": _take(entry, "summary"),
    }
    if doi and url:
        entry["doi"] = doi
    draft.add("publications", **_with_rest(row, entry))


def _one_line(draft: Draft, name: str, title: str, entry: Entry) -> None:
    label, details = _take(entry, "label"), _take(entry, "details")
    named = headings().find(label)
    if named and named[0] in ("languages", "interests", "credentials") and name == "skills":
        name = named[0]
        for one in terms(details) if name != "credentials" else [details]:
            place_item(draft, name, title, one)
    elif name == "languages":
        draft.add("languages", name=label, level=details)
    elif name in ("skills", "interests"):
        draft.add(name, name=label, terms=terms(details))
    else:
        place_item(draft, name, title, f"{label}: {details}")
    if entry:
        draft.keep(title, _all_words(entry))


def _project(draft: Draft, title: str, entry: Entry) -> None:
    name, url = _linked(entry.pop("name", ""))
    row = {
        "name": name,
        **_dated(draft, title, entry, lone="end"),
        "description": _take(entry, "summary"),
        "url": url or _take(entry, "url"),
        "achievements": _points(entry),
    }
    draft.add("projects", **_with_rest(row, entry))


def _volunteering(draft: Draft, title: str, entry: Entry) -> None:
    row = {
        "organization": _take(entry, "company") or _take(entry, "name"),
        "role": _take(entry, "position"),
        "city": _take(entry, "location"),
        **_dated(draft, title, entry, lone="end"),
        "description": _take(entry, "summary"),
        "url": _take(entry, "url"),
        "achievements": _points(entry),
    }
    draft.add("volunteering", **_with_rest(row, entry))


def _named(collection: str, **keys: str) -> Callable[[Draft, str, Entry], None]:
    """A reader of entries that have a name, a date and some words."""

    def read(draft: Draft, title: str, entry: Entry) -> None:
        name, url = _linked(entry.pop("name", "") or entry.pop("title", ""))
        row = {"name": name, **_on(draft, title, entry)}
        row |= {native: text for key, native in keys.items() if (text := _take(entry, key))}
        if url:
            entry["url"] = url
        if "url" in keys and url:
            row["url"] = entry.pop("url")
        draft.add(collection, **_with_rest(row, entry))

    return read


def _normal_job(draft: Draft, title: str, entry: Entry) -> None:
    name, url = _linked(entry.pop("name", ""))
    row = {"employer": Said(name, "the entry has one name; is it the employer or the title?") if name else "",
           "city": _take(entry, "location"), **_dated(draft, title, entry), "summary": _take(entry, "summary"),
           "achievements": _points(entry), "url": url or _take(entry, "url")}  # fmt: skip
    draft.data.setdefault("experience", []).extend(employers([_with_rest(row, entry)]))


_NORMAL: dict[str, Callable[[Draft, str, Entry], None]] = {
    "projects": _project,
    "volunteering": _volunteering,
    "experience": _normal_job,
    "earlier": _normal_job,
    "awards": _named("awards", summary="reason"),
    "credentials": _named("credentials", url="url"),
    "courses": _named("courses", url="url"),
    "publications": _named("publications", summary="summary", journal="publisher", url="url"),
}


def _dated(draft: Draft, title: str, entry: Entry, lone: str = "") -> Entry:
    """The fields `start` and `end`; a lone date is the one that `lone` says, else it is asked about."""
    start, end = (_day(draft, title, _take(entry, name)) for name in ("start_date", "end_date"))
    if start or end:
        if date := _take(entry, "date"):
            entry["date"] = date
        # RenderCV shows an entry without an end as going on.
        return {"start": start, "end": end or Said("present", "no end is given")}
    date = _take(entry, "date")
    span = find_span(date)
    if span and span.end:
        return {"start": span.start, "end": span.end}
    found = _day(draft, title, date)
    if not found:
        return {}
    return {lone: found} if lone else {"start": Said(found, "one date alone; is it the start, the end, or both?")}


def _on(draft: Draft, title: str, entry: Entry) -> Entry:
    """The field `date`, from whichever the entry has; what is not used stays in the entry."""
    for key in ("date", "end_date", "start_date"):
        if entry.get(key):
            return {"date": _day(draft, title, _take(entry, key))}
    return {}


def _day(draft: Draft, title: str, text: str) -> str:
    """A date that the client file can hold; "" for none, and for words that are kept."""
    if not text:
        return ""
    try:
        return str(PartialDate.parse(text))
    except ValueError:
        span = find_span(text)
    if span and not span.end and span.words == text:
        return span.start
    draft.keep(title, text, "this date cannot be read")
    return ""


def _points(entry: Entry) -> list[str]:
    return [text for item in _list(entry.pop("highlights", None)) if (text := _text(item))]


def _with_rest(row: Entry, entry: Entry) -> Entry:
    """A row with what is left of an entry as a note, so that nothing of it is lost."""
    rest = {name: value for name, value in entry.items() if value not in (None, "", [], {})}
    if rest:
        said = "\n".join(f"{name}: {_all_words(value)}" for name, value in rest.items())
        row["notes"] = Said(said, "fields that have no place here; move or delete them")
    return row


def _take(entry: Entry, key: str) -> str:
    """The words under a key, which is taken out."""
    return _text(entry.pop(key, None))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value in (None, "") else [value]


def _linked(value: Any) -> tuple[str, str]:
    """The words of a name that may be a link as a whole, and its address."""
    text = str(value or "").strip()
    match = _LINK.fullmatch(_STRONG.sub(r"\2", text))
    return (_text(match[1]), match[2]) if match else (_text(text), "")


def _text(value: Any) -> str:
    """Words without Markdown's signs; a link's address stands behind its words in brackets."""
    if isinstance(value, dict | list):
        return _all_words(value)
    text = _STRONG.sub(r"\2", str(value or "")).strip()
    return _LINK.sub(lambda match: match[1] if _bare(match[2]) == match[1] else f"{match[1]} ({match[2]})", text)


def _bare(address: str) -> str:
    return address.removeprefix("mailto:").removeprefix("https://").removeprefix("http://").rstrip("/")


def _all_words(value: Any) -> str:
    if isinstance(value, dict):
        return "\n".join(f"{name}: {_all_words(item)}" for name, item in value.items() if item not in (None, ""))
    if isinstance(value, list):
        return "\n".join(_all_words(item) for item in value)
    return _text(value)
