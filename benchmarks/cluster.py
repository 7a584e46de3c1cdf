"""Takes a workspace, gives how two Dask workers export it beside one, and when one is killed: `python -m benchmarks.cluster`."""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.exports import LOG, command, differences, exported, papers, room, workspace_of
from benchmarks.loops import Limit
from benchmarks.machine import versions
from benchmarks.places import DOCGEN, ROOT
from benchmarks.results import keep, result
from benchmarks.rounds import ratio
from benchmarks.running import compile_docgen, start

PATIENCE = 60.0
DOCX = ("--to", "docx")
SHOWN = 20
REGISTERED = "Registered to"
"""What a worker's log says when the scheduler knows it."""


class Cluster:
    """A Dask scheduler and workers, each a process of its own, one thread each."""

    def __init__(self, folder: Path, workers: int) -> None:
        self._file = folder / "scheduler.json"
        scheduler = self._dask(folder / "scheduler.log", "scheduler", "--port", "0", "--no-dashboard")
        _wait_for(self._file, "address")
        self.workers = [self._worker(folder / f"worker-{number}") for number in range(workers)]
        self._processes = [scheduler, *self.workers]
        for number in range(workers):
            _wait_for(folder / f"worker-{number}.log", REGISTERED)

    @property
    def address(self) -> str:
        """The scheduler's address."""
        return str(json.loads(self._file.read_text(encoding="utf-8"))["address"])

    def close(self) -> None:
        """End every process."""
        for process in self._processes:
            process.kill()
            process.wait()

    def _worker(self, local: Path) -> subprocess.Popen[bytes]:
        # Without a nanny nothing starts a killed worker again.
        alone = ["--no-nanny", "--no-dashboard", "--nthreads", "1", "--local-directory", str(local)]
        return self._dask(local.with_suffix(".log"), "worker", *alone)

    def _dask(self, log: Path, *arguments: str) -> subprocess.Popen[bytes]:
        return start([sys.executable, "-m", "dask", *arguments, "--scheduler-file", str(self._file)], log)


def _wait_for(file: Path, text: str) -> None:
    until = time.monotonic() + PATIENCE
    while not file.is_file() or text not in file.read_text(encoding="utf-8", errors="replace"):
        if time.monotonic() > until:
            raise RuntimeError(f"{file.name}: {text}")
        time.sleep(0.1)


@contextmanager
def cluster(workers: int) -> Iterator[Cluster]:
    """Run a cluster for a while."""
    with tempfile.TemporaryDirectory() as folder:
        running = Cluster(Path(folder), workers)
        try:
            yield running
        finally:
            running.close()


def by_workers(workspace: Path, workers: int, out: Path) -> float:
    """Return the seconds of an export by so many workers, warm: a first export is not counted."""
    with cluster(workers) as running:
        options = (*DOCX, "--cluster", running.address)
        exported(workspace, out.with_name(f"{out.name}-before"), *options)
        return exported(workspace, out, *options).seconds


def with_one_killed(workspace: Path, out: Path, after: float) -> bool:
    """Kill one of two workers in the middle of an export; tell whether that export went on to its end."""
    with cluster(2) as running:
        process = start(command(workspace, out, *DOCX, "--cluster", running.address), LOG)
        time.sleep(after)
        if process.poll() is not None:
            raise RuntimeError("the export ended before its worker could be killed")
        running.workers[0].send_signal(signal.SIGKILL)
        return process.wait() == 0


def is_same(out: Path, here: Path) -> bool:
    """Tell whether two exports left the same, and name on the terminal what differs."""
    differing = differences(papers(out), papers(here))
    print(out.name, *(differing[:SHOWN] or ["as here"]), sep="\n  ")
    return not differing


def is_offered() -> bool:
    """Tell whether this docgen exports on a cluster."""
    told = subprocess.run([*DOCGEN, "export", "--help"], cwd=ROOT, capture_output=True, text=True, check=False)
    return "--cluster" in told.stdout


def main() -> None:
    """Measure and keep it for the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cluster", description=__doc__)
    parser.add_argument("--branches", type=int, default=100)
    parser.add_argument("--months", type=int, default=3, choices=range(3, 13))
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    if not is_offered():
        print("docgen export --cluster: none", file=sys.stderr)
        return
    compile_docgen()
    workspace = workspace_of(asked.branches, asked.months)
    values: dict[str, list[float]] = {"one": [], "two": []}
    out, limit = room(), Limit()
    for number in range(asked.rounds):
        for name, workers in (("one", 1), ("two", 2)):
            values[name].append(by_workers(workspace, workers, out / f"{name}-{number}"))
            limit.look()
    exported(workspace, out / "here", *DOCX)
    completed = with_one_killed(workspace, out / "killed", min(values["two"]) / 2)
    facts = {
        "branches": asked.branches,
        "limit": limit.times,
        "completed": completed,
        "same-as-here": is_same(out / "two-0", out / "here"),
        "same-after-kill": is_same(out / "killed", out / "here"),
    }
    print(f"two workers: {ratio(values['one'], values['two']):.2f} × one", facts)
    keep(result("cluster", values=values, facts=facts, versions=versions()))


if __name__ == "__main__":
    main()
