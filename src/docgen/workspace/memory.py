"""Takes what was read of files and made of it, gives it again while the files are the same; for a process that stays."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

FILE, UNIT, LEDGER = "file", "unit", "ledger"
# A file's records are a few KiB, a unit's ledger with all that it has counted some MiB.
MOST_FILES, MOST_UNITS = 50_000, 256
Name = tuple[str, Hashable]
"""What sort of thing is kept, and which one of it."""


class _Kept(NamedTuple):
    stamp: object
    value: Any


class Memory:
    """What a process keeps of the workspaces that it opens again and again; safe to be asked by several threads.

    Pickled it is empty: another process reads for itself.
    """

    def __init__(self, most_files: int = MOST_FILES, most_units: int = MOST_UNITS) -> None:
        self._most = {FILE: most_files}
        self._most_units = most_units
        self._kept: dict[str, OrderedDict[Hashable, _Kept]] = {}
        self._lock = Lock()

    def __reduce__(self) -> tuple[type[Memory], tuple[()]]:
        return type(self), ()

    def once(self, name: Name, stamp: object, make: Callable[[], T]) -> T:
        """Return what was made for a name, made anew where the stamp is another; the longest unasked goes first."""
        sort, which = name
        with self._lock:
            shelf = self._kept.setdefault(sort, OrderedDict())
            known = shelf.get(which)
            if known is not None and (known.stamp is stamp or known.stamp == stamp):
                shelf.move_to_end(which)
                value: T = known.value
                return value
        made = make()
        with self._lock:
            shelf[which] = _Kept(stamp, made)
            shelf.move_to_end(which)
            while len(shelf) > self._most.get(sort, self._most_units):
                shelf.popitem(last=False)
        return made
