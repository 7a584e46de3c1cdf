"""Takes paths that changed in a workspace, gives those whose change can change the papers, as findings name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from docgen.formats import Format
from docgen.generation import is_inside
from docgen.generation.dressing import TEMPLATES
from docgen.stationery.drawer import SOURCES
from docgen.workspace import Workspace
from docgen.workspace.files import (
    ATTACHMENTS_FOLDER,
    BACKUPS,
    OWN_FOLDERS,
    RECORDS_FOLDER,
    SETTINGS_FILE,
    UNIT_FILE,
    relative,
)

HTML = SOURCES[Format.HTML]
# What editors and office programs lay beside a file while it is open or being saved.
PASSING_BEGINNINGS, PASSING_ENDS = (".", "~", "#"), ("~", "#")


@dataclass
class Concern:
    """What the papers of some units depend on: settings, units, their records and pictures, templates.

    Before the first `learn` every unit counts. `kinds` that are empty mean all.
    """

    root: Path
    out: Path
    kinds: frozenset[str]
    formats: frozenset[Format]
    _written: set[Path] = field(default_factory=set)
    _units: dict[Path, bool] = field(default_factory=dict)

    def learn(self, workspace: Workspace, units: Iterable[str], written: Iterable[Path]) -> None:
        """Remember where units live, which of them the papers are about (with those below), and what was written."""
        about = {each for short in units for each in (short, *workspace.tree.below(short))}
        self._units = {folder.path: short in about for short, folder in workspace.units.items()}
        self._written |= set(written)

    def of(self, changed: Iterable[Path]) -> tuple[str, ...]:
        """Return the names of the changed files that matter, in order; of folders that are gone where no file does."""
        names = sorted(set(self._names(changed)))
        return tuple(name for name in names if Path(name).suffix) or tuple(names)

    def _names(self, changed: Iterable[Path]) -> Iterator[str]:
        for path in changed:
            if not self._is_own(path) and path.is_relative_to(self.root) and self._matters(path):
                yield relative(self.root, path)

    def _is_own(self, path: Path) -> bool:
        """Tell whether a path is docgen's own output: nothing in a folder of papers is read, where it holds nothing else."""
        return path in self._written or (is_inside(path, self.out) and not self._is_read(self.out))

    def _is_read(self, folder: Path) -> bool:
        read = [self.root, self.root / TEMPLATES]
        read += [part for unit in self._units for part in (unit, unit / RECORDS_FOLDER, unit / ATTACHMENTS_FOLDER)]
        return any(is_inside(each, folder) for each in read)

    def _matters(self, path: Path) -> bool:
        parts = path.relative_to(self.root).parts
        if not parts or any(part.startswith(".") for part in parts) or _is_passing(path):
            return False
        if parts[0] == TEMPLATES:
            return self._is_worn(parts)
        if parts[0] in OWN_FOLDERS:
            return False
        return parts == (SETTINGS_FILE,) or path.name == UNIT_FILE or self._is_of_unit(path)

    def _is_worn(self, parts: tuple[str, ...]) -> bool:
        """Tell whether a template can be one of the papers'; any html may be included in another."""
        suffix = Path(parts[-1]).suffix.removeprefix(".").lower()
        if suffix in SOURCES.values() and suffix not in {SOURCES[each] for each in self.formats}:
            return False
        return suffix == HTML or not self.kinds or len(parts) < 3 or parts[1] in self.kinds

    def _is_of_unit(self, path: Path) -> bool:
        if not self._units:
            return True
        return next((self._units[each] for each in path.parents if each in self._units), False)


def _is_passing(path: Path) -> bool:
    name = path.name
    if name.startswith(PASSING_BEGINNINGS) or name.endswith(PASSING_ENDS) or path.suffix.lower() in BACKUPS:
        return True
    return not path.suffix and path.is_file()
