"""Takes the bytes of a file and its name, gives the response that hands it on under that name, whatever is in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

from starlette.responses import Response

from docgen.formats import MEDIA_TYPES, Format

ZIP = "application/zip"
OCTETS = "application/octet-stream"
ATTACHED, SHOWN = "attachment", "inline"
PLAIN_STEM = "docgen"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
# What RFC 8187 lets stand without a percent sign.
_ATTRIBUTE_CHARS = "!#$&+-.^_`|~"


def download(content: bytes, name: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return a response that is kept as a file."""
    told = {**(headers or {}), "content-disposition": disposition(name)}
    return Response(content, media_type=media_type_of(name), headers=told)


def disposition(name: str, how: str = ATTACHED) -> str:
    """Return how a file is called (RFC 6266): for all that can read it in full, and in ASCII for the others."""
    suffix = PurePosixPath(name).suffix
    plain = _UNSAFE.sub("-", name.removesuffix(suffix)).strip("-.") or PLAIN_STEM
    return f"{how}; filename=\"{plain}{_UNSAFE.sub('', suffix)}\"; filename*=UTF-8''{quote(name, _ATTRIBUTE_CHARS)}"


def media_type_of(name: str) -> str:
    """Return the media type of a file that docgen makes, by its name."""
    suffix = PurePosixPath(name).suffix.removeprefix(".").lower()
    if suffix == "zip":
        return ZIP
    return MEDIA_TYPES[Format(suffix)] if suffix in tuple(Format) else OCTETS
