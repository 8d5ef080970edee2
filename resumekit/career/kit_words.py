"""Questions, first days, pay, follow-up and practice: the fixed words and numbers of the interview kit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from resumekit.career.slots import with_slots
from resumekit.career.tables import read_part
from resumekit.model.offer import FACTORS
from resumekit.text.tables import DataTable

Language = Literal["en", "fr"]
Count = Annotated[int, Field(ge=0, le=50)]
Doubt = Literal[
    "missing_paper", "missing_years", "missing_must", "career_change", "step_down", "overqualified", "short_job", "gap"
]
"""What a thank-you can answer."""


def _is_factor(name: str) -> str:
    if name not in FACTORS:
        raise ValueError(f"'{name}' is no factor of a move; there are {', '.join(FACTORS)}")
    return name


What = Annotated[str, with_slots("what")]
Position = Annotated[str, with_slots("position")]


class Counts(DataTable):
    """How many of each."""

    technical: Count
    per_stage: Annotated[int, Field(ge=1, le=20)]
    competencies: Count
    basis: str


class Behavioural(DataTable):
    """Questions about what was done, by the way a requirement can stand in them."""

    basis: str
    depends: What
    had_to: What
    apply: What
    language: What
    tool: What
    credential: What
    education: What
    condition: What
    quoted: What
    quoted_years: What
    flagged: Annotated[str, with_slots("flag", "source")]


class Technical(DataTable):
    """Questions about how one would do the work."""

    basis: str
    generic: tuple[str, ...]
    tool: tuple[What, ...]
    knowledge: tuple[What, ...]
    duty: What
    duty_quoted: What
    credential: What
    competency: What
    field: tuple[What, ...]
    intro: str
    answer: str


class Standard(DataTable):
    """A question that is asked of everybody. `question_left` and `question_none` stand where no job goes on; `fr` is
    each in French, and where it is not given, the English stands.
    """

    id: str
    question: str
    question_left: str = ""
    question_none: str = ""
    fr: str = ""
    fr_left: str = ""
    fr_none: str = ""
    advice: str
    basis: str

    def in_french(self) -> Standard:
        """The same question, asked in French."""
        if not self.fr:
            return self
        return self.model_copy(
            update={"question": self.fr, "question_left": self.fr_left, "question_none": self.fr_none}
        )


class SaidBehavioural(DataTable):
    """Questions about what was done, in another language."""

    depends: What
    tool: What
    credential: What
    education: What
    condition: What
    quoted: What
    quoted_years: What


class SaidTechnical(DataTable):
    """Questions about how one would do the work, in another language."""

    tool: tuple[What, ...]
    knowledge: tuple[What, ...]
    duty_quoted: What
    credential: What
    competency: What
    field: tuple[What, ...]


class SaidQuestions(DataTable):
    """What may be asked, in another language; what cannot be built in is quoted."""

    behavioural: SaidBehavioural
    technical: SaidTechnical


class Stage(DataTable):
    """A month of the first three: what always stands in it, and how a duty is put there."""

    title: str
    first: str
    duty: Annotated[str, with_slots("duty")]
    quoted: Annotated[str, with_slots("duty")]
    area: Annotated[tuple[Annotated[str, with_slots("area")], ...], Field(min_length=1)]
    verbs: tuple[str, ...]


class FirstDays(DataTable):
    """The plan of the first 90 days."""

    basis: str
    not_a_promise: str
    later: Annotated[str, with_slots("duties")]
    stage: tuple[Stage, Stage, Stage]


class Probe(DataTable):
    """A question to the employer, and how to hear the answer."""

    probes: str
    question: str
    fr: str = ""
    good: str
    worrying: str
    feeds: Annotated[str, AfterValidator(_is_factor)]


class Probes(DataTable):
    """The questions to the employer."""

    title: str
    intro: str
    basis: str
    ask: tuple[Probe, ...]


Wanted = Annotated[str, with_slots("wanted", "range")]


class Sayings(DataTable):
    """What to say of pay, by how the wish and the range lie."""

    within: Wanted
    low: Wanted
    above: Wanted
    unknown: Wanted
    fixed: Wanted
    ask: Annotated[str, with_slots()]
    ask_then: Annotated[str, with_slots("wanted")]


class PayWords(DataTable):
    """What to say of pay; `say` by language."""

    basis: str
    homework: Annotated[str, with_slots("what", "fields")]
    do_not_tell: str
    benefits: str
    ask_range: str
    besides: tuple[str, ...]
    say: dict[Language, Sayings]


class Step(DataTable):
    """A message some days after the interview."""

    day: Count
    what: str
    en: Position
    fr: Position
    basis: str


class AnswerDay(DataTable):
    """The message on the day by which a region's law wants an answer."""

    what: Annotated[str, with_slots("name", "days", "applies")]
    en: Annotated[str, with_slots("days", "position")]
    fr: Annotated[str, with_slots("days", "position")]
    basis: str


class Blanks(DataTable):
    """What the client fills in, and how a job or a place is named where its name is not known."""

    position: str
    position_named: Annotated[str, with_slots("role")]
    one_job: str
    jobs: str
    said: str
    worry: str
    reason: str
    near: str
    plan: str


class Repairs(DataTable):
    """The sentence that answers each doubt."""

    missing_paper: Annotated[str, with_slots("what", "plan")]
    missing_years: Annotated[str, with_slots("what", "near")]
    missing_must: Annotated[str, with_slots("what", "plan")]
    career_change: Annotated[str, with_slots("from", "to", "reason")]
    career_change_held: Annotated[str, with_slots("from", "to", "credential")]
    step_down: Annotated[str, with_slots("reason")]
    overqualified: Annotated[str, with_slots("reason")]
    short_job: Annotated[str, with_slots("at", "reason")]
    gap: Annotated[str, with_slots("reason")]


class Names(DataTable):
    """Each doubt as a sentence names it."""

    missing_paper: What
    missing_years: What
    missing_must: What
    career_change: Annotated[str, with_slots("from", "to")]
    step_down: Annotated[str, with_slots()]
    overqualified: Annotated[str, with_slots()]
    short_job: Annotated[str, with_slots("at")]
    gap: Annotated[str, with_slots()]


class AfterWords(DataTable):
    """The thank-you and what follows it; `blank` and `repair` by language. `order` begins with what weighs most."""

    basis: str
    most_words: Annotated[int, Field(ge=1, le=1000)]
    order: tuple[Doubt, ...]
    intro: str
    closing_note: Annotated[str, with_slots("words", "most")]
    answers: Annotated[str, with_slots("name")]
    name: Names
    blank: dict[Language, Blanks]
    repair: dict[Language, Repairs]
    step: tuple[Step, ...]
    answer_day: AnswerDay


class Criterion(DataTable):
    """What is scored, and what the best and the worst score look like."""

    name: str
    four: str
    one: str


class Practice(DataTable):
    """The practice sheet."""

    basis: str
    intro: str
    rounds: tuple[str, ...]
    criterion: tuple[Criterion, ...]


class KitWords(DataTable):
    """All of it."""

    count: Counts
    behavioural: Behavioural
    technical: Technical
    fr: SaidQuestions
    standard: tuple[Standard, ...]
    first_days: FirstDays
    probes: Probes
    pay: PayWords
    after: AfterWords
    practice: Practice

    def in_french(self) -> KitWords:
        """The same words with every question in French; what is said to the client stays."""
        update = {
            "behavioural": self.behavioural.model_copy(update=dict(self.fr.behavioural)),
            "technical": self.technical.model_copy(update=dict(self.fr.technical)),
            "standard": tuple(item.in_french() for item in self.standard),
        }
        return self.model_copy(update=update)


def kit_words(paths: Iterable[str | Path] = ()) -> KitWords:
    """The words that ship, with a coach's own over them. Raises ResumekitError for a file that cannot be used."""
    return read_part("questions", KitWords, paths)
