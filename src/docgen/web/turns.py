"""Takes the name of some work, gives the threads that want to do it their turns, one after the other."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from threading import Lock, RLock
from weakref import WeakValueDictionary


class _Turn:
    """One name's turn; a thread that has it may take it again."""

    __slots__ = ("__weakref__", "lock")

    def __init__(self) -> None:
        self.lock = RLock()


class Turns:
    """Lets one thread after the other do what has a name; names that nobody waits for are forgotten."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[Hashable, _Turn] = WeakValueDictionary()
        self._lock = Lock()

    @contextmanager
    def of(self, name: Hashable) -> Iterator[None]:
        """Wait for one's turn."""
        with self._lock:
            turn = self._locks.setdefault(name, _Turn())
        with turn.lock:
            yield
