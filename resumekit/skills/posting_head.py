"""The head of a posting: what the job is called, and who offers it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.skills.posting_flags import region_of
from resumekit.skills.posting_sections import heading_kind

_MOST_LINES = 40
_TITLE_LABEL = re.compile(
    r"^\W*(?:job title|position title|position|title|role|titre du poste|poste)\s*:\s*(?P<title>\S.{1,90})$",
    re.IGNORECASE,
)
_EMPLOYER_LABEL = re.compile(
    r"^\W*(?:company|employer|organization|organisation|employeur|entreprise)\s*:\s*(?P<name>\S.{1,90})$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^\W*About\s+(?!(?:us|you|the|this|our)\b)(?P<name>[A-Z][\w&'’.-]*(?:\s+[\w&'’.-]+){0,6})\W*$")
_AT = re.compile(r"^\W*At\s+(?P<name>[A-Z][\w&'’.-]*(?:\s+(?:of|and|&|[A-Z][\w&'’.-]*)){0,6}),?\s+(?:we|our)\b")
_IS = re.compile(
    r"^(?P<name>[A-Z][\w&'’.-]*(?:\s+(?:of|and|the|&|[A-Z][\w&'’.-]*)){1,6})\s+"
    r"(?:is|runs|operates|has|seeks|employs|serves|makes)\b"
)
_PLACED = re.compile(r"^\W*(?P<name>[A-Z][\w&'’. -]{2,60}?)(?:,|\s+[·|–—-])\s+[A-Z][\w. -]{2,40}(?:,|\s*\()")
_TITLE_AT = re.compile(r"^(?P<title>[^,|]{3,70}?)\s+(?:at|@|\|)\s+(?P<name>[A-Z][^|,]{2,60})")
_BULLET = re.compile(r"^[-–•*]\s")
_CHROME = re.compile(
    r"^\W*(?:job posting|careers?|home|apply( now)?|menu|skip to.*|search.*|sign in|log in|back.*|share.*|save.*|"
    r"posting.*|we('re| are) hiring.*|now hiring.*|job opportunity|offre d'emploi|jobs?|posted.*|cookies?.*|view.*|"
    r"employment opportunity)\W*$",
    re.IGNORECASE,
)


def title_of(text: str) -> str:
    """The job's title: the one that is labelled, or else the first line that can be one; empty where none can."""
    for line in _lines(text):
        if match := _TITLE_LABEL.match(line):
            return match["title"].strip()
    for line in _lines(text):
        bare = line.strip("#* \t")
        if (
            _BULLET.match(line)
            or not bare
            or _CHROME.match(bare)
            or heading_kind(bare)
            or bare.endswith((".", ":"))
            or len(bare.split()) > 12
        ):
            continue
        match = _TITLE_AT.match(bare)
        return match["title"].strip() if match else bare
    return ""


def employer_of(text: str, title: str = "") -> str:
    """Who offers the job, where the posting says it; else empty."""
    for pattern in (_EMPLOYER_LABEL, _ABOUT, _PLACED, _AT, _IS):
        for line in _lines(text):
            bare = line.replace("*", "").strip("# \t")
            match = pattern.match(bare)
            if match and bare != title and (pattern is not _PLACED or region_of(bare)):
                return match["name"].strip()
    for line in _lines(text):
        if match := _TITLE_AT.match(line.strip("#* \t")):
            return match["name"].strip()
    return ""


def _lines(text: str) -> Iterator[str]:
    found = 0
    for line in text[:20_000].splitlines():
        if line.strip() and len(line) <= 400:
            yield line.strip()
            found += 1
        if found >= _MOST_LINES:
            return
