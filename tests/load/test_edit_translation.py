"""A coach's confirmation of a word in a client file: written once, read back as confirmed, all else as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import ClientFileError, UnknownNameError
from resumekit.load.client import load
from resumekit.load.edit_translation import confirm_translation
from resumekit.model.date import PartialDate
from resumekit.model.target import Translation
from resumekit.skills.licence import is_confirmed

ON = PartialDate(2026, 10, 1)
REST = """\
experience:
  - employer: Northwind Labs  # the client's own spelling
    title: Supervisor
    start: 2018
    achievements:
      - {id: roster, text: Planned shifts}
      - {id: talks, text: Held talks}
"""
PERSON = "person: {name: Amina Haddad}\n"
TARGETS = {
    "a block": "targets:\n  - id: hr\n    role: HR Advisor # soon\n    pages: 2\n",
    "a block that ends in a list": "targets:\n  - id: hr\n    role: HR Advisor\n    omit:\n      - talks # later\n",
    "a block that ends in folded text": "targets:\n  - id: hr\n    role: HR Advisor\n    reason: >-\n      It is\n      time.\n",
    "braces": "targets: [{id: hr, role: HR Advisor}]\n",
    "an empty list": "targets:\n  - id: hr\n    role: HR Advisor\n    translations: []\n",
    "a list without a value": "targets:\n  - id: hr\n    role: HR Advisor\n    translations:\n    pages: 2\n",
    "a list in brackets": "targets:\n  - id: hr\n    role: HR Advisor\n    translations: [{term: coaching, facts: [talks]}]\n",
    "a list of blocks": "targets:\n  - id: hr\n    role: HR Advisor\n    translations:\n    - term: coaching\n"
    "      facts: [talks] # asked\n\n    # pages\n    pages: 2\n",
    "the same term, not confirmed": "targets:\n  - id: hr\n    role: HR Advisor\n    translations:\n"
    "      - term: Scheduling\n        facts: [roster]\n",
    "the same term, confirmed for other words": "targets:\n  - id: hr\n    role: HR Advisor\n    translations:\n"
    '      - {term: scheduling, facts: [roster], confirmed: "2026-01-01 #00000000"}\n',
}


def written(path: Path, targets: str, *, ending: str = "\n") -> Path:
    path.write_bytes((PERSON + targets + REST).replace("\n", ending).encode())
    return path


def translation(path: Path, target: str = "hr") -> Translation:
    found = load(path).resume.target(target)
    assert found
    return next(item for item in found.translations if item.term.casefold() == "scheduling")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("shape", TARGETS)
def test_a_confirmation_holds_wherever_the_target_is_written(shape: str, ending: str, tmp_path: Path) -> None:
    path = written(tmp_path / "amina.yaml", TARGETS[shape], ending=ending)
    before = path.read_bytes().decode()

    facts = confirm_translation(path, "hr", "scheduling", ["roster"], ON)

    assert facts == ("roster",)
    assert is_confirmed(translation(path), load(path).resume)
    after = path.read_bytes().decode()
    assert [line for line in before.splitlines() if "#" in line and "0000" not in line and line not in after] == []
    assert after.endswith(REST.replace("\n", ending))
    assert ("\r\n" in after) == (ending == "\r\n")
    assert after.count("\n") == after.count(ending)


def test_a_target_written_in_one_word_is_opened(tmp_path: Path) -> None:
    path = written(tmp_path / "amina.yaml", "targets: [HR Advisor]\n")

    confirm_translation(path, "targets/hr-advisor", "scheduling", ["roster"], ON)

    assert is_confirmed(translation(path, "targets/hr-advisor"), load(path).resume)


def test_json_stays_json(tmp_path: Path) -> None:
    path = tmp_path / "amina.json"
    path.write_text(
        '{"person": {"name": "Amina"},\n "targets": [{"id": "hr", "role": "HR Advisor"}],\n'
        ' "experience": [{"employer": "A", "title": "B", "start": "2018",'
        ' "achievements": [{"id": "roster", "text": "Planned"}]}]}',
        encoding="utf-8",
    )

    confirm_translation(path, "hr", "scheduling", ["roster"], ON)

    assert is_confirmed(translation(path), load(path).resume)


def test_an_edit_of_the_facts_voids_it(tmp_path: Path) -> None:
    path = written(tmp_path / "amina.yaml", TARGETS["a block"])
    confirm_translation(path, "hr", "scheduling", ["roster"], ON)

    path.write_text(path.read_text(encoding="utf-8").replace("Planned", "Drew"), encoding="utf-8")

    assert not is_confirmed(translation(path), load(path).resume)


def test_the_facts_that_the_coach_named_stay(tmp_path: Path) -> None:
    path = written(tmp_path / "amina.yaml", TARGETS["the same term, not confirmed"])

    facts = confirm_translation(path, "hr", "scheduling", ["roster", "talks"], ON)

    assert facts == translation(path).facts == ("roster",)


@pytest.mark.parametrize(
    ("targets", "facts", "error"),
    [
        (TARGETS["a block"], ["rooster"], UnknownNameError),
        (
            "targets:\n  - id: hr\n    role: R\n    translations:\n      - term: scheduling\n",
            ["roster"],
            ClientFileError,
        ),
    ],
)
def test_what_cannot_be_confirmed_changes_nothing(
    targets: str, facts: list[str], error: type[Exception], tmp_path: Path
) -> None:
    path = written(tmp_path / "amina.yaml", targets)
    before = path.read_bytes()

    with pytest.raises(error):
        confirm_translation(path, "hr", "scheduling", facts, ON)

    assert path.read_bytes() == before
