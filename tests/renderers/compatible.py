"""Takes a template and what is done with it, gives what docxtpl and docgen make of it, part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docxtpl import DocxTemplate
from lxml import etree
from PIL import Image

from docgen.renderers.docx import CompiledTemplate

MAIN, CORE, NOTES = "word/document.xml", "docProps/core.xml", "word/footnotes.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BOTH = (DocxTemplate, CompiledTemplate)

ROWS = [{"name": "甲", "tags": ["x", "y"]}, {"name": "乙和丙", "tags": []}, {"name": "丁", "tags": ["z"]}]
DATA: dict[str, Any] = {"yes": True, "no": False, "names": ["一", "二", "三"], "rows": ROWS, "n": 2, "name": "王小明"}
DATA |= {"lines": "一\n二\t三", "pages": "一\a二\f三"}

Build = Callable[[Document], object]
Fill = Callable[[Any], dict[str, Any]]


def template(*paragraphs: str, build: Build | None = None) -> bytes:
    """Make a Word file from texts and from what a function adds."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if build:
        build(document)
    return saved(document)


def light(*builds: Build) -> bytes:
    """Make a Word file that is quickly opened, from what functions add."""
    document = docx.Document(io.BytesIO(_light()))
    for build in builds:
        build(document)
    return saved(document)


@cache
def _light() -> bytes:
    document = docx.Document()
    kept = {f"{{{W}}}docDefaults", f"{{{W}}}style"}
    styles = document.styles.element
    for each in list(styles):
        if each.tag not in kept or each.get(f"{{{W}}}styleId") not in {None, "Normal", "TableNormal"}:
            styles.remove(each)
    main = document.part
    needed = {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS}
    for key in [key for key, relation in main.rels.items() if relation.reltype not in needed]:
        del main.rels[key]
    return saved(document)


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_table(document: Any, *texts: list[str]) -> Any:
    made = document.add_table(len(texts), len(texts[0]))
    for row, cells in zip(made.rows, texts, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return made


def add_part(document: Document, name: str, kind: str, relation: str, content: bytes) -> None:
    part = Part(PackURI(f"/{name}"), kind, content, document.part.package)
    document.part.relate_to(part, relation)


def add_footnotes(document: Document, text: str) -> None:
    xml = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    add_part(document, NOTES, CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, xml.encode())


def picture(colour: str, kind: str = "PNG") -> io.BytesIO:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(buffer, kind)
    buffer.seek(0)
    return buffer


def made(kind: Any, content: bytes, fill: Fill, **options: Any) -> bytes:
    """Render and save by one of the two classes."""
    paper = kind(io.BytesIO(content))
    paper.render(fill(paper), **options)
    return saved(paper)


def same(content: bytes, fill: Fill | dict[str, Any], **options: Any) -> dict[str, bytes]:
    """Assert that both make the same parts; return docgen's."""
    filled = (lambda _paper: fill) if isinstance(fill, dict) else fill
    return agree(*(made(kind, content, filled, **options) for kind in BOTH))


def agree(theirs: bytes, ours: bytes) -> dict[str, bytes]:
    """Assert that two Word files have the same parts."""
    theirs_parts, ours_parts = parts(theirs), parts(ours)
    assert ours_parts.keys() == theirs_parts.keys()
    for name, part in ours_parts.items():
        other = theirs_parts[name]
        assert part == other or canonical(name, part) == canonical(name, other), name
    return ours_parts


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def canonical(name: str, part: bytes) -> bytes:
    is_xml = name.endswith((".xml", ".rels"))
    return etree.tostring(etree.fromstring(part), method="c14n") if is_xml else part


def text_of(part: bytes, *, recover: bool = False) -> str:
    """Return the text of a part, its paragraphs and line ends as lines."""
    paragraphs = etree.fromstring(part, etree.XMLParser(recover=recover)).iter(f"{{{W}}}p")
    return "\n".join(_paragraph(paragraph) for paragraph in paragraphs)


def _paragraph(paragraph: etree._Element) -> str:
    signs = {f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}
    texts = paragraph.iter(f"{{{W}}}t", *signs)
    return "".join(signs.get(str(each.tag)) or each.text or "" for each in texts)
