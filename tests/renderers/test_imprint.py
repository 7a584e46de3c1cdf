"""Takes official papers of every length, measures where their imprint stands on the last page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.renderers.glyphs import lines_of, rules_of

from docgen.formats import Format
from docgen.page import profile_named
from docgen.renderers import render

PAGE = profile_named()
BOTTOM = PAGE.height_mm - PAGE.bottom_mm
SHARED = Path(__file__).parents[2] / "templates/_shared"
CSS = "".join((SHARED / f"{name}.css").read_text(encoding="utf-8") for name in ("page", "styles", "sheet", "official"))
HEAD = f"<html lang=zh-CN><style>{CSS}</style><body data-draft=''><main class='sheet official'>"
IMPRINT = (
    '<div class="kept"><div class="imprint"><p class="imprint-copies">抄送：公司党委办公室。</p><p class="imprint-issuer">'
    '<span class="start">机关党委</span><span class="end">2020年3月12日印发</span></p></div></div>'
)
PEOPLE = (
    '<p class="people hang" style="--start: 2; --hang: 3"><span class="people-label">出席：</span>张一、李二</p>'
    '<p class="people-next hang" style="--start: 2; --hang: 3"><span class="people-label">请假：</span>王三</p>'
)
SIGNATURE = '<p class="signature">机关党委</p><p class="date">2020年3月12日</p>'
ENDINGS = {"lines": "", "people": PEOPLE, "a signature": SIGNATURE}


def check(body: str, count: int, page_template: Any) -> None:
    content = render(page_template(HEAD + body + IMPRINT, Format.PDF), {}).content
    *others, last = lines_of(content)
    *blank, rules = rules_of(content)

    assert not any(blank)
    assert abs(max(rules) - BOTTOM) < 0.5
    above = [line for line in last if line.baseline < min(rules)]
    assert above, "the imprint stands alone"
    assert len(last) == len(above) + len(("copies", "issuer", "page number")), "text stands over the imprint"
    assert sum(len(page) - 1 for page in others) + len(above) == count


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("lines", range(1, PAGE.lines + 2))
def test_the_last_rule_is_the_bottom_of_the_text_area_and_text_stands_above(
    ending: str, lines: int, page_template: Any
) -> None:
    tail = ENDINGS[ending]
    check("<p class=body>某</p>" * lines + tail, lines + tail.count("<p"), page_template)


@pytest.mark.parametrize("lines", range(1, PAGE.lines + 2))
def test_a_single_paragraph_of_any_length_shares_the_page_with_the_imprint(lines: int, page_template: Any) -> None:
    check(f"<p class=body>{'某' * (PAGE.characters * lines - 2)}</p>", lines, page_template)
