"""Competencies of texts and of clients, by the name of a framework."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from resumekit.load.framework import find_framework
from resumekit.load.lexicon import find_lexicons
from resumekit.load.shelf import is_path
from resumekit.skills.framework import Framework

if TYPE_CHECKING:
    from resumekit.model.resume import Resume
    from resumekit.model.target import Target
    from resumekit.skills.engine import Engine
    from resumekit.skills.match import Match
    from resumekit.skills.skill_map import SkillMap

DEFAULT_FRAMEWORK = "hr-canada"


def rank_competencies(
    text: str, framework: str | Framework = DEFAULT_FRAMEWORK, *, folders: Iterable[str | Path] = ()
) -> tuple[Match, ...]:
    """The functional competencies that a text is evidence for, the most probable first; empty when there is none.

    `text` is one bullet, of some 400 words at most; what follows is not read. `framework` is the name of one that
    ships or lies in one of `folders`, the path of a file, or a Framework. Each Match has its competency and group by
    id, probability (0–1), band (demonstrated, partial, suggested), spans of `text`, and contributions whose weights
    add up to the log-odds of the probability.

    Raises:
        UnknownNameError: there is no such framework.
        FrameworkFileError: its file cannot be used.
    """
    return engine_for(framework, tuple(folders)).rank(text)


def map_client(
    resume: Resume,
    framework: str | Framework = DEFAULT_FRAMEWORK,
    *,
    target: Target | None = None,
    as_of: date | None = None,
    folders: Iterable[str | Path] = (),
) -> SkillMap:
    """What a client's facts show of a framework: coverage with its evidence, gates, gaps, questions and licensed words.

    `framework` is named as for `rank_competencies`. Lexicons of the client's own field are read with those that the
    framework asks for. With a `target`, what it leaves out is not read, and its confirmed words count.

    Raises:
        UnknownNameError: there is no such framework.
        FrameworkFileError: its file cannot be used.
    """
    from resumekit.skills.mapper import map_skills
    from resumekit.skills.source_field import lexicons_for

    named = _with_own_folder(framework, tuple(folders))
    found = framework if isinstance(framework, Framework) else _found(framework, named, _stamps(named))
    lexicons = lexicons_for(resume, find_lexicons(None, named), found)
    if isinstance(framework, Framework):
        return map_skills(resume, found, target=target, lexicons=lexicons, as_of=as_of)
    engine = _engine(framework, named, _stamps(named), tuple(lexicon.id for lexicon in lexicons))
    return map_skills(resume, found, target=target, engine=engine, as_of=as_of)


def engine_for(framework: str | Framework, folders: tuple[str | Path, ...] = ()) -> Engine:
    """The engine of a framework with the lexicons that it names; a few are kept, until a file of theirs changes."""
    if isinstance(framework, Framework):
        return _made(framework, framework.lexicons, folders)
    named = _with_own_folder(framework, folders)
    stamps = _stamps(named)
    return _engine(framework, named, stamps, _found(framework, named, stamps).lexicons)


def _with_own_folder(framework: str | Framework, folders: tuple[str | Path, ...]) -> tuple[str | Path, ...]:
    """The folders, and the one that a framework named by its path lies in: its lexicons may lie beside it."""
    if isinstance(framework, Framework) or not is_path(framework):
        return folders
    own = Path(framework).parent
    return (*folders, own) if own.is_dir() and own not in {Path(folder) for folder in folders} else folders


_Stamps = tuple[tuple[str, int, int], ...]


def _stamps(folders: tuple[str | Path, ...]) -> _Stamps:
    """Name, time and size of every file that a coach's own framework could be made of; none for one that ships."""
    files = {file for folder in map(Path, folders) if folder.is_dir() for file in folder.iterdir()}
    stats = ((str(file), file.stat()) for file in sorted(files) if file.is_file())
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


@lru_cache(maxsize=8)
def _found(framework: str, folders: tuple[str | Path, ...], stamps: _Stamps) -> Framework:
    return find_framework(framework, folders)


@lru_cache(maxsize=8)
def _engine(framework: str, folders: tuple[str | Path, ...], stamps: _Stamps, lexicons: tuple[str, ...]) -> Engine:
    return _made(_found(framework, folders, stamps), lexicons, folders)


def _made(framework: Framework, lexicons: tuple[str, ...], folders: tuple[str | Path, ...]) -> Engine:
    from resumekit.skills.engine import Engine

    return Engine(framework, find_lexicons(lexicons, folders))
