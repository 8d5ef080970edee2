"""What the documentation says is so."""

from __future__ import annotations

import re
import runpy
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from resumekit.cli.app import run
from resumekit.strategy.rules import load_rules, load_situations
from tests.architecture.tree import ROOT, files, modules, settings

PAGES = [path for path in files(".md") if "RESULTS" not in path.name]
EACH = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^( *)```.*?^\1```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ ((?:resumekit|cp) .*)$", re.MULTILINE)
# It does not end by itself; and what a machine lacks is no fault of a page.
NOT_RUN = ("--watch", "resumekit doctor")
# The samples are clean; what another program made is not, and a check says so with its exit code.
FAULTY = re.compile(r"^resumekit check samples/foreign/")


@EACH
def test_every_link_leads_somewhere(page: Path) -> None:
    lost = []
    for target in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        if not path.exists() or (anchor and path.suffix == ".md" and anchor not in _anchors(path)):
            lost.append(target)

    assert lost == []


def _anchors(page: Path) -> set[str]:
    """The anchors that a page's headings make, as code hosts write them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_page_of_the_docs_is_reached_from_its_index() -> None:
    index = ROOT / "docs" / "README.md"
    linked = {(index.parent / target.partition("#")[0]).resolve() for target in LINK.findall(index.read_text("utf-8"))}

    pages = set((ROOT / "docs").rglob("*.md")) - {index}

    assert len(pages) > 10
    assert pages <= linked, sorted(pages - linked)


def _blocks(page: Path) -> list[str]:
    """The listings of a page, those inside a numbered step too."""
    return [dedent(found[0]) for found in FENCE.finditer(page.read_text(encoding="utf-8"))]


def _commands(page: Path) -> list[str]:
    blocks = "\n".join(_blocks(page))
    return [command for command in COMMAND.findall(blocks) if not any(word in command for word in NOT_RUN)]


def _call(command: str) -> int:
    # As in a shell, a '#' inside a word is no comment.
    program, *words = shlex.split(re.sub(r"\s#.*", "", command))
    if program == "cp":
        shutil.copy(*words)
        return 0
    return run(words)


WITH_COMMANDS = [page for page in PAGES if _commands(page)]


def test_pages_show_commands() -> None:
    assert {page.name for page in WITH_COMMANDS} >= {"README.md", "tutorial.md"}


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_of_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the page's order; a listing that opens with a file's name is that file from there on."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)

    codes, expected = {}, {}
    for block in _blocks(page):
        if listing := re.match(r"```yaml\n# (\S+\.yaml)\n", block):
            (tmp_path / listing[1]).write_text(block[len("```yaml\n") : -len("```")], encoding="utf-8")
        for command in COMMAND.findall(block):
            if not any(word in command for word in NOT_RUN):
                codes[command] = _call(command)
                expected[command] = 1 if FAULTY.search(command) else 0

    assert codes == expected


EXCERPT = re.compile(
    r"^```\n\$ (resumekit check samples/foreign/[^\n]*)\n```\n+```\n(.*?)^```", re.MULTILINE | re.DOTALL
)
EXCERPTS = [(page, *found) for page in PAGES for found in EXCERPT.findall(page.read_text("utf-8"))]


@pytest.mark.parametrize(("page", "command", "shown"), EXCERPTS, ids=lambda value: getattr(value, "name", ""))
def test_what_a_page_shows_of_a_check_is_what_the_check_says(
    page: Path, command: str, shown: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Line by line and in its order; `…` alone on a line leaves some out."""
    monkeypatch.chdir(ROOT)

    _call(command)

    said = iter(capsys.readouterr().out.splitlines())
    lost = [line for line in shown.splitlines() if line != "…" and line not in said]
    assert lost == [], page


def test_the_tour_begins_with_a_check_of_a_file_made_elsewhere() -> None:
    readme = ROOT / "README.md"

    assert readme in [page for page, _, _ in EXCERPTS]
    assert next(command for command in _commands(readme)).startswith("resumekit check samples/foreign/")


PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
LISTINGS = [
    (page, code) for page in PAGES for code in PYTHON.findall(page.read_text("utf-8")) if "import resumekit\n" in code
]


@pytest.mark.parametrize(("page", "code"), LISTINGS, ids=lambda value: getattr(value, "name", ""))
def test_every_listing_of_a_page_runs(page: Path, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)

    exec(compile(code, str(page), "exec"), {"__name__": "listing"})


def test_pages_hold_listings() -> None:
    assert LISTINGS


def _reference() -> dict[str, Any]:
    pages: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "generate.py"))["PAGES"]
    return pages


@pytest.mark.parametrize("name", sorted(_reference()))
def test_the_reference_is_what_the_code_says(name: str) -> None:
    page = ROOT / "docs" / "reference" / name

    assert page.read_text(encoding="utf-8") == _reference()[name](), "run: python docs/generate.py"


def test_the_reference_holds_no_other_page() -> None:
    assert {path.name for path in (ROOT / "docs" / "reference").iterdir()} == set(_reference())


def _cited(value: Any) -> Iterator[str]:
    """Ids of sources anywhere below: what stands under `sources`, `source` or `basis`, and the studies themselves."""
    if isinstance(value, list):
        for inner in value:
            yield from _cited(inner)
    if not isinstance(value, dict):
        return
    for name, inner in value.items():
        if name == "study":
            yield from inner
        elif name in ("source", "sources"):
            yield from [inner] if isinstance(inner, str) else inner
        elif name == "basis" and isinstance(inner, dict):
            yield from (source for sources in inner.values() for source in sources)
        else:
            yield from _cited(inner)


def test_the_sources_page_lists_what_the_code_cites_and_nothing_else() -> None:
    page = (ROOT / "docs" / "explanation" / "sources.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([\w-]+)` \|", page, flags=re.MULTILINE)

    situations, rules = load_situations(), load_rules()
    cited = {source for rule in situations.situation.values() for source in rule.sources}
    cited |= {source for basis in (situations.basis, rules.basis) for sources in basis.values() for source in sources}
    for path in (ROOT / "resumekit").rglob("*.py"):
        cited |= set(re.findall(r"\bsource: ([a-z]+-[\w-]+)", path.read_text(encoding="utf-8")))
    for path in (ROOT / "resumekit" / "career" / "data").rglob("*.toml"):
        cited |= set(_cited(tomllib.loads(path.read_text(encoding="utf-8"))))

    assert len(cited) > 15
    assert listed == sorted(cited)


def test_every_picture_is_shown_and_light_enough_to_load() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    written = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    shown = dict(re.findall(r"!\[([^\]]*)\]\((?:docs|\.\.)/images/([^)]+)\)", written))
    pictures = list((ROOT / "docs" / "images").iterdir())

    assert pictures
    assert {path.name for path in pictures} == set(shown.values())
    assert all(len(words.split()) > 5 for words in shown), "say what the picture shows"
    assert all(path.stat().st_size <= 150_000 for path in pictures)


def test_the_layout_table_names_every_part() -> None:
    page = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `resumekit/(\w+)(?:\.py|/)` \|", page, flags=re.MULTILINE))

    parts = {module.name.split(".")[1] for module in modules() if "." in module.name} - {"__main__"}

    assert described == parts


def test_the_changelog_tells_of_this_version() -> None:
    version = settings()["project"]["version"]

    assert re.search(rf"^## \[?{re.escape(version)}\b", (ROOT / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE)
