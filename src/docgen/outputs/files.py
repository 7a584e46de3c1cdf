"""Takes bytes and a path, gives a file that is there as a whole or not at all."""

from __future__ import annotations

import contextlib
import filecmp
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from docgen.errors import OutputError

TEMPORARY = ".docgen-"


def digest(content: bytes) -> str:
    """Return the sha256 of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file by a temporary one in the same folder, flushed to disk and renamed over it.

    Raise OutputError when the place cannot be written, or the file is open elsewhere (Windows).
    """
    with whole(path) as file:
        file.write(content)


@contextlib.contextmanager
def whole(path: Path, *, leave_equal: bool = False) -> Iterator[IO[bytes]]:
    """Give a file to write to, which takes its place when all is written and leaves no trace otherwise.

    With `leave_equal` a file that says the same already is not touched. Raise OutputError as `write_whole` does.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if leave_equal and path.is_file() and filecmp.cmp(name, path, shallow=False):
                Path(name).unlink()
                return
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as fault:
        raise OutputError("output-unwritable", {"value": str(path), "reason": fault.strerror or str(fault)}) from fault


def sweep(folder: Path) -> None:
    """Remove what an interrupted run left behind in a folder and below it."""
    for leftover in folder.rglob(f"{TEMPORARY}*"):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
