"""Takes a workspace, or writes one, gives how long its records take to load and the rules to judge them."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from scripts.samples.workspace import SEED, generate

from docgen.findings import Finding
from docgen.generation import open_ledger
from docgen.ledger import BranchLedger
from docgen.rules import Rulebook, check, check_across, claimed, digest, rulebook
from docgen.workspace import Workspace, open_workspace

T = TypeVar("T")
DAY = date(2020, 12, 31)
SLOWEST = 10


class Seconds(NamedTuple):
    """How long something took: by the clock, and of the processor, which another program's work does not lengthen."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:>10.3f} s{self.processor:>10.3f} s"


@dataclass(frozen=True)
class Measured:
    """How long each part took, and what was found."""

    units: int
    records: int
    loading: Seconds
    rules: Seconds
    each: dict[str, Seconds]
    findings: list[Finding]


def timed(function: Callable[[], T]) -> tuple[T, Seconds]:
    """Return what a function gives, and how long it took."""
    clock, processor = time.perf_counter(), time.process_time()
    result = function()
    return result, Seconds(time.perf_counter() - clock, time.process_time() - processor)


def measure(root: Path, day: date = DAY) -> Measured:
    """Load a workspace, then judge it by all rules, then by each rule alone."""
    (workspace, ledgers), loading = timed(partial(load, root, day))
    book = rulebook(workspace.settings)
    findings, rules = timed(partial(judged, ledgers, book, day))
    # By now the ledgers know who was due and who came: the first rule that asks would pay for all others.
    each = {rule.id: timed(partial(judged, ledgers, book.only({rule.id}), day))[1] for rule, _ in book.rules}
    read = [*workspace.findings, *claimed((found for each in ledgers for found in each.findings), book)]
    records = sum(len(ledger.entries) for ledger in ledgers)
    return Measured(len(ledgers), records, loading, rules, each, [*read, *findings])


def load(root: Path, day: date) -> tuple[Workspace, list[BranchLedger]]:
    """Read a workspace: every record of every unit, no rule."""
    workspace = open_workspace(root)
    return workspace, [open_ledger(workspace, short, day) for short in workspace.units]


def judged(ledgers: Iterable[BranchLedger], rules: Rulebook, day: date) -> list[Finding]:
    """Return what rules find in the units, each by itself and all together."""
    findings, digests = [], {}
    for ledger in ledgers:
        findings += check(ledger, rules, day)
        digests[ledger.unit.short] = digest(ledger, rules, day)
    return findings + check_across(digests, rules, day)


def lines(found: Measured) -> Iterator[str]:
    """Yield the table."""
    loading, rules = found.loading, found.rules
    yield f"{'units':<24}{found.units:>10}"
    yield f"{'records':<24}{found.records:>10}"
    yield f"\n{'':<24}{'clock':>10}  {'processor':>10}"
    yield f"{'loading':<24}{loading}"
    yield f"{'rules':<24}{rules}"
    yield f"{'rules / loading':<24}{rules.clock / loading.clock:>10.2f}  {rules.processor / loading.processor:>10.2f}"
    yield f"\nslowest of {len(found.each)} rules, each alone"
    slowest = sorted(found.each.items(), key=lambda pair: -pair[1].processor)[:SLOWEST]
    yield from (f"  {rule:<22}{seconds}" for rule, seconds in slowest)
    yield f"\nfindings: {len(found.findings)}"
    counts = Counter((finding.code, finding.level.value) for finding in found.findings)
    yield from (f"  {code:<14}{level:<8}{count:>10}" for (code, level), count in sorted(counts.items()))


@contextmanager
def workspace_of(asked: argparse.Namespace) -> Iterator[Path]:
    """Give the folder asked for, or one that is written for this run and removed after it."""
    if asked.workspace:
        yield asked.workspace
        return
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        generate(root, asked.branches, asked.months, SEED)
        yield root


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rules", description=__doc__)
    parser.add_argument("--workspace", type=Path, help="measure this workspace instead of writing one")
    parser.add_argument("--branches", type=int, default=200, help="branches of the workspace that is written")
    parser.add_argument("--months", type=int, default=12, choices=range(3, 13), help="its months, the last December")
    parser.add_argument("--on", type=date.fromisoformat, default=DAY, help=f"day of judging; default: {DAY}")
    asked = parser.parse_args()
    with workspace_of(asked) as root:
        print("\n".join(lines(measure(root, asked.on))))


if __name__ == "__main__":
    main()
