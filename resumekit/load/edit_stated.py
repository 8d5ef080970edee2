"""Answers written into an offer file with its comments, layout, line endings and encoding kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from resumekit.errors import InputFileError, Problem
from resumekit.load.edit import encoded, put_in_place
from resumekit.load.edit_text import entry_end, first_key, is_json, key_text, line_break
from resumekit.load.node import Node, drop_empty_items
from resumekit.load.read import read_nodes
from resumekit.load.source import Source
from resumekit.load.stated import StatedFile, parse_offer
from resumekit.model.offer import Offer

_FIELD = "answers"
_BREAK = re.compile(r"\r\n|\n|\r")


def write_answers(file: StatedFile[Offer], answers: Mapping[str, int]) -> None:
    """Puts answers under `answers:`; what was answered before and is not named here stays.

    The new text is read again and compared before it takes the place of the file, in one step.

    Raises:
        InputFileError: they cannot be written without changing something else.
        OutputError: the file cannot be written.
    """
    source = file.places.source
    for name, answer in answers.items():
        source = replace(source, text=_with_answer(source, name, str(answer)))
    wanted = file.value.model_copy(update={_FIELD: file.value.answers.model_copy(update=dict(answers))})
    content = encoded(source)
    try:
        same = parse_offer(content, source.name).value == wanted
    except InputFileError:
        same = False
    if not same:
        message = f"'{_FIELD}' cannot be written here without changing something else; write it by hand"
        raise InputFileError([Problem(message, source.name)])
    if file.path is not None:
        put_in_place(file.path, content)


def _with_answer(source: Source, name: str, answer: str) -> str:
    """The text with one answer in it. Numbers stay bare, as a person writes them."""
    root, _ = read_nodes(source)
    drop_empty_items(root)
    pair = root.mapping.get(_FIELD)
    if pair and pair[1].mapping:
        return _in_answers(source, pair[1], name, answer)
    if is_json(source) or root.style == "flow":
        return _with_braces(source, root, pair, name, answer)
    return _with_block(source, root, pair, name, answer)


def _in_answers(source: Source, held: Node, name: str, answer: str) -> str:
    text = source.text
    if name in held.mapping:
        key, old = held.mapping[name]
        if old.is_null:
            at = text.index(":", key.end) + 1
            return f"{text[:at]} {answer}{text[max(at, old.end) :]}"
        return text[: old.start] + answer + text[old.end :]
    if held.style == "flow":
        return _behind_last(source, held, f"{key_text(source, name)}: {answer}")
    end = entry_end(source, list(held.mapping.values())[-1][1])
    indent = " " * (first_key(held).column - 1)
    return f"{text[:end]}{line_break(source)}{indent}{name}: {answer}{text[end:]}"


def _with_braces(source: Source, root: Node, pair: tuple[Node, Node] | None, name: str, answer: str) -> str:
    text = source.text
    written = f"{{{key_text(source, name)}: {answer}}}"
    if pair:
        return f"{text[: pair[1].start]}{written}{text[pair[1].end :]}"
    return _behind_last(source, root, f"{key_text(source, _FIELD)}: {written}")


def _behind_last(source: Source, held: Node, written: str) -> str:
    """The text with one more entry in braces; on a line of its own where the last one has one."""
    text = source.text
    if not held.mapping:
        return f"{text[: held.start + 1]}{written}{text[held.start + 1 :].lstrip()}"
    key, value = list(held.mapping.values())[-1]
    end = max(key.end, value.end)
    stop = match.start() if (match := _BREAK.search(text, end)) else len(text)
    indent = _BREAK.split(text[: key.start])[-1]
    behind = text[end:stop]
    if indent.strip() or "}" in behind.partition("#")[0]:
        return f"{text[:end]}, {written}{text[end:]}"
    # A comment behind the last entry stays with it, and so does a comma.
    before, after = ("", ",") if behind.lstrip().startswith(",") else (",", "")
    return f"{text[:end]}{before}{behind}{line_break(source)}{indent}{written}{after}{text[stop:]}"


def _with_block(source: Source, root: Node, pair: tuple[Node, Node] | None, name: str, answer: str) -> str:
    """A block of its own, in the place of an empty 'answers:' or at the end of what the file states."""
    text = source.text
    line = f"{line_break(source)}  {name}: {answer}"
    if pair:
        key, old = pair
        at = text.index(":", key.end) + 1
        if not old.is_null:  # "{}"
            return text[:at] + line + text[old.end :]
        end = match.start() if (match := _BREAK.search(text, at)) else len(text)
        return f"{text[:at]}{text[max(at, old.end) : end]}{line}{text[end:]}"
    end = entry_end(source, list(root.mapping.values())[-1][1])
    return f"{text[:end]}{line_break(source)}{_FIELD}:{line}{text[end:]}"
