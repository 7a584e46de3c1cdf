"""Takes the CSS of the profiles through WeasyPrint, checks what stands on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from docgen.page import PROFILES, Profile, body_css, page_css, page_number_css, style_css

weasyprint = pytest.importorskip("weasyprint")


def boxes(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", []):
        yield from boxes(child)


def lines(profile: Profile, body: str) -> list[list[Any]]:
    """Return the line boxes of each page, the page number's apart."""
    css = page_css(profile) + body_css(profile) + page_number_css(profile) + style_css()
    document = weasyprint.HTML(string=f"<style>{css}</style><body>{body}").render()
    found = [[box for box in boxes(page._page_box) if type(box).__name__ == "LineBox"] for page in document.pages]
    return [[line for line in page if "\u2014" not in text(line)] for page in found]


def text(line: Any) -> str:
    return "".join(box.text for box in boxes(line) if type(box).__name__ == "TextBox")


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_a_full_page_has_22_lines(profile: Profile) -> None:
    first, second, *_ = lines(profile, f"<p class=body>{'某' * 1500}</p>")
    assert (len(first), len(second)) == (22, 22)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_a_full_line_has_28_characters_where_the_font_is_square(profile: Profile) -> None:
    first, *_ = lines(profile, f"<p class=body>{'某' * 1500}</p>")
    assert [len(text(line)) for line in first] == [26] + [28] * 21


def test_a_right_tab_stays_on_its_line() -> None:
    (page,) = lines(PROFILES["gb9704"], "<p class=bulletin-publisher>机关党委<span class=end>2020年3月31日</span></p>")
    assert sorted(text(line) for line in page if text(line)) == ["2020年3月31日", "机关党委2020年3月31日"]
