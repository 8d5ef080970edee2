"""How a text is written as one YAML scalar, so that readers of YAML 1.1 and 1.2 both take it for that text."""

from __future__ import annotations

import json
import re

# Everything that YAML 1.1 or 1.2 takes for a null, a boolean, a number, a date, a time or a merge key.
_TYPED = re.compile(
    r"""~|null|true|false|yes|no|on|off|y|n|=|<<
    |[-+]?(\.inf|\.nan|nan|inf)
    |[-+]?0[xob]?[0-9a-f_]+
    |[-+]?[0-9][0-9_,]*(\.[0-9_]*)?(e[-+]?[0-9]+)?
    |[-+]?\.[0-9_]+(e[-+]?[0-9]+)?
    |[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt\s].*)?""",
    re.IGNORECASE | re.VERBOSE,
)
# Signs that cannot begin plain text, and what ends it or begins a comment.
_BAD_START = re.compile(r"""[-?:](\s|$)|[,\[\]{}#&*!|>'"%@`]|---|\.\.\.""")
_BAD_INSIDE = re.compile(r":(\s|$)|\s#|[\n\r\t\x7f\x85\u2028\u2029\ufeff]|[\x80-\x9f]|^\s|\s$")
_FLOW = re.compile(r"[,\[\]{}?]|:(?!//)")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NO_BLOCK = re.compile("[\t\r\x7f-\x9f\u2028\u2029\ufeff]|(^|\n)[ ]|[ ](\n|$)|\n$")
_WIDTH = 100


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether a text may stand without quotes; `flow` inside brackets or braces."""
    if not text or _TYPED.fullmatch(text) or _BAD_START.match(text) or _BAD_INSIDE.search(text):
        return False
    return not (flow and _FLOW.search(text))


def quoted(text: str) -> str:
    """The text in double quotes, as JSON and YAML both read it."""
    return escaped(json.dumps(text, ensure_ascii=False))


def escaped(json_text: str) -> str:
    """JSON that YAML reads the same: what it would refuse, or break a line at, is escaped."""
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)


def scalar(text: str, *, flow: bool = False) -> str:
    """The text on one line, in quotes only where it needs them."""
    return text if is_plain(text, flow=flow) else quoted(text)


def block(text: str, indent: int) -> list[str] | None:
    """The text as a block scalar: its sign and its lines, indented; None when it is better on one line."""
    if _NO_BLOCK.search(text) or not text.strip():
        return None
    lead = " " * indent
    if "\n" in text:
        return ["|-", *(lead + line if line else "" for line in text.split("\n"))]
    if len(text) + indent <= _WIDTH or "  " in text:
        return None
    lines = _folded(text, max(_WIDTH - indent, 40))
    return [">-", *(lead + line for line in lines)] if len(lines) > 1 else None


def _folded(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if len(longer) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
