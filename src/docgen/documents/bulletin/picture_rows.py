"""Takes the pictures of one piece of news, gives rows of up to three side by side, none of them high as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from docgen.view import Picture, Unused, View, label

WIDE_ENOUGH, MOST = 1.8, 3
"""A row is full when its pictures are together as wide as 1.8 of their height, or with three of them."""
COMMA = "；"


SAID = "the row says it in 说明; the page for a 公众号, where pictures stand one by one, shows it"


class PicturedView(View, frozen=True, kw_only=True):
    """One picture of a row."""

    picture: Picture = label("图")
    caption: Annotated[str, Unused(SAID)] = label("图注")


class PictureRowView(View, frozen=True, kw_only=True):
    """Pictures side by side, in the list of their number, and the words below them."""

    one: tuple[PicturedView, ...] = label("一张")
    two: tuple[PicturedView, ...] = label("两张")
    three: tuple[PicturedView, ...] = label("三张")
    caption: str = label("说明")


def picture_rows(photos: Sequence[PicturedView]) -> Iterator[PictureRowView]:
    """Yield the pictures in order: two lying ones in a row, or three standing ones."""
    row: list[PicturedView] = []
    for photo in photos:
        row.append(photo)
        if len(row) == MOST or (len(row) > 1 and sum(map(_proportion, row)) >= WIDE_ENOUGH):
            yield _row(row)
            row = []
    if row:
        yield _row(row)


def _row(photos: Sequence[PicturedView]) -> PictureRowView:
    captions = dict.fromkeys(photo.caption for photo in photos if photo.caption)
    one, two, three = (tuple(photos) if len(photos) == count else () for count in range(1, MOST + 1))
    return PictureRowView(one=one, two=two, three=three, caption=COMMA.join(captions))


def _proportion(photo: PicturedView) -> float:
    return photo.picture.width / max(photo.picture.height, 1)
