"""Takes how far a long run is, gives a bar on a terminal when it lasts longer than a second, plain lines elsewhere."""

from __future__ import annotations

import sys
from threading import Lock, Timer
from typing import TYPE_CHECKING, Self

import click

from docgen.vocabulary import commands as words

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 1.0


class Progress:
    """Tells of each task that is done; used as a context, so that the bar never outlives the run."""

    def __init__(self, *, on_terminal: bool | None = None, patience: float = PATIENCE) -> None:
        self._on_terminal = sys.stderr.isatty() if on_terminal is None else on_terminal
        self._timer = Timer(patience, self._show)
        self._timer.daemon = True
        self._lock = Lock()
        self._bar: Bar | None = None
        self._state: tuple[str, int, int] = ("", 0, 0)

    def __enter__(self) -> Self:
        if self._on_terminal:
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            if self._bar is not None:
                self._bar.stop()
            self._on_terminal = False

    def __call__(self, unit: str, done: int, total: int) -> None:
        """Tell that a task of a unit is done, and how many are."""
        if not self._on_terminal:
            click.echo(words.step(unit, done, total), err=True)
            return
        with self._lock:
            self._state = (unit, done, total)
            self._update()

    def _show(self) -> None:
        """Start the bar: the run has lasted long enough."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with self._lock:
            if not self._on_terminal:
                return
            self._bar = Bar(
                *columns, TimeElapsedColumn(), console=Console(stderr=True, force_terminal=True), transient=True
            )
            self._bar.add_task(words.working(), total=None)
            self._bar.start()
            self._update()

    def _update(self) -> None:
        unit, done, total = self._state
        if self._bar is not None and total:
            task = self._bar.task_ids[0]
            self._bar.update(task, description=f"{words.working()} {unit}", completed=done, total=total)
