"""Tokens: a theme's fonts, sizes, spacing and colours, which make both its CSS and its Word styles."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from resumekit.markup.vocabulary import PARAGRAPHS

Points = Annotated[float, Field(ge=0, le=200)]
Millimetres = Annotated[float, Field(ge=0, le=100)]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
FontRole = Literal["body", "heading", "name"]
ColourName = Literal["text", "accent", "muted", "rule"]

WORD_FONTS = {"Carlito": "Calibri", "Caladea": "Cambria", "Liberation Sans": "Arial"}
"""The font Word users have for each font that ships: the same widths, so the same line breaks."""


class _Tokens(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Fonts(_Tokens):
    """Family names as the PDF uses them; the DOCX names their Word twins."""

    body: str
    heading: str
    name: str

    def word(self, role: FontRole) -> str:
        family: str = getattr(self, role)
        return WORD_FONTS.get(family, family)


class Colours(_Tokens):
    """Each at least 4.5 : 1 on white, except `rule`, which no word is set in but those that a first scan passes over."""

    text: Colour
    accent: Colour
    muted: Colour
    rule: Colour


class Page(_Tokens):
    """Margins in millimetres; the paper's size comes from the document."""

    margin_top_mm: Millimetres
    margin_bottom_mm: Millimetres
    margin_side_mm: Millimetres


class Rule(_Tokens):
    """A line below a paragraph, across the text."""

    kind: Literal["none", "single", "double"] = "none"
    width_pt: Points = 0.5
    gap_pt: Points = 2


class ParagraphTokens(_Tokens):
    """How one paragraph style looks. `line_pt` is the exact distance of base lines."""

    font: FontRole = "body"
    size_pt: Points
    line_pt: Points
    before_pt: Points = 0
    after_pt: Points = 0
    bold: bool = False
    italic: bool = False
    colour: ColourName = "text"
    align: Literal["left", "centre"] = "left"
    indent_mm: Millimetres = 0
    hanging_mm: Millimetres = 0
    rule: Rule = Rule()


class RunTokens(_Tokens):
    """How one character style differs from its paragraph; None leaves it as it is."""

    size_pt: Points | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: ColourName | None = None


LEAST_BODY_PT, LEAST_MARGIN_MM = 10.0, 16.0


def _compacted(style: ParagraphTokens) -> ParagraphTokens:
    """Body sizes down to the least there is; what is larger or smaller stays."""
    if not LEAST_BODY_PT < style.size_pt <= LEAST_BODY_PT + 1:
        return style
    return style.model_copy(
        update={"size_pt": LEAST_BODY_PT, "line_pt": min(style.line_pt - (style.size_pt - LEAST_BODY_PT), 13)}
    )


class Tokens(_Tokens):
    """Everything a theme decides. `paragraphs` has each row of the markup profile."""

    name: str
    summary: str
    fonts: Fonts
    colours: Colours
    page: Page
    separator: str = " | "
    """Parts the pieces of the contact line."""
    bullet: str = "•"
    tightest: Annotated[float, Field(ge=0.5, le=1)] = 0.8
    """How far spacing may be drawn in to save a page, as a share of itself."""
    paragraphs: dict[str, ParagraphTokens]
    runs: dict[str, RunTokens] = {}

    def paragraph(self, style: str) -> ParagraphTokens:
        return self.paragraphs[style]

    def at_density(self, density: float) -> Tokens:
        """The same theme with its spacing drawn in to this share; sizes of type and line stay, so it reads as before."""
        if density == 1:
            return self
        return self.model_copy(
            update={
                "paragraphs": {
                    name: style.model_copy(
                        update={
                            "before_pt": round(style.before_pt * density, 2),
                            "after_pt": round(style.after_pt * density, 2),
                        }
                    )
                    for name, style in self.paragraphs.items()
                }
            }
        )

    def compact(self) -> Tokens:
        """The last step before a page is given up: body type at 10 pt, and margins at 16 mm, where they were larger."""
        return self.model_copy(
            update={
                "page": self.page.model_copy(
                    update={
                        name: min(getattr(self.page, name), LEAST_MARGIN_MM) for name in type(self.page).model_fields
                    }
                ),
                "paragraphs": {name: _compacted(style) for name, style in self.paragraphs.items()},
            }
        )

    def missing_styles(self) -> tuple[str, ...]:
        return tuple(name for name in PARAGRAPHS if name not in self.paragraphs)
