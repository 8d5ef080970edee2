"""What was fitted for a framework's meaning is kept whole, and its shares are probabilities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.load.framework import find_framework, framework_names
from resumekit.skills.meaning import NONE, Meaning, from_json, load_meaning, to_json

SMALL = Meaning("small", {NONE: (0.5, 0.0, 0.25), "one": (-1.25, 2.0, 0.0), "two": (3.0, -0.125, -1.0)}, {"bullets": 3})
NUMBERS = st.floats(-1, 1)


def test_writing_and_reading_gives_the_same() -> None:
    assert from_json(to_json(SMALL)) == SMALL


@given(NUMBERS, NUMBERS)
def test_shares_are_probabilities_that_leave_room_for_none(one: float, two: float) -> None:
    import numpy as np

    shares = SMALL.shares(np.array([one, two]))

    assert set(shares) == {"one", "two"}
    assert all(0 <= share < 1 for share in shares.values())
    assert sum(shares.values()) < 1


def test_what_speaks_for_an_area_raises_its_share() -> None:
    import numpy as np

    shares = [SMALL.shares(np.array([0.0, step]))["one"] for step in (-1.0, 0.0, 1.0)]

    assert shares == sorted(shares)
    assert shares[0] < shares[2]


@pytest.mark.parametrize("name", [name for name in framework_names() if load_meaning(name)])
def test_what_ships_is_about_the_framework_s_own_areas(name: str) -> None:
    meaning = load_meaning(name)
    assert meaning
    framework = find_framework(name)

    functional = {group.id for group in framework.groups if group.kind == "functional"}
    assert set(meaning.weights) == functional | {NONE}
    assert {len(row) for row in meaning.weights.values()} == {385}
