"""What kind of thing a phrase of a posting asks for."""

from __future__ import annotations

import re
from functools import lru_cache

from resumekit.skills.posting import RequirementKind
from resumekit.skills.posting_words import plain, posting_words

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), start=1
    )
} | {"un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "dix": 10}
_NUMBER = rf"(?P<number>\d{{1,2}}(?:\.\d)?|{'|'.join(_NUMBERS)})"
YEARS = re.compile(
    rf"(?<![\w$.,]){_NUMBER}(?:\s?\(\d{{1,2}}\))?\s{{0,2}}(?:\+|plus|or\s+more|ou\s+plus)?"
    r"(?:\s{0,2}(?:-|–|to|à)\s{0,2}(?:\d{1,2}|[a-z]{3,6}))?\s{0,2}(?:\+|full|consecutive)?\s{0,2}"
    r"(?P<unit>years?|yrs?|months?|ans|années?|mois)\b"
)
_ELIGIBILITY = re.compile(
    r"\b(?:legally\s+)?(?:entitled|eligible|authori[sz]ed|permitted|able)\s+to\s+work\s+in\b|\bwork\s+permit\b|"
    r"\b(?:background|criminal|police|credit|reference|driver'?s?\s+abstract)\s+(?:record\s+)?(?:check|search|screening)|"
    r"\bvulnerable[ -]sector\b|\bvaccinat|\bimmuni[sz]|\bsecurity\s+clearance\b|\breliability\s+status\b|"
    r"\bdrug\s+(?:and\s+alcohol\s+)?(?:test|screen)|\bpermanent\s+resident|\bcanadian\s+citizen|\b18\s+years\s+of\s+age\b|"
    r"\bantécédents\s+judiciaires\b|\bpermis\s+de\s+travail\b"
)
_DRIVING = re.compile(
    r"\bdriver'?s?'?\s+licen[cs]e\b|\bdriving\s+licen[cs]e\b|\b(?:valid|class)\s+(?:[a-z0-9]{1,2}\s+)?licen[cs]e\b|"
    r"\bclass\s+(?:[1-7]|g[12]?|az|dz)\b|\b(?:own|reliable)\s+(?:vehicle|car|transportation)\b|\baccess\s+to\s+a\s+vehicle\b|"
    r"\bpermis\s+de\s+conduire\b"
)
_AVAILABILITY = re.compile(
    r"\b(?:willing\w*|available|availability|able|ability|flexib\w+)\b.{0,40}"
    r"\b(?:travel|shifts?|weekends?|evenings?|nights?|overtime|on[ -]call|relocate|stand|lift)\b|"
    r"\b(?:rotating|night|afternoon|weekend|evening)\s+shifts?\b|\btravel\s+(?:up\s+to\s+)?\d{1,2}\s?%|"
    r"\b(?:lift|carry)\s+(?:up\s+to\s+)?\d{1,3}\s?(?:lbs?|pounds|kg)|\bon[ -]call\b|\b(?:occasional|some)\s+travel\b"
)
_CREDENTIAL = re.compile(
    r"\bdesignation\b|\blicen[cs](?:e|ed|ure)\b|\bcertification\b|\bcertified\b|\bregistered\s+with\b|\bregistration\s+with\b|"
    r"\bgood\s+standing\b|\baccredit|\btitre\s+(?:de|professionnel)\b|\bcertificate\s+of\s+qualification\b"
)
_LEVELS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(r"\bhigh[ -]school\b|\bsecondary\s+school\b|\bgrade\s+12\b|\bged\b|\bossd\b|\bétudes\s+secondaires\b")),
    (2, re.compile(r"\bpost[ -]?secondary\b|\bcollege\b|\bdiploma\b|\bcertificate\b|\bdiplôme\b|\bdec\b|\bdep\b|\bcollégial")),
    (3, re.compile(r"\bbachelor|\bbaccalaur[eé]at|\bundergraduate\b|\buniversity\b|\bdegree\b|\bb\.?ed\b|\bb\.?sc\.?n?\b")),
    (4, re.compile(r"\bmaster(?:'?s|\s+of)(?:\s+degree)?|\bmba\b|\bgraduate\s+degree\b|\bmaîtrise\b|\bm\.?ed\b|\bmsn\b")),
    (5, re.compile(r"\bdoctora|\bph\.?d\b")),
)  # fmt: skip
_OF_EXPERIENCE = re.compile(
    r"^['’\s]*(?:of\s+|d['’]|de\s+)?(?:(?:related|relevant|professional|progressive|proven|recent|direct|work|working|"
    r"hands-on|similar|full-time)\s+){0,3}(?:experience|expérience)\b[,\s]*(?:working\b)?",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^['’\s]*(?:of|in|with|as|doing|de|en|dans|à titre de)\s+(?:an?\s+|the\s+)?", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"\bbilingual|\bbilingue\b|\bfluen|\bspok|\bspeak|\bwritten|\blanguage|\blangue\b|\bproficien|\bmaîtrise\b|"
    r"\bcommand\b"
)
_CLAIMED = re.compile(r"\b(?:teach|study|studies|literature|curriculum|class|grade)\w*\b")


_BY_WORDING: tuple[tuple[RequirementKind, re.Pattern[str]], ...] = (
    ("eligibility", _ELIGIBILITY), ("driving", _DRIVING), ("availability", _AVAILABILITY), ("years", YEARS),
)  # fmt: skip


@lru_cache(maxsize=4_096)
def kind_of(text: str) -> RequirementKind:
    """The kind of a phrase: the narrowest that its words show."""
    lower = plain(text)
    for kind, pattern in _BY_WORDING:
        if pattern.search(lower):
            return kind
    if names_in(text, "credential"):
        return "credential"
    certified = _CREDENTIAL.search(lower) is not None
    if (level := education_level(text)) and not (level == 2 and certified):
        return "education"
    if certified:
        return "credential"
    if names_in(text, "language"):
        return "language"
    return "tool" if names_in(text, "tool") else "skill"


def names_in(text: str, kind: str) -> tuple[str, ...]:
    """The credentials, languages or tools that a phrase names, in the order of the data; tools in that of the text."""
    words, lower = posting_words(), plain(text)
    if kind == "credential":
        return tuple(name for name, pattern in words.credentials.items() if pattern.search(lower))
    if kind == "language":
        found = tuple(name for name, pattern in words.languages.items() if pattern.search(lower))
        if re.search(r"\bbilingu", lower) and not found:
            return "english", "french"
        about = len(lower.split()) <= 6 or _LANGUAGE.search(lower)
        return found if about and not _CLAIMED.search(lower) else ()
    if kind == "tool":
        return tuple(dict.fromkeys(match[0] for match in words.tools.finditer(lower) if _is_tool(text, match)))
    return ()


def _is_tool(text: str, match: re.Match[str]) -> bool:
    return match[0] not in posting_words().capital or text[match.start()].isupper()


def education_level(text: str) -> int | None:
    """The least level that a phrase asks for, or that a diploma is; None where it names none."""
    lower = plain(text)
    lower = re.sub(r"(master'?s|doctora\w*) degree", r"\1", lower)
    found = [level for level, pattern in _LEVELS if pattern.search(lower)]
    # "college diploma" and "university degree" name one level twice; "diploma or degree" two, of which the lower does.
    return min(found) if found else None


def years_in(text: str) -> tuple[float, str] | None:
    """How many years a phrase asks for, at least, and of what."""
    lower = plain(text)
    match = YEARS.search(lower)
    if not match:
        return None
    said = match["number"]
    number = float(_NUMBERS[said]) if said in _NUMBERS else float(said)
    if match["unit"].startswith("mo"):
        number /= 12
    rest = text[match.end() :] if text[match.end() :].strip(" .") else text[: match.start()]
    subject = _LEAD.sub("", _OF_EXPERIENCE.sub("", rest))
    return number, " ".join(subject.split()).strip(" .,;:()")
