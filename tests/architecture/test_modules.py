"""Every module is small, says what it is, and keeps to itself."""

from __future__ import annotations

import ast
import importlib

import pytest

from resumekit.registry import Registry
from tests.architecture.tree import Module, modules

EACH = pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
NETWORK = {"asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket", "urllib3"}
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime", "ctime", "strftime"}
# The bar, the times shown after each file and the watch over files are about now, and reach no document.
CLOCK_READERS = ("resumekit.cli.", "resumekit.batch.")
LONGEST_FUNCTION = 40
LONGEST_MODULE = 400


@EACH
def test_a_module_says_what_it_is(module: Module) -> None:
    assert ast.get_docstring(module.tree), f"{module.name} opens without a sentence"


@EACH
def test_a_module_is_short_enough_to_read(module: Module) -> None:
    assert module.lines <= LONGEST_MODULE


@EACH
def test_a_function_is_short_enough_to_see(module: Module) -> None:
    long = {
        function.name: size for function in module.functions() if (size := _body_lines(function)) > LONGEST_FUNCTION
    }

    assert long == {}


def _body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, the docstring apart."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


@EACH
def test_nothing_reaches_for_the_network(module: Module) -> None:
    reached = {name for name in _imports(module) if name.split(".")[0] in NETWORK or name.startswith("urllib.request")}

    assert reached - {"urllib.request", "urllib.request.url2pathname"} == set()


def _imports(module: Module) -> set[str]:
    found = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@EACH
def test_nothing_that_makes_a_document_reads_the_clock(module: Module) -> None:
    if module.name.startswith(CLOCK_READERS):
        return
    readings = [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
        and ast.unparse(node.func.value).split(".")[0] in {"date", "datetime", "time"}
    ]

    assert readings == []


def test_the_clock_is_seen_where_it_is_read() -> None:
    calls = [
        node for node in ast.walk(ast.parse("date.today()\ndatetime.datetime.now()")) if isinstance(node, ast.Call)
    ]

    assert [ast.unparse(call.func.value).split(".")[0] for call in calls if isinstance(call.func, ast.Attribute)] == [
        "date",
        "datetime",
    ]


def test_every_registry_holds_something() -> None:
    registries: dict[str, Registry[object]] = {}
    for module in modules():
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Registry):
                registries[f"{module.name}.{name}"] = value

    empty = [name for name, registry in registries.items() if not registry]

    assert registries, "no registry was found"
    assert empty == []
