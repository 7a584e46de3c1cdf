"""Takes the text of a page and its pictures, gives the pdf: the one door to WeasyPrint."""

from __future__ import annotations

import gc
import threading
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

import weasyprint
from msgspec import Struct
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from docgen.findings import Finding, Level, Place
from docgen.renderers.pdf.amendments import KNOWN_VERSION, amended, is_known
from docgen.renderers.pdf.lettering import asked_of, drawn_by, remarks
from docgen.renderers.pdf.log import WARNING, listening
from docgen.renderers.pdf.markup import parsed
from docgen.renderers.pdf.packing import pack
from docgen.renderers.pdf.sheets import forget_sheets
from docgen.renderers.pdf.variables import forget_values
from docgen.renderers.rendering import PictureData, distinct
from docgen.view import PICTURE_TOKEN

_IDENTIFIER_LENGTH = 32
# ISO 19005-2, every character with its Unicode: what an archive takes, and nothing embedded in it but fonts and pictures.
_ARCHIVAL = "pdf/a-2u"

# New objects after which Python looks for garbage.
_MANY = 10_000

# One per process: reading the fonts of a machine takes longer than laying out a page. Pango is not for two threads.
_lock = threading.Lock()
_fonts = FontConfiguration()


class Written(Struct, frozen=True):
    """A pdf, the number of its pages, and what is to be said of it."""

    content: bytes
    pages: int
    findings: tuple[Finding, ...]


class PicturesOnly(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Answers the pictures of one view; nothing is ever opened."""

    _fail_on_errors = False

    def __init__(self, pictures: Mapping[str, PictureData]) -> None:
        # The base class would set up handlers for files and networks; without them nothing can be opened at all.
        self.pictures = pictures
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Return a picture; raise ValueError for any other address."""
        picture = self.pictures.get(url.removeprefix(PICTURE_TOKEN)) if url.startswith(PICTURE_TOKEN) else None
        if picture is None:
            self.refused.append(url)
            raise ValueError(f"refused: {url}")
        return URLFetcherResponse(url, picture.content, {"Content-Type": picture.media_type})


def write(text: str, pictures: Mapping[str, PictureData], template: str, *, archival: bool = False) -> Written:
    """Lay out and write a page, as PDF/A where it is for an archive; the same text and pictures give the same bytes."""
    fetcher = PicturesOnly(pictures)
    identifier = sha256(text.encode()).hexdigest()[:_IDENTIFIER_LENGTH].encode()
    variant = _ARCHIVAL if archival else None
    with (
        _lock,
        listening(template) as heard,
        amended(),
        _remembering(heard),
        _collecting_seldom(),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile open
        document = parsed(text, url_fetcher=fetcher).render(font_config=_fonts, pdf_variant=variant)
        asked = asked_of(document)
        content = document.write_pdf(finisher=pack, pdf_identifier=identifier, pdf_variant=variant)
    refusals = [_refusal(url, template) for url in dict.fromkeys(fetcher.refused)]
    noticed = [each for each in heard if not any(url in str(each.values["value"]) for url in fetcher.refused)]
    lettering = remarks(asked, drawn_by(document), template)
    return Written(content, len(document.pages), distinct([*_strangeness(template), *refusals, *noticed, *lettering]))


def holds_pieces() -> bool:
    """Tell whether pieces of a text stay on one line without being marked."""
    return is_known()


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Look for garbage less often: of the thousands of objects of a page, none are garbage before it is written."""
    first, *others = gc.get_threshold()
    if first:
        gc.set_threshold(max(first, _MANY), *others)
    try:
        yield
    finally:
        gc.set_threshold(first, *others)


@contextmanager
def _remembering(heard: list[Finding]) -> Iterator[None]:
    """Keep from one document to the next what both would work out alike: no variables, and no sheets that warned."""
    try:
        yield
    finally:
        forget_values()
        if any(each.code == WARNING for each in heard):
            forget_sheets()


def _strangeness(template: str) -> list[Finding]:
    """Say that lines are left ragged where this WeasyPrint is not the one whose lines can be spread."""
    if is_known():
        return []
    values: dict[str, str | int] = {"value": weasyprint.__version__, "expected": KNOWN_VERSION}
    return [Finding("pdf-engine-unknown", Level.WARN, Place(template), values=values)]


def _refusal(url: str, template: str) -> Finding:
    return Finding("pdf-refused", Level.WARN, Place(template), values={"value": url})
