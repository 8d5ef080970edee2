"""The sections of a foreign resume: by its headings, standard or odd, and by what stands under them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from resumekit.readback.foreign import ForeignLine
from resumekit.readback.span import find_span
from resumekit.readback.words import count, headings, unspaced

Naming = Literal["standard", "known", "hinted", "guessed", "none"]
"""How sure a section's name is: a standard heading, a common one, one with a telling word, one told by what it holds."""
CONFIDENCE: dict[Naming, float] = {"standard": 1.0, "known": 0.9, "hinted": 0.7, "guessed": 0.5, "none": 0.3}
_LONGEST = 60
_CONTACT = re.compile(r"@|https?:|www\.|\d{3}[ .-]\d{4}")
_Look = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class FoundSection:
    """A heading and the paragraphs under it. `name` is "head" for what stands before the first heading, "other" where
    neither heading nor words tell what it is.
    """

    name: str
    heading: ForeignLine | None
    lines: tuple[ForeignLine, ...]
    naming: Naming

    @property
    def confidence(self) -> float:
        return CONFIDENCE[self.naming]

    @property
    def title(self) -> str:
        return unspaced(self.heading.text) if self.heading else ""


def find_sections(lines: Sequence[ForeignLine]) -> tuple[FoundSection, ...]:
    """The sections of a resume's paragraphs, in their order; the head first, also when it is empty."""
    marks = _heading_numbers(lines)
    bounds = [*marks, len(lines)]
    out = [FoundSection("head", None, tuple(lines[: bounds[0]]), "none")]
    for start, end in pairwise(bounds):
        inside = tuple(lines[start + 1 : end])
        name, naming = _name(lines[start], inside)
        out.append(FoundSection(name, lines[start], inside, naming))
    return tuple(out)


def _heading_numbers(lines: Sequence[ForeignLine]) -> list[int]:
    known = [n for n, line in enumerate(lines) if _is_short(line) and headings().find(line.text)]
    body = _body_look(lines)
    marked = [n for n in known if _stands_out(lines[n], body)]
    if len(marked) * 2 >= len(known):
        known = marked
    looks = Counter(lines[n].look for n in known if _stands_out(lines[n], body))
    dated = {line.look for line in lines if find_span(line.text) and _stands_out(line, body)}
    odd = [
        n
        for n, line in enumerate(lines)
        if n not in known and line.look in looks and line.look not in dated and _is_short(line) and n > 1
    ]
    hinted = [
        n for n, line in enumerate(lines) if n not in known and n not in odd and n > 0 and _is_hinted(line, body, dated)
    ]
    return sorted({*known, *odd, *hinted})


def _is_hinted(line: ForeignLine, body: ForeignLine | None, dated: set[_Look]) -> bool:
    """Whether a line that stands out has a word that tells a section, and does not look like the titles of entries."""
    if not _is_short(line) or line.look in dated or not headings().guess(line.text) or len(line.text.split()) > 5:
        return False
    larger = body is not None and line.size > body.size + 1
    return (
        _stands_out(line, body)
        and (larger or line.text.isupper() or line.heading > 0)
        and not count("title", line.text)
    )


def _is_short(line: ForeignLine) -> bool:
    text = line.text
    return (
        not line.marker
        and len(text) <= _LONGEST
        and "\t" not in text.strip()
        and text[-1:] not in ".,;"
        and any(c.isalpha() for c in text)
        and not _CONTACT.search(text)
        and find_span(text) is None
    )


def _body_look(lines: Sequence[ForeignLine]) -> ForeignLine | None:
    """A line that looks as most of the words do."""
    weights: Counter[_Look] = Counter()
    for line in lines:
        weights[line.look] += len(line.text)
    if not weights:
        return None
    most = weights.most_common(1)[0][0]
    return next(line for line in lines if line.look == most)


def _stands_out(line: ForeignLine, body: ForeignLine | None) -> bool:
    if body is None:
        return False
    return (
        line.heading > 0
        or line.size > body.size + 0.4
        or (line.bold and not body.bold)
        or (line.text.isupper() and not body.text.isupper())
        or ("heading" in line.style.lower())
    )


def _name(heading: ForeignLine, inside: Sequence[ForeignLine]) -> tuple[str, Naming]:
    found = headings().find(heading.text)
    if found:
        return found[0], found[1]
    hinted = headings().guess(heading.text)
    if hinted and len(heading.text.split()) <= 6:
        return hinted, "hinted"
    guessed = _by_content(inside)
    return (guessed, "guessed") if guessed else ("other", "none")


def _by_content(lines: Sequence[ForeignLine]) -> str:
    """What a section is by its words: schools, work, skills; "" where they do not tell."""
    if not lines:
        return ""
    spans = [span for line in lines if not line.marker and (span := find_span(line.text))]
    studies = sum(1 for line in lines if not line.marker and count("study", line.text))
    titles = sum(1 for line in lines if not line.marker and count("title", line.text))
    if spans and studies > titles:
        return "education"
    if any(span.is_span for span in spans) and (titles or any(line.marker for line in lines)):
        return "experience"
    words = " ".join(line.text for line in lines)
    listed = words.count(",") + words.count("•") + words.count("|") + sum(1 for line in lines if line.marker)
    if not spans and listed >= 4 and listed * 7 > len(words.split()):
        return "skills"
    if not spans and len(lines) == 1 and len(words.split()) > 20:
        return "profile"
    return ""
