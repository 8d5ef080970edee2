"""A coach's own numbers: laid over the shipped ones, the later over the earlier, every mistake named."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import ResumekitError
from resumekit.load.client import load
from resumekit.pipeline import Choices, plan
from resumekit.strategy.override import read_rules
from resumekit.strategy.rules import load_rules, load_situations

SAMPLE = Path(__file__).parents[2] / "samples" / "1-senior-manager.yaml"


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_numbers_are_the_shipped_ones() -> None:
    assert read_rules(()) == (load_rules(), load_situations())


def test_a_file_changes_what_it_states_and_nothing_else(tmp_path: Path) -> None:
    own = _file(tmp_path, "own.toml", "[limits]\nmost_bullets = 3\n[situations.thresholds]\nshort_months = 9\n")

    rules, situations = read_rules([own])

    assert rules.limits == load_rules().limits.model_copy(update={"most_bullets": 3})
    assert rules.model_copy(update={"limits": load_rules().limits}) == load_rules()
    assert situations.thresholds == load_situations().thresholds.model_copy(update={"short_months": 9})


def test_the_later_file_stands_over_the_earlier(tmp_path: Path) -> None:
    coach = _file(tmp_path, "coach.toml", "[limits]\nmost_bullets = 3\nshort_job_months = 6\n")
    client = _file(tmp_path, "client.toml", "[limits]\nmost_bullets = 5\n")

    rules, _ = read_rules([coach, client])

    assert (rules.limits.most_bullets, rules.limits.short_job_months) == (5, 6)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[limits]\nmost_bulets = 2", "limits.most_bulets: there is no such number; did you mean 'most_bullets'?"),
        ("[situations.situation.8]\nhighlight = [1, 2]", "situation.8.highlight: there is no such number"),
        ("[value]\nrelevance = 2", "value.relevance"),
        ("situations = 1", "'situations' is a table"),
        ("[limits", "own.toml"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_place(tmp_path: Path, text: str, said: str) -> None:
    own = _file(tmp_path, "own.toml", text)

    with pytest.raises(ResumekitError) as error:
        read_rules([own])

    assert said in str(error.value)
    assert str(own) in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResumekitError, match=r"none\.toml: No such file"):
        read_rules([tmp_path / "none.toml"])


def test_the_page_follows_the_numbers(tmp_path: Path) -> None:
    own = _file(tmp_path, "own.toml", "[limits]\nmost_bullets = 2\n")

    made = plan(load(SAMPLE), Choices(rules=(own,))).basis

    assert max(len(treated.achievements) for treated in made.context.strategy.roles.values()) == 2
    assert made.rules.limits.most_bullets == 2
