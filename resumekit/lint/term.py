"""FAC010 and FAC011: short forms that are not explained, and words that mean nothing outside the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.lint.finding import Finding
from resumekit.lint.known_words import names_of
from resumekit.lint.page import Page, PageLine
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings

_ACRONYM = re.compile(
    r"(?<![\w@/.&’'-])((?:[A-Z][&/]?){2,6}|[A-Z][a-z]?[A-Z]{2,4}|[A-Z]{2,5}[a-z]?[A-Z])(s?)(?![\w@&]|[-–]?\d|\.\w)"
)
_ROMAN = re.compile(r"^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XV)$")
_WORDS = re.compile(r"[^\W\d_]+")
_SMALL = frozenset("of the and for in on to a an at with by or de la le les des du et en pour".split())
_KINDS = ("bullet", "duty", "profile", "text")


@rule("FAC010", domain="L15", severity="warning")
def unexplained_acronym(page: Page, settings: Settings) -> Iterator[Finding]:
    """A short form without its long one at first use, and that the posting does not use either.

    Why: the first reader is often no specialist, and a search for the long form does not find the short one.

    - bad: Cut open NCRs from 41 to 9
    - bad: Migrated the TPMS to a new vendor in six weeks | Trained 30 users on the TPMS
    - bad: [fr] Mis à jour le PSCQ de trois usines
    - good: Cut open non-conformance reports (NCRs) from 41 to 9 | Wrote 30 NCRs in French
    - good: Reported ROI and KPIs to the CEO in SQL and Excel for the MBA program of UBC, ON
    - good: Ran the Tenant Portal Management System (TPMS) for 300 users
    """
    allowed = _allowed(page, settings)
    defined = _defined(page)
    seen: set[str] = set()
    for line in page.lines:
        if line.kind not in _KINDS or _shouts(line.text):
            continue
        for match in _ACRONYM.finditer(line.text):
            short = match[1]
            if (
                short in seen
                or short in allowed
                or short in defined
                or _ROMAN.match(short)
                or _in_name(line.text, match)
            ):
                continue
            parts = re.split(r"[&/]", short)
            if len(parts) > 1 and all(part in allowed or len(part) < 2 for part in parts):
                continue
            seen.add(short)
            yield line.found(
                f"“{match[0]}” is not written out", match.start(), match.end(),
                suggestion=f"write the long form at first, then ({short})", ask=f"What does {short} stand for?",
            )  # fmt: skip


def _allowed(page: Page, settings: Settings) -> frozenset[str]:
    """What everybody knows, what the posting says, and what stands in names that the client states."""
    listed = {entry for entry, value in settings.table(page.language, "acronyms").items() if value is not False}
    texts = [page.posting, page.target_title]
    if page.resume:
        texts += [*names_of(page.resume), *page.resume.checks.words]
        texts += [target.posting or "" for target in page.resume.targets]
    found = {match[1] for text in texts for match in _ACRONYM.finditer(text)}
    return frozenset(word for entry in listed for word in entry.split()) | found


def _shouts(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.7 * len(letters)


def _defined(page: Page) -> frozenset[str]:
    """Short forms that the page explains: in brackets behind the long form, before it, or by initials of words in a row."""
    found = set()
    for line in page.lines:
        for match in re.finditer(r"\(([^()]{2,60})\)", line.text):
            inside, before = match[1], line.text[: match.start()].rstrip()
            last = before.rpartition(" ")[2]
            for short, long in ((inside.split(",", maxsplit=1)[0].strip(), before), (last, inside)):
                is_short = _ACRONYM.fullmatch(short)
                if is_short and _spells(_WORDS.findall(long)[-8:], is_short[1]):
                    found.add(is_short[1])
    return frozenset(found | _by_initials(page))


def _spells(words: list[str], short: str) -> bool:
    """Whether the words end in some that begin with the letters of the short form, or hold them in order."""
    letters = re.sub(r"[^A-Z]", "", short).lower()
    big = [word.lower() for word in words if word.lower() not in _SMALL]
    initials = "".join(word[0] for word in big)
    if letters in initials or letters in "".join(word[0].lower() for word in words):
        return True
    text = "".join(big)
    place = 0
    for letter in letters:
        place = text.find(letter, place) + 1
        if not place:
            return False
    return bool(big) and any(word[0] == letters[0] for word in big)


def _by_initials(page: Page) -> set[str]:
    """Short forms whose words stand capitalized in a row somewhere: Tenant Portal Management System."""
    found = set()
    pattern = re.compile(r"[A-Z][\w’'-]+(?:[\s-]+(?:of|and|the|for|de|du|des|et|la)?\s*[A-Z][\w’'-]+){1,6}")
    for line in page.lines:
        for match in pattern.finditer(line.text):
            words = [word for word in re.split(r"[\s-]+", match[0]) if word.lower() not in _SMALL]
            initials = "".join(word[0] for word in words)
            for size in range(2, len(initials) + 1):
                found |= {initials[i : i + size] for i in range(len(initials) - size + 1)}
    return found


def _in_name(text: str, match: re.Match[str]) -> bool:
    """Whether the letters are part of a product's or a standard's name: SAP MM, ISO 9001, AWS EC2, CSA Z462."""
    after = text[match.end() :]
    return bool(re.match(r"[- ]?\d|[- ]?[A-Z]\d|\+\+|#", after))


_PROJECT = re.compile(
    r"\b(?:[Pp]roject|[Oo]peration|[Ii]nitiative|[Pp]rogram|[Pp]rojet|[Oo]pération)\s(?:[“\"']?)((?!Manage|Manager"
    r"|Coordinat|Lead|Director|Engineer|Management|Office|Charter|Professional|Plan|Assistant|Officer"
    r"|Specialist|Analyst|Administrator|Support|Server|Online|Institute|Gutenberg|Smile|Runway|Zero|Supervisor"
    r"|Delivery|Team|Board|Controls?|Developer|Consultant|Estimator|Portfolio|Search|Red|Room|Tracking"
    r"|Proposal)[A-ZÉ][\w-]+)(?:[”\"']?)(?=[\s,.;:)”]|$)(?!\s(?:Program|Initiative|Foundation|Society))"
)
_CALLED = re.compile(
    r"\b(?:code[- ]?named?|known (?:internally|in-house) as|internally (?:known|called)|dubbed|nicknamed"
    r"|nom de code)\s+[“\"']?\w[\w-]*",
    re.IGNORECASE,
)
_TICKET = re.compile(r"(?<![\w-])([A-Z]{2,6})-(\d{1,5}[A-Z]?)(?![\w-])")
_STANDARDS = frozenset(
    """ISO CSA NFPA IEC ANSI ASTM IEEE COVID SARS MIL DIN EN CAN ASME AS NIST SOC PCI IATF GLP GMP UN WHMIS OHSAS API AWS ASHRAE
    CGSB     UL BS SQL HTML CSS ES AZ MS DP PL SC AI CCNA CPA NOC RFC CVE HIV HSK JLPT IPV USB HDMI RJ MP H F B A C""".split()
)


@rule("FAC011", domain="L19", severity="info")
def internal_jargon(page: Page, settings: Settings) -> Iterator[Finding]:
    """A code name, a form number, or a word of the house.

    Why: it means nothing to a stranger, and what it stands for often means much.

    - bad: Launched Project Lantern in nine plants
    - bad: Filed form HRX-27 for 300 staff
    - bad: {internal_words: [GSQ board], person: {name: Ana Roy}, experience: [{employer: Acme, title: Clerk, start: 2019,
        achievements: [{text: Presented 12 cases to the GSQ board}]}]}
    - good: Launched one quality standard in nine plants and passed ISO-9001 and COVID-19 audits
    - good: Chaired the Project Management Office
    """
    internal = [word for word in (page.resume.internal_words if page.resume else ()) if word.strip()]
    patterns = [(word, re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)) for word in internal]
    for line in page.lines:
        if line.kind not in (*_KINDS, "title", "other"):
            continue
        for start, end in _jargon(line, patterns, settings, page.language):
            said = line.text[start:end]
            yield line.found(f"“{said}” means nothing outside the house", start, end,
                             suggestion="say what it is, or leave the name out", ask=f"What is “{said}”?")  # fmt: skip


def _jargon(
    line: PageLine, own: list[tuple[str, re.Pattern[str]]], settings: Settings, language: str
) -> Iterator[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    found = [match.span() for _, pattern in own for match in pattern.finditer(line.text)]
    if line.kind in _KINDS:
        found += [match.span() for pattern in (_PROJECT, _CALLED) for match in pattern.finditer(line.text)]
        found += [match.span() for match in _TICKET.finditer(line.text) if match[1] not in _STANDARDS]
        found += [(hit.start, hit.end) for hit in settings.phrases(language, "jargon").find(line.text)]
    for start, end in sorted(found):
        if not any(start < last and first < end for first, last in taken):
            taken.append((start, end))
            yield start, end
