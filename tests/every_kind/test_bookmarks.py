"""Takes the richest sample paper of every kind as pdf, gives its bookmarks, title, author and language."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from lxml import html
from pypdf import PdfReader

from docgen.formats import Format

pytest.importorskip("weasyprint")


def outline(items: Any, depth: int = 1) -> Iterator[tuple[int, str]]:
    for item in items:
        if isinstance(item, list):
            yield from outline(item, depth + 1)
        else:
            yield depth, "".join(str(item.title).split())


def headings(content: bytes) -> Iterator[tuple[int, str]]:
    """Yield the headings of a page with their depths among themselves."""
    page: Any = html.document_fromstring(content.decode())
    above: list[int] = []
    for heading in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5"):
        level = int(heading.tag[1])
        above = [each for each in above if each < level]
        above.append(level)
        yield len(above), "".join(heading.text_content().split())


def test_the_bookmarks_are_the_headings_level_by_level(richest: Any, desk: Any) -> None:
    reader = PdfReader(BytesIO(desk.paper(richest, Format.PDF)))
    wanted = list(headings(desk.paper(richest, Format.HTML)))

    assert wanted
    assert list(outline(reader.outline)) == wanted


def test_a_pdf_says_its_title_its_author_and_its_language(richest: Any, desk: Any) -> None:
    reader = PdfReader(BytesIO(desk.paper(richest, Format.PDF)))

    assert reader.metadata is not None
    assert reader.metadata.title == richest.composition.title
    assert reader.metadata.author
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]
