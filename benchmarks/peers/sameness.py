"""Takes two finished papers, gives whether they say the same; takes a pdf, gives its pages."""

from __future__ import annotations

import zipfile
from pathlib import Path

from benchmarks.peers.tree import ROW, texts
from lxml import etree

from docgen.ooxml.names import w

DRAWING = w("drawing")
MAIN = "word/document.xml"


def same_text(left: Path, right: Path) -> bool:
    """Tell whether two Word files have the same paragraphs, one by one, and as many rows of tables and drawings."""
    roots = [etree.fromstring(zipfile.ZipFile(path).read(MAIN)) for path in (left, right)]
    counts = {tuple(sum(1 for _ in root.iter(tag)) for tag in (ROW, DRAWING)) for root in roots}
    first, second = (list(texts(root)) for root in roots)
    return bool(first) and first == second and len(counts) == 1


def page_count(path: Path) -> int:
    """Return the number of pages of a pdf."""
    from pypdf import PdfReader

    return len(PdfReader(path).pages)
