"""VRB: what a bullet opens with, in English: a deed, a verb, not the same one each time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page, PageLine
from resumekit.lint.reading import opening, ordinal, unquoted, words
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings
from resumekit.lint.stronger import alternatives, for_phrase, offered
from resumekit.lint.tagger import is_guess, kind_of_opening, tagger_of
from resumekit.text.clause import recast
from resumekit.text.deed import capitalized
from resumekit.text.verbs import Form, find_verb

ENGLISH = ("en",)
_BEFORE = re.compile(
    r"^(?:(?:I|we|was|were|am|is|are|been|being|have|had|has|also|often|primarily|mainly|mostly|solely|directly|fully"
    r"|jointly|regularly|actively|routinely|frequently|occasionally|successfully|consistently|partly|largely|closely"
    r"|effectively|overall|personally|ultimately|initially|daily|generally|typically|usually|currently|\w+ly)\s+)+",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:(?:main|key|daily|primary|other|my) )?(?:duties|responsibilities|tasks)\s*[:–-]", re.IGNORECASE
)
_HELPING_TITLE = re.compile(
    r"support|assistant|\baide\b|caregiver|care ?giver|help ?desk|service desk|\bnurse|\bPSW\b|companion|respite|attendant"
    r"|social worker|case ?worker|counsellor|outreach|settlement|doula|orderly|paramedic",
    re.IGNORECASE,
)
_ACTING_TITLE = re.compile(r"\bact(?:or|ress|ing)\b|performer|interim", re.IGNORECASE)
_WHOM = re.compile(r"\S+(?:\s+\S+){0,7}")
_TRIED_CASES = re.compile(r"tried\s+(?:over |more than )?(?:\d|\w+ (?:cases|trials|matters)|cases|jury)", re.IGNORECASE)


@rule("VRB001", domain="L01", severity="warning", languages=ENGLISH)
def weak_opener(page: Page, settings: Settings) -> Iterator[Finding]:
    """A bullet that opens with a duty or a helping hand instead of a deed.

    Why: it says what the job was, or that someone else did it; a reader asks what this person brought about.

    - bad: Responsible for managing a team of 12 cashiers
    - bad: Helped with the launch of a new booking system
    - bad: Duties included answering phones and filing
    - good: Managed 12 cashiers on two shifts
    - good: Supported 14 residents with meals, bathing and mobility
    """
    weak = settings.phrases("en", "weak_opener")
    for line in page.bullets:
        text = unquoted(line.text)
        before = _BEFORE.match(text)
        hit = weak.at_start(text) or (weak.at_start(text, before.end()) if before else None)
        if not hit and (listed := _LISTED.match(text)):
            yield _weak(line, 0, listed.end(), "")
        if hit and not _is_the_job(line, text[hit.start : hit.end], text[hit.end :], settings):
            yield _weak(line, hit.start, hit.end, str(hit.value))


def _is_the_job(line: PageLine, words_: str, rest: str, settings: Settings) -> bool:
    """Whether helping, acting or trying is the deed itself."""
    first = words_.split(maxsplit=1)[0].lower()
    title = line.post.title if line.post else ""
    if first.startswith(("contribut", "assist", "help", "support", "participat", "aid")) and line.contributed:
        return True
    if first.startswith(("support", "assist")):
        if len(words_.split()) > 1 or re.match(r"\s*living\b", rest, re.IGNORECASE):
            return first != "assist" and "living" in rest[:8].lower()
        if _HELPING_TITLE.search(title) and not re.match(r"\s*(?:with|in)\b", rest):
            return True
        whom = _WHOM.match(rest.strip())
        reached = re.split(r"\b(?:with|in|by|through|during|on|to|using|across|at|as)\b", whom[0])[0] if whom else ""
        return next(settings.phrases("en", "helped_people").find(reached), None) is not None
    if first.startswith(("act", "serv")):
        return bool(re.match(r"\s*(?:an? |the )?(?:acting|interim)\b", rest, re.IGNORECASE)) or (
            first.startswith("act") and bool(_ACTING_TITLE.search(title))
        )
    return first == "tried" and bool(_TRIED_CASES.match(words_ + rest))


def _weak(line: PageLine, start: int, end: int, ask: str) -> Finding:
    """A duty that names its deed in -ing can be rewritten; for all else there are verbs to choose from."""
    rest = line.text[end:].lstrip(" :")
    form = _form_for(line)
    first = words(rest)[:1]
    deed = find_verb(first[0]) if first else None
    said = line.text[start:end]
    if deed and deed[1] == "gerund" and not ask and (rewritten := recast(rest, form)) != rest:
        return _rewritten(line, start, end, capitalized(rewritten))
    choices = offered(for_phrase(rest, form))
    return line.found(
        f"“{said}” tells {'a part' if ask else 'a duty'}, not a deed", start, end,
        suggestion=f"open with what was done: {choices}", ask=ask or "What did you do there, and what came of it?",
    )  # fmt: skip


def _rewritten(line: PageLine, start: int, end: int, whole: str) -> Finding:
    """The duty as a deed; in an ended role, where the deed is past, it can be set in the old one's place."""
    certain = line.post is not None and not line.post.current
    made = line.found(
        f"“{line.text[start:end]}” tells a duty, not a deed", suggestion=f"write: {whole}",
        replacement=whole if certain else None,
    )  # fmt: skip
    return replace(made, start=start, end=end)


def _form_for(line: PageLine) -> Form:
    return "base" if line.post and line.post.current and line.ongoing else "past"


@rule("VRB002", domain="L02", severity="warning", languages=ENGLISH)
def no_verb(page: Page, settings: Settings) -> Iterator[Finding]:
    """A bullet that does not open with a verb.

    Why: the first word is what a reader skims; a noun there says what was near, a verb says what was done.

    - bad: Daily reconciliation of three cash registers
    - bad: Lead generation for two regions
    - good: Reconciled three cash registers every night
    - good: Led 12 carpenters on a school roof
    - good: Set 14 records for first-pass yield
    """
    tagger = tagger_of(settings)
    for line in page.bullets:
        kind = kind_of_opening(unquoted(line.text), tagger)
        first = words(line.text)[:1]
        if not first or kind not in ("noun", "gerund"):
            continue
        start = line.text.index(first[0])
        end = start + len(first[0])
        message = f"it opens with “{first[0]}”, {'an -ing form' if kind == 'gerund' else 'not with a verb'}"
        if is_guess(line.text, tagger):
            message = f"it opens with “{first[0]}”, likely not with a verb"
        yield line.found(message, start, end, suggestion=_as_verb(line, first[0]), ask="What did you do there?")


def _as_verb(line: PageLine, first: str) -> str:
    """The verb that hides in the opening, or verbs that fit what it is about."""
    form = _form_for(line)
    found = find_verb(first)
    if found and found[1] == "gerund":
        return f"open with “{capitalized(found[0].form(form))}”"
    return f"open with what was done: {offered(for_phrase(line.text, form))}"


@rule("VRB006", domain="L12", severity="warning", languages=ENGLISH)
def repeated_opening(page: Page, settings: Settings) -> Iterator[Finding]:
    """A verb that opens bullets more than twice, or twice in a row.

    Why: the same word again and again reads as one thing done many times; another verb shows another skill.

    - bad: Managed a bakery | Managed 12 clerks
    - bad: Led a move | Cut costs by 9% | Led 12 clerks | Opened a shop | Led an audit
    - good: Led a move | Cut costs by 9% | Supervised 12 clerks
    """
    most = int(settings.limit("opening_repeats"))
    seen: Counter[str] = Counter()
    told: set[tuple[str, ...]] = set()
    used: set[str] = set()
    last: tuple[str, str] = ("", "")
    for line in page.bullets:
        found = opening(unquoted(line.text))
        if line.facts and line.facts in told:
            continue
        told.add(line.facts)
        if not found:
            last = ("", "")
            continue
        base = found.verb.base
        seen[base] += 1
        used.add(base)
        here = (line.post.key if line.post else line.section, base)
        if seen[base] > most or here == last:
            said = line.text[found.start : found.end]
            why = "twice in a row" if here == last else f"for the {ordinal(seen[base])} time"
            choices = alternatives(base, found.form, used)
            yield line.found(
                f"“{said}” opens a bullet {why}", found.start, found.end,
                suggestion=f"say it with {offered(choices)}" if choices else "open with another verb",
            )  # fmt: skip
        last = here


@rule("VRB008", domain="L29", severity="warning", languages=ENGLISH)
def mixed_openings(page: Page, settings: Settings) -> Iterator[Finding]:
    """Bullets of one role, some of which open with a verb and some with a noun.

    Why: points that are built alike are read in half the time; one that differs stops the eye for no reason.

    - bad: Managed 12 clerks | Budget of $2 million | Opened two shops
    - good: Managed 12 clerks | Held a budget of $2 million | Opened two shops
    """
    tagger = tagger_of(settings)
    for _, lines in page.by_post:
        kinds = [(line, kind_of_opening(unquoted(line.text), tagger)) for line in lines]
        nouns = [line for line, kind in kinds if kind == "noun"]
        verbal = [line for line, kind in kinds if kind not in ("noun", "")]
        if not nouns or not verbal:
            continue
        odd, other = (nouns, "a verb") if len(nouns) <= len(verbal) else (verbal, "a noun")
        for line in odd:
            first = words(line.text)[0]
            start = line.text.index(first)
            likely = "likely no verb; " if other == "a verb" and is_guess(line.text, tagger) else ""
            yield line.found(
                f"“{first}”: {likely}the other points of the role open with {other}", start, start + len(first),
                suggestion=f"open it with {other}, as the others do",
            )  # fmt: skip
