"""Whether a line has room for its dates at the right edge, reckoned from the fonts that ship."""

from __future__ import annotations

from collections.abc import Iterable

from resumekit.markup.flow import Paragraph, Run
from resumekit.render.fonts import folder_faces, shipped_fonts
from resumekit.themes.tokens import Tokens

_LEAST_GAP_PT = 12.0
_SURE = 0.75
"""No text as wide as this many ems a letter is met: below it, there is room without reckoning."""


def dates_need_a_line(paragraph: Paragraph, tokens: Tokens, width_pt: float) -> bool:
    """Whether the dates of a paragraph do not fit behind its words, and stand on a line of their own.

    Word would set what fits of the dates at the right edge and the rest at the left of the next line.
    """
    first = next((index for index, run in enumerate(paragraph.runs) if run.style == "dates"), None)
    if not first:
        return False
    size = max(tokens.paragraph(paragraph.style).size_pt, *(run.size_pt or 0 for run in tokens.runs.values()))
    if sum(len(run.text) for run in paragraph.runs) * size * _SURE < width_pt - _LEAST_GAP_PT:
        return False
    used = 0.0
    for word in _words(paragraph, paragraph.runs[:first], tokens):
        used = word if used + word > width_pt else used + word
    return used + _LEAST_GAP_PT + sum(_words(paragraph, paragraph.runs[first:], tokens)) > width_pt


def _words(paragraph: Paragraph, runs: Iterable[Run], tokens: Tokens) -> Iterable[float]:
    """The width of each word in points, with the space behind it."""
    for run in runs:
        look, wish = tokens.paragraph(paragraph.style), tokens.runs.get(run.style)
        size = wish.size_pt if wish and wish.size_pt is not None else look.size_pt
        bold = wish.bold if wish and wish.bold is not None else look.bold or run.strong
        face = next(
            (
                face
                for face in folder_faces(shipped_fonts()).get(getattr(tokens.fonts, look.font), ())
                if face.bold == bold
            ),
            None,
        )
        for word in run.text.replace("\n", " ").split(" "):
            # Letters of another font are half as wide as high at most in Latin, as wide as high in East Asia.
            yield sum(face.width(c, size) if face and face.has(c) else size for c in f"{word} ")
