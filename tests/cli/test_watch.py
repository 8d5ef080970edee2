from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from resumekit.cli.watch import snapshot, watch


def touch(path: Path, text: str = "") -> None:
    """Writes a file, a second younger than it was."""
    before = path.stat().st_mtime if path.exists() else 1_000_000_000.0
    path.write_text(text, encoding="utf-8")
    os.utime(path, (before + 1, before + 1))


def seen(clients: Iterable[Path], others: Iterable[Path], *steps: Callable[[], None]) -> list[list[str] | None]:
    """What `watch` answers to steps, one before each look, until Ctrl-C."""
    answers: list[list[str] | None] = []
    rest = iter(steps)

    def wait() -> None:
        try:
            step = next(rest)
        except StopIteration:
            raise KeyboardInterrupt from None
        step()

    def act(changed: list[Path] | None) -> None:
        answers.append(changed if changed is None else [path.name for path in changed])

    with pytest.raises(KeyboardInterrupt):
        watch(clients, others, act, wait)
    return answers


@pytest.fixture
def amina(tmp_path: Path) -> Path:
    path = tmp_path / "amina.yaml"
    touch(path)
    return path


def test_nothing_is_done_while_nothing_changes(amina: Path) -> None:
    assert seen([amina], [], lambda: None, lambda: None) == []


def test_a_change_is_answered_once(amina: Path) -> None:
    assert seen([amina], [], lambda: touch(amina), lambda: None) == [["amina.yaml"]]


def test_a_client_file_that_comes_into_a_folder_is_answered(amina: Path) -> None:
    folder = amina.parent

    answers = seen(
        [folder], [], lambda: touch(folder / "ben.yml"), lambda: touch(folder / "notes.txt"), lambda: touch(amina)
    )

    assert answers == [["ben.yml"], ["amina.yaml"]]


def test_a_file_that_goes_and_comes_back_is_answered(amina: Path) -> None:
    assert seen([amina], [], amina.unlink, lambda: touch(amina, "x")) == [["amina.yaml"]]


def test_a_change_of_the_theme_is_one_for_all(amina: Path, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    (theme / "fonts").mkdir(parents=True)
    touch(theme / "theme.css")

    def both() -> None:
        touch(amina)
        touch(theme / "theme.css")

    assert seen([amina], [theme], both, lambda: touch(theme / "fonts" / "a.ttf")) == [None, None]


def test_a_snapshot_tells_size_and_time(amina: Path) -> None:
    first = snapshot([amina])
    amina.write_text("longer", encoding="utf-8")

    assert first[amina] != snapshot([amina])[amina]
