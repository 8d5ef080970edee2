"""Many client files to many resumes, in order, on any executor."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from resumekit.batch.find import Found, find_clients
from resumekit.batch.job import Job, Outcome, render_job, render_jobs
from resumekit.batch.outbox import Outbox, Written
from resumekit.batch.settle import run_settled
from resumekit.errors import OutputError, ResumekitError

if TYPE_CHECKING:
    from resumekit.pipeline import Choices

DIED = "the worker process died over this client; is memory short?"
_HOPELESS = 3
"""Tasks lost one after another from which on it is not the clients."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one client file.

    `errors` are the user's to mend, `crash` is the traceback of an error of ours, `skipped` says that the file is no
    client file. `draft` says for each file name without ending what stands in the way of a final.
    """

    path: Path
    files: tuple[Written, ...] = ()
    warnings: tuple[str, ...] = ()
    draft: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    crash: str = ""
    skipped: str = ""

    @property
    def ok(self) -> bool:
        return not (self.errors or self.crash)


def render_many(
    clients: Iterable[str | Path | Found],
    choices: Choices,
    out: str | Path,
    *,
    executor: Executor | None = None,
    all_targets: bool = False,
    branded: Path | None = None,
    force: bool = False,
    chunk: int = 1,
    ahead: int = 32,
) -> Iterator[Result]:
    """Renders files, and the client files in folders, into the folder `out`; one result for each, in order.

    One client's error does not stop the others. `clients` may also be what `find_clients` found, so that they can be
    counted before. `branded` is a Word template to fill besides, as `<name>.branded.docx`. `executor` is any of
    `concurrent.futures`, or of Dask; without one the work is done here, one client after another. `chunk` clients
    make one task (50 to 200 on a cluster), and `ahead` tasks are under way at most, so that memory stays flat however
    many clients there are.

    Raises:
        OutputError: nothing can be written to `out`.
        ResumekitError: the executor's workers die one after another.
    """
    found = find_clients(clients)
    with Outbox(Path(out), force=force) as outbox:
        todo = [item for item in found if not item.problem]
        jobs = (Job(n, item.path, choices, outbox.staging, all_targets, branded) for n, item in enumerate(todo))
        outcomes = _outcomes(jobs, executor, chunk, ahead)
        for item in found:
            yield _told(item) if item.problem else _placed(next(outcomes), outbox)


def _told(item: Found) -> Result:
    return Result(item.path, skipped=item.problem) if item.skipped else Result(item.path, errors=(item.problem,))


def _placed(outcome: Outcome, outbox: Outbox) -> Result:
    files: list[Written] = []
    errors = list(outcome.errors)
    for staged in outcome.staged:
        try:
            files += outbox.place(outcome.path, staged)
        except OutputError as error:
            errors.append(str(error))
    warnings = [*outcome.warnings, *(warning for staged in outcome.staged for warning in staged.warnings)]
    draft = tuple(dict.fromkeys(reason for staged in outcome.staged for reason in staged.draft))
    return Result(outcome.path, tuple(files), tuple(dict.fromkeys(warnings)), draft, tuple(errors), outcome.crash)


def _outcomes(jobs: Iterator[Job], executor: Executor | None, chunk: int, ahead: int) -> Iterator[Outcome]:
    if executor is None:
        yield from map(render_job, jobs)
        return
    waiting: deque[tuple[list[Job], Future[list[Outcome]]]] = deque()
    chunks = iter(lambda: list(islice(jobs, chunk)), [])
    lost = 0
    try:
        while True:
            for task in islice(chunks, max(0, ahead - len(waiting))):
                waiting.append((task, executor.submit(run_settled, render_jobs, task)))
            if not waiting:
                return
            task, future = waiting.popleft()
            outcomes = _result(task, future, executor)
            lost = lost + 1 if all(outcome.errors == (DIED,) for outcome in outcomes) else 0
            if lost == _HOPELESS:
                raise ResumekitError("every worker process ends as soon as it begins; go on without them (--jobs 1)")
            yield from outcomes
    finally:
        for _, future in waiting:
            future.cancel()


def _result(task: Sequence[Job], future: Future[list[Outcome]], executor: Executor) -> list[Outcome]:
    try:
        return future.result()
    except BrokenExecutor:
        # A worker died, and every task under way with it. Each is tried once more by itself, so that only the client
        # whose resume kills a worker is lost. A pool that cannot start again raises here, for the caller to see.
        return [_alone(job, executor) for job in task]


def _alone(job: Job, executor: Executor) -> Outcome:
    try:
        return executor.submit(run_settled, render_job, job).result()
    except BrokenExecutor:
        return Outcome(job.number, job.path, errors=(DIED,))
