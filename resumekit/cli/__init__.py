"""The command line: one module per command, each of which parses, calls the library, and prints."""

from __future__ import annotations

from resumekit.cli.app import main

__all__ = ["main"]
