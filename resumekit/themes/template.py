"""Run a theme's template: document → markup → flow."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resumekit.document.block import Document, Entry
from resumekit.document.block import Figure as DocumentFigure
from resumekit.document.line import Line
from resumekit.errors import ThemeError
from resumekit.markup.flow import Figure, Flow
from resumekit.markup.parse import parse_markup
from resumekit.themes.theme import BASE, Theme, templates_folder

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

TEMPLATE = "document.jinja"
_VALUES = "resumekit.document."


def lower(document: Document, theme: Theme, *, date: str = "") -> Flow:
    """The document as its theme sets it.

    Args:
        date: ISO day for the file's properties; empty for none.

    Raises:
        ThemeError: the theme's template fails; MarkupError when it leaves the closed profile.
    """
    figures = _figures(document)
    markup = render_markup(document, theme)
    nodes = parse_markup(markup, template=f"{theme.name}/{TEMPLATE}", figures=figures, tables=document.kind == "report")
    return Flow(
        nodes,
        kind=document.kind,
        title=document.title,
        author=document.author,
        language=document.language,
        paper=document.paper,
        running=document.author,
        page_label=document.page_label,
        date=date,
    )


def render_markup(document: Document, theme: Theme) -> str:
    """What the theme's template writes for the document, in the markup profile.

    Raises:
        ThemeError: with the template's file and line.
    """
    from jinja2 import TemplateError, TemplateSyntaxError
    from jinja2.exceptions import SecurityError

    environment = _environment(theme.folder)
    try:
        template = environment.get_template(TEMPLATE)
        return template.render(document=document, head=document.head, sections=document.sections, theme=theme.tokens)
    except TemplateSyntaxError as error:
        raise ThemeError(f"{error.filename or TEMPLATE}:{error.lineno}: {error.message}") from None
    except SecurityError as error:
        place = _template_place(error, theme.folder / TEMPLATE)
        raise ThemeError(f"{place}: not allowed in a template: {error}") from None
    except (TemplateError, TypeError, ValueError, AttributeError, ArithmeticError, LookupError, OSError) as error:
        raise ThemeError(f"{_template_place(error, theme.folder / TEMPLATE)}: {error}") from None
    except (RecursionError, MemoryError) as error:
        place = _template_place(error, theme.folder / TEMPLATE)
        raise ThemeError(f"{place}: the template never ends, or makes too much: {error}") from None


def _template_place(error: BaseException, fallback: Path) -> str:
    """`file:line` of the innermost template frame of a traceback that Jinja rewrote."""
    place, trace = str(fallback), error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".jinja"):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


@cache
def _environment(folder: Path) -> SandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            # A document is made of frozen values; to look over each of them for doors into Python takes half the time.
            if type(obj).__module__.startswith(_VALUES):
                return not attr.startswith("_")
            return super().is_safe_attribute(obj, attr, value)

    environment = Sandbox(
        # A theme's own folder first, so that it may replace document.jinja or only import the base macros.
        loader=FileSystemLoader([folder, templates_folder() / BASE]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # A theme's author looks at it while it changes (`--watch`).
        auto_reload=True,
    )
    environment.tests["entry"] = lambda block: isinstance(block, Entry)
    environment.tests["paragraph"] = lambda block: type(block).__name__ == "Paragraph"
    environment.tests["bullets"] = lambda block: type(block).__name__ == "Bullets"
    environment.tests["table_block"] = lambda block: type(block).__name__ == "Table"
    environment.tests["figure_block"] = lambda block: type(block).__name__ == "Figure"
    environment.filters["facts"] = lambda line: " ".join(line.facts) if isinstance(line, Line) else ""
    return environment


def _figures(document: Document) -> tuple[Figure, ...]:
    return tuple(
        Figure(block.svg, block.png, block.alt, block.width_mm)
        for section in document.sections
        for block in section.blocks
        if isinstance(block, DocumentFigure)
    )
