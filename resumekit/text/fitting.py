"""Fitting: where in a phrase a measure belongs, so that no figure is lost and none is said twice."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from resumekit.model.achievement import Measure
from resumekit.text.clause import opening_verb
from resumekit.text.locale import Locale
from resumekit.text.measures import (
    Figures,
    amount,
    is_change,
    is_money,
    is_percent,
    number_places,
    numbers,
    singular,
    stated,
    word_measure,
)
from resumekit.text.verbs import find_verb, sense

_BOUNDARY = re.compile(
    r";|, (?=which|while|without|the |and |with |\w+ing\b)| (?=(?:while|by|through|without|within|despite|during|since|after"
    r"|thanks to|even as|as)\b)| (?=(?:in|over|inside|under) (?:\w+) (?:years?|months?|weeks?|days?|quarters?|seasons?|shifts?)\b)"
    r"| (?=in (?:19|20)\d\d\b)"
)
_BY = re.compile(r"\bby (?=(?:about |nearly |over |more than |almost )?[$€£]?[\d\[])(?!(?:19|20)\d\d\b(?!\s*%))")
_STOPS = frozenset(
    "the a an all its their our every each and of for with to in on by from at or new this that these".split()
)
_IGNORED = frozenset(
    "time rate number total average level score count share amount cost costs days annual monthly".split()
)
_MOVES = frozenset("bring take move improve change hold turn double halve triple push drive quadruple".split())


@dataclass(frozen=True, slots=True)
class Fitted:
    """The phrases with the measures they took up, and those they did not."""

    action: str
    result: str
    left: tuple[Measure, ...]


@cache
def _nouns() -> Mapping[str, frozenset[str]]:
    data = tomllib.loads((files("resumekit.text") / "lexicons" / "nouns-en.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in data.items()}


def noun_sense(word: str, name: str | None = None) -> bool:
    """Whether the lexicon lists a noun under this sense ("less", "sums"), or under any."""
    return any(word in words for key, words in _nouns().items() if name in (None, key))


def without_by(text: str) -> str:
    """The text without the "by" of a figure: "Cut costs by 30%" as "Cut costs 30%", so that another "by" can follow."""
    return _BY.sub("", text)


def fit_measures(action: str, result: str, measures: tuple[Measure, ...], locale: Locale) -> Fitted:
    """Each measure set into the result, else into the action; what fits neither is left."""
    left: list[Measure] = []
    for index, measure in enumerate(measures):
        others = measures[index + 1 :]
        result = _specified(measure, result)
        if (said := _already(measure, result, locale)) is not None:
            result = said
        elif (said := _already(measure, action, locale)) is not None:
            action = said
        elif result and not measure.of and (counted := _count(measure, action, locale)):
            action = counted
        elif result and (fitted := _fit(measure, result, others, locale)):
            result = fitted
        elif action and (fitted := _fit_action(measure, action, others, bool(result), locale)):
            action = fitted
        else:
            left.append(measure)
    return Fitted(action, result, tuple(left))


def _specified(measure: Measure, text: str) -> str:
    """The text with the measure's own name where it has only the last word of it: "Cut costs" of shipping costs."""
    opening = opening_verb(text, likely=False)
    words = (measure.of or "").split()
    if opening and len(words) > 1 and text[opening.end :].strip().lower() == words[-1].lower():
        return f"{text[: opening.end]} {measure.of}"
    return text


def named_in(measure: Measure, text: str) -> tuple[int, int] | None:
    """Where a text names what was measured: the last of its telling words that the text has."""
    words = [word for word in re.findall(r"[^\W\d_]+", (measure.of or "").lower()) if len(word) > 2]
    telling = [word for word in words if word not in _IGNORED | _STOPS] or words
    found = None
    for match in re.finditer(r"[^\W\d_]+", text.lower()):
        if any(singular(match[0]) == singular(word) for word in telling):
            found = match.span() if found is None or match.start() - found[1] <= 2 else found
        elif found and match.start() == found[1] + 1 and match[0] in _IGNORED and match[0] in words:
            found = (found[0], match.end())
    return found


def _already(measure: Measure, text: str, locale: Locale) -> str | None:
    """The text, when it says the figures already, perhaps with what it lacks of them; None when it does not."""
    if not text:
        return None
    if is_said(measure, text):
        return _with_percent(measure, text, word_measure(measure, locale), locale) if is_change(measure) else text
    if not is_change(measure):
        return None
    start, end, said = measure.start, measure.end, numbers(text)
    figures = word_measure(measure, locale)
    if start is not None and end is not None and (half := _half_said(measure, text, figures, locale)):
        return half
    shares = numbers(figures.percent)
    if figures.percent and "%" in text and shares & said:
        at = next(close for value, _, close in number_places(text) if value in shares)
        at = text.index("%", at) + 1 if "%" in text[at : at + 2] else at
        return f"{text[:at]}, {figures.text(percent=False)}{text[at:]}"
    return None


def _half_said(measure: Measure, text: str, figures: Figures, locale: Locale) -> str:
    """The text with the other half of a change of which it says one: "fell to 8 weeks", "cut from 13 weeks"."""
    unit = _unit_words(measure.unit or "")
    for figure, other, word, joint in (
        (measure.end, measure.start, "to", "from"),
        (measure.start, measure.end, "from", "to"),
    ):
        for value, start, end in number_places(text):
            near = _unit_words(f"{text[max(start - 2, 0) : start]} {text[end : end + 30]}")
            led_by = re.search(rf"\b{word} [$€£]?$", text[:start], re.IGNORECASE)
            if value == figure and figure in stated(measure) and led_by and (not unit or unit & near):
                at = end + _unit_length(measure, text[end:])
                percent = f" ({figures.percent})" if figures.percent else ""
                return f"{text[:at]} {joint} {_other(measure, other, locale)}{percent}{text[at:]}"
    return ""


def _other(measure: Measure, value: Decimal | None, locale: Locale) -> str:
    unit = measure.unit if is_percent(measure) or is_money(measure, locale) else None
    return amount(value, unit, locale)


def _unit_length(measure: Measure, text: str) -> int:
    """How much of a text, right behind a figure, is its unit."""
    unit = measure.unit or ""
    match = (
        re.match(rf"\s?(?:%|{re.escape(unit)}|{re.escape(singular(unit))}s?\b)", text, re.IGNORECASE) if unit else None
    )
    return match.end() if match else 0


def is_said(measure: Measure, text: str) -> bool:
    """Whether a text has every figure of a measure, one of them with its unit: 3 weeks are not said by "3 labs"."""
    wanted = stated(measure)
    if not wanted or not wanted <= numbers(text):
        return False
    unit = _unit_words(measure.unit or "")
    return not unit or any(
        value in wanted and unit & _unit_words(f"{text[max(start - 2, 0) : start]} {text[end : end + 30]}")
        for value, start, end in number_places(text)
    )


def _unit_words(text: str) -> set[str]:
    words = {singular(word) for word in re.findall(r"[^\W\d_]+|[%$€£]", text.lower())}
    return words | ({"$"} if words & {"cad", "usd", "dollar"} else set())


def _with_percent(measure: Measure, text: str, figures: Figures, locale: Locale) -> str:
    if not figures.percent or "%" in text:
        return text
    at = max(close for value, _, close in number_places(text) if value in stated(measure))
    at += 0 if is_money(measure, locale) else _unit_length(measure, text[at:])
    return f"{text[:at]} ({figures.percent}){text[at:]}" if "(" not in text[at : at + 2] else text


def _as_object(measure: Measure, locale: Locale) -> str:
    """The measure as all that a verb is said of: Filled 98% of shifts, Reached 6,200 readers."""
    figures = word_measure(measure, locale)
    if not measure.of:
        return str(figures)
    if is_change(measure):
        return f"{measure.of} {figures}"
    if not measure.unit:
        return str(word_measure(measure.model_copy(update={"unit": measure.of}), locale))
    if measure.of.lower().endswith(measure.unit.lower()):
        return str(word_measure(measure.model_copy(update={"unit": measure.of}), locale))
    joint = "in" if is_money(measure, locale) else "of"
    period = f" {figures.period}" if figures.period else ""
    return f"{figures.main} {joint} {measure.of}{period}"


def _end_of_clause(text: str, at: int, others: tuple[Measure, ...]) -> int:
    """Where the clause that holds `at` ends; before "and", when what follows it has a measure of its own."""
    match = _BOUNDARY.search(text, at)
    end = match.start() if match else len(text)
    joint = re.search(r",? and ", text[at:end])
    if joint and any(named_in(other, text[at + joint.end() : end]) for other in others):
        return at + joint.start()
    return end


def _fit(measure: Measure, text: str, others: tuple[Measure, ...], locale: Locale) -> str:
    """The text with the measure in it; "" where it has no place there."""
    opening = opening_verb(text, likely=False)
    named = named_in(measure, text)
    if opening and opening.end == len(text):
        return f"{text} {_as_object(measure, locale)}"
    if measure.of and not named:
        return ""
    if counted := _count(measure, text, locale):
        return counted
    at = named[1] if named else opening.end if opening else 0
    end = _end_of_clause(text, at, others)
    base = _change_before(text[:at]) or (opening.verb.base if opening else "")
    return f"{text[:end]}{_attached(measure, text[:end], base, locale)}{text[end:]}".strip()


def _change_before(text: str) -> str:
    """The base of the last verb of change in a text: "Identified two that improved the forecast"."""
    found = (find_verb(word) for word in reversed(re.findall(r"[a-z-]+", text.lower())))
    return next((verb[0].base for verb in found if verb and verb[0].base in sense("reduce") | sense("grow")), "")


def _attached(measure: Measure, text: str, base: str, locale: Locale) -> str:
    """The figures as they follow a phrase that opens with this verb."""
    figures = word_measure(measure, locale)
    if is_change(measure):
        plain = base in ("double", "halve", "triple", "quadruple") or "%" in text
        return f" {figures.text(percent=not plain)}"
    words = str(figures)
    last = re.sub(r"[^\w].*$", "", text.rsplit(" ", maxsplit=1)[-1].lower())
    if base in sense("reduce") - {"save"} and (is_percent(measure) or is_money(measure, locale)):
        return f" by {words}"
    if base in sense("grow") and is_percent(measure) and measure.value is not None and not 70 <= measure.value <= 100:
        return f" by {words}"
    if base in sense("surpass") and is_percent(measure) and measure.value is not None and measure.value < 60:
        return f" by {words}"
    if is_money(measure, locale) and base not in sense("grow"):
        if base in sense("yielding") and len(text.split()) == 1:
            return f" {words}"
        if noun_sense(last, "priced"):
            return f" worth {words}"
        if noun_sense(last, "sums"):
            return f" of {words}"
    return f" ({words})"


def _count(measure: Measure, text: str, locale: Locale) -> str:
    """The value set before the noun it counts, or as the object of a verb that yields a sum; "" for neither."""
    opening = opening_verb(text)
    if is_change(measure) or opening is None or is_percent(measure):
        return ""
    figures = word_measure(measure, locale)
    rest = text[opening.end :]
    if is_money(measure, locale):
        if opening.verb.base not in sense("yielding"):
            return ""
        if re.match(r" (?:on|in|through|from|across|for|per)\b", rest):
            return f"{text[: opening.end]} {figures}{rest}"
        thing = re.match(r" ([a-z]+)(?=$| (?:on|in|through|from|across|for|per|by)\b)", rest)
        if not thing or not (noun_sense(thing[1], "sums") or thing[1] in ("money", "cash")):
            return ""
        kind = "" if thing[1] in ("money", "cash", "funds") else f" in {thing[1]}"
        return f"{text[: opening.end]} {figures.main}{kind}{' ' + figures.period if figures.period else ''}{rest[thing.end() :]}"
    noun = (measure.unit or measure.of or "").lower()
    match = (
        re.match(rf"((?: [a-z-]+){{0,2}}?) ({re.escape(noun)}|{re.escape(singular(noun))}s?)\b", rest, re.IGNORECASE)
        if noun
        else None
    )
    if not match or set(match[1].split()) & _STOPS - {"new"}:
        return ""
    bare = word_measure(measure.model_copy(update={"unit": None, "period": None}), locale)
    period = f" {figures.period}" if figures.period else ""
    return f"{text[: opening.end]} {bare}{match[0]}{period}{rest[match.end() :]}"


def _fit_action(measure: Measure, text: str, others: tuple[Measure, ...], has_result: bool, locale: Locale) -> str:
    """As `_fit`, for an action: a change belongs there only when the action itself is that change."""
    opening = opening_verb(text)
    base = opening.verb.base if opening else ""
    changes = base in sense("reduce") | sense("grow") | _MOVES
    if is_change(measure):
        return _fit(measure, text, others, locale) if changes and not (has_result and not measure.of) else ""
    if measure.of and not named_in(measure, text):
        return ""
    if (counted := _count(measure, text, locale)) or (is_percent(measure) and not changes and measure.of):
        return counted
    return (
        _fit(measure, text, others, locale)
        if not has_result or measure.of
        else f"{text} ({word_measure(measure, locale)})"
    )
