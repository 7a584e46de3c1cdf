"""Takes texts with pieces that stay on one line, gives lines and tables as if each piece were an element that may not break."""

from __future__ import annotations

import re
from typing import Any

import pytest
import weasyprint
from weasyprint.formatting_structure import boxes

from docgen.chinese import whole_pieces
from docgen.fonts import own_face
from docgen.renderers.html import _held
from docgen.renderers.page_texts import in_texts
from docgen.renderers.pdf import load_engine

load_engine()

from docgen.renderers.pdf.amendments import amended  # noqa: E402 - it loads WeasyPrint

TEXTS = (
    "会议定于2020年11月6日上午9时30分在总部六楼第四会议室召开，应到3人，实到3人，占100%。",
    "同意四支部11月主题党日于11月18日举行，主题为“参观BIM技术大赛成果”——由章　三负责……第26分公司列入。",
)
# Elements that may not break are broken before too early, and before a dash within the time.
MORE = (
    "2020年度2020年度2020年度2020年度",
    "甲，乙；A2020年 and 14 days, 3月",
    "于9:00—10:30在六楼",
    "甲<b>2020年度2020年度</b>2020年度",
)
STYLE = (
    "<style>@page { size: %smm 200mm; margin: 10mm } html { font: 16pt/28pt FandolFang; letter-spacing: -.25pt;"
    " overflow-wrap: break-word } p { text-align: justify; margin: 0 } .unbroken { white-space: nowrap }"
    " td { border: 1pt solid; padding: 3pt }</style>"
)


def laid_out(text: str, width: int) -> Any:
    with amended():
        return weasyprint.HTML(string=f'<html lang="zh-CN">{STYLE % width}{text}</html>').render()


def lines(document: Any) -> list[str]:
    found = [box for page in document.pages for box in page._page_box.descendants()]
    return [
        "".join(text.text for text in box.descendants() if hasattr(text, "text"))
        for box in found
        if isinstance(box, boxes.LineBox)
    ]


def cells(document: Any) -> list[float]:
    found = [box for page in document.pages for box in page._page_box.descendants()]
    return [box.width for box in found if isinstance(box, boxes.TableCellBox)]


# In a font with kerning a text is not as wide as its pieces one by one.
even = pytest.mark.skipif(own_face("FandolFang") is None, reason="other fonts here")


@even
@pytest.mark.parametrize("width", range(60, 140, 4))
@pytest.mark.parametrize("text", TEXTS)
def test_lines_end_where_they_do_if_pieces_are_elements(text: str, width: int) -> None:
    page = f"<p>{text}</p><p>甲<b>{text}</b>，{text}</p>"
    told, marked = laid_out(page, width), laid_out(in_texts(page, _held), width)

    assert lines(told) == lines(marked)
    assert len(list(told.pages[0]._page_box.descendants())) < len(list(marked.pages[0]._page_box.descendants()))


@even
@pytest.mark.parametrize("width", range(60, 260, 40))
def test_columns_are_as_wide_as_if_pieces_were_elements(width: int) -> None:
    rows = "".join(f"<tr><td>{index}</td><td>{text}</td><td>2020年3月9日</td></tr>" for index, text in enumerate(TEXTS))
    page = f"<table>{rows}</table>"
    told, marked = laid_out(page, width), laid_out(in_texts(page, _held), width)

    assert lines(told) == lines(marked)
    assert cells(told) == pytest.approx(cells(marked), abs=0.1)


@pytest.mark.parametrize("width", range(60, 140, 4))
@pytest.mark.parametrize("text", [*TEXTS, *MORE])
def test_no_line_ends_within_a_piece(text: str, width: int) -> None:
    set_in = lines(laid_out(f"<p>{text}</p>", width))

    whole = re.sub("<[^>]*>", "", text)
    shown = [each.strip(" ") for each in set_in]
    assert "".join(shown).replace(" ", "") == whole.replace(" ", "")
    for start, end in whole_pieces(whole):
        assert any(whole[start:end] in line for line in shown)


def test_without_being_told_of_pieces_lines_would_end_within_them() -> None:
    set_in = [lines(weasyprint.HTML(string=f"{STYLE % width}<p>{MORE[0]}</p>").render()) for width in range(40, 80, 4)]

    assert any(line.endswith("2020") for each in set_in for line in each)
