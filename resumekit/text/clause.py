"""Clause: a phrase that opens with a verb, put into another form together with the verbs coordinated to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from resumekit.text.verbs import Form, Verb, find_verb, sense

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PARTICLES = frozenset("up out down off away back over aside forth through together ahead along on in".split())
PREPOSITIONS = frozenset(
    "about across after against along among around as at before behind below between beyond by during for from in into "
    "of on onto over per since than through throughout to toward towards under until upon via with within without".split()
)
_DETERMINERS = frozenset(
    "the a an all its their our my his her this that these those every each both any some no new more most over "
    "nearly about almost another several many multiple one two three four five six seven eight nine ten eleven twelve "
    "up out".split()
)
_SUBORDINATORS = frozenset(
    "that which who whom whose where when while because after before until since so if whether how what why".split()
)
_ADJECTIVES = frozenset("new old safe clean used better faster good small large complex returned damaged".split())
_ADVERBS = frozenset("also then first later often consistently quickly single-handedly".split())
_FINITE = frozenset("was were is are had has have did does fell rose grew went came dropped stayed remained".split())


@dataclass(frozen=True, slots=True)
class Opening:
    """The verb a phrase opens with; `start` and `end` are its place in the phrase."""

    verb: Verb
    form: Form
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a phrase between white space; `word` is bare and lower-case, `close` what follows it (a comma)."""

    word: str
    start: int
    end: int
    close: str


@lru_cache(maxsize=512)
def _tokens(text: str) -> tuple[_Token, ...]:
    return tuple(_token(match) for match in _TOKEN.finditer(text))


def _token(match: re.Match[str]) -> _Token:
    bare = _WORD.search(match[0])
    if not bare or bare.start():
        return _Token(match[0].lower(), match.start(), match.end(), match[0][-1:] if match[0][-1:] in ",;" else "")
    start = match.start()
    return _Token(bare[0].lower(), start, start + bare.end(), match[0][bare.end() :])


@lru_cache(maxsize=512)
def opening_verb(text: str, *, likely: bool = True) -> Opening | None:
    """The verb that the phrase opens with, after adverbs; None when it opens with something else.

    `likely` says that a verb is to be expected there, so that a word that may be a noun or a verb ("Lead", "Plan") is
    taken for a verb unless what follows speaks against it.
    """
    tokens = _tokens(text)
    for index, token in enumerate(tokens[:3]):
        if _is_adverb(token.word):
            continue
        return _verb_at(tokens, index, likely)
    return None


def _is_adverb(word: str) -> bool:
    return (word.endswith("ly") and find_verb(word) is None and len(word) > 4) or word in _ADVERBS


def _verb_at(tokens: tuple[_Token, ...], index: int, likely: bool) -> Opening | None:
    token = tokens[index]
    found = find_verb(token.word)
    if not found:
        return None
    verb, form = found
    following = "" if token.close[:1] in ("", ",") and index + 1 == len(tokens) else _next(tokens, index)
    may_be_noun = verb.base in sense("noun") and (form != "past" or verb.past == verb.base)
    if may_be_noun and not _reads_as_verb(verb, form, following, likely):
        return None
    if form == "gerund" and (not following or following in PREPOSITIONS or following in _FINITE):
        return None
    return Opening(verb, form, token.start, token.end)


def _next(tokens: tuple[_Token, ...], index: int) -> str:
    return tokens[index + 1].word if index + 1 < len(tokens) else ""


def _reads_as_verb(verb: Verb, form: Form, following: str, likely: bool) -> bool:
    if following in _DETERMINERS or following[:1].isdigit() or following[:1] in "$€£":
        return bool(following) or likely
    if following in _PARTICLES and form == "past":
        return following not in ("in", "on", "over", "through", "along") or likely
    if following in PREPOSITIONS or following in _FINITE:
        return likely and verb.base in sense("intransitive") and following not in ("of", "for", "was", "were", "fell")
    if form == "past":
        return True
    if form != "base" or not likely or following in ("time", "times"):
        return False
    return verb.base not in sense("compound") or following.endswith(("s", "ly", "al", "ic", "ive"))


def verb_places(text: str) -> Iterator[Opening]:
    """The opening verb and every verb coordinated to it: planned, led; redesigned … and trained …."""
    first = opening_verb(text)
    if not first:
        return
    yield first
    tokens = _tokens(text)
    at = next(index for index, token in enumerate(tokens) if token.start == first.start)
    heads = {at}
    subordinate = past_inside = False
    for index in range(at + 1, len(tokens)):
        word = tokens[index].word
        if word in _SUBORDINATORS:
            subordinate, past_inside = True, False
        found = find_verb(word)
        if subordinate and found and found[1] == "past" and not _opens_member(tokens, index):
            past_inside = True
        if (subordinate and past_inside) or not found or not _opens_member(tokens, index):
            continue
        if (opening := _member(tokens, index, first.form, heads)) is not None:
            heads.add(index)
            subordinate = False
            yield opening


def _before(tokens: tuple[_Token, ...], index: int) -> int:
    """The index of the token before this one, adverbs passed over."""
    index -= 1
    while index > 0 and _is_adverb(tokens[index].word):
        index -= 1
    return index


def _opens_member(tokens: tuple[_Token, ...], index: int) -> bool:
    """Whether the word stands where a coordinated phrase may begin: after a comma, a semicolon, "and", "or", "then"."""
    before = tokens[_before(tokens, index)]
    return before.word in ("and", "or", "but", "then", "&") or before.close[-1:] in (",", ";")


def _member(tokens: tuple[_Token, ...], index: int, form: Form, heads: set[int]) -> Opening | None:
    before = _before(tokens, index)
    bare_comma = tokens[before].word not in ("and", "or", "but", "then", "&")
    last = before if bare_comma else _before(tokens, before)
    # Straight behind another head verb it is one: "Planned, designed and led the move".
    opening = _verb_at(tokens, index, likely=last in heads or form == "base")
    if opening is None or not _agrees(opening, form):
        return None
    if last in heads:
        return opening
    following = _next(tokens, index)
    if not following or following == "by" or tokens[index].close:
        # "…, trained, coached and kept 12 people": a verb that shares its object with the next ones.
        return opening if following and following != "by" and tokens[index].close == "," and bare_comma else None
    neighbour = find_verb(tokens[last].word)
    if tokens[last].word in _ADJECTIVES or (neighbour and neighbour[1] == "past" and last not in heads):
        return None
    if following in PREPOSITIONS - {"up", "out"} and following not in _PARTICLES and bare_comma:
        return opening if opening.verb.base in sense("intransitive") else None
    return opening


def _agrees(opening: Opening, form: Form) -> bool:
    return opening.form == form or (opening.verb.past == opening.verb.base and form in ("base", "past"))


def recast(text: str, form: Form) -> str:
    """The phrase with its opening verb, and the verbs coordinated to it, in another form; the first letter small.

    A phrase that opens with no verb comes back unchanged.
    """
    parts: list[str] = []
    done = 0
    for place in verb_places(text):
        lead = text[done : place.start]
        parts.append((lead[:1].lower() + lead[1:] if not done else lead) + place.verb.form(form))
        done = place.end
    return "".join(parts) + text[done:] if parts else text


def to_gerund(text: str) -> str:
    """The phrase with its verbs in -ing: "Redesigned the intake" as "redesigning the intake"."""
    return recast(text, "gerund")


def to_base(text: str) -> str:
    """The phrase in the present tense of a resume: "Redesigned the intake" as "redesign the intake"."""
    return recast(text, "base")


def to_past(text: str) -> str:
    """The phrase in the past: "Redesign the intake" as "redesigned the intake"."""
    return recast(text, "past")
