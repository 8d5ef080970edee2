"""VRB: the voice and tense of a bullet, in English, and verbs that give a machine away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page, PageLine
from resumekit.lint.reading import (
    is_either_tense,
    is_participle,
    is_surely_verb,
    opening,
    opening_kind,
    ordinal,
    unquoted,
    words,
)
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings
from resumekit.lint.stronger import offered
from resumekit.lint.tagger import Tagger, tagged_opening, tagged_passives, tagger_of
from resumekit.text.clause import recast
from resumekit.text.deed import capitalized
from resumekit.text.verbs import Form, find_verb

ENGLISH = ("en",)


@rule("VRB003", domain="L03", severity="warning", languages=ENGLISH)
def passive(page: Page, settings: Settings) -> Iterator[Finding]:
    """A passive sentence.

    Why: it hides who did it, which is the one thing that a resume is to say.

    - bad: Was given the task of training new staff
    - bad: Monthly reports were prepared for the board
    - good: Was promoted to shift lead after eight months
    - good: Prepared monthly reports for the board
    - good: Trained five clerks, who were hired by the county
    """
    tagger = tagger_of(settings)
    for line in page.bullets:
        if place := _passive(unquoted(line.text), settings, tagger):
            start, end = place
            yield line.found(
                f"“{line.text[start:end]}” is passive: it does not say who did it", start, end,
                suggestion=_active(line, start, end), ask="Was it you? Then say what you did.",
            )  # fmt: skip


_BE = re.compile(
    r"\b(?:(?:has|have|had|will|can|could|would|may|might|must|should) (?:\w+ly )?)?(?P<be>was|were|is|are|be|been|being|got)\b"
    r"(?: (?:being|been|not|also|then|often|each|all|both|now|\w+ly))* (?P<done>(?:[a-z]+-)?[a-z]+)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|while|after|before|once|until|as|if|because|so|how|what|ensuring|ensure"
    r"|ensured|than|whether|since|although|though|making|confirming|confirmed|verifying|verified|proving|showing|seeing)\b",
    re.IGNORECASE,
)


def _passive(text: str, settings: Settings, tagger: Tagger | None) -> tuple[int, int] | None:
    """The passive of a main clause; None when there is none, or it is an honour."""
    honours = settings.phrases("en", "honour")
    found = opening(text)
    for start, done_at, end in _passive_places(text, tagger):
        before = text[:start]
        if text[done_at:end].lower() in _ADJECTIVES or _NOBODY.search(before):
            continue
        if honours.at_start(text[done_at:]) and not _takes_on(before, text[done_at:end]):
            continue
        if _SUBORDINATE.search(before):
            continue
        if (
            found
            and found.verb.base not in ("be", "get", "have")
            and not re.search(r"(?:;|[,.]? and|, but|[.:]) (?:[\w'’-]+ ){0,6}$", before)
        ):
            continue
        return start, end
    return None


# "None was overturned on appeal", and honours that are work of one's own where others were given them: "Clerks were hired".
_NOBODY = re.compile(
    r"(?:^|[;,.] |\band )(?:none|nobody|no one|no [\w-]+(?: [\w-]+)?|not one)(?: of (?:\w+ ){1,2})? ?$", re.IGNORECASE
)
_OTHERS = re.compile(r"(?:^|[;.] )[^;.]*\b(?:[a-z]+s|people|staff|men|women|children) $", re.IGNORECASE)
_TAKEN_ON = frozenset("hired rehired recruited appointed licensed certified shortlisted".split())


def _takes_on(before: str, done: str) -> bool:
    return done.lower() in _TAKEN_ON and bool(_OTHERS.search(before))


def _passive_places(text: str, tagger: Tagger | None) -> Iterator[tuple[int, int, int]]:
    """Where a form of "be" begins, its participle, and where that ends; what the lexicon lacks, as the tagger has it."""
    for match in _BE.finditer(text):
        if is_participle(match["done"]) and not (match["be"].lower() == "being" and text[: match.start()].strip()):
            yield match.start(), match.start("done"), match.end()
    for seen in tagged_passives(text, tagger):
        if not is_participle(text[seen.done : seen.end]):
            yield seen.start, seen.done, seen.end


_ADJECTIVES = frozenset(
    "interested based located used supposed pleased excited committed dedicated experienced motivated skilled "
    "concerned qualified gone open due able related united limited closed".split()
)


def _active(line: PageLine, start: int, end: int) -> str:
    done = words(line.text[start:end])[-1]
    found = find_verb(done)
    if not found:
        return ""
    verb = capitalized(found[0].past)
    subject = line.text[:start].strip(" ,;")
    rest = line.text[end:].strip()
    if subject and len(subject.split()) <= 6 and not rest.startswith("by ") and opening_kind(line.text) == "noun":
        object_ = subject if subject.split()[0].isupper() else subject[:1].lower() + subject[1:]
        return f"write: {verb} {object_}{' ' + rest if rest else ''}"
    return f"say who did it: “{verb} …”"


@rule("VRB004", domain="L05", severity="error", languages=ENGLISH)
def not_past(page: Page, settings: Settings) -> Iterator[Finding]:
    """A bullet of an ended role that is told in the present.

    Why: a reader takes it for a mistake of dates, or for text left over from an older resume.

    - bad: [ended] Manage the front desk of a 90-room hotel
    - bad: [ended] Coordinates 40 volunteers
    - bad: [ended] Processing 60 orders a day
    - good: [ended] Managed the front desk of a 90-room hotel
    - good: [ended] Cut waste by 12%
    - good: [current] Manage the front desk of a 90-room hotel
    """
    tagger = tagger_of(settings)
    for line in page.bullets:
        if not line.post or line.post.current:
            continue
        found = opening(unquoted(line.text))
        seen = tagged_opening(unquoted(line.text), tagger)
        if seen and seen.form != "past":
            yield line.found(
                f"the role has ended, and “{line.text[seen.start : seen.end]}” is told in the present",
                seen.start, seen.end, suggestion="tell it in the past",
            )  # fmt: skip
        if not found or found.form == "past" or is_either_tense(found) or not is_surely_verb(line.text, found):
            continue
        said = line.text[found.start : found.end]
        past = found.verb.past
        yield line.found(
            f"the role has ended, and “{said}” is told in the present", found.start, found.end,
            suggestion=f"write: {capitalized(recast(line.text, 'past'))}", replacement=_cased(past, said),
        )  # fmt: skip


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


_STANDING = re.compile(
    r"\b(?:daily|weekly|monthly|quarterly|currently|ongoing|every (?:day|week|month|shift|morning|evening|quarter)"
    r"|each (?:day|week|month|shift|quarter)|(?<!without )(?:a|per) (?:day|week|month|shift))\b",
    re.IGNORECASE,
)
_ENDED_DEED = re.compile(
    r"\b(?:in|since|by|during) (?:19|20)\d\d\b|\bfrom \S+ (?:\w+ )?to\b|%|\bwithin\b|\bahead of\b"
    r"|\bby \w+ing\b|, \w+ing\b|\bfirst\b"
)
_STANDING_VERBS = frozenset(
    "manage supervise oversee maintain coordinate monitor serve handle support administer answer process provide ensure "
    "assist operate schedule run lead prepare perform conduct".split()
)


@rule("VRB005", domain="L05", severity="warning", languages=ENGLISH)
def mixed_tense(page: Page, settings: Settings) -> Iterator[Finding]:
    """A bullet of a current role whose tense does not fit: ongoing work in the past, or a form that is neither.

    Why: what goes on is told in the present and what is done in the past; when the two are mixed, the reader cannot tell
    which is which.

    - bad: [current] Manage 12 cashiers | Supervised the night shift every week | Order stock for three stores
    - bad: [current] Manages 12 cashiers | Orders stock for three stores
    - bad: [current] Managing 12 cashiers | Order stock for three stores
    - good: [current] Manage 12 cashiers | Order stock for three stores | Cut waste from 9% to 4% in 2024
    """
    tagger = tagger_of(settings)
    for post, lines in page.by_post:
        if not post.current:
            continue
        for line in lines:
            yield from _tagged_tense(line, tagger)
        opened = [(line, opening(unquoted(line.text))) for line in lines]
        base = sum(1 for _, found in opened if found and found.form == "base")
        for line, found in opened:
            if not found or is_either_tense(found):
                continue
            said = line.text[found.start : found.end]
            if found.form in ("third", "gerund"):
                yield line.found(
                    f"“{said}”: ongoing work is told in the plain present", found.start, found.end,
                    suggestion=f"write “{_cased(found.verb.base, said)}”, or “{_cased(found.verb.past, said)}” if it is done",
                    replacement=_cased(found.verb.base, said),
                )  # fmt: skip
            elif found.form == "past" and (line.ongoing or (base and _goes_on(line, found.verb.base))):
                yield line.found(
                    f"“{said}” is past, and the work goes on", found.start, found.end,
                    suggestion=f"write “{_cased(found.verb.base, said)}” if it goes on, as the other points do",
                    ask="Do you still do this?",
                )  # fmt: skip


def _tagged_tense(line: PageLine, tagger: Tagger | None) -> Iterator[Finding]:
    """The tense of a verb that the lexicon lacks; nothing is written in its place, since its forms are not known."""
    seen = tagged_opening(unquoted(line.text), tagger)
    if not seen or seen.form == "base" or (seen.form == "past" and not line.ongoing):
        return
    said = line.text[seen.start : seen.end]
    past = seen.form == "past"
    yield line.found(
        f"“{said}” is past, and the work goes on" if past else f"“{said}”: ongoing work is told in the plain present",
        seen.start, seen.end, suggestion="tell it in the plain present",
        ask="Do you still do this?" if past else "",
    )  # fmt: skip


def _goes_on(line: PageLine, base: str) -> bool:
    if line.contributed or _ENDED_DEED.search(line.text):
        return False
    return bool(_STANDING.search(line.text)) or base in _STANDING_VERBS


@rule("VRB007", domain="L13", severity="warning", languages=ENGLISH)
def machine_verbs(page: Page, settings: Settings) -> Iterator[Finding]:
    """More than two verbs that text written by machines is full of.

    Why: recruiters have come to know these words; a page of them reads as nobody's own.

    - bad: Spearheaded a move | Leveraged data | Orchestrated an audit
    - good: Led a move | Used data of three years to cut waste by 9% | Fostered trust in a team of 12
    """
    most = int(settings.limit("machine_verbs"))
    count = 0
    told: set[tuple[str, tuple[str, ...]]] = set()
    for line in page.prose:
        if line.facts and (line.kind, line.facts) in told:
            continue
        told.add((line.kind, line.facts))
        text = unquoted(line.text)
        for hit in settings.phrases("en", "machine").find(text):
            count += 1
            if count > most:
                said = text[hit.start : hit.end]
                yield line.found(
                    f"“{said}” is the {ordinal(count)} word of its kind", hit.start, hit.end,
                    suggestion=f"say it with {offered(_plain(said))}",
                )  # fmt: skip


_PLAIN = {
    "spearhead": ("lead", "start", "head"),
    "champion": ("propose", "defend", "introduce"),
    "orchestrate": ("organize", "coordinate", "plan"),
    "leverage": ("use", "apply", "build"),
    "foster": ("build", "encourage", "keep"),
    "delve": ("study", "examine", "look"),
}


def _plain(said: str) -> tuple[str, ...]:
    found = find_verb(said)
    base = found[0].base if found else "delve"
    form: Form = found[1] if found else "past"
    return tuple(verb[0].form(form) for name in _PLAIN.get(base, ()) if (verb := find_verb(name)))
