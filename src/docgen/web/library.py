"""Takes a workspace's folder, gives the workspace as it now is, and what was made of its records as long as they stay."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TypeVar

from docgen.generation import ledger_of
from docgen.ledger import BranchLedger
from docgen.workspace import UnitRecords, Workspace, load_unit, open_workspace
from docgen.workspace.files import SETTINGS_FILE, stamp_of
from docgen.workspace.folders import unit_files
from docgen.workspace.memory import Memory

T = TypeVar("T")

# A change that came from outside is seen that many seconds later; own changes are seen at once.
SEEN_WITHIN = 1.0
MADE = "made"


@dataclass(slots=True)
class Library:
    """The one workspace of a service; safe to be asked by several threads."""

    root: Path
    memory: Memory = field(default_factory=Memory)
    _workspace: Workspace | None = None
    _stamp: object = None
    _looked: float = 0.0
    _units: dict[str, tuple[float, UnitRecords]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def workspace(self) -> Workspace:
        """Return the workspace, opened again where its settings or units changed; raise WorkspaceError as that does."""
        with self._lock:
            now = time.monotonic()
            if self._workspace is None or now - self._looked > SEEN_WITHIN:
                stamp = self._units_stamp()
                if self._workspace is None or stamp != self._stamp:
                    self._workspace = open_workspace(self.root, self.memory)
                self._stamp, self._looked = stamp, now
            return self._workspace

    def touch(self, *units: str) -> None:
        """Have units looked at again at once, and the workspace itself where none is named."""
        with self._lock:
            for unit in units:
                self._units.pop(unit, None)
            if not units:
                self._looked = 0.0
                self._units.clear()

    def records(self, short: str) -> UnitRecords:
        """Return a unit's records; raise UsageError where there is no such unit."""
        workspace = self.workspace()
        now = time.monotonic()
        known = self._units.get(short)
        if known is None or now - known[0] > SEEN_WITHIN:
            known = (now, load_unit(workspace, short))
            self._units[short] = known
        return known[1]

    def ledger(self, short: str, day: date) -> BranchLedger:
        """Return a unit's ledger on a day."""
        return ledger_of(self.workspace(), self.records(short), day)

    def once(self, key: Hashable, units: Iterable[str], make: Callable[[], T]) -> T:
        """Return what was made of some units' records, made anew where one of them or the workspace changed."""
        stamp = (self.workspace(), *(self.records(short) for short in units))
        return self.memory.once((MADE, key), _Same(stamp), make)

    def _units_stamp(self) -> object:
        files = [self.root / SETTINGS_FILE, *unit_files(self.root)[0]]
        return tuple((path, stamp_of(path)) for path in files)


class _Same:
    """Things that are the same while each is the very same object."""

    __slots__ = ("things",)

    def __init__(self, things: tuple[object, ...]) -> None:
        self.things = things

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Same) or len(self.things) != len(other.things):
            return False
        return all(one is two for one, two in zip(self.things, other.things, strict=True))

    __hash__ = None  # type: ignore[assignment]
