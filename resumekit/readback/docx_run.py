"""The runs of a Word paragraph: its words with their look, and what else stands among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from resumekit.readback.docx_package import R, W
from resumekit.readback.docx_style import Look, Styles, whole

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MARKS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}  # fmt: skip
_SKIPPED = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "instrText", "delInstrText", "fldData"))
_PLAIN = Look()
_ICON_POINTS = 40
_EMU = 12_700


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look, or a thing between them; `element` is what a text box holds, `pages` page breaks in it."""

    kind: Literal["text", "box", "image", "icon", "object", "tracked", "link"]
    text: str = ""
    look: Look = _PLAIN
    detail: str = ""
    element: Element | None = None
    pages: int = 0


def runs(parent: Element, styles: Styles, look: Look, targets: dict[str, str]) -> Iterator[Run]:
    """What stands in a paragraph, in its order; `targets` are the addresses of links by their ids."""
    for child in parent:
        if child.tag == f"{W}r":
            yield from _run(child, styles, styles.over(look, child.find(f"{W}rPr")))
        elif child.tag in (f"{W}del", f"{W}moveFrom"):
            yield Run("tracked", "".join(one.text or "" for one in child.iter(f"{W}delText"))[:200], detail="deleted")
        elif child.tag not in _SKIPPED:
            if child.tag == f"{W}hyperlink":
                yield Run("link", _words(child), detail=targets.get(child.get(f"{R}id", ""), ""))
            elif child.tag in (f"{W}ins", f"{W}moveTo"):
                yield Run("tracked", _words(child), detail="inserted")
            yield from runs(child, styles, look, targets)


def _words(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))[:200]


def _run(run: Element, styles: Styles, look: Look) -> Iterator[Run]:
    for child in run:
        local = child.tag.rpartition("}")[2]
        if child.tag == f"{W}t":
            text = (child.text or "").replace("\n", " ")
            yield Run("text", text.upper() if look.capitals else text, look)
        elif child.tag == f"{W}br" and child.get(f"{W}type") in ("page", "column"):
            yield Run("text", "\n", look)
        elif child.tag in _MARKS:
            yield Run("text", _MARKS[child.tag], look)
        elif child.tag == f"{W}lastRenderedPageBreak":
            yield Run("text", "", look, pages=1)
        elif child.tag == f"{W}sym":
            code = child.get(f"{W}char", "")
            yield Run("icon", detail=f"the sign {code} of {child.get(f'{W}font', 'a font of signs')}")
        elif local == "AlternateContent":
            yield from _alternate(child)
        elif local in ("drawing", "pict", "object"):
            yield from _drawn(child)


def _alternate(element: Element) -> Iterator[Run]:
    """The first kind of a thing that is given in several: both would be read twice."""
    for choice in element:
        found = [run for inner in choice for run in _drawn(inner)]
        if found:
            yield from found
            return


def _drawn(element: Element) -> Iterator[Run]:
    """What a drawing holds: text boxes with their words, images, icons, charts."""
    boxes = list(_outer_boxes(element))
    for box in boxes:
        yield Run("box", element=box)
    names = {one.tag.rpartition("}")[2] for one in element.iter()}
    if names & {"blip", "imagedata"}:
        wide, high = _points(element)
        described = next((one.get("descr", "") for one in element.iter() if one.tag.endswith("}docPr")), "")
        small = 0 < max(wide, high) <= _ICON_POINTS
        yield Run("icon" if small else "image", described, detail=f"{wide:.0f} × {high:.0f} points" if wide else "")
    elif names & {"chart", "relIds", "OLEObject"}:
        words = " / ".join(one.text for one in element.iter() if one.tag.endswith("}t") and one.text)
        yield Run("object", words[:200], detail="a chart, a diagram or an object of another program")


def _outer_boxes(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        else:
            yield from _outer_boxes(child)


def _points(element: Element) -> tuple[float, float]:
    for one in element.iter():
        if one.tag.endswith("}extent"):
            return whole(one.get("cx", "")) / _EMU, whole(one.get("cy", "")) / _EMU
    return 0, 0
