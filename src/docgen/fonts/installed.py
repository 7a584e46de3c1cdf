"""Takes the folders of this machine's fonts, gives every face in them: file, names in all languages, weight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from docgen.fonts.configuration import folders

SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_COLLECTION = b"ttcf"
_HEAD = 12
# Numbers in the table name (OpenType): the family as typographers see it, and as old programs do, a style in it.
_FAMILY_NAMES = (16, 1)
_ITALIC = 0b1
_REGULAR_WEIGHT = 400


class Face(Struct, frozen=True):
    """One face of a font file: its number in a collection, all its family names, its weight as in CSS."""

    path: Path
    number: int
    families: tuple[str, ...]
    weight: int = _REGULAR_WEIGHT
    italic: bool = False

    @property
    def family(self) -> str:
        """The family's name in the font's first language."""
        return self.families[0]


def installed() -> tuple[Face, ...]:
    """Return the faces of this machine, by file; read once per process, as fontconfig does."""
    return _installed(tuple(folders()))


def face_named(family: str, weight: int = _REGULAR_WEIGHT) -> Face | None:
    """Return the upright face of a family that is nearest in weight, None where the family is not here."""
    known = _by_family(tuple(folders())).get(family, ())
    return min(known, key=lambda face: (face.italic, abs(face.weight - weight)), default=None)


@cache
def _installed(among: tuple[Path, ...]) -> tuple[Face, ...]:
    paths = sorted({path for folder in among for path in font_files(folder)})
    return tuple(face for path in paths for face in _faces(path))


@cache
def _by_family(among: tuple[Path, ...]) -> Mapping[str, tuple[Face, ...]]:
    families: dict[str, tuple[Face, ...]] = {}
    for face in _installed(among):
        for family in face.families:
            families[family] = (*families.get(family, ()), face)
    return families


def font_files(folder: Path) -> Iterator[Path]:
    """Yield the font files in a folder and below it."""
    return (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())


def _faces(path: Path) -> Iterator[Face]:
    """Yield the faces of a file; one that cannot be read holds none."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with path.open("rb") as file:
            for number in range(_count(file)):
                font = TTFont(file, fontNumber=number, lazy=True)
                names = [each for kind in _FAMILY_NAMES for each in font["name"].names if each.nameID == kind]
                families = tuple(dict.fromkeys(str(name) for name in names if str(name)))
                if families:
                    style = font["OS/2"]
                    yield Face(path, number, families, style.usWeightClass, bool(style.fsSelection & _ITALIC))
    except (OSError, TTLibError, KeyError, AssertionError, ValueError):
        return


def _count(file: BinaryIO) -> int:
    head = file.read(_HEAD)
    file.seek(0)
    return int.from_bytes(head[8:]) if head[:4] == _COLLECTION else 1
