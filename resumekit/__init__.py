"""resumekit: one fact base, many resumes, every line traced to a fact.

    import resumekit

    client = resumekit.load("client.yaml")
    product = resumekit.produce(client, resumekit.Choices(formats=("docx", "pdf")))
    for file in product.files:
        Path(file.name).write_bytes(file.content)

What is named here is stable; everything else may change. Names are imported when they are first used, so that
`import resumekit` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from resumekit.batch.many import render_many
    from resumekit.document.block import Document
    from resumekit.errors import ClientFileError, ResumekitError
    from resumekit.load.client import Client, load, parse
    from resumekit.load.dump import dump_yaml
    from resumekit.load.jsonresume import to_json_resume
    from resumekit.load.schema import json_schema
    from resumekit.model.resume import Resume
    from resumekit.model.target import Target
    from resumekit.pipeline import Choices, File, Product, compose, produce
    from resumekit.strategy.decide import decide
    from resumekit.strategy.strategy import Strategy
    from resumekit.themes.theme import Theme, find_theme, theme_names

__version__ = "0.1.0"

_HOMES = {
    "Choices": "pipeline",
    "Client": "load.client",
    "ClientFileError": "errors",
    "Document": "document.block",
    "File": "pipeline",
    "Product": "pipeline",
    "Resume": "model.resume",
    "ResumekitError": "errors",
    "Strategy": "strategy.strategy",
    "Target": "model.target",
    "Theme": "themes.theme",
    "compose": "pipeline",
    "decide": "strategy.decide",
    "dump_yaml": "load.dump",
    "find_theme": "themes.theme",
    "json_schema": "load.schema",
    "load": "load.client",
    "parse": "load.client",
    "produce": "pipeline",
    "render_many": "batch.many",
    "theme_names": "themes.theme",
    "to_json_resume": "load.jsonresume",
}

__all__ = [
    "Choices",
    "Client",
    "ClientFileError",
    "Document",
    "File",
    "Product",
    "Resume",
    "ResumekitError",
    "Strategy",
    "Target",
    "Theme",
    "compose",
    "decide",
    "dump_yaml",
    "find_theme",
    "json_schema",
    "load",
    "parse",
    "produce",
    "render_many",
    "theme_names",
    "to_json_resume",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"resumekit.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'resumekit' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
