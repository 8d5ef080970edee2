"""Generated Resumes: every field of the model, with texts that try YAML, JSON and the model."""

from __future__ import annotations

import types
from decimal import Decimal
from typing import Any, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from resumekit.model.achievement import Achievement, Confirmation, Measure
from resumekit.model.date import PartialDate
from resumekit.model.fact import Model
from resumekit.model.resume import Resume
from resumekit.model.role import Dated

TRAPS = [
    "no", "Yes", "null", "~", "2020", "1e3", "0x1F", "012", "12:30", "2020-03-01", "1,200", ".5", "-", "- item", "a: b",
    "ranked #1", "C #", "# no comment", "@home", "`code`", "*bold*", "&Co", "!important", "%", "|", "> 50", "[Senior]",
    "{x}", "a, b", "'quoted'", '"quoted"', "back\\slash", "two\nlines", "two\n\nparagraphs", "tab\there", "---", "...",
    "x" * 150, "word " * 40 + "end", "double  space " * 12 + "end", "Zoë 张伟 علي", "line\u2028separator", "\ufeffmark",
    "=", "<<", "key:", "? what", "https://example.com/a?b=c#d", "true", "on", "present", "X", "...and", "a" + "\u00a0b",
]  # fmt: skip
TEXT = st.sampled_from(TRAPS) | st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1, max_size=15
).filter(lambda text: bool(text.strip()))
DATE = st.sampled_from(["2020", "2020-03", "2020-03-15", "fall 2020", "expected 2027-05"]).map(PartialDate.parse)
KEPT = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=4,
)
SPECIAL = {
    "id": st.from_regex(r"[a-z0-9:,é\[{*&!-]{1,8}", fullmatch=True),
    "url": st.sampled_from(["https://example.com/a?b=[c]#d", "mailto:a@example.com", "example.com"]),
    "start": st.sampled_from(["2001", "2001-02"]).map(PartialDate.parse),
    "extra": st.dictionaries(TEXT, KEPT, max_size=2),
    "schema_version": st.just(1),
    "hash": st.just("0123abcd"),
}


def _values(model: type[Model], name: str, info: FieldInfo) -> st.SearchStrategy[Any]:
    if name in SPECIAL and not (model is Measure and name == "start"):
        return SPECIAL[name]
    return _of(info.annotation, info)


def _of(annotation: Any, info: FieldInfo | None = None) -> st.SearchStrategy[Any]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _of(next(part for part in args if part is not type(None)), info)
    if origin is tuple:
        return st.lists(_of(args[0]), max_size=2)
    if str(origin) in ("typing.Annotated", "<class 'typing.Annotated'>"):
        return _of(args[0])
    if args:  # a Literal
        return st.sampled_from(args)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return models(annotation)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXT,
        bool: st.booleans(),
        int: st.integers(1, 8),
        Decimal: st.decimals(-10, 10**9, places=2),
        PartialDate: DATE,
    }
    return simple[annotation]


def models(model: type[Model]) -> st.SearchStrategy[Any]:
    """Valid values of a model, as plain data for it."""
    if model is Confirmation:
        plain = DATE.map(str).filter(lambda text: " " not in text)
        return st.builds(lambda on, end: f"{on}{end}", plain, st.sampled_from(["", " #0123abcd"]))
    needed: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, info in model.model_fields.items():
        label = info.alias or name
        (needed if info.is_required() else optional)[label] = st.deferred(
            lambda name=name, info=info: _values(model, name, info)  # type: ignore[misc]
        )
    made = st.fixed_dictionaries(needed, optional=optional)
    if model in (Achievement, Measure) or issubclass(model, Dated):
        made = made.map(lambda data: _mended(model, data))
    return made


def _mended(model: type[Model], data: dict[str, Any]) -> dict[str, Any]:
    if model is Achievement:
        return data if {"text", "action", "result"} & set(data) else {**data, "text": "no"}
    if model is Measure:
        if data.get("confidence") == "placeholder":
            return {"value": "X", "unit": "%"}
        return {k: v for k, v in data.items() if k not in ("from", "to")} | {"value": 12}
    return data


@st.composite
def resumes(draw: st.DrawFn) -> Resume:
    """A valid Resume, with a few of its lists filled."""
    person = draw(models(type_of("person")))
    names = [name for name, info in Resume.model_fields.items() if get_origin(info.annotation) is tuple]
    chosen = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    data = {"person": person, **{name: draw(_of(Resume.model_fields[name].annotation)) for name in chosen}}
    if draw(st.booleans()):
        data["notes"] = draw(TEXT)
    try:
        return Resume.model_validate(data)
    except ValidationError as error:  # pragma: no cover - a hint for whoever changes the model
        raise AssertionError(f"the strategy made what the model refuses: {error}") from error


def type_of(name: str) -> type[Model]:
    found = Resume.model_fields[name].annotation
    assert isinstance(found, type)
    assert issubclass(found, Model)
    return found
