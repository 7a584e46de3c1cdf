"""Takes bytes and a path, gives a file that is there as a whole or not at all."""

from __future__ import annotations

import contextlib
import filecmp
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from uuid import uuid4

from docgen.errors import OutputError

TEMPORARY = ".docgen-"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def digest(content: bytes) -> str:
    """Return the sha256 of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file by a temporary one in the same folder, flushed to disk and renamed over it.

    Raise OutputError when the place cannot be written, or the file is open elsewhere (Windows).
    """
    # Past the buffers of a file object: an export writes thousands of small files, and each call of the system counts.
    with _replacing(path) as (name, handle):
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        name.replace(path)


@contextlib.contextmanager
def whole(path: Path, *, leave_equal: bool = False) -> Iterator[IO[bytes]]:
    """Give a file to write to, which takes its place when all is written and leaves no trace otherwise.

    With `leave_equal` a file that says the same already is not touched. Raise OutputError as `write_whole` does.
    """
    with _replacing(path) as (name, handle):
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if leave_equal and path.is_file() and filecmp.cmp(name, path, shallow=False):
            name.unlink()
        else:
            name.replace(path)


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[tuple[Path, int]]:
    """Give a new temporary file beside a path, by name and open handle; remove it if what follows fails."""
    try:
        name = path.parent / f"{TEMPORARY}{uuid4().hex}"
        handle = _created(name, path.parent)
        try:
            yield name, handle
        except BaseException:
            with contextlib.suppress(OSError):
                name.unlink()
            raise
    except OSError as fault:
        raise OutputError("output-unwritable", {"value": str(path), "reason": fault.strerror or str(fault)}) from fault


def _created(name: Path, folder: Path) -> int:
    """Create a file that is not there yet, with the rights that the umask leaves; make its folder where it is missing."""
    try:
        return os.open(name, _NEW, 0o666)
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(name, _NEW, 0o666)


def sweep(folder: Path) -> None:
    """Remove what an interrupted run left behind in a folder and below it."""
    for leftover in folder.rglob(f"{TEMPORARY}*"):
        with contextlib.suppress(OSError):
            leftover.unlink()
