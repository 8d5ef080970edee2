"""PER: personal data that an employer has no business to know, and that invites judgement by something else than work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page, PageLine
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings

_I = re.IGNORECASE
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avr|mai|juin|juil|août|sept|déc)[a-zéû]*\.?"
)
_DAY = (
    rf"(?:\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:er)? {_MONTH},? \d{{4}}|{_MONTH} \d{{4}}|\d{{4}})"
)


def _lines(page: Page) -> Iterator[PageLine]:
    """All that may be read, words of others apart."""
    return (line for line in page.lines if line.kind != "quote")


_BIRTH = (
    re.compile(rf"\b(?:date of birth|birth ?date|birthday|d\.?o\.?b|date de naissance"
               rf"|anniversaire)\b\.?\s*[:\-–]?\s*(?:{_DAY})?", _I),
    re.compile(rf"\b(?:born|née?)\b(?: and raised)?(?: on| in| le| en|:)?\s+(?:(?:in )?[A-Z]\w+,? (?:on|in) )?{_DAY}", _I),
    re.compile(r"\b(?:age|âge)\s*[:\-–]\s*\d{2}\b|(?:^|[|,;(•] ?)age[d]? \d{2}\b(?!\s*(?:to|and|–|-|or|\+"
               r"|years? and)|\s*\d)", _I),
    re.compile(r"\bplace of birth\b|\blieu de naissance\b", _I),
    re.compile(r"\b(?:I am|I'm|I’m|J’ai|J'ai) (?:a )?\d{2}[- ](?:years?[- ]old|ans)\b", _I),
    re.compile(r"\b(?:a|an|energetic|young|mature|motivated|healthy) \d{2}[- ]year[- ]old (?:professional|man|woman"
               r"|male|female"
               r"|graduate|manager|engineer|nurse|worker|candidate|mother|father|person)\b", _I),
    re.compile(r"^\W*(?:an? )?(?:\w+ )?\d{2}[- ]year[- ]old (?!boiler|reactor|elevator|freezer|tower|sewer|server|water)"
               r"(?:[a-z]+ )?[a-z]*(?:man|woman|person|people|er|or|ist|ian|ant|nurse|cook|clerk|graduate|parent)\b", _I),
    re.compile(r"^\W*\d{2} years? (?:old|young)\b|[|•,;] ?\d{2} (?:years old|ans)\s*(?:$|[|•,;.])", _I),
)  # fmt: skip


@rule("PER001", domain="L24", severity="error")
def birth_date(page: Page, settings: Settings) -> Iterator[Finding]:
    """A birth date or an age.

    Why: in Canada nobody may be chosen by age; a date of birth on a resume also serves whoever steals identities.

    - bad: [contact] Toronto, ON | [contact] Date of birth: May 4, 1981
    - bad: [profile] 38-year-old manager, born in 1987 and ready for more
    - bad: [contact] Age: 42
    - bad: [fr] [contact] Date de naissance : 4 mai 1981
    - good: Masked the date of birth of 40,000 patients in test data
    - good: Taught 30 children aged 6 to 12 and a class of 16-year-old athletes
    - good: Manages a company born in Halifax
    """
    for line in _lines(page):
        prose = line.kind in ("bullet", "duty", "text")
        for index, pattern in enumerate(_BIRTH):
            match = pattern.search(line.text)
            if not match or (index == 0 and prose and not re.search(_DAY, match[0])):
                continue
            if index == 1 and prose and not line.text.lower().startswith(("born", "né")):
                continue
            yield line.found(f"“{match[0].strip()}”: age is nobody's concern", match.start(), match.end(),
                             suggestion="take it out")  # fmt: skip
            break
    yield from _aged(page)


_AGED = re.compile(r"\b\d{2}[- ]year[- ]old\b", _I)


def _aged(page: Page) -> Iterator[Finding]:
    """A profile that says how old its owner is; in a bullet it is somebody else, or a building."""
    for line in page.lines:
        if line.kind == "profile" and (match := _AGED.match(line.text)):
            yield line.found(
                f"“{match[0]}”: age is nobody's concern", match.start(), match.end(), suggestion="take it out"
            )


_NINE = re.compile(r"(?<![\d.$#-])(\d{3})([ -]?)(\d{3})\2(\d{3})(?![\d.,-]*\d)(?!\s*(?:-|–)\s*\d)")
_SIN_WORDS = re.compile(
    r"\bS\.?I\.?N\.?(?=\W*(?:#|no\.?|number)?\W*\d)|\bsocial (?:insurance|security) (?:number|no\.?|#)?"
    r"|\bNAS\b(?=\W*\d)"
    r"|\bnuméro d['’]assurance sociale\b|\bSSN\b", _I
)  # fmt: skip
_SSN = re.compile(r"(?<![\d-])(?!000|666|9)\d{3}-\d{2}-\d{4}(?![\d-])")


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others, as in a social insurance number."""
    doubled = [int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


@rule("PER002", domain="L24", severity="error")
def insurance_number(page: Page, settings: Settings) -> Iterator[Finding]:
    """A social insurance number, known by its check digit, or a social security number.

    Why: it opens bank accounts; no employer may ask for it before hiring.

    - bad: [contact] SIN: 046 454 286
    - bad: [other] 046-454-286
    - bad: [contact] Social Security Number 219-09-9999
    - good: [contact] 416-555-0123
    - good: Processed 123 456 780 records in order 123456789 without an error
    """
    for line in _lines(page):
        named = _SIN_WORDS.search(line.text)
        for match in _NINE.finditer(line.text):
            digits = match[1] + match[3] + match[4]
            spaced = bool(match[2])
            if (
                (passes_luhn(digits) and digits[0] not in "08" and spaced and not _counts(line.text, match))
                or (named and abs(match.start() - named.end()) < 40)
                or (passes_luhn(digits) and digits[0] == "0" and spaced)
            ):
                yield _number(line, match)
        for match in _SSN.finditer(line.text):
            yield _number(line, match)


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether the digits count something: 123 456 782 dossiers."""
    return bool(re.match(r"\s?(?:[a-zéè$€%]|\$)", text[match.end() :])) or text[: match.start()].rstrip().endswith("$")


def _number(line: PageLine, match: re.Match[str]) -> Finding:
    # The number itself is not said again: reports are passed on.
    return line.found("a social insurance or security number", match.start(), match.end(),
                      suggestion="take it out, and ask where else it stands")  # fmt: skip


_MARITAL = (
    re.compile(r"\b(?:marital|civil) status\b|\bétat civil\b|\bsituation (?:familiale|matrimoniale)\b"
               r"|\bfamily status\s*:", _I),
    re.compile(r"(?:^|[|•;,.] ?)(?:status\s*:\s*)?(?:happily )?(?:married|single|divorced|widowed|engaged"
               r"|separated)(?=\s*(?:$|[|•;,.](?!\w)|with (?:\w+ )?(?:kids|children)|and (?:the )?(?:mother|father)))"
               r"(?! (?:handed|source|sign))", _I),
    re.compile(r"\b(?:happily married|married (?:with|to|for|since|father|mother)|divorced (?:mother|father)"
               r"|single (?:mother|father|mom|dad|parent)(?!s)\b"
               r"|(?:proud |loving |devoted )?(?:mother|father|mom|dad|parent) of (?:a|one|two|three|four|five|six"
               r"|\d)\b|(?:mari[ée]e?|célibataire|divorcée?|veu(?:f|ve))(?:,| avec|$|\.)"
               r"|(?:mère|père) de (?:deux|trois|quatre|\w+) enfants|no (?:kids|children)\b|with (?:two|three|four"
               r"|\d) (?:kids|children)$)", _I),
    re.compile(r"\b(?:husband|wife|spouse)(?: and| of an?| is)|\bmy (?:husband|wife|kids|children|spouse|family)\b"
               r"|\bpregnan(?:t|cy)\b|\bon maternity leave\b|\bstay-at-home (?:mom|dad|mother|father|parent)\b", _I),
)  # fmt: skip
_OTHERS = re.compile(
    r"\b(?:clients?|patients?|famil(?:y|ies)|women|parents?|mothers?|fathers?|couples?|support(?:ed|ing|s)?|housing"
    r"|services?|program(?:me)?s?|clinic|tests?"
    r"|care|counsel\w*|coached|taught|helped|advised|homes?|households?|residents?|tenants?|law|cases?|benefits?"
    r"|polic(?:y|ies)|claims?|data|fields?)\b", _I
)  # fmt: skip


@rule("PER003", domain="L24", severity="error")
def marital_status(page: Page, settings: Settings) -> Iterator[Finding]:
    """Marital status, children or a pregnancy.

    Why: none of it may count, and all of it does once it is read.

    - bad: [contact] Marital status: married
    - bad: [other] Married, two children
    - bad: [profile] Devoted mother of three, back at work after years at home
    - bad: [fr] [contact] État civil : célibataire
    - good: Counselled 40 single mothers a year on housing
    - good: Married two data sets of 3 million rows
    - good: [other] Single sign-on, Kubernetes
    """
    for line in _lines(page):
        prose = line.kind in ("bullet", "duty", "text", "title")
        for index, pattern in enumerate(_MARITAL):
            match = pattern.search(line.text)
            if not match or (prose and index != 1 and _of_others(line.text, match)):
                continue
            yield line.found(f"“{match[0].strip(' |•;,.')}”: family is private", match.start(), match.end(),
                             suggestion="take it out")  # fmt: skip
            break


def _of_others(text: str, match: re.Match[str]) -> bool:
    rest = text[: match.start()] + " " + text[match.end() :]
    return bool(_OTHERS.search(rest)) and not re.search(r"\bmy\b", text, _I)


_WAY = (
    r"(?:street|st\.?|avenue|ave\.?|road|rd\.?|drive|dr\.?|boulevard|blvd\.?|lane|ln\.?|crescent|cres\.?|court"
    r"|ct\.?|place|pl\.?|way|terrace"
    r"|trail|circle|cir\.?|parkway|pkwy\.?|highway|hwy\.?|close|grove|square|row|line|concession|sideroad|heights"
    r"|gardens?|gate|mews|quay)"
)
_STREET = (
    re.compile(
        rf"(?<![\w$.,])(?:(?:unit|suite|apt\.?|apartment"
        rf"|#)\s*\w+[,\s-]+)?\d{{1,5}}[A-Za-z]?(?:[-–/]\d{{1,5}})?,? (?:(?:[NSEW]\.?|North|South|East|West) )?"
        rf"(?:[A-ZÉ][\w'’.-]+|\d+(?:st|nd|rd|th))(?: [A-ZÉ][\w'’.-]+){{0,3}}? (?i:{_WAY})(?!\w)(?! [a-z])"),
    re.compile(r"\b\d{1,5}[A-Za-z]?,? (?:rue|av\.|avenue|boul\.?|boulevard|chemin|ch\.|rang|place|côte|montée"
               r"|route) (?:de la |de l['’]|du |des |de |d['’])?[A-ZÉ0-9]"),
    re.compile(r"\b(?:P\.?\s?O\.?\s?Box|Post Office Box|case postale|C\.P\.)\s*\d+", _I),
    re.compile(r"\b(?:home|street|mailing|residential) address\s*[:\-–]|^\W*(?:address"
               r"|adresse)\s*[:\-–] ?(?=.*\d)", _I),
    re.compile(r"\b(?:apt\.?|apartment|unit|suite) ?#? ?\d+[A-Z]?,(?= \d| [A-Z])", _I),
)  # fmt: skip


@rule("PER004", domain="L24", severity="error")
def street_address(page: Page, settings: Settings) -> Iterator[Finding]:
    """A street address.

    Why: city and province say all that an employer needs; the street says where a stranger finds the client, and what the
    neighbourhood is like.

    - bad: [contact] 12 Maple Street, Guelph, ON
    - bad: [contact] Apt 4, 310 King St. W, Kitchener
    - bad: [contact] Address: PO Box 118, Elora
    - bad: [fr] [contact] 1234, rue Saint-Denis, Montréal
    - good: [contact] Guelph, ON N1G 2W1
    - good: Managed a 120-unit building on King Street and 14 tenants
    - good: Opened 3 Main Street stores in a year
    """
    for line in _lines(page):
        if line.kind in ("bullet", "duty", "text", "profile", "title") and not _is_address(line.text):
            continue
        for pattern in _STREET:
            if match := pattern.search(line.text):
                yield line.found(f"“{match[0].strip()}”: employers do not need the street", match.start(), match.end(),
                                 suggestion="leave city and province")  # fmt: skip
                break


def _is_address(text: str) -> bool:
    """Whether a line that should say something is an address in truth."""
    return bool(
        re.search(r"\b(?:home|street|mailing|residential) address\b|^\W*(?:address|adresse)\s*[:\-–]|\b(?:living"
                  r"|residing|reside[sd]?|lives?) at \d", text, _I)
        or any(pattern.match(text) for pattern in _STREET[:3])
    )  # fmt: skip


_FAITH = (
    r"(?:christian|catholic|protestant|evangelical|baptist|anglican|lutheran|methodist|presbyterian|pentecostal"
    r"|orthodox|mormon|muslim|islamic|sunni|shia"
    r"|jewish|hindu|sikh|buddhist|atheist|agnostic|jehovah['’]s witness|catholique|chrétien(?:ne)?|musulmane?"
    r"|juive?|protestante?)"
)
_RELIGION = (
    re.compile(r"\b(?:religion|religious affiliation|faith|confession|denomination)\s*[:\-–]\s*\w+", _I),
    re.compile(rf"\b(?:devout|practi[sc]ing|observant|born[- ]again|committed|faithful|pratiquante?|lifelong|strong"
               rf"|proud|fellow|active|a|as an?) {_FAITH}(?!\s+(?:school|hospital|university|college|church|charit"
               rf"|board|district|centre|center|communit|famil|organi|agenc|health|social|youth|general"
               rf"|congregation|studies|literature|education|teacher|art|history|parish|cemeter|\w+ school))\b", _I),
    re.compile(rf"\b{_FAITH} (?:by faith|faith\b(?! (?:school|group|communit|leader|studies))|believer|man|woman"
               rf"|values|beliefs|upbringing|principles)\b", _I),
    re.compile(rf"\bof the {_FAITH} faith\b|\b(?:I am|I'm|I’m) (?:a |an )?{_FAITH}\b|^{_FAITH}(?:[,.|;]|$)"
               rf"|[|•,;] ?{_FAITH}\s*(?:$|[|•;,.])", _I),
    re.compile(r"\b(?:my (?:faith|church|religion|lord|god)|faith in (?:god|christ|jesus)|follower of (?:christ"
               r"|jesus|islam)|jesus christ|serving god|lord and saviou?r|god-fearing|baptized member"
               r"|saved by grace|church[- ]going|attend (?:church|mass|mosque|synagogue|temple))\b", _I),
)  # fmt: skip


@rule("PER005", domain="L24", severity="warning")
def religion(page: Page, settings: Settings) -> Iterator[Finding]:
    """The client's religion; work for a church, mosque or faith school is work like any other.

    Why: nobody may be chosen by it, and what a reader feels about it is not known.

    - bad: [other] Religion: Catholic
    - bad: [profile] Devout Christian with strong values and 12 years in sales
    - bad: [other] Hiking, attend church, cooking
    - good: Volunteered at St. Mark's Church, serving 120 meals a week
    - good: Taught grade 4 at a Catholic school of 300
    - good: [title] Youth Pastor, First Baptist Church
    """
    for line in _lines(page):
        for pattern in _RELIGION:
            if match := pattern.search(line.text):
                yield line.found(f"“{match[0].strip(' |•,;')}” tells a religion", match.start(), match.end(),
                                 suggestion="take it out, or tell the work that was done")  # fmt: skip
                break


_OTHER = re.compile(
    r"\b(?:nationality|gender|sex|race|ethnicity|height|weight|blood (?:type|group)|sexual orientation|caste"
    r"|passport (?:number|no\.?|#)"
    r"|health card(?: number)?|driver['’]?s licen[cs]e (?:number|no\.?|#)|nationalité|sexe|taille|poids)\s*[:#]\s*\S"
    r"|^\W*(?:height|weight|taille|poids)\b,? ?\d|\b\d{2,3} ?(?:cm|kg|lbs?|pounds) tall\b"
    r"|^\W*(?:openly |proud )?(?:gay|lesbian|bisexual|transgender|queer)(?=[,.;|]|$)|^\W*wheelchair user\b"
    r"|\b(?:passport|driver['’]?s licen[cs]e|health card)(?: number| no\.?)? #?(?=[A-Z]*\d)[A-Z\d-]{6,}"
    r"|\b(?:photo|photograph|headshot) (?:attached|enclosed|available)\b|\bexcellent health\b"
    r"|\bgood health\b(?=\s*(?:$|[.,;|]))", _I
)  # fmt: skip


@rule("PER006", domain="L24", severity="error")
def other_personal_data(page: Page, settings: Settings) -> Iterator[Finding]:
    """Nationality, gender, looks, health, or the number of a document.

    Why: human rights codes forbid choosing by them, so a reader who sees them has a reason to put the resume away.

    - bad: [contact] Nationality: Portuguese
    - bad: [other] Gender: F | [other] Height: 182 cm
    - good: Raised the weight of each shipment: 40 tonnes
    - good: [contact] Authorized to work in Canada
    """
    for line in _lines(page):
        match = _OTHER.search(line.text)
        if match and (line.kind not in ("bullet", "duty", "text") or match.start() <= 2):
            yield line.found(
                f"“{match[0].rstrip()[:40]}…” is private", match.start(), match.end(), suggestion="take it out"
            )
