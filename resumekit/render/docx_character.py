"""Which character style a run has in Word, where bold and italic are toggles."""

from __future__ import annotations

from dataclasses import dataclass

from resumekit.markup.flow import Run
from resumekit.markup.vocabulary import PARAGRAPHS, RUNS
from resumekit.themes.tokens import RunTokens, Tokens

DATED = ("h3", "group", "employer", "line")
"""Rows whose tab ends at the right edge."""
_BOTH = ("strong", "em")
_BOTH_WORD = "Intense Emphasis"
"""Word's own name for words that are both."""


@dataclass(frozen=True, slots=True, order=True)
class CharacterStyle:
    """A character style as one kind of paragraph needs it.

    `word` is the name a person sees, `names` its rows of the profile, the outer first, none for the plain words of a
    paragraph. Word combines what a paragraph style and a character style say of bold and italic by exclusive or
    (ECMA-376 part 1, 17.7.3), so a style may need a second form inside bold paragraphs; `flips` holds which of the
    two it turns over.
    """

    word: str
    names: tuple[str, ...]
    flips: tuple[bool, bool]

    @property
    def id(self) -> str:
        return style_id(self.word)


def style_id(word: str) -> str:
    """The id of the style that a person sees under this name."""
    return word.replace(" ", "")


def character_style(run: Run, paragraph: str, tokens: Tokens) -> CharacterStyle | None:
    """The style of a run in a paragraph of that style, or None for words that look as their paragraph does.

    A run has one character style; words that are several things at once have a style made of those.
    """
    held = {"a": bool(run.link), run.style: bool(run.style), "strong": run.strong, "em": run.em}
    names = tuple(name for name, holds in held.items() if holds)
    look, wish, ground = tokens.paragraph(paragraph), wished(names, tokens), paragraph_toggles(paragraph, tokens)
    flips = (
        (look.bold if wish.bold is None else wish.bold) != ground[0],
        (look.italic if wish.italic is None else wish.italic) != ground[1],
    )
    if not names:
        return CharacterStyle(f"{PARAGRAPHS[paragraph].word} Title", (), flips) if any(flips) else None
    if flips == (bool(wish.bold), bool(wish.italic)):
        return CharacterStyle(_word(names), names, flips)
    around = " ".join(word for word, there in (("Bold", look.bold), ("Italic", look.italic)) if there)
    return CharacterStyle(f"{_word(names)} in {around}", names, flips)


def base_styles(tokens: Tokens) -> tuple[CharacterStyle, ...]:
    """The character styles that every document has, used or not."""
    return tuple(
        CharacterStyle(_word(names), names, (bool(wish.bold), bool(wish.italic)))
        for names in (*((name,) for name in RUNS), _BOTH)
        for wish in (wished(names, tokens),)
    )


def wished(names: tuple[str, ...], tokens: Tokens) -> RunTokens:
    """What the tokens say of words that are all these, the inner before the outer."""
    wish: dict[str, object] = {}
    for name in names:
        wish |= tokens.runs.get(name, RunTokens()).model_dump(exclude_none=True)
    return RunTokens.model_validate(wish)


def paragraph_toggles(paragraph: str, tokens: Tokens) -> tuple[bool, bool]:
    """Whether the paragraph style itself says bold and italic.

    Where dates stand in regular type behind a bold title, the title's words have a character style of their own and
    the paragraph style stays regular: "not bold" in a character style means nothing to Word, while LibreOffice
    does not read "bold" as a toggle.
    """
    look = tokens.paragraph(paragraph)
    lighter = [tokens.runs.get(name, RunTokens()) for name in ("dates", "tenure")] if paragraph in DATED else []
    return (
        look.bold and not any(wish.bold is False for wish in lighter),
        look.italic and not any(wish.italic is False for wish in lighter),
    )


def _word(names: tuple[str, ...]) -> str:
    return _BOTH_WORD if names == _BOTH else " ".join(RUNS[name].word for name in names)
