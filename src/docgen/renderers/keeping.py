"""Takes the code that jinja2 makes of docgen's own templates, gives it to the next process: kept in the user's cache."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from docgen.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = "docgen/templates"
# Who changes one of these changes what is made of a template.
_MAKERS = ("language.py", "allowance.py", "allowlist.py", "docx/compiled.py")
_DIGEST = sha256().digest_size
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Keeping(BytecodeCache):
    """Code by what it was made from and by, a file each, in a folder into which nobody else can write.

    Kept code is run as it stands; so only templates that came with docgen are kept, never one that somebody sends. Where
    the folder is another's, or cannot be written, nothing is kept and nothing is said.
    """

    def __init__(self, folder: Path) -> None:
        self._root = folder
        self._folder = folder / _makers()

    def get_bucket(self, environment: Environment, name: str, _filename: str | None, source: str) -> Bucket:
        """Return what is kept of a source, which is part of the key: each Word file has a part of the same name."""
        key = sha256(f"{name}\0{source}".encode()).hexdigest()
        bucket = Bucket(environment, key, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket, if its file is there and whole."""
        with suppress(OSError):
            if _is_private(self._root):
                kept = (self._folder / bucket.key).read_bytes()
                if sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST]:
                    bucket.bytecode_from_string(kept[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket holds; its file is there whole or not at all."""
        from tempfile import NamedTemporaryFile

        with suppress(OSError):
            self._root.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
            if not _is_private(self._root):
                return
            self._make_room()
            code = bucket.bytecode_to_string()
            with NamedTemporaryFile(dir=self._folder, delete=False) as file:
                file.write(sha256(code).digest() + code)
            Path(file.name).replace(self._folder / bucket.key)

    def _make_room(self) -> None:
        """Make the folder of this version; what others left goes."""
        if not self._folder.is_dir():
            for each in self._root.iterdir():
                rmtree(each, ignore_errors=True)
            self._folder.mkdir(exist_ok=True)


@cache
def keeping() -> Keeping | None:
    """Return what keeps code between processes, None where this user has no place for it."""
    # Where the user has no home, or docgen is no folder of files, it does without.
    with suppress(RuntimeError, OSError):
        return Keeping(_caches() / FOLDER)
    return None


def _caches() -> Path:
    named = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path("~/.cache").expanduser()


def _makers() -> str:
    """Return a name for all that has a hand in the code: versions, and docgen's own part of its making."""
    total = sha256(f"{__version__}\0{jinja2.__version__}\0{sys.version}".encode())
    for name in _MAKERS:
        total.update(b"\0" + (Path(__file__).parent / name).read_bytes())
    return total.hexdigest()


def _is_private(folder: Path) -> bool:
    """Tell whether a folder, no link to one, is the user's own and nobody else's to write; Windows keeps it so itself."""
    about = folder.lstat()
    if not stat.S_ISDIR(about.st_mode):
        return False
    return os.name == "nt" or (about.st_uid == os.getuid() and not about.st_mode & _OTHERS_WRITE)
