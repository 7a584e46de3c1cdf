"""Takes pages full of characters from several fonts, measures how many lines they hold and how far these stand apart."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from tests.renderers.glyphs import PT, lines_of

from docgen.formats import Format
from docgen.page import STYLES, Kind, body_css, page_css, profile_named, style_css
from docgen.renderers import render

PAGE = profile_named()
SHEET = f"<html lang=zh-CN><style>{page_css(PAGE)}{body_css(PAGE)}{style_css()}</style><body>"
SPANS = [style.css_class for style in STYLES.values() if style.kind is Kind.CHARACTER]

TEXTS = {
    "plain": "某" * 1300,
    "rare": "某喆堃某𬭎㛃某昇祎镕" * 130,
    "rare here and there": ("某" * 90 + "喆") * 15,
    "marks and Latin": "某Python①②③★■㎡℃→é“某”——2020" * 60,
    "faces": "".join(f'<span class="{name}">字喆：</span>{"某" * 17}' for name in SPANS * 15),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_every_full_page_has_22_lines_at_the_pitch(text: str, page_template: Any) -> None:
    first, *others = lines_of(render(page_template(f"{SHEET}<p class=body>{text}</p>", Format.PDF), {}).content)

    assert others
    assert len(first) == PAGE.lines
    steps = [(below.baseline - above.baseline) / PT for above, below in pairwise(first)]
    assert [step for step in steps if abs(step - PAGE.pitch_pt) > 0.11] == []


def test_the_first_baseline_is_the_same_whatever_the_font(page_template: Any) -> None:
    def first_baseline(text: str) -> float:
        return lines_of(render(page_template(f"{SHEET}<p class=body>{text}</p>", Format.PDF), {}).content)[0][
            0
        ].baseline

    assert abs(first_baseline("某喆") - first_baseline("某某")) < 0.05
