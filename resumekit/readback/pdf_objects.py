"""What is drawn on a page of a PDF: images, icons, bands of colour, fonts."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

from resumekit.readback.foreign import Feature, Font

_ICON_POINTS = 40
_OBJECTS = 20_000
_DEPTH = 6
_IMAGE = 400
"""An image smaller than this, in square points, is no picture; it may be an icon."""
_STANDARD = (
    "Helvetica", "Times", "Courier", "Symbol", "ZapfDingbats", "Arial", "TimesNewRoman",
)  # fmt: skip


@dataclass(slots=True)
class Shapes:
    """The things drawn; `bands` are filled areas that are not white: left, bottom, right, top."""

    features: list[Feature] = field(default_factory=list)
    fonts: list[Font] = field(default_factory=list)
    images: list[float] = field(default_factory=list)
    bands: list[tuple[float, float, float, float]] = field(default_factory=list)

    def is_behind(self, x: float, y: float) -> bool:
        """Whether a colour or an image stands behind this place."""
        return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in self.bands)


def read_shapes(page: Any, number: int, area: float) -> Shapes:
    """What is drawn on a page with this number."""
    from pypdfium2 import raw

    out = Shapes()
    fonts: dict[str, Font] = {}
    icons = 0
    for count, item in enumerate(page.get_objects(max_depth=_DEPTH)):
        if count > _OBJECTS:
            break
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            font = _font(raw, item)
            if font and font.name:
                fonts.setdefault(font.name, font)
            continue
        left, bottom, right, top = item.get_bounds()
        wide, high = right - left, top - bottom
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            out.bands.append((left, bottom, right, top))
            if max(wide, high) <= _ICON_POINTS:
                icons += 1
            elif wide * high > _IMAGE:
                out.images.append(min(wide * high, area))
                out.features.append(
                    Feature("image", number, detail=f"{wide:.0f} × {high:.0f} points, {_side(left, bottom, page)}")
                )
        elif (item.type == raw.FPDF_PAGEOBJ_PATH and _is_coloured(raw, item)) or item.type == raw.FPDF_PAGEOBJ_SHADING:
            out.bands.append((left, bottom, right, top))
    if icons:
        out.features.append(Feature("icon", number, detail="small images, which say nothing to a machine", count=icons))
    out.fonts = list(fonts.values())
    return out


def _side(left: float, bottom: float, page: Any) -> str:
    width, height = page.get_size()
    return f"{'top' if bottom > height / 2 else 'bottom'} {'right' if left > width / 2 else 'left'}"


def _is_coloured(raw: Any, item: Any) -> bool:
    """Whether a shape is filled with something other than white."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(mode), ctypes.byref(stroke))
    if not mode.value:
        return False
    colors = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(item, *(ctypes.byref(one) for one in colors)):
        return True
    *color, alpha = (one.value for one in colors)
    return alpha > 40 and min(color) < 0xE6


def _font(raw: Any, item: Any) -> Font | None:
    font = raw.FPDFTextObj_GetFont(item)
    if not font:
        return None
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace")
    plain = name.partition("+")[2] if name[6:7] == "+" else name
    return Font(plain, embedded=raw.FPDFFont_GetIsEmbedded(font) == 1)
