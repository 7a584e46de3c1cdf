"""Takes folders of a workspace, gives their YAML files in a fixed order, read; links are never followed."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docgen.findings import Finding, Level, Place
from docgen.model.settings import LimitSettings
from docgen.records.reading import Limits, read_text
from docgen.records.record import Record

SETTINGS_FILE, UNIT_FILE, ACCOUNTS_FILE = "docgen.yaml", "单位.yaml", "accounts.json"
RECORDS_FOLDER, ATTACHMENTS_FOLDER = "记录", "附件"
STATE_FOLDER = ".docgen"
RECORD_SUFFIX, NEAR_SUFFIX = ".yaml", ".yml"
HIDDEN_SUFFIX = re.compile(r"(?i)[.\uff0e\u3002]ya?ml([.][^.]*)?$")
"""The end of a name that was meant to be a record's: Notepad hangs .txt on it, and Windows shows no suffixes."""
BACKUPS = frozenset({".bak", ".old", ".orig", ".tmp", ".swp"})
OWN_FOLDERS = frozenset({"output", "templates"})
"""Folders at the top of a workspace in which no unit lives."""


def limits_of(settings: LimitSettings) -> Limits:
    """Return the reader's limits as the settings have them."""
    return Limits(settings.file_kib * 1024, settings.depth)


def relative(root: Path, path: Path) -> str:
    """Return a path as findings and records name it: below the workspace, with slashes."""
    # A workspace has tens of thousands of files, and pathlib takes either path apart for each of them.
    name, above = path.as_posix(), f"{root.as_posix()}/"
    return name[len(above) :] if name.startswith(above) else path.relative_to(root).as_posix()


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector of cycles wait: what is read is trees, and it would walk through all of them again and again."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()


def read_file(root: Path, path: Path, limits: Limits, draft: bytes | None = None) -> tuple[list[Record], list[Finding]]:
    """Return the records of one file and what is wrong with it; a file beyond the limit is not read.

    A `draft` is read in the file's stead.
    """
    name = relative(root, path)
    if draft is not None:
        return read_text(draft, name, limits)
    try:
        with path.open("rb", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            if size > limits.file_size:
                values = {"size": size // 1024 + 1, "limit": limits.file_size // 1024}
                return [], [Finding("file-large", Level.ERROR, Place(name), values=values)]
            content = file.readall()
        return read_text(content, name, limits)
    except OSError as fault:
        reason = {"value": name, "reason": fault.strerror or str(fault)}
        return [], [Finding("file-unreadable", Level.ERROR, Place(name), values=reason)]


Stamp = tuple[int, int, int]


def stamp_of(path: Path) -> Stamp | None:
    """Return what tells one state of a file from another: its time, size and number; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def stamps(unit_folder: Path) -> tuple[tuple[str, Stamp], ...]:
    """Return the states of the files that a unit's records are, and of those they point to."""
    own = [(each.name, each) for each in os.scandir(unit_folder) if each.is_file(follow_symlinks=False)]
    folders = (unit_folder / name for name in (RECORDS_FOLDER, ATTACHMENTS_FOLDER))
    deep = ((each.path, each) for folder in folders if folder.is_dir() for each in _walk(folder))
    found = ((name, each.stat(follow_symlinks=False)) for name, each in (*sorted(own), *deep))
    return tuple((name, (stat.st_mtime_ns, stat.st_size, stat.st_ino)) for name, stat in found)


def content_of(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a file, none where it cannot be opened or is beyond the limit."""
    try:
        return path.read_bytes() if path.stat().st_size <= limits.file_size else b""
    except OSError:
        return b""


def record_files(root: Path, unit_folder: Path) -> tuple[list[Path], list[Finding]]:
    """Return the record files of a unit in order, and a warning for each file that was passed over there."""
    folder = unit_folder / RECORDS_FOLDER
    if folder.is_symlink():
        return [], [passed_over("link-skipped", root, folder)]
    found, findings = [], []
    for entry in _walk(folder) if folder.is_dir() else ():
        path = Path(entry.path)
        suffix = path.suffix.lower()
        if entry.is_symlink():
            findings.append(passed_over("link-skipped", root, path))
        elif suffix == RECORD_SUFFIX:
            found.append(path)
        elif suffix not in BACKUPS and HIDDEN_SUFFIX.search(path.name):
            findings.append(passed_over("file-suffix", root, path))
    return found, findings


def _walk(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    """Yield the files below a folder, and the links, which are not gone into; hidden ones are left out."""
    with os.scandir(folder) as entries:
        ordered = sorted((each for each in entries if not each.name.startswith(".")), key=lambda each: each.name)
    for entry in ordered:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        else:
            yield entry


def passed_over(code: str, root: Path, path: Path, level: Level = Level.WARN) -> Finding:
    """Return a finding about a whole file or folder that was not read."""
    name = relative(root, path)
    return Finding(code, level, Place(name), values={"value": name})
