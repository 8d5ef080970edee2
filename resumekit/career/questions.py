"""Questions, first days, pay, follow-up and practice: the fixed words and numbers of the interview kit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import Field

from resumekit.career.tables import read_part
from resumekit.text.tables import DataTable

Count = Annotated[int, Field(ge=0, le=50)]


class Counts(DataTable):
    """How many of each."""

    technical: Count
    per_stage: Annotated[int, Field(ge=1, le=20)]
    competencies: Count
    basis: str


class Behavioural(DataTable):
    """Questions about what was done, by the way a requirement can stand in them."""

    basis: str
    depends: str
    had_to: str
    apply: str
    language: str
    tool: str
    credential: str
    education: str
    condition: str
    quoted: str
    quoted_years: str
    flagged: str


class Technical(DataTable):
    """Questions about how one would do the work."""

    basis: str
    generic: tuple[str, ...]
    tool: tuple[str, ...]
    knowledge: tuple[str, ...]
    duty: str
    duty_quoted: str
    credential: str
    competency: str
    field: tuple[str, ...]
    intro: str
    answer: str


class Standard(DataTable):
    """A question that is asked of everybody. `question_left` and `question_none` stand where no job goes on."""

    id: str
    question: str
    question_left: str = ""
    question_none: str = ""
    advice: str
    basis: str


class Stage(DataTable):
    """A month of the first three: what always stands in it, and how a duty is put there."""

    title: str
    first: str
    duty: str
    quoted: str
    area: tuple[str, ...]
    verbs: tuple[str, ...]


class FirstDays(DataTable):
    """The plan of the first 90 days."""

    basis: str
    not_a_promise: str
    later: str
    stage: tuple[Stage, Stage, Stage]


class Probe(DataTable):
    """A question to the employer, and how to hear the answer."""

    probes: str
    question: str
    good: str
    worrying: str
    feeds: str


class Probes(DataTable):
    """The questions to the employer."""

    title: str
    intro: str
    basis: str
    ask: tuple[Probe, ...]


class PayWords(DataTable):
    """What to say of pay; `say` by language."""

    basis: str
    homework: str
    do_not_tell: str
    benefits: str
    ask_range: str
    besides: tuple[str, ...]
    blank: str
    say: dict[str, dict[str, str]]


class Step(DataTable):
    """A message some days after the interview."""

    day: Count
    what: str
    en: str
    fr: str
    basis: str


class AnswerDay(DataTable):
    """The message on the day by which a region's law wants an answer."""

    what: str
    en: str
    fr: str
    basis: str


class AfterWords(DataTable):
    """The thank-you and what follows it; `blank` and `repair` by language."""

    basis: str
    most_words: Annotated[int, Field(ge=1, le=1000)]
    order: tuple[str, ...]
    intro: str
    closing_note: str
    answers: str
    name: dict[str, str]
    blank: dict[str, dict[str, str]]
    repair: dict[str, dict[str, str]]
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
    standard: tuple[Standard, ...]
    first_days: FirstDays
    probes: Probes
    pay: PayWords
    after: AfterWords
    practice: Practice


def kit_words(paths: Iterable[str | Path] = ()) -> KitWords:
    """The words that ship, with a coach's own over them. Raises ResumekitError for a file that cannot be used."""
    return read_part("questions", KitWords, paths)
