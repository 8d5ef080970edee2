"""One client's work, as a worker does it: load, produce, and stage the files for the one who names them."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from resumekit.errors import ResumekitError

if TYPE_CHECKING:
    from resumekit.load.client import Client
    from resumekit.pipeline import Choices, File, Product

BRANDED = "branded"
"""The format of a file that a coach's own Word template made."""


@dataclass(frozen=True, slots=True)
class Job:
    """A client file, what to make of it, and the folder in which to stage it."""

    number: int
    path: Path
    choices: Choices
    staging: Path
    all_targets: bool = False
    branded: Path | None = None


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A file written under a name of its own; `ending` is what its final name ends in, as ".pdf"."""

    format: str
    ending: str
    path: Path
    sha256: str
    pages: int | None
    seconds: float
    document: str = "resume"


@dataclass(frozen=True, slots=True)
class Staged:
    """One resume of one target: the name it would like, and its files."""

    stem: str
    target: str
    files: tuple[StagedFile, ...]
    warnings: tuple[str, ...]
    draft: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job. `errors` are the user's to mend; `crash` is the traceback of an error of ours."""

    number: int
    path: Path
    staged: tuple[Staged, ...] = ()
    warnings: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    crash: str = ""


def render_jobs(jobs: Sequence[Job]) -> list[Outcome]:
    """Several jobs in one task; no error leaves it."""
    return [render_job(job) for job in jobs]


def render_job(job: Job) -> Outcome:
    """Does one job; no error leaves it, so that other clients go on."""
    outcome = Outcome(job.number, job.path)
    try:
        return _render(job, outcome)
    except ResumekitError as error:
        return replace(outcome, errors=error.messages)
    except Exception:  # noqa: BLE001 - a fault of ours in one client's resume is reported whole, and the others go on
        return replace(outcome, crash=traceback.format_exc())


def _render(job: Job, outcome: Outcome) -> Outcome:
    from resumekit.load.client import load
    from resumekit.pipeline import produce

    client = load(job.path)
    staged: list[Staged] = []
    errors: list[str] = []
    for index, choices in enumerate(_choices(job, client)):
        try:
            staged.append(_stage(produce(client, choices), job, index, _target(client, choices)))
        except ResumekitError as error:
            prefix = f"target '{choices.target}': " if job.all_targets and choices.target else ""
            errors += [f"{prefix}{message}" for message in error.messages]
    warnings = tuple(str(problem) for problem in client.warnings)
    return replace(outcome, staged=tuple(staged), warnings=warnings, errors=tuple(errors))


def _choices(job: Job, client: Client) -> Iterator[Choices]:
    targets = client.resume.targets if job.all_targets else ()
    if not targets:
        yield job.choices
    for target in targets:
        yield replace(job.choices, target=target.key)


def _target(client: Client, choices: Choices) -> str:
    target = client.resume.target(choices.target)
    return target.key.removeprefix("targets/") if target else ""


def _branded(product: Product, job: Job) -> Iterator[File]:
    """The coach's own Word template filled with the document's words, when the job has one."""
    if job.branded is None:
        return
    from resumekit.pipeline import File
    from resumekit.render.branded import write_branded

    start = perf_counter()
    day = job.choices.as_of.isoformat() if job.choices.as_of else ""
    content = write_branded(product.document, job.branded, date=day)
    yield File(BRANDED, f"{product.stem}.{BRANDED}.docx", content, None, perf_counter() - start)


def _stage(product: Product, job: Job, index: int, target: str) -> Staged:
    files = []
    for file in [*product.files, *_branded(product, job)]:
        ending = file.name.removeprefix(product.stem)
        path = job.staging / f"{job.number}-{index}{ending}"
        path.write_bytes(file.content)
        files.append(StagedFile(file.format, ending, path, file.sha256, file.pages, file.seconds, file.document))
    return Staged(product.stem, target, tuple(files), product.warnings, product.document.draft)
