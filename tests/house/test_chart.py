"""A chart stands where there is one: on pages by the filter of pictures, in texts and sheets not at all."""

from __future__ import annotations

from docgen.house import word_blocks
from docgen.house.outline import Chart, Layout
from docgen.house.text import lines_of
from docgen.house.web_blocks import blocks

CHART = Chart("图表", 90)
TAG = '{{ 图表 | 图片(宽="90mm") }}'


def test_a_page_asks_for_it_in_its_width_and_only_where_there_is_one() -> None:
    lines = list(blocks(Layout.RECORD, (CHART,)))

    assert lines[0] == "{% if 图表 %}"
    assert TAG in lines[1]
    assert lines[2] == "{% endif %}"


def test_a_text_says_nothing_of_it() -> None:
    assert list(lines_of(CHART)) == []


def test_word_asks_for_it_like_a_page() -> None:
    made = list(word_blocks._chart(None, CHART, None, None))  # type: ignore[arg-type]
    text = "".join("".join(map(str, each.itertext())) for each in made)

    assert TAG in text
    assert text.index("if 图表") < text.index(TAG) < text.index("endif")
