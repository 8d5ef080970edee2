"""The phrases of a sentence that asks: one for each thing it asks for, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.skills.posting_kind import kind_of, names_in
from resumekit.skills.posting_sections import trimmed
from resumekit.skills.posting_words import plain, posting_words, says_something

_HARD = re.compile(r";|(?<=\w)\s+[–—]\s+(?=\w)")
_COMMA = re.compile(r",\s*(?:(?:and|plus|as well as)\s+)?(?![^()]*\))")
_AND = re.compile(r"\s+(?:and|&|plus|as well as|along with|et)\s+(?![^()]{0,80}\))")
_OR = re.compile(
    r"\bor\b(?!\s+(?:more|above|better|higher|greater|over|equivalent|related|similar|an equivalent|a related))"
)
_TAIL = re.compile(
    r"^(?:including|such as|e\.?g|i\.?e|for example|who|which|that|with|so|from|to|or|especially|particularly|in|of|at|"
    r"on|by|for|using|through|where|within|when|while|as|spoken|written|oral|both|à l'(?:oral|écrit))\b|.*\bincluded$"
)
_NICE_TAIL = re.compile(r"^(?:preferably|ideally)\b")
_WAYS = re.compile(r",?\s+or\s+(?!more|above|better|higher)|,\s+|\s?/\s?")
_LONGEST = 600
Place = tuple[int, int]


def phrases(text: str, start: int, end: int) -> Iterator[Place]:
    """The places of the phrases between two places of the text; "or" keeps its alternatives together."""
    lower = plain(text[start:end])
    if len(lower) > _LONGEST:
        yield start, end
        return
    for first, last in _cut(_HARD, lower, 0, len(lower)):
        for one in _listed(text[start:end], lower, first, last):
            yield from trimmed(text, start + one[0], start + one[1])


def _cut(pattern: re.Pattern[str], lower: str, start: int, end: int) -> Iterator[Place]:
    place = start
    for match in pattern.finditer(lower, start, end):
        yield place, match.start()
        place = match.end()
    yield place, end


def _listed(text: str, lower: str, start: int, end: int) -> list[Place]:
    """The parts of a list, those together again that do not stand alone."""
    parts = [part for part in _cut(_COMMA, lower, start, end) if lower[part[0] : part[1]].strip()]
    joined: list[Place] = []
    for part in parts:
        if joined and _belongs(text, lower, joined, part):
            joined[-1] = joined[-1][0], part[1]
        else:
            joined.append(part)
    return [piece for part in joined for piece in _anded(text, lower, part)]


def _belongs(text: str, lower: str, before: list[Place], part: Place) -> bool:
    """Whether a part behind a comma says more of the part before it."""
    words = lower[part[0] : part[1]].strip()
    last = text[before[-1][0] : before[-1][1]]
    if _NICE_TAIL.match(words):
        return False
    if kind_of(words) == "years":
        return False
    if _TAIL.match(words) or not says_something(last) or not says_something(words):
        return True
    kind, kind_before = kind_of(text[part[0] : part[1]]), kind_of(last)
    if _OR.search(words) and kind in {kind_before, "skill"}:
        return True
    # "hiring, coaching, or scheduling staff": the "or" further on holds the list together.
    rest = lower[part[0] :]
    ahead = _COMMA.search(rest)
    follows = rest[ahead.end() :].lstrip() if ahead else ""
    return follows.startswith("or ") and kind in {kind_before, "skill"}


def _anded(text: str, lower: str, part: Place) -> Iterator[Place]:
    place = part[0]
    for match in _AND.finditer(lower, *part):
        if match.start() > place and _parts(text, lower, (place, match.start()), (match.end(), part[1])):
            yield place, match.start()
            place = match.end()
    yield place, part[1]


def _parts(text: str, lower: str, left: Place, right: Place) -> bool:
    """Whether an "and" stands between two things that are asked for, and not inside one."""
    words = posting_words()
    around = lower[max(left[0], left[1] - 60) : right[0] + 60]
    middle = left[1] - max(left[0], left[1] - 60)
    if any(match.start() < middle < match.end() for match in words.pairs.finditer(around)):
        return False
    one, other = text[slice(*left)], text[slice(*right)]
    last = lower[slice(*left)].rsplit(None, 1)[-1]
    if last in words.waiting or not says_something(one) or not says_something(other):
        return False
    kinds = kind_of(one), kind_of(other)
    if _OR.search(lower[slice(*right)]) and kinds[0] == kinds[1] == "years":
        return False
    if "skill" not in kinds and (kinds[0] != kinds[1] or (names_in(one, kinds[0]) and names_in(other, kinds[1]))):
        return True
    if kinds[1] != "skill" or (kinds[0] in ("tool", "credential", "language") and len(one.split()) <= 4):
        return True
    # Years of, or a degree in, two things are one requirement.
    return kinds[0] == "skill" and len(one.split()) > 1 and len(other.split()) > 1 and not _named(one, other)


def _named(one: str, other: str) -> bool:
    """Whether the "and" stands inside a name: Health and Safety Act."""
    return one.rsplit(None, 1)[-1][:1].isupper() and other.lstrip()[:1].isupper()


def alternatives(text: str) -> tuple[str, ...]:
    """The ways to fill a phrase: its parts at "or"; the whole where there is none."""
    lower = plain(text)
    if not _OR.search(lower):
        return (text,)
    cuts = [match.span() for match in _WAYS.finditer(lower)]
    bounds = [0, *(place for cut in cuts for place in cut), len(text)]
    parts = [text[first:last].strip(" ,;") for first, last in zip(bounds[::2], bounds[1::2], strict=True)]
    said = [part for part in parts if says_something(part)]
    return tuple(dict.fromkeys(said)) or (text,)
