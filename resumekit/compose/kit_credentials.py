"""Which credentials an interview leads with: the strategy's, else those that the client is working towards."""

from __future__ import annotations

from resumekit.model.credential import Course, Credential
from resumekit.sections.context import Context, name_of

RECENT_YEARS = 3
"""A course that is older says little of where somebody is going."""


def leading_credentials(context: Context) -> list[Credential]:
    """Those that the strategy leads with; where it has none, those still being earned: they are of the work to come."""
    shown = [item for item in context.shown(context.resume.credentials) if name_of(item)]
    leading = [item for item in shown if item.key in context.strategy.leading]
    return leading or [item for item in shown if item.status != "designated"]


def latest_course(context: Context) -> Course | None:
    """The newest course of the last years that may be named."""
    least = context.as_of.year - RECENT_YEARS if context.as_of else 0
    found = [
        item for item in context.shown(context.resume.courses)
        if not item.confidential and item.name and item.date and (item.date.year or 0) >= max(least, 1)
    ]  # fmt: skip
    return max(found, key=lambda item: item.date.months_from_zero() if item.date else 0, default=None)
