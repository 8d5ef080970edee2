"""Reply: what a client changed in a review copy, and what they said to its comments."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from resumekit.readback.returned import Returned, ReturnedComment, ReturnedParagraph
from resumekit.readback.sent import Sent, SentComment, on_one_line, same_words

ReplyKind = Literal["edited", "added", "deleted", "moved", "answer", "comment", "settled"]
_ALIKE = 0.6
"""From here on two paragraphs without a mark are the same one, edited."""
_WORDS_MOST = 4_000


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing that the client did.

    `paragraph` is the number of the paragraph as it was sent; for one that is new, of the one it stands behind; -1 for
    none. `old` and `new` are its words before and after. `words` are those that a comment stands on, `question` the
    comment that an answer is to, `code` the rule that asked.
    """

    kind: ReplyKind
    paragraph: int
    old: str = ""
    new: str = ""
    by: str = ""
    words: str = ""
    question: str = ""
    code: str = ""


def compare(sent: Sent, returned: Returned) -> tuple[Reply, ...]:
    """Everything that came back other than it went out: paragraphs in the order of the page, then comments."""
    places = _Match(sent, returned).run()
    return (*_changes(sent, returned, places), *_said(sent, returned, places))


class _Match:
    """By place in the returned copy, the number of the paragraph as it was sent."""

    def __init__(self, sent: Sent, returned: Returned) -> None:
        self.found: dict[int, int] = {}
        self._returned = returned.paragraphs
        self._words = [same_words(one.text) for one in sent.paragraphs]
        self._texts = [same_words(one.text) for one in returned.paragraphs]
        self._free = dict.fromkeys(range(len(self._words)))

    def run(self) -> dict[int, int]:
        """Equal words come first, wherever they stand; then the marks; then likeness, where a program took marks out."""
        for choose in (self._same_in_place, self._same_elsewhere, self._marked, self._alike):
            for place, text in enumerate(self._texts):
                if text and place not in self.found and (number := choose(place)) is not None:
                    self.found[place] = number
                    del self._free[number]
        return self.found

    def _same_in_place(self, place: int) -> int | None:
        return next((mark for mark in self._marks(place) if self._words[mark] == self._texts[place]), None)

    def _same_elsewhere(self, place: int) -> int | None:
        return next((number for number in self._free if self._words[number] == self._texts[place]), None)

    def _marked(self, place: int) -> int | None:
        return next(iter(self._marks(place)), None)

    def _alike(self, place: int) -> int | None:
        rated = ((_likeness(self._words[number], self._texts[place]), -number) for number in self._free)
        likeness, number = max(rated, default=(0.0, 0))
        return -number if likeness >= _ALIKE else None

    def _marks(self, place: int) -> list[int]:
        return [mark for mark in self._returned[place].marks if mark in self._free]


def _likeness(one: str, other: str) -> float:
    if not one or not other or len(one) + len(other) > _WORDS_MOST:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE else 0.0


def _changes(sent: Sent, returned: Returned, places: dict[int, int]) -> Iterator[Reply]:
    moved = _out_of_order([places[place] for place in sorted(places)])
    behind, shown = -1, set(places.values())
    yield from _deleted(sent, returned, shown, behind)
    for place, one in enumerate(returned.paragraphs):
        by = _names(one)
        new = on_one_line(one.text)
        if place in places:
            behind = places[place]
            old = sent.paragraphs[behind].text
            if same_words(old) != same_words(one.text):
                yield Reply("edited", behind, old, new, by)
            elif behind in moved:
                yield Reply("moved", behind, old, old, by)
            yield from _deleted(sent, returned, shown, behind)
        elif new:
            yield Reply("added", behind, "", new, by)


def _deleted(sent: Sent, returned: Returned, shown: set[int], behind: int) -> Iterator[Reply]:
    """The paragraphs that went out behind this one and did not come back."""
    number = behind + 1
    while number < len(sent.paragraphs) and number not in shown:
        if same_words(sent.paragraphs[number].text):
            yield Reply("deleted", number, sent.paragraphs[number].text, by=_who_deleted(returned, number))
        number += 1


def _who_deleted(returned: Returned, number: int) -> str:
    held: ReturnedParagraph | None = next((one for one in returned.paragraphs if number in one.marks), None)
    return _names(held) if held else ""


def _names(paragraph: ReturnedParagraph) -> str:
    return ", ".join(on_one_line(name) for name in paragraph.authors if name)


def _out_of_order(numbers: list[int]) -> set[int]:
    """The fewest that stand elsewhere than they were: all that are not in the longest rising row."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [number]
        ends[at : at + 1] = [index]
    kept: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(numbers[index])
        index = before[index]
    return set(numbers) - kept


def _said(sent: Sent, returned: Returned, places: dict[int, int]) -> Iterator[Reply]:
    ours = _ours(sent, returned, places)
    answered = {_root(returned, at) for at, comment in enumerate(returned.comments) if comment.parent >= 0}
    for at, comment in enumerate(returned.comments):
        asked = ours.get(_root(returned, at)) or _beside(returned, at, ours)
        if asked is None:
            if comment.text:
                yield _comment(comment, places.get(comment.paragraph, -1))
        elif at not in ours:
            yield _answer(comment, asked, comment.text)
        elif more := comment.text[len(asked.text) :].strip():
            yield _answer(comment, asked, more)
        elif comment.done and at not in answered:
            yield Reply("settled", asked.paragraph, words=asked.words, question=asked.text, code=asked.code)


def _ours(sent: Sent, returned: Returned, places: dict[int, int]) -> dict[int, SentComment]:
    """The comments that were sent, by their place among those that came back; an answer may be written behind them."""
    found: dict[int, SentComment] = {}
    rest = list(sent.comments)
    for at, comment in enumerate(returned.comments):
        known = [one for one in rest if comment.parent < 0 and _begins(comment.text, one.text)]
        # The same may be asked in several places.
        known.sort(key=lambda one: one.paragraph != places.get(comment.paragraph, -1))
        if known:
            rest.remove(known[0])
            found[at] = known[0]
    return found


def _beside(returned: Returned, at: int, ours: dict[int, SentComment]) -> SentComment | None:
    """The question on the same words: some programs write an answer as a comment of its own."""
    comment = returned.comments[at]
    if comment.parent >= 0 or not comment.words:
        return None
    spot = (comment.paragraph, comment.words)
    there = [
        one
        for place, one in ours.items()
        if spot == (returned.comments[place].paragraph, returned.comments[place].words)
    ]
    return there[0] if len(there) == 1 else None


def _comment(comment: ReturnedComment, number: int) -> Reply:
    words, by = on_one_line(comment.words), on_one_line(comment.author)
    return Reply("comment", number, new=on_one_line(comment.text), by=by, words=words)


def _answer(comment: ReturnedComment, asked: SentComment, text: str) -> Reply:
    said, by = on_one_line(text), on_one_line(comment.author)
    return Reply("answer", asked.paragraph, "", said, by, asked.words, asked.text, asked.code)


def _begins(text: str, with_: str) -> bool:
    return text == with_ or text.startswith((f"{with_}\n", f"{with_} "))


def _root(returned: Returned, at: int) -> int:
    """The first comment of a thread."""
    seen = {at}
    while (parent := returned.comments[at].parent) >= 0 and parent < len(returned.comments) and parent not in seen:
        seen.add(parent)
        at = parent
    return at
