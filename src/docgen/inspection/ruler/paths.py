"""Takes the objects of a page, gives the visible boxes of its paths and pictures, as PDFium tells them."""

from __future__ import annotations

import ctypes
from typing import Any

from pypdfium2 import raw

from docgen.inspection.ruler.sheet import MM_PER_PT as MM
from docgen.inspection.ruler.sheet import Box, Stroke, around

_NO_MATRIX = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def paths_and_pictures(page: Any) -> tuple[list[Stroke], list[Box]]:
    """Return what is drawn besides glyphs, in the order of the file; forms are opened."""
    height = page.get_height()
    objects = list(page.get_objects())
    paths = (_path(each, height) for each in objects if each.type == raw.FPDF_PAGEOBJ_PATH)
    pictures = [_bounds(each, height) for each in objects if each.type == raw.FPDF_PAGEOBJ_IMAGE]
    return [path for path in paths if path], pictures


def _path(path: Any, height: float) -> Stroke | None:
    """Return the visible part of a path: what its clip leaves; None for a path that only clips."""
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroked)
    if not fill.value and not stroked.value:
        return None
    values = [ctypes.c_uint() for _ in range(4)]
    ask = raw.FPDFPageObj_GetStrokeColor if stroked.value else raw.FPDFPageObj_GetFillColor
    ask(path, *values)
    box = _line_box(path, height) if stroked.value else None
    clip = _clip(path, height)
    seen = _common(box or _bounds(path, height), clip)
    return Stroke(seen, colour_of(values)) if seen else None


def _line_box(path: Any, height: float) -> Box | None:
    """Return the box of a straight stroke with its true thickness; PDFium's own bounds are wider by the pen."""
    if raw.FPDFPath_CountSegments(path) != 2:
        return None
    points = [_transformed(_matrix(path), *_point(raw.FPDFPath_GetPathSegment(path, each))) for each in range(2)]
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(path, width)
    half = width.value * abs(_matrix(path)[3] or 1) * MM / 2
    (x0, y0), (x1, y1) = ((x * MM, (height - y) * MM) for x, y in points)
    flat = abs(y1 - y0) < abs(x1 - x0)
    across, along = (0.0, half) if flat else (half, 0.0)
    return Box(min(x0, x1) - across, min(y0, y1) - along, max(x0, x1) + across, max(y0, y1) + along)


def _clip(path: Any, height: float) -> Box | None:
    """Return the box that the clipping paths leave; WeasyPrint draws a frame and clips it to the border's side."""
    found: Box | None = None
    clip = raw.FPDFPageObj_GetClipPath(path)
    for each in range(max(raw.FPDFClipPath_CountPaths(clip), 0) if clip else 0):
        count = raw.FPDFClipPath_CountPathSegments(clip, each)
        points = [_point(raw.FPDFClipPath_GetPathSegment(clip, each, segment)) for segment in range(count)]
        corners = [Box(x * MM, (height - y) * MM, x * MM, (height - y) * MM) for x, y in points]
        box = around(corners)
        found = box if found is None else box and _common(found, box)
    return found


def _common(one: Box, other: Box | None) -> Box | None:
    if other is None:
        return one
    left, right = max(one.left, other.left), min(one.right, other.right)
    top, bottom = max(one.top, other.top), min(one.bottom, other.bottom)
    return Box(left, top, right, bottom) if left < right and top < bottom else None


def _bounds(thing: Any, height: float) -> Box:
    left, bottom, right, top = thing.get_bounds()
    corners = [_transformed(_outer(thing), x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs) * MM, (height - max(ys)) * MM, max(xs) * MM, (height - min(ys)) * MM)


def _outer(thing: Any) -> tuple[float, ...]:
    """Return the matrix of the form that holds an object; its bounds are told within the form."""
    return tuple(thing.container.get_matrix().get()) if thing.container is not None else _NO_MATRIX


def _matrix(path: Any) -> tuple[float, ...]:
    return tuple(path.get_matrix().get())


def _point(segment: Any) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def _transformed(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def colour_of(values: list[Any]) -> str:
    """Return a colour that PDFium wrote into four numbers as RRGGBB."""
    return "".join(f"{value.value:02X}" for value in values[:3])
