"""Takes a zip that somebody sent, gives its files by name, within bounds; what would do harm is refused.

Programs of Chinese Windows name files in GBK without saying so; a name that is no UTF-8 is read as that.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Self

from docgen.errors import UnreadableFile

MOST_FILES = 50_000
MOST_BYTES, MOST_FILE_BYTES = 2_000_000_000, 100_000_000
MOST_RATIO, RATIO_FROM = 200, 10_000_000
UTF8_FLAG, ENCRYPTED_FLAG = 0x800, 0x1
_CHUNK = 1 << 16
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError)


class Parcel:
    """A zip that is open for reading; used as a context."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._archive = zipfile.ZipFile(path)
        except _FAULTS as fault:
            raise UnreadableFile("zip-unreadable", {"value": str(path), "reason": str(fault)}) from fault
        self._members = {_name(each): each for each in self._archive.infolist() if not each.is_dir()}
        self._refuse_harm()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files, folders parted by slashes."""
        return tuple(sorted(self._members))

    def read(self, name: str) -> bytes:
        """Return a file's bytes, counted while they are inflated; raise UnreadableFile where they are damaged or too many."""
        parts, size = [], 0
        try:
            with self._archive.open(self._members[name]) as file:
                while chunk := file.read(_CHUNK):
                    parts.append(chunk)
                    size += len(chunk)
                    if size > MOST_FILE_BYTES:
                        raise UnreadableFile("zip-member-large", {"value": name, "limit": MOST_FILE_BYTES // 1_000_000})
        except _FAULTS as fault:
            raise UnreadableFile("zip-unreadable", {"value": name, "reason": str(fault)}) from fault
        return b"".join(parts)

    def _refuse_harm(self) -> None:
        members = self._members.items()
        if len(members) > MOST_FILES or sum(each.file_size for _, each in members) > MOST_BYTES:
            limits: dict[str, str | int] = {"files": MOST_FILES, "limit": MOST_BYTES // 1_000_000}
            raise UnreadableFile("zip-large", {"value": str(self.path)} | limits)
        for name, each in members:
            code = _harm(name, each)
            if code:
                raise UnreadableFile(code, {"value": name})


def _harm(name: str, member: zipfile.ZipInfo) -> str:
    """Return the code of what is wrong with a member, "" for none."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name:
        return "zip-path-refused"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "zip-link-refused"
    if member.flag_bits & ENCRYPTED_FLAG:
        return "zip-encrypted"
    if member.file_size > RATIO_FROM and member.file_size > MOST_RATIO * max(member.compress_size, 1):
        return "zip-bomb"
    return ""


def _name(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & UTF8_FLAG:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename
