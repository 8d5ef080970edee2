"""The words of a resume as a person says them: with a subject, without labels, brackets and shortened numbers."""

from __future__ import annotations

import re

from resumekit.text.clause import opening_verb
from resumekit.text.deed import capitalized, cleaned
from resumekit.text.english import is_clause, is_honour, lowered
from resumekit.text.verbs import find_verb

_OWN = re.compile(r"^I(?: have|['’]ve)? (?=[a-z])")
_OURS = re.compile(r"^(?:We(?: have|['’]ve)?|As a team,? we) (?=[a-z])", re.IGNORECASE)
_STATE = re.compile(
    r"(?:responsible|accountable|in charge|tasked|part of|an? member|the first|the only|one of)\b", re.IGNORECASE
)
# Nouns of those who do something; a duty may be told by them alone: "Mentor to new graduates".
_DOERS = (
    "mentor|organi[sz]er|coordinator|commander|leader|head|(?:co-)?chair(?:person)?|member|secretary|treasurer|president"
    "|captain|coach|trainer|instructor|tutor|supervisor|manager|director|(?:co-)?author|editor|(?:co-)?founder|speaker"
    "|presenter|facilitator|representative|steward|champion|delegate|ambassador|advis[eo]r|consultant|host|judge"
    "|recipient|winner|owner|contact|planner|buyer|interpreter|translator|inspector|auditor|investigator|moderator"
)
_DOER = re.compile(
    rf"(?P<article>(?:an?|the) )?(?:[\w’'-]+ ){{0,3}}?(?:{_DOERS})(?= (?:of|to|for|on|at|in|with|and)\b|[,;]|$)",
    re.IGNORECASE,
)
_ONE_OF_MANY = re.compile(r"(?:recipient|winner|member|speaker|delegate|judge|contact)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:(?:key|main|major|other|notable|selected) )?(?:achievements?|accomplishments?|highlights?|results?|duties|duty"
    r"|responsibilities|projects?|tasks?)(?:\s*:|\s+[–—-])\s+(?=\S)",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"(?P<number>[$€£]?\d[\d,.]*)\s?(?P<unit>[KkM]|MM|bn?)\b(?!\w)")
_UNITS = {"K": ",000", "M": " million", "MM": " million", "B": " billion", "BN": " billion"}
_ABOUT = re.compile(r"\b(?:approx\.?|approximately|circa|ca\.|roughly)\s+(?=[$€£\d])|~\s?(?=[$€£\d])", re.IGNORECASE)
# Letters in brackets are a name's short form, and a share in brackets is left out: neither is said after a comma.
_BRACKET = re.compile(r" \((?P<inner>(?![A-Z][\w.&/-]*\))[^()]*[a-z][^()]*|(?:about )?[$€£]\d[^()]*)\)(?P<after>.?)")

_BELOW = re.compile(r"\b(?:so that|that|who|which|where|because|when|while|if)\b", re.IGNORECASE)
_BORNE = re.compile(r"\b(?:matters|means|makes|drives|gives) ")
_HIS = re.compile(r"\b(?:his|her)\b(?= [a-z])")
_NEXT = re.compile(
    r"(?P<joint>,? (?:and|then|and then|but|or) )(?P<verb>[a-z]+s)\b"
    r"(?P<object> (?:it|them|the|an?|my|what|how|people)\b)?"
)
# What people say of themselves and no resume of its deeds.
_OWN_VERBS = frozenset("ask stay think care know feel like love enjoy remember notice believe admit own".split())
_DRAWN = re.compile(r"(?:(?:my|an?|the) )?(?:love|passion|interest|chance|opportunity|wish|desire)\b", re.IGNORECASE)


def own_words(phrase: str) -> str:
    """The phrase without the person it opens with: "I cut costs" as "cut costs"."""
    return _OWN.sub("", phrase)


def is_shared(phrase: str | None) -> bool:
    """Whether the words themselves say that several did it: "We introduced bedside handover"."""
    return bool(_OURS.match(cleaned(phrase)))


def unshared(phrase: str) -> str:
    """The phrase without the "we" that it opens with."""
    bare = _OURS.sub("", phrase, count=1)
    return bare if bare == phrase else capitalized(bare)


def is_doer(phrase: str) -> bool:
    """Whether a duty is told by who did it: "Mentor to new graduates", "Deputy commander of a platoon"."""
    match = _DOER.match(phrase)
    return match is not None and opening_verb(phrase, likely=False) is None


def as_doer(phrase: str) -> str:
    """Such a duty as it follows "I was": "mentor to new graduates", "a recipient of the medal"."""
    first = re.split(r" (?:of|to|for|on|at|in|with|and)\b|[,;]", phrase, maxsplit=1)[0]
    said = f"{phrase[:1].lower()}{phrase[1:]}" if not phrase[:2].isupper() else phrase
    bare = not re.match(r"(?:an?|the) ", phrase, re.IGNORECASE)
    return f"{_article(said)} {said}" if bare and _ONE_OF_MANY.search(first) else said


def after_i(phrase: str) -> str:
    """A finished bullet as it follows "I"; "" for what no person can be put before.

    What several did stays theirs: "We merged two offices" is "was on the team that merged two offices".
    """
    if is_shared(phrase):
        return f"was on the team that {lowered(unshared(phrase))}"
    bare = own_words(phrase)
    if is_honour(capitalized(bare)) or _STATE.match(bare):
        return f"was {bare[:1].lower()}{bare[1:]}"
    if is_doer(bare):
        return f"was {as_doer(bare)}"
    opening = opening_verb(bare)
    return bare if opening and opening.form in ("past", "base") else ""


def unlabelled(text: str) -> str:
    """The text without the label of a list: "Key achievements: new ERP" as "New ERP"."""
    return capitalized(_LABEL.sub("", text)) if _LABEL.match(text) else text


def unabridged(text: str) -> str:
    """Numbers and brackets as they are said: "(approx. $250K)" as ", about $250,000,"."""

    def number(match: re.Match[str]) -> str:
        unit = match["unit"].upper()
        decimal = unit == "K" and "." in match["number"]
        return match[0] if decimal else f"{match['number']}{_UNITS[unit]}"

    def aside(match: re.Match[str]) -> str:
        after = match["after"]
        return f", {match['inner']}{',' if after == ' ' else ''}{after}"

    return _BRACKET.sub(aside, _ABOUT.sub("about ", _SHORTENED.sub(number, text)))


def as_reason(text: str) -> str:
    """Why somebody wants a job, as a sentence: "to use what I know" as "I want to use what I know."."""
    said = " ".join(text.split())
    if not said:
        return ""
    inside = said[:1].lower() + said[1:] if not said[:2].isupper() else said
    opening, whole = opening_verb(said), bool(_BORNE.search(said)) or is_clause(_BELOW.split(said, maxsplit=1)[0])
    known = find_verb(inside.split(" ")[0].rstrip(","))
    if re.match(r"to \w", said, re.IGNORECASE):
        said = f"I want {inside}"
    elif re.match(r"because ", said, re.IGNORECASE):
        said = f"I am here {inside}"
    elif not whole and (_DRAWN.match(said) or (known and known[1] == "gerund")):
        said = f"What draws me is {inside}"
    elif not whole and opening and opening.form == "base":
        said = f"I want to {inside}"
    else:
        said = capitalized(said)
    return ended(said)


def as_trait(text: str) -> str:
    """A strength as its owner says it: "Keeps his word" as "I keep my word"; a noun or an adjective stays."""
    first, _, rest = text.partition(" ")
    known = find_verb(first.lower())
    base = first.lower()[:-1] if first.lower()[:-1] in _OWN_VERBS and first.endswith("s") else ""
    base = known[0].base if known and known[1] == "third" else base
    if not rest or not base:
        return text
    return f"I {base} {_NEXT.sub(_plain, _HIS.sub('my', rest))}"


def _plain(match: re.Match[str]) -> str:
    """A further verb of the same subject without its ending: ", then writes" as ", then write"."""
    known = find_verb(match["verb"])
    if not known or known[1] != "third" or not (match["object"] or "then" in match["joint"]):
        return match[0]
    return f"{match['joint']}{known[0].base}{match['object'] or ''}"


def ended(text: str) -> str:
    """The text with a full stop, unless it ends in a mark of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _article(phrase: str) -> str:
    return "an" if phrase[:1].lower() in "aeio" else "a"
