"""Takes a record's photos, gives them as the pictures of a paper, a Gap where one could not be read."""

from __future__ import annotations

from docgen.ledger import BranchLedger
from docgen.ledger.branch import AnyEntry
from docgen.model.base import label_of
from docgen.model.theme_day import Photo
from docgen.view import Gap, Picture, Text, View, label

PHOTOS = "照片"


class PhotoView(View, frozen=True, kw_only=True):
    """One picture and the words below it."""

    picture: Picture | Gap = label("图")
    caption: Text = label("图注")


def photo_views(ledger: BranchLedger, entry: AnyEntry, photos: tuple[Photo, ...]) -> tuple[PhotoView, ...]:
    """Return the photos in order."""
    return tuple(_photo(ledger, entry, index, photo) for index, photo in enumerate(photos))


def _photo(ledger: BranchLedger, entry: AnyEntry, index: int, photo: Photo) -> PhotoView:
    picture = ledger.picture(entry, photo.file, photo.caption)
    file = label_of(Photo, "file")
    return PhotoView(
        picture=picture or Gap(photo.file, entry.place(PHOTOS, index, file)),
        caption=photo.caption or "",
    )
