"""Where the dates of a line stand, reckoned from the fonts: a fifth faster than letting the layout engine find out."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from resumekit.markup.flow import Paragraph, Run
from resumekit.render.font_file import FontFile
from resumekit.render.fonts import Faces
from resumekit.render.stylesheet import PAPER_MM, Paper
from resumekit.themes.tokens import ParagraphTokens, Tokens

_POINTS = 72 / 25.4
_LEAST_GAP_PT = 12.0
_WIDE = "\u2003"
_INVISIBLE = "\u2060"
"""WeasyPrint leaves out text that is white space only; a word joiner is neither that nor a glyph."""
_REACH = 2.5
"""Wide spaces this many of their widths apart: pdfminer, and readers that follow it, take what is three apart for
another column, and would read the dates of a role after its bullets."""
_SLACK_PT = 0.05
"""Layout rounds to 1/1024 of a pixel; without this much to spare the dates could fall to the next line."""


class Dates:
    """Reckons, for one theme on one paper, the space between what is dated and its dates."""

    def __init__(self, tokens: Tokens, faces: Faces, paper: Paper) -> None:
        self.tokens, self.faces = tokens, faces
        self.line_pt = (PAPER_MM[paper][0] - 2 * tokens.page.margin_side_mm) * _POINTS

    def gap(self, what: Iterable[Run], when: Iterable[Run], paragraph: Paragraph) -> str | None:
        """What stands between a line and its dates; None when that can't be known, nothing when the line has no room."""
        style = self.tokens.paragraph(paragraph.style)
        if style.align != "left":
            return None
        widths = [self._width(run, style) for run in (*what, Run(" "), *when)]
        wide = self._width(Run(_WIDE), style)
        if wide is None or None in widths:
            return None
        room = self.line_pt - (style.indent_mm - style.hanging_mm) * _POINTS - _SLACK_PT
        gap = room - sum(width for width in widths if width is not None)
        if gap < _LEAST_GAP_PT:
            return ""
        count = ceil(gap / (wide * _REACH))
        # The joiner, though it has no width, is spaced as a letter is.
        space = (gap - wide * count) / (count + 1)
        return f' <span style="letter-spacing: {space:.3f}pt">{_INVISIBLE}{_WIDE * count}</span>'

    def _width(self, run: Run, style: ParagraphTokens) -> float | None:
        """The run's width in points; None when a character is not in its face, and comes from another."""
        size, bold, italic = style.size_pt, style.bold, style.italic
        for name in (run.style, "em" if run.em else "", "strong" if run.strong else "", "a" if run.link else ""):
            if change := self.tokens.runs.get(name):
                size = size if change.size_pt is None else change.size_pt
                bold = bold if change.bold is None else change.bold
                italic = italic if change.italic is None else change.italic
        face = self._face(getattr(self.tokens.fonts, style.font), bold, italic)
        if face is None or not all(face.has(character) for character in run.text):
            return None
        return face.width(run.text, size)

    def _face(self, family: str, bold: bool, italic: bool) -> FontFile | None:
        return next((face for face in self.faces[family] if (face.bold, face.italic) == (bold, italic)), None)
