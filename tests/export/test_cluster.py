"""Takes a real Dask cluster on this machine, gives an export made by its workers, also when one of them is killed."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from docgen.errors import ClusterError
from docgen.export import cluster as dask
from docgen.export import export
from docgen.export.order import Order
from docgen.export.outcome import Standing
from docgen.model.period import Period
from docgen.workspace import Workspace, open_workspace

pytest.importorskip("distributed")
pytestmark = pytest.mark.slow
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PERIOD, FORMATS = "2020-04", ["docx"]
PATIENCE = 90
DASK = [sys.executable, "-m", "dask"]


class Cluster:
    """A scheduler and workers, each a process of its own."""

    def __init__(self) -> None:
        self.address = f"tcp://127.0.0.1:{_free_port()}"
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler = _process("scheduler", "--host", self.address, "--no-dashboard")

    def hire(self) -> None:
        """Start one more worker."""
        self.workers.append(
            _process("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        )

    def stop(self) -> None:
        """End all processes."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    started = Cluster()
    started.hire()
    started.hire()
    try:
        yield started
    finally:
        started.stop()


@pytest.fixture(scope="module")
def samples() -> Workspace:
    return open_workspace(SAMPLES)


@pytest.fixture(scope="module")
def alone(samples: Workspace, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    done = export(samples, PERIOD, to=FORMATS, out=tmp_path_factory.mktemp("alone"))
    assert not done.failed
    return contents(done.order.out)


def contents(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*.*")) if path.is_file()}


def when_ready(cluster: Cluster, act: Callable[[], object]) -> object:
    """Do something with the cluster as soon as its workers have come."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return act()
        except ClusterError:
            assert cluster.scheduler.poll() is None
            assert time.monotonic() < end
            time.sleep(0.2)


def test_the_workers_of_a_cluster_write_what_one_process_writes(
    cluster: Cluster, samples: Workspace, alone: dict[str, bytes], tmp_path: Path
) -> None:
    def act() -> None:
        export(samples, PERIOD, to=FORMATS, out=tmp_path / "out", cluster=cluster.address)

    when_ready(cluster, act)
    assert contents(tmp_path / "out") == alone

    again = export(samples, PERIOD, to=FORMATS, out=tmp_path / "out", cluster=cluster.address)
    assert set(again.tally.standings) == {Standing.CURRENT}


def test_a_worker_that_is_killed_costs_nothing_but_its_unfinished_units(
    cluster: Cluster, samples: Workspace, alone: dict[str, bytes], tmp_path: Path
) -> None:
    cluster.hire()
    victim, out = cluster.workers[0], tmp_path / "out"
    killer = Thread(target=_kill_when_it_writes, args=(victim, out), daemon=True)
    killer.start()

    done = when_ready(cluster, lambda: export(samples, PERIOD, to=FORMATS, out=out, cluster=cluster.address))

    killer.join()
    assert victim.wait() != 0
    assert not done.failed  # type: ignore[attr-defined]  # what the act returns
    assert contents(out) == alone


def test_a_scheduler_that_does_not_answer_is_told(samples: Workspace, tmp_path: Path) -> None:
    with pytest.raises(ClusterError) as refused:
        export(samples, PERIOD, out=tmp_path / "out", cluster=f"tcp://127.0.0.1:{_free_port()}")

    assert refused.value.code == "cluster-unreached"


def test_a_folder_that_workers_do_not_see_is_told(cluster: Cluster, samples: Workspace, tmp_path: Path) -> None:
    def act() -> None:
        with pytest.raises(ClusterError) as refused:
            dask.Cluster(cluster.address, Order(samples.root, tmp_path / "nowhere", Period(2020)))
        if refused.value.code != "cluster-folder":
            raise refused.value

    when_ready(cluster, act)


def _kill_when_it_writes(victim: subprocess.Popen[bytes], out: Path) -> None:
    end = time.monotonic() + PATIENCE
    while len(list(out.rglob("*.docx"))) < 10 and time.monotonic() < end:
        time.sleep(0.01)
    victim.kill()


def _process(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*DASK, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
