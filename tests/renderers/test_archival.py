"""Takes a paper that is asked for as PDF/A, looks for the marks that ISO 19005-2 demands.

No validator is at hand where these tests run: this looks at what can be looked at, and vouches for no more.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest
from lxml import etree
from msgspec.structs import replace

from docgen.findings import Level, worst
from docgen.formats import Format
from docgen.renderers import Assets, Rendering, render

PAGE = (
    '<html lang="zh-CN"><head><title>纪要</title><meta name="author" content="一支部"></head><body><h1>纪要</h1>'
    '<p style="font-family: 仿宋_GB2312">会议喆堃 <b style="font-family: 黑体">20</b></p>{{ 图 | 图片(宽="40mm") }}</body></html>'
)
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"


@pytest.fixture
def archival(page_template: Any, picture: Any) -> Rendering:
    token, assets = picture
    return render(page_template(PAGE, Format.PDF), {"图": token}, replace(assets, archival=True))


def catalog(rendering: Rendering) -> Any:
    return pypdf.PdfReader(io.BytesIO(rendering.content)).trailer["/Root"]


def fonts(reader: pypdf.PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            yield font.get_object()


def test_it_says_that_it_is_pdf_a_2u_of_this_title(archival: Rendering) -> None:
    metadata = etree.fromstring(catalog(archival)["/Metadata"].get_data())

    said = {
        name: value for each in metadata.iter() for name, value in each.attrib.items() if str(name).startswith(PDFAID)
    }
    assert said == {f"{PDFAID}part": "2", f"{PDFAID}conformance": "U"}
    words = "".join(str(each) for each in metadata.itertext())
    assert "纪要" in words
    assert "一支部" in words


def test_colours_have_a_profile_and_the_file_an_identifier(archival: Rendering) -> None:
    (intent,) = catalog(archival)["/OutputIntents"]

    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"].get_data()
    reader = pypdf.PdfReader(io.BytesIO(archival.content))
    assert "/ID" in reader.trailer
    assert catalog(archival)["/Lang"] == "zh-CN"


def test_every_font_is_embedded_and_every_character_has_its_unicode(archival: Rendering) -> None:
    found = list(fonts(pypdf.PdfReader(io.BytesIO(archival.content))))

    assert len(found) >= 3
    for font in found:
        assert "/ToUnicode" in font
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_nothing_is_in_it_that_an_archive_refuses(archival: Rendering) -> None:
    reader = pypdf.PdfReader(io.BytesIO(archival.content))

    assert not reader.is_encrypted
    assert not {"/AcroForm", "/AA", "/OpenAction", "/Names", "/NeedsRendering"} & set(catalog(archival))
    assert len(reader.pages[0].images) == 1
    assert worst(archival.findings) in {None, Level.INFO}


def test_it_says_the_same_and_has_the_same_bytes_twice(page_template: Any, picture: Any) -> None:
    token, assets = picture
    template, asked = page_template(PAGE, Format.PDF), replace(assets, archival=True)
    first, second = (render(template, {"图": token}, asked).content for _ in range(2))
    usual = render(template, {"图": token}, assets).content

    assert first == second != usual
    assert text(first) == text(usual)
    assert "/Metadata" not in pypdf.PdfReader(io.BytesIO(usual)).trailer["/Root"]  # type: ignore[operator]


def test_other_formats_do_not_mind(page_template: Any) -> None:
    template = page_template("<p>文</p>", Format.HTML)
    assert render(template, {}, Assets(archival=True)) == render(template, {})


def text(content: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
