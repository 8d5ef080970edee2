"""Rule: a check with its code, level, reason and examples, the last two read from its docstring."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from resumekit.lint.finding import Finding, Scope, Severity
from resumekit.lint.page import Page
from resumekit.lint.settings import Settings

Check = Callable[[Page, Settings], Iterator[Finding]]
_EXAMPLE = re.compile(r"^- (bad|good): (.+(?:\n {2,}\S.*)*)", re.MULTILINE)
CODE = re.compile(r"[A-Z]{3}\d{3}")


@dataclass(frozen=True, slots=True)
class Doc:
    """What a rule's docstring says: what it finds, why that matters, and examples, which the tests run."""

    summary: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. `domain` is its id in the rules of the trade ("L07"); `aliases` are names it once had."""

    code: str
    domain: str
    severity: Severity
    scope: Scope
    languages: tuple[str, ...]
    aliases: tuple[str, ...]
    check: Check
    doc: Doc

    @property
    def summary(self) -> str:
        return self.doc.summary

    @property
    def family(self) -> str:
        return self.code[:3]

    def findings(self, page: Page, settings: Settings, severity: Severity | None = None) -> Iterator[Finding]:
        """What the check finds, signed with the rule's code, level and reason; nothing in another language."""
        if page.language not in self.languages:
            return
        level = severity or self.severity
        for finding in self.check(page, settings):
            yield replace(
                finding, code=self.code, domain=self.domain, severity=level, scope=self.scope, why=self.doc.why
            )


def read_doc(check: Check) -> Doc:
    """The parts of a rule's docstring: a summary, `Why: …`, then `- bad: …` and `- good: …`.

    An example is one bullet, or several parted by " | "; tests/lint/examples.py tells what else it may hold.

    Raises:
        ValueError: a part is missing; a rule that does not explain itself is a mistake of ours.
    """
    text = inspect.cleandoc(check.__doc__ or "")
    summary, _, rest = text.partition("\n\n")
    reason = re.search(r"^Why: (.+?)(?=\n\n|\n- |\Z)", rest, re.MULTILINE | re.DOTALL)
    found = [(kind, re.sub(r"\s*\n\s+", " ", words)) for kind, words in _EXAMPLE.findall(rest)]
    bad = tuple(words for kind, words in found if kind == "bad")
    good = tuple(words for kind, words in found if kind == "good")
    if not (summary and reason and bad and good):
        raise ValueError(f"{check.__name__}: a rule has a summary, a 'Why:', a bad example and a good one")
    return Doc(" ".join(summary.split()), " ".join(reason[1].split()), bad, good)
