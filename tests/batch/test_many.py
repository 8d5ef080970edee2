from __future__ import annotations

from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from resumekit.batch.many import DIED, render_many
from resumekit.batch.pool import LocalPool
from resumekit.errors import ResumekitError
from resumekit.pipeline import Choices

CHOICES = Choices(formats=("txt",))


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    folder = tmp_path / "clients"
    folder.mkdir()
    for number in range(6):
        person = "persn" if number == 3 else "person"
        (folder / f"{number}.yaml").write_text(
            f"{person}:\n  name: Amina Haddad\ntargets:\n  - role: Role {number % 2}\n", encoding="utf-8"
        )
    return folder


EXECUTORS = [
    pytest.param(lambda: ThreadPoolExecutor(3), 1, id="threads"),
    pytest.param(lambda: ThreadPoolExecutor(3), 4, id="threads, in fours"),
    pytest.param(lambda: ProcessPoolExecutor(2, mp_context=get_context("spawn")), 4, id="processes, in fours"),
    pytest.param(lambda: LocalPool(1, tasks_a_worker=2), 2, id="local pool, in twos"),
]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize(("make", "chunk"), EXECUTORS)
def test_any_executor_gives_what_none_gives(clients: Path, tmp_path: Path, make: Any, chunk: int) -> None:
    serial = list(render_many([clients], CHOICES, tmp_path / "serial"))

    with make() as executor:
        other = list(render_many([clients], CHOICES, tmp_path / "other", executor=executor, chunk=chunk, ahead=2))

    assert [(result.path, result.ok, [file.path.name for file in result.files]) for result in serial] == [
        (result.path, result.ok, [file.path.name for file in result.files]) for result in other
    ]
    assert files(tmp_path / "serial") == files(tmp_path / "other")
    assert len(files(tmp_path / "serial")) == 5 + 1


def test_results_come_in_order_with_their_errors(clients: Path, tmp_path: Path) -> None:
    results = list(render_many([clients / "5.yaml", clients, tmp_path / "none.yaml"], CHOICES, tmp_path / "out"))

    assert [result.path.name for result in results] == [
        "5.yaml", "0.yaml", "1.yaml", "2.yaml", "3.yaml", "4.yaml", "none.yaml",
    ]  # fmt: skip
    assert [result.path.name for result in results if not result.ok] == ["3.yaml", "none.yaml"]
    assert "did you mean 'person'?" in results[4].errors[0]
    assert not any(result.crash for result in results)


class Counted(Executor):
    """Does everything at once, and counts what is not yet asked for."""

    def __init__(self) -> None:
        self.submitted = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.submitted += 1
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def test_no_more_is_under_way_than_asked_for(clients: Path, tmp_path: Path) -> None:
    executor = Counted()
    results = render_many([clients], CHOICES, tmp_path / "out", executor=executor, ahead=2)

    next(results)
    assert executor.submitted == 2
    next(results)
    assert executor.submitted == 3
    results.close()  # type: ignore[attr-defined]
    assert not [path for path in (tmp_path / "out").iterdir() if path.is_dir()]


class Dying(Executor):
    """A pool whose worker dies of client 2, and takes all that is under way with it."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        jobs = args[-1] if isinstance(args[-1], list) else [args[-1]]
        if any(job.path.name == "2.yaml" for job in jobs):
            future.set_exception(BrokenExecutor("a process was killed"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_only_the_client_that_kills_a_worker_is_lost(clients: Path, tmp_path: Path) -> None:
    results = list(render_many([clients], CHOICES, tmp_path / "out", executor=Dying(), chunk=6))

    assert [result.path.name for result in results if not result.ok] == ["2.yaml", "3.yaml"]
    assert results[2].errors == (DIED,)


class Dead(Executor):
    """A pool whose workers all die."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(BrokenExecutor("a process was killed"))
        return future


def test_a_pool_that_cannot_work_is_given_up(clients: Path, tmp_path: Path) -> None:
    with pytest.raises(ResumekitError, match="every worker process ends"):
        list(render_many([clients], CHOICES, tmp_path / "out", executor=Dead()))
