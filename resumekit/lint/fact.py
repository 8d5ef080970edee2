"""FAC006 to FAC009 and FAC012: what reaches the page without a fact behind it, or that should not reach it at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from resumekit.lint.finding import Finding
from resumekit.lint.held import Held
from resumekit.lint.page import Page, PageLine
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings
from resumekit.model.achievement import Achievement
from resumekit.model.fact import Fact, Model, Path
from resumekit.model.resume import Person, Resume
from resumekit.model.target import Target
from resumekit.text.dictionary import is_word, words
from resumekit.text.measures import number_places, stated
from resumekit.text.verbs import find_verb

_WORD = re.compile(r"[^\W\d_]+")


def _secrets(resume: Resume) -> Iterator[tuple[Fact, re.Pattern[str], str]]:
    """Each confidential fact with its name, its short form and the part of it that nobody else has."""
    for fact in resume.facts.values():
        if not fact.confidential or isinstance(fact, Person | Target):
            continue
        names = [getattr(fact, fact.label_field, None), getattr(fact, "short", None)]
        for name in names:
            if isinstance(name, str) and len(name) > 1 and name != fact.say_as:
                for part in dict.fromkeys([name, *_telling(name)]):
                    words = r"[\s\u00a0-]+".join(re.escape(word) for word in part.split())
                    yield fact, re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE if part == name else 0), part


def _telling(name: str) -> Iterator[str]:
    """The first word of a name, where no dictionary has it: Halvorsen of Halvorsen Power Systems."""
    first = name.split(maxsplit=1)[0]
    if len(first) > 3 and first[:1].isupper() and first != name and not is_word(first, "en"):
        yield first


@rule("FAC006", domain="L23", severity="error")
def confidential(page: Page, settings: Settings) -> Iterator[Finding]:
    """What a fact keeps confidential stands on the page.

    Why: a name that was given in confidence is out for good once one file is sent.

    - bad: {person: {name: Ana Roy, profile: Bookkeeper who closed the books of Halvorsen in four days}, experience:
        [{employer: Halvorsen Power Systems, confidential: true, say_as: a maker of pumps, title: Bookkeeper, start: 2019}]}
    - good: {person: {name: Ana Roy, profile: Bookkeeper who closed the books of a maker of pumps in four days}, experience:
        [{employer: Halvorsen Power Systems, confidential: true, say_as: a maker of pumps, title: Bookkeeper, start: 2019}]}
    """
    if page.resume is None:
        return
    for fact, pattern, name in _secrets(page.resume):
        for line in page.lines:
            allowed = fact.say_as or ""
            for match in pattern.finditer(line.text):
                if not (allowed and allowed in line.text and name in allowed):
                    yield line.found(
                        f"“{match[0]}” is confidential", match.start(), match.end(),
                        suggestion=f"write “{fact.say_as}”" if fact.say_as else "add 'say_as:' to the fact, and say it so",
                    )  # fmt: skip


_PLACEHOLDER = re.compile(
    r"""(?<![\w.])(?:[xX]{1,3}|N|\#{1,3}|_{1,3}|\?{1,3})\s?%                    # X%, XX%, ??%
    |[$€£]\s?(?:[xX]{1,4}(?:[,.][xX]{2,3})*|\#+|_+|\?+|N)(?:[KkMB]|\b|(?![\w]))(?![a-z]) # $X, $XXX,XXX, $??
    |\b[xX]{2,}\b(?!\s?[-/]?\s?(?:large|l\b))                                       # XX years
    |(?<![\w$])X\s(?:years?|months?|weeks?|days?|hours?|people|employees|staff|clients|customers|team|members|direct|units|projects
        |sites|stores|million|thousand|percent|dollars|users|orders|calls|ans|personnes|mois|jours|employés)\b
    |\b(?:by|to|from|of|over|with|team\sof|de|à)\s(?:X|N|\#)\b(?=\s|$|[.,;])(?!\s(?:and|or|axis|rays?)\b)
    |\b(?:TBD|TBC|TBA|T\.B\.D\.|TK|TODO|FIXME|à\s(?:compléter|déterminer|confirmer))\b
    |\bto\sbe\s(?:determined|confirmed|filled\sin|completed\slater|added\slater)\b
    |\?\?+
    |\bN/A\s(?=[a-z])|\bNN%|[$€£]0{2,3}(?:,000)*(?![\d.])|(?<=\s)\#(?=\s[a-z])|\((?:number|amount|name|figure|x+|\#+)\)
    |\[(?:award|project|department|team|software|percentage|product|process|day/week|\w+/\w+)\]|<\s*(?:Add|Insert|Enter)\b[^>]*>
    |\blorem\b|\bipsum\sdolor\b|\bdolor\ssit\samet\b
    |_{3,}|\.{5,}|…{2,}
    |\[\s*(?:X+|\#+|\?+|\.\.\.|…|\d*\s*%?|(?:your|insert|enter|add|company|employer|client|name|number|amount|title|job|position|date|month|year
        |city|skill|metric|figure|percent\w*|result|tool|industry|degree|school|placeholder|to\sfill|nombre|nom|votre|chiffre|montant)\b[^\]]*)\s*\]
    |<\s*(?:your|insert|enter|add|company|employer|client|name|number|amount|title|job|position|date|city|skill|metric|figure|percent\w*|nom|nombre)\b[^>]*>
    |<\s*[a-z]+\s(?:name|number|amount|title|date|city|figure)\s*>
    |\{\{?[^}]{1,40}\}?\}
    |\b(?:insert|enter)\s(?:your\s)?(?:number|name|company|metric|figure|amount|text|date|result|title|details?)\s?here\b
    |\b(?:your|company|employer)\s(?:name|title|company)\shere\b|\b(?:Your\sName|Company\sName|Job\sTitle|Your\sCompany|School\sName|Employer\sName)\b
    |\b(?:ABC|XYZ)\s(?:Company|Corp(?:oration)?|Inc|Ltd|Organization|Firm)\b|\bAcme\sPlaceholder\b
    |\bplaceholder\stext\b|\bsample\stext\b|\b(?:xx?|0{2})/(?:xx+|0{4})\b|\bMM/YYYY\b|\b(?:20|19)(?:XX|xx|\?\?)(?!\w)
    """,
    re.VERBOSE,
)
_WHOLE = re.compile(r"\b(?:lorem ipsum|insert (?:\w+ ){0,2}here|company name|your name|tbd|tbc)\b", re.IGNORECASE)


@rule("FAC007", domain="L25", severity="error")
def placeholder(page: Page, settings: Settings) -> Iterator[Finding]:
    """A placeholder: a figure, name or sentence that was to be filled in.

    Why: a resume that went out with one is remembered for it.

    - bad: Cut costs by X%
    - bad: Raised $XXX,XXX for a new wing
    - bad: Led a team of [number] clerks at [Company Name]
    - bad: Trained TBD volunteers
    - bad: [fr] Réduit les coûts de XX %
    - good: Cut the wait for X-rays by 12%
    - good: Sold 4,000 shirts in size XXL and moved 300 seats to macOS X
    - good: Fixed C# code for 12 clients [confidential]
    """
    for line in page.lines:
        found = _PLACEHOLDER.search(line.text) or _WHOLE.search(line.text)
        if found:
            yield line.found(f"“{found[0].strip()}” is still to be filled in", found.start(), found.end(),
                             ask="What belongs here?")  # fmt: skip


def _texts(fact: Model) -> Iterator[str]:
    """Every text of a fact, those of plain values in it too; not the coach's notes."""
    for name in type(fact).model_fields:
        if name in ("notes", "id", "confirmed", "extra"):
            continue
        value = getattr(fact, name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, str):
                    yield item
                elif isinstance(item, Model) and not isinstance(item, Fact):
                    yield from _texts(item)
        elif value is not None and not isinstance(value, bool | int | dict | Fact):
            yield str(value)


@lru_cache(maxsize=8)
def _all_numbers(held: Held[Resume]) -> frozenset[Decimal]:
    found: set[Decimal] = set()
    for fact in held.value.facts.values():
        if isinstance(fact, Person | Target):
            continue
        found |= _numbers_of(fact)
    return frozenset(found)


def _numbers_of(fact: Fact) -> set[Decimal]:
    found: set[Decimal] = set()
    for text in _texts(fact):
        said = [abs(value) for value, _, _ in number_places(text)]
        found |= set(said)
        for one, other in pairwise(said):
            found |= _computed(one, other)
    if isinstance(fact, Achievement):
        for measure in fact.measures:
            found |= {abs(value) for value in stated(measure)}
            if measure.start is not None and measure.end is not None:
                found |= _computed(abs(measure.start), abs(measure.end))
    return found


def _computed(one: Decimal, other: Decimal) -> set[Decimal]:
    """What follows from two figures: from 13 to 8 weeks is 5 weeks less, and 38%."""
    found = {abs(other - one)}
    if one > 0:
        found.add(Decimal(round(abs(other - one) * 100 / one)))
        if other >= one:
            found.add(Decimal(round(other / one)))
    return found


@lru_cache(maxsize=8)
def _all_words(held: Held[Resume]) -> frozenset[str]:
    texts = []
    for fact in held.value.facts.values():
        profile = {fact.profile or "", fact.headline or ""} if isinstance(fact, Person | Target) else set()
        texts += [text for text in _texts(fact) if text not in profile]
    texts += [target.posting or "" for target in held.value.targets]
    return frozenset(_stem(word) for text in texts for word in _WORD.findall(text))


def _stem(word: str) -> str:
    return word.lower().removesuffix("s")


@rule("FAC008", domain="L26", severity="error")
def unlinked_claim(page: Page, settings: Settings) -> Iterator[Finding]:
    """A number or a name that no fact of the client holds.

    Why: what cannot be traced cannot be defended in an interview, and one invented figure taints every true one.

    - bad: {person: {name: Ana Roy, profile: Bookkeeper who cut closing time by 45% and ran payroll for 600 people},
        experience: [{employer: Acme, title: Bookkeeper, start: 2019-01,
        achievements: [{text: Cut closing time from 10 to 4 days}]}]}
    - bad: {person: {name: Ana Roy, profile: Bookkeeper who moved a plant to Xero}, experience:
        [{employer: Acme, title: Bookkeeper, start: 2019-01, achievements: [{text: Moved the books to the cloud}]}]}
    - good: {person: {name: Ana Roy, profile: Bookkeeper who cut closing time by 60% and moved a plant to Xero}, experience:
        [{employer: Acme, title: Bookkeeper, start: 2019-01, achievements: [{text: Cut closing time from 10 to 4 days},
        {text: Moved the books of the plant to Xero}]}]}
    """
    if page.resume is None:
        return
    held = Held(page.resume)
    for line in page.lines:
        if line.kind == "profile" or (line.section == "head" and line.kind == "title"):
            yield from _unlinked(line, page, _all_numbers(held), held)
        elif line.kind in ("bullet", "duty") and line.facts:
            yield from _unstated(line, page.resume, page)


def _unlinked(line: PageLine, page: Page, known: frozenset[Decimal], held: Held[Resume]) -> Iterator[Finding]:
    for value, start, end in number_places(line.text):
        if not _is_claim(line.text, value, start, end, page) or abs(value) in known:
            continue
        yield line.found(f"“{_shown(line.text, start, end)}” is in no fact", start, end,
                         ask="Which achievement or role is it from? State it there, or take it out.")  # fmt: skip
    said = _all_words(held)
    for match in re.finditer(r"(?<![.!?:;•“\"] )(?<!^)(?<![\w’'-])[A-ZÀ-Ý][\w’'&.+#-]*\w", line.text):
        name = match[0]
        parts = [_stem(part) for part in _WORD.findall(name)]
        if parts and not all(part in said or _is_free(part) for part in parts) and _is_name(name):
            yield line.found(f"“{name}” is in no fact", match.start(), match.end(),
                             ask="Where was that? State it in a role, a skill or a credential, or take it out.")  # fmt: skip


_FREE = frozenset(
    _stem(word)
    for word in """I Canada Canadian American English French British European Ontario Quebec Alberta Manitoba Toronto January
    February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday HR IT CEO CFO COO VP Q1 Q2 Q3 Q4 GTA US UK EU North South East West
    America Europe Asia Africa Certified Professional Designation Human Resources Bachelor Master Bilingual
    Inc Ltd and of the for""".split()
)


# Names that are words too: what a capital in the middle of a sentence says of these is never a title.
_NAMES_TOO = frozenset(
    """Access Adobe Amazon Apple Asana Azure Chase Cisco Citrix Delphi Dell Deloitte Docker Dropbox Excel Ford Go Google Intel Java
    Jenkins Kafka Maple Meta Microsoft Monday Notion Oracle Outlook Pilot Python Ruby Rust Sage Shell Siemens Slack Snowflake Sprint
    Square Stripe Swift Tableau Target Telus Visa Walmart Word Workday Zendesk Zoom""".split()
)


def _is_free(part: str) -> bool:
    return part in _FREE or len(part) < 2


def _is_name(name: str) -> bool:
    """Whether a capital says a name, and no title in capitals: words that the dictionary has small are none by themselves."""
    return (name.isupper() and len(name) > 1) or name in _NAMES_TOO or name.lower() not in words("en")


_SINCE = 120
"""So many months a current post may have gone on since the last date of a file that does not state its day."""


def _is_claim(text: str, value: Decimal, start: int, end: int, page: Page) -> bool:
    """Whether a number says something that a fact must hold: not a small count, not years of experience as computed."""
    after = text[end : end + 14].lower()
    marked = text[max(start - 1, 0) : start] in "$€£" and start > 0
    if re.match(r"[-\s\u00a0]?\+?\s*(?:years?|ans|années)\b", after) and not marked:
        # Work that goes on counts to the file's day; where it states none, it may have gone on for years since.
        day = page.as_of or (page.resume and page.resume.as_of)
        unknown = not day and any(line.post and line.post.current for line in page.lines)
        return bool(page.months) and value * 12 > page.months + (_SINCE if unknown else 12)
    if re.match(r"\s?%|\s?percent", after) or marked:
        return True
    return value > 12 or value != value.to_integral_value()


def _shown(text: str, start: int, end: int) -> str:
    lead = text[start - 1] if start and text[start - 1] in "$€£" else ""
    tail = match[0] if (match := re.match(r"\s?%|\s\w+", text[end:])) else ""
    return f"{lead}{text[start:end]}{tail}"


def _unstated(line: PageLine, resume: Resume, page: Page) -> Iterator[Finding]:
    """A number of a bullet that none of its facts holds; a bullet that is its fact's own text holds by itself."""
    facts = [resume.facts[key] for key in line.facts if key in resume.facts]
    if not facts:
        return
    held = set().union(*(_numbers_of(fact) for fact in facts), *(_numbers_of(fact) for fact in _above(facts, resume)))
    for value, start, end in number_places(line.text):
        if abs(value) not in held and _is_claim(line.text, value, start, end, page):
            yield line.found(f"“{_shown(line.text, start, end)}” is in no fact of this line", start, end)


def _above(facts: Iterable[Fact], resume: Resume) -> Iterator[Fact]:
    """What the facts belong to: their role, its scope and its employer."""
    by_path = _by_path(Held(resume))
    for path in dict.fromkeys(fact.path[:depth] for fact in facts for depth in range(2, len(fact.path))):
        yield from (by_path[place] for place in (path, (*path, "scope")) if place in by_path)


@lru_cache(maxsize=8)
def _by_path(held: Held[Resume]) -> dict[Path, Fact]:
    return {fact.path: fact for fact in held.value.facts.values()}


_SOLE = frozenset(
    """lead direct manage head supervise oversee run chair own spearhead champion orchestrate drive govern command steer found
    establish launch create build initiate pioneer mastermind architect author invent originate win secure close land deliver
    captain helm master introduce design negotiate transform revamp overhaul restructure""".split()
)
_ONLY_LED = frozenset(
    "lead direct manage head supervise oversee run chair own spearhead champion orchestrate command steer captain".split()
)
_SHARED = re.compile(
    r"\b(?:contribut\w+|co-\w+|jointly|together|alongside|as (?:part|one|a member) of|one of (?:the |a )?\w+"
    r"|member of|with (?:a|the|an|my|her|his|their|two|three|four|five"
    r"|six|other|\d+)? ?(?:\w+ )?(?:team|group|colleagues?|others|partners?|engineers|analysts|developers|designers"
    r"|nurses|teachers|committee|peers|staff)"
    r"|shared|team[- ]led|supporting the)\b", re.IGNORECASE)  # fmt: skip


@rule("FAC009", domain="L27", severity="error", languages=("en",))
def team_credit(page: Page, settings: Settings) -> Iterator[Finding]:
    """A line that claims the lead, where the fact says that the client contributed.

    Why: a former colleague sits in many an interview; credit that is shared reads as confidence, credit that is taken as a lie.

    - bad: {person: {name: Ana Roy}, experience: [{employer: Acme, title: Analyst, start: 2019,
        achievements: [{text: Led the move of 40 sites to one ledger, part: contributed}]}]}
    - good: {person: {name: Ana Roy}, experience: [{employer: Acme, title: Analyst, start: 2019,
        achievements: [{text: Tested the move of 40 sites to one ledger, part: contributed},
        {text: Built the new ledger with a team of six, part: contributed}, {text: Led a move of four sites}]}]}
    """
    for line in page.lines:
        if line.kind not in ("bullet", "duty") or not line.contributed:
            continue
        first = re.match(r"\W*(?:successfully |personally |single-handedly )?([A-Za-z-]+)", line.text)
        found = find_verb(first[1]) if first else None
        if first and found and found[0].base in (_ONLY_LED if _SHARED.search(line.text) else _SOLE):
            said = first[1]
            yield line.found(
                f"“{said}”, and the fact says that the client contributed", first.start(1), first.end(1),
                suggestion="open with the part that was the client's: Contributed to, Tested, Drafted, Coordinated",
                ask="Which part was yours?",
            )  # fmt: skip


@rule("FAC012", domain="L23", severity="warning", scope="facts")
def names_what_is_confidential(page: Page, settings: Settings) -> Iterator[Finding]:
    """A text of the file names what another fact keeps confidential.

    Why: on the page it is said another way, or the line is left out; written so in the file, it needs no luck.

    - bad: {person: {name: Ana Roy}, experience: [{employer: Halvorsen Power Systems, confidential: true, title: Clerk,
        start: 2019, achievements: [{text: Closed the books of Halvorsen Power Systems in four days}]}]}
    - good: {person: {name: Ana Roy}, experience: [{employer: Halvorsen Power Systems, confidential: true, title: Clerk,
        start: 2019, achievements: [{text: Closed the books of the group in four days}]}]}
    """
    if page.resume is None:
        return
    told: set[tuple[str, str, int]] = set()
    for secret, pattern, name in _secrets(page.resume):
        for fact in page.resume.facts.values():
            if fact is secret or isinstance(fact, Target):
                continue
            for field in (
                "text",
                "action",
                "result",
                "summary",
                "description",
                "headline",
                "profile",
                "reason",
                "evidence",
            ):
                said = getattr(fact, field, None)
                match = pattern.search(said) if isinstance(said, str) else None
                # The telling part of a name stands inside the whole one, which comes first.
                if isinstance(said, str) and match and (fact.key, field, match.start()) not in told:
                    told.add((fact.key, field, match.start()))
                    yield Finding(
                        f"“{match[0]}” is confidential", text=said, start=match.start(), end=match.end(),
                        facts=(fact.key,), path=(*fact.path, field),
                        suggestion=f"write “{secret.say_as}”" if secret.say_as else f"say it without “{name}”",
                    )  # fmt: skip
