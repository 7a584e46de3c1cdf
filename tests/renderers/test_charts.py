"""Takes charts, gives what is drawn: as many shapes as series, every label, the same bytes in every process."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree

from docgen.errors import TemplateError
from docgen.formats import Format
from docgen.renderers import render
from docgen.renderers.charts import png, svg, words_of
from docgen.renderers.charts.vectors import SVG
from docgen.view import Chart, ChartKind, Figure, Series

NAMES = ("甲支部", "乙支部", "丙支部", "䶮支部")
FIRST = Series("上期", (Figure(80, "80"), Figure(72.5, "72.5"), None, Figure(91, "91")))
SECOND = Series("本期", (Figure(85, "85"), Figure(90, "90"), Figure(60, "60"), Figure(99, "99")))
AGAIN = """
from docgen.renderers.charts import png, svg
from docgen.view import Chart
import hashlib, sys
chart = Chart.of_token(sys.argv[1])
print(hashlib.sha256(svg(chart, 120.0).encode() + png(chart, 120.0)[0]).hexdigest())
"""


def chart(kind: ChartKind, *series: Series, **more: Any) -> Chart:
    return Chart(kind, "各支部得分", NAMES, series or (FIRST, SECOND), **more)


def drawn(given: Chart) -> etree._Element:
    return etree.fromstring(svg(given, 130.0).encode())


def shapes(root: etree._Element, index: int) -> list[etree._Element]:
    """Return the shapes of a series, those that only define something left out."""
    named = re.compile(rf"chart-[0-9a-f]+-series-{index}(-\d+)?")
    groups = [each for each in root.iter(f"{{{SVG}}}g") if named.fullmatch(str(each.get("id", "")))]
    return [path for group in groups for path in group.findall(f"{{{SVG}}}path")]


def said(root: etree._Element) -> set[str]:
    return {str(each.get("aria-label")) for each in root.iter(etree.Element) if each.get("aria-label")}


@pytest.mark.parametrize("kind", [ChartKind.RADAR, ChartKind.LINES])
def test_each_series_is_one_shape(kind: ChartKind) -> None:
    root = drawn(chart(kind))

    assert [len(shapes(root, index)) for index in range(3)] == [1, 1, 0]


def test_the_polygon_of_a_radar_has_a_corner_for_each_figure() -> None:
    root = drawn(chart(ChartKind.RADAR))

    corners = [shapes(root, index)[0].get("d", "").count("L") for index in range(2)]
    assert corners == [3, 4], "a line from each corner to the next, the last back to the first"
    assert all(shapes(root, index)[0].get("d", "").strip().endswith("z") for index in range(2))


def test_bars_are_as_long_as_their_figures() -> None:
    root = drawn(chart(ChartKind.BARS, SECOND))

    lengths = [_width(path) for path in shapes(root, 0)]
    assert len(lengths) == len(NAMES)
    assert [round(length / lengths[-1] * 99, 1) for length in lengths] == [85, 90, 60, 99]


@pytest.mark.parametrize("kind", list(ChartKind))
def test_every_label_is_drawn_and_said(kind: ChartKind) -> None:
    wanted = {"各支部得分", *NAMES}
    if kind is not ChartKind.RADAR:
        wanted |= {"80", "72.5", "91", "85", "90", "60", "99"}

    assert wanted <= said(drawn(chart(kind)))
    assert {"上期", "本期"} <= said(drawn(chart(kind)))


def test_a_radar_of_one_series_says_its_figures() -> None:
    assert {"85", "90", "60", "99"} <= said(drawn(chart(ChartKind.RADAR, SECOND)))


def test_a_mark_is_named() -> None:
    assert "先进 90" in said(drawn(chart(ChartKind.BARS, SECOND, marks=(("先进 90", 90.0),))))


def test_letters_are_outlines_and_nothing_is_fetched_or_styled_for_the_page() -> None:
    text = svg(chart(ChartKind.LINES), 130.0)

    assert "<text" not in text
    assert "style" not in text
    assert "<metadata" not in text
    assert "<!--" not in text


def test_two_charts_of_a_page_share_no_id() -> None:
    ids = [
        {each.get("id") for each in drawn(given).iter(etree.Element) if each.get("id")}
        for given in (chart(ChartKind.BARS), chart(ChartKind.LINES))
    ]

    assert all(ids)
    assert not ids[0] & ids[1]


@pytest.mark.parametrize("kind", list(ChartKind))
def test_no_id_stands_twice(kind: ChartKind) -> None:
    ids = [each.get("id") for each in drawn(chart(kind)).iter(etree.Element) if each.get("id")]

    assert len(ids) == len(set(ids))


def test_each_reference_has_its_target() -> None:
    root = drawn(chart(ChartKind.BARS))
    ids = {each.get("id") for each in root.iter(etree.Element)}
    uses = [str(each.get("{http://www.w3.org/1999/xlink}href"))[1:] for each in root.iter(f"{{{SVG}}}use")]

    assert uses
    assert set(uses) <= ids


def test_a_picture_is_as_wide_as_its_paper_in_print() -> None:
    content, width, height = png(chart(ChartKind.RADAR), 127.0)

    assert content.startswith(b"\x89PNG")
    assert width == 1500, "127 mm are five inches of 300 dots"
    assert height == round(1500 * 0.72)
    assert b"Software" not in content
    assert b"matplotlib" not in content


@pytest.mark.parametrize("kind", list(ChartKind))
def test_other_processes_draw_the_same_bytes(kind: ChartKind) -> None:
    runs = [
        subprocess.run([sys.executable, "-c", AGAIN, chart(kind).token], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]

    assert len({run.stdout for run in runs}) == 1
    assert len(runs[0].stdout.strip()) == 64


def test_a_page_holds_the_drawing_and_a_text_nothing(page_template: Any) -> None:
    given = chart(ChartKind.BARS)
    source = '{{ 图表 | 图片(宽="100mm") }}|'

    page = render(page_template(source, Format.HTML), {"图表": given.token}).content.decode()
    text = render(page_template(source, Format.TXT), {"图表": given.token}).content.decode()

    assert page.startswith("<svg")
    assert 'width="283.46' in page, "100 mm in points"
    assert text == "|\n"


def test_no_chart_leaves_nothing(page_template: Any) -> None:
    assert render(page_template("{{ 图表 | 图片 }}|", Format.HTML), {"图表": ""}).content.decode() == "|"


def test_a_text_that_only_begins_like_a_chart_is_told(page_template: Any) -> None:
    with pytest.raises(TemplateError) as raised:
        render(page_template("{{ 图表 | 图片 }}", Format.HTML), {"图表": "chart:甲"})

    assert raised.value.code == "chart-unreadable"


def test_words_say_every_figure() -> None:
    said_of = words_of(chart(ChartKind.BARS))

    assert said_of == (
        "各支部得分：甲支部上期80，乙支部上期72.5，䶮支部上期91，甲支部本期85，乙支部本期90，丙支部本期60，䶮支部本期99"
    )


def test_a_chart_survives_its_token_and_pickling() -> None:
    given = chart(ChartKind.BARS, marks=(("先进", 90.0),), most=100)

    assert Chart.of_token(given.token) == given
    assert pickle.loads(pickle.dumps(given)) == given  # noqa: S301 - our own


def _width(path: etree._Element) -> float:
    xs = [
        float(part.split()[0])
        for part in path.get("d", "").replace("M", "L").replace("z", "").split("L")
        if part.strip()
    ]
    return max(abs(one - other) for one, other in pairwise(xs))
