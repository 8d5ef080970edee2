"""Years of experience are counted to the day a client file states, and not guessed where it states none."""

from __future__ import annotations

import pytest

from resumekit.checking import check_client
from resumekit.load.client import parse

FILE = """\
person: {{name: Ana Roy, profile: Office manager with 25 years in food distribution.}}
{day}
experience:
  - {{employer: Bell Street Foods, title: Office Manager, start: 2015-05, end: {end}, achievements: [Led 14 clerks.]}}
  - {{employer: Mill Road Foods, title: Clerk, start: 1999, end: 2015, achievements: [Filed 300 orders a week.]}}
"""


@pytest.mark.parametrize(
    ("day", "end", "told"),
    [("", "present", False), ("as_of: 2026-11-15", "present", False), ("as_of: 2018-11-15", "present", True), ("", "2016", True)],
)  # fmt: skip
def test_more_years_than_the_file_holds_are_told_where_they_can_be_counted(day: str, end: str, told: bool) -> None:
    found = check_client(parse(FILE.format(day=day, end=end)))

    assert ("FAC008" in {item.finding.code for item in found}) is told
