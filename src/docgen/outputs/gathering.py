"""Takes bytes and paths, gives files that are there as a whole or not at all: many of them, flushed to disk together."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from docgen.errors import OutputError
from docgen.outputs.files import created, discard, unwritable, write_all

# So many files are open at once: a disk is hardly longer about them than about one.
MOST_WAITING = 64
# Seconds of work that a process which is killed may cost.
LONGEST_WAIT = 0.5


class Gathering:
    """Files that are written, and take their places a little later, many at a time.

    What is never settled leaves temporary files, as what is killed half way does, and nothing in any place.
    """

    def __init__(self) -> None:
        self._waiting: dict[Path, tuple[Path, int]] = {}
        self._faults: dict[Path, OutputError] = {}
        self._since = 0.0

    def __contains__(self, path: Path) -> bool:
        """Tell whether a file has yet to take its place."""
        return path in self._waiting

    def write(self, path: Path, content: bytes) -> None:
        """Write a file beside its place; raise OutputError where that cannot be done."""
        now = time.monotonic()
        if path in self or len(self._waiting) >= MOST_WAITING or now - self._since > LONGEST_WAIT:
            self.flush()
        if not self._waiting:
            self._since = now
        try:
            name, handle = created(path)
            self._waiting[path] = name, handle
            write_all(handle, content)
        except OSError as fault:
            self._drop(path)
            raise unwritable(path, fault) from fault

    def settle(self) -> dict[Path, OutputError]:
        """Put all files in their places; return why some could not go there: a file may be open elsewhere (Windows)."""
        self.flush()
        faults, self._faults = self._faults, {}
        return faults

    def flush(self) -> None:
        """Put all files in their places; `settle` tells what went wrong."""
        for _, handle in self._waiting.values():
            _begin_writing(handle)
        for path, (name, handle) in self._waiting.items():
            try:
                _flush(handle)
                name.replace(path)
            except OSError as fault:
                discard(name)
                self._faults[path] = unwritable(path, fault)
        self._waiting.clear()

    def _drop(self, path: Path) -> None:
        if path in self._waiting:
            name, handle = self._waiting.pop(path)
            os.close(handle)
            discard(name)


def _begin_writing(handle: int) -> None:
    """Have the system begin to write a file out, so that the first of many to be flushed takes the others along.

    Linux does that for a file that is said not to be read soon; elsewhere flushing one by one is all there is.
    """
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def _flush(handle: int) -> None:
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
