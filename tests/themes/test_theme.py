"""Themes: found by name or folder; what is wrong in one is said with its file and the right name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from resumekit.errors import ThemeError, UnknownNameError
from resumekit.themes.theme import BASE, DEFAULT_THEME, find_theme, templates_folder, theme_names

BASE_TOKENS = tomllib.loads((templates_folder() / BASE / "theme.toml").read_text(encoding="utf-8"))
SMALL = 'summary = "Mine"\n[colours]\naccent = "#224466"\n'


def _folder(tmp_path: Path, toml: str, **files: str) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "theme.toml").write_text(toml, encoding="utf-8")
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def test_three_themes_ship_and_the_default_is_one_of_them() -> None:
    assert {"plain", "modern", "executive"} <= set(theme_names())
    assert DEFAULT_THEME in theme_names()
    assert BASE not in theme_names()


@pytest.mark.parametrize(("name", "near"), [("modren", "modern"), ("Plain", "plain"), ("executve", "executive")])
def test_an_unknown_theme_names_the_nearest(name: str, near: str) -> None:
    with pytest.raises(UnknownNameError, match=f"did you mean '{near}'"):
        find_theme(name)


@pytest.mark.parametrize("name", ["./nowhere/theme", Path("nowhere"), "..\\themes\\mine"])
def test_a_folder_that_is_not_there_is_said_to_be_none(name: str | Path) -> None:
    with pytest.raises(ThemeError, match="there is no such theme folder; make one with: resumekit themes new"):
        find_theme(name)


def test_a_folder_that_states_two_tokens_is_a_theme(tmp_path: Path) -> None:
    theme = find_theme(_folder(tmp_path, SMALL, theme_css="h1 { color: red }"))

    assert (theme.name, theme.tokens.summary, theme.tokens.colours.accent) == ("mine", "Mine", "#224466")
    assert theme.tokens.paragraphs.keys() == find_theme("plain").tokens.paragraphs.keys()
    assert theme.css == "h1 { color: red }"


def test_a_theme_without_a_style_sheet_has_an_empty_one(tmp_path: Path) -> None:
    assert find_theme(str(_folder(tmp_path, SMALL))).css == ""


def _paths(table: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in table.items():
        yield (*path, key)
        if isinstance(value, dict):
            yield from _paths(value, (*path, key))


def _toml(path: tuple[str, ...], value: object) -> str:
    text = f"[{'.'.join(path[:-1])}]\n" if len(path) > 1 else ""
    if isinstance(value, dict):
        return f"[{'.'.join(path)}]\n"
    shown = str(value).lower() if isinstance(value, bool) else repr(value).replace("'", '"')
    return f"{text}{path[-1]} = {shown}\n"


def _value(path: tuple[str, ...]) -> Any:
    value: Any = BASE_TOKENS
    for part in path:
        value = value[part]
    return value


# The names of styles and runs are free keys of a table, looked at by a law of their own below.
TOKENS = [path for path in _paths(BASE_TOKENS) if not (len(path) == 2 and path[0] in ("paragraphs", "runs"))]


def _misspelled(name: str) -> str:
    return name[:-2] + name[-1] + name[-2] if name[-1] != name[-2] else name[:-1] + "x"


def test_there_are_tokens_to_misspell() -> None:
    assert len(TOKENS) > 40


@pytest.mark.parametrize("path", TOKENS, ids=".".join)
def test_a_misspelled_token_is_named_with_the_right_one(tmp_path: Path, path: tuple[str, ...]) -> None:
    wrong = (*path[:-1], _misspelled(path[-1]))
    folder = _folder(tmp_path, _toml(wrong, _value(path)))

    with pytest.raises(ThemeError) as caught:
        find_theme(folder)

    lines = str(caught.value).split("\n")
    assert any(
        f"theme.toml: {'.'.join(wrong)}: is not a token" in line and f"did you mean '{path[-1]}'?" in line
        for line in lines
    ), lines


@pytest.mark.parametrize(
    "toml",
    [
        "[paragraphs.headlin]\nsize_pt = 12\nline_pt = 14\n",
        "[runs.tenur]\nbold = true\n",
        "[paragraphs.headlin]\nbold = true\n",
    ],
)
def test_a_style_that_the_profile_has_not_is_named_with_the_nearest(tmp_path: Path, toml: str) -> None:
    with pytest.raises(ThemeError, match=r"did you mean '(headline|tenure)'"):
        find_theme(_folder(tmp_path, toml))


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ('[colours]\naccent = "red"\n', "theme.toml: colours.accent: String should match"),
        ("[page]\nmargin_top_mm = -3\n", "theme.toml: page.margin_top_mm: Input should be greater"),
        ("[paragraphs.p]\nsize_pt = 'large'\n", "theme.toml: paragraphs.p.size_pt: Input should be a valid number"),
        ("colours = 3\n", "theme.toml: colours: Input should be a valid dictionary"),
        ("[colours\n", "theme.toml: Expected"),
        ("a = 1\na = 2\n", "theme.toml: Cannot overwrite a value"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_its_file_and_place(tmp_path: Path, toml: str, words: str) -> None:
    with pytest.raises(ThemeError, match=re.escape(words)):
        find_theme(_folder(tmp_path, toml))


def test_a_folder_without_tokens_is_no_theme(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"no theme\.toml in .*; copy one with: resumekit themes new"):
        find_theme(tmp_path)


def test_a_theme_file_that_is_no_text_or_too_long_is_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path, SMALL)
    (folder / "theme.css").write_bytes(b"h1 { content: '\xff' }")
    with pytest.raises(ThemeError, match=r"theme\.css: not UTF-8 text \(byte 15\)"):
        find_theme(folder)

    (folder / "theme.css").write_text("a" * 600_000, encoding="utf-8")
    with pytest.raises(ThemeError, match=r"theme\.css: larger than 512 kB"):
        find_theme(folder)


def test_the_density_of_a_theme_changes_its_tokens_alone() -> None:
    theme = find_theme("modern")

    tight = theme.at_density(0.8)

    assert (tight.name, tight.folder, tight.css) == (theme.name, theme.folder, theme.css)
    assert tight.tokens != theme.tokens
