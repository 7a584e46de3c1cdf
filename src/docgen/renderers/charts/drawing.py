"""Takes a chart and a width, gives its drawing in black, greys and the papers' red: the one door to matplotlib.

What is drawn holds in black-and-white print: series differ by hatch, marker and dashes, and numbers stand beside them.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from threading import Lock
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure as Sheet
from matplotlib.font_manager import FontPath, FontProperties
from msgspec import Struct

from docgen.page.fonts import Role
from docgen.page.style import RED
from docgen.page.units import MM_PER_INCH
from docgen.renderers.charts.faces import face_for
from docgen.view import Chart, ChartKind, Figure, Series

PRINT_DPI = 300
HEIGHT_OF_WIDTH = {ChartKind.RADAR: 0.72, ChartKind.LINES: 0.5}
BAR_MM, BARS_AROUND_MM = 8.0, 16.0
TITLE_PT, LABEL_PT, VALUE_PT = 12.0, 10.5, 9.0
INK, GREY, PALE = "#222222", "#777777", "#CCCCCC"
LEAST_SPOKES = 3
RINGS = (0.25, 0.5, 0.75, 1.0)
LABELS_AT, FRAME_AT = 1.1, 1.32
LINES_ROOM, BARS_ROOM, NAMES_APART = 0.25, 1.16, 0.62
FILL_STRENGTH = 0.10
# The same bytes on every day and by every process.
_SETTINGS: Any = {"svg.fonttype": "path", "svg.hashsalt": "docgen", "hatch.linewidth": 0.6, "axes.unicode_minus": False}


class Pen(Struct, frozen=True):
    """How one series is told from the others, without colours too."""

    colour: str
    face: str
    hatch: str
    marker: str
    dashes: str


PENS = (
    Pen(f"#{RED}", f"#{RED}", "", "o", "-"),
    Pen(INK, "#FFFFFF", "////", "s", "--"),
    Pen(GREY, PALE, "", "^", "-."),
    Pen(INK, "#FFFFFF", "....", "D", ":"),
)
_drawing = Lock()
ALONE = Pen(INK, "#8C8C8C", "", "o", "-")


def as_svg(chart: Chart, width_mm: float) -> bytes:
    """Return the chart as an svg file, without a date."""
    return _saved(chart, width_mm, "svg", {"Date": None, "Creator": None, "Format": None, "Type": None})


def as_png(chart: Chart, width_mm: float) -> tuple[bytes, int, int]:
    """Return the chart as a PNG of 300 dpi that says nothing of what made it, with its size in pixels."""
    content = _saved(chart, width_mm, "png", {"Software": None})
    width, height = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
    return content, width, height


def _saved(chart: Chart, width_mm: float, format: str, metadata: dict[str, None]) -> bytes:
    # matplotlib's settings and fonts are those of the whole process: one chart is drawn at a time.
    with _drawing, mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        out = io.BytesIO()
        _sheet(chart, width_mm).savefig(
            out, format=format, dpi=PRINT_DPI, metadata=metadata, transparent=format == "svg"
        )
    return out.getvalue()


def _sheet(chart: Chart, width_mm: float) -> Sheet:
    kind = ChartKind.BARS if len(chart.categories) < LEAST_SPOKES and chart.kind is ChartKind.RADAR else chart.kind
    height_mm = width_mm * HEIGHT_OF_WIDTH.get(kind, 0)
    if kind is ChartKind.BARS:
        height_mm = BARS_AROUND_MM + BAR_MM * len(chart.categories) * max(1.0, 0.6 * len(chart.series))
    inch = float(MM_PER_INCH)
    sheet = Sheet(figsize=(width_mm / inch, height_mm / inch), layout="constrained")
    axes = sheet.add_subplot()
    axes.set_title(chart.title, fontproperties=_font(chart.title, Role.HEI, TITLE_PT), color=INK, pad=10)
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_visible(False)
    _DRAWERS[kind](axes, chart)
    return sheet


def _pens(chart: Chart) -> list[tuple[int, Series, Pen]]:
    if len(chart.series) == 1:
        return [(0, chart.series[0], PENS[0] if chart.kind is not ChartKind.BARS else ALONE)]
    return [(index, each, PENS[index % len(PENS)]) for index, each in enumerate(chart.series)]


def _draw_bars(axes: Any, chart: Chart) -> None:
    most = chart.most or max(*(float(each.value) for each in chart.figures), *(at for _, at in chart.marks), 0)
    rows, thick = len(chart.categories), 0.62 / len(chart.series)
    for index, series, pen in _pens(chart):
        at = [row + (index - (len(chart.series) - 1) / 2) * thick for row in range(rows)]
        values = [0.0 if each is None else float(each.value) for each in series.values]
        bars = axes.barh(
            at, values, thick * 0.88, color=pen.face, edgecolor=pen.colour, hatch=pen.hatch, lw=0.6, label=series.name
        )
        for row, (bar, value, y) in enumerate(zip(bars, series.values, at, strict=True)):
            bar.set_gid(f"series-{index}-{row}")
            if value is not None:
                _write(axes, float(value.value) + most * 0.012, y, value.text, VALUE_PT, ha="left", va="center")
    for row, name in enumerate(chart.categories):
        _write(axes, -most * 0.015, row, name, LABEL_PT, ha="right", va="center")
    axes.plot([0, 0], [-0.6, rows - 0.4], color=INK, lw=0.8)
    for name, at_value in chart.marks:
        axes.plot([at_value, at_value], [-0.5, rows - 0.4], color=f"#{RED}", lw=0.8, ls=(0, (4, 3)), zorder=3)
        _write(axes, at_value, -0.55, name, VALUE_PT, ha="center", va="bottom", color=f"#{RED}")
    axes.set_xlim(0, most * BARS_ROOM)
    axes.set_ylim(rows - 0.35, -0.75)
    _legend(axes, chart)


def _draw_lines(axes: Any, chart: Chart) -> None:
    last = len(chart.categories) - 1
    shown = [float(each.value) for each in chart.figures] + [at for _, at in chart.marks]
    low, high = min(shown), max(shown)
    room = (high - low or abs(high) or 1) * LINES_ROOM
    for index, series, pen in _pens(chart):
        points = [math.nan if each is None else float(each.value) for each in series.values]
        (line,) = axes.plot(points, color=pen.colour, ls=pen.dashes, marker=pen.marker, lw=1.2, ms=4.5)
        line.set_gid(f"series-{index}")
        side = 1 if index % 2 == 0 else -1
        for at, value in enumerate(series.values):
            if value is not None:
                y = float(value.value) + side * room * 0.22
                _write(axes, at, y, value.text, VALUE_PT, ha="center", va="bottom" if side > 0 else "top")
    if len(chart.series) > 1:
        _name_lines(axes, chart, room)
    for at, name in enumerate(chart.categories):
        _write(axes, at, low - room * 1.5, name, LABEL_PT, ha="center", va="top")
    for name, at_value in chart.marks:
        axes.plot([-0.4, last + 0.4], [at_value, at_value], color=GREY, lw=0.7, ls=(0, (4, 3)))
        _write(axes, -0.42, at_value, name, VALUE_PT, ha="right", va="center", color=GREY)
    axes.plot([-0.4, last + 0.4], [low - room * 1.3] * 2, color=INK, lw=0.8)
    axes.set_xlim(-0.5, last + (0.5 if len(chart.series) == 1 else 0.8))
    axes.set_ylim(low - room * 2.2, high + room)


def _name_lines(axes: Any, chart: Chart, room: float) -> None:
    """Write each line's name beside its last point, one above the other where they end together."""
    ends = []
    for _, series, pen in _pens(chart):
        at = max(place for place, value in enumerate(series.values) if value is not None)
        ends.append((float(getattr(series.values[at], "value", 0)), at, series.name, pen.colour))
    above = -math.inf
    for y, at, name, colour in sorted(ends):
        above = max(y, above + room * NAMES_APART)
        _write(axes, at + 0.12, above, name, LABEL_PT, ha="left", va="center", color=colour)


def _draw_radar(axes: Any, chart: Chart) -> None:
    most = chart.most or max(float(each.value) for each in chart.figures) or 1.0
    turns = [math.pi / 2 - 2 * math.pi * index / len(chart.categories) for index in range(len(chart.categories))]
    for ring in RINGS:
        axes.fill(
            *_corners(turns, [ring] * len(turns)), fill=False, edgecolor=PALE, lw=0.8 if ring == RINGS[-1] else 0.5
        )
    for turn, name in zip(turns, chart.categories, strict=True):
        axes.plot([0, math.cos(turn)], [0, math.sin(turn)], color=PALE, lw=0.5)
        _write_around(axes, turn, name)
    for index, series, pen in _pens(chart):
        known = [(turn, value) for turn, value in zip(turns, series.values, strict=True) if value is not None]
        xs, ys = _corners([turn for turn, _ in known], [float(value.value) / most for _, value in known])
        axes.plot(xs, ys, ls="", marker=pen.marker, color=pen.colour, ms=3.5)
        (shape,) = axes.fill(xs, ys, edgecolor=pen.colour, facecolor="none", ls=pen.dashes, lw=1.3, label=series.name)
        shape.set_gid(f"series-{index}")
        if len(chart.series) == 1:
            shape.set_facecolor((*mpl.colors.to_rgb(pen.colour), FILL_STRENGTH))
            for turn, value in known:
                _write_inside(axes, turn, value, float(value.value) / most)
    axes.set_xlim(-FRAME_AT * 1.25, FRAME_AT * 1.25)
    axes.set_ylim(-FRAME_AT, FRAME_AT)
    axes.set_aspect("equal")
    _legend(axes, chart)


def _corners(turns: list[float], lengths: list[float]) -> tuple[list[float], list[float]]:
    pairs = list(zip(turns, lengths, strict=True))
    return [far * math.cos(turn) for turn, far in pairs], [far * math.sin(turn) for turn, far in pairs]


def _write_around(axes: Any, turn: float, name: str) -> None:
    x, y = math.cos(turn), math.sin(turn)
    side = "center" if abs(x) < 0.2 else "left" if x > 0 else "right"
    height = "center" if abs(y) < 0.9 else "bottom" if y > 0 else "top"
    _write(axes, LABELS_AT * x, LABELS_AT * y, name, LABEL_PT, ha=side, va=height)


def _write_inside(axes: Any, turn: float, value: Figure, far: float) -> None:
    at = max(far - 0.14, 0.06)
    _write(axes, at * math.cos(turn), at * math.sin(turn), value.text, VALUE_PT, ha="center", va="center")


def _legend(axes: Any, chart: Chart) -> None:
    if len(chart.series) > 1:
        font = _font("".join(each.name for each in chart.series), Role.FANG, LABEL_PT)
        axes.legend(prop=font, frameon=False, loc="upper center", bbox_to_anchor=(0.5, 0.0), ncols=len(chart.series))


def _write(axes: Any, x: float, y: float, text: str, size: float, **how: str) -> None:
    font = _font(text, Role.FANG, size)
    axes.text(x, y, text, fontproperties=font, parse_math=False, **({"color": INK} | how))


def _font(text: str, role: Role, size: float) -> FontProperties:
    """Return the face that draws a text, in pt; matplotlib's own where this machine has nothing Chinese."""
    face = face_for(text, role)
    file = FontPath(str(face.path), face.number) if face else None
    return FontProperties(fname=file, size=size)


_DRAWERS: dict[ChartKind, Callable[[Any, Chart], None]] = {
    ChartKind.BARS: _draw_bars,
    ChartKind.LINES: _draw_lines,
    ChartKind.RADAR: _draw_radar,
}
