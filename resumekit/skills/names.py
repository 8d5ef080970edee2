"""Names: the competencies that the name of a credential, a programme or a course speaks of, by its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from resumekit.skills.cue import lemmas_of
from resumekit.skills.framework import Competency, Framework
from resumekit.skills.match import Contribution, Match, Span
from resumekit.skills.pattern import SMALL, Element, Pattern, Word, match_at
from resumekit.skills.reader import lemma_of

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Phrase:
    competency: Competency
    words: str
    pattern: Pattern


class NameReader:
    """Finds the names, terms and cues of competencies in names of papers. Papers alone never go beyond partial."""

    def __init__(self, framework: Framework, probability: float) -> None:
        self._probability = probability
        self._phrases = [phrase for item in framework.competencies for phrase in _phrases(framework, item)]

    def read(self, text: str) -> tuple[Match, ...]:
        """A match for each competency whose words the name holds, of several the longest, in the framework's order."""
        words = words_in(text)
        best: dict[str, tuple[int, Match]] = {}
        for phrase in self._phrases:
            for place in range(len(words)):
                end = match_at(phrase.pattern, words, place)
                if end is None:
                    continue
                name, length = phrase.competency.id, end - place
                if name not in best or length > best[name][0]:
                    best[name] = (length, self._match(phrase, Span(words[place].start, words[end - 1].end)))
        return tuple(match for _, match in best.values())

    def _match(self, phrase: _Phrase, span: Span) -> Match:
        competency, share = phrase.competency, self._probability
        said = Contribution("cue", phrase.words, log(share / (1 - share)), span)
        term = competency.usual_term
        return Match(competency.id, competency.group, share, "partial", "direct", term, (span,), (said,))


def accepted(framework: Framework, competency: Competency) -> frozenset[str]:
    """The sources that a competency accepts; of knowledge and credentials, papers are always evidence."""
    papers = ("credential", "education") if framework.kind_of(competency) in ("knowledge", "credential") else ()
    return frozenset((*competency.accepts, *papers))


def _phrases(framework: Framework, competency: Competency) -> Iterator[_Phrase]:
    if not {"credential", "education"} & accepted(framework, competency):
        return
    for text in (competency.name, *competency.terms):
        lemmas = tuple(Element("lemma", frozenset({word.lemma})) for word in words_in(text))
        if lemmas:
            yield _Phrase(competency, text, lemmas)
    for cue in competency.cues:
        if cue.relation == "direct":
            yield _Phrase(competency, cue.pattern, lemmas_of(cue.pattern))


def words_in(text: str) -> list[Word]:
    """The words of a name that are not small, by their lemmas, with their places."""
    found = ((match[0].lower(), match) for match in _WORD.finditer(text))
    return [
        Word(lemma_of(form), form, frozenset(), match.start(), match.end())
        for form, match in found
        if form not in SMALL and form != "and"
    ]


def holds(text: str, phrase: str) -> bool:
    """Whether a text holds a phrase, word by word, in whatever form of the words."""
    return bool(find(text, phrase))


def find(text: str, phrase: str) -> list[int]:
    """The places, counted in words, at which a phrase begins in a text."""
    words = [word.lemma for word in words_in(text)]
    sought = [word.lemma for word in words_in(phrase)]
    if not sought:
        return []
    return [place for place in range(len(words)) if words[place : place + len(sought)] == sought]
