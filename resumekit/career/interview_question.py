"""How an interviewer asks about a requirement or a duty: the posting's words built in where they fit, quoted where not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resumekit.career.kit_words import Behavioural
from resumekit.skills.posting import Requirement
from resumekit.skills.posting_kind import names_in
from resumekit.skills.posting_words import posting_words
from resumekit.text.clause import opening_verb, to_base
from resumekit.text.english import lowered

LONGEST = 14
"""A phrase of more words than this is quoted: nobody would say it in one breath."""
_GOOD = (
    r"(?:an?\s+)?(?:(?:very|excellent|strong|good|superior|exceptional|outstanding|proven|demonstrated|solid|sound|advanced|basic|"
    r"effective|well-developed|superb|great|working|thorough|deep|general|some|hands-on|previous|prior|related|relevant)"
    r"(?:,| and)?\s+)*"
)
_YOURS = re.compile(r"^(?:you\s+(?:have|bring|are|show)\s+|have\s+|including\s+)", re.IGNORECASE)
_ASKS = re.compile(r"^(?:you\s+(?:have|bring|are|must\s+(?:have|be))|must\s+(?:have|be|hold))\s+", re.IGNORECASE)
_TAIL = re.compile(
    r",?\s+(?:(?:is|are|would be)\s+)?(?:an?\s+)?(?:strongly\s+)?(?:required|preferred|mandatory|essential|(?:strong\s+)?asset)$",
    re.IGNORECASE,
)
_KNOWLEDGE = re.compile(
    rf"^{_GOOD}(?:knowledge|understanding|awareness|command|grasp)\s+(?:of|in|on|about)\s+(?P<what>.+)$", re.IGNORECASE
)
_ABILITY = re.compile(
    rf"^{_GOOD}(?:ability|able|capacity|capable|willing|willingness|comfort|comfortable|aptitude)\s+to\s+(?P<what>.+)$",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    rf"^{_GOOD}(?P<what>experience\s+(?:in|with|of|as|at|on|working|[a-z]+ing)\b.*|[\w-]+(?:\s[\w-]+){{0,2}}\s+experience\b.*)$",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"^.*?\b(?:years?|yrs?|months?)(?:['’]|\s+of)?\s+(?:of\s+)?"
    r"(?P<what>(?:(?:[\w-]+\s+){0,3}experience\b|(?:in|as|of|with)\b|[\w-]+\s+[\w-]+).*)$",
    re.IGNORECASE,
)
_SKILLS = re.compile(rf"^{_GOOD}(?P<what>.*\bskills?)$", re.IGNORECASE)
_RECORD = re.compile(rf"^{_GOOD}(?:track\s+record|record|history)\s+(?:of|in)\s+(?P<what>.+)$", re.IGNORECASE)
_NO_THING = re.compile(
    r"^an?\s|\d|\b(?:years?|months?|weeks?|hours?|players?)\b|(?:al|ive|ous|able|ible|ic|ed|ful|less|minded|(?<!m)ent|ant|"
    r"er|or|ist)$",
    re.IGNORECASE,
)
"""What only seems to be one: an article before a thing that is counted, a time, an adjective, a person."""
_LAW = re.compile(r"\b(?:Act|Code|Regulations?|[Ll]aws?|[Ll]egislation|[Ss]tandards|[Bb]y-?laws?)$")
_NO_PHRASE = re.compile(
    r"[;:“”\"()/?!]|,\s*\d|\d\s*(?:years?|%|\+)|\b(?:you|your|we|our|us|i|they|who|which|that|is|are|be|must|will|would|should|can|may|required|"
    r"preferred|asset|please|minimum|least|etc|equivalent|related)\b",
    re.IGNORECASE,
)
_NAMES = frozenset({"Canadian", "Indigenous", "American", "British", "European", "Christian", "Jewish", "Muslim"})
_ALSO_ADJECTIVES = frozenset({"clear", "correct", "direct", "open", "pay"})
"""Verbs that open a name of two words as well: "clear writing", "pay equity"."""
_NO_START = re.compile(
    r"^(?:in|at|from|of|for|with|by|to|on|as|and|or|including|preferably|such|no|not|all|any)\b", re.IGNORECASE
)


def asked(requirement: Requirement, words: Behavioural, *, english: bool = True, french: bool = False) -> str:
    """The one question that a must-have leads to; what cannot be a story is asked in the way that fits it.

    A question in French quotes what is asked for, in the posting's own words.
    """
    match requirement.kind:
        case "eligibility" | "driving" | "availability":
            return words.condition.format(what=trimmed(requirement.phrase))
        case "credential" | "education":
            template = words.credential if requirement.kind == "credential" else words.education
            return template.format(what=trimmed(requirement.phrase))
        case "language" if requirement.names and not french:
            return words.language.format(what=_languages(requirement))
        case "tool" if tool := tool_of(requirement) if not french else one_tool_of(requirement):
            return words.tool.format(what=tool)
    built = _built(requirement, words) if english and not french else ""
    quoted = words.quoted_years if requirement.kind == "years" else words.quoted
    return built or quoted.format(what=trimmed(requirement.phrase))


def trimmed(phrase: str) -> str:
    """A requirement without the words that only ask for it: "You have a diploma", "a diploma is required"."""
    return _TAIL.sub("", _ASKS.sub("", phrase.strip(" ."))) or phrase


def _languages(requirement: Requirement) -> str:
    joint = " or " if len(requirement.alternatives) > 1 else " and in "
    return joint.join(name.capitalize() for name in requirement.names)


def tool_of(requirement: Requirement) -> str:
    """The tools that a requirement names, as the posting writes them; empty where the names do not stand in it."""
    names = requirement.names if requirement.kind == "tool" else ()
    found = [re.search(rf"(?<!\w){re.escape(name)}(?!\w)", requirement.phrase, re.IGNORECASE) for name in names]
    joint = " or " if len(requirement.alternatives) > 1 else " and "
    return joint.join(match[0] for match in found if match)


def one_tool_of(requirement: Requirement) -> str:
    """The tool, where a requirement names one alone."""
    return tool_of(requirement) if len(requirement.names) == 1 else ""


def subject_of(requirement: Requirement) -> str:
    """What a requirement asks to know, a law or a subject; empty where it does not ask for knowledge."""
    phrase = _TAIL.sub("", _YOURS.sub("", requirement.phrase.strip(" .")))
    found = _KNOWLEDGE.match(phrase)
    what = found["what"] if found else phrase if _LAW.search(phrase) and requirement.kind == "skill" else ""
    return what if what and _stands(what) else ""


def _built(requirement: Requirement, words: Behavioural) -> str:
    """The question with the phrase built in; empty where it might not read as a sentence."""
    phrase = _TAIL.sub("", _YOURS.sub("", requirement.phrase.strip(" .")))
    if requirement.kind == "years":
        what = _experience(phrase)
        return words.depends.format(what=f"your {_inside(what)}") if what and _stands(what) else ""
    if found := _ABILITY.match(phrase):
        return words.had_to.format(what=_inside(found["what"])) if _stands(found["what"]) else ""
    if subject := subject_of(requirement):
        what = subject if _LAW.search(subject) else f"your knowledge of {_inside(subject)}"
        return words.apply.format(what=what)
    for pattern in (_EXPERIENCE, _SKILLS):
        if (found := pattern.match(phrase)) and _stands(found["what"]):
            return words.depends.format(what=f"your {_inside(found['what'])}")
    if found := _RECORD.match(phrase):
        phrase = found["what"]
    return words.depends.format(what=_inside(phrase)) if _is_thing(phrase) else ""


def _experience(phrase: str) -> str:
    """What years are asked of, as it follows "your": "experience in HR", "years of software development"."""
    found = _YEARS.match(phrase)
    if not found:
        return ""
    if re.search(r"\bexperience\b", found["what"], re.IGNORECASE):
        return found["what"]
    if re.match(r"(?:in|as|of|with)\b", found["what"], re.IGNORECASE):
        return f"experience {found['what']}"
    if _is_gerund(found["what"]):
        return f"experience {found['what']}"
    return f"years of {found['what']}" if re.search(r"\bof\s+$", phrase[: found.start("what")], re.IGNORECASE) else ""


def _stands(phrase: str) -> bool:
    """Whether a phrase is short and plain enough to stand inside a sentence."""
    return len(phrase.split()) <= LONGEST and not _NO_PHRASE.search(phrase) and not _NO_START.match(phrase)


def _is_gerund(phrase: str) -> bool:
    opening = opening_verb(phrase)
    return opening is not None and opening.form == "gerund"


def _is_thing(phrase: str) -> bool:
    """Whether a phrase names something that a result can depend on: no order, no quality, no person, no length of time."""
    return _stands(phrase) and not (_is_order(phrase) or _NO_THING.search(phrase))


def _is_order(phrase: str) -> bool:
    """Whether a phrase tells somebody to do a thing, or that they do it: "Lead teams"."""
    opening = opening_verb(phrase)
    if opening is None or opening.form == "gerund":
        return False
    short = len(phrase.split()) <= 2
    return not (short and (opening.form == "past" or opening.verb.base in _ALSO_ADJECTIVES))


def _inside(phrase: str) -> str:
    """The phrase with a small first letter, unless its first word is a name or a name begins with it."""
    bare = phrase.strip(" .,")
    first, _, rest = bare.partition(" ")
    if _is_name(first):
        return bare
    plain = first[1:].islower() and not rest[:1].isupper()
    return first[:1].lower() + bare[1:] if plain else lowered(bare)


def _is_name(word: str) -> bool:
    places = any(pattern.fullmatch(word.lower()) for pattern in posting_words().regions.values())
    return places or word in _NAMES or bool(names_in(word, "language") or names_in(word, "tool"))


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty as it follows "to", where its words allow that."""

    text: str
    """With its verb in the base form, or the posting's own words."""
    fits: bool
    """Whether it can follow "to"."""


_WILL = re.compile(r"^(?:to|you(?:['’]ll| will)|the (?:[\w-]+ ){0,3}?(?:will|must)|responsible for)\s+", re.IGNORECASE)
_ANY_OTHER = re.compile(
    r"^(?:any\s+|and\s+)?(?:other|additional|related)\s+(?:\w+\s+){0,2}(?:duties|tasks|work)\b", re.IGNORECASE
)
_LISTED = re.compile(r"^([A-Za-z]+),\s+([a-z]+)")
"""A list of verbs: "Design, build and run services"."""


def duty_of(text: str, *, english: bool = True) -> Duty:
    """A duty of a posting: "Run services in Python", "You will build …", "Managing …" as a plan or a question says it."""
    whole = " ".join(text.split()).strip(" .;,")
    bare = _WILL.sub("", whole)
    opening = opening_verb(bare) if english else None
    if english and opening is None and _LISTED.match(bare):
        opening = opening_verb(_LISTED.sub(r"\1 the \2", bare))
    if (
        opening is None
        or opening.form not in ("base", "gerund")
        or re.search(r"[.!?;]\s|\byou(?:r)?\b", bare, re.IGNORECASE)
    ):
        return Duty(whole, fits=False)
    based = to_base(bare)
    return Duty(based[:1].lower() + based[1:], fits=True)


def says_a_duty(text: str) -> bool:
    """Whether a line of duties names one: "Other duties as assigned" does not."""
    return not _ANY_OTHER.match(text)
