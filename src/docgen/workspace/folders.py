"""Takes a workspace's folders, gives those of its units, and findings where records lie that nobody would read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from docgen.findings import Finding, Level
from docgen.workspace.files import (
    ATTACHMENTS_FOLDER,
    NEAR_SUFFIX,
    OWN_FOLDERS,
    RECORD_SUFFIX,
    RECORDS_FOLDER,
    SETTINGS_FILE,
    UNIT_FILE,
    passed_over,
)

BRANCHES_FOLDER = "支部"


class _Folder(NamedTuple):
    """A folder in which a unit may live: its path, and the names of the folders and of the files in it."""

    path: Path
    folders: tuple[str, ...]
    files: tuple[str, ...]

    @property
    def is_unit(self) -> bool:
        return UNIT_FILE in self.files and not (self.path / UNIT_FILE).is_symlink()

    @property
    def has_records(self) -> bool:
        return RECORDS_FOLDER in self.folders


def unit_files(root: Path) -> tuple[list[Path], list[Finding]]:
    """Return every 单位.yaml of a workspace, at any depth, in order, and an error for each unit without one.

    A workspace inside this one is one of its own.
    """
    folders = list(_folders(root, root))
    found = sorted(each.path / UNIT_FILE for each in folders if each.is_unit)
    return found, [passed_over("unit-file-missing", root, path, Level.ERROR) for path in _homeless(root, folders)]


def outside_findings(root: Path, unit_folder: Path) -> list[Finding]:
    """Return a warning for each YAML file of a unit that lies neither in 记录/ nor in 附件/, where it is not read."""
    own = {UNIT_FILE, SETTINGS_FILE} if unit_folder == root else {UNIT_FILE}
    files = (here.path / name for here in _own_folders(root, unit_folder) for name in sorted(here.files))
    return [passed_over("file-outside", root, path) for path in files if _is_yaml(path.name) and path.name not in own]


def _folders(root: Path, start: Path) -> Iterator[_Folder]:
    """Yield the folders from one on in which units may live."""
    for folder, names, files in os.walk(start):
        here = Path(folder)
        if here != root and SETTINGS_FILE in files:
            names.clear()
            continue
        yield _Folder(here, tuple(names), tuple(files))
        names[:] = sorted(name for name in names if _may_hold_units(here == root, name))


def _may_hold_units(at_top: bool, name: str) -> bool:
    if name.startswith(".") or name in {RECORDS_FOLDER, ATTACHMENTS_FOLDER}:
        return False
    return not (at_top and name in OWN_FOLDERS)


def _homeless(root: Path, folders: list[_Folder]) -> list[Path]:
    """Return the folders that have 记录/ but no 单位.yaml, and those below 支部/ that have YAML files but no unit."""
    records = {each.path for each in folders if each.has_records and not each.is_unit}
    settled = records | {each.path for each in folders if each.is_unit}
    # Above a unit no folder is taken for one; below it, files outside its 记录/ are its own matter.
    above = {parent for path in settled for parent in path.parents}
    holding = {each.path for each in folders if any(map(_is_yaml, each.files))}
    lost = set()
    for path in sorted(holding - settled):
        way = _below_branches(root, path)
        if settled.isdisjoint(way):
            lost |= set([each for each in way if each not in above][:1])
    return sorted(records | lost)


def _below_branches(root: Path, path: Path) -> list[Path]:
    """Return the folders on the way from 支部/ to a path, the path included, from above; none when it is not below."""
    way = [path, *path.parents][: len(path.relative_to(root).parts)][::-1]
    last = max((number for number, each in enumerate(way) if each.name == BRANCHES_FOLDER), default=len(way))
    return way[last + 1 :]


def _own_folders(root: Path, unit_folder: Path) -> Iterator[_Folder]:
    """Yield the folders of a unit without those of the units below it, be they written or still missing."""
    foreign: set[Path] = set()
    for here in _folders(root, unit_folder):
        is_foreign = here.is_unit or here.has_records or here.path.parent.name == BRANCHES_FOLDER
        if here.path != unit_folder and (is_foreign or here.path.parent in foreign):
            foreign.add(here.path)
        else:
            yield here


def _is_yaml(name: str) -> bool:
    return not name.startswith(".") and name.lower().endswith((RECORD_SUFFIX, NEAR_SUFFIX))
