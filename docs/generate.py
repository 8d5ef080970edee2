"""Writes docs/reference/ from the code: `python docs/generate.py`. A test asks whether it is current."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel

import resumekit
import resumekit.compose.resume  # each section adds itself to the registry when this is imported
from resumekit.career.benefits import Benefits
from resumekit.career.move import move_rules
from resumekit.career.tables import CAREER, PARTS, shipped
from resumekit.cli.app import cli
from resumekit.lint.rule import Rule
from resumekit.lint.run import all_rules
from resumekit.lint.settings import shipped_tables
from resumekit.markup.vocabulary import CONTAINERS, PARAGRAPHS, RUNS, TABLE_TAGS, Style
from resumekit.model.application import Applications
from resumekit.model.offer import Offer
from resumekit.model.resume import Resume
from resumekit.render.formats import FORMATS
from resumekit.sections.registry import SECTIONS
from resumekit.skills.framework import Framework
from resumekit.skills.lexicon import Lexicon
from resumekit.strategy.placement import FOR_THE_INTERVIEW
from resumekit.strategy.rules import Basis, Rules, SituationRule, load_rules, load_situations

REFERENCE = Path(__file__).resolve().parent / "reference"
NOTE = "<!-- Written by docs/generate.py; change the code, not this page. -->"
FORMAT_PURPOSES = {
    "docx": "Word: real styles, headings, lists, links and tab stops; the first choice for upload portals",
    "pdf": "tagged PDF, PDF/UA-1 and PDF/A-2a at once, with embedded fonts, bookmarks and links",
    "html": "one accessible page that stands on its own",
    "md": "Markdown",
    "txt": "plain text in 72 columns, for web forms",
    "json": "the document with the facts behind each line",
}
SHORT_FORMATS = {"jsonresume": "JSON Resume: the facts, without notes and without what is confidential"}


def commands() -> str:
    """Every command with its help, as a terminal of 90 columns shows it."""
    parts = ["# Commands", NOTE, "Exit codes: 0 well, 1 findings or an error of the user's, 2 wrong usage."]
    for context in _contexts(cli, None):
        parts += [f"## {context.command_path}", f"```text\n{context.get_help().strip()}\n```"]
    return _page(parts)


def _contexts(command: click.Command, parent: click.Context | None) -> Iterator[click.Context]:
    """A context for each command, so that its help is what a user sees."""
    name = command.name if parent else "resumekit"
    context = command.make_context(name, [], parent, resilient_parsing=True, terminal_width=90)
    yield context
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            assert found, f"{inner} is listed and not there"
            yield from _contexts(found, context)


def client_file() -> str:
    """Every field of a client file, from the JSON Schema."""
    schema = Resume.model_json_schema(by_alias=True)
    parts = [
        "# The client file",
        NOTE,
        "YAML or JSON. Everything is optional but `person.name`, and what a table below calls required. "
        "`resumekit schema` prints the JSON Schema, which editors use to complete and check.",
        "Every fact may carry `id`, `notes` (the coach's own, never printed), `confidential` and `say_as`. "
        "They are left out of the tables below.",
    ]
    parts += _fields("Resume", schema, "The top level")
    for name, definition in schema["$defs"].items():
        if "properties" in definition:
            parts += _fields(name, definition, name)
    return _page(parts)


def framework_file() -> str:
    """Every field of a framework and of a lexicon, from their models."""
    parts = [
        "# Frameworks and lexicons",
        NOTE,
        "YAML or JSON; [how to write one](../how-to/write-a-framework.md). `resumekit schema --framework` and "
        "`resumekit schema --lexicon` print the JSON Schemas. A framework that `extends` another needs no more than its "
        "`id`, and the `id` of each entry that it lays over one below.",
    ]
    for model in (Framework, Lexicon):
        schema = model.model_json_schema(by_alias=True)
        parts += _fields(model.__name__, schema, model.__name__, without=frozenset())
        for name, definition in schema["$defs"].items():
            if "properties" in definition and not (model is Lexicon and name == "Source"):
                parts += _fields(name, definition, name, without=frozenset())
    return _page(parts)


def offer_file() -> str:
    """Every field of an offer and of a list of applications, from their models."""
    parts = [
        "# Offers and applications",
        NOTE,
        "YAML or JSON, one file each; [how an offer is judged](../how-to/decide-on-an-offer.md), "
        "[how a list is read](../how-to/find-where-applications-leak.md). Everything is optional but an application's "
        "`employer`. `resumekit new FILE --kind offer` and `--kind applications` begin them; `resumekit schema --offer` and "
        "`resumekit schema --applications` print the JSON Schemas.",
    ]
    for model, title in ((Offer, "An offer"), (Applications, "A list of applications")):
        schema = model.model_json_schema(by_alias=True)
        parts += _fields(model.__name__, schema, title, without=frozenset())
        for name, definition in schema["$defs"].items():
            if "properties" in definition:
                parts += _fields(name, definition, name, without=frozenset())
    return _page(parts)


def benefits_file() -> str:
    """Every key of a file of benefits, and the one that ships as an example."""
    parts = [
        "# Files of benefits",
        NOTE,
        "TOML, for `resumekit plan CLIENT --benefits FILE.toml`; [how a plan uses it](../how-to/plan-a-search.md). Rates are "
        "dated: a claim is reckoned by the row that holds on the day it begins, the measures of that day laid over it. "
        "Outside all rows the nearest one is used, with a warning.",
    ]
    schema = Benefits.model_json_schema(by_alias=True)
    for name, definition in ((Benefits.__name__, schema), *schema["$defs"].items()):
        parts += _fields(name, definition, {"Benefits": "The top level"}.get(name, name), without=frozenset())
    shipped = files("resumekit.career").joinpath("data/benefits/ca.toml").read_text(encoding="utf-8")
    return _page([*parts, "## An example", "The file that ships for Canada:", f"```toml\n{shipped.strip()}\n```"])


COMMON = frozenset({"id", "notes", "confidential", "say_as", "extra"})


def _fields(name: str, definition: dict[str, Any], title: str, without: frozenset[str] = COMMON) -> list[str]:
    required = set(definition.get("required", ()))
    rows = ["| field | what | about |", "|---|---|---|"]
    for field, schema in definition["properties"].items():
        if field in without and name != "Resume":
            continue
        about = schema.get("description", "").replace("|", "\\|").replace("\n", " ")
        about = f"required. {about}".strip() if field in required else about
        rows.append(f"| `{field}` | {_kind(schema)} | {about} |")
    text = definition.get("description", "").split("\n\n")[0].replace("\n", " ")
    return [f"## {title}", *([text] if text else []), "\n".join(rows)]


def _kind(schema: dict[str, Any]) -> str:
    """A schema in a few words."""
    if "anyOf" in schema:
        kinds = [_kind(option) for option in schema["anyOf"] if option.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'])}" if "items" in schema else "list"
    if schema.get("title") == "Partial date":
        return "date"
    kind = schema.get("type", "anything")
    names = {"string": "text", "integer": "whole number", "boolean": "true or false", "object": "mapping"}
    return " or ".join(names.get(item, item) for item in ([kind] if isinstance(kind, str) else kind))


def markup() -> str:
    """The closed markup profile, from its vocabulary."""
    parts = [
        "# The markup profile",
        NOTE,
        "What a theme's template may write, and nothing else. A class is a style: one name for the Word style and the "
        "CSS selector.",
        "## Paragraphs",
        _styles(PARAGRAPHS),
        "## Runs inside a paragraph",
        _styles(RUNS),
        "## Containers",
        ", ".join(f"`{tag}`" for tag in sorted(CONTAINERS)),
        "## Only in documents that are neither resume nor letter",
        ", ".join(f"`{tag}`" for tag in sorted(TABLE_TAGS)),
    ]
    return _page(parts)


def _styles(styles: dict[str, Style]) -> str:
    rows = ["| style | CSS selector | Word style | outline level | kept with the next |", "|---|---|---|---|---|"]
    for style in styles.values():
        kept = "yes" if style.keep_with_next else ""
        rows.append(f"| `{style.name}` | `{style.selector}` | {style.word} | {style.outline or ''} | {kept} |")
    return "\n".join(rows)


def formats() -> str:
    """The output formats, from their registry."""
    purposes = {**FORMAT_PURPOSES, **SHORT_FORMATS}
    rows = ["| `--to` | what it is |", "|---|---|"]
    rows += [f"| `{name}` | {purposes[name]} |" for name in sorted({*FORMATS, *SHORT_FORMATS})]
    text = "The same words stand in the same order in each, `jsonresume` apart, which holds the facts themselves."
    return _page(["# Output formats", NOTE, text, "\n".join(rows)])


def sections() -> str:
    """The sections of a resume, from their registry."""
    rows = ["| section | what it holds |", "|---|---|"]
    rows += [f"| `{name}` | {_first_line(SECTIONS[name])} |" for name in sorted(SECTIONS)]
    names = "A target's `omit` and `order` take these names; `show` takes those that wait for the interview: "
    names += ", ".join(f"`{name}`" for name in FOR_THE_INTERVIEW) + "."
    return _page(
        [
            "# Sections",
            NOTE,
            names,
            "\n".join(rows),
        ]
    )


def library() -> str:
    """The public names of the package with their signatures."""
    parts = ["# The library", NOTE, "What `import resumekit` offers. Nothing else is public."]
    for name in resumekit.__all__:
        item = getattr(resumekit, name)
        shown = f"{name}{_signature(item)}" if inspect.isfunction(item) else name
        parts.append(f"## {name}\n\n`{shown}`\n\n{_first_line(item)}")
        if is_dataclass(item):
            parts.append("\n".join(f"- `{field.name}: {field.type}`" for field in fields(item)))
    return _page(parts)


def _signature(item: Callable[..., object]) -> str:
    """As it is written, but for defaults that have no short form."""
    signature = inspect.signature(item)
    parts, starred = [], False
    for one in signature.parameters.values():
        if one.kind is one.KEYWORD_ONLY and not starred:
            parts.append("*")
            starred = True
        short = one.default if isinstance(one.default, str | int | None) else ...
        default = "" if one.default is one.empty else f" = {'…' if short is ... else repr(short)}"
        parts.append(f"{one.name}: {one.annotation}{default}")
    return f"({', '.join(parts)}) -> {signature.return_annotation}"


def _first_line(item: object) -> str:
    return (inspect.getdoc(item) or "").split("\n\n")[0].replace("\n", " ")


def _page(parts: list[str]) -> str:
    return "\n\n".join(parts) + "\n"


LENGTHS = (
    "The least and the most. A role with no bullets stands in one line. What does not fit gives way: the bullets of least "
    "value first, never below a role's least."
)


def strategy() -> str:
    """The ten situations and every number, each with what it rests on, from the strategy's data files."""
    situations, rules = load_situations(), load_rules()
    rows = ["| # | situation | it holds when | format | basis |", "|---|---|---|---|---|"]
    for number in situations.order_of_detection:
        rule = situations.situation[number]
        rows.append(f"| {number} | {rule.name} | {rule.test} | {rule.format} | {_basis(rule.kind, rule.sources)} |")
    parts = [
        "# Strategy: situations and numbers",
        NOTE,
        "What `resumekit strategy` decides by. *Published* names its [sources](../explanation/sources.md); *judgement* "
        "is a resume writer's practice, and says so. A source stands behind the format or the treatment of a situation, "
        "not behind each word and figure of it. Every number is a default.",
        "## Situations",
        "In the order in which they are tried: the first that holds is the primary one, the others modify it. A target "
        "may name its own with `situation`.",
        "\n".join(rows),
    ]
    for number, rule in sorted(situations.situation.items()):
        parts += [f"### {number} {rule.name}", _situation(rule)]
    parts += ["## Length", LENGTHS, _lengths(rules), *_numbers("Limits", rules.limits, rules.basis)]
    parts += _numbers("Value of an achievement", rules.value, rules.basis)
    parts += _numbers("Numbers of the tests", situations.thresholds, situations.basis)
    parts += _numbers("The short job", situations.integrator, situations.basis)
    return _page(parts)


def _basis(kind: str, sources: Iterable[str]) -> str:
    return ", ".join([kind, *(f"`{source}`" for source in sources)])


def _situation(rule: SituationRule) -> str:
    rows = [
        ("order", ", ".join(f"`{name}`" for name in rule.order)),
        ("emphasise", rule.emphasise),
        ("compress, honestly", rule.compress),
        ("besides", rule.extra),
    ]
    if rule.highlights[1]:
        rows.append(("career highlights", _shown(rule.highlights)))
    return "\n".join(f"- {name}: {text}" for name, text in rows)


def _lengths(rules: Rules) -> str:
    """One row for each kind of client; the bullets by the age of a role."""
    shown = ("pages", "years_in_detail", "bullets", "highlights")
    rows = [
        "| profile | pages | years in detail | bullets: current | previous | older | 10 to 15 years | over 15 | highlights |",
        "|---" * 9 + "|",
    ]
    for name in ("student", "early", "experienced", "senior", "executive", "change"):
        row = getattr(rules, name)
        cells = [
            row.summary,
            _shown(row.pages),
            str(row.years_in_detail),
            *map(_shown, row.bullets),
            str(row.highlights),
        ]
        rows.append(f"| {' | '.join(cells)} |")
    rows.append("")
    rows += [
        f"- `{name}`: {_basis('published' if rules.basis[name] else 'judgement', rules.basis[name])}" for name in shown
    ]
    return "\n".join(rows)


def _numbers(title: str, table: BaseModel, basis: Basis) -> list[str]:
    rows = ["| number | default | basis |", "|---|---|---|"]
    for name, value in table:
        kind = "published" if basis[name] else "judgement"
        rows.append(f"| `{name}` | {_shown(value)} | {_basis(kind, basis[name])} |")
    return [f"## {title}", "\n".join(rows)]


def _shown(value: Any) -> str:
    if not isinstance(value, tuple):
        return str(value)
    least, most = value
    return str(most) if least == most else f"{least} to {most}"


LEVELS = {"error": "E", "warning": "W", "info": "I"}


def rules() -> str:
    """Every rule of the checks with its examples, and the thresholds, from the registry and its data."""
    rows = ["| code | domain | level | scope | for | finds |", "|---|---|---|---|---|---|"]
    listed = all_rules()
    rows += [
        f"| [{one.code}](#{one.code.lower()}) | {one.domain} | {LEVELS[one.severity]} | {one.scope} | "
        f"{', '.join(one.languages)} | {one.summary} |"
        for one in listed
    ]
    tables = shipped_tables()
    numbers = ["| threshold | default | basis |", "|---|---|---|"]
    for name, value in tables["limits"].items():
        sources = tables["basis"][name]
        numbers.append(f"| `{name}` | {value} | {_basis('published' if sources else 'judgement', sources)} |")
    parts = [
        "# Rules",
        NOTE,
        "`resumekit rules` lists them, `resumekit rule CODE` explains one. *E* stops a final, *W* is to be looked at, "
        "*I* is for who wants to know. *Domain* is the rule's id in the trade's own list; several codes may serve one.",
        "\n".join(rows),
        "## Thresholds",
        "Every one is a default that a file of settings may change.",
        "\n".join(numbers),
    ]
    for one in listed:
        parts += [f"## {one.code}", _rule(one)]
    return _page(parts)


def _rule(one: Rule) -> str:
    lines = [f"{one.summary} ({one.domain}, {one.severity}, {one.scope})", f"Why: {one.doc.why}"]
    examples = [
        f"- {kind}: `{text}`" for kind, texts in (("bad", one.doc.bad), ("good", one.doc.good)) for text in texts
    ]
    return "\n\n".join([*lines, "\n".join(examples)])


ADVICE = {
    "move": "how nine answers become a verdict",
    "compare": "when offers are too close to tell",
    "forecast": "what a job may add to the next resume",
    "simulate": "accepting now against searching on",
    "search": "how long a search takes, and what the money allows",
    "funnel": "where applications leak",
    "stories": "story cards, the opening, the selling slots",
    "questions": "likely questions, the first 90 days, follow-up, practice",
    "objections": "answers to what the resume makes them ask",
    "doubts": "what friends and family say",
    "evidence": "what studies found",
}


def advice() -> str:
    """The factors of a move, and every number of the advice, from its data files."""
    move = move_rules()
    rows = ["| factor | weight | question | 4 | 3 | 2 | 1 | 0 | sources |", f"|{'---|' * 9}"]
    for name, factor in move.factor.items():
        answers = " | ".join(reversed(factor.answers))
        sources = ", ".join(f"`{source}`" for source in factor.sources) or "judgement"
        rows.append(f"| {factor.label} (`{name}`) | {factor.weight} | {factor.question} | {answers} | {sources} |")
    parts = [
        "# Advice: factors and numbers",
        NOTE,
        "What `resumekit move`, `offers`, `plan`, `funnel` and `interview` reckon with. Every number is a default; all of "
        "them are professional judgement. A [source](../explanation/sources.md) stands behind a factor, not behind its "
        "weight. Rates of benefits "
        "stand in [a file of their own](benefits-file.md). What these numbers can and cannot say: "
        "[explanation](../explanation/career-advice.md).",
        "## Factors of a move",
        "\n".join(rows),
        "## Numbers",
        f"A coach's own file for `--rules` lays over them, table by table: what stands below as `name = …` under "
        f"a part goes under `[{CAREER}.<part>]`. Words may be overridden alike.",
    ]
    for name in PARTS:
        numbers = list(_numbers_in(shipped(name)))
        if numbers:
            table = "\n".join(
                ["| name | default |", "|---|---|", *(f"| `{key}` | {value} |" for key, value in numbers)]
            )
            parts += [f"### `{CAREER}.{name}`: {ADVICE[name]}", table]
    return _page(parts)


def _numbers_in(table: dict[str, Any], front: str = "") -> Iterator[tuple[str, str]]:
    """Every number below a table, with its dotted name; lists of numbers as one."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _numbers_in(value, f"{front}{key}.")
        elif isinstance(value, int | float) or (isinstance(value, list) and value and _is_number(value)):
            yield f"{front}{key}", str(value)


def _is_number(value: Any) -> bool:
    return all(map(_is_number, value)) if isinstance(value, list) else isinstance(value, int | float)


PAGES: dict[str, Callable[[], str]] = {
    "advice.md": advice,
    "benefits-file.md": benefits_file,
    "client-file.md": client_file,
    "framework-file.md": framework_file,
    "commands.md": commands,
    "formats.md": formats,
    "library.md": library,
    "offer-file.md": offer_file,
    "markup.md": markup,
    "rules.md": rules,
    "sections.md": sections,
    "strategy.md": strategy,
}


def main() -> int:
    """Writes every page; says which ones changed."""
    REFERENCE.mkdir(exist_ok=True)
    for name, make in PAGES.items():
        path, text = REFERENCE / name, make()
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
