"""Takes small pdf files, proves that they are bound in order, with bookmarks and a number on every page."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from docgen.formats import Format
from docgen.outputs import digest
from docgen.renderers import Part, Rendering, Template, bind, render

pytest.importorskip("weasyprint")


def pdf(*pages: str, wide: bool = False) -> Rendering:
    size = "A4 landscape" if wide else "A4"
    body = "".join(f'<p style="break-after: page">{page}</p>' for page in pages[:-1]) + f"<p>{pages[-1]}</p>"
    text = f"<title>{pages[0]}</title><style>@page {{ size: {size} }}</style>{body}"
    return render(Template("t.html", Format.PDF, text.encode(), digest(text.encode())), {})


@pytest.fixture(scope="module")
def bound() -> Rendering:
    parts = (
        Part("First", "Minutes", pdf("one", "two").content),
        Part("Second", "Minutes", pdf("three", wide=True).content),
        Part("Third", "Ledgers", pdf("four").content),
    )
    return bind(pdf("contents"), parts)


def test_the_parts_follow_the_front_in_order_with_their_numbers(bound: Rendering) -> None:
    texts = [page.extract_text().split() for page in PdfReader(BytesIO(bound.content)).pages]

    assert texts == [["contents"], ["one", "1"], ["two", "2"], ["three", "3"], ["four", "4"]]
    assert bound.pages == 5


def test_the_number_stands_at_the_upper_right_of_each_page(bound: Rendering) -> None:
    for number, page in enumerate(PdfReader(BytesIO(bound.content)).pages[1:], start=1):
        found: list[tuple[float, float]] = []

        def visit(text: str, matrix: list[float], at: list[float], *_: object, wanted: str = str(number)) -> None:
            if text.strip() == wanted:
                found.append((matrix[4] + at[4], matrix[5] - at[5]))  # noqa: B023 - read within the loop

        page.extract_text(visitor_text=visit)
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        assert [(x > width * 0.9, 0 < abs(y) <= height) for x, y in found] == [(True, True)]


def test_each_part_has_its_bookmark_under_its_group(bound: Rendering) -> None:
    reader = PdfReader(BytesIO(bound.content))
    outline: Any = reader.outline
    shape = [
        [each.title for each in item]
        if isinstance(item, list)
        else (item.title, reader.get_destination_page_number(item))
        for item in outline
    ]

    assert shape == [("Minutes", 1), ["First", "Second"], ("Ledgers", 4), ["Third"]]


def test_the_title_is_the_fronts_and_equal_parts_give_equal_bytes(bound: Rendering) -> None:
    again = bind(pdf("contents"), (Part("A", "B", pdf("x").content),))
    twice = bind(pdf("contents"), (Part("A", "B", pdf("x").content),))
    title = PdfReader(BytesIO(bound.content)).metadata

    assert title is not None
    assert title.title == "contents"
    assert again.content == twice.content
    assert again.content != bound.content
