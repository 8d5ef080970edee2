"""What the model cannot see: ids given twice or known to no fact, and what is odd but never refused."""

from __future__ import annotations

from pathlib import Path as FilePath

from resumekit.errors import Problem
from resumekit.load.node import Node
from resumekit.load.source import Source
from resumekit.model.resume import Resume


def advise(resume: Resume, root: Node, source: Source, path: FilePath | None) -> list[Problem]:
    """Every such problem and warning of a client file."""
    return []
