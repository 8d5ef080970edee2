"""A Resume as the short native YAML that a coach would have written: defaults left out, shorthands used."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic.fields import FieldInfo

from resumekit.load.fields import lifted_fields
from resumekit.load.scalar import block, escaped, is_plain, quoted, scalar
from resumekit.model.achievement import Confirmation, plain
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact, Model
from resumekit.model.resume import Resume
from resumekit.model.role import Employer

_FLOW_WIDTH = 96
_FIRST = ("schema_version", "locale", "as_of")


class _Bare(str):
    """Text that stands without quotes: a number, a date, true or false."""

    __slots__ = ()


def dump_yaml(resume: Resume) -> str:
    """The native YAML of a Resume; `parse` gives the same Resume again."""
    data = _data(resume)
    head = {"schema_version": _Bare(resume.schema_version)}
    ordered = {**head, **{name: data[name] for name in _FIRST if name in data}, **data}
    lines: list[str] = []
    for name, value in ordered.items():
        if name not in _FIRST:
            lines.append("")
        lines += _member(name, value, 0)
    return "\n".join(lines) + "\n"


def _data(model: Model) -> dict[str, Any]:
    """A model's fields by their names in the file; what is as by default is left out."""
    found: dict[str, Any] = {}
    for name, info in sorted(type(model).model_fields.items(), key=_rank):
        value = getattr(model, name)
        if info.is_required() or value != info.get_default(call_default_factory=True):
            found[info.alias or name] = value if name == "extra" else _value(value)
    if getattr(model, "confidence", "") == "placeholder":
        _placeholders(found)
    return _lifted(model, found) if isinstance(model, Employer) else found


def _rank(field: tuple[str, FieldInfo]) -> int:
    """The id first, then what must be there; last what every fact may carry."""
    name, info = field
    return 0 if name == "id" else 1 if info.is_required() else 3 if name in Fact.model_fields else 2


def _placeholders(found: dict[str, Any]) -> None:
    """A figure still to come is written X; the X alone says that it is a placeholder."""
    name = next((name for name in ("value", "from", "to") if name not in found), None)
    if name:
        found[name] = "X"
        del found["confidence"]


def _lifted(employer: Model, found: dict[str, Any]) -> dict[str, Any]:
    """A single role on its employer's level, when no field of it is one of the employer's too."""
    roles = found.get("roles", [])
    if len(roles) != 1 or not isinstance(roles[0], dict) or not set(roles[0]) <= lifted_fields():
        return found
    own = {name: value for name, value in found.items() if name != "roles"}
    carried = {name: own.pop(name) for name in Fact.model_fields if name in own and name != "id"}
    first = {name: own.pop(name) for name in ("id", "employer") if name in own}
    return {**first, "title": roles[0]["title"], **own, **roles[0], **carried}


def _value(value: Any) -> Any:
    if isinstance(value, Confirmation):
        return f"{value.on} #{value.hash}" if value.hash else _Bare(value.on)
    if isinstance(value, Model):
        data = _data(value)
        short = value.shorthand
        alone = short and set(data) == {short} and isinstance(data[short], str) and not isinstance(data[short], _Bare)
        return data[short] if alone and short else data
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, bool):
        return _Bare("yes" if value else "no")
    if isinstance(value, Decimal):
        return _Bare(plain(value))
    return _Bare(value) if isinstance(value, int | float | PartialDate) else value


def _member(name: str, value: Any, indent: int) -> list[str]:
    key = f"{' ' * indent}{scalar(name)}:"
    if name == "extra":
        return _kept(key, value, indent)
    if isinstance(value, str):
        return _text(key, value, indent)
    if not value:
        return [f"{key} {'{}' if isinstance(value, dict) else '[]'}"]
    if flow := _flow_member(value, len(key)):
        return [f"{key} {flow}"]
    return [key, *_below(value, indent + 2)]


def _text(key: str, text: str, indent: int) -> list[str]:
    if isinstance(text, _Bare):
        return [f"{key} {text}"]
    found = block(text, indent + 2)
    return [f"{key} {found[0]}", *found[1:]] if found else [f"{key} {scalar(text)}"]


def _kept(key: str, value: Any, indent: int) -> list[str]:
    """Kept values in flow form, where unquoted text is what JSON takes it for; long ones a value a line."""
    short = escaped(json.dumps(value, ensure_ascii=False))
    if len(key) + 1 + len(short) <= _FLOW_WIDTH or not value:
        return [f"{key} {short}"]
    first, *rest = escaped(json.dumps(value, ensure_ascii=False, indent=2)).split("\n")
    # What is inside brackets must stand further in than its key, the closing one too.
    return [f"{key} {first}", *(f"{' ' * (indent + 2)}{line}" for line in rest)]


def _below(value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _member(name, item, indent)
        return
    for item in value:
        yield from _item(item, indent)


def _item(item: Any, indent: int) -> Iterator[str]:
    lead = " " * indent
    if isinstance(item, str):
        yield from _text(f"{lead}-", item, indent)
    elif not item:
        yield f"{lead}- {'{}' if isinstance(item, dict) else '[]'}"
    elif flow := _flow(item, len(lead) + 2):
        yield f"{lead}- {flow}"
    else:
        first, *rest = _below(item, indent + 2)
        yield f"{lead}- {first[indent + 2 :]}"
        yield from rest


def _flow_member(value: Any, used: int) -> str | None:
    """Short terms on one line, in brackets; a mapping gets its own lines."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        written = f"[{', '.join(_flow_text(item) for item in value)}]"
        short = all(len(item) <= 30 for item in value)
        return written if short and used + 1 + len(written) <= _FLOW_WIDTH and "\n" not in written else None
    return None


def _flow(value: Any, used: int) -> str | None:
    """A small mapping of short values on one line, in braces."""
    if not isinstance(value, dict) or not all(isinstance(item, str) and len(item) <= 40 for item in value.values()):
        return None
    written = "{" + ", ".join(f"{name}: {_flow_text(item)}" for name, item in value.items()) + "}"
    return written if used + len(written) <= _FLOW_WIDTH and len(value) > 1 else None


def _flow_text(text: str) -> str:
    if isinstance(text, _Bare) and is_plain(f"x{text}", flow=True):
        return text
    return quoted(text) if isinstance(text, _Bare) else scalar(text, flow=True)
