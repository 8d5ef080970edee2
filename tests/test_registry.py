"""Registry: what is added is found by its name, in order, and what is not names the nearest."""

from __future__ import annotations

import pytest

from resumekit.errors import UnknownNameError
from resumekit.registry import Registry


def _registry() -> Registry[int]:
    registry: Registry[int] = Registry("section")
    registry.add("profile")(1)
    registry.add("experience")(2)
    registry.add("awards")(3)
    return registry


def test_things_are_found_by_name_in_the_order_they_were_added() -> None:
    registry = _registry()

    assert dict(registry) == {"profile": 1, "experience": 2, "awards": 3}
    assert list(registry) == ["profile", "experience", "awards"]


def test_add_gives_back_what_it_adds() -> None:
    registry: Registry[str] = Registry("section")

    assert registry.add("profile")("x") == "x"


def test_an_unknown_name_gives_the_nearest_and_the_known() -> None:
    with pytest.raises(UnknownNameError) as caught:
        _registry()["experiense"]

    assert (
        str(caught.value)
        == "'experiense' is not a known section; did you mean 'experience'? Known: awards, experience, profile."
    )


def test_it_is_a_mapping_that_get_and_in_can_ask() -> None:
    registry = _registry()

    assert registry.get("nothing") is None
    assert registry.get("nothing", 5) == 5
    assert "nothing" not in registry
    assert "awards" in registry


def test_a_name_is_given_once() -> None:
    with pytest.raises(ValueError, match="two sections are called 'profile'"):
        _registry().add("profile")(4)
