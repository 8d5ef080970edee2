"""The model's complaints become Problems: each with its place in the file, in words a coach understands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from pydantic import ValidationError

from resumekit.errors import ClientFileError, Problem
from resumekit.load.fields import field_at, fields_of, is_list, lifted_fields, model_at, model_in, spoken
from resumekit.load.guess import guess
from resumekit.load.node import TWINS, Node, find
from resumekit.load.source import Source
from resumekit.model.fact import Fact, Model, Path
from resumekit.model.resume import Person, Resume
from resumekit.model.role import Employer, Role

MOST = 100
_COMMON = [name for name in Fact.model_fields if name != "id"]


def refuse(problems: Iterable[Problem]) -> ClientFileError:
    """The error that holds all problems once, in file order; of very many only the first."""
    unique = sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column))
    if len(unique) > MOST:
        more = Problem("and more problems; mend these first", unique[0].path)
        return ClientFileError([*unique[:MOST], more])
    return ClientFileError(unique)


def at_node(source: Source, node: Node, message: str, level: Any = "error") -> Problem:
    """A Problem at a node; without a place when the node has none."""
    if not node.line:
        return Problem(message, source.name, level=level)
    return source.problem(message, node.line, node.column, node.length, level)


def explain(
    error: ValidationError, root: Node, source: Source, *, whole: bool = True, model: type[Model] = Resume
) -> list[Problem]:
    """All that the model complains of, as Problems; without what is missing unless the file was read as a whole."""
    errors = error.errors(include_url=False, include_context=True)
    unknown = [item for item in errors if item["type"] == "extra_forbidden"]
    if len(unknown) > MOST:
        # Nobody reads more, and each guess takes its time.
        unknown = sorted(unknown, key=lambda item: _offset(root, item["loc"]))[: MOST + 1]
    found, meant = [], set()
    for item in unknown:
        problem, node, guessed = _unknown(item["loc"], root, source, model)
        found.append(problem)
        meant.add((id(node), guessed))
    for item in errors:
        if item["type"] == "extra_forbidden":
            continue
        key, node, there = find(root, item["loc"])
        if item["type"] == "missing":
            # A misspelled key already says what is missing.
            if whole and (id(node), item["loc"][-1]) not in meant:
                found.append(_missing(item["loc"], key, node, there, source, model))
            continue
        place = key if key and item["loc"][-1] == "[key]" else node  # where the name itself is what is wrong
        found.append(at_node(source, place, _say(item, place, model)))
    return found


def _offset(root: Node, path: Path) -> int:
    key, node, _ = find(root, path)
    return (key or node).start


def _missing(path: Path, key: Node | None, node: Node, there: bool, source: Source, root: type[Model]) -> Problem:
    name = path[-1]
    if there and key is not None:
        return at_node(source, key, f"'{name}' is empty; write something behind it")
    owner = model_at(path[:-1], root)
    hint = " Give it a 'name' at least." if name == "person" else ""
    return at_node(source, key or node, f"{spoken(owner) if owner else 'this'} needs '{name}'.{hint}")


def _unknown(path: Path, root: Node, source: Source, file: type[Model]) -> tuple[Problem, Node, str | None]:
    """The Problem for a key no field has, the mapping it stands in, and the field it was guessed to be."""
    *front, last = path
    name = str(last)
    _, owner, _ = find(root, tuple(front))
    key, _ = owner.mapping.get(name, (owner, owner))
    model = model_at(tuple(front), file) or Fact
    known = _known(model, owner)
    if model is Employer and "roles" in owner.mapping and name in fields_of(Role):
        return at_node(source, key, f"'{name}' belongs to a role; write it under 'roles'"), owner, None
    if model is Resume and name in fields_of(Person):
        return (
            at_node(source, key, f"'{name}' belongs to the person; write it below 'person:', indented"),
            owner,
            "person",
        )
    if name.isdecimal() and (value := owner.mapping.get(name)) and value[1].is_null:
        cut = (
            f"'{name}' looks like the end of a number; inside {{ }} a comma parts entries: write \"1,{name}\" in quotes"
        )
        return at_node(source, key, cut), owner, None
    fits = _fits(model, owner.mapping.get(name))
    guessed = guess(name, _free(known, owner), fits) or guess(name, known, fits)
    said = Role if model is Employer and (guessed in lifted_fields() or not guessed) else model
    text = f"'{_short(name)}' is not a field of {spoken(said)}"
    text += f"; did you mean '{guessed}'?" if guessed else "."
    alone = bool(model.shorthand) and len(owner.mapping) == 1
    if not guessed and (alone or " " in name.strip()):
        text += " If this is text with a colon in it, put the whole text in quotes."
    meant = guessed or (model.shorthand if alone else None)
    return at_node(source, key, f"{text} Known: {', '.join(known)}."), owner, meant


def _known(model: type[Model], owner: Node) -> list[str]:
    names = list(fields_of(model))
    if model is Employer and "roles" not in owner.mapping:
        names = [*names, *(name for name in fields_of(Role) if name in lifted_fields())]
    return [name for name in names if name not in _COMMON] + [name for name in _COMMON if name in names]


def _free(known: list[str], owner: Node) -> list[str]:
    """The fields that the mapping does not have yet: what is there already cannot be what was misspelled."""
    there = set(owner.mapping)
    return [name for name in known if name not in there and (name not in TWINS or TWINS[name] not in there)]


def _fits(model: type[Model], pair: tuple[Node, Node] | None) -> Callable[[str], bool]:
    def fits(name: str) -> bool:
        info = field_at(model, name) or (field_at(Role, name) if model is Employer else None)
        if info is None or pair is None:
            return True
        value = pair[1].value
        if isinstance(value, list):
            return is_list(info)
        if isinstance(value, dict):
            return not is_list(info) and (model_in(info.annotation) is not None or name == "extra")
        return not is_list(info) and _number_like(value) == (name in _NUMERIC)

    return fits


_NUMERIC = {"value", "from", "to", "level", "pages", "schema_version", "weight", "effort", "closes", "years"}


def _number_like(text: str) -> bool:
    return text[:1].isdigit() or text in ("X", "?")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


def _say(item: Any, node: Node, root: type[Model]) -> str:
    """What is wrong with a value, and what to do."""
    context, kind = dict(item.get("ctx") or {}), item["type"]
    context |= {key: f"{value:g}" for key, value in context.items() if isinstance(value, float)}
    name = next((str(step) for step in reversed(item["loc"]) if isinstance(step, str)), "this")
    if kind in _SHAPES:
        return _wrong_shape(item["loc"], name, _SHAPES[kind], node, root)
    if kind == "literal_error":
        return _not_one_of(str(node.value), name, str(context.get("expected", "")))
    if kind == "string_pattern_mismatch" and (root is not Resume or name == "id"):
        return _not_an_id(context["pattern"], node)
    said = _SAID[kind].format(name=name, **context) if kind in _SAID else str(item["msg"])
    levels = ": 0 trainee, 2 professional, 4 manager, 6 director, 8 chief officer"
    return said + levels if name == "level" and root is Resume else said


_GLUED = re.compile(r"(-|[a-z_]+:)(?=[^\s-])")
_SHAPES = {
    "string_type": "text", "tuple_type": "list", "model_type": "fields", "model_attributes_type": "fields",
    "dict_type": "fields",
}  # fmt: skip
_SAID = {
    **dict.fromkeys(
        ("int_parsing", "int_type", "int_from_float", "int_parsing_size"), "'{name}' is a whole number, without words"
    ),
    **dict.fromkeys(("bool_parsing", "bool_type"), "'{name}' is yes or no (true or false)"),
    "string_too_short": "'{name}' is empty; write something, or take the line out",
    "string_too_long": "'{name}' is longer than {max_length:,} characters",
    "string_pattern_mismatch": "a confirmation is a date, or a date and '#' with eight digits or letters a to f",
    **dict.fromkeys(("float_parsing", "float_type"), "'{name}' is a number, without words"),
    "finite_number": "'{name}' is a number",
    "greater_than": "'{name}' is more than {gt}",
    "greater_than_equal": "'{name}' is at least {ge}",
    "less_than": "'{name}' is less than {lt}",
    "less_than_equal": "'{name}' is at most {le}",
}


def _not_an_id(pattern: str, node: Node) -> str:
    if "#" in pattern:
        return "an id has no spaces and no '#' in it: write it like cut-turnaround"
    written = str(node.value) if isinstance(node.value, str) else ""
    like = re.sub(r"[^a-z0-9]+", "-", written.lower()).strip("-") if "0-9" in pattern else ""
    return f"'{_short(written)}' is not an id; write lower-case words joined by '-', like {like or 'shift-work'}"


def _wrong_shape(path: Path, name: str, wanted: str, node: Node, root: type[Model]) -> str:
    kind = _shape(node)
    if node.plain and wanted != "text" and (match := _GLUED.match(str(node.value))):
        return f"a space is missing behind '{match[1]}'"
    if wanted == "text":
        return f"{kind} where text should be; {_as_text(node, name)}"
    if wanted == "list" and isinstance(path[-1], int):
        return f"{kind} where a list should be; put it in brackets: [{_short(str(node.value))}]"
    if wanted == "list":
        return f"{kind} where a list should be; write it below '{name}:' on its own line, behind '- '"
    return _not_fields(path, name, kind, root)


def _shape(node: Node) -> str:
    if isinstance(node.value, list):
        return "a list"
    return "fields ('name: value')" if isinstance(node.value, dict) else "text"


def _as_text(node: Node, name: str) -> str:
    if isinstance(node.value, list):
        return f"write one piece of text behind '{name}:', without '- ' or brackets"
    return "if it is text with a colon or a brace in it, put all of it in quotes"


def _not_fields(path: Path, name: str, kind: str, root: type[Model]) -> str:
    model = model_at(path, root)
    needed = [label for label, info in fields_of(model).items() if info.is_required()] if model else []
    example = needed[0] if needed else next(iter(fields_of(model)), "name") if model else "name"
    if path and isinstance(path[-1], int):
        return f"{kind} where fields should be; write '- {example}: …', one field on each line"
    return f"{kind} where fields should be; write them below '{name}:', one on each line: '{example}: …'"


def _not_one_of(value: str, name: str, expected: str) -> str:
    known = [part.strip("'") for part in expected.replace(" or ", ", ").split(", ")]
    near = guess(value, known) or next((other for other in known if value and other.startswith(value)), None)
    hint = f"; did you mean '{near}'?" if near else "."
    return f"'{_short(value)}' is not one of the values of '{name}'{hint} Known: {', '.join(known)}."
