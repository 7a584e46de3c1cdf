"""Takes a number of moments, kills an export at each, gives what it left and how the next one ended: `python -m benchmarks.crash`."""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.exports import LOG, TEMPORARY, broken, command, exported, files, papers, workspace_of
from benchmarks.machine import versions
from benchmarks.places import BENCH
from benchmarks.results import keep, result
from benchmarks.running import compile_docgen, start

KINDS = ("minutes", "meeting-ledger", "five-ones-matrix", "archive-index")
MOST_DRAWN = 3
SEED = 20200701


@dataclass(frozen=True)
class Killed:
    """One export that was killed: when, what lay in its folder then, and after the next export."""

    after: float
    ended: bool
    files: int
    broken: tuple[str, ...]
    same: bool
    left: int


def kill_one(workspace: Path, options: list[str], after: float, whole: dict[str, str]) -> Killed:
    """Kill an export with all its workers, look at its folder, export again and compare with an undisturbed one."""
    with tempfile.TemporaryDirectory(dir=BENCH) as folder:
        out = Path(folder) / "out"
        process = start(command(workspace, out, *options), LOG)
        time.sleep(after)
        ended = process.poll() is not None
        if not ended:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        out.mkdir(exist_ok=True)
        count, halves = len(list(files(out))), tuple(broken(out))
        exported(workspace, out, *options)
        left = sum(TEMPORARY in path.name for path in files(out))
        return Killed(after, ended, count, halves, papers(out) == whole, left)


def main() -> None:
    """Kill, compare, and keep it for the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crash", description=__doc__)
    parser.add_argument("--moments", type=int, default=30)
    parser.add_argument("--branches", type=int, default=3)
    parser.add_argument("--months", type=int, default=3, choices=range(3, 13))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--to", default="docx,xlsx,pdf")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    compile_docgen()
    workspace = workspace_of(asked.branches, asked.months)
    options = ["--to", asked.to, "--jobs", str(asked.jobs), *(part for kind in KINDS for part in ("--kind", kind))]
    BENCH.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BENCH) as folder:
        out = Path(folder) / "out"
        seconds = exported(workspace, out, *options).seconds
        whole = papers(out)
        shutil.rmtree(out)
        seconds = min(seconds, exported(workspace, out, *options).seconds)
        if papers(out) != whole:
            raise RuntimeError("two undisturbed exports differ")
    moments = random.Random(asked.seed)  # noqa: S311 - moments, no secrets
    found: list[Killed] = []
    # An export that had ended by then was not killed; on a busy machine they differ in length.
    for _ in range(asked.moments * MOST_DRAWN):
        if sum(not each.ended for each in found) < asked.moments:
            found.append(_told(kill_one(workspace, options, moments.uniform(0, seconds), whole)))
    facts = {
        "moments": sum(not each.ended for each in found),
        "ended": sum(each.ended for each in found),
        "mid": sum(not each.ended and each.files > 0 for each in found),
        "broken": sum(bool(each.broken) for each in found),
        "different": sum(not each.same for each in found),
        "left": sum(each.left > 0 for each in found),
        "papers": len(whole),
    }
    print(facts)
    keep(result("crash", values={"undisturbed": [seconds]}, facts=facts, versions=versions()))


def _told(killed: Killed) -> Killed:
    print(killed, flush=True)
    return killed


if __name__ == "__main__":
    main()
