"""The sections there are, by name."""

from __future__ import annotations

from collections.abc import Callable

from resumekit.document.block import Section
from resumekit.registry import Registry
from resumekit.sections.context import Context

Generator = Callable[[Context], Section | None]
"""Makes one section, or None when no fact asks for it."""

SECTIONS: Registry[Generator] = Registry("section")
