"""Fact: one stated thing, with an id that is given or derived, and what every fact may carry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    JsonValue,
    PlainValidator,
    PrivateAttr,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function, str_schema

Path = tuple[str | int, ...]
"""Where a value stands in the client file, by its keys there: ("experience", 0, "roles", 1)."""

TEXT_LIMIT = 20_000
# C0 and C1 controls apart from tab and line breaks, lone surrogates, and non-characters: no output format can hold them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def _printable(text: str) -> str:
    if match := _UNPRINTABLE.search(text):
        raise PydanticCustomError(
            "unprintable",
            "the control character U+{code} at position {position} cannot be printed; delete it",
            {"code": f"{ord(match[0]):04X}", "position": match.start() + 1},
        )
    return text


@dataclass(frozen=True)
class _Words:
    """How pydantic checks free text: said outright, because working it out anew for 200 fields delays every start."""

    most: int
    least: int | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_after_validator_function(_printable, str_schema(min_length=self.least, max_length=self.most))


Text = Annotated[str, _Words(most=TEXT_LIMIT)]
"""Free text in any script, without control characters."""

Name = Annotated[str, _Words(least=1, most=500)]
"""Free text that must not be empty."""


def _json(value: Any) -> Any:
    if not isinstance(value, dict):
        raise PydanticCustomError("dict_type", "'extra' holds fields")
    todo: list[Any] = [value]
    while todo:
        item = todo.pop()
        if isinstance(item, dict) and all(isinstance(key, str) for key in item):
            todo += item.values()
        elif isinstance(item, list):
            todo += item
        elif item is not None and not isinstance(item, str | int | float):
            raise PydanticCustomError(
                "json", "'extra' holds what JSON can hold, not {kind}", {"kind": type(item).__name__}
            )
    return value


Extra = Annotated[dict[str, JsonValue], PlainValidator(_json), WithJsonSchema({"type": "object"})]
"""What an imported file said and the model has no field for, to the letter: spaces are not stripped."""


class Model(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
        ser_json_inf_nan="strings",
        defer_build=True,  # one schema is built, when a file is read, and not one for each class
    )

    shorthand: ClassVar[str | None] = None
    """The field that a plain piece of text fills, or None where a mapping is needed."""

    @model_validator(mode="before")
    @classmethod
    def _expand_shorthand(cls, value: Any) -> Any:
        if cls.shorthand and isinstance(value, str):
            return {cls.shorthand: value}
        if not isinstance(value, dict) or None not in value.values():
            return value
        # A field that is there and empty is a field left out; an empty key that is no field stays, and is refused.
        known = cls.known_keys()
        return {key: item for key, item in value.items() if item is not None or key not in known}

    @classmethod
    def known_keys(cls) -> frozenset[str]:
        """Every name that a file may write a field under."""
        return frozenset(cls.model_fields) | {info.alias for info in cls.model_fields.values() if info.alias}


class Fact(Model):
    """One stated thing.

    `id` is what the file gives; `key` is the id, or one derived from the fact's place and name, unique in its Resume.
    `notes` are the coach's own and reach no page. A `confidential` fact reaches a page only as its `say_as`.
    `extra` holds what an imported file said and this model has no field for.
    """

    id: Annotated[str, Field(pattern=r"^[^\s#]+$", max_length=200), AfterValidator(_printable)] | None = None
    notes: Text | None = None
    confidential: bool = False
    say_as: Text | None = None
    extra: Extra = Field(default_factory=dict)

    label_field: ClassVar[str] = "name"
    """The field whose words a derived key is made of."""

    _key: str = PrivateAttr("")
    _path: Path = PrivateAttr(())

    @property
    def key(self) -> str:
        """The id, given or derived; empty before the fact is part of a Resume."""
        return self._key or self.id or ""

    @property
    def key_words(self) -> str:
        """The words a derived key is made of: never what may not be said, for keys are told with every line."""
        return (self.say_as if self.confidential else getattr(self, self.label_field, None)) or ""

    @property
    def path(self) -> Path:
        """Where the fact stands in the client file; empty before it is part of a Resume."""
        return self._path


def iter_facts(owner: Model, path: Path = ()) -> Iterator[tuple[Path, Fact]]:
    """Every fact below `owner` with its path, in file order, parents before their children."""
    for name, info in type(owner).model_fields.items():
        value = getattr(owner, name)
        label = info.alias or name
        if isinstance(value, Fact):
            yield (*path, label), value
            yield from iter_facts(value, (*path, label))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Fact):
                    yield (*path, label, index), item
                    yield from iter_facts(item, (*path, label, index))


def derive_keys(root: Model) -> None:
    """Gives every fact below `root` its path and a key that no other fact of it has.

    A derived key follows the file: `experience/northwind-labs/laboratory-manager/achievements-2`.
    """
    facts = list(iter_facts(root))
    taken = {fact.id for _, fact in facts if fact.id}
    keys: dict[Path, str] = {}
    numbers: dict[str, int] = {}
    for path, fact in facts:
        if not (key := fact.id):
            base = key = _derived(path, fact, keys)
            while key in taken:
                numbers[base] = numbers.get(base, 1) + 1
                key = f"{base}-{numbers[base]}"
        taken.add(key)
        keys[path] = fact._key = key  # noqa: SLF001 - a private attribute, so that a fact stays frozen for all others
        fact._path = path  # noqa: SLF001


def _derived(path: Path, fact: Fact, keys: dict[Path, str]) -> str:
    *front, last = path
    parent = keys.get(tuple(front[:-1]) if isinstance(last, int) else tuple(front), "")
    if isinstance(last, str):
        return f"{parent}/{last}" if parent else last
    collection = str(front[-1])
    label = slug(fact.key_words)
    if label and parent:
        return f"{parent}/{label}"
    if label:
        return f"{collection}/{label}"
    return f"{parent}/{collection}-{last + 1}" if parent else f"{collection}/{last + 1}"


def slug(text: str) -> str:
    """Lower-case words joined by hyphens, accents taken off; other scripts stay as they are."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "-".join(re.findall(r"\w+", plain.lower()))[:60].rstrip("-")
