"""Takes the address of a Dask scheduler, gives a crew of its workers: the one door to Dask.

Workers see the workspace and the output folder at the same paths, on a file system that all share. A task whose worker
died goes to another one by Dask's own doing.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from docgen.errors import ClusterError, EngineMissing
from docgen.export.executor import AHEAD, Promise, WorkerDied
from docgen.export.order import Order
from docgen.export.outcome import UnitReport
from docgen.export.work import Task
from docgen.version import __version__

PATIENCE = 10
"""How many seconds the scheduler has to answer."""


class Cluster:
    """The workers of a Dask cluster."""

    def __init__(self, address: str, order: Order) -> None:
        self._client = _connected(address)
        try:
            self._ready(address, order)
        except BaseException:
            self._client.close()
            raise

    @property
    def room(self) -> int:
        """A task for each thread of each worker that is there now, and some ahead."""
        threads: dict[str, int] = self._client.nthreads()
        return sum(threads.values()) + AHEAD

    def take(self, task: Task) -> Promise:
        """Hand the task to the scheduler; equal tasks are done anew."""
        return self._client.submit(task, pure=False)

    def ended(self, promises: Collection[Promise]) -> Collection[Promise]:
        """Wait for the first."""
        from distributed import wait

        with self._client.as_current():
            waited = wait(list(promises), return_when="FIRST_COMPLETED")  # type: ignore[no-untyped-call]
        done: set[Promise] = waited.done
        return done

    def result(self, promise: Promise) -> UnitReport:
        """Return the report; raise WorkerDied where Dask gives a task up, as it cost several workers their lives."""
        from distributed import KilledWorker

        try:
            report: UnitReport = promise.result()
        except KilledWorker as fault:
            raise WorkerDied(str(fault)) from fault
        return report

    def renew(self) -> None:
        """Do nothing: a cluster's workers are watched by their nannies."""

    def close(self) -> None:
        """Leave; what was not begun is forgotten by the scheduler."""
        self._client.close()

    def _ready(self, address: str, order: Order) -> None:
        """Raise ClusterError where there are no workers, or some that cannot do the work, with what they lack."""
        # A worker that dies while it is asked is none; its tasks would have gone to the others, too.
        found = self._client.run(_look, str(order.root), str(order.out), on_error="ignore")
        if not found:
            raise ClusterError("cluster-empty", {"value": address})
        for worker, (version, root, out) in sorted(found.items()):
            if version != __version__:
                raise ClusterError("cluster-version", {"value": worker, "version": version, "own": __version__})
            if not (root and out):
                unseen = order.root if not root else order.out
                raise ClusterError("cluster-folder", {"value": worker, "folder": str(unseen)})


def _look(root: str, out: str) -> tuple[str, bool, bool]:
    """Return, on a worker, its version of docgen and whether it sees the workspace and the output."""
    return __version__, Path(root).is_dir(), Path(out).is_dir()


def _connected(address: str) -> Any:  # Dask ships types for little
    try:
        from distributed import Client
    except ImportError as error:
        raise EngineMissing("cluster-missing", {"message": str(error)}) from error
    try:
        return Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError("cluster-unreached", {"value": address, "message": str(error)}) from error
