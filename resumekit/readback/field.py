"""Field: a piece of a resume as a machine takes it."""

from __future__ import annotations

from dataclasses import dataclass

from resumekit.readback.foreign import ForeignLine


@dataclass(frozen=True, slots=True)
class Field:
    """Its words, the paragraph it stands in, how sure it is (0 to 1)."""

    text: str
    line: ForeignLine
    confidence: float = 1.0
