"""LocalPool: worker processes of this computer, replaced now and then so that memory stays flat."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
TASKS_A_WORKER = 2_000


class LocalPool(Executor):
    """Processes that are replaced after some thousands of tasks, or when one of them dies.

    The standard library's own `max_tasks_per_child` hangs (cpython issue 115634), and `multiprocessing.Pool` waits
    for ever for the task of a worker that died; so whole pools follow one another here.
    """

    def __init__(self, workers: int, *, tasks_a_worker: int = TASKS_A_WORKER) -> None:
        self.workers, self._limit = workers, workers * tasks_a_worker
        self._pool: ProcessPoolExecutor | None = None
        self._count = 0

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        if self._count >= self._limit:
            self._retire()
        try:
            future = self._current().submit(fn, *args, **kwargs)
        except BrokenExecutor:
            self._retire()
            future = self._current().submit(fn, *args, **kwargs)
        self._count += 1
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if self._pool:
            self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)
            self._pool = None

    def _current(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Never plain fork: this process may have threads. Python 3.14 chooses the same.
            method = "spawn" if sys.platform in ("win32", "darwin") else "forkserver"
            context = multiprocessing.get_context(method)
            self._pool = ProcessPoolExecutor(self.workers, mp_context=context, initializer=_start)
        return self._pool

    def _retire(self) -> None:
        # What the old workers still have to do, they finish; then they end.
        self.shutdown(wait=False)
        self._count = 0


def _start() -> None:
    # Ctrl-C reaches every process of the terminal; the parent alone answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
