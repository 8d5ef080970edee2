"""Offer: a job that was offered, and what is known of it; one file each."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from resumekit.model.date import PartialDate
from resumekit.model.fact import Model, Name, Text
from resumekit.model.pay import Money, PayRate
from resumekit.model.role import Employment, Level

Mandate = Literal["none", "run", "improve", "build"]
"""What the job is there for: nothing of its own, running what is there, improving it, building something new."""
Figures = Literal["none", "own", "all"]
"""Whose figures its holder sees: nobody's, those of the own work, those of the whole."""
Points = Annotated[int, Field(ge=0, le=4)]
FACTORS = (
    "preferred_employer", "new_sector", "next_resume_content", "level_gap", "culture", "autonomy", "pay", "path_back",
    "need",
)  # fmt: skip


class Answers(Model):
    """The nine answers of the move assessment, from 4 (best) to 0; what is left out is asked."""

    shorthand: ClassVar[str | None] = None

    preferred_employer: Points | None = Field(None, description="on the client's written list before the offer")
    new_sector: Points | None = Field(None, description="inside the new field or sector the client has written down")
    next_resume_content: Points | None = Field(None, description="achievements plausible in 12 months")
    level_gap: Points | None = Field(None, description="4 no step down, 3 one level, 1 two levels, 0 three or more")
    culture: Points | None = Field(None, description="fit known from two or more insiders")
    autonomy: Points | None = Field(None, description="mandate to improve; the manager's style")
    pay: Points | None = Field(None, description="share of last or market pay")
    path_back: Points | None = Field(None, description="an evidenced path to the former level")
    need: Points | None = Field(
        None, description="4 when the money lasts less than half of the search, 0 when it lasts"
    )


class Because(Model):
    """Why an answer was given, in the coach's or the client's words."""

    shorthand: ClassVar[str | None] = None

    preferred_employer: Text | None = None
    new_sector: Text | None = None
    next_resume_content: Text | None = None
    level_gap: Text | None = None
    culture: Text | None = None
    autonomy: Text | None = None
    pay: Text | None = None
    path_back: Text | None = None
    need: Text | None = None


class PathBack(Model):
    """The way from this job to the former level."""

    shorthand: ClassVar[str | None] = None

    months: Annotated[int, Field(ge=0, le=120)] | None = None
    written: bool = Field(False, description="whether it stands in the offer or a letter")


class Offer(Model):
    """A job that was offered, with the answers that no fact gives; nothing in it has to be stated."""

    shorthand: ClassVar[str | None] = None

    title: Text | None = Field(None, description="HR Coordinator")
    employer: Text | None = None
    group: Text | None = Field(None, description="the group of companies the employer belongs to")
    level: Level | None = None
    field: Text | None = Field(None, description="the function: human resources")
    sector: Text | None = None
    city: Text | None = None
    employment: Employment | None = Field(None, alias="type")
    date: PartialDate | None = Field(None, description="the day the offer came")
    answer_by: PartialDate | None = None
    start: PartialDate | None = Field(None, description="the first day of work")
    in_target_field: bool | None = Field(None, description="over what the field says")
    pay: PayRate | None = None
    market_pay: PayRate | None = Field(None, description="what such a job pays elsewhere, where no last pay is known")
    take_home: Money | None = Field(None, description="a month after tax")
    mandate: Mandate | None = None
    figures: Figures | None = Field(None, description="whose figures the holder of the job sees")
    achievements: tuple[Name, ...] = Field(
        (), description="distinct results that can be measured and are plausible in 12 months, each in a line"
    )
    path_back: PathBack | None = None
    answers: Answers = Field(default_factory=Answers)
    because: Because = Field(default_factory=Because)
    notes: Text | None = Field(None, description="the coach's own; never printed")

    @property
    def called(self) -> str:
        """The job as it is spoken of: "HR Coordinator at Royal City Foods"; "the job offered" where nothing is stated."""
        if not self.title:
            return f"the job offered by {self.employer}" if self.employer else "the job offered"
        return f"{self.title} at {self.employer}" if self.employer else self.title
