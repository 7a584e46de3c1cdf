"""Takes the pictures of one piece of news, gives rows of up to three side by side, none of them high as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.documents.photos import PhotoView
from docgen.view import Picture, View, label

WIDE_ENOUGH, MOST = 1.8, 3
"""A row is full when its pictures are together as wide as 1.8 of their height, or with three of them."""
COMMA = "；"


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureRowView(View):
    """Pictures side by side, and the words below them."""

    pictures: tuple[PhotoView, ...] = label("照片")
    caption: str = label("说明")


def picture_rows(photos: Sequence[PhotoView]) -> Iterator[PictureRowView]:
    """Yield the pictures in order: two lying ones in a row, or three standing ones."""
    row: list[PhotoView] = []
    for photo in photos:
        row.append(photo)
        if len(row) == MOST or (len(row) > 1 and sum(map(_proportion, row)) >= WIDE_ENOUGH):
            yield _row(row)
            row = []
    if row:
        yield _row(row)


def _row(photos: Sequence[PhotoView]) -> PictureRowView:
    captions = dict.fromkeys(str(photo.caption) for photo in photos if photo.caption)
    return PictureRowView(pictures=tuple(photos), caption=COMMA.join(captions))


def _proportion(photo: PhotoView) -> float:
    picture = photo.picture
    return picture.width / picture.height if isinstance(picture, Picture) and picture.height else 1.0
