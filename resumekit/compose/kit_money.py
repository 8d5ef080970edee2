"""Money as the kit writes it in a table and as a client says it aloud, in English or French."""

from __future__ import annotations

from decimal import Decimal

from resumekit.career.kit_words import Language
from resumekit.model.pay import PayRate, Period
from resumekit.skills.posting import Pay

_NBSP = "\u00a0"
_SAID: dict[Language, dict[Period, str]] = {
    "en": {"year": "a year", "month": "a month", "two weeks": "every two weeks", "week": "a week", "day": "a day",
           "hour": "an hour"},
    "fr": {"year": "par année", "month": "par mois", "two weeks": "aux deux semaines", "week": "par semaine",
           "day": "par jour", "hour": "de l’heure"},
}  # fmt: skip
_FROM: dict[Language, str] = {"en": "from {low}", "fr": "à partir de {low}"}
_UP_TO: dict[Language, str] = {"en": "up to {high}", "fr": "jusqu’à {high}"}
_BETWEEN: dict[Language, str] = {"en": "{low} to {high}", "fr": "{low} à {high}"}


def dollars(amount: Decimal, language: Language = "en") -> str:
    """An amount as it is written: $78,000 and $36.50; 78 000 $ and 36,50 $."""
    exact = amount.quantize(Decimal("0.01"))
    digits = f"{exact:,.0f}" if exact == exact.to_integral_value() else f"{exact:,.2f}"
    if language == "en":
        return f"${digits}"
    return digits.replace(",", _NBSP).replace(".", ",") + f"{_NBSP}$"


def rate_words(rate: PayRate, language: Language = "en") -> str:
    """A rate as one says it: $78,000 a year."""
    return f"{dollars(rate.amount, language)} {_SAID[language][rate.per]}"


def range_words(low: Decimal | None, high: Decimal | None, language: Language = "en") -> str:
    """A range, an open one, or a single figure; "" where neither end is known."""
    if low is None:
        return _UP_TO[language].format(high=dollars(high, language)) if high is not None else ""
    if high is None:
        return _FROM[language].format(low=dollars(low, language))
    if low == high:
        return dollars(low, language)
    return _BETWEEN[language].format(low=dollars(low, language), high=dollars(high, language))


def posted_words(pay: Pay, language: Language = "en") -> str:
    """The pay of a posting as one says it."""
    return f"{range_words(pay.low, pay.high, language)} {_SAID[language][pay.period]}"
