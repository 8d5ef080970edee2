from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from resumekit.cli import frameworks, themes
from resumekit.cli.app import COMMANDS, cli
from resumekit.cli.group import Lazy, LazyGroup
from tests.cli.conftest import Call

ROOT = Path(__file__).parents[2]
assert isinstance(themes.themes, LazyGroup)
assert isinstance(frameworks.frameworks, LazyGroup)
LAZY = COMMANDS | {
    f"{group.name} {name}": lazy
    for group in (themes.themes, frameworks.frameworks)
    for name, lazy in group.lazy.items()
}


def process(*words: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "resumekit", *words],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=False,
    )


def command(lazy: Lazy) -> click.Command:
    module, _, name = lazy.where.partition(":")
    found = getattr(import_module(module), name)
    assert isinstance(found, click.Command)
    return found


@pytest.mark.parametrize(("name", "lazy"), LAZY.items(), ids=list(LAZY))
def test_the_list_of_commands_says_what_each_says_of_itself(name: str, lazy: Lazy) -> None:
    help_text = command(lazy).help or ""

    assert help_text.splitlines()[0] == lazy.summary
    assert command(lazy).name == name.rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize("name", LAZY)
def test_every_command_and_option_explains_itself(call: Call, name: str) -> None:
    said = call(*name.split(), "--help")

    assert (said.code, said.err) == (0, "")
    for parameter in command(LAZY[name]).params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts}"


def test_help_imports_no_command() -> None:
    code = (
        "import sys\nfrom resumekit.cli.app import run\nrun(['--help'])\n"
        "print(sorted(name for name in sys.modules if name.startswith('resumekit.')), 'pydantic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    loaded = ["resumekit.cli", "resumekit.cli.app", "resumekit.cli.group", "resumekit.cli.screen", "resumekit.errors"]
    assert done.stdout.splitlines()[-1] == f"{loaded} False"


def test_no_command_shows_the_help_and_is_a_mistake_of_use(call: Call) -> None:
    said = call()

    assert (said.code, said.out) == (2, "")
    assert "Commands:" in said.err


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["rendr"], "did you mean 'render'?"),
        (["xyzzy"], "Commands: new, render"),
        (["themes", "lst"], "did you mean 'list'?"),
        (["render", "a.yaml", "--theem", "plain"], "'--theme'"),
        (["render", "a.yaml", "--to", "dox"], "did you mean 'docx'?"),
        (["render", "a.yaml", "--to", ","], "name at least one of docx"),
        (["render", "a.yaml", "--to", "docx,pfd"], "did you mean 'pdf'?"),
        (["render", "a.yaml", "--theme", "modrn"], "did you mean 'modern'?"),
        (["render", "a.yaml", "--paper", "leter"], "did you mean 'letter'?"),
        (["render", "a.yaml", "--locale", "fr-FR"], "did you mean 'fr-CA'?"),
        (["render", "a.yaml", "--as-of", "2026-13-01"], "write it as 2026-10-01"),
        (["render", "a.yaml", "--jobs", "0"], "is not a number from 1 to 64"),
        (["render", "a.yaml", "--target", "hr", "--all-targets"], "exclude each other"),
        (["render", "a.yaml", "--watch", "--format", "json"], "exclude each other"),
        (["render", "a.yaml", "--format", "jsn"], "did you mean 'json'?"),
        (["render"], "Missing argument 'CLIENT...'"),
        (["themes", "show", "plan"], "did you mean 'plain'?"),
        (["themes", "show"], "Missing argument"),
        (["completion", "bsh"], "did you mean 'bash'?"),
        (["confirm", "a.yaml", "x", "--all"], "not both"),
        (["new", "a.docx"], "must end in .yaml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_of_use_is_answered_with_the_nearest_word(
    call: Call, small: Path, words: list[str], hint: str
) -> None:
    small.rename("a.yaml")

    said = call(*words)

    assert said.code == 2
    assert hint in said.err
    assert said.err.count("error: ") == 1
    assert said.out == ""


def test_our_own_error_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "callback", broken)
    from resumekit.cli.app import run

    with pytest.raises(ZeroDivisionError):
        run(["doctor"])


def test_an_encoding_that_cannot_show_a_letter_stops_nothing(tmp_path: Path) -> None:
    done = process("render", str(tmp_path / "王小明.yaml"), PYTHONIOENCODING="latin-1")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "???.yaml: there is no such file" in done.stderr


def test_a_reader_that_leaves_early_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(
        [sys.executable, "-m", "resumekit", "schema"],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    os.close(writer)

    assert done.stderr == ""
    assert done.returncode != 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_the_script_of_a_shell(call: Call, shell: str) -> None:
    said = call("completion", shell)

    assert said.code == 0
    assert f"{shell}_complete" in said.out


def completed(*words: str) -> list[str]:
    """What bash is offered for the last word."""
    done = process(
        _RESUMEKIT_COMPLETE="bash_complete", COMP_WORDS=" ".join(["resumekit", *words]), COMP_CWORD=str(len(words))
    )
    assert done.stderr == ""
    return [line.partition(",")[2] for line in done.stdout.splitlines() if line]


def test_commands_are_completed() -> None:
    assert completed("ren") == ["render"]


def test_themes_are_completed() -> None:
    assert completed("render", "x.yaml", "--theme", "mo") == ["modern"]


def test_formats_are_completed_after_a_comma() -> None:
    assert completed("render", "x.yaml", "--to", "docx,p") == ["docx,pdf"]


def test_targets_are_completed_from_the_client_file(small: Path) -> None:
    assert completed("render", str(small), "--target", "h") == ["hr"]


def test_a_file_that_cannot_be_read_completes_nothing(tmp_path: Path) -> None:
    assert completed("render", str(tmp_path / "none.yaml"), "--target", "h") == []
