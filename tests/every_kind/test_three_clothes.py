"""Takes the richest sample paper of every kind in docx, html and pdf, proves that all three have one body."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from io import BytesIO
from typing import Any

import pytest
from lxml import etree, html
from pypdf import PdfReader

from docgen.formats import Format

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAGE_NUMBER = re.compile(r"^\s*(—\s*\d+\s*—|第\s*\d+\s*页\s*共\s*\d+\s*页)\s*$", re.MULTILINE)


def squeezed(text: str) -> str:
    return "".join(text.split())


def docx_paragraphs(content: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    etree.strip_elements(body, FALLBACK, with_tail=False)
    return [squeezed("".join(own_texts(each))) for each in body.iter(f"{W}p")]


def own_texts(paragraph: Any) -> list[str]:
    """Return the texts of a paragraph without those of the box that hangs on it."""
    texts = paragraph.iter(f"{W}t")
    return [each.text or "" for each in texts if next(each.iterancestors(f"{W}p")) is paragraph]


def html_text(content: bytes) -> str:
    page: Any = html.document_fromstring(content.decode())
    for hidden in page.xpath("//style | //title | //*[contains(@class, 'draft')]"):
        hidden.drop_tree()
    return squeezed(page.text_content())


def pdf_text(content: bytes) -> str:
    pages = (page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return squeezed("".join(PAGE_NUMBER.sub("", page) for page in pages))


def test_docx_and_html_say_the_same_words(richest: Any, desk: Any) -> None:
    word = Counter("".join(docx_paragraphs(desk.paper(richest, Format.DOCX))))
    web = Counter(html_text(desk.paper(richest, Format.HTML)))
    assert word
    assert word - web == Counter(), "in docx alone"
    assert web - word == Counter(), "in html alone"


def test_html_keeps_the_order_of_docx(richest: Any, desk: Any) -> None:
    web = html_text(desk.paper(richest, Format.HTML))
    at = 0
    for paragraph in filter(None, docx_paragraphs(desk.paper(richest, Format.DOCX))):
        found = web.find(paragraph, at)
        if found < 0:
            pytest.fail(f"html does not say next: {paragraph}")
        at = found + len(paragraph)


def test_pdf_says_what_html_says(richest: Any, desk: Any) -> None:
    web = Counter(html_text(desk.paper(richest, Format.HTML)))
    page = Counter(pdf_text(desk.paper(richest, Format.PDF)))
    missing = web - page
    assert not missing, f"not in pdf: {missing}"


def test_the_same_paper_has_the_same_bytes_twice(richest: Any, desk: Any) -> None:
    for format in richest.kind.formats:
        assert desk.made(richest, format) == desk.paper(richest, format), format
