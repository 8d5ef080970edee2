"""Terms on a page: words of the target's field, each with the facts that license it."""

from __future__ import annotations

from collections.abc import Iterable

from resumekit.document.line import Source
from resumekit.sections.context import Context
from resumekit.strategy.strategy import Group
from resumekit.strategy.terms import Term


def term_sources(terms: Iterable[Term]) -> tuple[Source, ...]:
    """The facts behind terms, and the competencies of the framework that they are words for."""
    return tuple(
        source for term in terms
        for source in (*(Source.fact(key) for key in term.facts), Source("data", term.source))
    )  # fmt: skip


def group_title(context: Context, group: Group) -> tuple[str, tuple[Source, ...]]:
    """The words above a group that terms name: those that what is left of the group still shows."""
    held = set(group.achievements)
    terms = [term for term in group.terms if held & set(term.facts)] or list(group.terms)
    words = [term.text for term in terms]
    bare = any(f" {context.label('word.and')} " in word for word in words)  # one "and" in a heading is enough
    text = ", ".join(words) if bare else context.locale.joined(words)
    return text[:1].upper() + text[1:], term_sources(terms)
