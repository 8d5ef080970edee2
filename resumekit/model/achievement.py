"""Achievement: challenge, action, result, and the measures that show it."""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact, Model, Text

Confidence = Literal["exact", "estimated", "placeholder"]
Part = Literal["led", "contributed"]

_SCALE = {"": 0, "k": 3, "thousand": 3, "m": 6, "million": 6, "b": 9, "bn": 9, "billion": 9}
_NUMBER = re.compile(r"^(-?)\s*([\d][\d,\u00a0\u202f ]*(?:\.\d+)?)\s*([a-z]*)$", re.IGNORECASE)
PLACEHOLDER = re.compile(r"^(x+|\?+|tbd|n)$", re.IGNORECASE)


def parse_number(value: Any) -> Any:
    """A Decimal from '1,200', '1.2 million' or '3.5k'; None for a placeholder ('X', '?', 'TBD')."""
    if value is None or isinstance(value, Decimal):
        return value
    text = str(value).strip()
    if PLACEHOLDER.match(text):
        return None
    if (match := _NUMBER.match(text)) and (scale := _SCALE.get(match[3].lower())) is not None:
        try:
            digits = re.sub(r"[,\u00a0\u202f ]", "", match[2])
            return Decimal(f"{match[1]}{digits}").scaleb(scale).normalize()
        except InvalidOperation:  # pragma: no cover - the pattern leaves nothing that Decimal refuses
            pass
    raise PydanticCustomError(
        "number",
        "'{text}' is not a number; write 12, 1,200, 3.5 or 1.2 million, the unit in 'unit', and X where it is to come",
        {"text": text[:40]},
    )


def plain(number: Decimal) -> str:
    """The shortest way to write a number without an exponent."""
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


Number = Annotated[
    Decimal | None,
    BeforeValidator(parse_number),
    PlainSerializer(lambda value: None if value is None else plain(value), return_type=str | None),
    WithJsonSchema({"type": ["number", "string"], "examples": [12, "1,200", "1.2 million", "X"]}),
]


class Measure(Model):
    """A figure that shows a result: one value, or a change from one to another.

    `of` names what was measured ("turnaround time"); `unit` is a word ("weeks"), "%", or money ("$", "CAD", "€").
    A value that is still to come is written X, and makes the document a draft.
    """

    shorthand: ClassVar[str | None] = None

    of: Text | None = Field(None, description="what was measured: turnaround time, sick days, sales")
    value: Number = Field(None, description="one figure: 12, 1,200, 1.2 million; X where it is to come")
    start: Number = Field(None, alias="from", description="the figure before")
    end: Number = Field(None, alias="to", description="the figure after")
    unit: Text | None = Field(None, description="weeks, people, %, $, CAD …")
    period: Text | None = Field(None, description="over how long: a year, in six months, per quarter")
    confidence: Confidence = "exact"

    @model_validator(mode="before")
    @classmethod
    def _mark_placeholder(cls, value: Any) -> Any:
        if isinstance(value, dict) and any(
            isinstance(value.get(name), str) and PLACEHOLDER.match(value[name].strip())
            for name in ("value", "from", "to", "start", "end")
        ):
            return {**value, "confidence": "placeholder"}
        return value

    @model_validator(mode="after")
    def _has_figure(self) -> Measure:
        if self.confidence != "placeholder":
            if self.value is None and self.start is None and self.end is None:
                raise PydanticCustomError("measure", "a measure needs 'value', or 'from' and 'to'")
            if self.value is None and (self.start is None or self.end is None):
                raise PydanticCustomError("measure", "a measure of change needs both 'from' and 'to'")
        return self


_CONFIRMED = re.compile(r"^(\S+?)(?:\s+#([0-9a-f]{8}))?$")


class Confirmation(Model):
    """The day the client confirmed a fact, and a hash of the words confirmed, so that an edit voids it."""

    shorthand: ClassVar[str | None] = None

    on: PartialDate
    hash: Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")] | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str) and (match := _CONFIRMED.match(value.strip())):
            return {"on": match[1], "hash": match[2]}
        return {"on": value} if isinstance(value, str) else value


class Achievement(Fact):
    """What a person brought about. `text`, when the coach writes it, is set as it is; otherwise it is composed."""

    shorthand: ClassVar[str | None] = "text"
    label_field: ClassVar[str] = "-"

    text: Text | None = Field(None, description="the finished bullet, when the coach prefers to write it")
    challenge: Text | None = Field(None, description="what was wrong, missing or at stake")
    action: Text | None = Field(
        None, description="what the client did, opening with a past verb: Redesigned the intake"
    )
    result: Text | None = Field(None, description="what came of it, opening with a past verb: Cut turnaround")
    measures: tuple[Measure, ...] = ()
    part: Part = "led"
    ongoing: bool = Field(False, description="still going on in a present role: told in the present tense")
    lead_with: Literal["result", "action"] | None = Field(None, description="which half opens the bullet")
    skills: tuple[Text, ...] = Field((), description="the skills it shows, by the names under 'skills'")
    date: PartialDate | None = None
    confirmed: Confirmation | None = Field(None, description="2026-10-01; `resumekit confirm` adds a hash")

    @model_validator(mode="after")
    def _says_something(self) -> Achievement:
        if not (self.text or self.action or self.result):
            raise PydanticCustomError("achievement", "an achievement needs 'action', 'result' or 'text'")
        return self

    @property
    def text_hash(self) -> str:
        """Eight hex digits over all that the client confirms: the words, the measures and the part played."""
        said = [self.text, self.challenge, self.action, self.result, self.part]
        figures = [measure.model_dump_json(by_alias=True) for measure in self.measures]
        return hashlib.sha256("\x1f".join([*(item or "" for item in said), *figures]).encode()).hexdigest()[:8]

    @property
    def is_confirmed(self) -> bool:
        """Whether the client confirmed the fact as it now stands; a confirmation without a hash is taken at its word."""
        return self.confirmed is not None and self.confirmed.hash in (None, self.text_hash)
