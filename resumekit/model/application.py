"""Applications: what a client has sent, and what came of each; one plain file a client."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from resumekit.model.date import PartialDate
from resumekit.model.fact import Model, Name, Text

Channel = Literal["posting", "referral", "direct", "recruiter", "agency"]


class Application(Model):
    """One application. An outcome is stated by its day; what did not happen is left out."""

    shorthand: ClassVar[str | None] = None

    employer: Name
    role: Text | None = None
    sent: PartialDate | None = Field(None, description="the day it was sent")
    posted: PartialDate | None = Field(None, description="the day the posting came out")
    channel: Channel = "posting"
    targeted: bool = Field(True, description="written for this job; false for one sent unchanged")
    on_plan: bool | None = Field(None, description="inside the target's field or list. [from the client's list]")
    interview: PartialDate | None = Field(None, description="the day of the first interview")
    interviews: int | None = Field(None, ge=0, le=50, description="rounds, where there were several")
    offer: PartialDate | None = None
    accepted: bool = False
    rejected: PartialDate | None = None
    withdrawn: PartialDate | None = None
    notes: Text | None = None


class Applications(Model):
    """All that a client has sent in one search."""

    shorthand: ClassVar[str | None] = None

    client: Text | None = Field(None, description="the client file, by its way from this file's folder: ../amina.yaml")
    target: Text | None = Field(None, description="which of the client's targets. [the first]")
    started: PartialDate | None = Field(None, description="the day the search began. [the first application]")
    as_of: PartialDate | None = Field(None, description="the day this was last true")
    applications: tuple[Application, ...] = ()
    notes: Text | None = None
