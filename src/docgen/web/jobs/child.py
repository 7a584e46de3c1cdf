"""Takes a wish and a line to the service, gives the export, told of over the line; the whole life of a process.

It ends as on Ctrl-C when the service says so, when the service is gone, or when the system tells it to: what was made
stays, and the same wish goes on from there.
"""

from __future__ import annotations

import _thread
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import groupby
from multiprocessing import connection, parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic, sleep
from types import FrameType
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.errors import DocgenError, Fault
from docgen.export import OUTPUT, Export, export
from docgen.export.filing import Filing
from docgen.export.pace import Pace
from docgen.web.jobs.result import Count, paper_of, result_of
from docgen.web.jobs.secrecy import confidential
from docgen.web.jobs.wish import Wish
from docgen.web.problems import problem
from docgen.web.state.jobs import JobState, Progress
from docgen.web.state.papers import Paper
from docgen.workspace import Workspace, open_workspace

# Requests come first: the service is asked by people, an export is waited for anyway.
NICE = 5
LOOK_SECONDS = 0.5
BATCH = 200
# When nobody is left to ask, the process does not wait longer than this for the paper under way.
ALONE_SECONDS = 10.0


class Ended(Struct, frozen=True):
    """How an export ended, and what is told of it; `state` is None where it was stopped."""

    state: JobState | None
    result: dict[str, Any] = field(default_factory=dict)


def do_export(root: Path, wish: Wish, jobs: int, on: date, line: Connection) -> None:
    """Make an export, and tell of it over the line until it has ended."""
    teller, switch = _Teller(line), _Switch()
    threading.Thread(target=switch.heed, args=(line,), daemon=True).start()
    try:
        _be_nice()
        ended = _exported(open_workspace(root), wish, jobs, on, teller, switch)
    except KeyboardInterrupt:
        ended = Ended(None)
    except DocgenError as error:
        ended = Ended(JobState.FAILED, {"problem": problem(error)})
    except Exception as fault:  # noqa: BLE001 - whatever went wrong is told to whoever asked
        reason = f"{type(fault).__name__}: {fault}"
        ended = Ended(JobState.FAILED, {"problem": problem(Fault("fault", {"reason": reason}))})
    switch.off()
    teller.close(ended)


def _exported(workspace: Workspace, wish: Wish, jobs: int, on: date, teller: _Teller, switch: _Switch) -> Ended:
    folder = workspace.root / OUTPUT / wish.period
    teller.begin(Filing(folder), len(wish.units) or len(workspace.units))

    def progress(unit: str, done: int, total: int) -> None:
        # Where the system cannot wake the main thread, it is at the latest here that it hears of it.
        if switch.is_off:
            raise KeyboardInterrupt
        teller.step(unit, done, total)

    done = export(
        workspace,
        wish.period,
        units=wish.units,
        kinds=wish.kinds,
        to=wish.formats,
        jobs=min(jobs, len(wish.units) or len(workspace.units)),
        final=wish.final,
        boxed=wish.box,
        sourced=wish.sourced,
        overwrite=wish.overwrite,
        on=on,
        progress=progress,
    )
    switch.off()
    count = Count()
    for batch in _batches(workspace, done, wish, count):
        teller.say(batch)
    return Ended(JobState.DONE, result_of(done, count))


def _batches(workspace: Workspace, done: Export, wish: Wish, count: Count) -> Iterator[list[Paper]]:
    batch: list[Paper] = []
    number = 0
    for unit, of_unit in groupby(done.listed(), key=lambda each: each.unit):
        outcomes = list(of_unit)
        for outcome, is_closed in zip(outcomes, confidential(workspace, unit, outcomes, wish.kinds), strict=True):
            number += 1
            batch.append(paper_of(number, outcome, confidential=is_closed))
            count.add(batch[-1])
            if len(batch) >= BATCH:
                yield batch
                batch = []
    yield batch


class _Teller:
    """Tells the service how far the export is, whenever it has got on."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._lock = threading.Lock()
        self._progress = Progress()
        self._pace = Pace(monotonic())
        self._ready: float | None = None
        self._over = threading.Event()

    def begin(self, filing: Filing, total: int) -> None:
        """Say now and then how many files there are, beside what the export itself tells."""
        self._tell(replace(self._progress, total=total))
        threading.Thread(target=self._look, args=(filing,), daemon=True).start()

    def step(self, unit: str, done: int, total: int) -> None:
        """Say that a unit is done."""
        now = monotonic()
        self._pace.step(now, done)
        reckoned = self._pace.reckoned(total)
        rate, seconds = reckoned if reckoned is not None else (None, None)
        self._ready = None if seconds is None else now + seconds
        self._tell(replace(self._progress, unit=unit, done=done, total=total, rate=rate, seconds=seconds))

    def say(self, message: object) -> None:
        """Send something; a service that is gone need not be told."""
        with self._lock, suppress(OSError):
            self._line.send(message)

    def close(self, ended: Ended) -> None:
        """Say the last word."""
        self._over.set()
        self.say(ended)
        self._line.close()

    def _look(self, filing: Filing) -> None:
        while not self._over.wait(LOOK_SECONDS):
            files = filing.count()
            if files > self._progress.files:
                self._tell(self._later(replace(self._progress, files=files), monotonic()))

    def _later(self, progress: Progress, now: float) -> Progress:
        """Return a progress with the time that is left by now; what was reckoned and has passed was a bad guess."""
        if self._ready is None or progress.done >= progress.total:
            return progress
        left = self._ready - now
        return replace(progress, seconds=left) if left > 0 else replace(progress, rate=None, seconds=None)

    def _tell(self, progress: Progress) -> None:
        self._progress = progress
        self.say(progress)


class _Switch:
    """Interrupts the main thread once, as Ctrl-C does, when somebody says so."""

    def __init__(self) -> None:
        self.is_off = False
        self._unneeded = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._interrupt)

    def off(self) -> None:
        """Interrupt no more: the export has ended."""
        self._unneeded = True

    def heed(self, line: Connection) -> None:
        """Wait for a word of the service, or its end."""
        parent = parent_process()
        connection.wait([line, *([parent.sentinel] if parent is not None else [])])
        self.is_off = True
        begun = monotonic()
        while not self._unneeded:
            _wake()
            sleep(LOOK_SECONDS)
            if parent is not None and not parent.is_alive() and monotonic() - begun > ALONE_SECONDS:
                os._exit(1)

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        if not self._unneeded:
            self._unneeded = True
            raise KeyboardInterrupt


def _wake() -> None:
    """Have the main thread interrupted: by a signal where that can wake it, else when it next does something."""
    main = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main is not None:
        signal.pthread_kill(main, signal.SIGINT)
    else:
        _thread.interrupt_main()


def _be_nice() -> None:
    if hasattr(os, "nice"):
        os.nice(NICE)
