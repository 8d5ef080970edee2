"""Reading a posting: from its text to what it asks for, pays and tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from resumekit.skills.match import Span
from resumekit.skills.posting import Item, KnockOut, Need, Posting, Requirement
from resumekit.skills.posting_flags import read_flags, region_of
from resumekit.skills.posting_head import employer_of, title_of
from resumekit.skills.posting_kind import education_level, kind_of, names_in, years_in
from resumekit.skills.posting_pay import read_pay
from resumekit.skills.posting_phrases import alternatives, phrases
from resumekit.skills.posting_sections import read_items
from resumekit.skills.posting_words import plain, posting_words, says_something
from resumekit.text.language import language_of

MOST_READ = 60_000
"""Characters; a posting has some five thousand."""
_KNOCKING = frozenset({"years", "credential", "education", "language", "eligibility", "driving", "availability"})
_FRENCH_KINDS = frozenset({"years", "credential", "language", "eligibility", "driving"})
_WHOLE_NICE = re.compile(r"(?:is|are|be|considered|also|strongly|highly|:)\s+(?:\w+\s+){0,3}$")


def read_posting(text: str) -> Posting:
    """What a posting asks for and tells. Whatever is not read is named in `notes`."""
    notes = []
    if len(text) > MOST_READ:
        notes.append(f"only the first {MOST_READ:,} of {len(text):,} characters were read")
    text = text[:MOST_READ]
    language = language_of(text)
    items = read_items(text)
    requirements = tuple(_unique(_requirements(text, items)))
    if language == "fr":
        requirements = tuple(item for item in requirements if item.kind in _FRENCH_KINDS)
        notes.append("this posting is in French: only credentials, years, languages and eligibility were read")
    elif not requirements:
        notes.append("no requirements were found; is this the text of a posting?")
    title, pay, region = title_of(text), read_pay(text), region_of(text)
    return Posting(
        text=text, title=title, employer=employer_of(text, title), language=language, region=region, items=items,
        requirements=requirements, knock_outs=tuple(_knock_outs(requirements)), pay=pay,
        flags=read_flags(text, region, pay), notes=tuple(notes),
    )  # fmt: skip


def _requirements(text: str, items: Iterable[Item]) -> Iterator[Requirement]:
    words = posting_words()
    for item in items:
        lower = plain(text[item.span.start : item.span.end])
        asked = item.section in ("must", "nice") or (
            item.section in ("other", "about", "duties") and not item.bullet and words.asks.search(lower) is not None
        )
        if not asked:
            continue
        for start, end in phrases(text, item.span.start, item.span.end):
            phrase = " ".join(text[start:end].split())
            if says_something(phrase):
                yield _requirement(phrase, Span(start, end), _need(phrase, lower, item))


def _need(phrase: str, sentence: str, item: Item) -> Need:
    words, lower = posting_words(), plain(phrase)
    if words.nice.search(lower):
        return "nice"
    if words.must.search(lower):
        return "must"
    if item.section == "nice":
        return "nice"
    found = words.nice.search(sentence)
    # "Ideally, …" and "… would be an asset" speak of all that the sentence names.
    whole = found and (
        found.start() <= 1 or (_WHOLE_NICE.search(sentence[: found.start()]) and not words.must.search(sentence))
    )
    return "nice" if whole else "must"


def _requirement(phrase: str, span: Span, need: Need) -> Requirement:
    kind = kind_of(phrase)
    years = years_in(phrase) if kind == "years" else None
    return Requirement(
        phrase, span, kind, need,
        alternatives=alternatives(years[1]) if years and years[1] else alternatives(phrase),
        years=years[0] if years else None,
        subject=years[1] if years else "",
        names=names_in(phrase, kind),
        level=education_level(phrase) if kind == "education" else None,
    )  # fmt: skip


def _unique(requirements: Iterable[Requirement]) -> Iterator[Requirement]:
    """Each phrase once; what is a must anywhere is a must."""
    seen: dict[str, Requirement] = {}
    for item in requirements:
        key = plain(item.phrase)
        if key not in seen or (item.need == "must" and seen[key].need == "nice"):
            seen[key] = item
    yield from sorted(seen.values(), key=lambda item: item.span.start)


def _knock_outs(requirements: tuple[Requirement, ...]) -> Iterator[KnockOut]:
    for place, item in enumerate(requirements):
        if item.need == "must" and item.kind in _KNOCKING:
            yield KnockOut(_question(item), place)


def _question(item: Requirement) -> str:
    match item.kind:
        case "years":
            number = f"{item.years:g} year{'' if item.years == 1 else 's'}"
            if "experience" in item.subject:
                return f"Do you have at least {number} of {item.subject}?"
            return f"Do you have at least {number} of experience{_in(item)}?"
        case "credential":
            return f"Do you hold this credential: {' or '.join(item.names) if item.names else item.phrase}?"
        case "education":
            return f"Does your education meet this: “{item.phrase}”?"
        case "language":
            joint = " or " if len(item.alternatives) > 1 else " and "
            return f"Do you speak and write {joint.join(name.title() for name in item.names)}?"
        case _:
            return f"Can you say yes to this: “{item.phrase}”?"


def _in(item: Requirement) -> str:
    """What years are asked of, with the article that the posting gives it."""
    if not item.subject:
        return ""
    before = item.phrase.partition(item.subject)[0].split()[-1:]
    article = f"{before[0]} " if before and before[0] in ("a", "an", "the") else ""
    return f" in {article}{item.subject}"
