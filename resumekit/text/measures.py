"""Measures in words: "from 13 to 8 weeks (38%)", "$1.2 million a year", "about 45 people"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from resumekit.model.achievement import Measure
from resumekit.text.locale import Locale

PLACEHOLDER = "[X]"

_PERCENT = frozenset({"%", "percent", "per cent", "pct", "pourcent", "pour cent"})
_MONEY_WORDS = {
    "dollar": "$", "dollars": "$", "cad$": "CAD", "ca$": "CAD", "c$": "CAD", "us$": "USD", "euro": "€", "euros": "€",
    "a$": "AUD",
}  # fmt: skip
_SCALED = re.compile(
    r"^(?:([$€£])\s*(k|m|million|b|billion)|(k|m|million|b|billion)\s*(?:de\s+)?([$€£]|dollars))$", re.IGNORECASE
)
_SCALES = {"k": 3, "m": 6, "million": 6, "b": 9, "billion": 9}
_TIME = frozenset(
    "second minute hour day week month quarter year seconde heure jour semaine mois an année trimestre".split()
)
_PEOPLE = {"people": "person", "children": "child", "men": "man", "women": "woman", "staff": "staff"}
_STANDING = re.compile(
    r"^(a|an|per|in|within|over|each|every|during|by|across|for|since|to|annually|yearly|monthly|weekly|daily|quarterly"
    r"|after|from|on|at|under|par|en|sur|chaque|depuis|pendant|au|dans|annuellement|pour|de|d['’].*|à|/)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"^(a|an|per|each|every|annually|yearly|monthly|weekly|daily|quarterly|par|chaque)\b|^/", re.IGNORECASE
)
_SPELLED = {
    word: Decimal(number)
    for words in (
        "zero one two three four five six seven eight nine ten eleven twelve",
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
    )
    for number, word in enumerate(words.split())
}
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<digits>\d+(?:[, \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r"(?P<scale>\s?(?:k|m|bn|thousand|millions?|billions?|milliards?)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figures:
    """A measure in words: `main` ("from 13 to 8 weeks"), `percent` computed ("38%") and `period` ("in six months").

    `percent` and `period` are "" where there is none. `rate` tells a period that belongs to the unit ("a year").
    """

    main: str
    percent: str = ""
    period: str = ""
    rate: bool = False

    def __str__(self) -> str:
        return self.text()

    def text(self, *, percent: bool = True) -> str:
        bracket = f" ({self.percent})" if percent and self.percent else ""
        period = f" {self.period}" if self.period else ""
        return f"{self.main}{period}{bracket}" if self.rate else f"{self.main}{bracket}{period}"


def is_change(measure: Measure) -> bool:
    """Whether it goes from one figure to another."""
    return measure.value is None and (measure.start is not None or measure.end is not None)


def is_percent(measure: Measure) -> bool:
    return (measure.unit or "").strip().lower() in _PERCENT


def is_money(measure: Measure, locale: Locale) -> bool:
    return _money(measure.unit, locale) is not None


def is_time(measure: Measure) -> bool:
    return singular((measure.unit or "").split(" ")[0].lower()) in _TIME


def stated(measure: Measure) -> set[Decimal]:
    """The figures of a measure as numbers; 3.5 of "k$" is 3500."""
    match = _SCALED.match((measure.unit or "").strip())
    scale = _SCALES[(match[2] or match[3]).lower()] if match else 0
    return {value.scaleb(scale) for value in (measure.value, measure.start, measure.end) if value is not None}


def word_measure(measure: Measure, locale: Locale) -> Figures:
    """The figures of a measure as a person writes them.

    The percentage is computed for a change, and left out where it adds nothing: the unit is a percentage already, the
    start is 0 or below, the change is none, more than threefold or down to nothing, or a count starts below 5.
    """
    period, rate = _period(measure.period, locale)
    if not is_change(measure):
        text = amount(measure.value, measure.unit, locale)
        return Figures(_estimated(measure, text, locale), "", period, rate)
    percent = _percent(measure, locale)
    return Figures(_change(measure, locale), _estimated(measure, percent, locale) if percent else "", period, rate)


def _estimated(measure: Measure, text: str, locale: Locale) -> str:
    return locale.label("number.estimated", n=text) if measure.confidence == "estimated" else text


def _period(period: str | None, locale: Locale) -> tuple[str, bool]:
    text = " ".join((period or "").split())
    if not text or _STANDING.match(text):
        return text, bool(_RATE.match(text))
    if text[:1].isdigit():
        return locale.label("change.in_period", period=text), False
    if " " not in text and not text.endswith("ly"):
        words = locale.label("change.a_period", period=text)
        an = locale.language == "en" and text.lower() in ("hour", "assignment", "event", "order", "hectare", "acre")
        return (f"an {text}" if an else words), True
    return text, False


def amount(value: Decimal | None, unit: str | None, locale: Locale) -> str:
    """One figure with its unit: "8 weeks", "38%", "$1.2 million"; a placeholder where the value is to come."""
    money = _money(unit, locale)
    if money:
        sign, scale = money
        return _signed(
            value, lambda n: locale.label(f"money.{sign}", n=_scaled(n.scaleb(scale), locale, cents=True)), locale, sign
        )
    unit = " ".join((unit or "").split())
    if unit.lower() in _PERCENT:
        return locale.label("number.percent", n=number(value, locale) if value is not None else PLACEHOLDER)
    if value is None:
        return f"{PLACEHOLDER} {unit}".strip()
    shown = _signed(value, lambda n: _scaled(n, locale), locale)
    if not unit:
        return shown
    fitted = agree(unit, value, locale)
    return _joined(shown, fitted, locale)


def _joined(shown: str, unit: str, locale: Locale) -> str:
    if shown[-1:].isalpha():
        text = locale.label("number.of", n=shown, unit=unit)
        return re.sub(r"\bde (?=[aeiouyéèêh])", "d’", text) if locale.language == "fr" else text
    return f"{shown}{' ' if locale.language != 'fr' else chr(0xA0)}{unit}"


def _signed(value: Decimal | None, write: object, locale: Locale, sign: str = "") -> str:
    if value is None:
        return locale.label(f"money.{sign}", n=PLACEHOLDER) if sign else PLACEHOLDER
    assert callable(write)
    return f"-{write(-value)}" if value < 0 else str(write(value))


def number(value: Decimal, locale: Locale) -> str:
    """The number with the separators of the locale: 1,234.5."""
    text = f"{abs(value):f}"
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0")
    # Four digits stand closed up in French by usage, but a page mixes them with longer ones: always set apart.
    groups = f"{int(whole):,}".replace(",", locale.label("number.thousands"))
    decimals = locale.label("number.decimal") + rest if rest else ""
    return ("-" if value < 0 else "") + groups + decimals


def _scaled(value: Decimal, locale: Locale, *, cents: bool = False) -> str:
    """Millions and billions in words where at most two decimals are left; else in full."""
    for power, name in ((9, "billion"), (6, "million")):
        short = value.scaleb(-power)
        if short >= 1 and short == short.quantize(Decimal("0.01")):
            key = f"number.{name}s" if short >= Decimal(locale.label("number.plural_from")) else f"number.{name}"
            return locale.label(key, n=number(short, locale))
    if cents and value != value.to_integral_value() and value == value.quantize(Decimal("0.01")):
        fixed = value.quantize(Decimal("0.01"))
        return number(Decimal(int(fixed)), locale) + locale.label("number.decimal") + f"{fixed:.2f}"[-2:]
    return number(value, locale)


def _money(unit: str | None, locale: Locale) -> tuple[str, int] | None:
    """The sign of a unit of money and the power of ten that the unit carries ("k$"); None for other units."""
    text = " ".join((unit or "").split())
    scale = 0
    if match := _SCALED.match(text):
        scale = _SCALES[(match[2] or match[3]).lower()]
        text = match[1] or match[4]
    text = _MONEY_WORDS.get(text.lower(), text)
    for sign in (text, text.upper()):
        if sign and f"money.{sign}" in locale.labels:
            return sign, scale
    return None


def _change(measure: Measure, locale: Locale) -> str:
    start, end, unit = measure.start, measure.end, " ".join((measure.unit or "").split())
    if is_percent(measure) or is_money(measure, locale) or not unit:
        first, last = amount(start, unit, locale), amount(end, unit, locale)
        if start == 0 and not is_percent(measure):
            first = locale.label("number.zero")
        first = _estimated(measure, _without_code(first, last), locale)
        return locale.label("change.plain", start=first, end=_zero(end, unit, last, locale))
    bare = [PLACEHOLDER if n is None else _signed(n, lambda x: _scaled(x, locale), locale) for n in (start, end)]
    first = _estimated(measure, bare[0], locale)
    if end == 0 and start is not None:
        return locale.label("change.plain", start=_joined(first, agree(unit, start, locale), locale),
                            end=locale.label("number.zero"))  # fmt: skip
    units = [agree(unit, n, locale) if n is not None else unit for n in (start, end)]
    if units[0] != units[1] or bare[0][-1:].isalpha() or bare[1][-1:].isalpha():
        return locale.label("change.plain", start=_joined(first, units[0], locale),
                            end=_joined(bare[1], units[1], locale))  # fmt: skip
    return locale.label("change.units", start=first, end=bare[1], unit=units[1])


def _without_code(first: str, last: str) -> str:
    """The first of two sums without the code of its currency, where the second has it: $4 million to $6 million CAD."""
    code = re.search(r" [A-Z]{3}$", last)
    return first.removesuffix(code[0]) if code else first


def _zero(value: Decimal | None, unit: str, shown: str, locale: Locale) -> str:
    return locale.label("number.zero") if value == 0 and not unit else shown


def _percent(measure: Measure, locale: Locale) -> str:
    start, end = measure.start, measure.end
    if is_percent(measure) or start is None or end is None or start <= 0 or end <= 0 or start == end or end > 3 * start:
        return ""
    count = not (is_money(measure, locale) or is_time(measure))
    if (count and start < 5) or "point" in (measure.unit or "").lower() or "%" in (measure.unit or ""):
        return ""
    exact = abs(end - start) * 100 / start
    rounded = exact.quantize(Decimal(1), ROUND_HALF_UP)
    if rounded in (0, 100) and exact != rounded:
        rounded = exact.quantize(Decimal("0.1"))
    return locale.label("number.percent", n=number(rounded, locale)) if rounded and rounded <= 200 else ""


def singular(word: str) -> str:
    """The singular of a plain noun."""
    if word in _PEOPLE:
        return _PEOPLE[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is", "ois")) and len(word) > 2 else word


@lru_cache(maxsize=512)
def _plural(word: str) -> str:
    if word in _PEOPLE.values():
        return next(plural for plural, one in _PEOPLE.items() if one == word)
    return word if word.endswith("s") or word not in _TIME | {"point", "person", "dollar"} else word + "s"


def agree(unit: str, value: Decimal, locale: Locale) -> str:
    """The unit in the number that its value asks for: 1 week, 8 weeks; 1,5 semaine."""
    size = abs(value)
    one = size == 1 if locale.language == "en" else size < Decimal(locale.label("number.plural_from"))
    words = unit.split(" ")
    # The noun of "sick days per person" stands before the first preposition; French nouns come first.
    last = next((i for i, word in enumerate(words) if word in ("per", "of", "a", "in", "par", "de", "/")), len(words))
    place = max(last - 1, 0) if locale.language == "en" else 0
    words[place] = singular(words[place]) if one else _plural(words[place])
    return " ".join(words)


@lru_cache(maxsize=512)
def numbers(text: str) -> frozenset[Decimal]:
    """Every number in a text, in digits or as a word up to twelve."""
    return frozenset(value for value, _, _ in number_places(text))


@lru_cache(maxsize=512)
def number_places(text: str) -> tuple[tuple[Decimal, int, int], ...]:
    """Every number in a text with its start and end."""
    found = []
    for match in _NUMBER.finditer(text):
        digits = re.sub(r"[ \u00a0\u202f]", "", match["digits"])
        digits = re.sub(r",(?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
        scale = (match["scale"] or "").strip().lower()
        power = 3 if scale in ("k", "thousand") else 9 if scale.startswith(("b", "millia")) else 6 if scale else 0
        found.append((Decimal(digits).scaleb(power), match.start(), match.end()))
    words = ((match, _SPELLED.get(match[0].lower())) for match in re.finditer(r"[^\W\d_]+", text))
    # "one" and "un" are pronoun and article as often as numbers.
    found += [(value, *match.span()) for match, value in words if value is not None and value != 1]
    return tuple(sorted(found, key=lambda item: item[1]))
