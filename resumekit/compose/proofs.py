"""What proves a letter's claims: achievements in the first person, told employer by employer with changing joints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from resumekit.document.line import Source
from resumekit.model.achievement import Achievement
from resumekit.model.activity import Project, Volunteering
from resumekit.model.role import Employer, Role
from resumekit.sections.bullet import compose_bullet
from resumekit.sections.context import Context, name_of
from resumekit.sections.profile import lowered
from resumekit.strategy.history import read_history
from resumekit.text.deed import capitalized
from resumekit.text.first_person import at_place, french_first_person
from resumekit.text.telling import after_i

MOST_PROOFS = 10
SHORT_WORDS = 13
"""Two results in a row that are no longer than this are told in one sentence."""
_SPARE_WORDS = 8
"""What two results joined in one sentence save, made up for beforehand."""
JOINTS = ("there", "beyond", "plain", "also", "add")
"""The joints of one employer's sentences, taken in turn."""

Cited = tuple[str, tuple[Source, ...]]
"""A sentence and what it rests on."""


@dataclass(frozen=True, slots=True)
class Proof:
    """An achievement that can be told, where it was reached, and how it follows "I"."""

    employer: Employer
    role: Role
    told: str
    cited: tuple[Source, ...]
    clause: bool = True

    @property
    def words(self) -> int:
        return len(self.told.split()) + 2


def ranked(context: Context) -> list[Proof]:
    """The achievements on the resume that can be told, the most valuable first."""
    shown = {
        *context.strategy.highlights,
        *(key for group in context.strategy.groups for key in group.achievements),
        *(key for treated in context.strategy.roles.values() for key in treated.achievements),
    }
    short = {job.role for job in context.strategy.short_jobs if job.advised != "full"}
    found = [
        (achievement.key, _proof(context, employer, role, achievement))
        for employer in context.resume.experience
        for role in employer.roles
        for achievement in role.achievements
        if achievement.key in shown and role.key not in short and name_of(employer) and name_of(achievement)
        and not any(measure.confidence == "placeholder" for measure in achievement.measures)
    ]  # fmt: skip
    return [proof for _, proof in sorted(found, key=lambda item: -context.strategy.values.get(item[0], 0.0))]


def _proof(context: Context, employer: Employer, role: Role, achievement: Achievement) -> Proof:
    told, clause = first_person(context, achievement)
    cited = (Source.fact(achievement.key), Source.fact(employer.key, "employer"), Source.fact(role.key, "title"))
    return Proof(employer, role, told, cited, clause)


def first_person(context: Context, achievement: Achievement) -> tuple[str, bool]:
    """The bullet as it follows "I", in the past whatever the role; and whether it is a clause with a person in it."""
    told = achievement.model_copy(update={"ongoing": False})
    text = lowered(compose_bullet(told, current=False, locale=context.locale).text)
    if context.locale.language != "fr":
        clause = after_i(text)
        return clause or text, bool(clause)
    clause = french_first_person(text)
    return clause or text.replace("\u00a0: ", " – "), bool(clause)


def choose(context: Context, most: int, least: int) -> list[Proof]:
    """The most valuable proofs, until the letter is long enough."""
    words, chosen = 0, list[Proof]()
    for item in ranked(context):
        if words + item.words > most:
            continue
        chosen.append(item)
        words += item.words
        if (words >= least + _SPARE_WORDS and len(chosen) >= 3) or len(chosen) == MOST_PROOFS:
            break
    return chosen


def told_in_order(context: Context, chosen: list[Proof]) -> list[list[Cited]]:
    """One or two paragraphs, one employer after the other, the newest first; "earlier" only where it was."""
    held = read_history(context.resume, context.as_of).held
    order = list(dict.fromkeys(item.employer.key for item in held))
    chosen = _merged(context, sorted(chosen, key=lambda item: order.index(item.employer.key)))
    half = _half(chosen)
    since = {key: min(item.start or 0 for item in held if item.employer.key == key) for key in order}
    until = {key: max(item.end or 0 for item in held if item.employer.key == key) for key in order}
    sentences, last, before, turn = list[Cited](), "", ["still", "before", "other"], 0
    for place, proof in enumerate(chosen):
        key = proof.employer.key
        if key == last:
            joint = "again" if place == half else JOINTS[turn % len(JOINTS)]
            turn += place != half
        elif not last:
            joint = "lead"
        else:
            joint = (before.pop() if len(before) > 1 else before[0]) if until[key] <= since[last] + 1 else "beside"
            turn = 0
        sentences.append((_worded(context, proof, joint), proof.cited))
        last = key
    return [part for part in (sentences[:half], sentences[half:]) if part]


def _half(chosen: list[Proof]) -> int:
    """Where the second paragraph begins: near the middle, where the employer changes when that is near."""
    if len(chosen) < 4:
        return len(chosen)
    middle = (len(chosen) + 1) // 2
    near = [place for place in (middle, middle - 1, middle + 1) if 2 <= place <= len(chosen) - 1]
    changes = [place for place in near if chosen[place].employer.key != chosen[place - 1].employer.key]
    return (changes or [middle])[0]


def _merged(context: Context, proofs: list[Proof]) -> list[Proof]:
    """Two short results of one employer that follow each other in one sentence."""
    out = list[Proof]()
    joined = f" {context.label('word.and')} "
    for proof in proofs:
        last = out[-1] if out else None
        if last and last.employer.key == proof.employer.key and _is_short(last, joined) and _is_short(proof, joined):
            out[-1] = replace(last, told=f"{last.told}{joined}{proof.told}", cited=(*last.cited, *proof.cited))
        else:
            out.append(proof)
    return out


def _is_short(proof: Proof, joined: str) -> bool:
    return proof.clause and len(proof.told.split()) <= SHORT_WORDS and not any(
        mark in proof.told for mark in (", ", "; ", joined)
    )  # fmt: skip


def _worded(context: Context, proof: Proof, joint: str) -> str:
    """The sentence; what could not be put in the first person stands after a standing opening."""
    place = at_place(name_of(proof.employer), context.locale.language)
    label = f"letter.proof_{joint}" if proof.clause else f"letter.named_{joint}"
    title = name_of(proof.role)
    if joint == "lead" and proof.clause and "," not in title and "," not in place and len(title) <= 40:
        label = "letter.proof_role"
    text = context.label(label, title=title, at=place, first=proof.told)
    return capitalized(text)


def unpaid(context: Context) -> Iterator[Cited]:
    """What projects and volunteering show, for a letter that paid work leaves short."""
    told: list[tuple[str, Project | Volunteering]] = []
    if "projects" in context.strategy.sections:
        projects = context.shown(context.resume.projects)
        told += [("project_next" if place else "project", item) for place, item in enumerate(projects)]
    if "volunteering" in context.strategy.sections:
        told += [("volunteer", item) for item in context.shown(context.resume.volunteering)]
    for joint, fact in told:
        for place, item in enumerate(context.shown(fact.achievements)):
            first, clause = first_person(context, item)
            label = f"letter.{'proof' if clause else 'named'}_{'also' if place else joint}"
            text = context.label(label, name=name_of(fact), first=first)
            yield capitalized(text), (Source.fact(item.key), Source.fact(fact.key))
