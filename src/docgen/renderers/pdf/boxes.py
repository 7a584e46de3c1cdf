"""Takes what WeasyPrint asks of boxes and styles thousands of times in a paper, gives the same answers by a short way."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure.boxes import Box

_IN_FLOW = frozenset({"static", "relative", "sticky"})

_is_in_flow = Box.is_in_normal_flow


def is_in_flow(box: Any) -> bool:
    """Tell whether a box stands where it is written, as WeasyPrint does."""
    style = box.style
    if style["float"] == "none" and (position := style["position"]).__class__ is str and position in _IN_FLOW:
        return True
    return bool(_is_in_flow(box))


def color_of(style: Any, key: str) -> Any:
    """Return a colour of a style, as WeasyPrint does: a colour is not compared with a word."""
    value = style[key]
    return style["color"] if isinstance(value, str) and value == "currentcolor" else value
