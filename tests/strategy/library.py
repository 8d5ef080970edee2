"""The fictional clients of the strategy's tests, one for each situation and some hard ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from resumekit.compose.basis import Basis
from resumekit.compose.resume import compose_resume, make_context
from resumekit.document.block import Document, Section
from resumekit.load.client import load
from resumekit.load.posting import posting_text
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.strategy.decide import decide
from resumekit.strategy.strategy import Strategy

FOLDER = Path(__file__).parent / "clients"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@cache
def resume_of(name: str) -> Resume:
    return load(FOLDER / f"{name}.yaml").resume


@cache
def strategy_of(name: str, target: str | None = None) -> Strategy:
    client = load(FOLDER / f"{name}.yaml")
    aimed = client.resume.target(target)
    return decide(client.resume, aimed, posting=(posting_text(client, aimed) if aimed else None) or "")


def basis_for(resume: Resume, target: Target | None, strategy: Strategy) -> Basis:
    """What letters and the like are composed from, the resume not fitted to pages."""
    context = make_context(resume, target, strategy)
    return Basis(context, compose_resume(resume, context))


@cache
def basis_of(name: str, target: str | None = None) -> Basis:
    resume = resume_of(name)
    return basis_for(resume, resume.target(target), strategy_of(name, target))


def document_of(name: str, target: str | None = None) -> Document:
    return basis_of(name, target).resume


def section_of(document: Document, name: str) -> Section:
    return next(section for section in document.sections if section.name == name)


def text_of(document: Document, section: str | None = None) -> str:
    return "\n".join(line.text for name, line in document.lines() if section in (None, name))


def words_in(text: str) -> int:
    return len(text.split())


def changed(name: str, **fields: object) -> Resume:
    """The client with some lists replaced."""
    return Resume.model_validate({**resume_of(name).model_dump(by_alias=True, exclude_defaults=True), **fields})
