"""Imports go down the layers, and never in a circle."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import grimp

from tests.architecture.tree import ROOT, settings


def test_the_import_contracts_hold() -> None:
    command = Path(sys.executable).with_name("lint-imports")

    done = subprocess.run([command, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "5 kept" in done.stdout


def test_the_layers_name_every_part_and_no_other() -> None:
    layers = _contract("Layers")["layers"]

    assert {part.strip() for layer in layers for part in layer.split("|")} == _parts()


def test_whatever_does_not_set_documents_is_kept_from_what_they_are_made_with() -> None:
    sources = _contract("Only render, readback and themes know what documents are made with")["source_modules"]

    assert {name.removeprefix("resumekit.") for name in sources} == _parts() - {"readback", "render", "themes"}


def _contract(name: str) -> dict[str, Any]:
    return next(item for item in settings()["tool"]["importlinter"]["contracts"] if item["name"] == name)


def _parts() -> set[str]:
    package = ROOT / "resumekit"
    return {path.parent.name for path in package.glob("*/__init__.py")} | {
        path.stem for path in package.glob("[!_]*.py")
    }


def test_no_module_imports_itself_in_a_circle() -> None:
    # import-linter compares siblings, and so misses a circle between a package and its own module.
    graph = grimp.build_graph("resumekit", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert sum(map(len, imports.values())) > 100

    circles = [sorted(circle) for circle in components(imports) if len(circle) > 1]

    assert circles == []


def test_circles_are_found() -> None:
    graph = {"a": {"b"}, "b": {"c", "d"}, "c": {"a"}, "d": set()}

    assert {frozenset(circle) for circle in components(graph)} == {frozenset("abc"), frozenset("d")}


def components(graph: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """The strongly connected components of a graph (Kosaraju's way: two walks, the second against the arrows)."""
    against: dict[str, set[str]] = {node: set() for node in graph}
    for node, targets in graph.items():
        for target in targets:
            against[target].add(node)
    order: list[str] = []
    seen: set[str] = set()
    for node in graph:
        order.extend(_walk(node, graph, seen))
    seen.clear()
    for node in reversed(order):
        if found := _walk(node, against, seen):
            yield found


def _walk(start: str, graph: Mapping[str, set[str]], seen: set[str]) -> list[str]:
    """The nodes not yet seen that can be reached from `start`, each after all that it leads to."""
    if start in seen:
        return []
    seen.add(start)
    finished: list[str] = []
    open_nodes = [(start, iter(sorted(graph[start])))]
    while open_nodes:
        node, targets = open_nodes[-1]
        for target in targets:
            if target not in seen:
                seen.add(target)
                open_nodes.append((target, iter(sorted(graph[target]))))
                break
        else:
            finished.append(node)
            open_nodes.pop()
    return finished
