"""Takes a page whose values come by all ways, gives that the short way and WeasyPrint's own end in the same bytes."""

from __future__ import annotations

import pytest
import weasyprint
from weasyprint.css import ComputedStyle

from docgen.renderers.pdf import load_engine

STYLE = (
    ":root { --line: 2pt; color: #123 } body { direction: rtl; padding-inline-start: 9pt; text-indent: calc(1em + 5%) }"
    "p { margin-inline-end: 12pt; margin-left: 3pt; border: var(--line) solid; text-decoration: underline } b { float: left }"
    "td { border-block-start: 1pt dashed; padding: calc(2pt + 1pt) } @page { size: A5 }"
)
PAGE = f"<html><head><style>{STYLE}</style></head><body><p>a <i>b</i><b>c</b></p><table><tr><td>d</td></tr></table></body></html>"


def test_short_way_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    load_engine()
    from docgen.renderers.pdf.styles import compute

    plain = weasyprint.HTML(string=PAGE).write_pdf(pdf_identifier=b"1")
    asked: list[str] = []

    def count(style: object, key: str) -> object:
        asked.append(key)
        return compute(style, key)

    monkeypatch.setattr(ComputedStyle, "__missing__", count)

    assert weasyprint.HTML(string=PAGE).write_pdf(pdf_identifier=b"1") == plain
    assert asked
