"""Answers written into an offer file with its comments, layout, line endings and encoding kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from resumekit.errors import ClientFileError, InputFileError, Problem
from resumekit.load.edit import encoded, put_in_place
from resumekit.load.edit_text import entry_end, is_json, line_break, with_field
from resumekit.load.node import Node, drop_empty_items
from resumekit.load.read import read_nodes
from resumekit.load.source import Source
from resumekit.load.stated import StatedFile, parse_offer
from resumekit.model.offer import Offer

_FIELD = "answers"


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
    root, _ = read_nodes(source)
    drop_empty_items(root)
    pair = root.mapping.get(_FIELD)
    try:
        if pair and pair[1].mapping:
            return with_field(source, pair[1], root, (name, answer), None)
        if is_json(source) or root.style == "flow":
            return _with_braces(source, root, pair, name, answer)
    except ClientFileError as error:
        raise InputFileError(error.problems) from None
    return _with_block(source, root, pair, name, answer)


def _with_braces(source: Source, root: Node, pair: tuple[Node, Node] | None, name: str, answer: str) -> str:
    written = f'{{"{name}": {answer}}}'
    if pair:
        return f"{source.text[: pair[1].start]}{written}{source.text[pair[1].end :]}"
    close = source.text.rindex("}", root.start, root.end)
    head = source.text[:close].rstrip()
    comma = "" if head.endswith(("{", ",")) else ","
    return (
        f'{head}{comma}{line_break(source)}  "{_FIELD}": {written}{source.text[len(head) : close]}{source.text[close:]}'
    )


def _with_block(source: Source, root: Node, pair: tuple[Node, Node] | None, name: str, answer: str) -> str:
    """A block of its own, in the place of an empty 'answers:' or at the end of what the file states."""
    text, end = source.text, line_break(source)
    line = f"{end}  {name}: {answer}"
    if pair:
        at = text.index(":", pair[0].end) + 1
        return f"{text[:at]}{line}{text[max(at, pair[1].end) :]}"
    last = list(root.mapping.values())[-1][1]
    at = entry_end(source, last)
    return f"{text[:at]}{end}{_FIELD}:{line}{text[at:]}"
