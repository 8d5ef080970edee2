"""Letters that a machine cannot search: ligatures, signs without a meaning, icons, words spaced letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from resumekit.readback.foreign import Feature, FeatureKind, ForeignLine

_LIGATURES = re.compile("\\S*[\ufb00-\ufb06]\\S*")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_GARBLED = re.compile("\\S*[\ufffd\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]\\S*|\\(cid:\\d+\\)")
_PICTURES = re.compile("[\u2600-\u26ff\u2700-\u2712\u2715-\u27bf\u260e\u2709\U0001f300-\U0001faff]")
_STARS = re.compile("[\u2605\u2606\u25cf\u25cb\u25a0\u25a1\u2588\u2591]{3,}")
_SEARCHED = 2_000
_SPACED = re.compile(r"(?:\b[^\W\d_] ){3,}[^\W\d_]\b")


def glyph_features(lines: Iterable[ForeignLine]) -> Iterator[Feature]:
    """What of these lines no search finds, a feature a kind and line."""
    kinds: tuple[tuple[FeatureKind, re.Pattern[str], str], ...] = (
        ("ligature", _LIGATURES, "ligature characters stand where letters should"),
        ("glyph", _GARBLED, "signs that mean nothing to a machine"),
        ("icon", _PRIVATE, "a sign of an icon font, which means nothing to a machine"),
        ("icon", _PICTURES, "a picture sign, which machines drop or garble"),
        ("icon", _STARS, "a rating drawn with signs, which says nothing to a machine"),
        ("letter spacing", _SPACED, "a word is spaced letter by letter, so that no search finds it"),
    )
    for line in lines:
        for kind, pattern, detail in kinds:
            found = pattern.findall(line.text[:_SEARCHED])
            if found:
                yield Feature(kind, line.page, line.number, " ".join(found)[:200], detail, len(found), line.where)
