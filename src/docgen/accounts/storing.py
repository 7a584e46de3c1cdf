"""Takes the path of accounts.json, gives the book that it holds, and writes another; what is damaged is an error."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.accounts.account import key_of, sound, sound_name
from docgen.accounts.book import VERSION, Book
from docgen.errors import OutputError, UsageError, WorkspaceError
from docgen.outputs import unwritable, whole
from docgen.workspace.files import ACCOUNTS_FILE

if TYPE_CHECKING:
    from pydantic import TypeAdapter

OWNER_ALONE = 0o600
PATIENCE = 10.0
"""How many seconds one process waits for another that is changing the file."""
PASSWORD = re.compile(r"\$argon2id\$v=\d+\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+")
DIGEST = re.compile(r"[0-9a-f]{64}")

State = tuple[int, int, int]


def state_of(path: Path) -> State | None:
    """Return what changes with every change of a file, None where there is no file; raise WorkspaceError."""
    # Path.exists says no to a broken link and to a folder that may not be entered: no accounts would be an open door.
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise _unreadable(path, fault) from fault
    if stat.S_ISLNK(found.st_mode):
        raise WorkspaceError("accounts-link", {"value": path.name})
    return found.st_mtime_ns, found.st_size, found.st_ino


def read(path: Path) -> Book:
    """Return the book of a file; raise WorkspaceError for one that cannot be read, or does not hold together."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise _unreadable(path, fault) from fault
    return parse(content, path.name)


def parse(content: bytes, name: str) -> Book:
    """Return the book that the bytes of a file hold; raise WorkspaceError."""
    _check_version(_as_json(content, name), name)
    from pydantic import ValidationError

    try:
        book = _adapter().validate_json(content, strict=True)
    except ValidationError as fault:
        where = ".".join(str(step) for step in fault.errors(include_url=False, include_input=False)[0]["loc"])
        raise WorkspaceError("accounts-misshapen", {"value": name, "key": where}) from None
    fault_at = next(iter(_faults(book)), None)
    if fault_at is not None:
        raise WorkspaceError("accounts-misshapen", {"value": name, "key": fault_at})
    return book


def write(path: Path, book: Book) -> None:
    """Write a book so that its file is there as a whole, for its owner's eyes alone; raise OutputError."""
    content = _adapter().dump_json(book, indent=1) + b"\n"
    with whole(path) as file:
        if hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), OWNER_ALONE)
        _leave_to_owner(file.fileno(), path.parent)
        file.write(content)


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Let nobody else change the file meanwhile, in this process or another; raise OutputError."""
    from filelock import FileLock, Timeout

    try:
        is_new = not lock.parent.exists()
        lock.parent.mkdir(exist_ok=True)
        held = FileLock(lock, timeout=PATIENCE, mode=OWNER_ALONE)
        held.acquire()
        for made in (lock.parent, lock) if is_new else (lock,):
            _leave_to_owner(made, lock.parent.parent)
    except Timeout as fault:
        raise OutputError("accounts-busy", {"value": ACCOUNTS_FILE}) from fault
    except OSError as fault:
        raise unwritable(lock, fault) from fault
    try:
        yield
    finally:
        held.release()


def _leave_to_owner(made: Path | int, folder: Path) -> None:
    """Give what root made to the owner of a folder, as whom the service runs; links are never followed."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    owner = folder.stat()
    with suppress(PermissionError):
        if isinstance(made, int):
            os.fchown(made, owner.st_uid, owner.st_gid)
        else:
            os.chown(made, owner.st_uid, owner.st_gid, follow_symlinks=False)


def _as_json(content: bytes, name: str) -> object:
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_once_each)
    except json.JSONDecodeError as fault:
        raise WorkspaceError("accounts-broken", {"value": name, "line": fault.lineno}) from None
    except _Double as fault:
        raise WorkspaceError("accounts-misshapen", {"value": name, "key": str(fault)}) from None
    except (ValueError, RecursionError):
        raise WorkspaceError("accounts-broken", {"value": name, "line": 1}) from None


class _Double(Exception):
    """A key that stands twice: of two passwords nobody knows which one is meant."""


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _Double(key)
        found[key] = value
    return found


def _check_version(data: object, name: str) -> None:
    version = data.get("version") if isinstance(data, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise WorkspaceError("accounts-newer", {"value": name, "version": version})
    if version != VERSION or isinstance(version, bool):
        raise WorkspaceError("accounts-misshapen", {"value": name, "key": "version"})


def _faults(book: Book) -> Iterator[str]:
    """Yield where a book could not have been written by docgen."""
    yield from book.faults()
    for account in book.accounts:
        try:
            is_sound = key_of(sound_name(account.name)) == key_of(sound(account).name)
        except UsageError:
            is_sound = False
        if not is_sound or account.changed.tzinfo is None:
            yield f"accounts.{account.name}"
    yield from (f"passwords.{name}" for name, text in book.passwords.items() if not PASSWORD.fullmatch(text))
    yield from (f"digests.{id}" for id, text in book.digests.items() if not DIGEST.fullmatch(text))
    for token in book.tokens:
        if token.issued.tzinfo is None or token.expires.tzinfo is None or not token.scopes:
            yield f"tokens.{token.id}"


def _unreadable(path: Path, fault: OSError) -> WorkspaceError:
    return WorkspaceError("accounts-unreadable", {"value": path.name, "reason": fault.strerror or str(fault)})


@cache
def _adapter() -> TypeAdapter[Book]:
    from pydantic import TypeAdapter

    return TypeAdapter(Book)
