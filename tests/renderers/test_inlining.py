"""Takes pages, gives what of them can be pasted: styles in their tags, and nothing that an editor throws away."""

from __future__ import annotations

import io
import re
from typing import Any

from lxml import html
from PIL import Image

from docgen.formats import Format, Outlet
from docgen.renderers import Assets, PictureData, render
from docgen.renderers.inlining import inlined
from docgen.view import PICTURE_TOKEN, ChartKind, Figure, Series, charted

PAGE = (
    "<!DOCTYPE html><html><head><title>题</title><style>{style}</style><script>1</script></head>"
    "<body>{body}</body></html>"
)
STYLE = "p { color: #333333 } .a { color: #d0021b } .b { margin: 0 }"


def page(body: str) -> str:
    return PAGE.format(style=STYLE, body=body)


def picture(width: int, height: int) -> PictureData:
    target = io.BytesIO()
    Image.new("RGB", (width, height)).save(target, "PNG")
    return PictureData(target.getvalue(), "image/png", width, height)


def fragment(page_template: Any, body: str, context: dict[str, Any], pictures: dict[str, PictureData]) -> Any:
    template = page_template(page(body), Format.HTML)
    content = render(template, context, Assets(pictures, outlet=Outlet.WECHAT)).content
    return html.fragment_fromstring(content.decode())


def test_a_style_stands_at_its_own_element() -> None:
    made = html.fragment_fromstring(inlined(page('<p class="a" id="甲">一</p><p>二</p>')))

    assert [each.get("style") for each in made] == ["color: #d0021b;", "color: #333333;"]
    assert {name for each in made.iter() for name in each.attrib} == {"style"}


def test_nothing_is_left_that_runs_or_points_elsewhere() -> None:
    made = inlined(page('甲<!-- 记 --><script>2</script><p onclick="3">乙</p><style>p { color: red }</style>丙'))

    assert html.fragment_fromstring(made).text_content().strip() == "甲乙丙"
    assert not re.search(r"<script|<style|<!--|onclick|<html|<head|题", made)


def test_the_body_is_one_element() -> None:
    made = html.fragment_fromstring(inlined(page("甲<p>乙</p>丙")))

    assert (made.tag, made.text_content()) == ("section", "甲乙丙")


def test_lying_pictures_fill_the_column_and_standing_ones_do_not(page_template: Any) -> None:
    pictures = {"a" * 64: picture(40, 30), "b" * 64: picture(30, 40)}
    context = {"横": PICTURE_TOKEN + "a" * 64, "竖": PICTURE_TOKEN + "b" * 64}
    lying, standing = fragment(page_template, "{{ 横 | 图片 }}{{ 竖 | 图片 }}", context, pictures).iter("img")

    assert lying.get("src").startswith("data:image/png;base64,")
    assert "width:100%" in lying.get("style")
    assert "width:66%" in standing.get("style")


def test_a_chart_is_a_picture_that_says_its_numbers(page_template: Any) -> None:
    chart = charted(ChartKind.BARS, "完成数", ("一支部", "二支部"), (Series("数", (Figure(5, "5"), Figure(4, "4"))),))
    made = fragment(page_template, "{{ 图表 | 图片 }}", {"图表": getattr(chart, "token", "")}, {})
    (image,) = made.iter("img")

    assert image.get("alt") == "完成数：一支部5，二支部4"
    assert not list(made.iter("svg"))


def test_what_is_typed_stays_text(page_template: Any) -> None:
    made = fragment(page_template, "<p>{{ 文 }}</p>", {"文": '<b class="x">3月5日</b>'}, {})

    assert made.text_content() == '<b class="x">3月5日</b>'
    assert not list(made.iter("b", "span"))
