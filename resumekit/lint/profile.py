"""PRO: the professional profile."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page
from resumekit.lint.reading import has_figure, unquoted, word_count, words
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings
from resumekit.text.measures import singular


@rule("PRO001", domain="L30", severity="warning")
def profile_length(page: Page, settings: Settings) -> Iterator[Finding]:
    """A profile of fewer than 25 words, or of more than 100; 40 to 80 are good.

    Why: it is read in the first seven seconds; too short it says nothing, too long it is skipped.

    - bad: [profile] Store manager with 14 years of experience in retail.
    - good: [profile] Store manager with 14 years in hardware and garden retail, who raised sales from $2 million to $3
      million in three years. Leads a team of 22, hires for attitude, and keeps 91% of them past the first year.
    """
    line = page.profile
    if not line:
        return
    count = word_count(line.text)
    if count < settings.limit("profile_short"):
        yield line.found(f"{count} words: too short for a profile",
                         suggestion="add the strongest figure and what you bring to the target")  # fmt: skip
    elif count > settings.limit("profile_long"):
        yield line.found(
            f"{count} words: too long for a profile", suggestion="keep 40 to 80 words: who, how long, proof"
        )


@rule("PRO002", domain="L30", severity="warning")
def profile_without_title(page: Page, settings: Settings) -> Iterator[Finding]:
    """A profile that does not name the title aimed at.

    Why: a recruiter looks for the posting's title first, and so does a search.

    - bad: [target: HR Advisor] [profile] Manager with 14 years in laboratories and a gift for people, who cut injuries by 78%
      in three years.
    - good: [target: HR Advisor] [profile] HR advisor with 14 years in laboratories, who cut injuries by 78% and trained 31
      analysts in a union shop, and who is now certified and ready to hire, coach and keep.
    """
    line = page.profile
    title = page.target_title
    if not line or not title:
        return
    said = {singular(word.lower()) for word in words(unquoted(line.text))}
    wanted = [singular(word.lower()) for word in words(title) if word.lower() not in _SMALL]
    missing = [word for word in wanted if not (said & _names(word, page.language))]
    headline = next((one.text for one in page.lines if one.kind == "title" and one.section == "head"), "")
    if missing and title.casefold() not in headline.casefold():
        yield line.found(f"the title aimed at, “{title}”, is not in it",
                         suggestion=f"name it in the first sentence, as a title held or as the aim: “{title}”")  # fmt: skip


_SMALL = frozenset("of and the for in a an to senior junior de des du et la le l d".split())
_SAME = (
    frozenset({"hr", "human", "humaine"}), frozenset({"rh", "humaine"}), frozenset({"it", "information"}),
    frozenset({"manager", "management", "managing"}), frozenset({"coordinator", "coordination"}),
    frozenset({"advisor", "adviser", "advising"}), frozenset({"nurse", "nursing"}),
    frozenset({"developer", "development"}), frozenset({"teacher", "teaching"}),
)  # fmt: skip


def _names(word: str, language: str) -> frozenset[str]:
    return frozenset({word}).union(*(same for same in _SAME if word in same))


@rule("PRO003", domain="L30", severity="warning")
def profile_without_proof(page: Page, settings: Settings) -> Iterator[Finding]:
    """A profile without a single figure that proves something.

    Why: adjectives can be had for nothing; one figure is worth the whole paragraph.

    - bad: [profile] Store manager known for calm leadership and for keeping good people, with a background in hardware and
      garden retail and a love of order in stock rooms.
    - good: [profile] Store manager with 14 years in hardware and garden retail, who raised sales from $2 million to $3
      million in three years. Leads a team of 22, hires for attitude, and keeps 91% of them past the first year.
    """
    line = page.profile
    told = _YEARS.sub(" ", line.text) if line else ""
    if line and not (has_figure(told) and _PROOF.search(told)):
        yield line.found("no figure proves anything", suggestion="add the strongest result of the last roles, with its figure",
                         ask="Which result of the last five years would you tell first?")  # fmt: skip


# A small number in words ("two provinces") counts something, and proves nothing; a change or a large one does.
_PROOF = re.compile(
    r"\d|\bfrom \w+ to \w+|\b(?:half|halv\w+|doubl\w+|tripl\w+|twice|dozens?|hundreds?|thousands?|millions?|billions?|moitié"
    r"|mille|milliers?|zéro|zero|de \w+ à \w+)\b",
    re.IGNORECASE,
)
# Years of experience are a measure of time spent, and prove no result.
_YEARS = re.compile(
    r"\b(?:over |more than |nearly |almost |some )?[\w-]+\+? (?:years?|decades?|ans)(?:['’]s?)?\b|\bprès de \w+ ans\b",
    re.IGNORECASE,
)
_OBJECTIVE = re.compile(
    r"\b(?:(?:seeking|seeks|looking for|searching for|in search of|aspiring to|hoping to|wishing to|eager to (?:obtain|secure"
    r"|find|join)|to obtain|to secure|to gain|to find|to acquire|to land|wants? to (?:obtain|find|join|secure)"
    r"|desires?|would like|interested in (?:obtaining|securing|a|an)|pursuing) (?:an? |the |my |his |her |new |next )*"
    r"(?:[\w-]+ ){0,5}(?:position|role|job|opportunity|opportunities|career|employment|challenge|placement|post|internship)"
    r"|(?:career |professional )?objective\b ?[:–-]|(?:my|the) (?:career )?(?:objective|goal) is)",
    re.IGNORECASE,
)
_OBJECTIVE_FR = re.compile(
    r"\b(?:à la recherche d|cherche (?:un|une)|souhaite (?:obtenir|occuper|trouver|joindre|intégrer)|désire (?:obtenir|occuper)"
    r"|en quête d|objectif (?:de carrière|professionnel)|mon objectif)",
    re.IGNORECASE,
)


@rule("PRO004", domain="L30", severity="warning")
def objective(page: Page, settings: Settings) -> Iterator[Finding]:
    """An objective in place of a profile, beyond eight months of experience.

    Why: it says what the client wants; the reader asks what they bring.

    - bad: [months: 60] [profile] Seeking a challenging position as a store manager with a growing company, where 14 years in
      retail and a record of raising sales by 12% a year can be put to good use.
    - good: [months: 6] [profile] Business graduate seeking a first position in retail, who raised $9,000 for the students'
      food bank in one term and led 14 volunteers through two busy seasons of campus events.
    - good: [profile] Store manager who sought out and opened nine locations in three years, at 4% under budget, and who
      trained 31 managers, two thirds of whom were promoted within a year.
    """
    line = page.profile
    if not line or 0 < page.months <= settings.limit("objective_months"):
        return
    match = (_OBJECTIVE_FR if page.language == "fr" else _OBJECTIVE).search(unquoted(line.text))
    if match:
        yield line.found(f"“{line.text[match.start() : match.end()]}” tells what is wanted, not what is brought",
                         match.start(), match.end(),
                         suggestion="open with who you are and your strongest result")  # fmt: skip
