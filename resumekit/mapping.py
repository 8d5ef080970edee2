"""Competencies of texts and of clients, by the name of a framework."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from resumekit.load.framework import find_framework, framework_names
from resumekit.load.lexicon import find_lexicons
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

    named = tuple(folders)
    found = framework if isinstance(framework, Framework) else find_framework(framework, named)
    lexicons = lexicons_for(resume, find_lexicons(None, named), found)
    always = tuple(lexicon.id for lexicon in lexicons) == found.lexicons
    engine = engine_for(framework, named) if always else None
    return map_skills(resume, found, target=target, engine=engine, lexicons=lexicons, as_of=as_of)


def engine_for(framework: str | Framework, folders: tuple[str | Path, ...] = ()) -> Engine:
    """The engine of a framework with the lexicons that it names; one is kept for each name that ships."""
    if isinstance(framework, str) and not folders and framework in framework_names():
        return _kept(framework)
    found = framework if isinstance(framework, Framework) else find_framework(framework, folders)
    return _made(found, folders)


@lru_cache(maxsize=8)
def _kept(name: str) -> Engine:
    return _made(find_framework(name), ())


def _made(framework: Framework, folders: tuple[str | Path, ...]) -> Engine:
    from resumekit.skills.engine import Engine

    return Engine(framework, find_lexicons(framework.lexicons, folders))
