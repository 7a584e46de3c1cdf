"""Takes a workspace, or writes one, gives how long its records take to load and the rules to judge them."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from scripts.samples.workspace import SEED, generate

from docgen.findings import Finding
from docgen.generation import open_ledger
from docgen.rules import Digest, check, check_across, claimed, digest, rulebook
from docgen.workspace import open_workspace

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


class Clock:
    """Adds up how long the parts of something take."""

    def __init__(self) -> None:
        self.total = Seconds(0.0, 0.0)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count what is done inside."""
        clock, processor = time.perf_counter(), time.process_time()
        yield
        passed = Seconds(time.perf_counter() - clock, time.process_time() - processor)
        self.total = Seconds(self.total.clock + passed.clock, self.total.processor + passed.processor)


def measure(root: Path, day: date = DAY) -> Measured:
    """Load and judge a workspace as `docgen check` does, unit after unit; then time each rule alone."""
    loading, judging, each = Clock(), Clock(), defaultdict[str, Clock](Clock)
    findings: list[Finding] = []
    records = 0
    with loading.running():
        workspace = open_workspace(root)
    book = rulebook(workspace.settings)
    single = {rule.id: book.only({rule.id}) for rule, _ in book.rules}
    digests: dict[str, Digest] = {}
    for short in workspace.units:
        with loading.running():
            ledger = open_ledger(workspace, short, day)
        with judging.running():
            findings += check(ledger, book, day)
            digests[short] = digest(ledger, book, day)
        # By now the ledger knows who was due and who came: the first rule that asks would pay for all others.
        for rule, alone in single.items():
            with each[rule].running():
                check(ledger, alone, day)
                digest(ledger, alone, day)
        records += len(ledger.entries)
        findings += claimed(ledger.findings, book)
    with judging.running():
        findings += check_across(digests, book, day)
    for rule, alone in single.items():
        with each[rule].running():
            check_across(digests, alone, day)
    totals = {rule: clock.total for rule, clock in each.items()}
    found = [*workspace.findings, *findings]
    return Measured(len(digests), records, loading.total, judging.total, totals, found)


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
