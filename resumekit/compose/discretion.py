"""What may not be named is said another way, wherever it stands; and what is only for the coach stays with the coach."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from resumekit.document.line import Line, Span
from resumekit.model.achievement import Achievement
from resumekit.model.fact import Fact, Model
from resumekit.model.resume import Person, Resume
from resumekit.model.target import Target

# What a confidential fact keeps besides its `say_as`, its flags and numbers: its place in time, and what honesty asks to
# be said of it.
_KEPT = frozenset({"id", "say_as", "start", "end", "date", "expected", "employment", "status", "kind", "part"})


def discreet(resume: Resume) -> Resume:
    """The same facts under the same keys; of each confidential one only its `say_as` is left, in place of its name.

    Facts below it stand for themselves. The client and the targets stay: whose resume it is, is no secret on it.
    """
    return _discreet(resume) if any(fact.confidential for fact in resume.facts.values()) else resume


_ModelT = TypeVar("_ModelT", bound=Model)


def _discreet(model: _ModelT) -> _ModelT:
    hidden = isinstance(model, Fact) and model.confidential and not isinstance(model, Person | Target)
    update: dict[str, Any] = {}
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if isinstance(value, Fact):
            update[name] = _discreet(value)
        elif isinstance(value, tuple) and value and all(isinstance(item, Fact) for item in value):
            update[name] = tuple(_discreet(item) for item in value)
        elif hidden and name not in _KEPT and not isinstance(value, int):
            update[name] = None if info.is_required() else info.get_default(call_default_factory=True)
    if hidden and isinstance(model, Fact):
        said = "text" if "text" in type(model).model_fields else type(model).label_field
        if said in type(model).model_fields:
            update[said] = model.say_as or ""
        if isinstance(model, Achievement) and not model.say_as:
            update["part"] = "led"  # else the words for a part, "Contributed to", would stand there alone
    return model.model_copy(update=update)


@dataclass(frozen=True, slots=True)
class _Secret:
    pattern: re.Pattern[str]
    instead: str


class Discretion:
    """Replaces the name of every confidential fact by its `say_as`; a line that cannot be said so is left out.

    `dropped` gathers the lines left out, with the fact that forbids them.
    """

    def __init__(self, resume: Resume) -> None:
        self.secrets = [secret for fact in resume.facts.values() if fact.confidential for secret in _secrets(fact)]
        self.dropped: list[tuple[str, str]] = []

    def __call__(self, line: Line) -> Line | None:
        """The line, said discreetly; None when it cannot be."""
        spans = line.spans
        for secret in self.secrets:
            if not secret.pattern.search("".join(span.text for span in spans)):
                continue
            if not secret.instead:
                self.dropped.append((line.facts[0] if line.facts else "", self._hidden(line.text)))
                return None
            spans = _said(spans, secret)
        return line if spans is line.spans else Line(spans, line.sources)

    def words(self, text: str) -> str | None:
        """A text, said discreetly; None when it cannot be."""
        line = self(Line.of(text))
        return None if line is None else line.text

    def _hidden(self, text: str) -> str:
        """The words without the names that may not be said, for the list of what was left out."""
        for secret in self.secrets:
            text = secret.pattern.sub("[…]", text)
        return text


def _said(spans: tuple[Span, ...], secret: _Secret) -> tuple[Span, ...]:
    out = [replace(span, text=secret.pattern.sub(lambda _: secret.instead, span.text)) for span in spans]
    if secret.pattern.search("".join(span.text for span in out)):
        # The name runs across spans: the line keeps its words and loses its setting.
        return (Span(secret.pattern.sub(lambda _: secret.instead, "".join(span.text for span in spans))),)
    # A link may spell the name that its text no longer does.
    return tuple(replace(span, link=None) if span.link and secret.pattern.search(span.link) else span for span in out)


def _secrets(fact: Fact) -> list[_Secret]:
    """The fact's name, and its short form where it has one."""
    names = [getattr(fact, fact.label_field, None), getattr(fact, "short", None)]
    return [
        _Secret(_pattern(name), fact.say_as or "")
        for name in names
        if isinstance(name, str) and len(name) > 1 and name != fact.say_as
    ]


def _pattern(name: str) -> re.Pattern[str]:
    words = r"[\s\u00a0-]+".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
