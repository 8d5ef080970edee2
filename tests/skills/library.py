"""A small framework, a reader that goes by single words, and clients for them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from resumekit.model.resume import Resume
from resumekit.skills.framework import Framework, Relation
from resumekit.skills.match import Band, Contribution, Match, Span

FRAMEWORK = Framework.model_validate(
    {
        "id": "small",
        "name": "A small framework",
        "groups": [
            {"id": "staffing", "name": "Staffing", "weight": 2},
            {"id": "teaching", "name": "Teaching"},
            {"id": "bearing", "name": "Bearing", "kind": "enabling"},
            {"id": "law", "name": "Law", "kind": "knowledge"},
        ],
        "competencies": [
            {"id": "hiring", "name": "Hiring", "group": "staffing", "weight": 3, "shows": ["listening"],
             "terms": ["recruitment and selection"], "cues": ["interview <staff>", "hire _ crew", "recruit staff|crew"],
             "actions": [{"kind": "volunteering", "title": "Sit on a panel", "effort": 10, "closes": 0.5},
                         {"kind": "course", "title": "Take a course", "effort": 40, "closes": 0.3}]},
            {"id": "rostering", "name": "Rostering", "group": "staffing", "terms": ["staff scheduling"],
             "cues": ["charge nurse", "arrange shift|night cover"],
             "actions": [{"kind": "project", "title": "Plan one season", "effort": 20, "closes": 1}]},
            {"id": "training", "name": "Training", "group": "teaching", "terms": ["training delivery"],
             "questions": ["Whom have you taught?", "What could they do then?"],
             "accepts": ["bullet", "education"]},
            {"id": "listening", "name": "Listening", "group": "bearing", "terms": ["relationship management"]},
            {"id": "employment-law", "name": "Employment law", "group": "law"},
        ],
    }
)  # fmt: skip


@dataclass(frozen=True)
class WordRanker:
    """Finds a competency by one word of the text."""

    words: dict[str, tuple[str, float, Band, Relation]] = field(
        default_factory=lambda: {
            "hired": ("hiring", 0.9, "demonstrated", "direct"),
            "screened": ("hiring", 0.8, "demonstrated", "equivalent"),
            "picked": ("hiring", 0.6, "partial", "adjacent"),
            "vetted": ("hiring", 0.95, "demonstrated", "adjacent"),
            "met": ("hiring", 0.3, "suggested", "direct"),
            "rostered": ("rostering", 0.95, "demonstrated", "direct"),
            "taught": ("training", 0.9, "demonstrated", "direct"),
        }
    )

    def rank(self, text: str) -> tuple[Match, ...]:
        found = []
        for word, (competency, probability, band, relation) in self.words.items():
            if place := re.search(rf"\b{word}\b", text, re.IGNORECASE):
                item = FRAMEWORK.by_id[competency]
                span = Span(*place.span())
                said = Contribution("cue", word, 1.0, span)
                found.append(
                    Match(competency, item.group, probability, band, relation, item.terms[0], (span,), (said,))
                )
        return tuple(sorted(found, key=lambda match: (-match.probability, match.competency)))


RANKER = WordRanker()

_VERBS = ("Hired", "Screened", "Picked", "Vetted", "Met", "Rostered", "Taught", "Painted")
_deeds = st.builds(
    lambda verb, rest, more: {"action": f"{verb} {rest}", **more},
    st.sampled_from(_VERBS),
    st.sampled_from(("cooks", "a crew of nine", "people for the night")),
    st.sampled_from(
        ({}, {"result": "Cut turnover"}, {"part": "contributed"}, {"result": "Cut it", "measures": [{"value": 4}]})
    ),
)
_ends = st.sampled_from(("present", "2024-03", "2015", "2001-12"))
_roles = st.builds(
    lambda end, deeds, duties: {
        "title": "Cook",
        "start": "2000-01",
        "end": end,
        "achievements": deeds,
        "duties": duties,
    },
    _ends,
    st.lists(_deeds, max_size=5),
    st.lists(st.sampled_from(("Taught apprentices", "Rostered the line", "Swept")), max_size=2),
)


def numbered(data: dict[str, Any]) -> dict[str, Any]:
    """The same data with an id on every fact, so that an order can change and the keys stay."""
    for e, employer in enumerate(data["experience"]):
        employer["id"] = f"e{e}"
        for r, role in enumerate(employer["roles"]):
            role["id"] = f"e{e}r{r}"
            for kind in ("achievements", "duties"):
                role[kind] = [
                    {**({"text": item} if isinstance(item, str) else item), "id": f"e{e}r{r}{kind[0]}{number}"}
                    for number, item in enumerate(role[kind])
                ]
    return data


clients = st.builds(
    lambda employers: numbered({"person": {"name": "Mira Solberg"}, "as_of": "2026-11", "experience": employers}),
    st.lists(
        st.fixed_dictionaries(
            {"employer": st.sampled_from(("Blue Oven", "Hill Farm")), "roles": st.lists(_roles, min_size=1, max_size=2)}
        ),
        min_size=1,
        max_size=3,
    ),
)
"""Plain data of client files whose facts all have ids."""


def resume_of(**data: Any) -> Resume:
    return Resume.model_validate({"person": {"name": "Mira Solberg"}, **data})


def with_bullets(*bullets: Any, **role: Any) -> Resume:
    """A client with one role and these achievements."""
    held = {"id": "cook", "title": "Cook", "start": "2020-01", "end": "present", **role, "achievements": list(bullets)}
    return resume_of(as_of="2026-11", experience=[{"employer": "Blue Oven", "roles": [held]}])
