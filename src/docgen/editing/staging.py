"""Takes a file's new content, puts it where the file stands: written and flushed beside first, moved there in one step."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path
from uuid import uuid4

from docgen.outputs import unwritable, write_whole

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_GONE = ".gone"


class Staging:
    """A folder of the workspace's state in which new contents wait for their place; empty when nobody is writing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def stage(self, content: bytes | None, target: Path) -> str:
        """Write what a file shall hold, None for nothing, and return the name it waits under; raise OutputError."""
        name = uuid4().hex + (_GONE if content is None else "")
        path = self.folder / name
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, _NEW, 0o666)
            try:
                _keep_rights(path, target)
                rest = memoryview(content or b"")
                while rest:
                    rest = rest[os.write(handle, rest) :]
                os.fsync(handle)
            finally:
                os.close(handle)
            flush_folder(self.folder)
        except OSError as fault:
            raise unwritable(path, fault) from fault
        return name

    def waits(self, name: str) -> bool:
        """Tell whether something staged has not found its place."""
        return bool(name) and (self.folder / name).exists()

    def place(self, name: str, target: Path) -> None:
        """Move what waits to its place, or remove the file where it shall be gone; raise OutputError, nothing waiting."""
        path = self.folder / name
        try:
            if name.endswith(_GONE):
                target.unlink(missing_ok=True)
                flush_folder(target.parent)
                path.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                _move(path, target)
                flush_folder(target.parent)
        except OSError as fault:
            self.drop(name)
            raise unwritable(target, fault) from fault

    def drop(self, name: str) -> None:
        """Let something staged be as if it had never been."""
        with contextlib.suppress(OSError):
            (self.folder / name).unlink()

    def sweep(self) -> None:
        """Remove all that waits."""
        for path in self.folder.glob("*"):
            self.drop(path.name)


def _keep_rights(path: Path, target: Path) -> None:
    """Let the new file be open to the same people as the one that it replaces."""
    with contextlib.suppress(FileNotFoundError):
        path.chmod(stat.S_IMODE(target.stat().st_mode))


def _move(path: Path, target: Path) -> None:
    try:
        path.replace(target)
    except OSError as fault:
        if fault.errno != errno.EXDEV:
            raise
        write_whole(target, path.read_bytes())
        path.unlink()


def flush_folder(folder: Path) -> None:
    """See the names in a folder on disk; Windows has no way to, and no need."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
