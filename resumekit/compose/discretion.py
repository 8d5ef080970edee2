"""What may not be named is said another way, wherever it stands; and what is only for the coach stays with the coach."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from resumekit.document.block import Block, Bullets, Entry, Head, Paragraph, Section
from resumekit.document.line import Line, Span
from resumekit.model.fact import Fact
from resumekit.model.resume import Resume


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

    def __call__(self, section: Section) -> Section | None:
        """The section, said discreetly; None when nothing of it may be said."""
        if not self.secrets:
            return section
        blocks = tuple(block for block in map(self._block, section.blocks) if block)
        return replace(section, blocks=blocks) if blocks else None

    def head(self, head: Head) -> Head:
        return replace(
            head,
            headline=self._line(head.headline),
            contact=tuple(line for line in map(self._line, head.contact) if line),
        )

    def _block(self, block: Block) -> Block | None:
        match block:
            case Paragraph(line=line):
                said = self._line(line)
                return replace(block, line=said) if said else None
            case Bullets(lines=lines):
                kept = tuple(line for line in map(self._line, lines) if line)
                return replace(block, lines=kept) if kept else None
            case Entry():
                return self._entry(block)
        return block

    def _entry(self, entry: Entry) -> Entry | None:
        title = self._line(entry.title)
        if not title:
            return None
        return replace(
            entry,
            title=title,
            organization=self._line(entry.organization),
            scope=tuple(line for line in map(self._line, entry.scope) if line),
            bullets=tuple(line for line in map(self._line, entry.bullets) if line),
            entries=tuple(inner for inner in map(self._entry, entry.entries) if inner),
        )

    def _line(self, line: Line | None) -> Line | None:
        if line is None:
            return None
        spans = line.spans
        for secret in self.secrets:
            if not secret.pattern.search("".join(span.text for span in spans)):
                continue
            if not secret.instead:
                self.dropped.append((line.facts[0] if line.facts else "", line.text))
                return None
            spans = _said(spans, secret)
        return line if spans is line.spans else Line(spans, line.sources)


def _said(spans: tuple[Span, ...], secret: _Secret) -> tuple[Span, ...]:
    out = [replace(span, text=secret.pattern.sub(lambda _: secret.instead, span.text)) for span in spans]
    if secret.pattern.search("".join(span.text for span in out)):
        # The name runs across spans: the line keeps its words and loses its setting.
        return (Span(secret.pattern.sub(lambda _: secret.instead, "".join(span.text for span in spans))),)
    # A link may spell the name that its text no longer does.
    return tuple(replace(span, link=None) if span.link and secret.pattern.search(span.link) else span for span in out)


def _secrets(fact: Fact) -> list[_Secret]:
    name = getattr(fact, fact.label_field, None)
    if not isinstance(name, str) or len(name) < 2 or name == fact.say_as:
        return []
    words = r"[\s\u00a0-]+".join(re.escape(word) for word in name.split())
    return [_Secret(re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE), fact.say_as or "")]
