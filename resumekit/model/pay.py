"""Money as a coach writes it: "$1,200", "58k", "36.50 an hour"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from resumekit.model.achievement import parse_number, plain
from resumekit.model.fact import Model

Period = Literal["year", "month", "two weeks", "week", "day", "hour"]
PERIODS_A_YEAR: dict[Period, int] = {"year": 1, "month": 12, "two weeks": 26, "week": 52, "day": 260}
HOURS_A_WEEK = Decimal("37.5")
MOST_MONEY = Decimal(1_000_000_000)

_RATE = re.compile(
    r"^(.*?\S)\s*(?:/|\b(?:per|an?|every)\b)\s*(two weeks|year|annum|month|fortnight|week|day|hour)$", re.IGNORECASE
)
_WORDS: dict[str, Period] = {"annum": "year", "fortnight": "two weeks"}


def _money(value: Any) -> Any:
    if value is None or isinstance(value, Decimal):
        return value
    text = str(value).strip()
    try:
        number = parse_number(text.removeprefix("CAD").strip().removeprefix("$"))
    except PydanticCustomError:
        number = None
    if number is None or not 0 <= number <= MOST_MONEY:
        raise PydanticCustomError(
            "money", "'{text}' is not an amount of money; write 1,200, $1,200, 58k or 1.2 million", {"text": text[:40]}
        )
    return number


Money = Annotated[
    Decimal,
    BeforeValidator(_money),
    PlainSerializer(plain, return_type=str),
    WithJsonSchema({"type": ["number", "string"], "examples": [1200, "$1,200", "58k"]}),
]
"""An amount of dollars, none below 0."""


class PayRate(Model):
    """What work is paid before tax: an amount, and what it is paid for: "78,000", "36.50 an hour", "1,250 a week"."""

    shorthand: ClassVar[str | None] = "amount"

    amount: Money
    per: Period = "year"
    hours_a_week: Annotated[Decimal, Field(gt=0, le=100)] = HOURS_A_WEEK

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        # It runs before the shorthand is spelled out, so it meets plain text too.
        fields = value if isinstance(value, dict) else {"amount": value}
        amount = fields.get("amount")
        if "per" not in fields and isinstance(amount, str) and (match := _RATE.match(amount.strip())):
            word = match[2].lower()
            return {**fields, "amount": match[1], "per": _WORDS.get(word, word)}
        return value

    @property
    def a_year(self) -> Decimal:
        """The amount for a whole year of 52 weeks, 12 months or 260 days."""
        if self.per == "hour":
            return self.amount * self.hours_a_week * 52
        return self.amount * PERIODS_A_YEAR[self.per]
