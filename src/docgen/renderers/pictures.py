"""Takes a picture's or a chart's token and a width, gives its mark in the format that is being rendered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeAlias

from msgspec import Struct

from docgen.counted import CHART_TOKEN, Chart
from docgen.errors import TemplateError
from docgen.renderers.rendering import PictureData
from docgen.view import PICTURE_TOKEN

PICTURE_FILTER = "图片"
WIDTH_ARGUMENT, HEIGHT_ARGUMENT = "宽", "高"
DEFAULT_WIDTH = "120mm"
# Of the 225 mm that a page has (GB/T 9704, 5.2.1), room is left for the caption and a line of text.
MOST_HEIGHT_MM = 200.0
MOST_CHART = 100_000
"""How many characters a chart's token may have: a page has room for the numbers of far fewer."""
_LENGTH = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(mm|cm)")
_MM = {"mm": 1.0, "cm": 10.0}


class Placed(Struct, frozen=True):
    """A picture of this view with the size in mm at which the template puts it, and what it is called by who cannot see it."""

    sha256: str
    picture: PictureData
    width_mm: float
    height_mm: float
    words: str = ""


Painter: TypeAlias = Callable[[Placed], str]
ChartPainter: TypeAlias = Callable[[Chart, float], str]


class _Easel(Struct, frozen=True):
    pictures: Mapping[str, PictureData]
    paint: Painter
    draw: ChartPainter


_easel: ContextVar[_Easel] = ContextVar("easel")


@contextmanager
def painting(pictures: Mapping[str, PictureData], paint: Painter, draw: ChartPainter) -> Iterator[None]:
    """Let the filter resolve these pictures, and no others, by `paint`, and charts by `draw`, while one paper is rendered."""
    token = _easel.set(_Easel(pictures, paint, draw))
    try:
        yield
    finally:
        _easel.reset(token)


def no_picture(_placed: Placed) -> str:
    """Paint nothing: for formats that hold text only."""
    return ""


def no_chart(_chart: Chart, _width_mm: float) -> str:
    """Draw nothing: where the numbers stand in a table alone."""
    return ""


def place(token: object, *arguments: object, **options: Any) -> object:
    """Resolve the token of a picture or a chart; what is no token of this view's stays as it is.

    The width is the first argument or the one named 宽, in mm or cm; 高 is the most that a picture may be high. Raise
    TemplateError for any other.
    """
    easel = _easel.get()
    width, most = _box(arguments, options)
    if isinstance(token, str) and token.startswith(CHART_TOKEN):
        return easel.draw(_chart(token), width)
    picture = easel.pictures.get(_sha256(token))
    if picture is None:
        return token
    return easel.paint(_fitted(_sha256(token), picture, width, most))


def _chart(token: str) -> Chart:
    """Read a chart's token; raise TemplateError where somebody's own text only begins like one."""
    if len(token) > MOST_CHART:
        raise TemplateError("chart-unreadable", {"value": token[:40]})
    try:
        return Chart.of_token(token)
    except (ValueError, TypeError) as error:
        raise TemplateError("chart-unreadable", {"value": token[:40]}) from error


def _sha256(token: object) -> str:
    return token.removeprefix(PICTURE_TOKEN) if isinstance(token, str) and token.startswith(PICTURE_TOKEN) else ""


def _box(arguments: tuple[object, ...], options: Mapping[str, object]) -> tuple[float, float]:
    """Read the width and the most height in mm."""
    widths = [*arguments, *(value for name, value in options.items() if name != HEIGHT_ARGUMENT)] or [DEFAULT_WIDTH]
    width = _millimetres(widths[0])
    most = _millimetres(options[HEIGHT_ARGUMENT]) if HEIGHT_ARGUMENT in options else MOST_HEIGHT_MM
    if not width or not most or len(widths) > 1 or set(options) - {WIDTH_ARGUMENT, HEIGHT_ARGUMENT}:
        given = [*arguments, *options.values(), *options]
        raise TemplateError("picture-width", {"value": " ".join(str(each) for each in given)})
    return width, min(most, MOST_HEIGHT_MM)


def _millimetres(text: object) -> float:
    """Read a length; 0 where it is none."""
    parsed = _LENGTH.fullmatch(str(text).strip())
    return float(parsed[1]) * _MM[parsed[2]] if parsed else 0.0


def _fitted(sha256: str, picture: PictureData, width_mm: float, most_mm: float) -> Placed:
    height_mm = width_mm * picture.height / picture.width
    shrink = min(1.0, most_mm / height_mm)
    return Placed(sha256, picture, width_mm * shrink, height_mm * shrink)
