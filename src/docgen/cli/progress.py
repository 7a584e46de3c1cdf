"""Takes how far a long run is, gives a bar on a terminal when it lasts longer than a second, a few plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Lock, Timer
from time import monotonic
from typing import TYPE_CHECKING, Self

import click

from docgen.export.pace import PATIENCE, Pace
from docgen.vocabulary import progress as words

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

SHARE, SILENCE = 0.05, 60.0
"""A plain line is due when so large a part more is done, or when none was said for so many seconds."""
WIDE = 76


def pace_text(pace: Pace, total: int) -> str:
    """Return rate and remaining time in words; "" as long as they are a guess."""
    reckoned = pace.reckoned(total)
    return "" if reckoned is None else words.pace(*reckoned)


class Progress:
    """Tells of each task that is done; used as a context, so that the bar never outlives the run."""

    def __init__(
        self,
        *,
        on_terminal: bool | None = None,
        patience: float = PATIENCE,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._on_terminal = sys.stderr.isatty() if on_terminal is None else on_terminal
        self._timer = Timer(patience, self._show)
        self._timer.daemon = True
        self._lock = Lock()
        self._bar: Bar | None = None
        self._state: tuple[str, int, int] = ("", 0, 0)
        self._clock = clock
        now = clock()
        self._pace = Pace(now)
        self._said = (now, 0)

    def __enter__(self) -> Self:
        if self._on_terminal:
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            if self._bar is not None:
                self._bar.stop()
                self._bar = None

    def __call__(self, unit: str, done: int, total: int) -> None:
        """Tell that a task of a unit is done, and how many are."""
        now = self._clock()
        with self._lock:
            self._state = (unit, done, total)
            self._pace.step(now, done)
            if self._on_terminal:
                self._update()
            elif self._is_due(now, done, total):
                self._said = (now, done)
                click.echo(
                    words.step(unit, done, total, pace_text(self._pace, total) if done < total else ""), err=True
                )

    def _is_due(self, now: float, done: int, total: int) -> bool:
        then, before = self._said
        return done >= total or done - before >= total * SHARE or now - then >= SILENCE

    def _show(self) -> None:
        """Start the bar: the run has lasted long enough."""
        with self._lock:
            if self._timer.finished.is_set():
                return
            self._bar = _bar()
            self._bar.add_task(words.working(), total=None, pace="")
            self._bar.start()
            self._update()

    def _update(self) -> None:
        unit, done, total = self._state
        if self._bar is not None and total:
            pace = pace_text(self._pace, total)
            task = self._bar.task_ids[0]
            self._bar.update(task, description=words.working(unit), completed=done, total=total, pace=pace)


def _bar() -> Bar:
    """Return a bar; on a narrow screen the numbers alone."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        ProgressColumn,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )
    from rich.progress import Progress as Bar
    from rich.table import Column

    def text(field: str) -> TextColumn:
        return TextColumn(field, table_column=Column(no_wrap=True, overflow="ellipsis"))

    console = Console(stderr=True, force_terminal=True)
    wide = console.width >= WIDE
    columns: list[ProgressColumn] = [text("{task.description}")] if wide else []
    columns += [BarColumn(bar_width=None), MofNCompleteColumn()] if wide else [MofNCompleteColumn()]
    columns.append(text("{task.fields[pace]}"))
    columns += [TimeElapsedColumn()] if wide else []
    return Bar(SpinnerColumn(), *columns, console=console, transient=True, expand=wide)
