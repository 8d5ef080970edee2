"""The employer's need, as an answer ends on it: the posting's first duty or must-have, else the target's field."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from resumekit.career.objection import ObjectionRules
from resumekit.compose.kit import Kit
from resumekit.compose.kit_answer import FIXED, Slot, fill
from resumekit.document.line import Line, Source
from resumekit.sections.profile import lowered
from resumekit.skills.posting_match import ASKED, PostingMatch, Row
from resumekit.text.deed import cleaned
from resumekit.text.french_speech import is_infinitive
from resumekit.text.verbs import find_verb

# Where a long duty may be broken off and stay whole: before what only explains it further.
_TAIL = re.compile(
    r"\s*[;:(–—]|\s+[-–—]\s|, (?=(?:from|for|including|such as|in|on|at|by|to|while|which|that|who|using|through|"
    r"ensuring|across|within|under|with|as)\b)|, and (?=\w+ing\b)"
)
_LEAST_WORDS = 3
_OPENING = re.compile(
    r"^(?:you (?:have|hold|are|bring|will (?:have|bring|be|need)|must (?:have|be|hold))"
    r"|must (?:be|have|hold)|we (?:need|ask for)|including)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Need:
    """What the employer needs: its words, how they are worded, and what they rest on."""

    form: str
    """The name of its opening in the rules: duty, quoted, field, role, job."""
    text: str
    source: Source

    def sentence(self, rules: ObjectionRules, tail: str, *, again: bool = False) -> Line:
        """The last sentence of an answer; `again` says it in other words."""
        words = rules.need_again if again else rules.need
        whole = words[self.form] + ("" if self.form == "quoted" else tail)
        return fill(whole, {"need": Slot(self.text)}, self.source)


def need_of(kit: Kit, rules: ObjectionRules, without: Collection[int] = ()) -> Need:
    """The first of the posting's duties and must-haves that can be said, else the target's field, role, or the job.

    Args:
        without: the places of the posting's rows that are not to be named.
    """
    return next(_needs(kit, rules, without))


def needs_in_turn(kit: Kit, rules: ObjectionRules) -> list[Need]:
    """What the cards of one kit can end on, one after the other: each duty of the posting that can be said."""
    return [need for need in _needs(kit, rules, ()) if need.form == "duty"]


def _needs(kit: Kit, rules: ObjectionRules, without: Collection[int]) -> Iterator[Need]:
    french = kit.context.locale.language == "fr"
    if kit.match:
        yield from _asked(kit.match, rules, without, french=french)
    target = kit.context.target
    for form in ("field", "role"):
        text = getattr(target, form, None)
        if target and text and len(text.split()) <= rules.most_need_words:
            yield Need(form, lowered(text) if french else text, Source.fact(target.key, form))
    yield Need("job", "this job", FIXED)


def _asked(match: PostingMatch, rules: ObjectionRules, without: Collection[int], *, french: bool) -> Iterator[Need]:
    for duty in match.posting.duties:
        source = Source("posting", f"{duty.span.start}-{duty.span.end}")
        said = cleaned(match.posting.quote(duty.span))
        if (
            french
            and match.posting.language == "fr"
            and is_infinitive(said)
            and len(said.split()) <= rules.most_need_words
        ):
            yield Need("duty", lowered(said), source)
        elif (match.posting.language != "en" or french) and len(said.split()) <= rules.most_need_words:
            yield Need("quoted", said, source)
        elif not french and (text := as_infinitive(said, rules.most_need_words)):
            yield Need("duty", text, source)
    for number, row in enumerate(match.rows):
        text = quoted(row.requirement.phrase)
        if number not in without and _is_must(row) and 0 < len(text.split()) <= rules.most_need_words:
            yield Need("quoted", text, posting_source(row))


def posting_source(row: Row) -> Source:
    """The words of the posting that a requirement was read from."""
    return Source("posting", f"{row.requirement.span.start}-{row.requirement.span.end}")


def _is_must(row: Row) -> bool:
    return row.requirement.need == "must" and row.requirement.kind not in ASKED


def as_infinitive(duty: str, most: int) -> str:
    """A duty as it stands after "to": "Lead a team of 48 nurses" as "lead a team of 48 nurses".

    "" for one that does not open with a verb in its plain form, or is too long to be said and cannot be broken off.
    """
    text = cleaned(re.sub(r"^(?:to|you will|you'll|you’ll)\s+", "", cleaned(duty), flags=re.IGNORECASE))
    first = re.split(r"[\s,]", text, maxsplit=1)[0]
    known = find_verb(first)
    if not known or known[1] != "base" or len(text.split()) < 2 or "?" in text or re.search(r"[.!]\s", text):
        return ""
    for match in _TAIL.finditer(text):
        head = text[: match.start()].rstrip(" ,")
        if len(head.split()) >= _LEAST_WORDS and head.count("(") == head.count(")"):
            text = head
            break
    return lowered(text) if len(text.split()) <= most else ""


def quoted(phrase: str) -> str:
    """A requirement without the words that only ask for it: "You have two years of it" as "two years of it"."""
    return _OPENING.sub("", cleaned(phrase)).strip("“”\"' ")
