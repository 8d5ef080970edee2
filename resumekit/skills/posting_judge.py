"""Judging a requirement: which facts fill it, which come near, and whether one speaks against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from resumekit.model.credential import Credential, Education
from resumekit.skills.match import Match
from resumekit.skills.posting import Requirement
from resumekit.skills.posting_evidence import Facts, Piece, years_of
from resumekit.skills.posting_kind import education_level, names_in
from resumekit.skills.posting_words import plain, says_something

Ranker = Callable[[str], Sequence[Match]]
Found = tuple[Piece, str]
"""A piece, and why it counts."""
_NEAR_SHARE = 0.5
_FIELDS = frozenset(
    "nursing engineering accounting marketing teaching manufacturing banking purchasing programming".split()
)
_WINDOW = 6
"""So many words may stand between those of a phrase."""
_DEED = ("bullet", "role", "skill", "course")


@dataclass(slots=True)
class Finding:
    """What there is for a requirement. `denied` where the facts say no, and not only nothing."""

    direct: list[Found] = field(default_factory=list)
    near: list[Found] = field(default_factory=list)
    denied: bool = False
    note: str = ""


class Judge:
    """Judges requirements by one client's facts."""

    def __init__(self, facts: Facts, rank: Ranker | None = None) -> None:
        self._facts = facts
        self._rank = cache(lambda text: tuple(rank(text))) if rank else None

    def judge(self, asked: Requirement) -> Finding:
        """The facts for a requirement, by its kind."""
        match asked.kind:
            case "years":
                return self._years(asked)
            case "credential" if asked.names:
                return self._credential(asked)
            case "education":
                return self._education(asked)
            case "language":
                return self._language(asked)
            case "tool":
                return self._tool(asked)
            case "eligibility" | "driving" | "availability":
                return self._stated(asked)
            case _:
                return self._phrase(asked)

    # Phrases -----------------------------------------------------------------------------------------------------

    def _phrase(self, asked: Requirement) -> Finding:
        finding = Finding()
        for way in asked.alternatives:
            for piece in self._facts.pieces:
                if piece.kind in _DEED or piece.kind == "credential":
                    self._compare(way, piece, finding)
        if self._rank and asked.kind == "skill":
            self._competencies(asked, finding)
        finding.near = _without(_best_first(finding.near), finding.direct)
        finding.direct = _best_first(finding.direct)
        return finding

    def _compare(self, way: str, piece: Piece, finding: Finding) -> None:
        wanted = frozenset(self._facts.read(way))
        held = self._facts.roots[piece]
        if not wanted or not (common := wanted.intersection(held)):
            return
        if common == wanted and _together(wanted, held):
            finding.direct.append((piece, "the same words"))
        elif len(common) >= 2 and len(common) >= _NEAR_SHARE * len(wanted):
            finding.near.append((piece, f"{len(common)} of its {len(wanted)} words"))

    def _competencies(self, asked: Requirement, finding: Finding) -> None:
        assert self._rank is not None
        wanted = {
            item.competency: item for item in self._rank(asked.phrase) if item.band in ("demonstrated", "partial")
        }
        if not wanted:
            return
        for piece in self._facts.of("bullet", "course"):
            for item in self._rank(piece.text):
                other = wanted.get(item.competency)
                if other is None or item.band not in ("demonstrated", "partial"):
                    continue
                sure = all(one.band == "demonstrated" and one.relation == "direct" for one in (item, other))
                about = item.term or item.competency
                if piece.kind == "course":
                    # To have been taught something is not to have done it.
                    finding.near.append((piece, f"a course on {about}"))
                else:
                    (finding.direct if sure else finding.near).append((piece, f"both are about {about}"))
                break

    # Papers ------------------------------------------------------------------------------------------------------

    def _credential(self, asked: Requirement) -> Finding:
        finding, facts = Finding(), self._facts.resume.facts
        for piece in self._facts.of("credential", "course", "education"):
            if not set(names_in(piece.text, "credential")) & set(asked.names):
                continue
            fact = facts[piece.fact]
            if isinstance(fact, Credential) and fact.status != "designated":
                wanted = "candidate" in plain(asked.phrase)
                (finding.direct if wanted else finding.near).append((piece, fact.status))
                finding.note = "" if wanted else f"not held yet: {fact.status}"
            else:
                (finding.direct if piece.kind == "credential" else finding.near).append((piece, "held"))
        finding.denied = not finding.direct and bool(self._facts.resume.credentials)
        if finding.denied and not finding.near:
            finding.note = "the credentials that are stated do not include it"
        return finding

    def _education(self, asked: Requirement) -> Finding:
        finding, level = Finding(), asked.level or 1
        wanted = [frozenset(self._facts.read(_field_of(way))) for way in asked.alternatives]
        wanted = [roots for roots in wanted if roots]
        teaching = _is_education(asked.phrase)
        open_field = not (wanted or teaching) or "related" in plain(asked.phrase)
        schools = list(self._facts.of("education"))
        for piece in schools:
            fact = self._facts.resume.facts[piece.fact]
            reached = _level_of(fact, piece)
            roots = frozenset(self._facts.roots[piece])
            fits = not wanted or any(len(roots & one) * 2 > len(one) for one in wanted)
            fits = fits and (not teaching or _is_education(piece.text))
            if reached < level:
                continue
            if isinstance(fact, Education) and fact.end and fact.end.expected:
                finding.near.append((piece, "not finished yet"))
            elif fits:
                finding.direct.append((piece, "the level and the field" if wanted or teaching else "the level"))
            else:
                finding.near.append((piece, "the level, in another field"))
        finding.denied = bool(schools) and not finding.direct and not finding.near
        if finding.denied:
            finding.note = "the education that is stated does not reach it"
        elif finding.near and not finding.direct and open_field:
            finding.note = "whether the field counts as related is for the employer to say"
        return finding

    def _language(self, asked: Requirement) -> Finding:
        finding = Finding()
        held: dict[str, Piece] = {}
        for piece in self._facts.of("language"):
            held.update(dict.fromkeys(names_in(piece.text.split(",", 1)[0], "language"), piece))
        found = [name for name in asked.names if name in held]
        enough = bool(found) if len(asked.alternatives) > 1 else len(found) == len(asked.names)
        for name in found:
            weak = _is_weak(held[name].text) and asked.need == "must"
            (finding.near if weak or not enough else finding.direct).append((held[name], "stated"))
        if finding.near and len(asked.alternatives) == 1:
            finding.direct = []
        finding.denied = not enough and bool(held)
        finding.note = "the languages that are stated do not include it" if finding.denied else ""
        return finding

    def _tool(self, asked: Requirement) -> Finding:
        finding = Finding()
        joint = len(asked.names) > 1 and len(asked.alternatives) == 1
        found: set[str] = set()
        for piece in self._facts.of("skill", "bullet", "course", "role"):
            if both := set(asked.names) & set(names_in(piece.text, "tool")):
                found |= both
                finding.direct.append((piece, "named"))
        if joint and found != set(asked.names):
            finding.near, finding.direct = finding.direct, []
        finding.direct = _best_first(finding.direct)
        return finding

    def _stated(self, asked: Requirement) -> Finding:
        """What only the client can say: yes where a fact says it, and else a question."""
        lower = plain(asked.phrase)
        if " to work in" in lower or "work permit" in lower:
            return Finding(direct=[(piece, "stated") for piece in self._facts.of("authorization")])
        finding = Finding()
        wanted = frozenset(self._facts.read(asked.phrase))
        for piece in self._facts.of("credential", "skill"):
            if wanted and len(wanted.intersection(self._facts.roots[piece])) * 2 > len(wanted):
                finding.direct.append((piece, "stated"))
        return finding

    # Years -------------------------------------------------------------------------------------------------------

    def _years(self, asked: Requirement) -> Finding:
        assert asked.years is not None
        subject = [frozenset(self._facts.read(way)) for way in (asked.alternatives if asked.subject else ())]
        subject = [roots for roots in subject if roots]
        roles = list(self._facts.of("role"))
        told = self._of_role if _is_task(asked.alternatives) else self._titles
        full = [role for role in roles if not subject or any(_holds(self._facts, told(role), one) for one in subject)]
        some = [role for role in roles if role not in full and self._touches(role, subject)]
        years = years_of(role.months for role in full if role.months)
        wider = years_of(role.months for role in (*full, *some) if role.months)
        vague = not subject and not _is_any(asked)
        said = f"{_said_years(years)}; {asked.years:g} asked for"
        finding = Finding(note=said)
        if years >= asked.years and not vague:
            finding.direct = [(role, _span_words(role)) for role in full]
        elif wider >= asked.years:
            finding.near = [(role, _span_words(role)) for role in (*full, *some)]
            finding.note = f"{_said_years(wider)} of something near it, {_said_years(years)} of the thing itself"
        else:
            finding.near = [(role, _span_words(role)) for role in full]
            finding.denied = bool(roles) and all(role.months for role in roles)
        return finding

    def _touches(self, role: Piece, subject: Sequence[frozenset[str]]) -> bool:
        held = frozenset(root for piece in self._of_role(role) for root in self._facts.roots[piece])
        return any(len(held & one) * 2 >= len(one) for one in subject)

    def _of_role(self, role: Piece) -> Iterator[Piece]:
        return (piece for piece in self._facts.pieces if piece.role == role.fact)

    @staticmethod
    def _titles(role: Piece) -> Iterator[Piece]:
        yield role


def _holds(facts: Facts, pieces: Iterator[Piece], wanted: frozenset[str]) -> bool:
    return any(wanted <= frozenset(facts.roots[piece]) for piece in pieces)


def _is_task(ways: Sequence[str]) -> bool:
    """Whether years are asked of something done (hiring people), which a bullet shows, and not of a field (nursing)."""
    first = plain(ways[0]).split()[:1] if ways else []
    return bool(first) and first[0].endswith("ing") and first[0] not in _FIELDS


def _is_any(asked: Requirement) -> bool:
    """Whether years of any work will do; "related experience" is not that."""
    lower = plain(asked.phrase)
    return not any(word in lower for word in ("related", "relevant", "similar", "progressive"))


def _together(wanted: frozenset[str], held: Sequence[str]) -> bool:
    """Whether the words stand near each other somewhere."""
    if len(wanted) == 1:
        return True
    size = len(wanted) + _WINDOW
    return any(wanted <= frozenset(held[place : place + size]) for place in range(max(1, len(held) - size + 1)))


def _without(found: list[Found], others: list[Found]) -> list[Found]:
    there = {piece.fact for piece, _ in others}
    return [item for item in found if item[0].fact not in there]


def _best_first(found: list[Found]) -> list[Found]:
    """Deeds before names of skills; each fact once."""
    rank = {"bullet": 0, "role": 1, "credential": 2, "skill": 3, "course": 4}
    kept: dict[str, Found] = {}
    for item in sorted(found, key=lambda item: rank.get(item[0].kind, 5)):
        kept.setdefault(item[0].fact, item)
    return list(kept.values())


def _level_of(fact: object, piece: Piece) -> int:
    named = education_level(piece.text.replace(",", " ")) or 0
    if isinstance(fact, Education) and fact.credential:
        named = education_level(fact.credential) or named
        if "postgraduate" in plain(fact.credential) or "post-graduate" in plain(fact.credential):
            named = max(named, 2)
    return named


_LEVEL_WORDS = frozenset(
    "degree diploma certificate bachelor bachelors baccalaureate master masters doctorate post secondary postsecondary "
    "education college university school high science arts applied honours undergraduate graduate grade ged phd mba "
    "completion completed completing minimum field discipline".split()
)


_EDUCATION = re.compile(
    r"\b(?:bachelor|master|degree|diploma)\w*(?:'s|’s)?(?: degree)? (?:(?:of|in) )?education\b|\b[bm]\.?ed\b",
    re.IGNORECASE,
)


def _is_education(text: str) -> bool:
    """Whether education is the field of a degree; elsewhere the word says only that schooling is asked for."""
    return _EDUCATION.search(text) is not None


def _field_of(text: str) -> str:
    said = (word.strip(".,;()").removesuffix("'s") for word in plain(text).replace("-", " ").split())
    kept = [word for word in said if word not in _LEVEL_WORDS]
    kept = [word for word in kept if not word.startswith(("bachelor", "master"))]
    field_words = " ".join(kept)
    return field_words if says_something(field_words) else ""


_WEAK = (
    "basic",
    "beginner",
    "elementary",
    "intermediate",
    "conversational",
    "débutant",
    "intermédiaire",
    "a1",
    "a2",
    "b1",
)


def _is_weak(text: str) -> bool:
    return any(word in plain(text) for word in _WEAK)


def _said_years(years: float) -> str:
    return f"{years:.1f}".removesuffix(".0") + (" year" if years == 1 else " years")


def _span_words(role: Piece) -> str:
    return _said_years(years_of([role.months])) if role.months else "no dates"
