"""A bullet as its author tells it in a letter: "cut costs" and "réduction des coûts" with the person before them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import takewhile

_NBSP = "\u00a0"
_DE = r"(?:(?P<du>du )|(?P<des>des )|(?P<la>de la |de l[’'])|d[’'](?P<vowel>)|de )"
_NUMBERS = frozenset("deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent mille".split())
_ALSO = re.compile(r"\bet (?P<noun>[^\W\d_]+) (?:de|d[’']|du|des|dans|à|au)\b")

# Names that English sets an article before: "the Town of Kettle Bend", "the Canadian Armed Forces".
_BODY = (
    r"Forces|Navy|Army|Force|Guard|Police|Rangers|Mint|Red Cross|Legion|Society|Association|Institute|Council|Agency|"
    r"Board|Commission|Authority|Museum|Academy|Service"
)
_WITH_THE = re.compile(
    r"(?:(?:Regional )?(?:Town|City|Region|District|Village|County|Municipality)|Ministry|Department|Office|University"
    rf"|Government|Province|Association|Society|Institute|Bank|Port) (?:of|for) |(?:Canadian|Royal|National) .*(?:{_BODY})$"
)
_FRENCH_AU = re.compile(r"(?:Cégep|Centre|Ministère|Collège|Musée|Port|Service|Bureau|Conseil|Groupe|Réseau)\b")
_FRENCH_A_LA = re.compile(
    r"(?:Ville|Municipalité|Commission|Société|Régie|Caisse|Banque|Bibliothèque|Clinique|Fondation|Voirie|Maison)\b"
)
_FRENCH_ELIDED = re.compile(r"(?:Université|Hôpital|Institut|Agence|Association|Office|École|Atelier)\b")


def at_place(name: str, language: str) -> str:
    """Where someone works, as a sentence names it: "at Northwind", "at the City of Guelph", "chez Béton Charlevoix"."""
    if language != "fr":
        return f"at the {name}" if _WITH_THE.match(name) else f"at {name}"
    if _FRENCH_AU.match(name):
        return f"au {name}"
    if _FRENCH_A_LA.match(name):
        return f"à la {name}"
    return f"à l’{name}" if _FRENCH_ELIDED.match(name) else f"chez {name}"


@cache
def _participles() -> Mapping[str, tuple[str, str]]:
    """The past participle of each action noun, and the preposition of what it acts on."""
    data = tomllib.loads((files("resumekit.text") / "lexicons" / "verbs-fr.toml").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, str]] = {}
    for entry in data["verbs"].values():
        participle, noun, _, *preposition = entry.split(" | ")
        # Of several verbs with one noun, the one that is most like it: "rédaction" is "rédigé" before "écrit".
        if noun not in found or _alike(participle, noun) > _alike(found[noun][0], noun):
            found[noun] = (participle, preposition[0] if preposition else "de")
    return {**found, "contribution": ("contribué", "à"), "participation": ("participé", "à")}


def _alike(word: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))


def french_first_person(text: str) -> str:
    """What was done as its author tells it: "Refonte du calendrier" as "j’ai refondu le calendrier".

    "" for what does not open with the noun of a known action, and for what would change its sense.
    """
    head, *outcome = text.split(f"{_NBSP}: ", maxsplit=1)
    done = _verbal(head)
    if not done or ":" in head or ";" in text:
        return ""
    if not outcome:
        return f"j’ai {done}"
    brought = _verbal(outcome[0])
    return f"j’ai {done}, ce qui a {brought}" if brought else f"j’ai {done} ({outcome[0]})"


def _verbal(phrase: str) -> str:
    """The phrase with a participle in place of its action noun; "" where that cannot be."""
    lowered = phrase[:1].lower() + phrase[1:]
    noun = max((noun for noun in _participles() if lowered.startswith(f"{noun} ")), key=len, default="")
    if not noun or any(other["noun"] in _participles() for other in _ALSO.finditer(lowered)):
        return ""
    participle, preposition = _participles()[noun]
    rest = lowered[len(noun) + 1 :]
    if preposition != "de":
        return f"{participle} {rest}"
    if not (match := re.match(_DE, rest)):
        return ""
    after = rest[match.end() :]
    if match["du"]:
        return f"{participle} le {after}"
    if match["des"]:
        return f"{participle} les {after}"
    if match["la"]:
        return f"{participle} {match['la'].removeprefix('de ')}{after}"
    if re.match(r"une? |\d", after) or after.split(" ")[0] in _NUMBERS:
        return f"{participle} {after}"
    return f"{participle} des {after}" if re.match(r"[^\W\d_-]+(?:-[^\W\d_]+)*[sx]\b", after) else ""
