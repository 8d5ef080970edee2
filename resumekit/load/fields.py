"""What the model says of its fields: names, kinds, and which model stands at a path of the file."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from resumekit.load.node import TWINS
from resumekit.model.fact import Model, Path
from resumekit.model.resume import Resume
from resumekit.model.role import Employer, Role

# By their names, so that a client file is read without loading what frameworks are made of.
_ROOTS = {
    "Resume": "the client file", "Framework": "the framework", "Lexicon": "the lexicon", "Offer": "the offer",
    "Applications": "the list of applications",
}  # fmt: skip


@cache
def fields_of(model: type[Model]) -> dict[str, FieldInfo]:
    """The fields by the names they have in a file."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def model_in(annotation: Any) -> type[Model] | None:
    """The model that a field holds, alone or in a list; None for text, numbers and dates."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for part in get_args(annotation) if (found := model_in(part))), None)


def is_list(info: FieldInfo) -> bool:
    return getattr(info.annotation, "__origin__", None) is tuple


def field_at(model: type[Model], name: str) -> FieldInfo | None:
    """The field by its name in the file or in Python."""
    fields = fields_of(model)
    return fields.get(name) or fields.get(TWINS.get(name, "")) or model.model_fields.get(name)


def model_at(path: Path, root: type[Model] = Resume) -> type[Model] | None:
    """The model whose values stand at a path below `root`; None inside text or `extra`."""
    model: type[Model] | None = root
    for step in path:
        if isinstance(step, int):
            continue
        info = field_at(model, step) if model else None
        model = model_in(info.annotation) if info else None
    return model


@cache
def lifted_fields() -> frozenset[str]:
    """The fields of a role that may stand at its employer's level."""
    return frozenset(fields_of(Role)) - frozenset(fields_of(Employer)) - set(Employer.model_fields)


def spoken(model: type[Model]) -> str:
    """A model's name as a coach says it."""
    if model.__name__ in _ROOTS:
        return _ROOTS[model.__name__]
    return re.sub(r"(?<!^)(?=[A-Z])", " ", model.__name__).lower()
