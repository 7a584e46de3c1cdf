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
from docgen.workspace.files import SETTINGS_FILE, stamp_of, stamps
from docgen.workspace.folders import unit_files
from docgen.workspace.memory import MOST_UNITS, Memory

T = TypeVar("T")

# A change that came from outside is seen that many seconds later; own changes are seen at once.
SEEN_WITHIN = 1.0
UNITS_PER_SECOND = 250
MADE, READ, SEEN = "made", "read", "seen"
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
    _versions: dict[str, tuple[float, int | None]] = field(default_factory=dict)
    _touches: int = 0
    _lock: Lock = field(default_factory=Lock)
    _turns: Turns = field(default_factory=Turns)

    def workspace(self) -> Workspace:
        """Return the workspace, opened again where its settings or units changed; raise WorkspaceError as that does."""
        with self._lock:
            now = time.monotonic()
            if self._workspace is None or now - self._looked > self._patience:
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
                self._versions.pop(unit, None)
            if not units:
                self._looked = 0.0
                self._versions.clear()

    def records(self, short: str) -> UnitRecords:
        """Return a unit's records as they now are; raise UsageError where there is no such unit."""
        with self._turns.of((READ, short)):
            return load_unit(self.workspace(), short)

    def version(self, short: str) -> int:
        """Return what tells one state of a unit's files from another, as they were a moment ago at the latest."""
        known = self._seen(short)
        if known is not None:
            return known
        # One thread looks, and the others see what it saw.
        with self._turns.of((SEEN, short)):
            return self._seen(short) or self._looked_at(short)

    def _seen(self, short: str) -> int | None:
        at, version = self._versions.get(short, (0.0, None))
        return version if time.monotonic() - at <= self._patience else None

    def _looked_at(self, short: str) -> int:
        touches, now = self._touches, time.monotonic()
        found = hash(stamps(self.workspace().unit(short).path))
        with self._lock:
            # What was changed meanwhile is looked at again by the next who asks.
            if touches == self._touches:
                self._versions[short] = (now, found)
        return found

    def ledger(self, short: str, day: date) -> BranchLedger:
        """Return a unit's ledger on a day."""
        return ledger_of(self.workspace(), self.records(short), day)

    def once(self, key: Hashable, units: Iterable[str], make: Callable[[], T]) -> T:
        """Return what was made of some units' records, made anew where one of them or the workspace changed.

        What several ask for at once is made by the first of them, and the others wait for it.
        """
        stamp = (_Same(self.workspace()), *(self.version(short) for short in units))
        with self._turns.of((MADE, key)):
            return self._made.once((MADE, key), stamp, make)

    def warm(self) -> None:
        """Read what the first request would else wait for, so far as it is kept."""
        for short in list(self.workspace().units)[:MOST_UNITS]:
            self.records(short)

    @property
    def _patience(self) -> float:
        """How many seconds what was seen counts: of thousands of units, looking at them all takes some."""
        known = len(self._workspace.units) if self._workspace is not None else 0
        return max(SEEN_WITHIN, known // UNITS_PER_SECOND)

    def _units_stamp(self) -> object:
        files = [self.root / SETTINGS_FILE, *unit_files(self.root)[0]]
        return tuple((path, stamp_of(path)) for path in files)


class _Same:
    """Something that is the same while it is the very same object."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.thing is other.thing

    __hash__ = None  # type: ignore[assignment]
