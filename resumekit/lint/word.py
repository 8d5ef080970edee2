"""WRD: words that say nothing, claim too much, or leave the reader guessing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page, PageLine
from resumekit.lint.phrases import Hit
from resumekit.lint.reading import figure_near, figure_places, opening, unquoted, words
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings


def _hits(line: PageLine, name: str, page: Page, settings: Settings) -> Iterator[Hit]:
    """What a line holds of a list, quotations and the plain uses of its words apart."""
    text = unquoted(line.text)
    found = list(settings.phrases(page.language, name).find(text))
    if not found:
        return
    fine = f"{name}_fine"
    plain = [
        (hit.start, hit.end)
        for hit in (settings.phrases(page.language, fine).find(text) if fine in settings.words[page.language] else ())
    ]
    for hit in found:
        if not any(start < hit.end and hit.start < end for start, end in plain):
            yield hit


@rule("WRD001", domain="L11", severity="info")
def filler(page: Page, settings: Settings) -> Iterator[Finding]:
    """A word that adds nothing.

    Why: every empty word takes the place of a fact, and the eye passes over both.

    - bad: Successfully trained 12 cashiers
    - bad: Counted stock on a daily basis in order to cut waste by 9%
    - bad: [fr] Formation de 12 commis afin de réduire les erreurs de 9 %
    - good: Trained 12 cashiers in two days
    - good: [fr] Formation de 12 commis pour réduire les erreurs de 9 %
    """
    for line in page.prose:
        for hit in _hits(line, "filler", page, settings):
            said = line.text[hit.start : hit.end]
            start, end, instead = _instead(line.text, hit)
            shown = f"{line.text[:start]}{instead}{line.text[end:]}"
            yield line.found(
                f"“{said}” adds nothing", hit.start, hit.end,
                suggestion=f"write “{hit.value}”" if hit.value else f"leave it out: {_brief(shown)}",
            )  # fmt: skip


def _instead(text: str, hit: Hit) -> tuple[int, int, str]:
    """The characters to replace, with the white space that goes with them, and what comes there."""
    start, end, instead = hit.start, hit.end, str(hit.value or "")
    if not instead:
        while end < len(text) and text[end] == " ":
            end += 1
        if start == 0 and end < len(text):
            return start, end + 1, text[end].upper()
        if end == len(text):
            start = len(text[:start].rstrip())
    return start, end, instead


def _brief(text: str) -> str:
    parts = text.split()
    return text if len(parts) <= 12 else f"{' '.join(parts[:12])} …"


@rule("WRD002", domain="L10", severity="warning")
def buzzword(page: Page, settings: Settings) -> Iterator[Finding]:
    """A buzzword.

    Why: everyone writes it of themselves; only a deed can show it.

    - bad: [profile] Results-driven team player with a proven track record
    - bad: [fr][profile] Gestionnaire dynamique et proactive
    - good: [profile] Store manager who raised sales by 12% in a year with a team of nine
    - good: Motivated 14 volunteers to stay a second year
    - good: Installed a dedicated line for 911 calls
    """
    for line, hit in _buzzwords(page, settings):
        yield line.found(
            f"“{line.text[hit.start : hit.end]}” is said by everyone", hit.start, hit.end,
            suggestion="put the strongest fact that shows it in its place" if page.language == "en"
            else "mettez à sa place le fait qui le montre", ask=str(hit.value or ""),
        )  # fmt: skip


def _buzzwords(page: Page, settings: Settings) -> Iterator[tuple[PageLine, Hit]]:
    for line in page.prose:
        for hit in _hits(line, "buzzword", page, settings):
            if not _is_deed(line.text, hit):
                yield line, hit


def _is_deed(text: str, hit: Hit) -> bool:
    """Whether "motivated" or "dedicated" is the verb: with an object behind it, and an opening or a clause before it."""
    if text[hit.start : hit.end].lower() not in ("motivated", "dedicated"):
        return False
    found = opening(text)
    following = words(text[hit.end :])[:1]
    if not following:
        return False
    takes = bool(re.match(r"(?:\d|\$)", text[hit.end :].strip())) or following[0].lower() in _OBJECTS
    if found and found.start == hit.start:
        return takes or following[0].endswith("s")
    return takes and not re.match(r"\s+to\b", text[hit.end :])


_OBJECTS = frozenset(
    "a an the two three four five six seven eight nine ten eleven twelve all each every his her their its over more new "
    "nearly about almost staff volunteers students teams both fellow young junior".split()
)


@rule("WRD003", domain="L10", severity="error")
def buzzwords(page: Page, settings: Settings) -> Iterator[Finding]:
    """Three buzzwords or more on a page.

    Why: one is a habit; three tell a recruiter that there was nothing else to say.

    - bad: [profile] Results-driven team player and strategic thinker
    - good: [profile] Buyer of 14 years who cut the cost of packaging by 9%
    """
    most = int(settings.limit("buzzwords_on_a_page"))
    found = list(_buzzwords(page, settings))
    told = list({(line.text[hit.start : hit.end].lower(), line.facts): (line, hit) for line, hit in found}.values())
    if len(told) < most:
        return
    line, hit = told[most - 1]
    listed = ", ".join(f"“{one.text[at.start : at.end]}”" for one, at in told)
    yield line.found(
        f"{len(told)} buzzwords: {listed}", hit.start, hit.end,
        suggestion="keep none of them; put a fact in the place of each",
    )  # fmt: skip


@rule("WRD004", domain="L09", severity="warning")
def vague_quantity(page: Page, settings: Settings) -> Iterator[Finding]:
    """A quantity without a figure: many, several, significantly.

    Why: it asks the reader to guess, and the guess is low.

    - bad: Trained many new employees
    - bad: Significantly reduced delivery times
    - bad: [fr] Formation de plusieurs commis
    - good: Trained 40 new employees
    - good: Coordinated multiple sites (12 in all)
    - good: Taught 14 adults with multiple sclerosis to swim
    - good: Wrote 40 multiple-choice tests
    """
    for line in page.prose:
        for hit in _hits(line, "vague", page, settings):
            if _has_its_figure(line.text, hit) or _ASKED.search(line.text[: hit.start]):
                continue
            if re.match(r"-\w", line.text[hit.end :]):  # "a multiple-choice test" counts nothing
                continue
            said = line.text[hit.start : hit.end]
            about = " ".join(line.text[hit.end :].split()[:3]).strip(" ,;.")
            yield line.found(
                f"“{said}”: {hit.value}?", hit.start, hit.end,
                suggestion="put the figure there, or an honest estimate (“about 40”)" if page.language == "en"
                else "mettez le chiffre, ou une estimation honnête (« environ 40 »)",
                ask=_capital(f"{hit.value}: {about}?" if about else f"{hit.value}?"),
            )  # fmt: skip


_ASKED = re.compile(r"\b(?:how|too|as|so|combien de) $", re.IGNORECASE)
_BACKED = re.compile(
    r"\d ?%|[$€£] ?\d|\bby (?:a |an |more than |over |about )?(?:\d|half|third|quarter)|\bfrom \S+ (?:\w+ )?to \S"
)
_LINKED = re.compile(r"\s*(?:[\w’-]+\s+)?(?:of|in|at|\(|:|–|,|totalling|\()\s*\(?$|\s*\(?$|\s*[\w’-]+\s*[(:,–]?\s*$")


def _has_its_figure(text: str, hit: Hit) -> bool:
    """Whether a figure says how many ("several (12) sites"), or, of a change, by how much."""
    if str(hit.value) in ("by how much", "de combien"):
        return bool(_BACKED.search(text[hit.end :]))
    return any(
        (first >= hit.end and _LINKED.match(text[hit.end : first]))
        or (last <= hit.start and not text[last : hit.start].strip())
        for first, last in figure_places(text)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@rule("WRD005", domain="L21", severity="warning")
def superlative(page: Page, settings: Settings) -> Iterator[Finding]:
    """A superlative without proof.

    Why: nobody is the judge of their own case; a rank, a prize or a figure is believed.

    - bad: Delivered world-class service to guests
    - bad: [profile] Top sales expert
    - good: Ranked in the top 3 of 41 salespeople for two years
    - good: Collected outstanding invoices of $84,000
    - good: Wrote the guide to best practices in food safety
    """
    for line in page.prose:
        hits = list(_hits(line, "superlative", page, settings))
        if not hits or next(settings.phrases(page.language, "superlative_proof").find(line.text), None):
            continue
        for hit in hits:
            if _OF_OTHERS.search(line.text[: hit.start]):
                continue
            if _is_proved(line.text, hit):
                continue
            yield line.found(
                f"“{line.text[hit.start : hit.end]}”: {hit.value}?", hit.start, hit.end,
                suggestion="give the rank, the prize or the figure, or leave the word out" if page.language == "en"
                else "donnez le rang, le prix ou le chiffre, ou retirez le mot",
                ask=_capital(f"{hit.value}?"),
            )  # fmt: skip


_RANKED = re.compile(
    r"\S*(?:(?: \S+){0,3}? (?:of|among|out of|since) (?:all |the |its |our |more than |over |about )*"
    r"|(?: \S+){0,7}? in (?:the )?(?:past |last )?(?=\w+ (?:years|months|seasons)\b))"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty) )"
)


def _is_proved(text: str, hit: Hit) -> bool:
    """Whether a figure gives the rank, the field or the time; a figure near "unparalleled" compares it with nothing."""
    if str(hit.value) == "compared with what":
        return False
    ranked = str(hit.value).endswith("of how many") and _RANKED.match(text[hit.end :])
    return bool(ranked) or figure_near(text, hit.start, hit.end, 1)


# Said of what somebody else did, or a place: "for the best catch", "our best hydrologist", "on top".
_OF_OTHERS = re.compile(
    r"(?:\bfor (?:the|each|a)|[’']s|\b(?:our|his|her|their|my|whose|each|on|over|to|from|at|its)) $", re.IGNORECASE
)


@rule("WRD006", domain="L22", severity="error")
def complaint(page: Page, settings: Settings) -> Iterator[Finding]:
    """A complaint about people one worked for.

    Why: whoever reads it thinks of what will be said of them.

    - bad: Kept the shop open despite incompetent management
    - bad: Left a toxic work environment
    - good: Investigated nine complaints of harassment, closing each within 30 days
    - good: Disposed of toxic waste from three laboratories
    """
    for line in page.prose:
        for hit in _hits(line, "complaint", page, settings):
            if hit.value == "self" and not _OF_ONESELF.search(line.text[: hit.start]):
                continue
            yield line.found(
                f"“{line.text[hit.start : hit.end]}” reads as a complaint", hit.start, hit.end,
                suggestion="say what was achieved under these conditions, and nothing of who made them",
            )  # fmt: skip


@rule("WRD007", domain="L22", severity="warning")
def reason_for_leaving(page: Page, settings: Settings) -> Iterator[Finding]:
    """A reason for leaving.

    Why: it belongs to the interview, where it can be told in a sentence; on the page it only raises the question.

    - bad: Laid off when the plant closed
    - bad: Position was eliminated in a restructuring
    - good: Ran exit interviews with 60 employees who were laid off
    - good: Resigned 14 leases at 9% less
    """
    for line in page.prose:
        text = unquoted(line.text)
        for hit in _hits(line, "leaving", page, settings):
            if hit.value == "self" and not _OF_ONESELF.search(text[: hit.start]):
                continue
            if _of_others(text, hit, page, settings):
                continue
            yield line.found(
                f"“{line.text[hit.start : hit.end]}” gives a reason for leaving", hit.start, hit.end,
                suggestion="leave it out here; keep it for the interview" if page.language == "en"
                else "retirez-le ici ; gardez-le pour l’entrevue",
            )  # fmt: skip
            break


# What comes before words that a person says of themselves: nothing, or a joint with or without an auxiliary.
_OF_ONESELF = re.compile(
    r"(?:^|[.;,(–—-]\s*|\b(?:when|until|till|after|before|as|because|since|due to|following|once|and|but|then|while|though"
    r"|despite|I|we|felt|feeling|took|accepted|unfortunately|quand|lorsque|jusqu’à|après|avant|car|et|mais)\s+)"
    r"(?:the |my |our |its |an? |le |la |l’|mon )?(?:I |we )?(?:was |were |got |been |being |is |am |been |constantly |finally )*$",
    re.IGNORECASE,
)


def _of_others(text: str, hit: Hit, page: Page, settings: Settings) -> bool:
    """Whether it is told of somebody else, or the words mean another thing: an object, a service, a count of people."""
    said = text[hit.start : hit.end].lower()
    rest = text[hit.end :].strip()
    if said in ("quit", "resigned", "left to", "left for") and hit.start:
        return True
    if said.replace("-", " ") in ("laid off", "let go") and re.match(
        r"(?:\d|an? |the |two|three|four|five|six|of |no |none|nobody)", rest
    ):
        return True
    if said.startswith(("resigned", "left for", "left to")) and re.match(r"\d|(?:a|the|two|three|four) ", rest):
        return said.startswith("resigned")
    if said == "quit" and re.match(r"(?:smoking|line|claim)", rest, re.IGNORECASE):
        return True
    if not hit.start and said.startswith(("position", "role", "job", "contract", "company", "assignment", "downsized")):
        return False
    clause = text[: hit.end] + re.split(r";\s|\.\s(?=[A-Z])", text[hit.end :])[0]
    return next(settings.phrases(page.language, "leaving_about_others").find(clause), None) is not None


_PERSON = re.compile(
    r"(?<![\w’'.-])(?:I(?=['’](?:m|ve|d|ll)\b|[ ,;)]|$)|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|[Oo]ur|[Oo]urs|[Oo]urselves|us|Us)(?![\w-])"
    r"|\bof mine\b"
)
_NUMBERED = re.compile(
    r"\b(?:grade|phase|level|type|class|war|part|tier|stage|volume|chapter|schedule|category|group|title|article|unit"
    r"|zone|division|annex|appendix|section|engineer|technician|analyst|clerk|officer|specialist|assistant|nurse|teacher"
    r"|worker|operator|accountant|developer|supervisor|manager|calculus|physics|chemistry|biology|algebra|accounting"
    r"|statistics|french|spanish|english|german|lab|module|course|step|band|vatican|henry|charles|elizabeth|factor|region"
    r"|and|or|to|mobility|installer|inspector|librarian|planner|programmer|act|figure|table|model|mark|euro|schedule"
    r"|collagen|angiotensin|troponin|bipolar|star|apollo) $",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"\b(?:Our Lady|My Health|My Account|My Brother|My Sister|Me to We|ME TO WE|MeToo|Me Too|My Service|My Portal|We Day"
    r"|My Place|Our House|Our Place|We Charity|My Fair Lady|About Us|Contact Us|Toys R Us|Between Us)\b"
)
_PERSON_FR = re.compile(
    r"(?<![\w’'.-])(?:(?:[Jj]e|[Mm]oi|[Mm]on|[Mm]a|[Mm]es|[Nn]ous|[Nn]otre|[Nn]os(?= [a-zà-ÿ])|[Mm]e(?= [a-zà-ÿ]))(?![\w-])"
    r"|[JjMm][’'](?=[aeéèêiouyhàâ]))"
)
_NAMES_FR = re.compile(r"\b(?:Notre-Dame|Chez nous|Chez Nous|Mon Espace|Mon Dossier|Mon dossier|Ma Santé|Me [A-Z])")


@rule("WRD008", domain="L04", severity="error", aliases=())
def first_person(page: Page, settings: Settings) -> Iterator[Finding]:
    """The first person: I, my, we, our.

    Why: the whole page is about one person; the pronoun is understood, and its repetition tires.

    - bad: I managed a team of 12
    - bad: Trained my team on two new presses
    - bad: We cut waste by 9%
    - bad: [fr] J’ai dirigé une équipe de 12 personnes
    - good: Managed a team of 12
    - good: Opened two shops in the US and moved their IT to Windows
    - good: Taught Calculus I to 120 students, who wrote “I understood it at last”
    - good: [letter][text] I have led teams for nine years
    """
    if page.kind == "letter":
        return
    french = page.language == "fr"
    pattern, names = (_PERSON_FR, _NAMES_FR) if french else (_PERSON, _NAMES)
    for line in page.prose:
        text = names.sub(lambda match: "\0" * len(match[0]), unquoted(line.text))
        for match in pattern.finditer(text):
            if not french and not _is_person(text, match):
                continue
            said = line.text[match.start() : match.end()]
            yield _impersonal(line, match.start(), match.end(), said)


def _is_person(text: str, match: re.Match[str]) -> bool:
    """Whether it is the pronoun, and not a numeral, an initial, a state or a country."""
    said, before, after = match[0], text[: match.start()], text[match.end() :]
    if said == "I":
        if after[:1] == ")" or re.match(r"(?: and| or| to|,| &)? ?(?:II|III|IV)\b|/", after):
            return False
        if _NUMBERED.search(before):
            verb = re.match(r" (?:[a-z]+ly )?[a-z]+", after)
            return bool(re.search(r"\b(?:and|or|to) $", before, re.IGNORECASE) and verb)
        return bool(re.match(r"['’]|[ ,][ ]?[a-z]", after))
    if said in ("My", "Our", "We", "Me", "Us", "Ours", "Myself", "Ourselves"):
        # A capital inside a sentence belongs to a name.
        return not before.strip() or before.rstrip()[-1:] in ".:;•!?–-("
    return True


_AFTER_PERSON = re.compile(r"^(?:I|We)(?:[’'](?:ve|d)| have| had| also)? (?:also )?(?P<verb>[a-z]+)")


def _impersonal(line: PageLine, start: int, end: int, said: str) -> Finding:
    opened = _AFTER_PERSON.match(line.text) if start == 0 else None
    if opened:
        rest = line.text[opened.start("verb") :]
        return line.found(f"“{said}” is the first person", start, opened.start("verb") + 1,
                          suggestion=f"write: {rest[:1].upper()}{rest[1:]}", replacement=rest[:1].upper())  # fmt: skip
    instead = {"my": "the", "our": "the"}.get(said.lower())
    hint = f"write “{instead}”, or leave it out" if instead else "say it without the pronoun"
    return line.found(f"“{said}” is the first person", start, end, suggestion=hint)
