"""Takes a chart and a width, gives its drawing: vectors for a page, a picture for a Word file, its numbers in words."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from docgen.view import Chart

__all__ = ["png", "svg", "words_of"]

COLON, BETWEEN = "：", "，"
# A page that is made as html and as pdf draws each of its charts once.
_KEPT = 64
_PREFIX = "chart-{}"
_LETTERS = 8


@lru_cache(maxsize=_KEPT)
def svg(chart: Chart, width_mm: float) -> str:
    """Return a chart as an element of a page; its letters are outlines, so that no machine sets them otherwise."""
    from docgen.renderers.charts.drawing import as_svg
    from docgen.renderers.charts.vectors import element

    prefix = hashlib.sha256(f"{chart.token} {width_mm}".encode()).hexdigest()
    return element(as_svg(chart, width_mm), chart.title, _PREFIX.format(prefix[:_LETTERS]))


@lru_cache(maxsize=_KEPT)
def png(chart: Chart, width_mm: float) -> tuple[bytes, int, int]:
    """Return a chart as a PNG in print resolution, with its width and height in pixels."""
    from docgen.renderers.charts.drawing import as_png

    return as_png(chart, width_mm)


def words_of(chart: Chart) -> str:
    """Return what a chart says to who cannot see it: its title, and each number."""
    many = len(chart.series) > 1
    said = [
        f"{name}{each.name if many else ''}{value.text}"
        for each in chart.series
        for name, value in zip(chart.categories, each.values, strict=True)
        if value is not None
    ]
    return f"{chart.title}{COLON}{BETWEEN.join(said)}"
