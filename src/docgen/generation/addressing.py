"""Takes the words or the path by which somebody means a part of a workspace, gives its subject or its unit."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from docgen.errors import UsageError
from docgen.findings import Finding
from docgen.model.subject import Subject
from docgen.model.unit import UnitType
from docgen.workspace import Workspace

SEPARATORS = frozenset("/\\")


def subject_named(workspace: Workspace, text: str) -> Subject:
    """Read a subject whose unit may be written by its full name; a unit alone is a subject without a period.

    Raise UsageError where the text has no such form or the unit is unknown.
    """
    folder = workspace.named(text)
    if folder is not None or not set(text) & SEPARATORS:
        return Subject(workspace.unit(text).short)
    unit = Subject.parse(text).unit
    return Subject.parse(f"{workspace.unit(unit).short}{text[len(unit) :]}")


def unit_of(workspace: Workspace, path: Path) -> str:
    """Return the 简称 of the unit in whose folder a path lies; raise UsageError where there is none."""
    units = [short for short, folder in workspace.units.items() if is_inside(path, folder.path)]
    if not units:
        raise UsageError("path-foreign", {"value": str(path)})
    return max(units, key=lambda short: len(workspace.units[short].path.parts))


def below(workspace: Workspace, short: str) -> tuple[str, ...]:
    """Return the 简称 of the branches below a unit, at any depth, in the order of the tree."""
    return tuple(each for each in workspace.tree.below(short) if workspace.units[each].type is UnitType.BRANCH)


def name_of(workspace: Workspace, path: Path) -> str:
    """Return a path as findings name it, "." for the workspace itself; raise UsageError for one outside."""
    if not is_inside(path, workspace.root):
        raise UsageError("path-foreign", {"value": str(path)})
    return path.resolve().relative_to(workspace.root.resolve()).as_posix()


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path is a folder or lies below it."""
    return path.resolve().is_relative_to(folder.resolve())


def stands_in(file: str, name: str) -> bool:
    """Tell whether a file, as findings name it, is the named one or lies below the named folder."""
    return name in {".", file} or file.startswith(f"{name}/")


class Units:
    """Tells the unit of each finding: that of its subject, else that in whose folder its file lies."""

    def __init__(self, workspace: Workspace) -> None:
        self._units = frozenset(workspace.units)
        self._folders = {PurePosixPath(each.source.file).parent: short for short, each in workspace.units.items()}

    def of(self, finding: Finding) -> str:
        """Return the 简称 of a finding's unit, "" where it is of the workspace."""
        named = finding.subject.partition("/")[0]
        if named in self._units:
            return named
        parents = PurePosixPath(finding.place.file).parents
        return next((self._folders[folder] for folder in parents if folder in self._folders), "")
