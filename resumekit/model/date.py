"""Partial dates: a year, a month, a day, a season, the present, or any of them expected; the precision stays."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

SEASONS = ("winter", "spring", "summer", "fall")
_SEASON_WORDS = {
    "winter": "winter", "hiver": "winter",
    "spring": "spring", "printemps": "spring",
    "summer": "summer", "été": "summer", "ete": "summer",
    "fall": "fall", "autumn": "fall", "automne": "fall",
}  # fmt: skip
# The first month of each season, as school terms and co-op terms run in Canada.
_SEASON_MONTHS = {"winter": (1, 4), "spring": (4, 6), "summer": (5, 8), "fall": (9, 12)}
_MONTH_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "jan january janv janvier", "feb february févr fevr février fevrier", "mar march mars",
            "apr april avr avril", "may mai", "jun june juin", "jul july juil juillet", "aug august août aout",
            "sep sept september septembre", "oct october octobre", "nov november novembre",
            "dec december déc décembre decembre",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_PRESENT_WORDS = {"present", "présent", "now", "current", "today", "ongoing", "aujourd'hui", "en cours"}
_EXPECTED = re.compile(
    r"^(expected|anticipated|prévu|prévue|attendu)\s+|\s*\((expected|prévu|prévue)\)$", re.IGNORECASE
)
_NUMERIC = re.compile(r"^(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?$")
_WORDED = re.compile(r"^([^\W\d_]+)\.?[ -]+(\d{4})$|^(\d{4})[ -]+([^\W\d_]+)\.?$")

HINT = "write 2024, 2024-03, 2024-03-15, 'fall 2024', 'present' or 'expected 2027-05'"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precisely as the client knows it.

    `year` is None only for the present. `season` and `month` exclude each other.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    expected: bool = False

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Reads what a person writes: ISO forms, 'Mar 2024', 'fall 2024', 'present', 'expected 2027-05'.

        Raises:
            ValueError: with a sentence for the user.
        """
        text = " ".join(unicodedata.normalize("NFC", str(text)).split())
        rest = _EXPECTED.sub("", text)
        expected = rest != text
        if rest.lower() in _PRESENT_WORDS:
            return cls(expected=expected)
        if match := _NUMERIC.match(rest):
            year, month, day = (int(part) if part else None for part in match.groups())
            assert year is not None
            return cls._checked(year, month, day, expected)
        if match := _WORDED.match(rest):
            word = (match[1] or match[4]).lower()
            year = int(match[2] or match[3])
            if season := _SEASON_WORDS.get(word):
                return cls(year=cls._checked(year, None, None, False).year, season=season, expected=expected)
            if month := _MONTH_WORDS.get(word):
                return cls._checked(year, month, None, expected)
            raise ValueError(f"'{word}' is neither a month nor a season; {HINT}")
        raise ValueError(f"'{text}' is not a date; {HINT}")

    @classmethod
    def _checked(cls, year: int, month: int | None, day: int | None, expected: bool) -> PartialDate:
        if not 1900 <= year <= 2100:
            raise ValueError(f"the year {year} is not between 1900 and 2100")
        if month is not None and not 1 <= month <= 12:
            raise ValueError(f"there is no month {month}; months run from 1 to 12")
        if month is not None and day is not None:
            try:
                date(year, month, day)
            except ValueError:
                raise ValueError(f"there is no day {day} in month {month} of {year}") from None
        return cls(year=year, month=month, day=day, expected=expected)

    @property
    def is_present(self) -> bool:
        return self.year is None

    def __str__(self) -> str:
        """The canonical form; `parse(str(d)) == d`."""
        if self.year is None:
            text = "present"
        elif self.season:
            text = f"{self.season} {self.year}"
        else:
            text = "-".join([str(self.year), *(f"{part:02}" for part in (self.month, self.day) if part is not None)])
        return f"expected {text}" if self.expected else text

    def months_from_zero(self, *, latest: bool = False, as_of: date | None = None) -> int:
        """Months since year 0 of the earliest (or latest) month this date can mean, for differences.

        The present is the month of `as_of`; without `as_of` it lies after everything.
        """
        if self.year is None:
            return as_of.year * 12 + as_of.month - 1 if as_of else 2101 * 12
        if self.season:
            first, last = _SEASON_MONTHS[self.season]
        elif self.month:
            first = last = self.month
        else:
            first, last = 1, 12
        return self.year * 12 + (last if latest else first) - 1

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        def validate(value: Any) -> PartialDate:
            if isinstance(value, PartialDate):
                return value
            if isinstance(value, date):
                value = value.isoformat()[:10]
            if isinstance(value, bool) or not isinstance(value, str | int):
                raise PydanticCustomError("partial_date", "a date is one piece of text; {hint}", {"hint": HINT})
            try:
                return cls.parse(str(value))
            except ValueError as error:
                raise PydanticCustomError("partial_date", "{reason}", {"reason": str(error)}) from None

        return core_schema.no_info_plain_validator_function(
            validate, serialization=core_schema.to_string_ser_schema(when_used="always")
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        # An integer too: an editor reads a bare 2024 as one.
        return {
            "type": ["string", "integer"],
            "title": "Partial date",
            "description": HINT,
            "examples": ["2024", "2024-03", "2024-03-15", "fall 2024", "present", "expected 2027-05"],
        }
