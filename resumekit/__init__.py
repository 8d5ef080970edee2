"""resumekit: one fact base, many resumes, every line traced to a fact.

    import resumekit

    client = resumekit.load_client("client.yaml")
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
    from resumekit.load.client import Client
    from resumekit.load.client import load as load_client
    from resumekit.load.client import parse as parse_client
    from resumekit.load.dump import dump_yaml
    from resumekit.load.jsonresume import to_json_resume
    from resumekit.load.schema import json_schema
    from resumekit.model.resume import Resume
    from resumekit.model.target import Target
    from resumekit.pipeline import Choices, File, Product, produce
    from resumekit.pipeline import compose as compose_document
    from resumekit.render.branded import write_branded
    from resumekit.strategy.decide import decide
    from resumekit.strategy.strategy import Strategy
    from resumekit.themes.theme import Theme, find_theme, theme_names

__version__ = "0.1.0"

# No public name is a subpackage's: importing `resumekit.load` would put the module in the function's place.
_HOMES = {
    "Choices": "pipeline:Choices",
    "Client": "load.client:Client",
    "ClientFileError": "errors:ClientFileError",
    "Document": "document.block:Document",
    "File": "pipeline:File",
    "Product": "pipeline:Product",
    "Resume": "model.resume:Resume",
    "ResumekitError": "errors:ResumekitError",
    "Strategy": "strategy.strategy:Strategy",
    "Target": "model.target:Target",
    "Theme": "themes.theme:Theme",
    "compose_document": "pipeline:compose",
    "decide": "strategy.decide:decide",
    "dump_yaml": "load.dump:dump_yaml",
    "find_theme": "themes.theme:find_theme",
    "json_schema": "load.schema:json_schema",
    "load_client": "load.client:load",
    "parse_client": "load.client:parse",
    "produce": "pipeline:produce",
    "render_many": "batch.many:render_many",
    "theme_names": "themes.theme:theme_names",
    "to_json_resume": "load.jsonresume:to_json_resume",
    "write_branded": "render.branded:write_branded",
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
    "compose_document",
    "decide",
    "dump_yaml",
    "find_theme",
    "json_schema",
    "load_client",
    "parse_client",
    "produce",
    "render_many",
    "theme_names",
    "to_json_resume",
    "write_branded",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        module, _, attribute = _HOMES[name].partition(":")
        return getattr(import_module(f"resumekit.{module}"), attribute)
    raise AttributeError(f"module 'resumekit' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
