"""Takes an export's folder, gives what stands in it only while an export runs: journals, digests, the word to stop."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

from docgen.export.manifest import outcomes_in
from docgen.export.order import Order
from docgen.export.outcome import Outcome
from docgen.outputs import digest, safe_part, unwritable, write_whole

FOLDER = ".docgen"
JOURNAL_SUFFIX, DIGESTS_SUFFIX = ".jsonl", ".digests"


class Halted(Exception):
    """The export was told to stop."""


class State:
    """What one export keeps in its folder while it runs.

    A task writes a journal of its own, so that no two processes ever write into one file, and one that is killed and
    begun again elsewhere leaves two. What an interrupted export left here is what the next one knows.
    """

    def __init__(self, order: Order) -> None:
        self.order = order
        self.left = order.out / FOLDER
        self.folder = order.scratch or self.left
        self._word = self.folder / f"{order.run}.halt"

    def new_journal(self, unit: str) -> Path:
        """Return where a task may write its journal; raise OutputError where it may not."""
        folder = self.folder / safe_part(unit)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise unwritable(folder, fault) from fault
        return folder / f"{self.order.run}-{uuid4().hex}{JOURNAL_SUFFIX}"

    def noted(self, unit: str) -> Iterator[Outcome]:
        """Yield what tasks of this export have noted of a unit, the oldest journal first."""
        return (each for each in outcomes_in(self.lines(unit)) if each.unit == unit)

    def lines(self, unit: str) -> Iterator[bytes]:
        """Yield the lines that tasks of this export have written of a unit, the oldest journal first.

        Two units may share a folder: names that differ only in what a file's name may not hold.
        """
        return _read(self.folder, unit, lambda path: path.name.startswith(self.order.run))

    def left_behind(self, unit: str) -> Iterator[Outcome]:
        """Yield what interrupted exports noted of a unit, the oldest journal first."""
        lines = _read(self.left, unit, lambda path: not path.name.startswith(self.order.run))
        return (each for each in outcomes_in(lines) if each.unit == unit)

    def keep_digests(self, unit: str, sealed: bytes) -> None:
        """Keep what a unit hands to the organisations above it; whoever drives never holds it."""
        write_whole(self._digests_of(unit), sealed)

    def digests(self, unit: str) -> bytes | None:
        """Return what a unit handed in, None where it handed in nothing."""
        try:
            return self._digests_of(unit).read_bytes()
        except FileNotFoundError:
            return None

    def halt(self) -> None:
        """Tell every task of this export, wherever it runs, to stop before its next paper."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._word.touch()

    def heed(self) -> None:
        """Raise Halted where the export was told to stop."""
        if self._word.exists():
            raise Halted

    def clear(self) -> None:
        """Remove everything: the manifest says it all now."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _digests_of(self, unit: str) -> Path:
        # Two units may share a folder: names that differ only in what a file's name may not hold.
        return self.folder / safe_part(unit) / f"{self.order.run}-{digest(unit.encode())}{DIGESTS_SUFFIX}"


def _read(folder: Path, unit: str, is_meant: Callable[[Path], bool]) -> Iterator[bytes]:
    found = filter(is_meant, (folder / safe_part(unit)).glob(f"*{JOURNAL_SUFFIX}"))
    for path in sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name)):
        with path.open("rb") as file:
            # A task that was killed leaves a line without its end.
            yield from (each for each in file if each.endswith(b"\n"))
