"""Search: what a client says of the search itself, its time and its money; for the coach alone, never printed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from resumekit.model.date import PartialDate
from resumekit.model.fact import Model, Name, Text
from resumekit.model.pay import Money, PayRate

Leaving = Literal["employed", "laid off", "contract ended", "quit", "quit with cause", "dismissed"]
"""How the last job ended: "employed" while it goes on; "quit with cause" as a benefits office uses the words."""
Share = Annotated[float, Field(ge=0, lt=1)]
Weeks = Annotated[int, Field(ge=0, le=260)]


class Severance(Model):
    """Money paid because a job ended. `weeks` of pay, or `gross` beside insurable earnings, delay benefits."""

    shorthand: ClassVar[str | None] = "net"

    net: Money = Field(description="what reaches the account, after tax")
    gross: Money | None = Field(None, description="before tax: what a benefits office spreads over weeks")
    weeks: Weeks | None = Field(None, description="the weeks of pay it stands for, where the letter says so")


class Benefit(Model):
    """Unemployment benefits, as far as the client knows them. Rates come from a dated data file."""

    shorthand: ClassVar[str | None] = None

    country: Text = Field("ca", description="the data file of rates: ca")
    claim_start: PartialDate | None = Field(None, description="the day the claim begins. [the day after last_day]")
    weeks: Weeks | None = Field(None, description="entitled weeks, as the office says")
    weeks_used: Weeks = Field(0, description="weeks already paid before the money was counted")
    insurable_earnings: PayRate | None = Field(None, description="average insurable earnings: 1,250 a week")
    weekly: Money | None = Field(None, description="the benefit a week before tax, where the office has said it")
    tax: Share = Field(0.0, description="the share that is withheld or will be owed: 0.15")
    long_tenured: bool = Field(False, description="a long-tenured worker, as the office uses the words")


class SideEarnings(Model):
    """Paid work beside the search, before tax."""

    shorthand: ClassVar[str | None] = "pay"

    pay: PayRate = Field(description="300 a week")
    start: PartialDate | None = None
    end: PartialDate | None = None


class Search(Model):
    """The search: how much time goes into it, what it may cost, and what the next job should pay.

    Every amount is the client's own figure; nothing here reaches a resume or a letter.
    """

    shorthand: ClassVar[str | None] = None

    started: PartialDate | None = Field(None, description="the day the search began. [the day the money was counted]")
    counted_on: PartialDate | None = Field(None, description="the day savings were counted. [as_of]")
    hours_a_week: Annotated[float, Field(ge=0, le=100)] | None = Field(
        None, description="hours that go into the search"
    )
    warm_contacts: Annotated[int, Field(ge=0, le=10_000)] | None = Field(
        None, description="people who would take a call"
    )
    thin_market: bool = Field(False, description="few such jobs within reach")
    factor: Annotated[float, Field(gt=0, le=10)] | None = Field(None, description="the coach's own factor on the weeks")
    factor_reason: Text | None = Field(None, description="why that factor")

    leaving: Leaving | None = Field(None, description="how the last job ended; employed while it goes on")
    last_day: PartialDate | None = Field(None, description="the last day of paid work, past or to come")
    take_home: Money | None = Field(None, description="a month after tax, from the job that goes on")
    savings: Money | None = Field(None, description="set aside for the search")
    essentials: Money | None = Field(None, description="a month: rent, food, insurance, debt; what must be paid")
    other_income: Money | None = Field(None, description="a month after tax, from anything else")
    severance: Severance | None = None
    benefit: Benefit | None = None
    side_earnings: SideEarnings | None = None

    last_pay: PayRate | None = Field(None, description="of the last full job: 78,000, 36.50 an hour")
    wanted_pay: PayRate | None = None
    walk_away_pay: PayRate | None = Field(None, description="below this the client says no")
    planned: tuple[Name, ...] = Field(
        (), description="what the search itself will add to the next resume: a course, a project, volunteering"
    )
    notes: Text | None = Field(None, description="the coach's own")
