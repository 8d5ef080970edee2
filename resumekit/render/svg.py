"""Make a figure's SVG safe to set inside a page: shapes and words only."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from resumekit.errors import ThemeError

_NAMESPACE = "http://www.w3.org/2000/svg"
_SHAPES = frozenset(
    "svg g path rect circle ellipse line polyline polygon text tspan defs linearGradient radialGradient stop"
    " clipPath title desc".split()
)
_REFERENCE = re.compile(r"url\(\s*(?!#)|expression\(|javascript:|@import|\\", re.IGNORECASE)


def safe_svg(svg: str, alt: str, width_mm: float) -> str:
    """The drawing without scripts, handlers, styles and outside references, named by `alt`.

    Raises:
        ThemeError: it is not SVG.
    """
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        raise ThemeError("a figure's SVG must not declare a document type or entities")
    try:
        root = ET.fromstring(svg)  # noqa: S314 - no document type, so no entities to expand
    except ET.ParseError as error:
        raise ThemeError(f"a figure is not well-formed SVG: {error}") from None
    if _local(root.tag) != "svg":
        raise ThemeError(f"a figure must be SVG; its root is <{_local(root.tag)}>")
    clean = _clean(root)
    for child in [child for child in clean if _local(child.tag) == "title"]:
        clean.remove(child)
    title = ET.Element(f"{{{_NAMESPACE}}}title")
    # WeasyPrint takes a drawing's alternative text from its title.
    title.text = alt
    clean.insert(0, title)
    clean.set("role", "img")
    clean.set("aria-label", alt)
    clean.set("width", f"{width_mm:g}mm")
    clean.attrib.pop("height", None)
    if height := _height(root, width_mm):
        clean.set("height", f"{height:.3f}mm")
    ET.register_namespace("", _NAMESPACE)
    return ET.tostring(clean, encoding="unicode")


def _clean(element: ET.Element) -> ET.Element:
    out = ET.Element(f"{{{_NAMESPACE}}}{_local(element.tag)}")
    out.text, out.tail = element.text, element.tail
    for name, value in element.attrib.items():
        local = _local(name).lower()
        if not local.startswith("on") and local not in ("href", "style", "src") and not _REFERENCE.search(value):
            out.set(_local(name), value)
    for child in element:
        if _local(child.tag) in _SHAPES:
            out.append(_clean(child))
    return out


def _height(root: ET.Element, width_mm: float) -> float:
    """The height that goes with the width, from the drawing's own box; 0 when it has none."""
    box = re.split(r"[ ,]+", root.get("viewBox", "").strip())
    if len(box) != 4:
        return 0
    try:
        width, height = float(box[2]), float(box[3])
    except ValueError:
        return 0
    return width_mm * height / width if width > 0 else 0


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
