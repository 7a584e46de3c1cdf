"""Takes the zips of branches' folders, gives what they would change in the workspace, and changes it when told to.

A folder is a unit's by its 单位.yaml; a zip may hold several. Nothing is removed: a file that a zip lacks stays, one that it
changes is kept below .docgen/ as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePosixPath

from msgspec import Struct

from docgen.errors import OutputError
from docgen.findings import Finding, Level, Place, in_order
from docgen.intake.parcels import Parcel
from docgen.model.kinds import MODELS
from docgen.model.unit import Unit, UnitType
from docgen.outputs import safe_part, write_whole
from docgen.records.reading import read_text
from docgen.records.validation import parse, validate
from docgen.workspace import Workspace
from docgen.workspace.files import (
    ATTACHMENTS_FOLDER,
    RECORD_SUFFIX,
    RECORDS_FOLDER,
    STATE_FOLDER,
    UNIT_FILE,
    limits_of,
)
from docgen.workspace.folders import BRANCHES_FOLDER

KEPT_FOLDER = "collected"
OWN_FOLDERS = frozenset({RECORDS_FOLDER, ATTACHMENTS_FOLDER})


class Change(StrEnum):
    """What a file of a zip is to the workspace."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LACKING = "lacking"


class Collected(Struct, frozen=True):
    """One unit of a zip: whether the workspace knows it, where its folder lies, what becomes of each file."""

    short: str
    name: str
    is_new: bool
    folder: Path
    parcel: Path
    inside: str
    files: tuple[tuple[str, Change], ...]

    def of(self, change: Change) -> tuple[str, ...]:
        """Return the files of one sort."""
        return tuple(file for file, each in self.files if each is change)

    @property
    def counts(self) -> dict[Change, int]:
        """How many files there are of each sort."""
        found = Counter(each for _, each in self.files)
        return {change: found[change] for change in Change}


class Collection(Struct, frozen=True):
    """What zips hold, unit by unit, and what is wrong in them; nothing is written yet."""

    root: Path
    units: tuple[Collected, ...]
    findings: tuple[Finding, ...]

    def write(self, on: date) -> int:
        """Put the new and changed files into the workspace, and return how many; what they replace is kept by the day."""
        return sum(_write(self.root, unit, on) for unit in self.units)


def kept_folder(root: Path, unit: str, on: date) -> Path:
    """Return where the files of a unit are kept that a collection of a day replaces."""
    return root / STATE_FOLDER / KEPT_FOLDER / f"{on:%Y-%m-%d}-{safe_part(unit)}"


def collect(workspace: Workspace, parcels: Iterable[Path]) -> Collection:
    """Look into zips; raise UnreadableFile for one that is none, that is damaged, or that is not safe to open."""
    units: list[Collected] = []
    findings: list[Finding] = []
    for path in parcels:
        with Parcel(path) as parcel:
            inside = [name for name in parcel.names if PurePosixPath(name).name == UNIT_FILE]
            if not inside:
                findings.append(Finding("collect-no-unit", Level.ERROR, Place(path.name), values={"value": path.name}))
            for name in inside:
                found = _unit(workspace, parcel, name, findings)
                if found is not None and all(each.short != found.short for each in units):
                    units.append(found)
                elif found is not None:
                    values = {"value": found.short}
                    findings.append(Finding("collect-twice", Level.ERROR, Place(f"{path.name}:{name}"), values=values))
    return Collection(workspace.root, tuple(units), tuple(in_order(findings)))


def _unit(workspace: Workspace, parcel: Parcel, name: str, findings: list[Finding]) -> Collected | None:
    """Return one unit of a zip; None where its 单位.yaml cannot be read, which is a finding."""
    limits = limits_of(workspace.settings.limits)
    shown = f"{parcel.path.name}:{name}"
    records, wrong = read_text(parcel.read(name), shown, limits)
    unit, misfit = validate(records[0], Unit) if len(records) == 1 else (None, [])
    findings += [*wrong, *misfit]
    if unit is None:
        if not (wrong or misfit):
            findings.append(Finding("unit-file-empty", Level.ERROR, Place(shown), values={"value": shown}))
        return None
    above = name.removesuffix(UNIT_FILE)
    files = [each.removeprefix(above) for each in parcel.names if each.startswith(above)]
    own = [each for each in files if _is_own(each)]
    nested = {other.removesuffix(UNIT_FILE) for other in parcel.names if PurePosixPath(other).name == UNIT_FILE} - {
        above
    }
    for each in files:
        if not _is_own(each) and not any(f"{above}{each}".startswith(other) for other in nested):
            place = Place(f"{parcel.path.name}:{above}{each}")
            findings.append(Finding("collect-passed-over", Level.INFO, place, values={"value": each}))
    known = workspace.units.get(unit.short)
    folder = known.path if known is not None else _new_folder(workspace, unit)
    findings += _reading(parcel, above, own, workspace)
    changes = (*_changes(parcel, above, own, folder), *_lacking(folder, own))
    return Collected(unit.short, unit.name, known is None, folder, parcel.path, above, changes)


def _is_own(file: str) -> bool:
    first, *rest = PurePosixPath(file).parts
    hidden = any(part.startswith((".", "~$")) for part in (first, *rest))
    return not hidden and (file == UNIT_FILE or (first in OWN_FOLDERS and bool(rest)))


def _new_folder(workspace: Workspace, unit: Unit) -> Path:
    name = safe_part(unit.short)
    return workspace.root / BRANCHES_FOLDER / name if unit.type is UnitType.BRANCH else workspace.root / name


def _reading(parcel: Parcel, above: str, files: Iterable[str], workspace: Workspace) -> Iterator[Finding]:
    """Yield what is wrong in the writing of the records: they are taken all the same, as their branch wrote them."""
    limits = limits_of(workspace.settings.limits)
    for file in files:
        if not (file.startswith(f"{RECORDS_FOLDER}/") and file.endswith(RECORD_SUFFIX)):
            continue
        records, wrong = read_text(parcel.read(above + file), f"{parcel.path.name}:{above}{file}", limits)
        yield from wrong
        for record in records:
            yield from parse(record, MODELS)[1]


def _changes(parcel: Parcel, above: str, files: Iterable[str], folder: Path) -> Iterator[tuple[str, Change]]:
    for file in files:
        there = folder / file
        if not there.is_file():
            yield file, Change.NEW
        elif there.read_bytes() == parcel.read(above + file):
            yield file, Change.SAME
        else:
            yield file, Change.CHANGED


def _lacking(folder: Path, files: Iterable[str]) -> Iterator[tuple[str, Change]]:
    """Yield the files of the workspace that the zip lacks."""
    sent = set(files)
    for top in sorted(OWN_FOLDERS):
        for path in sorted((folder / top).rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and _is_own(name) and name not in sent:
                yield name, Change.LACKING


def _write(root: Path, unit: Collected, on: date) -> int:
    kept = kept_folder(root, unit.short, on)
    wanted = [*unit.of(Change.NEW), *unit.of(Change.CHANGED)]
    with Parcel(unit.parcel) as parcel:
        for file in wanted:
            target = unit.folder / file
            if target.is_symlink() or any(
                above.is_symlink() for above in target.relative_to(root).parents if above.name
            ):
                raise OutputError("output-unwritable", {"value": str(target), "reason": "link"})
            if target.is_file():
                write_whole(_free(kept / file), target.read_bytes())
            write_whole(target, parcel.read(unit.inside + file))
    return len(wanted)


def _free(path: Path) -> Path:
    """Return a path that holds nothing yet: the same day may bring a folder twice."""
    number = 1
    found = path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found
