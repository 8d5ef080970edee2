"""French as it is said: elisions and contractions, names of papers with their article, sums in words."""

from __future__ import annotations

import re

_NBSP = "\u00a0"
# Words whose first sound is no vowel's: "de hausse", "de onze". Most that begin with "ha" are such; `_MUTE_A` are not.
_SOUNDED = re.compile(
    r"h(?:â|a[bcilmnrstuv]|éros\b|ériss|éron\b|érauts?\b|ernie|eurt|ibou|iérarch|iss|obb|ock|oll|omard|ong"
    r"|ont|ors\b|oul|ous|otte|ot-dog|ublot|uche|uée|uis\b|uit|ul[ou]|upp|url|utte)|onz[ei]|oui\b|ouistiti|yaourt|yacht"
    r"|yog|yen\b|uhlan",
    re.IGNORECASE,
)
_MUTE_A = re.compile(r"h(?:abi|abit|alogène|alt[éè]r|ameçon|armoni|aleine|alluc)", re.IGNORECASE)
_MUTE_NAME = re.compile(
    r"H(?:ydro|ygi|éma|ôpita|ôtel|ôte|abita|umani|ébergement|élène|enri|ubert|uguette|ortic|istoir|armonie|élico|ommage)"
)
_VOWEL = re.compile(r"[aeiouyœæâàäéèêëîïôöûùü]", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]+\b")
_ARTICLE = re.compile(r"(?P<le>le )|(?P<les>les )", re.IGNORECASE)

_FEMININE = frozenset(
    "attestation licence maîtrise technique certification carte accréditation habilitation aec".split()
)
_MASCULINE = frozenset(
    "certificat diplôme permis brevet baccalauréat bac doctorat dec dep des dess mba microprogramme agrément".split()
)
_PERSON = re.compile(
    r"(?:eurs?|rices?|euses?|i[eè]res?|iers?|iste|ienn?e?|gène|logue|thérapeute|ingénieur|membre|avocate?)$"
)
_INFINITIVE = re.compile(r"[^\W\d_]{2,}(?:er|ir|oir|re)\b", re.IGNORECASE)
_NO_INFINITIVE = re.compile(
    r"(?:notre|votre|autre|entre|contre|cadre|titre|offre|premier|dernier|atelier|métier|quatre|maître|centre|registre"
    r"|hier|loisir|avenir|plaisir|espoir|désir|genre|membre|ministère)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?P<number>\d+(?:,\d+)?)[ \u00a0]?(?P<unit>[MGk])\$")
_SHARE = re.compile(r" \((?:environ[ \u00a0])?[\d,]+[ \u00a0]?%\)")
_NUMBERS = "zéro un deux trois quatre cinq six sept huit neuf".split()


def elides(words: str) -> bool:
    """Whether a small word loses its vowel before these: "d’édition", "l’hôtel", but "de hausse", "de onze", "de HEC"."""
    first = words[:1]
    if first in "hH":
        if _ACRONYM.match(words) or not words[1:2]:
            return False
        if first == "H":
            return bool(_MUTE_NAME.match(words))
        return bool(_MUTE_A.match(words)) or not _SOUNDED.match(words)
    if first in "yY":
        # "d’Yvon", "d’y aller", but "de Yamaha", "de yoga".
        return not _VOWEL.match(words[1:2] or "a") and not _SOUNDED.match(words)
    return bool(_VOWEL.match(words)) and not _SOUNDED.match(words)


def of(words: str) -> str:
    """The words after "de": "d’animatrice", "de gestionnaire", "du service", "des ventes"."""
    if match := _ARTICLE.match(words):
        return f"{'du' if match['le'] else 'des'} {words[match.end() :]}"
    return f"d’{words}" if elides(words) else f"de {words}"


def the_language(name: str) -> str:
    """A language with its article: "l’anglais", "le français", "la langue des signes"."""
    if name.startswith("langue "):
        return f"la {name}"
    return f"l’{name}" if elides(name) else f"le {name}"


def paper(name: str, *, definite: bool) -> str:
    """A diploma or certificate with its article: "une maîtrise", "le certificat"; "" where its gender is not known."""
    first = re.split(r"[\s,(]", name, maxsplit=1)[0].lower()
    if first not in _FEMININE | _MASCULINE:
        return ""
    feminine = first in _FEMININE
    said = name if name[:2].isupper() else name[:1].lower() + name[1:]
    if not definite:
        return f"{'une' if feminine else 'un'} {said}"
    return f"l’{said}" if elides(said) else f"{'la' if feminine else 'le'} {said}"


def is_person(name: str) -> bool:
    """Whether a title names who bears it: "Traductrice agréée", and not "Secourisme"."""
    first = re.split(r"[\s,(]", name, maxsplit=1)[0].lower()
    return bool(_PERSON.search(first)) or bool(re.fullmatch(r"[A-Z]{2,}", first.upper() if name[:2].isupper() else "-"))


def french_aloud(text: str) -> str:
    """Figures as they are said: no share in brackets, and sums without abbreviation: "1,4 million de dollars"."""
    return _SUM.sub(_sum, _SHARE.sub("", text))


def _sum(match: re.Match[str]) -> str:
    number, unit = match["number"], match["unit"]
    if unit == "k":
        return match[0] if "," in number else f"{number}{_NBSP}000{_NBSP}$"
    many = "s" if float(number.replace(",", ".")) >= 2 else ""
    return f"{number}{_NBSP}{'million' if unit == 'M' else 'milliard'}{many} de dollars"


def number_said(text: str) -> str:
    """A count from two to nine that opens the words, in letters: "six traductrices"."""
    number, _, rest = text.partition(" ")
    return f"{_NUMBERS[int(number)]} {rest}" if rest and len(number) == 1 and number in "23456789" else text


def is_infinitive(text: str) -> bool:
    """Whether the words open with a verb in the infinitive: "Diriger une équipe", and not "Atelier de Québec"."""
    return bool(_INFINITIVE.match(text)) and not _NO_INFINITIVE.match(text)


def french_reason(text: str) -> str:
    """Why somebody wants a job, as a sentence: "bâtir une équipe" as "Je veux bâtir une équipe."."""
    said = " ".join(text.split())
    if not said:
        return ""
    inside = said if said[:2].isupper() else said[:1].lower() + said[1:]
    if re.match(r"(?:parce qu|pour\b|afin d)", inside):
        said = f"Je suis ici {inside}"
    elif is_infinitive(inside):
        said = f"Je veux {inside}"
    elif re.match(r"(?:une?|les?|la|l’|l'|des|du|ce|cette) ?", inside) and len(said.split()) <= 12:
        said = f"Ce qui m’attire{_NBSP}: {inside}"
    else:
        said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."
