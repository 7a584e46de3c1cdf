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
    with _replacing(path) as (name, handle):
        try:
            write_all(handle, content)
            os.fsync(handle)
        finally:
            os.close(handle)
        name.replace(path)


def write_all(handle: int, content: bytes) -> None:
    """Write bytes past the buffers of a file object: an export writes thousands of small files, and each call counts."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


@contextlib.contextmanager
def whole(path: Path, *, leave_equal: bool = False) -> Iterator[IO[bytes]]:
    """Give a file to write to, which takes its place when all is written and leaves no trace otherwise.

    With `leave_equal` a file that says the same already is not touched. Raise OutputError as `write_whole` does.
    """
    with _replacing(path) as (name, handle):
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            is_new = not (leave_equal and path.is_file() and filecmp.cmp(name, path, shallow=False))
            if is_new:
                os.fsync(file.fileno())
        if is_new:
            name.replace(path)
        else:
            name.unlink()


def created(path: Path) -> tuple[Path, int]:
    """Create a temporary file beside a path, with the rights that the umask leaves; return its name and open handle.

    Its folder is made where it is missing.
    """
    name = path.parent / f"{TEMPORARY}{uuid4().hex}"
    try:
        return name, os.open(name, _NEW, 0o666)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return name, os.open(name, _NEW, 0o666)


def discard(name: Path) -> None:
    """Remove a file, if that can be done."""
    with contextlib.suppress(OSError):
        name.unlink()


def unwritable(path: Path, fault: OSError) -> OutputError:
    """Return what is told of a place that cannot be written."""
    return OutputError("output-unwritable", {"value": str(path), "reason": fault.strerror or str(fault)})


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[tuple[Path, int]]:
    """Give a new temporary file beside a path, by name and open handle; remove it if what follows fails."""
    try:
        name, handle = created(path)
        try:
            yield name, handle
        except BaseException:
            discard(name)
            raise
    except OSError as fault:
        raise unwritable(path, fault) from fault


def sweep(folder: Path) -> None:
    """Remove what an interrupted run left behind in a folder and below it."""
    for leftover in folder.rglob(f"{TEMPORARY}*"):
        discard(leftover)
