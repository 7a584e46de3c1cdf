"""Takes a picture that somebody sent, gives it cleaned, under a safe name, and kept among a unit's files.

The library that decodes pictures meets it in a confined process; in this one it is bytes.
"""

from __future__ import annotations

import sys
import unicodedata
import warnings
from io import BytesIO
from pathlib import Path, PurePosixPath

from msgspec import Struct

from docgen.confinement import Confinement, Limits
from docgen.errors import UnreadableFile, UsageError
from docgen.model.settings import LimitSettings
from docgen.outputs import file_name, write_whole
from docgen.renderers.rendering import PictureData
from docgen.workspace.attachments import is_safe
from docgen.workspace.files import ATTACHMENTS_FOLDER
from docgen.workspace.pictures import FAULTS, MIB, SUFFIXES, PictureRefusedError, clean

LIMITS = Limits(seconds=20, cpu_seconds=15, memory_mib=1024)
WARM = (
    "PIL.Image",
    "PIL.ImageOps",
    "PIL.ImageFile",
    "PIL.JpegImagePlugin",
    "PIL.PngImagePlugin",
    "PIL.WebPImagePlugin",
)
"""What a confined process loads before it is given a picture."""
MOST_NAMESAKES = 1000
_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_IN_OFFICE = ("PNG", "JPEG", "GIF", "BMP")
_RIFF, _WEBP = b"RIFF", b"WEBP"
_PHONE_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_HEAD = 12


class ReceivedPicture(Struct, frozen=True):
    """A picture as it will be kept: upright, bare, at most 1600 pixels long; `name` is one that every system accepts."""

    name: str
    data: PictureData


def receive_picture(confinement: Confinement, name: str, content: bytes, limits: LimitSettings) -> ReceivedPicture:
    """Return a picture cleaned in a confined process; of its name only what is safe is left.

    Raise UnreadableFile for one that is too large, damaged or none, Overrun for one that takes too much.
    """
    if len(content) > limits.picture_mib * MIB:
        size = len(content) // MIB + 1
        raise UnreadableFile("picture-large", {"value": name, "size": size, "limit": limits.picture_mib})
    _refuse_others(name, content)
    made, media_type, width, height = confinement.run(cleaned, name, content, limits.picture_pixels, limits=LIMITS)
    return ReceivedPicture(safe_name(name, SUFFIXES[media_type]), PictureData(made, media_type, width, height))


def cleaned(name: str, content: bytes, megapixels: int) -> tuple[bytes, str, int, int]:
    """Return a cleaned picture's bytes, type, width and height; raise UnreadableFile: what runs in the confined process."""
    try:
        made = clean(content, megapixels)
    except PictureRefusedError as refused:
        raise UnreadableFile(refused.code, {"value": name, **refused.values}) from refused
    return made.content, made.media_type, made.width, made.height


def pixels(content: bytes) -> int:
    """Return how many pixels a picture in an Office file says that it has, 0 for what is none; nothing is decoded."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(content), formats=_IN_OFFICE) as opened:
                return opened.width * opened.height
        except Image.DecompressionBombError:
            return sys.maxsize
        except FAULTS:
            return 0


def safe_name(name: str, suffix: str) -> str:
    """Return a name for a file in one folder: no folders, no signs that are not seen, its suffix that of its content."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    seen = "".join(each for each in unicodedata.normalize("NFC", last) if unicodedata.category(each)[0] != "C")
    return file_name((PurePosixPath(seen).stem.strip(" ."),), suffix.removeprefix("."))


def keep_picture(unit_folder: Path, received: ReceivedPicture) -> str:
    """Write a picture into a unit's 附件, never over another one; return the name by which a record calls it."""
    folder = unit_folder / ATTACHMENTS_FOLDER
    stem, suffix = received.name.rpartition(".")[::2]
    if not is_safe(received.name) or "/" in received.name:
        raise UsageError("picture-name", {"value": received.name})
    for number in range(1, MOST_NAMESAKES):
        name = received.name if number == 1 else f"{stem}-{number}.{suffix}"
        path = folder / name
        if not path.exists():
            write_whole(path, received.data.content)
            return name
        if path.is_file() and path.read_bytes() == received.data.content:
            return name
    raise UsageError("picture-name", {"value": received.name})


def _refuse_others(name: str, content: bytes) -> None:
    """Raise UnreadableFile for what is no JPEG, PNG or WebP by its first bytes, whatever its name ends with."""
    head = content[:_HEAD]
    if head[4:8] == b"ftyp" and head[8:12] in _PHONE_BRANDS:
        raise UnreadableFile("picture-heic", {"value": name})
    if not (head.startswith(_STARTS) or (head[:4] == _RIFF and head[8:12] == _WEBP)):
        raise UnreadableFile("picture-type", {"value": name})
