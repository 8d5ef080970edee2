"""Reading a line as the wording rules do: without quotations, with its opening, its words and its figures."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from resumekit.text.clause import Opening, opening_verb
from resumekit.text.verbs import Form, Verb, find_verb, sense, verbs

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*’(?!\w)|(?<![\w])'[^']*'(?!\w)")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_COUNTED = re.compile(r"\S*[^\W_]\S*")
_EMPLOYER = re.compile(r" \([^()]*\)$")
# Names that hold a figure and measure nothing.
_NAMED = re.compile(
    r"\b(?:ISO(?:/IEC)?|IEC|CSA|ASTM|ANSI|IFRS|Windows|Office|Microsoft|Dynamics|Sage|COVID|Class|Grade|Level|Phase|Type"
    r"|Tier|Stage|Part|Section|Article|Chapter|Schedule|Bill|Form|Highway|Route|Room|Unit|Zone|Bay|Type|SOC|NFPA|Python"
    r"|Angular|Version|Area|Ward|Studio|Channel|Title|Red Seal|Local|Division|Century|Group|Web|Industry|Public Law)"
    r"[ \u00a0-]?\d[\d./:-]*[A-Za-z]?\b"
    r"|\b24/7\b|\b9-1-1\b|\b911\b|\b811\b|\b401\(?k\)?|\b360(?:-degree| degree|°)|\b(?:in|since|of|from|until|by|during|for)"
    r" (?:the )?(?:19|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (?:19|20)\d\d\b|\b[A-Za-z]+\d+[A-Za-z\d]*\b|\b\d+[A-Z][A-Za-z]*\b|\b\d[dD]\b",
)
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?"
    r"|dozens?|half|halved|halving|doubl(?:ed|ing|e)|tripl(?:ed|ing|e)|quadrupl(?:ed|ing|e)|twice|thrice|third|quarter"
    r"|tenfold|twofold|threefold|zero|single)\b"
    r"|\b(?:deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    r"|cinquante|soixante|cent|mille|milliers?|centaines?|dizaines?|douzaines?|moitié|tiers|doubl(?:é|er|ement|ant)"
    r"|tripl(?:é|er|ant)|zéro|millions?)\b",
    re.IGNORECASE,
)
OpeningKind = Literal["past", "base", "third", "gerund", "noun", ""]
_NOMINAL = re.compile(r"(?:tion|sion|ment|ance|ence|ship|ity|ness|ysis|keeping|ing|al|ure)s?$")
_RELATIVE = frozenset(("that", "which", "who"))
_AFTER_NOUN = frozenset("of for and to with in on at from by across within during & using, through".split())


@lru_cache(maxsize=4096)
def unquoted(text: str) -> str:
    """The text, of the same length, with what stands in quotation marks blanked out."""
    if not any(mark in text for mark in "“\"«‘'"):
        return text
    return _QUOTED.sub(lambda match: "\0" * len(match[0]), text)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, figures among them, without marks."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=4096)
def word_count(text: str, *, above: bool = False) -> int:
    """How many words a bullet has; `above` leaves out the employer named behind it above the history."""
    return len(_COUNTED.findall(_EMPLOYER.sub("", text) if above else text))


@lru_cache(maxsize=4096)
def has_figure(text: str) -> bool:
    """Whether it holds a number, money, a share, a time or a size; a name with a figure in it ("ISO 9001") is none."""
    return bool(_FIGURE.search(_NAMED.sub(" ", unquoted(text))))


@lru_cache(maxsize=4096)
def figure_places(text: str) -> tuple[tuple[int, int], ...]:
    """Where its figures stand."""
    bare = _NAMED.sub(lambda match: "\0" * len(match[0]), text)
    return tuple(match.span() for match in _FIGURE.finditer(bare))


def figure_near(text: str, start: int, end: int, reach: int) -> bool:
    """Whether a figure stands within `reach` words before or after these characters, in the same part of the text."""
    for first, last in figure_places(text):
        between = text[end:first] if first >= end else text[last:start]
        if len(between.split()) <= reach and not re.search(r"[;.]\s", between):
            return True
    return False


@lru_cache(maxsize=4096)
def opening(text: str) -> Opening | None:
    """The verb that a bullet opens with, adverbs passed over; None when it opens with something else."""
    skipped = _PASSED_OVER.match(text)
    if skipped:
        rest = opening(text[skipped.end() :])
        return replace(rest, start=rest.start + skipped.end(), end=rest.end + skipped.end()) if rest else None
    beginning = _BEGINNING.match(text)
    text = beginning[0] if beginning else text
    found = opening_verb(text, likely=True) or _second_chance(text)
    if not found or (found.start and _ADJECTIVAL.match(text) and found.form != "past"):
        return None
    return None if _reads_as_noun(text, found) or _is_subject(text, found) or _is_plural(text, found) else found


def _is_plural(text: str, found: Opening) -> bool:
    """Whether what looks like "manages" or "training" is a noun: "Volunteers, 120 in fall", "Grooming, discipline"."""
    rest = text[found.end :]
    if found.form == "gerund":
        return rest.startswith((",", ":", ";"))
    if found.form == "third" and text[found.start : found.end].lower() in _PLURAL_FIRST:
        head = words(rest)[:1]
        return not head or bool(_NOMINAL.search(head[0]) or head[0].lower() in _HEADS)
    if found.form != "third" or found.verb.base not in sense("noun"):
        return False
    return not rest.strip() or rest.startswith((",", ":", ";", " and ", " –", " -")) or words(rest)[0] in _AFTER_NOUN


# What is looked at to tell an opening: a verb, its adverbs, and the words that tell it from a noun.
_BEGINNING = re.compile(r"(?:\S+\s+){0,9}\S+")
_PASSED_OVER = re.compile(
    r"(?:twice|once|thrice|again|together|now|still|soon|alone|back|previously|currently|formerly|meanwhile|both)\s+(?=\w)",
    re.IGNORECASE,
)
# Words in -ly that stand before nouns, and "first", which does too.
_ADJECTIVAL = re.compile(
    r"(?:daily|weekly|biweekly|monthly|quarterly|yearly|hourly|nightly|early|likely|friendly|elderly|family|first|later|timely"
    r"|costly|orderly|assembly|supply|only|July|Emily)\b",
    re.IGNORECASE,
)


def _is_subject(text: str, found: Opening) -> bool:
    """Whether what looks like a verb belongs to the subject of a passive: "Work orders were completed"."""
    if found.form == "past" and found.verb.past != found.verb.base:
        return False
    return bool(_SUBJECT.match(text[found.end :]))


_SUBJECT = re.compile(
    r"(?! (?:that|the|an?|all|each|every|its|their|our|whether|how)\b)(?: [\w’'-]+){1,4}"
    r" (?:was|were|is|are|has been|have been) "
)


def _second_chance(text: str) -> Opening | None:
    """A form that the reading of clauses takes for a noun, where what follows is its object: "Order stock"."""
    first = _WORD.match(text)
    found = find_verb(first[0]) if first else None
    if first and not found and "-" in first[0]:
        return _joined_verb(text, first)
    if not first or not found or text[first.end() : first.end() + 1] in (":", "-", "–", "/", ","):
        return None
    if found[1] == "third":
        return Opening(*found, 0, first.end()) if _has_object(first[0].lower(), text[first.end() :]) else None
    if found[1] != "base":
        return None
    following = [word.lower() for word in words(text[first.end() :])[:2]]
    if (
        len(following) < 2
        or not (following[0] in _MASS or following[0].endswith("s"))
        or following[0] in _FINITE
        or following[1] in _FINITE
    ):
        return _shared_object(first, found[0], following)
    return Opening(found[0], "base", 0, first.end())


def _joined_verb(text: str, first: re.Match[str]) -> Opening | None:
    """A past verb joined to another word, with an object: "Spot-checked 300 invoices"; "Detail-oriented clerk" is none."""
    *front, last = first[0].split("-")
    found = find_verb(last)
    if not found or found[1] != "past" or last in _OF_CHARACTER or front[0].lower() in ("self", "well", "highly"):
        return None
    following = words(text[first.end() :])[:1]
    if not following or not _OBJECT_BEGINS.match(following[0]):
        return None
    return Opening(*found, first.end() - len(last), first.end())


_OF_CHARACTER = frozenset("oriented driven focused motivated based educated certified minded centred centered".split())
_OBJECT_BEGINS = re.compile(
    r"(?:the|an?|all|its|their|his|her|each|every|both|over|about|nearly|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|\d.*|[a-z]+[^s\W]s)$"
)


def _has_object(said: str, rest: str) -> bool:
    """Whether what may be a plural noun ("Orders", "Audits") is a verb, for an object follows: "Orders stock for"."""
    following = [word.lower() for word in words(rest)[:2]]
    if len(following) < 2 or said in _PLURAL_FIRST:
        return False
    head, after = following
    if head in _AFTER_NOUN or head in _FINITE or after in _FINITE or _is_past(head):
        return False
    if head in _MASS:
        return True
    if head in _HEADS:
        return False
    if re.search(r"[^s]s$|sses$|ly$", head):
        return True
    return bool(re.search(r"[^s]s$", after)) and not _NOMINAL.search(head) and after not in _AFTER_NOUN


def _is_past(word: str) -> bool:
    found = find_verb(word)
    return bool(found and found[1] == "past")


# Plurals that stand before other nouns: "claims adjusters", "benefits enrolment".
_PLURAL_FIRST = frozenset(
    "accounts arts awards benefits claims communications contracts events goods grants means needs operations parts permits"
    " records returns sales savings services skills sports supplies systems volunteers works results".split()
)


def _shared_object(first: re.Match[str], verb: Verb, following: list[str]) -> Opening | None:
    """Two verbs that share an object ("Plan and lead a move"); "Plan and budget review" holds none."""
    if len(following) == 2 and following[0] in ("and", "or", "&"):
        second = find_verb(following[1])
        if second and second[1] == "base" and following[1] not in _HEADS:
            return Opening(verb, "base", 0, first.end())
    return None


# Things told without an article or an ending: an order of stock, a count of cash.
_MASS = frozenset(
    "stock payroll inventory freight equipment data cash food staff material software content mail produce merchandise"
    " traffic blood medication medicine water waste evidence attendance correspondence coffee concrete fuel feedback"
    " research work care credit new public student patient client customer daily weekly monthly annual medical legal"
    " technical financial local online internal external digital social spending demand people children lumber bread"
    " meat fish grain livestock cattle machinery furniture luggage baggage paper paperwork property land soil access"
    " safety quality progress performance compliance income revenue space time first large small key".split()
)
_FINITE = frozenset("was were is are has have had will did does being".split())
_HEADS = frozenset(
    "control support research report care work service system team plan sheet entry desk staff sales leader lead member"
    " review audit design delivery supply use access level cost budget chain base trade flow book books test line data"
    " safety quality security policy experience duties tasks skills knowledge analysis operations relations resources"
    " logistics communications admin accounts payable receivable inventory maintenance assistance compliance records"
    " services systems planner coordinator manager analyst officer clerk assistant supervisor director specialist"
    " response recovery repair sale release launch rollout setup setup upkeep oversight".split()
)


def _reads_as_noun(text: str, found: Opening) -> bool:
    """Whether what looks like a verb is the first of nouns: "Lead generation for", "Process improvement", "Set design"."""
    verb, form, rest = found.verb, found.form, text[found.end :]
    if form in ("base", "third") and re.match(r" of\b", rest):
        return True
    if form == "past" and verb.past != verb.base:
        said = text[found.start : found.end].lower()
        return (said == "assisted" and rest.lower().startswith(" living")) or (
            said in _SAID_OF_PEOPLE
            and bool(re.match(r" [a-z-]+[^s\W](?:\W|$)", rest))
            and not _OBJECT.match(rest.split()[0])
        )
    if form not in ("base", "past") or (verb.base not in sense("noun") and verb.base not in _AMBIGUOUS):
        return False
    following = [word.lower() for word in words(rest)[:2]]
    if not following or rest[:1] in (":", "-", "–"):
        return bool(following) or len(words(text)) < 2
    return bool(re.match(r" (?:of\b|[IVX]+\b)", rest)) or _is_compound(verb, form, following, rest)


# Told of a person, and no deed: "Talented designer", "Experienced and calm driver".
_SAID_OF_PEOPLE = frozenset("talented skilled experienced accomplished seasoned dedicated motivated qualified".split())


def _is_compound(verb: Verb, form: Form, following: list[str], rest: str) -> bool:
    """Whether a word that may be a noun and the words behind it are one name, or a subject: "Code reviewed by"."""
    head, after = following[0], following[1] if len(following) > 1 else ""
    closes = not after or after in _AFTER_NOUN | _RELATIVE or rest.lstrip()[len(head) :][:1] in (":", ",", ";", "–")
    inner = find_verb(head)
    if form == "base" and inner and inner[1] == "past" and inner[0].past != inner[0].base:
        return closes or after == "by"
    if f"{verb.base} {head}" in _COMPOUNDS:
        return True
    if verb.base in _COMPOUND_FIRST - _SHAPED_ALIKE and (_NOMINAL.search(head) or head in _HEADS):
        return closes
    if head.endswith("ing") and verb.base not in _TAKES_TRAINING:
        return closes
    # Two nouns in a row before the phrase ends: "Customer service support for".
    return verb.base in _COMPOUND_FIRST and after in _HEADS and head in _HEADS


_SHAPED_ALIKE = frozenset("set cut bid cast split spread shut put".split())
# Verbs that take such a noun as their object: "Plan training for 12 clerks".
_TAKES_TRAINING = _SHAPED_ALIKE | frozenset(
    "lead plan offer host support present deliver start schedule order design fund hold run".split()
)
_AMBIGUOUS = frozenset("set cut bid cast split spread labour labor".split())
_COMPOUND_FIRST = sense("compound") | frozenset(
    "set cut bid budget staff project program process report record market product service contract supply stock"
    " safety quality risk sales customer client patient network system test data code file network event sample audit"
    " account credit grant policy research volunteer fund film stage sound light waste water".split()
)
_COMPOUNDS = frozenset(
    "lead generation;lead poisoning;lead hand;lead hands;lead guard;lead teacher;lead instructor;lead developer;"
    "lead analyst;lead cook;lead technician;lead singer;lead author;lead investigator;lead designer;"
    "labour relations;labor relations;point person;"
    "set design;set construction;set building;cut resistance;bid preparation;"
    "bid management;cast iron;split shifts;budget management;staff scheduling;staff training;staff supervision;"
    "design review;design support;plan review;plan development;store opening;support services;support staff;"
    "travel arrangements;travel booking;travel coordination;order processing;order fulfilment;order entry;"
    "help desk;stock control;stock rotation;stock replenishment;cost control;cost reduction;cost estimation;"
    "change management;trade show;trade shows;train operations;track record;test automation;test execution".split(";")
)


def is_surely_verb(text: str, found: Opening) -> bool:
    """Whether a present form can be nothing but a verb: by itself, or by what follows it."""
    if found.form not in ("base", "third"):
        return True
    following = words(text[found.end :])
    head = following[0].lower() if following else ""
    inner = find_verb(head)
    if found.verb.base not in sense("noun"):
        return found.form == "base" or not (head in ("for", "of", "and") or (inner and inner[1] == "past"))
    if found.form == "base" and found.verb.base in _SELDOM_NOUNS:
        return True
    return bool(_OBJECT.match(head) or head in _MASS or (head in ("to", "with", "on") and len(following) > 2))


_SELDOM_NOUNS = frozenset(
    "lead train process review support handle plan answer monitor research supply document interview forecast help teach"
    " transport schedule design".split()
)
# A determiner, a figure, a plural or an adjective.
_OBJECT = re.compile(
    r"(?:the|an?|all|its|their|his|her|each|every|both|any|new|more|over|up|out|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|\d.*|\$.*|\w+(?:s|ly|al|ic|ive|ing|ous|ble|ful|ary|ent|ant|ate))$"
)


@lru_cache(maxsize=4096)
def opening_kind(text: str) -> OpeningKind:
    """The form of the verb that a bullet opens with; "noun" when it opens with no verb, "" when it has no words."""
    if not words(text):
        return ""
    found = opening(text)
    if not found:
        return "noun"
    # "Cut", "Set" and "Led" aside, a form that past and present share is read as either.
    return found.form


def is_either_tense(found: Opening) -> bool:
    """Whether the form is past and present at once: cut, set, put."""
    return found.verb.past == found.verb.base


@lru_cache(maxsize=1)
def participles() -> frozenset[str]:
    """The past participles of the lexicon's verbs."""
    return frozenset(verb.participle for verb in verbs().values()) | {"been", "done", "held", "made", "born"}


def is_participle(word: str) -> bool:
    word = word.lower()
    if word in participles():
        return True
    found = find_verb(word)
    return bool(found and found[1] == "past" and word.endswith("ed"))


def ordinal(number: int) -> str:
    """A number as an ordinal: third, 9th."""
    return {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth"}.get(number, f"{number}th")
