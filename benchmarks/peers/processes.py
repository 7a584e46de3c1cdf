"""Takes a command that answers lines of JSON, gives it as a process that can be asked."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from benchmarks.places import ROOT


class Worker:
    """A process that renders as often as it is asked; it stays warm between the rounds."""

    def __init__(self, command: Sequence[str]) -> None:
        self.peak = 0
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._process.communicate(timeout=10)

    def seconds(self, task: str, count: int, save: Path | None = None) -> list[float]:
        """Return the seconds of each rendering; raise RuntimeError where the process ended."""
        answer = self._asked({"task": task, "count": count, "save": str(save or "")})
        self.peak = max(self.peak, answer["peak"])
        return list(answer["seconds"])

    def _asked(self, question: dict[str, Any]) -> dict[str, Any]:
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError(self._process.args)
        print(json.dumps(question), file=self._process.stdin, flush=True)
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(self._process.args)
        return dict(json.loads(line))
