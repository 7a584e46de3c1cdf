"""Takes sources, gives templates; and what the renderers' tests share."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping

import docx
import openpyxl
import pytest
from docx.document import Document
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from docgen.formats import Format
from docgen.renderers import Assets, PictureData, Template

MakeTemplate = Callable[..., Template]


def make_template(
    content: bytes | str, kind: Format, name: str = "", includes: Mapping[str, str] | None = None
) -> Template:
    raw = content.encode() if isinstance(content, str) else content
    everything = raw + repr(sorted((includes or {}).items())).encode()
    return Template(name or f"paper.{kind}", kind, raw, hashlib.sha256(everything).hexdigest(), includes or {})


@pytest.fixture
def page_template() -> MakeTemplate:
    """Make a template from text."""
    return make_template


@pytest.fixture
def word_template() -> MakeTemplate:
    """Make a Word template from paragraphs, or from what a function does to an empty document."""

    def make(*paragraphs: str, build: Callable[[Document], object] | None = None) -> Template:
        document = docx.Document()
        for text in paragraphs:
            document.add_paragraph(text)
        if build:
            build(document)
        buffer = io.BytesIO()
        document.save(buffer)
        return make_template(buffer.getvalue(), Format.DOCX)

    return make


@pytest.fixture
def book_template() -> MakeTemplate:
    """Make a workbook template from what a function does to an empty sheet."""

    def make(build: Callable[[Worksheet], object]) -> Template:
        book = openpyxl.Workbook()
        assert book.active is not None
        build(book.worksheets[0])
        buffer = io.BytesIO()
        book.save(buffer)
        return make_template(buffer.getvalue(), Format.XLSX)

    return make


@pytest.fixture
def picture() -> tuple[str, Assets]:
    """A red picture of 400 × 300 pixels: its token, and assets that hold it alone."""
    buffer = io.BytesIO()
    Image.new("RGB", (400, 300), (200, 0, 0)).save(buffer, "PNG")
    sha256 = hashlib.sha256(buffer.getvalue()).hexdigest()
    return f"picture:{sha256}", Assets({sha256: PictureData(buffer.getvalue(), "image/png", 400, 300)})
