"""Takes a pdf, gives where its characters stand: pages of lines, each with its text, its ends and its baseline in mm."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

PT = 25.4 / 72


@dataclass(frozen=True)
class Line:
    """One line of a page; lengths in mm from the upper left corner of the sheet."""

    text: str
    left: float
    right: float
    baseline: float
    starts: tuple[float, ...]


def lines_of(content: bytes) -> list[list[Line]]:
    """Return the lines of every page from top to bottom."""
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(content)
    return [list(_lines(pdfium.raw, page)) for page in document]


def _lines(raw: Any, page: Any) -> Iterator[Line]:
    rows: dict[int, list[tuple[float, float, str]]] = defaultdict(list)
    text = page.get_textpage()
    for index in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        if char in "\r\n":
            continue
        x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        assert raw.FPDFText_GetCharOrigin(text, index, x, y)
        assert raw.FPDFText_GetLooseCharBox(text, index, box)
        rows[round(y.value * 10)].append((x.value, box.right, char))
    for height, row in sorted(rows.items(), reverse=True):
        row.sort()
        baseline = (page.get_height() - height / 10) * PT
        starts = tuple(left * PT for left, *_ in row)
        yield Line(
            "".join(char for *_, char in row), starts[0], max(right for _, right, _ in row) * PT, baseline, starts
        )


def rules_of(content: bytes) -> list[list[float]]:
    """Return the upper and lower edges of what is drawn across each page, in mm from the top of the sheet."""
    pdfium = pytest.importorskip("pypdfium2")
    found = []
    for page in pdfium.PdfDocument(content):
        edges: list[float] = []
        for shape in page.get_objects([pdfium.raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = shape.get_bounds()
            if (right - left) * PT > 150:
                edges += [(page.get_height() - top) * PT, (page.get_height() - bottom) * PT]
        found.append(edges)
    return found
