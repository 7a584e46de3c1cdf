"""Takes what a part of the benchmarks measured, gives it kept as JSON for the page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.busy import Busy, others_share
from benchmarks.places import RESULTS

# Read when a part begins: it imports this module first.
BEGUN = Busy.now()
Fact = str | int | float | bool


@dataclass(frozen=True)
class Result:
    """One part's last run: per name the seconds (or other numbers) of each round, peak memory in bytes, and facts."""

    part: str
    day: str
    values: Mapping[str, Sequence[float]] = field(default_factory=dict)
    peaks: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    others: float = 0.0
    """The share of all processors' time that went to other programs meanwhile."""


def result(part: str, **parts: Mapping[str, object]) -> Result:
    """Make today's result of a part."""
    today = date.today().isoformat()  # noqa: DTZ011 - the machine's day
    return Result(part, today, **parts, others=round(others_share(BEGUN, Busy.now()), 2))  # type: ignore[arg-type]


def keep(found: Result, folder: Path = RESULTS) -> Path:
    """Write a part's result over its last one."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{found.part}.json"
    path.write_text(f"{json.dumps(asdict(found), ensure_ascii=False, indent=1)}\n", encoding="utf-8")
    return path


def kept(folder: Path = RESULTS) -> dict[str, Result]:
    """Return the last results by part."""
    files = sorted(folder.glob("*.json"))
    return {path.stem: Result(**json.loads(path.read_text(encoding="utf-8"))) for path in files}
