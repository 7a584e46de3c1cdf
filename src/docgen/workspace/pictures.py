"""Takes a picture file, gives it checked, turned upright, stripped of metadata and bounded; kept by its hash.

The key is the sha256 of the file as it came, so that the same file has the same key wherever it lies and whatever
version of the picture library cleaned it.
"""

from __future__ import annotations

import hashlib
import json
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from docgen.errors import OutputError, WorkspaceError
from docgen.model.settings import LimitSettings
from docgen.outputs import write_whole
from docgen.renderers.rendering import PictureData
from docgen.view import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 1600
VERSION = 1
QUALITY = 85
READABLE = ("JPEG", "PNG", "WEBP", "BMP")
JPEG, PNG = "image/jpeg", "image/png"
SUFFIXES = {JPEG: ".jpg", PNG: ".png"}
MEGA = 1_000_000
MIB = 1024 * 1024
# What the library raises over damaged files, by its own account and by experience.
FAULTS = (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError, struct.error)


class PictureRefusedError(Exception):
    """A picture that cannot be used: a finding's code and values."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class PictureStore(Struct, frozen=True):
    """The cleaned pictures of one workspace, in a folder of its state."""

    folder: Path
    limits: LimitSettings

    def take(self, path: Path) -> Picture:
        """Return the picture in a file, cleaned unless the store has it; raise PictureRefusedError."""
        content = self._read(path)
        sha256 = hashlib.sha256(content).hexdigest()
        size = self._size(sha256) or self._keep(sha256, clean(content, self.limits.picture_pixels))
        return Picture(sha256, *size)

    def data(self, sha256: str) -> PictureData:
        """Return a cleaned picture's bytes; raise WorkspaceError when the store has it no longer."""
        try:
            card = json.loads(self._card(sha256).read_bytes())
            content = self._file(sha256, card["type"]).read_bytes()
        except (OSError, ValueError, KeyError) as fault:
            raise WorkspaceError("picture-lost", {"value": sha256}) from fault
        return PictureData(content, card["type"], card["width"], card["height"])

    def _read(self, path: Path) -> bytes:
        try:
            size = path.stat().st_size
            if size > self.limits.picture_mib * MIB:
                raise PictureRefusedError("picture-large", size=size // MIB + 1, limit=self.limits.picture_mib)
            return path.read_bytes()
        except OSError as fault:
            raise PictureRefusedError("picture-damaged", reason=fault.strerror or str(fault)) from fault

    def _size(self, sha256: str) -> tuple[int, int] | None:
        try:
            card = json.loads(self._card(sha256).read_bytes())
            known = card["version"] == VERSION and self._file(sha256, card["type"]).is_file()
            return (card["width"], card["height"]) if known else None
        except (OSError, ValueError, KeyError):
            return None

    def _keep(self, sha256: str, data: PictureData) -> tuple[int, int]:
        """Write the bytes first and the card that vouches for them last."""
        card = {"version": VERSION, "type": data.media_type, "width": data.width, "height": data.height}
        try:
            write_whole(self._file(sha256, data.media_type), data.content)
            write_whole(self._card(sha256), json.dumps(card).encode())
        except OutputError as fault:
            raise PictureRefusedError("picture-unkept", reason=str(fault.values.get("reason", ""))) from fault
        return data.width, data.height

    def _card(self, sha256: str) -> Path:
        return self.folder / f"{sha256}.json"

    def _file(self, sha256: str, media_type: str) -> Path:
        return self.folder / f"{sha256}{SUFFIXES[media_type]}"


def narrowed(picture: PictureData, width: int) -> PictureData:
    """Return a cleaned picture at most so many pixels wide, in its own type."""
    from PIL import Image

    if picture.width <= width:
        return picture
    with Image.open(BytesIO(picture.content), formats=READABLE) as opened:
        height = max(1, round(picture.height * width / picture.width))
        return _encoded(opened.resize((width, height), Image.Resampling.LANCZOS), picture.media_type == PNG)


def clean(content: bytes, megapixels: int) -> PictureData:
    """Return a picture upright, without metadata, at most 1600 pixels long; raise PictureRefusedError.

    Photographs become JPEG; what came as PNG, or has transparent parts, becomes PNG.
    """
    from PIL import Image, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with _whole_files_only(), Image.open(BytesIO(content), formats=READABLE) as opened:
                _refuse_many_pixels(opened, megapixels)
                return _encoded(_upright(opened), opened.format == "PNG")
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise PictureRefusedError("picture-pixels", limit=megapixels) from None
        except UnidentifiedImageError:
            raise PictureRefusedError("picture-type") from None
        except FAULTS as fault:
            raise PictureRefusedError("picture-damaged", reason=str(fault)) from fault


@contextmanager
def _whole_files_only() -> Iterator[None]:
    """Refuse truncated files, whatever a library that shares Pillow has set for the process (WeasyPrint accepts them)."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _refuse_many_pixels(image: Image, megapixels: int) -> None:
    width, height = image.size
    if width * height > megapixels * MEGA:
        raise PictureRefusedError("picture-pixels", limit=megapixels)


def _upright(image: Image) -> Image:
    from PIL import ImageOps

    bounded = _in_colour(image) if image.mode not in {"RGB", "L"} else image
    bounded.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return ImageOps.exif_transpose(bounded)


def _in_colour(image: Image) -> Image:
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert("L" if image.mode.startswith(("1", "I", "F")) else "RGB")


def _encoded(image: Image, as_png: bool) -> PictureData:
    image.info = {}
    target = BytesIO()
    media_type = PNG if as_png or image.mode == "RGBA" else JPEG
    if media_type == PNG:
        image.save(target, "PNG")
    else:
        image.save(target, "JPEG", quality=QUALITY)
    return PictureData(target.getvalue(), media_type, image.width, image.height)
