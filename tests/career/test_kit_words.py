"""The words of the kit: what ships is whole, a coach's own lie over it, and a slot that nothing fills is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.career.kit_words import kit_words
from resumekit.errors import ResumekitError
from resumekit.model.offer import FACTORS


def _own(folder: Path, text: str) -> list[Path]:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return [path]


def test_what_ships_has_what_the_kit_promises() -> None:
    words = kit_words()

    assert words.count.technical == 3
    assert len(words.standard) == 5
    assert len(words.probes.ask) == 7
    assert {item.feeds for item in words.probes.ask} <= set(FACTORS)
    assert {"culture", "micromanagement", "room to improve"} <= {item.probes for item in words.probes.ask}
    assert words.after.most_words == 150
    assert [step.day for step in words.after.step] == [7, 14]
    assert len(words.practice.rounds) == 3


def test_every_table_says_what_it_rests_on() -> None:
    words = kit_words()

    parts = [words.count, words.behavioural, words.technical, words.first_days, words.probes, words.pay, words.after]
    found = [part.model_dump()["basis"] for part in (*parts, words.practice, words.after.answer_day)]
    found += [item.basis for item in words.standard]
    found += [item.basis for item in words.after.step]

    assert set(found) == {"J", "ontario-2026"}


def test_no_verb_opens_two_stages() -> None:
    verbs = [verb for stage in kit_words().first_days.stage for verb in stage.verbs]

    assert len(verbs) > 50
    assert len(set(verbs)) == len(verbs)


def test_a_coachs_own_words_lie_over_those_that_ship(tmp_path: Path) -> None:
    paths = _own(tmp_path, '[career.questions.count]\ntechnical = 2\n[career.questions.after]\norder = ["gap"]\n')

    own = kit_words(paths)

    assert own.count.technical == 2
    assert own.after.order == ("gap",)
    assert own.behavioural == kit_words().behavioural


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[career.questions.behavioural]\ndepends = "Tell me of {it}."\n', "nothing fills {it} here; the text can have {what}"),
        ('[career.questions.behavioural]\ndepends = "Tell me of {what."\n', "write {{ for a brace"),
        ('[career.questions.after]\norder = ["gap", "age"]\n', "career.questions.after.order.1"),
        ("[career.questions.count]\ntechnicla = 3\n", "did you mean 'technical'"),
        ('[career.questions.pay.say.en]\nask = "{wanted}"\n', "the text can have no slots"),
    ],
)  # fmt: skip
def test_what_cannot_be_filled_is_refused_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ResumekitError) as caught:
        kit_words(_own(tmp_path, text))

    assert told in str(caught.value)
    assert "own.toml" in str(caught.value)
