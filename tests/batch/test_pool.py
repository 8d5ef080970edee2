from __future__ import annotations

import gc
import os
from concurrent.futures import BrokenExecutor

import pytest

from resumekit.batch.pool import LocalPool
from resumekit.batch.settle import run_settled, settle


def whose(number: int) -> tuple[int, int]:
    return number, os.getpid()


def die(_: int) -> None:
    os._exit(1)


def test_workers_are_replaced_and_nothing_is_lost() -> None:
    with LocalPool(1, tasks_a_worker=2) as pool:
        found = [future.result() for future in [pool.submit(whose, number) for number in range(5)]]

    assert [number for number, _ in found] == list(range(5))
    processes = [process for _, process in found]
    assert processes[0] == processes[1] != processes[2] == processes[3] != processes[4]
    assert os.getpid() not in processes


def test_a_worker_that_dies_is_an_error_and_the_pool_goes_on() -> None:
    with LocalPool(1) as pool:
        with pytest.raises(BrokenExecutor):
            pool.submit(die, 0).result()

        assert pool.submit(whose, 7).result()[0] == 7


def frozen(_: int) -> int:
    return gc.get_freeze_count()


def test_a_worker_is_settled_behind_its_first_task_and_this_process_never() -> None:
    before = gc.get_freeze_count()
    settle.cache_clear()

    with LocalPool(1) as pool:
        counts = [pool.submit(run_settled, frozen, 0).result() for _ in range(2)]
    run_settled(frozen, 0)

    assert counts[0] == 0 < counts[1]
    assert gc.get_freeze_count() == before
