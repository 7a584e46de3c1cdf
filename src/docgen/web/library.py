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
from docgen.web.turns import Turns
from docgen.workspace import UnitRecords, Workspace, load_unit, open_workspace
from docgen.workspace.files import SETTINGS_FILE, stamp_of
from docgen.workspace.folders import unit_files
from docgen.workspace.memory import Memory

T = TypeVar("T")

# A change that came from outside is seen that many seconds later; own changes are seen at once.
SEEN_WITHIN = 1.0
MADE, READ = "made", "read"
# A workspace of hundreds of units has some things made of each of them, and all of them are asked for again and again.
MOST_MADE = 2_000


@dataclass(slots=True)
class Library:
    """The one workspace of a service; safe to be asked by several threads."""

    root: Path
    memory: Memory = field(default_factory=Memory)
    _made: Memory = field(default_factory=lambda: Memory(most_units=MOST_MADE))
    _workspace: Workspace | None = None
    _stamp: object = None
    _looked: float = 0.0
    _units: dict[str, tuple[float, UnitRecords]] = field(default_factory=dict)
    _touches: int = 0
    _lock: Lock = field(default_factory=Lock)
    _turns: Turns = field(default_factory=Turns)

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
            self._touches += 1
            for unit in units:
                self._units.pop(unit, None)
            if not units:
                self._looked = 0.0
                self._units.clear()

    def records(self, short: str) -> UnitRecords:
        """Return a unit's records; raise UsageError where there is no such unit."""
        known = self._known(short)
        if known is not None:
            return known
        with self._turns.of((READ, short)):
            return self._known(short) or self._read(short)

    def ledger(self, short: str, day: date) -> BranchLedger:
        """Return a unit's ledger on a day."""
        return ledger_of(self.workspace(), self.records(short), day)

    def once(self, key: Hashable, units: Iterable[str], make: Callable[[], T]) -> T:
        """Return what was made of some units' records, made anew where one of them or the workspace changed.

        What several ask for at once is made by the first of them, and the others wait for it.
        """
        stamp = (self.workspace(), *(self.records(short) for short in units))
        with self._turns.of((MADE, key)):
            return self._made.once((MADE, key), _Same(stamp), make)

    def _known(self, short: str) -> UnitRecords | None:
        """Return a unit's records if they were looked at a moment ago."""
        at, known = self._units.get(short, (0.0, None))
        return known if time.monotonic() - at <= SEEN_WITHIN else None

    def _read(self, short: str) -> UnitRecords:
        """Look at a unit's records; what was changed meanwhile is looked at again by the next who asks."""
        touches, now = self._touches, time.monotonic()
        records = load_unit(self.workspace(), short)
        with self._lock:
            if touches == self._touches:
                self._units[short] = (now, records)
        return records

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
