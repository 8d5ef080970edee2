"""WRD: words that say nothing, claim too much, or leave the reader guessing."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings


@rule("WRD001", domain="L11", severity="info")
def filler(page: Page, settings: Settings) -> Iterator[Finding]:
    """A word that adds nothing.

    Why: every empty word takes the place of a fact, and the eye passes over both.

    - bad: Successfully trained 12 cashiers
    - good: Trained 12 cashiers in two days
    """
    for line in page.prose:
        for hit in settings.phrases(page.language, "filler").find(line.text):
            yield line.found(f"“{line.text[hit.start : hit.end]}” adds nothing", hit.start, hit.end)
