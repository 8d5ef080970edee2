"""Sent: what a review copy said when it went out, as text that travels in the file and comes back with it."""

from __future__ import annotations

import base64
import json
import re
import unicodedata
import zlib
from dataclasses import dataclass
from typing import Any

BOOKMARK = "_rk_"
"""How the name of a paragraph's bookmark begins; Word does not list names with a line in front."""
PROPERTY = "resumekit-review-"
"""How the names of the file's own properties begin that hold the list of what was sent."""
_VERSION = 1
_LIMIT = 4_000_000
_BREAK = re.compile("[\t\n\r\v\f\x85\u2028\u2029]")
# Other controls, soft hyphens, and marks that turn the direction of what follows.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ufdd0-\ufdef]")
_BULLET = re.compile(r"^[•▪‣◦·]\s*")


@dataclass(frozen=True, slots=True)
class SentParagraph:
    """A paragraph as it was sent: `facts` are keys, with a field after '#'; `style` is its row of the profile."""

    style: str
    facts: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class SentComment:
    """A comment as it was sent, on words of one of the paragraphs; `code` is the rule's, "" for a question."""

    paragraph: int
    words: str
    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """All that was sent, and to which target."""

    paragraphs: tuple[SentParagraph, ...]
    comments: tuple[SentComment, ...]
    person: str = ""
    target: str = ""

    def packed(self) -> str:
        """The whole as ASCII; equal values give equal text."""
        data = {
            "version": _VERSION,
            "person": self.person,
            "target": self.target,
            "paragraphs": [[one.style, list(one.facts), one.text] for one in self.paragraphs],
            "comments": [[one.paragraph, one.words, one.text, one.code] for one in self.comments],
        }
        content = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
        return base64.b64encode(zlib.compress(content, 9)).decode()

    @classmethod
    def unpacked(cls, text: str) -> Sent:
        """What `packed` made.

        Raises:
            ValueError: it is something else, or not whole.
        """
        unzip = zlib.decompressobj()
        try:
            content = unzip.decompress(base64.b64decode(text, validate=True), _LIMIT)
            if not unzip.eof:
                raise ValueError("it is not whole")
            return cls._from_data(json.loads(content))
        except (zlib.error, TypeError, KeyError, OverflowError, RecursionError) as error:
            raise ValueError(f"it cannot be read ({error})") from None

    @classmethod
    def _from_data(cls, data: Any) -> Sent:
        if not isinstance(data, dict) or data.get("version") != _VERSION:
            raise ValueError("it was made by another version of resumekit")
        paragraphs = tuple(
            SentParagraph(_text(style), tuple(_text(fact) for fact in facts), _text(said))
            for style, facts, said in data["paragraphs"]
        )
        comments = tuple(
            SentComment(int(paragraph), _text(words), _text(said), _text(code))
            for paragraph, words, said, code in data["comments"]
        )
        if any(not 0 <= comment.paragraph < len(paragraphs) for comment in comments):
            raise ValueError("a comment belongs to no paragraph")
        return cls(paragraphs, comments, _text(data["person"]), _text(data["target"]))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("text was expected")
    return value


def on_one_line(text: str) -> str:
    """Foreign text as a client file and a terminal may have it: one line, without what steers a terminal or a reader.

    Spaces that do not break stay.
    """
    spaced = _STEERING.sub("", _BREAK.sub(" ", text))
    return " ".join(part for part in spaced.split(" ") if part)


def same_words(text: str) -> str:
    """The text as two are compared: other white space, what no one sees, and the sign of a list make no difference."""
    plain = unicodedata.normalize("NFC", _STEERING.sub("", _BREAK.sub(" ", text)))
    return _BULLET.sub("", " ".join(plain.split()))
