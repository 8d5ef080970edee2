"""French: a deed as French resumes word it, in nouns: refonte de l'accueil : délai ramené de 13 à 8 semaines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from resumekit.model.achievement import Measure
from resumekit.text.deed import Deed, sentences
from resumekit.text.fitting import is_said
from resumekit.text.locale import Locale
from resumekit.text.measures import Figures, is_change, is_percent, number_places, singular, stated, word_measure

LONGEST = 32
_NBSP = "\u00a0"
_I = re.compile(r"^(?:j['’]ai|nous avons|avoir)\s+", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouyâàéèêëîïôûœ]|h(?!ui|aut|asard|onte|iérarch)", re.IGNORECASE)
_NO_DE = re.compile(
    r"(?:à|au|aux|avec|sur|dans|en|auprès|pour|par|chez|contre|de|d['’]|du|sous|vers|comme|entre|selon|sans)\b|\w+ment\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:est|sont|était|étaient|avait|avaient|a|ont|\w{3,}ait|\w{3,}aient|n['’]\w+)\b", re.IGNORECASE
)
_REASON = re.compile(
    r"(?:pour|afin|à la suite|devant|face|malgré|en raison|dans|après|lors|suivant|en réponse)\b", re.IGNORECASE
)
_INSERT = re.compile(r",(?!\d)| (?=(?:grâce|malgré|pendant|durant|sans|tout en|au cours|en moins)\b)")
_FIRST = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Verb:
    noun: str
    feminine: bool
    preposition: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase in nouns: each has its words and whether it is feminine (None: not known)."""

    nouns: tuple[tuple[str, bool | None], ...]

    def bare(self) -> str:
        return "".join(words for words, _ in self.nouns)

    def after_to(self) -> str:
        """The phrase behind "grâce", "contribution": à la refonte, au suivi; "" where a gender is not known."""
        parts = []
        for words, feminine in self.nouns:
            joint = re.match(r"(?:, | et |; )?", words)
            lead = joint[0] if joint else ""
            word = words[len(lead) :]
            if feminine is None:
                return ""
            article = "à l’" if _VOWEL.match(word) else "à la " if feminine else "au "
            parts.append(f"{lead}{article}{word}")
        return "".join(parts)


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((files("resumekit.text") / "lexicons" / "verbs-fr.toml").read_text(encoding="utf-8"))


@cache
def _sense(name: str) -> frozenset[str]:
    return frozenset(_data()["sense"][name].split())


@cache
def _verbs() -> Mapping[str, _Verb]:
    """Every verb by its infinitive and by its past participle."""
    found = {}
    for infinitive, entry in _data()["verbs"].items():
        participle, noun, gender, *preposition = entry.split(" | ")
        verb = _Verb(noun, gender == "f", preposition[0] if preposition else "de")
        found[infinitive] = found[participle] = verb
    return found


@cache
def _genders() -> Mapping[str, bool]:
    """Whether the action nouns are feminine, by their first word."""
    extra = {"hausse": True, "baisse": True, "croissance": True, "économies": True, "recul": False, "intérim": False}
    return {verb.noun.split()[0]: verb.feminine for verb in _verbs().values()} | extra


def compose_french(deed: Deed, locale: Locale) -> str:
    """The sentence: the action, a colon, the result; the result first, by "grâce à", where the deed asks for it."""
    action = nominal(_joined(deed.action))
    result = nominal(_joined(deed.result)).bare()
    head, result, left = _fit(action.bare(), result, deed.measures, locale)
    if head != action.bare():
        action = _Phrase(((head, action.nouns[0][1] if len(action.nouns) == 1 else None),))
    if not head:
        text = _contribution(_Phrase(((result, _gender(result)),)), deed) if deed.contributed else result
        return _set(text + _tail(left, ", ", locale), deed)
    if result and deed.lead == "result" and (means := action.after_to()):
        if deed.contributed:
            result = _contribution(_Phrase(((result, _gender(result)),)), deed)
        return _set(f"{result} grâce {means}" + _tail(left, ", ", locale), deed)
    start = _contribution(action, deed) if deed.contributed else head
    joint = " – " if ":" in result else ", avec " if ":" in start else f"{_NBSP}: "
    if result:
        return _set(f"{start}{joint}{lowered(result)}" + _tail(left, ", ", locale), deed)
    return _set(start + (_tail(left, joint, locale) or ("" if deed.measures else _why(deed, start))), deed)


def _joined(text: str) -> str:
    parts = [_I.sub("", part) for part in sentences(text)]
    return "; ".join([*parts[:1], *(lowered(part) for part in parts[1:])])


def lowered(text: str) -> str:
    """The phrase as it stands inside a sentence: a small first letter, unless it is a name's or an acronym's."""
    first = _FIRST.match(text)
    if not first or not first[0][0].isupper() or any(c.isupper() for c in first[0][1:].replace("’", "'").split("'")[0]):
        return text
    word = first[0].lower().split("'")[0].split("’")[0]
    following = text[first.end() :].strip()[:1]
    known = word in _genders() or word in _data()["nouns"] or word in _verbs() or len(word) <= 3
    return text[0].lower() + text[1:] if known or not following.isupper() else text


def nominal(text: str) -> _Phrase:
    """The phrase in nouns: "Repensé l'accueil et formé le personnel" as "refonte de l'accueil et formation du personnel".

    A phrase that opens with no verb of the lexicon stays as it is.
    """
    parts: list[tuple[str, bool | None]] = []
    rest = text
    joint = ""
    while rest:
        found = _opening(rest)
        if found is None:
            break
        verb, end = found
        tail = rest[end:]
        cut = _next_verb(tail)
        complement = _complement(tail[: cut[0]] if cut else tail, verb)
        parts.append((f"{joint}{verb.noun}{complement}", verb.feminine))
        joint, rest = (tail[cut[0] : cut[1]], tail[cut[1] :]) if cut else ("", "")
    if not parts:
        return _Phrase(((text, _gender(text)),))
    return _Phrase(tuple(parts))


def _opening(text: str) -> tuple[_Verb, int] | None:
    low = text.lower().replace("'", "’")
    for size in (3, 2, 1):
        match = re.match(rf"\S+(?: \S+){{{size - 1}}}", low)
        if match and (verb := _verbs().get(match[0].rstrip(","))):
            return verb, len(match[0].rstrip(","))
    return None


def _next_verb(text: str) -> tuple[int, int] | None:
    """The place of the joint before the next coordinated verb."""
    for match in re.finditer(r", et | et |, |; ", text):
        if _opening(text[match.end() :]):
            return match.start(), match.end()
    return None


def _gender(text: str) -> bool | None:
    word = (_FIRST.match(text) or [""])[0].lower()
    return _genders().get(word)


def _complement(text: str, verb: _Verb) -> str:
    """What follows the verb, as it follows the noun: le → du, les → des, un → d'un, 12 → de 12."""
    body = text.lstrip()
    if not body or text[:1] in ",;" or _NO_DE.match(body):
        return text
    return f" {_with_preposition(body, verb.preposition)}"


def _with_preposition(text: str, preposition: str) -> str:
    if preposition not in ("de", "à"):
        return f"{preposition} {text}"
    le, les = ("du", "des") if preposition == "de" else ("au", "aux")
    for article, merged in (("le ", f"{le} "), ("les ", f"{les} ")):
        if text.lower().startswith(article):
            return merged + text[len(article) :]
    if preposition == "de":
        if text.lower().startswith("des "):
            text = text[4:]
        return f"d’{text}" if _VOWEL.match(text) else f"de {text}"
    return f"à {text}"


def _contribution(phrase: _Phrase, deed: Deed) -> str:
    """The phrase as one who took part may say it."""
    text = phrase.bare()
    first = (_FIRST.match(text) or [""])[0].lower()
    if first in _sense("shared"):
        return text
    if first in _sense("leadership"):
        return f"Membre de l’équipe chargée {_with_preposition('la ' + lowered(text), 'de')}" if _gender(text) else (
            f"Membre de l’équipe chargée du {lowered(text)}"
        )  # fmt: skip
    whole = _Phrase(tuple((lowered(words), feminine) for words, feminine in phrase.nouns)).after_to()
    return f"Contribution {whole}" if whole else f"Travail d’équipe{_NBSP}: {lowered(text)}"


def _fit(
    action: str, result: str, measures: tuple[Measure, ...], locale: Locale
) -> tuple[str, str, tuple[Measure, ...]]:
    """The measures set into the result, else into the action; what fits neither is left."""
    left: list[Measure] = []
    for measure in measures:
        figures = word_measure(measure, locale)
        if (said := _said(measure, result, figures)) is not None:
            result = said
        elif (said := _said(measure, action, figures)) is not None:
            action = said
        elif (counted := _count(measure, action, figures)) is not None:
            action = counted
        elif result and (not measure.of or _named(measure, result)):
            result = _attached(measure, result, figures)
        elif not result and action and not measure.of:
            action = _attached(measure, action, figures)
        else:
            left.append(measure)
    return action, result, tuple(left)


def _said(measure: Measure, text: str, figures: Figures) -> str | None:
    """The text when it says the figures already, with the percentage it lacks; None when it does not."""
    if not is_said(measure, text):
        return None
    if not figures.percent or "%" in text:
        return text
    at = max(close for value, _, close in number_places(text) if value in stated(measure))
    unit = re.match(r"[\s\u00a0]*(?:%|\$|€|[^\W\d_]+)", text[at:]) if measure.unit else None
    at += unit.end() if unit else 0
    return f"{text[:at]} ({figures.percent}){text[at:]}"


def _named(measure: Measure, text: str) -> bool:
    words = {singular(word) for word in re.findall(r"[^\W\d_]{4,}", (measure.of or "").lower())}
    return bool(words & {singular(word) for word in re.findall(r"[^\W\d_]{4,}", text.lower())})


def _count(measure: Measure, text: str, figures: Figures) -> str | None:
    """The value set before the noun it counts: formation de 45 infirmières."""
    unit = re.escape(measure.unit or "")
    if is_change(measure) or not unit or not text or is_percent(measure):
        return None
    match = re.search(rf"\b(?:d['’]|de |des )({unit})\b", text, re.IGNORECASE)
    return f"{text[: match.start()]}de {figures}{text[match.end() :]}" if match else None


def _attached(measure: Measure, text: str, figures: Figures) -> str:
    first = (_FIRST.match(text) or [""])[0]
    if is_change(measure):
        at = boundary.start() if (boundary := _INSERT.search(text)) else len(text)
        return f"{text[:at]} {figures}{text[at:]}"
    if first.lower() in _sense("change") | _sense("sums"):
        rest = text[len(first) :]
        if not rest or re.match(r" (?:sur|en|dans|pour|par|grâce)\b", rest):
            return f"{first} {_with_preposition(str(figures), 'de')}{rest}"
        if first.lower() in _sense("change") or len(text.split()) == 1:
            return f"{text} {_with_preposition(str(figures), 'de')}"
    return f"{text} ({figures})"


def _tail(measures: tuple[Measure, ...], joint: str, locale: Locale) -> str:
    """What no other part of the sentence took up: délai ramené de 13 à 8 semaines (38 %)."""
    bare = "".join(f" ({word_measure(measure, locale)})" for measure in measures if not measure.of)
    phrases = [_phrase(measure, locale) for measure in measures if measure.of]
    return bare + (joint + locale.joined(phrases) if phrases else "")


def _phrase(measure: Measure, locale: Locale) -> str:
    of = lowered(measure.of or "")
    figures = str(word_measure(measure, locale))
    if is_change(measure):
        return f"{of} {_participle(measure)} {figures}"
    if not measure.unit or measure.unit.lower() == of.lower():
        return str(word_measure(measure.model_copy(update={"unit": of}), locale))
    return f"{of} {_with_preposition(figures, 'de')}"


def _participle(measure: Measure) -> str:
    """Ramené or porté, in the noun's gender and number; "passant" where either is not known."""
    first = (_FIRST.match((measure.of or "").lower()) or [""])[0]
    form, _, better = str(_data()["nouns"].get(first, "")).partition(" ")
    start, end = measure.start, measure.end
    if not form or start is None or end is None or start == end:
        return "passant"
    verb = "ramené" if end < start else "porté"
    if (better == "moins" and end > start) or (better == "plus" and end < start):
        return "passant"
    return verb + ("e" if "f" in form else "") + ("s" if "p" in form else "")


def _why(deed: Deed, start: str) -> str:
    challenge = deed.challenge
    if not challenge or len((start + challenge).split()) > LONGEST:
        return ""
    if _REASON.match(challenge):
        return f" {lowered(challenge)}"
    article = re.match(r"(?:le|la|les|un|une|des)\s|l['’]", challenge, re.IGNORECASE)
    if article and not _FINITE.search(challenge):
        return f" pour remédier {_with_preposition(lowered(challenge), 'à')}"
    return ""


def _set(text: str, deed: Deed) -> str:
    """The typography of French: no-break spaces before : ; ? ! % » and after «; one kind of apostrophe."""
    text = re.sub(r"\bde (?=environ\b)", "d’", text)
    text = re.sub(r"[ \u00a0\u202f]+(?=[:;?!%»](?!//))", _NBSP, text)
    text = re.sub(r"(?<=\d)%", f"{_NBSP}%", text)
    text = re.sub(r"«[ \u202f]?(?!\u00a0)", f"«{_NBSP}", text)
    stated = f"{deed.action}{deed.result}{deed.challenge}"
    return text.replace("’", "'") if "'" in stated and "’" not in stated else text
