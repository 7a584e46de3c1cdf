"""Takes one unit's place in an export's folder, gives where each paper's file goes and whether it must be written.

A file whose hash no export wrote down was changed by hand: it stays, and the paper goes beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from contextlib import ExitStack
from io import FileIO
from itertools import count
from pathlib import PurePosixPath
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from docgen.errors import OutputError
from docgen.export.manifest import in_order, journal_line
from docgen.export.order import Order
from docgen.export.outcome import Outcome, Paper, Standing, Status
from docgen.export.staleness import Key
from docgen.export.state import State
from docgen.formats import Format
from docgen.outputs import Gathering, digest, safe_part, sweep
from docgen.vocabulary.papers import beside


class Spot(Struct, frozen=True):
    """Where a paper's file goes, by which key, how it stands there, and what is known of it if it may stay as it is."""

    path: str
    standing: Standing
    key: str = ""
    changed: tuple[str, ...] = ()
    kept: Outcome | None = None


class Pile:
    """A folder without a manifest: every paper is written, whatever lies there."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.noted: list[Outcome] = []
        self._files = Gathering()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Let what was written take its place, however the work ended."""
        self._files.settle()

    def look(self, _paper: Paper, path: str, _key: Callable[[], Key]) -> Spot:
        """Return the path itself: where nothing is looked up later, no key is worked out."""
        return Spot(path, Standing.MISSING)

    def put(self, outcome: Outcome, content: bytes) -> None:
        """Write a paper's file, after its line: a file of which no line tells would be taken for somebody's own.

        It takes its place when all is settled, or before.
        """
        self.note(outcome)
        self._files.write(self.order.out / outcome.path, content)

    def settle(self) -> dict[str, OutputError]:
        """Have every file in its place; return why some could not go there, by their paths."""
        faults = self._files.settle()
        return {path.relative_to(self.order.out).as_posix(): fault for path, fault in faults.items()}

    def note(self, outcome: Outcome) -> None:
        """Remember how a paper ended."""
        self.noted.append(outcome)

    def asks_for(self, outcome: Outcome, lacking: Collection[Format] = ()) -> bool:
        """Tell whether the order asks for such a file, in a format that can be made here."""
        return self.order.covers(outcome.kind, outcome.format, outcome.date) and outcome.format not in lacking

    def close(self, _lacking: Collection[Format] = ()) -> Iterable[Outcome]:
        """Return what else lies there that docgen made: nobody knows."""
        return ()


class Tray(Pile):
    """No folder at all: papers stay in memory, by name, for whoever hands them on."""

    def __init__(self, order: Order) -> None:
        super().__init__(order)
        self.sheets: dict[str, bytes] = {}

    def put(self, outcome: Outcome, content: bytes) -> None:
        """Keep a paper's bytes."""
        self.note(outcome)
        self.sheets[outcome.path] = content


class Shelf(Pile):
    """A unit's files in an export's folder, and what earlier exports wrote down of them.

    `known` is what the manifest lists. What earlier tasks of this export noted of the unit counts as noted here.
    """

    def __init__(self, order: Order, unit: str, known: Iterable[Outcome]) -> None:
        super().__init__(order)
        self.unit = unit
        self.state = State(order)
        self.noted = list(self.state.noted(unit))
        self._begun = bool(self.noted)
        # A worker that died may have filed something for this very task.
        self.known = [*known, *self.state.left_behind(unit), *self.noted]
        self._hashes: dict[str, set[str]] = defaultdict(set)
        self._by_paper: dict[Paper, list[Outcome]] = defaultdict(list)
        for each in self.known:
            self._hashes[each.path].add(each.sha256)
            self._by_paper[each.paper].append(each)
        self._open = ExitStack()
        self._journal: FileIO | None = None

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        self._open.close()

    def look(self, paper: Paper, path: str, key: Callable[[], Key]) -> Spot:
        """Return where a paper goes: its path, or one beside it where somebody changed the file that lies there."""
        now = key()
        spot = self._spot(paper, path, now)
        if spot.standing is not Standing.EDITED or self.order.overwrite:
            return spot
        besides = (self._spot(paper, _beside(path, number), now) for number in count(1))
        free = next(each for each in besides if each.standing is not Standing.EDITED)
        return replace(free, standing=Standing.EDITED)

    def note(self, outcome: Outcome) -> None:
        """Write an outcome down; raise Halted where the export was told to stop."""
        self.state.heed()
        super().note(outcome)
        if self._journal is None:
            # No buffer: what a line tells of follows at once.
            self._journal = self._open.enter_context(self.state.new_journal(self.unit).open("wb", buffering=0))
        self._journal.write(f"{journal_line(outcome)}\n".encode())

    def close(self, lacking: Collection[Format] = ()) -> list[Outcome]:
        """Write down what the order does not speak of, and return the orphans: files whose paper is no more.

        It is the last that is done for the unit: what else lies there half written is a dead worker's.
        `lacking` are formats that could not be made here, and may have been made elsewhere.
        """
        if self._begun and not self.order.survey:
            # A task before may have died while it wrote; on a cluster nobody else hears of that.
            sweep(self.order.out / safe_part(self.unit))
        noted = in_order(self.noted)
        made = {each.path for each in noted}
        failed = {each.paper for each in noted if each.status is Status.FAIL}
        orphans = []
        for path, each in {each.path: each for each in self.known}.items():
            if path in made:
                continue
            is_asked_for = self.asks_for(each, lacking)
            if is_asked_for and not path:
                continue
            if not is_asked_for or each.paper in failed:
                self.note(replace(each, standing=Standing.CURRENT, kept=True))
            elif self._digest(path) in self._hashes[path]:
                orphans.append(replace(each, orphan=True, standing=Standing.ORPHANED))
        for orphan in orphans:
            self.note(orphan)
        return orphans

    def _spot(self, paper: Paper, path: str, key: Key) -> Spot:
        found, written = self._digest(path), str(key)
        if not found:
            return Spot(path, Standing.MISSING, written)
        if found not in self._hashes[path]:
            return Spot(path, Standing.EDITED, written)
        candidates = [each for each in self._by_paper[paper] if each.path == path and each.sha256 == found]
        current = next((each for each in candidates if each.key == written), None)
        if current is not None:
            return Spot(path, Standing.CURRENT, written, kept=current)
        return Spot(path, Standing.STALE, written, key.differing(candidates[-1].key if candidates else ""))

    def _digest(self, path: str) -> str:
        if not path:
            return ""
        file = self.order.out / path
        if file in self._files:
            self._files.flush()
        try:
            return digest(file.read_bytes())
        except OSError:
            return ""


def _beside(path: str, number: int) -> str:
    whole = PurePosixPath(path)
    return str(whole.with_name(beside(whole.stem, number) + whole.suffix))
