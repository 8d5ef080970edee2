from __future__ import annotations

from pathlib import Path

from resumekit.load.client import load
from resumekit.model.achievement import Achievement
from tests.cli.conftest import Call


def achievement(path: Path, key: str = "training") -> Achievement:
    fact = load(path).resume.fact(key)
    assert isinstance(fact, Achievement)
    return fact


def test_what_is_not_confirmed_is_listed_with_its_place(call: Call, small: Path) -> None:
    said, listed = call("confirm", small), call("confirm", small, "--format", "json")

    assert said.code == 0
    assert "training\n" in said.out
    assert f"{small}:" in said.out
    assert len(listed.json) == 2
    assert {item["state"] for item in listed.json} == {"not confirmed"}


def test_a_confirmation_holds_until_the_words_change(call: Call, small: Path) -> None:
    said = call("confirm", small, "training", "--on", "2026-10-01")

    assert (said.code, said.out) == (0, "confirmed training\n")
    assert achievement(small).is_confirmed
    confirmed = achievement(small).confirmed
    assert confirmed
    assert confirmed.hash == achievement(small).text_hash

    small.write_text(small.read_text(encoding="utf-8").replace("nine", "ten"), encoding="utf-8")
    assert not achievement(small).is_confirmed
    assert "edited since it was confirmed" in call("confirm", small).out


def test_all_are_confirmed_at_once(call: Call, small: Path) -> None:
    assert call("confirm", small, "--all", "--on", "2026-10-01").code == 0
    assert call("confirm", small).out == "everything is confirmed\n"
    assert call("confirm", small, "--all", "--on", "2026-10-02").out == "nothing is left to confirm\n"


def test_a_confirmation_needs_its_day_and_its_facts(call: Call, small: Path) -> None:
    before = small.read_bytes()

    no_day, no_fact = call("confirm", small, "training"), call("confirm", small, "--on", "2026-10-01")

    assert (no_day.code, no_fact.code) == (2, 2)
    assert "--on 2026-10-01" in no_day.err
    assert "--all" in no_fact.err
    assert small.read_bytes() == before


def test_only_achievements_are_confirmed(call: Call, small: Path) -> None:
    before = small.read_bytes()

    other = call("confirm", small, "hr", "--on", "2026-10-01")
    wrong = call("confirm", small, "trainig", "--on", "2026-10-01")

    assert "of the kind target" in other.err
    assert "did you mean 'training'?" in wrong.err
    assert (other.code, wrong.code) == (1, 1)
    assert small.read_bytes() == before
