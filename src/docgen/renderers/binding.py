"""Takes finished pdf files, gives them as one: the one door to the library that joins pdf files.

Every page of the files is stamped with its number in the whole, at the upper right, as pages of an archive are; the
front that stands before them is not counted.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct
from pypdf import PdfReader, PdfWriter

from docgen.renderers.rendering import Part

Size: TypeAlias = tuple[float, float]
Stamps: TypeAlias = Callable[[Sequence[Size]], bytes]
"""Takes the widths and heights (pt) of pages, gives a pdf with as many pages, the number of each on it."""


class Bound(Struct, frozen=True):
    """The whole, and how many pages it has with its front."""

    content: bytes
    pages: int


def bind(front: bytes, parts: Sequence[Part], stamps: Stamps) -> Bound:
    """Return the front and the parts as one pdf with bookmarks and stamped pages; equal parts give equal bytes."""
    writer = PdfWriter(clone_from=io.BytesIO(front))
    before = len(writer.pages)
    firsts = []
    for part in parts:
        firsts.append(len(writer.pages))
        writer.append(io.BytesIO(part.content), import_outline=False)
    _bookmark(writer, parts, firsts)
    _stamp(writer, before, stamps)
    # The same fonts stand in every file.
    writer.compress_identical_objects(remove_unreferenced=True)
    written = io.BytesIO()
    writer.write(written)
    return Bound(written.getvalue(), len(writer.pages))


def _bookmark(writer: PdfWriter, parts: Sequence[Part], firsts: Sequence[int]) -> None:
    for group, members in groupby(zip(parts, firsts, strict=True), key=lambda each: each[0].group):
        listed = list(members)
        above = writer.add_outline_item(title=group, page_number=listed[0][1], is_open=False)
        for part, first in listed:
            writer.add_outline_item(title=part.title, page_number=first, parent=above)


def _stamp(writer: PdfWriter, before: int, stamps: Stamps) -> None:
    pages = writer.pages[before:]
    sizes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages]
    for page, stamp in zip(pages, PdfReader(io.BytesIO(stamps(sizes))).pages, strict=True):
        page.merge_page(stamp)
