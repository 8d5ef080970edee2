"""Find themes by name or folder, and read their tokens."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from resumekit.errors import ThemeError, UnknownNameError, nearest
from resumekit.markup.vocabulary import PARAGRAPHS, RUNS
from resumekit.text.tables import laid_over
from resumekit.themes import tokens
from resumekit.themes.tokens import Tokens

BASE = "_base"
DEFAULT_THEME = "modern"
_SIZE_LIMIT = 512_000
_STEPS = 5
"""How many steps spacing is drawn in by."""


@dataclass(frozen=True)
class Theme:
    """A theme as read: its tokens, its style sheet, and the folder that its own files come from."""

    name: str
    folder: Path
    tokens: Tokens
    css: str

    def at_density(self, density: float) -> Theme:
        """The same theme with its spacing drawn in to this share."""
        return replace(self, tokens=self.tokens.at_density(density))

    def tighter(self) -> tuple[Theme, ...]:
        """The same theme tighter and tighter: its spacing drawn in, step by step, to its own limit."""
        span = 1 - self.tokens.tightest
        return tuple(self.at_density(round(1 - span * step / _STEPS, 4)) for step in range(1, _STEPS + 1))

    def compacted(self) -> tuple[Theme, ...]:
        """What comes after that: type and margins at their least, first with the spacing as it was, then tighter."""
        return tuple(replace(theme, tokens=theme.tokens.compact()) for theme in (self, *self.tighter()))


def templates_folder() -> Path:
    """Where the themes that ship with resumekit are."""
    return Path(str(files("resumekit.templates")))


def theme_names() -> tuple[str, ...]:
    """The themes that ship with resumekit, sorted."""
    return tuple(
        sorted(path.parent.name for path in templates_folder().glob("*/theme.toml") if path.parent.name != BASE)
    )


def find_theme(name: str | Path = DEFAULT_THEME) -> Theme:
    """The theme of that name, or in that folder.

    Raises:
        UnknownNameError: there is neither.
        ThemeError: its tokens or style sheet cannot be used.
    """
    text = str(name)
    if text in theme_names():
        return _shipped(text)
    folder = Path(name).expanduser()
    if folder.is_dir():
        return _read(folder, folder.resolve().name)
    if isinstance(name, Path) or "/" in text or "\\" in text:
        raise ThemeError(f"{text}: there is no such theme folder; make one with: resumekit themes new {text}")
    raise UnknownNameError("theme", text, theme_names())


@cache
def _shipped(name: str) -> Theme:
    return _read(templates_folder() / name, name)


def _read(folder: Path, name: str) -> Theme:
    if not (folder / "theme.toml").exists():
        raise ThemeError(
            f"there is no theme.toml in {folder}; copy one with: resumekit themes new {folder} --from {DEFAULT_THEME}"
        )
    base = _toml(templates_folder() / BASE / "theme.toml")
    own = _toml(folder / "theme.toml")
    _check_styles(folder / "theme.toml", own)
    merged = laid_over(base, own)
    merged["name"] = name
    try:
        tokens = Tokens.model_validate(merged)
    except ValidationError as error:
        raise ThemeError(_explain(folder / "theme.toml", error)) from None
    for style in tokens.missing_styles():
        raise ThemeError(f"{folder / 'theme.toml'}: [paragraphs.{style}] is missing")
    css = folder / "theme.css"
    return Theme(name, folder, tokens, _text(css) if css.exists() else "")


def _check_styles(path: Path, own: dict[str, Any]) -> None:
    """Raises ThemeError for the first look of a style that the markup profile does not have."""
    for table, styles in (("paragraphs", PARAGRAPHS), ("runs", RUNS)):
        looks = own.get(table)
        for name in looks if isinstance(looks, dict) else ():
            if name not in styles:
                guess = nearest(name, styles)
                hint = f"; did you mean '{guess}'?" if guess else ""
                raise ThemeError(
                    f"{path}: {table}.{name}: is not a style{hint} Known here: {', '.join(sorted(styles))}"
                )


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _SIZE_LIMIT:
            raise ThemeError(f"{path}: larger than {_SIZE_LIMIT // 1000} kB; a theme file is a few kB of text")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ThemeError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ThemeError(f"{path}: not UTF-8 text (byte {error.start}); save it as UTF-8") from None


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(f"{path}: {error}") from None


def _explain(path: Path, error: ValidationError) -> str:
    lines = []
    for item in error.errors():
        place = ".".join(str(part) for part in item["loc"])
        message = item["msg"]
        if item["type"] == "extra_forbidden":
            known = _known_fields(item["loc"])
            guess = nearest(str(item["loc"][-1]), known)
            hint = f"; did you mean '{guess}'?" if guess else ""
            message = f"is not a token{hint} Known here: {', '.join(sorted(known))}"
        lines.append(f"{path}: {place}: {message}")
    return "\n".join(lines)


def _known_fields(loc: tuple[int | str, ...]) -> list[str]:
    tables: dict[str, type[BaseModel]] = {
        "fonts": tokens.Fonts,
        "colours": tokens.Colours,
        "page": tokens.Page,
        "paragraphs": tokens.ParagraphTokens,
        "runs": tokens.RunTokens,
        "rule": tokens.Rule,
    }
    for part in reversed(loc[:-1]):
        if part in tables:
            return list(tables[str(part)].model_fields)
    return list(Tokens.model_fields)
