"""Takes html, gives its printed pages, as the ruler's tests read them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from docgen.formats import Format
from docgen.inspection.ruler import Item, Measured, Printed, measure, read
from docgen.page import Profile, body_css, page_css, page_number_css, profile_named, style_css
from docgen.renderers import Template, render

PAGE = profile_named()
Print = Callable[..., Printed]
Measures = Callable[..., Measured]


def pdf_of(html: str) -> bytes:
    """Return the pdf of a page as docgen makes it."""
    content = html.encode()
    template = Template("page.pdf", Format.PDF, content, hashlib.sha256(content).hexdigest(), {})
    return render(template, {}).content


def official(body: str, css: str = "", profile: Profile = PAGE) -> str:
    """Return a page as docgen's style sheet sets it, with changes behind it."""
    sheet = page_css(profile) + body_css(profile) + page_number_css(profile) + style_css() + css
    return f"<html lang=zh-CN><style>{sheet}</style><body>{body}</body></html>"


@pytest.fixture(scope="session")
def printed() -> Print:
    """Print html that brings its own style, and read its pages."""
    pytest.importorskip("pypdfium2")

    def print_(html: str) -> Printed:
        return read(pdf_of(html))

    return print_


@pytest.fixture(scope="session")
def measured(printed: Print) -> Measures:
    """Measure one item of a page that docgen's style sheet sets, with changes."""

    def measure_(item: Item, body: str, css: str = "") -> Measured:
        (found,) = measure(printed(official(body, css)), PAGE, [item])
        return found

    return measure_
