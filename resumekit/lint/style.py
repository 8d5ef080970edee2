"""STY: length, full stops, figures and repetition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page, PageLine
from resumekit.lint.reading import unquoted, word_count, words
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings
from resumekit.lint.stronger import competency_of
from resumekit.model.achievement import Achievement, plain
from resumekit.text.measures import numbers, singular
from resumekit.text.verbs import find_verb

_ABOVE = ("highlights", "evidence")


def _length(line: PageLine) -> int:
    return word_count(line.text, above=line.section in _ABOVE)


@rule("STY001", domain="L06", severity="info")
def short_bullet(page: Page, settings: Settings) -> Iterator[Finding]:
    """A bullet of fewer than six words.

    Why: so few words hold a duty, hardly what was done, how, and what came of it.

    - bad: Answered phones
    - good: Answered 60 calls a day for nine lawyers
    """
    least = settings.limit("bullet_short")
    for line in page.bullets:
        if 0 < (count := _length(line)) < least and line.kind == "bullet":
            yield line.found(
                f"{count} word{'s' if count > 1 else ''}: too short to say what came of it",
                suggestion="add how much, how, or what came of it", ask="How many, how fast, and what changed?",
            )  # fmt: skip


@rule("STY002", domain="L06", severity="warning")
def long_bullet(page: Page, settings: Settings) -> Iterator[Finding]:
    """A bullet of 29 to 34 words.

    Why: bullets are skimmed; past two lines the eye goes on to the next.

    - bad: Reorganized the stock room of a hardware store by moving the heaviest goods to the lowest shelves and the
      lightest to the top, so that clerks found each part faster and worked more safely
    - good: Reorganized the stock room of a hardware store, cutting the time to find a part from nine minutes to two
    """
    least, most = settings.limit("bullet_long"), settings.limit("bullet_too_long")
    for line in page.bullets:
        if least <= (count := _length(line)) < most:
            yield line.found(f"{count} words: long for a bullet", suggestion=_shorter(line.text))


@rule("STY003", domain="L06", severity="error")
def too_long_bullet(page: Page, settings: Settings) -> Iterator[Finding]:
    """A bullet of 35 words or more.

    Why: nobody reads it to its end, where most writers put the result.

    - bad: Reorganized the stock room of a large hardware store in the centre of town by moving the heaviest goods to
      the lowest shelves and the lightest to the top, so that clerks found each part faster and worked more safely
    - good: Reorganized the stock room of a hardware store, cutting the time to find a part from nine minutes to two
    """
    for line in page.bullets:
        if (count := _length(line)) >= settings.limit("bullet_too_long"):
            yield line.found(f"{count} words: too long for a bullet", suggestion=_shorter(line.text))


def _shorter(text: str) -> str:
    """Where it could be parted in two."""
    middle = len(text) / 2
    joints = list(re.finditer(r"[;,.] |\band\b|\bwhile\b|\bet\b", text))
    joint = min(joints, key=lambda match: abs(match.start() - middle), default=None)
    if not joint:
        return "keep what was done and what came of it"
    return (
        f"keep the result and the way to it, or part it in two before “{' '.join(text[joint.start() :].split()[:4])} …”"
    )


_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Za-zÀ-ÿ]\.){1,4}|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|etc|ltée|approx|dept|no|vs|Dr|Bros))\.?$"
)


@rule("STY004", domain="L14", severity="error")
def mixed_stops(page: Page, settings: Settings) -> Iterator[Finding]:
    """Some bullets end with a full stop and some without.

    Why: it is the first slip that a careful reader sees, and it speaks for all the rest.

    - bad: Led a move of nine offices. | Cut waste by 9% | Trained 12 clerks
    - good: Led a move of nine offices | Cut waste by 9% in one season | Trained 12 clerks at Maple Foods Inc.
    - good: Led a move of nine offices. | Cut waste by 9% in one season. | Trained 12 clerks for the till.
    """
    yield from _mixed(page.bullets)


@rule("STY013", domain="L14", severity="info", scope="facts")
def mixed_stops_in_the_file(page: Page, settings: Settings) -> Iterator[Finding]:
    """Bullets of the client's file, some of which end with a full stop and some without.

    Why: the pages set them alike; whoever copies one from the file elsewhere should find them alike too.

    - bad: {person: {name: Ana Roy}, experience: [{employer: Acme, title: Clerk, start: 2019, achievements: [
        {text: Cut waste by 9% in a year.}, {text: Trained 12 clerks on two tills}]}]}
    - good: {person: {name: Ana Roy}, experience: [{employer: Acme, title: Clerk, start: 2019, achievements: [
        {text: Cut waste by 9% in a year}, {text: Trained 12 clerks on two tills}]}]}
    """
    if page.resume is None or next(_mixed(page.bullets), None):
        return
    yield from _mixed(
        tuple(
            PageLine(fact.text, facts=(fact.key,), path=(*fact.path, "text"))
            for fact in page.resume.facts.values()
            if isinstance(fact, Achievement) and fact.text
        )
    )


def _mixed(lines: tuple[PageLine, ...]) -> Iterator[Finding]:
    told = [line for line in lines if line.text.strip() and not _ABBREVIATED.search(line.text.rstrip())]
    stopped = [line for line in told if line.text.rstrip()[-1] in ".!"]
    bare = [line for line in told if line.text.rstrip()[-1] not in ".!:;?…"]
    if not stopped or not bare:
        return
    if len(stopped) <= len(bare):
        for line in stopped:
            at = len(line.text.rstrip()) - 1
            yield line.found(
                f"it ends with a full stop, and {len(bare)} other{'s' if len(bare) > 1 else ''} do not", at, at + 1,
                suggestion="leave the stop out", replacement="",
            )  # fmt: skip
        return
    for line in bare:
        at = len(line.text.rstrip())
        yield line.found(
            f"it ends without a full stop, and {len(stopped)} others have one", at - 1, at,
            suggestion="end it with a full stop", replacement=f"{line.text[at - 1]}.",
        )  # fmt: skip


_PERCENT = re.compile(r"(?<=\d)[ \u00a0-]?(?:per ?cents?|percents?|pct)\b", re.IGNORECASE)
_PERCENT_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|(?:twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety)(?:-\w+)?|hundred) per ?cent\b",
    re.IGNORECASE,
)
_PERCENT_FR = re.compile(r"(?<=\d)[ \u00a0\u202f]?pour ?cent\b", re.IGNORECASE)
_VALUES = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}


@rule("STY005", domain="L16", severity="info")
def percent_in_words(page: Page, settings: Settings) -> Iterator[Finding]:
    """A percentage in words.

    Why: figures and signs are what a skimming eye stops at.

    - bad: Cut waste by 12 percent
    - bad: [fr] Réduction des pertes de 12 pour cent
    - good: Cut waste by 12% in one season
    - good: [fr] Réduction des pertes de 12\u00a0% en une saison
    """
    french = page.language == "fr"
    for line in page.prose:
        text = unquoted(line.text)
        if "cent" not in text.lower() and "pct" not in text.lower():
            continue
        for match in (_PERCENT_FR if french else _PERCENT).finditer(text):
            sign = "\u00a0%" if french else "%"
            yield line.found("write the sign", match.start(), match.end(), suggestion=f"write “{sign.strip()}”",
                             replacement=sign)  # fmt: skip
        for match in () if french else _PERCENT_WORDS.finditer(text):
            number = sum(_VALUES.get(part, 0) for part in match[0].lower().split()[0].split("-"))
            shown = f"{number or 100}%"
            yield line.found("write figures and the sign", match.start(), match.end(), suggestion=f"write “{shown}”",
                             replacement=shown)  # fmt: skip


_MONEY = re.compile(r"\$|\bdollars\b|\bCAD\b|\bUSD\b", re.IGNORECASE)
_STYLES = {
    "a dollar sign before the figure ($5,000)": re.compile(r"(?<![A-Z])(?:C|CA|US|A)?\$ ?\d"),
    "a word behind the figure (5,000 dollars)": re.compile(
        r"\d[\d,.]*(?: (?:thousand|million|billion))? dollars\b", re.IGNORECASE
    ),
    "a code before the figure (CAD 5,000)": re.compile(r"\b(?:CAD|USD) ?\$?\d"),
    "a dollar sign behind the figure (5,000$)": re.compile(r"\d[\d,. ]*\$(?!\d)"),
}
_THOUSANDS = {
    "K": re.compile(r"\$ ?\d+(?:\.\d+)? ?K\b"),
    "k": re.compile(r"\$ ?\d+(?:\.\d+)? ?k\b"),
}
_MILLIONS = {
    "million": re.compile(r"\$ ?[\d.,]+ million\b"),
    "M": re.compile(r"\$ ?[\d.,]+ ?M\b"),
    "MM": re.compile(r"\$ ?[\d.,]+ ?MM\b"),
    "mil": re.compile(r"\$ ?[\d.,]+ ?mil\b"),
    "m": re.compile(r"\$ ?[\d.,]+ ?m\b"),
}


@rule("STY006", domain="L16", severity="warning", languages=("en",))
def mixed_currency(page: Page, settings: Settings) -> Iterator[Finding]:
    """Sums of money written in more than one way.

    Why: two ways look like two writers, and a reader who compares sums has to stop.

    - bad: Saved $5,000 on freight | Raised 12,000 dollars for the shelter
    - bad: Held a budget of $2M | Raised sales to $3 million
    - good: Saved $5,000 on freight in 2023 | Raised sales of the store to $3 million
    """
    money = [line for line in page.prose if _MONEY.search(line.text)]
    for styles in (_STYLES, _THOUSANDS, _MILLIONS):
        places: dict[str, list[tuple[PageLine, int, int]]] = {}
        for line in money:
            for name, pattern in styles.items():
                places.setdefault(name, []).extend((line, *match.span()) for match in pattern.finditer(line.text))
        used = {name: found for name, found in places.items() if found}
        if len(used) < 2:
            continue
        usual = max(used, key=lambda name: (len(used[name]), -list(styles).index(name)))
        for name, found in used.items():
            for line, start, end in found if name != usual else ():
                yield line.found(
                    f"“{line.text[start:end]}”: elsewhere the page writes {usual if styles is _STYLES else f'“{usual}”'}",
                    start, end, suggestion="write all sums in one way",
                )  # fmt: skip


_UNPARTED = re.compile(r"(?<![\w.,#/:-])(?P<sign>\$ ?)?(?P<digits>\d{4,9})(?![\d,]|\.\d{3}|[\w/:-])")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_NAMED_NUMBER = re.compile(
    r"\b(?!CAD|USD|EUR|GBP)[A-Z][A-Z/-]+[ \u00a0]?$|"
    r"\b(?i:ISO(?:/IEC)?|IEC|CSA|ASTM|ANSI|NFPA|API|form|bill|route|highway|room|local|model|number|no\.?|order|file|section"
    r"|series|class|part|unit|suite|flight|code|standard|act|NOC|Python|Windows|Server|version|Excel|Office|PO|badge"
    r"|licen[cs]e|certificate|permit|case|extension|ext\.?|IFRS|SCIAN|NAICS|serial|PIN|bus|train|regiment|squadron) ?#?$"
)

_STREET = re.compile(
    r" (?:[A-Z][\w'’.-]* ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Drive|Boulevard|Blvd|Lane|Crescent|Court|Square|Way|Place|Line)\b"
)


@rule("STY007", domain="L16", severity="info", languages=("en",))
def unparted_thousands(page: Page, settings: Settings) -> Iterator[Finding]:
    """A number of four digits or more without a separator.

    Why: 125000 has to be counted; 125,000 is read.

    - bad: Processed 12000 claims a year
    - bad: Held a budget of $250000
    - good: Processed 12,000 claims a year under ISO 14001, from 2019 to 2024
    """
    for line in page.prose:
        text = unquoted(line.text)
        for match in _UNPARTED.finditer(text):
            digits = match["digits"]
            named = _NAMED_NUMBER.search(text[: match.start()]) or _STREET.match(text, match.end())
            if not match["sign"] and (_YEAR.match(digits) or named):
                continue
            start, end = match.span("digits")
            shown = f"{int(digits):,}"
            yield line.found(f"“{digits}” has to be counted", start, end, suggestion=f"write “{shown}”",
                             replacement=shown)  # fmt: skip


@rule("STY008", domain="L16", severity="info")
def share_without_base(page: Page, settings: Settings) -> Iterator[Finding]:
    """A percentage without its base, where the client's facts hold it.

    Why: 50% may be two of four; the figures before and after cannot be mistaken.

    - bad: {person: {name: A}, experience: [{employer: B, title: C, start: 2019, end: 2021, achievements: [{text: Cut the
      turnaround of samples by 38%, measures: [{of: turnaround, from: 13, to: 8, unit: weeks}]}]}]}
    - good: Cut the turnaround of samples from 13 to 8 weeks (38%)
    """
    for line in page.bullets:
        sign = re.search(r"\d[\d.,]*[ \u00a0]?%", line.text)
        if not sign or not page.resume:
            continue
        for key in line.facts:
            fact = page.resume.facts.get(key)
            for measure in fact.measures if isinstance(fact, Achievement) else ():
                if measure.start is None or measure.end is None or (measure.unit or "") == "%":
                    continue
                if not {measure.start, measure.end} & numbers(line.text):
                    base = f"{plain(measure.start)} → {plain(measure.end)} {measure.unit or ''}".strip()
                    yield line.found(f"the base of “{sign[0]}” is known: {base}", sign.start(), sign.end(),
                                     suggestion=f"say both figures: {base}")  # fmt: skip


_STOP = frozenset(
    "a an the of for to in on at by with and or from as its their our his her into over under per via through across all "
    "each every that which who while during within between new more than le la les des du de un une et à au aux en pour "
    "par sur dans avec".split()
)
_SPELLED = {word: str(number) for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve".split()) if number}  # fmt: skip


@rule("STY009", domain="L20", severity="warning")
def said_twice(page: Page, settings: Settings) -> Iterator[Finding]:
    """Two bullets that say the same.

    Why: the second costs two lines and gives nothing; a reader wonders what else is filled up.

    - bad: Trained 12 new cashiers on the till system | Coached twelve new cashiers on the till system
    - good: Trained 12 new cashiers on the till system | Trained nine bakers on the oven line
    """
    least = settings.limit("said_twice")
    before: list[tuple[PageLine, frozenset[str], frozenset[str]]] = []
    for line in page.bullets:
        mine, turned = _content(line.text), _in_any_order(line.text)
        for other, theirs, other_turned in before:
            if line.facts and set(line.facts) & set(other.facts):
                continue
            if max(_alike(mine, theirs), _alike(turned, other_turned)) > least:
                yield line.found(
                    f"it says the same as “{_brief(other.text)}”",
                    suggestion="keep the stronger of the two, with the figures of both",
                )
                break
        before.append((line, mine, turned))


def _brief(text: str) -> str:
    parts = text.split()
    return text if len(parts) <= 9 else f"{' '.join(parts[:9])} …"


# Words that two tellings of one thing take in turns.
_SAME = {
    word: words_.split()[0]
    for words_ in (
        "employee staff worker associate personnel hire", "customer client patron guest", "e-mail email",
        "phone telephone", "company firm organization", "store shop outlet", "manual guide handbook",
        "report statement", "issue problem", "procedure process", "system software tool", "team crew group",
    )
    for word in words_.split()
}  # fmt: skip


def _content(text: str) -> frozenset[str]:
    """The words that carry the meaning, verbs of one competency as one, and numbers in figures."""
    found = set()
    for position, word in enumerate(words(text)):
        low = word.lower()
        if low in _STOP:
            continue
        verb = find_verb(low) if position == 0 or low.endswith(("ed", "ing")) else None
        if verb:
            base = verb[0].base
            found.add(f"<{competency_of(base) or base}>" if position == 0 else base)
        else:
            found.add(_SPELLED.get(low) or _SAME.get(singular(low)) or singular(low))
    return frozenset(found)


def _in_any_order(text: str) -> frozenset[str]:
    """The same words by their plain forms: a result told before its deed is the same result."""
    plain = (word.lower() for word in words(text) if word.lower() not in _STOP)
    return frozenset(verb[0].base if (verb := find_verb(low)) else _SPELLED.get(low) or singular(low) for low in plain)


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of common words; a short bullet that a longer one holds whole counts as said."""
    common = len(one & other)
    if not common:
        return 0.0
    share = common / len(one | other)
    least = min(len(one), len(other))
    return max(share, 0.9 * common / least if least >= 5 and common >= least - 1 and share > 0.45 else 0.0)
