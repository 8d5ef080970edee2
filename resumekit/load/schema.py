"""The published JSON Schemas of client files and of those beside them, made from the models, for editors."""

from __future__ import annotations

from typing import Any, get_args

from resumekit.load.fields import lifted_fields
from resumekit.load.lay import COLLECTIONS
from resumekit.model.application import Applications
from resumekit.model.fact import Model
from resumekit.model.offer import Offer
from resumekit.model.resume import SCHEMA_VERSION, Resume
from resumekit.skills.framework import FRAMEWORK_VERSION, Framework
from resumekit.skills.lexicon import LEXICON_VERSION, Lexicon

SCHEMA_ID = f"urn:resumekit:client:{SCHEMA_VERSION}"
SCHEMA_FILE = "resumekit.schema.json"
FRAMEWORK_ID = f"urn:resumekit:framework:{FRAMEWORK_VERSION}"
FRAMEWORK_FILE = "resumekit-framework.schema.json"
LEXICON_ID = f"urn:resumekit:lexicon:{LEXICON_VERSION}"
LEXICON_FILE = "resumekit-lexicon.schema.json"
OFFER_ID = f"urn:resumekit:offer:{SCHEMA_VERSION}"
OFFER_FILE = "resumekit-offer.schema.json"
APPLICATIONS_ID = f"urn:resumekit:applications:{SCHEMA_VERSION}"
APPLICATIONS_FILE = "resumekit-applications.schema.json"
# What an editor takes an unquoted text for; the loader takes every one of them as the text that was typed.
_TYPED_TEXT = ["string", "number", "boolean"]


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12): shorthands beside the full forms, a single role at its employer's level."""
    schema = Resume.model_json_schema(by_alias=True, mode="validation")
    definitions: dict[str, Any] = schema["$defs"]
    _single_role(definitions)
    schema = _published(schema, Resume, SCHEMA_ID, "A resumekit client file")
    definitions["Confirmation"] = _with_text(definitions["Confirmation"], "on")
    return schema


def framework_schema() -> dict[str, Any]:
    """The schema of a framework file; one that extends another says of each entry no more than its id."""
    schema = Framework.model_json_schema(by_alias=True, mode="validation")
    whole: dict[str, Any] = {"required": schema["required"], "properties": {}}
    for name in COLLECTIONS:
        definition = schema["$defs"][schema["properties"][name]["items"]["$ref"].rpartition("/")[2]]
        whole["properties"][name] = {"items": {"required": definition["required"]}}
        definition["required"] = ["id"]
    schema["required"] = ["id"]
    schema = _published(schema, Framework, FRAMEWORK_ID, "A resumekit framework")
    return {**schema, "if": {"not": {"required": ["extends"]}}, "then": whole}


def lexicon_schema() -> dict[str, Any]:
    """The schema of a lexicon file."""
    schema = Lexicon.model_json_schema(by_alias=True, mode="validation")
    return _published(schema, Lexicon, LEXICON_ID, "A resumekit lexicon")


def offer_schema() -> dict[str, Any]:
    """The schema of an offer file."""
    schema = Offer.model_json_schema(by_alias=True, mode="validation")
    return _published(schema, Offer, OFFER_ID, "A resumekit offer")


def applications_schema() -> dict[str, Any]:
    """The schema of a list of applications."""
    schema = Applications.model_json_schema(by_alias=True, mode="validation")
    return _published(schema, Applications, APPLICATIONS_ID, "A resumekit list of applications")


def _published(schema: dict[str, Any], root: type[Model], identity: str, title: str) -> dict[str, Any]:
    definitions: dict[str, Any] = schema.pop("$defs")
    models = _models(root)
    for name, definition in definitions.items():
        _tidy(definition)
        if shorthand := models[name].shorthand:
            definitions[name] = _with_text(definition, shorthand)
    _tidy(schema)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": identity, "title": title}
    return {**head, **{key: value for key, value in schema.items() if key != "title"}, "$defs": definitions}


def _models(root: type[Model]) -> dict[str, type[Model]]:
    found: dict[str, type[Model]] = {}
    todo: list[Any] = [root]
    while todo:
        part = todo.pop()
        if not (isinstance(part, type) and issubclass(part, Model)):
            todo += get_args(part)
        elif part.__name__ not in found:
            found[part.__name__] = part
            todo += [info.annotation for info in part.model_fields.values()]
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
    if part.get("type") in ("integer", "number", "boolean"):
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
