"""Competencies of texts and of clients, by the name of a framework."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
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
    from resumekit.skills.embedding import Suggester
    from resumekit.skills.engine import Engine
    from resumekit.skills.label_ranker import LabelRanker
    from resumekit.skills.match import Match
    from resumekit.skills.posting import Posting
    from resumekit.skills.posting_match import PostingMatch
    from resumekit.skills.skill_map import SkillMap

DEFAULT_FRAMEWORK = "hr-canada"


def rank_competencies(
    text: str,
    framework: str | Framework = DEFAULT_FRAMEWORK,
    *,
    folders: Iterable[str | Path] = (),
    suggest: bool = False,
) -> tuple[Match, ...]:
    """The functional competencies that a text is evidence for, the most probable first; empty when there is none.

    `text` is one bullet, of some 400 words at most; what follows is not read. `framework` is the name of one that
    ships or lies in one of `folders`, the path of a file, or a Framework. Each Match has its competency and group by
    id, probability (0–1), band (demonstrated, partial, suggested), spans of `text`, and contributions whose weights
    add up to the log-odds of the probability. With `suggest`, competencies that are only near in meaning follow, in the
    band "suggested"; that needs the extra `embeddings`.

    Raises:
        UnknownNameError: there is no such framework.
        FrameworkFileError: its file cannot be used.
        MissingPartError: suggestions are asked for and the extra is not installed.
    """
    ranker = engine_for(framework, tuple(folders))
    found = ranker.rank(text)
    if not suggest:
        return found
    known = {match.competency for match in found}
    return (*found, *(match for match in _suggester(ranker).suggest(text) if match.competency not in known))


def map_skills(
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

    ranker = _ranker_for(resume, framework, _with_own_folder(framework, tuple(folders)))
    return map_skills(resume, ranker.framework, engine=ranker, target=target, as_of=as_of)


def match_posting(
    resume: Resume,
    posting: str | Posting,
    framework: str | Framework | None = None,
    *,
    as_of: date | None = None,
    shown: Collection[str] | None = None,
    folders: Iterable[str | Path] = (),
) -> PostingMatch:
    """Every requirement of a posting with the client's evidence, the questions a portal would ask, pay and flags.

    `posting` is its text, or what `skills.posting_read.read_posting` made of it. With a `framework`, requirements and
    facts also meet in its competencies; without one, words, credentials, years and languages are compared. `shown` are
    keys of the facts that a resume shows: a requirement met by others alone is "have but not shown".

    Raises:
        UnknownNameError: there is no such framework.
        FrameworkFileError: its file cannot be used.
    """
    from resumekit.skills.posting_match import match_requirements
    from resumekit.skills.posting_read import read_posting
    from resumekit.skills.source_field import lexicons_for

    read = read_posting(posting) if isinstance(posting, str) else posting
    named = _with_own_folder(framework, tuple(folders)) if framework else tuple(folders)
    ranker = _ranker_for(resume, framework, named) if framework else None
    lexicons = lexicons_for(resume, find_lexicons(None, named), ranker.framework if ranker else None)
    rank = ranker.rank if ranker else None
    return match_requirements(read, resume, as_of=as_of, shown=shown, rank=rank, lexicons=lexicons)


def _ranker_for(resume: Resume, framework: str | Framework, folders: tuple[str | Path, ...]) -> Engine | LabelRanker:
    """What ranks by a framework, with the lexicons of the client's own field beside those that it names."""
    from resumekit.skills.source_field import lexicons_for

    found = framework if isinstance(framework, Framework) else _found(framework, folders, _stamps(folders))
    lexicons = tuple(lexicon.id for lexicon in lexicons_for(resume, find_lexicons(None, folders), found))
    if isinstance(framework, Framework):
        return _made(framework, lexicons, folders)
    return _engine(framework, folders, _stamps(folders), lexicons)


def engine_for(framework: str | Framework, folders: tuple[str | Path, ...] = ()) -> Engine | LabelRanker:
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


@contextmanager
def _many_objects_to_stay() -> Iterator[None]:
    """Lets the garbage collector rest while tens of thousands of objects are made that all stay: it halves the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


_Stamps = tuple[tuple[str, int, int], ...]


def _stamps(folders: tuple[str | Path, ...]) -> _Stamps:
    """Name, time and size of every file that a coach's own framework could be made of; none for one that ships."""
    files = {file for folder in map(Path, folders) if folder.is_dir() for file in folder.iterdir()}
    stats = ((str(file), file.stat()) for file in sorted(files) if file.is_file())
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


@lru_cache(maxsize=8)
def _found(framework: str, folders: tuple[str | Path, ...], stamps: _Stamps) -> Framework:
    with _many_objects_to_stay():
        return find_framework(framework, folders)


@lru_cache(maxsize=8)
def _engine(
    framework: str, folders: tuple[str | Path, ...], stamps: _Stamps, lexicons: tuple[str, ...]
) -> Engine | LabelRanker:
    return _made(_found(framework, folders, stamps), lexicons, folders)


def _made(framework: Framework, lexicons: tuple[str, ...], folders: tuple[str | Path, ...]) -> Engine | LabelRanker:
    from resumekit.skills.engine import Engine
    from resumekit.skills.label_ranker import LabelRanker, has_labels_alone

    if has_labels_alone(framework):
        return LabelRanker(framework)
    with _many_objects_to_stay():
        return Engine(framework, find_lexicons(lexicons, folders))


@lru_cache(maxsize=2)
def _suggester(ranker: Engine | LabelRanker) -> Suggester:
    from resumekit.skills.embedding import Suggester

    return Suggester(ranker.framework)
