"""Takes two finished papers, gives whether they say the same; takes a pdf, gives its pages."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

from benchmarks.peers.tree import ROW, texts

MAIN = "word/document.xml"


def same_text(left: Path, right: Path) -> bool:
    """Tell whether two Word files have the same paragraphs, one by one, and as many rows of tables."""
    roots = [etree.fromstring(zipfile.ZipFile(path).read(MAIN)) for path in (left, right)]
    rows = {sum(1 for _ in root.iter(ROW)) for root in roots}
    first, second = (list(texts(root)) for root in roots)
    return bool(first) and first == second and len(rows) == 1


def page_count(path: Path) -> int:
    """Return the number of pages of a pdf."""
    from pypdf import PdfReader

    return len(PdfReader(path).pages)
