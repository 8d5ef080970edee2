"""JSON Resume 1.0 becomes native facts, and back, without loss.

`native` works on nodes, so that every fact keeps its place in the JSON Resume file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from resumekit.errors import Problem
from resumekit.load.guess import guess
from resumekit.load.jsonresume_export import to_json_resume
from resumekit.load.jsonresume_keys import (
    BASICS,
    EMPLOYER,
    LOCATION,
    OLD_NAMES,
    PROFILE,
    SECTIONS,
    SILENT,
    WEBSITE,
    WORK,
    Key,
    date_text,
    join_roles,
    readable_url,
    round_trip,
)
from resumekit.load.node import Node, from_data, to_data
from resumekit.load.problems import MOST, at_node
from resumekit.load.source import Source
from resumekit.model.date import PartialDate

__all__ = ["from_json_resume", "is_json_resume", "native", "to_json_resume"]

Members = dict[str, tuple[Node, Node]]
_LONGEST_BREAK = 2


def is_json_resume(root: Node) -> bool:
    """Whether a file is in JSON Resume form: it has `basics`, or names that schema."""
    if "person" in root.mapping:
        return False
    schema = root.get("$schema")
    named = schema is not None and isinstance(schema.value, str) and "resume" in schema.value.lower()
    return "basics" in root.mapping or (named and "resumekit" not in str(schema.value if schema else ""))


def from_json_resume(data: dict[str, Any]) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The native form of a JSON Resume document, not yet validated, and what a person should know about it."""
    root, warnings = native(from_data(data), Source("", ""))
    return to_data(root), tuple(warnings)


def native(root: Node, source: Source) -> tuple[Node, list[Problem]]:
    """The native form with the places of the file, and warnings."""
    reading = _Reading(source)
    return reading.document(root), reading.warnings


class _Reading:
    """One document on its way in; collects the warnings."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.warnings: list[Problem] = []

    def warn(self, node: Node, message: str) -> None:
        self.warnings.append(at_node(self.source, node, message, "warning"))

    def document(self, root: Node) -> Node:
        members: Members = {}
        extra: Members = {}
        for name, (key, value) in root.mapping.items():
            if name == "basics":
                members["person"] = key, self.basics(value)
                if value.value == {}:
                    extra[name] = key, value
            elif name == "work" or name in SECTIONS:
                self.section(name, key, value, members, extra)
            else:
                extra[name] = key, value
                if name not in ("meta", "$schema"):
                    self.unknown(
                        key, name, [free for free in ("basics", "work", *SECTIONS) if free not in root.mapping]
                    )
        if "person" not in members:
            members["person"] = root, self.entry(_made({}, root), BASICS, "basics")
        return _made(members, root, extra)

    def section(self, name: str, key: Node, value: Node, members: Members, extra: Members) -> None:
        if value.value == []:
            extra[name] = key, value
        elif not value.is_null:
            label = "experience" if name == "work" else SECTIONS[name][0]
            read = self.work if name == "work" else self.entries(name)
            members[label] = key, _list(read(value), value) if isinstance(value.value, list) else value

    def entries(self, name: str) -> Callable[[Node], list[Node]]:
        def read(value: Node) -> list[Node]:
            items = value.value if isinstance(value.value, list) else []
            found = [self.entry(item, SECTIONS[name][1], name) for item in items]
            return [self.permitted(item) for item in found] if name == "references" else found

        return read

    def entry(self, entry: Node, keys: dict[str, Key], section: str) -> Node:
        """A native mapping from an entry; what is no mapping is left for the model to refuse."""
        if not isinstance(entry.value, dict):
            return entry
        members: Members = {}
        extra: Members = {}
        for name, (key, value) in entry.mapping.items():
            known = keys.get(name)
            if known and value.is_null:
                continue
            if known is None:
                extra[name] = key, value
                self.old_name(name, key, value, entry, keys, members)
                continue
            if (read := _read(known, value)) is not None:
                members[known.native] = key, read
            data = to_data(value, typed=True)
            if round_trip(known.kind, data) != data or data == known.stand_in:
                extra[name] = key, value
                if known.kind == "url" and read is None and str(data).strip():
                    self.warn(value, "this address cannot be a link; it is kept, and not printed")
        self.stand_in(entry, keys, members, section)
        return _made(members, entry, extra)

    def old_name(self, name: str, key: Node, value: Node, entry: Node, keys: dict[str, Key], members: Members) -> None:
        """A key that the standard does not know, unless it is one of its drafts."""
        new = OLD_NAMES.get(name, "")
        if new in keys and new not in entry.mapping and (read := _read(keys[new], value)) is not None:
            members[keys[new].native] = key, read
        elif name not in SILENT:
            self.unknown(key, name, [free for free in keys if free not in entry.mapping])

    def stand_in(self, entry: Node, keys: dict[str, Key], members: Members, section: str) -> None:
        for name, known in keys.items():
            if known.stand_in and known.native not in members:
                members[known.native] = entry, Node(known.stand_in, line=entry.line, column=entry.column)
                message = f"an entry of '{section}' has no '{name}'; '{known.stand_in}' stands there until you write it"
                if section == "basics":
                    message = "'basics' needs 'name'; a resume has a person's name on it"
                level: Any = "error" if section == "basics" else "warning"
                self.warnings.append(at_node(self.source, entry, message, level))

    def unknown(self, key: Node, name: str, known: list[str]) -> None:
        near = guess(name, known) if len(self.warnings) <= MOST else None
        hint = f"did you mean '{near}'? It" if near else "it"
        self.warn(key, f"'{name}' is not in the JSON Resume standard; {hint} is kept, and not printed")

    def permitted(self, entry: Node) -> Node:
        text = entry.get("text")
        if text is not None and text.value != SECTIONS["references"][1]["reference"].stand_in:
            entry.mapping["permission"] = entry, Node("true", plain=True, line=entry.line, column=entry.column)
            self.warn(entry, "taken as given with permission, as the client published it; ask, if you are not sure")
        return entry

    def basics(self, basics: Node) -> Node:
        if not isinstance(basics.value, dict):
            return basics
        simple = {name: pair for name, pair in basics.mapping.items() if name not in ("location", "profiles", "url")}
        person = self.entry(_made(simple, basics), BASICS, "basics")
        extra = _extra(person)
        self.location(basics, person, extra)
        self.links(basics, person, extra)
        return _made({k: v for k, v in person.mapping.items() if k != "extra"}, basics, extra)

    def location(self, basics: Node, person: Node, extra: Members) -> None:
        pair = basics.mapping.get("location")
        if pair is None or pair[1].is_null:
            return
        key, value = pair
        if not isinstance(value.value, dict):
            extra["location"] = pair
            self.warn(key, "'location' has no fields (city, region …); it is kept, and not printed")
            return
        found = self.entry(value, LOCATION, "location")
        more = _extra(found)
        person.mapping.update({name: item for name, item in found.mapping.items() if name != "extra"})
        if more or not value.value:
            extra["location"] = key, _made(more, value)

    def links(self, basics: Node, person: Node, extra: Members) -> None:
        links: list[Node] = []
        if (pair := basics.mapping.get("url")) and not pair[1].is_null:
            key, value = pair
            data = to_data(value, typed=True)
            if address := readable_url(data):
                links.append(_made({"url": (key, _text(address, value)), "label": (key, _text(WEBSITE, key))}, value))
            elif str(data).strip():
                self.warn(value, "this address cannot be a link; it is kept, and not printed")
            if address != data:
                extra["url"] = pair
        key = pair[0] if pair else basics
        if (profiles := basics.mapping.get("profiles")) and not profiles[1].is_null:
            key = profiles[0]
            exact = self.profiles(profiles[1], links)
            if not exact:
                extra["profiles"] = profiles
        if links:
            person.mapping["links"] = key, _list(links, key)

    def profiles(self, value: Node, links: list[Node]) -> bool:
        """Adds a link for each profile that has an address; whether all of them come back as they are."""
        if not isinstance(value.value, list):
            return False
        exact = bool(value.value)
        for item in value.value:
            url = readable_url(to_data(item.get("url") or Node(""))) if item.mapping else None
            if not url:
                exact = False
                self.warn(item, "a profile without an address cannot be a link; it is kept, and not printed")
                continue
            link = self.entry(item, PROFILE, "profiles")
            label = link.get("label")
            if label is None or label.value == WEBSITE:
                exact = False
                link.mapping["label"] = item, _text(urlsplit(url).hostname or url, item)
            links.append(link)
        return exact

    def work(self, value: Node) -> list[Node]:
        items = value.value if isinstance(value.value, list) else []
        groups: list[list[Node]] = []
        for item in items:
            entry = self.entry(item, WORK, "work")
            if groups and entry.mapping and _goes_on(groups[-1][-1], entry):
                groups[-1].append(entry)
            else:
                groups.append([entry])
        return [_employer(group) for group in groups]


def _goes_on(newer: Node, older: Node) -> bool:
    """Whether two entries, the newer above the older, are positions in one unbroken employment."""
    same = all(_value(newer, key.native) == _value(older, key.native) for key in EMPLOYER.values())
    if not same or _value(newer, "employer") in (None, EMPLOYER["name"].stand_in):
        return False
    try:
        began, ended = PartialDate.parse(str(_value(newer, "start"))), PartialDate.parse(str(_value(older, "end")))
    except ValueError:
        return False
    gap = began.months_from_zero() - ended.months_from_zero(latest=True)
    return not ended.is_present and gap <= _LONGEST_BREAK


def _employer(group: list[Node]) -> Node:
    first = group[0]
    if not isinstance(first.value, dict):
        return first
    shared = {key.native: first.mapping[key.native] for key in EMPLOYER.values() if key.native in first.mapping}
    cities = [_value(entry, "city") for entry in group]
    same_city = cities[0] is not None and all(city == cities[0] for city in cities)
    if same_city:
        shared["city"] = first.mapping["city"]
    left_out = {key.native for key in EMPLOYER.values()} | ({"city"} if same_city else set())
    roles = [
        _made({name: pair for name, pair in entry.mapping.items() if name not in left_out}, entry) for entry in group
    ]
    return _made({**shared, "roles": (first, _list(roles, first))}, first)


def _value(entry: Node, name: str) -> Any:
    node = entry.get(name)
    return to_data(node) if node else None


def _read(key: Key, value: Node) -> Node | None:
    """The native node of a value; None when it says nothing. What is of a wrong shape is left for the model."""
    if isinstance(value.value, list):
        if key.kind == "roles":
            return _text(joined, value) if (joined := join_roles(to_data(value))) else None
        if key.kind == "texts":
            items = [item for item in value.value if not (isinstance(item.value, str) and not item.value.strip())]
            return _list(items, value) if items else None
        return value
    if isinstance(value.value, dict):
        return value
    if not value.value.strip():
        return None
    if key.kind == "url":
        return _text(address, value) if (address := readable_url(value.value)) else None
    return _text(date_text(value.value), value) if key.kind == "date" else value


def _text(text: str, at: Node) -> Node:
    return Node(text, False, at.line, at.column, at.length, at.start, at.end)


def _list(items: list[Node], at: Node) -> Node:
    return Node(items, False, at.line, at.column, at.length, at.start, at.end)


def _made(members: Members, at: Node, extra: Members | None = None) -> Node:
    node = Node(dict(members), False, at.line, at.column, at.length, at.start, at.end)
    if extra:
        node.mapping["extra"] = at, _made(extra, at)
    return node


def _extra(node: Node) -> Members:
    pair = node.mapping.get("extra")
    return dict(pair[1].mapping) if pair else {}
