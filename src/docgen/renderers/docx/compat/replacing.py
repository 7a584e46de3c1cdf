"""Takes the members of a finished Word file, gives them with media and embedded files replaced, as docxtpl finds them."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.renderers.archive import Member, member

_MEDIA, _EMBEDDED = "word/media/", "word/embeddings/"

ByCrc = Mapping[int, bytes]


def replaced(files: Mapping[str, Member], names: Mapping[str, bytes], media: ByCrc, embedded: ByCrc) -> list[Member]:
    """Return them in their order: by its name in the archive, else in media or embeddings by the CRC of its bytes."""
    return [_replaced(each, names, media, embedded) for each in files.values()]


def _replaced(each: Member, names: Mapping[str, bytes], media: ByCrc, embedded: ByCrc) -> Member:
    if each.name in names:
        return member(each.name, names[each.name])
    if each.name.startswith(_MEDIA) and each.crc in media:
        return member(each.name, media[each.crc], deflate=False)
    if each.name.startswith(_EMBEDDED) and each.crc in embedded:
        return member(each.name, embedded[each.crc])
    return each
