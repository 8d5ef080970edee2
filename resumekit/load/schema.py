"""The published JSON Schema of the native format, made from the model, for editors and other programs."""

from __future__ import annotations

from typing import Any

from resumekit.load.fields import lifted_fields
from resumekit.model.fact import Model
from resumekit.model.resume import SCHEMA_VERSION, Resume

SCHEMA_ID = f"urn:resumekit:client:{SCHEMA_VERSION}"
SCHEMA_FILE = "resumekit.schema.json"
# What an editor takes an unquoted text for; the loader takes every one of them as the text that was typed.
_TYPED_TEXT = ["string", "number", "boolean"]


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12): shorthands beside the full forms, a single role at its employer's level."""
    schema = Resume.model_json_schema(by_alias=True, mode="validation")
    definitions: dict[str, Any] = schema.pop("$defs")
    _single_role(definitions)
    models = _models(Resume)
    for name, definition in definitions.items():
        _tidy(definition)
        if shorthand := models[name].shorthand:
            definitions[name] = _with_text(definition, shorthand)
    definitions["Confirmation"] = _with_text(definitions["Confirmation"], "on")
    _tidy(schema)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "A resumekit client file",
    }
    return {**head, **{key: value for key, value in schema.items() if key != "title"}, "$defs": definitions}


def _models(root: type[Model]) -> dict[str, type[Model]]:
    found = {root.__name__: root}
    todo: list[type[Model]] = [Model]
    while todo:
        for model in todo.pop().__subclasses__():
            found[model.__name__] = model
            todo.append(model)
    return found


def _with_text(definition: dict[str, Any], field: str) -> dict[str, Any]:
    """The full form, or plain text for one field of it."""
    about = {"title": definition.pop("title"), "description": definition.pop("description", "")}
    return {**about, "anyOf": [{"type": _TYPED_TEXT, "description": f"short for '{field}'"}, definition]}


def _single_role(definitions: dict[str, Any]) -> None:
    """An employer may have the fields of its one role on its own level."""
    employer, role = definitions["Employer"], definitions["Role"]
    lifted = {name: part for name, part in role["properties"].items() if name in lifted_fields()}
    several = {"required": ["roles"], "properties": dict.fromkeys(lifted, False)}
    single = {"required": ["title"], "properties": {"roles": False}}
    neither = {"properties": dict.fromkeys([*lifted, "roles"], False)}
    employer["properties"] = {**employer["properties"], **{name: dict(part) for name, part in lifted.items()}}
    employer["anyOf"] = [single, several, neither]


def _tidy(part: Any) -> None:
    """Text may look like a number, an optional field may be left empty, and generated titles say nothing."""
    if isinstance(part, list):
        for item in part:
            _tidy(item)
        return
    if not isinstance(part, dict):
        return
    for name, inner in (part.get("properties") or {}).items():
        if isinstance(inner, dict):
            inner.pop("title", None)
            if name not in part.get("required", ()):
                _allow_empty(inner)
    if part.get("type") == "string" and "enum" not in part and "const" not in part and "pattern" not in part:
        part["type"] = _TYPED_TEXT
    if part.get("type") in ("integer", "boolean"):
        # The loader reads numbers, and yes and no, from text.
        part["type"] = [part["type"], "string"]
    for inner in list(part.values()):
        _tidy(inner)


def _allow_empty(part: dict[str, Any]) -> None:
    """A key with nothing behind it is left out by the loader."""
    part.pop("default", None) if part.get("default", 0) in (None, [], ()) else None
    if "anyOf" in part:
        if {"type": "null"} not in part["anyOf"]:
            part["anyOf"].append({"type": "null"})
    elif "$ref" in part or "enum" in part or "type" in part:
        kept = {key: part.pop(key) for key in list(part) if key not in ("description", "default", "examples")}
        part["anyOf"] = [kept, {"type": "null"}]
