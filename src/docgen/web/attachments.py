"""Takes the name of a file, gives the headers with which a browser saves it under that name."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote


def attachment(name: str) -> dict[str, str]:
    """Return the headers of a download; names beyond ASCII as RFC 6266 has them, with a plain one for old programs."""
    plain = f"download{PurePosixPath(name).suffix}"
    return {"content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"}
