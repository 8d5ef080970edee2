"""SPE: spelling, by the dictionaries of the language and the usage of the country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from resumekit.lint.finding import Finding
from resumekit.lint.known_words import words_known_to
from resumekit.lint.page import Page, PageLine
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings
from resumekit.text.dictionary import is_word, oxford, respelled, slip_of, suggestions
from resumekit.text.verbs import find_verb

_ENGLISH = ("en",)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# What is no prose: addresses of the web and of mail, paths, tags, code.
_NO_PROSE = re.compile(r"\S*(?:://|@|www\.)\S*|\S+\.(?:ca|com|org|net|io|dev|py|js|net)\b\S*|#\w+|\S*[/\\]\S+[/\\]\S*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_SENTENCE = re.compile(r"(?:^|[.!?:;•|]\s+|[–—]\s+|[“\"(]\s*)$")
_POSSESSIVE = re.compile(r"['’]s?$")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|presqu)['’]", re.IGNORECASE)
_PREFIX = re.compile(
    r"^(?:anti|bi|bio|co|counter|cross|cyber|de|electro|eco|geo|hydro|hyper|inter|intra|macro|mega|micro|mid|mini|mis|multi"
    r"|nano|neuro|non|off|on|out|over|para|peri|photo|post|pre|pro|pseudo|psycho|re|self|semi|socio|sub|super|tele|thermo"
    r"|trans|tri|ultra|un|under|up)(?=[a-z]{5})"
)
_SPELLED: tuple[str, ...] = ("bullet", "duty", "profile", "text", "heading", "title", "other")


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int
    opens: bool
    """Whether a sentence opens with it, so that a capital says nothing."""


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[_Token, ...]:
    """The words of a text that spelling can be asked of: no addresses, quotations, acronyms or names with figures."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[_Token]:
    for hidden in (_NO_PROSE, _QUOTED):
        text = hidden.sub(lambda match: " " * len(match[0]), text)
    for match in _WORD.finditer(text):
        around = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
        if any(sign.isdigit() or sign in "_&@" for sign in around):
            continue
        word = match[0]
        if word[1:].lower() != word[1:] and "’" not in word and "'" not in word:
            continue
        opens = bool(_SENTENCE.search(text[: match.start()])) or match.start() == 0
        yield _Token(word, match.start(), match.end(), opens)


@rule("SPE001", domain="L18", severity="error", languages=_ENGLISH)
def foreign_spelling(page: Page, settings: Settings) -> Iterator[Finding]:
    """A word spelled as another country spells it.

    Why: a Canadian reader takes "color" for a mistake, or for a resume written for somebody else; two spellings of one
    word in a text are a mistake in any country.

    - bad: Redesigned the color charts of 40 products
    - bad: Organised 12 job fairs and a training center
    - bad: Renewed the driver's license records of 80 couriers
    - good: Redesigned the colour charts of 40 products
    - good: Organized 12 job fairs at the Rockefeller Center
    - good: Analyzed the program of 30 travelling counsellors and renewed their driver's licences
    """
    own, mixed = respelled(page.locale), _mixed_britain(page)
    for line in page.lines:
        if line.kind not in _SPELLED:
            continue
        for token in tokens(line.text):
            if token.word[:1].isupper() and not token.opens:
                continue
            lower = token.word.lower()
            if right := own.get(lower) or mixed.get(lower):
                right = right.capitalize() if token.word[:1].isupper() else right
                yield _respelled(line, token.start, token.end, right, page.locale)
        if line.kind in ("bullet", "duty", "profile", "text", "other"):
            for hit in settings.phrases("en", f"foreign-{page.locale[-2:].lower()}").find(line.text):
                last = line.text[hit.start : hit.end].split()[-1]
                yield _respelled(line, hit.end - len(last), hit.end, str(hit.value), page.locale)


_COUNTRY = {"en-CA": "Canada", "en-US": "the United States", "en-GB": "Britain"}


def _respelled(line: PageLine, start: int, end: int, right: str, locale: str) -> Finding:
    said = line.text[start:end]
    country = _COUNTRY.get(locale, locale)
    return line.found(f"“{said}”: in {country} it is spelled “{right}”", start, end,
                      suggestion=f"write “{right}”", replacement=right)  # fmt: skip


def _mixed_britain(page: Page) -> dict[str, str]:
    """In Britain -ise and -ize may both stand, but one of them throughout: the rarer in the text is foreign to it."""
    if page.locale != "en-GB":
        return {}
    by_american = oxford()
    by_british = {british: american for american, british in by_american.items()}
    said = [token.word.lower() for line in page.prose for token in tokens(line.text)]
    american = [word for word in said if word in by_american]
    british = [word for word in said if word in by_british]
    if not american or not british:
        return {}
    return {word: by_american[word] for word in american} if len(american) <= len(british) else {
        word: by_british[word] for word in british
    }  # fmt: skip


@rule("SPE002", domain="L28", severity="warning")
def misspelled(page: Page, settings: Settings) -> Iterator[Finding]:
    """A word that the dictionary does not have, and that is near to one it has.

    Why: two such errors cost a good resume 7 points of its chance of an interview, five cost 18; spelling is read as
    care. A name or a term of the trade goes to `checks: words` of the client file.

    - bad: Acheived 12% growth in sales
    - bad: Trained 40 custmer service agents
    - bad: [title] Managment Consultant
    - bad: [fr] Dirigé le développment de trois équipes
    - good: Achieved 12% growth in sales with Kubernetes and Terraform
    - good: Onboarded 40 agents in Iqaluit, Kelowna and Trois-Rivières
    - good: [fr] Dirigé le développement de trois équipes à l’échelle nationale
    """
    for line, token, meant in _misspelled(page, settings):
        certain = _certain(line.text, token, settings, page.language)
        offered = " or ".join(f"“{_like(token.word, item)}”" for item in ([certain] if certain else meant))
        yield line.found(
            f"“{token.word}” is not in the dictionary", token.start, token.end, suggestion=f"write {offered}",
            replacement=_like(token.word, certain) if certain else None,
        )  # fmt: skip


def _certain(text: str, token: _Token, settings: Settings, language: str) -> str:
    value = settings.table(language, "misspelled").get(token.word.lower())
    return str(value) if value else ""


def _like(word: str, other: str) -> str:
    return other[:1].upper() + other[1:] if word[:1].isupper() else other


def _misspelled(page: Page, settings: Settings) -> Iterator[tuple[PageLine, _Token, tuple[str, ...]]]:
    own = {word.lower() for entry in settings.table(page.language, "known") for word in _WORD.findall(entry)}
    known = words_known_to(page.resume, page.posting) | own
    certain = settings.table(page.language, "misspelled")
    for line in page.lines:
        if line.kind not in _SPELLED:
            continue
        for token in tokens(line.text):
            lower = token.word.lower()
            if lower in known or _POSSESSIVE.sub("", lower) in known:
                continue
            if certain.get(lower):
                yield line, token, (str(certain[lower]),)
            elif meant := _meant(token, line, page.language):
                yield line, token, meant


def _meant(token: _Token, line: PageLine, language: str) -> tuple[str, ...]:
    """What a word stands for, when it is certainly none: () for words that are known, and for what may be a name."""
    word = _POSSESSIVE.sub("", token.word)
    if language == "fr":
        word = _ELISION.sub("", token.word)
    if len(word) < 4 or is_word(word, language) or is_word(token.word, language) or "'" in word or "’" in word:
        return ()
    lower = word.lower()
    if language == "en" and ((prefix := _PREFIX.match(lower)) and is_word(lower[prefix.end() :], "en")):
        return ()
    if word[:1].isupper() and (not token.opens or line.kind in ("title", "other", "heading")):
        # A name, but for a slip in a word that resumes are full of: Managment, Comunication.
        slip = slip_of(word, language) if len(word) >= 7 else ""
        return (slip,) if slip and not lower.startswith(slip) and not slip.startswith(lower) else ()
    found = suggestions(word, language)
    if word[:1].isupper():
        # The first word of a bullet is a verb, unless it is a name.
        slip = slip_of(word, language) if language == "en" else ""
        found = found if slip and (find_verb(slip) or len(word) > 6) else ()
    if language == "fr":
        # Anglicisms and names in small letters: French has room for them.
        return found if len(word) >= 6 and not is_word(word, "en") else ()
    return found


@rule("SPE003", domain="L28", severity="error")
def misspelled_twice(page: Page, settings: Settings) -> Iterator[Finding]:
    """Two misspelled words or more in one text.

    Why: one may pass for a slip of the keys; two tell the reader that nobody read it again.

    - bad: Acheived 12% growth | Trained 40 custmer service agents
    - good: Achieved 12% growth | Trained 40 customer service agents
    """
    found = list({token.word.lower(): (line, token) for line, token, _ in _misspelled(page, settings)}.values())
    if len(found) >= int(settings.limit("misspelled_words")):
        line, token = found[1]
        listed = ", ".join(f"“{item.word}”" for _, item in found[:6])
        yield line.found(f"{len(found)} misspelled words: {listed}", token.start, token.end)


@rule("SPE004", domain="L28", severity="warning")
def wrong_word(page: Page, settings: Settings) -> Iterator[Finding]:
    """A word that is right in itself and wrong here, or stands twice in a row.

    Why: no dictionary finds it, and every reader does.

    - bad: Promoted to project manger after a year
    - bad: Trained the the night crew
    - bad: [fr] Formé les les équipes de nuit
    - good: Promoted to project manager after a year
    - good: Ensured that that day's orders had had their checks
    """
    for line in page.prose:
        for hit in settings.phrases(page.language, "confused").find(line.text):
            said = line.text[hit.start : hit.end]
            yield line.found(f"“{said}” is hardly what is meant", hit.start, hit.end, suggestion=f"“{hit.value}”?")
        for match in _TWICE.finditer(line.text):
            if match[1].lower() not in _MAY_REPEAT and not (match[1][:1].isupper() and match[1] == match[2]):
                yield line.found(f"“{match[0]}”: the word stands twice", match.start(), match.end(),
                                 suggestion=f"write “{match[1]}”", replacement=match[1])  # fmt: skip


_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]{2,})\s+(\1)(?![\w'’-])", re.IGNORECASE)
_MAY_REPEAT = frozenset({"that", "had", "nous", "vous", "so", "bye", "knock", "walla"})
