"""Takes crews that do well, fall ill or grow, gives the order of what the driver does with them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from multiprocessing import get_all_start_methods
from pathlib import Path

import pytest

from docgen.errors import UsageError
from docgen.export import driver, export, processes
from docgen.export.executor import MOST_MEMORY, TRIES, Alone, Promise, WorkerDied, run
from docgen.export.order import Order
from docgen.export.outcome import Standing, Status, Tally, UnitReport
from docgen.export.processes import FEW_TASKS, LITTLE_WORK, Gradual, Processes
from docgen.export.work import Task, Work
from docgen.formats import Format
from docgen.model.period import Period
from docgen.workspace import Workspace

UNITS = ["甲", "乙", "丙", "丁"]


class Troupe:
    """A crew that answers as it was told, and writes down what was asked of it."""

    room = 2

    def __init__(self, *, deadly: str = "", often: int = 0, heavy: str = "") -> None:
        self.deadly, self.often, self.heavy = deadly, often, heavy
        self.taken: list[str] = []
        self.most = self.renewed = 0

    def take(self, task: Task) -> Promise:
        self.taken.append(task.unit)
        return object.__new__(type("Promise", (), {"task": task}))

    def ended(self, promises: Collection[Promise]) -> Collection[Promise]:
        self.most = max(self.most, len(promises))
        return list(promises)[:1]

    def result(self, promise: Promise) -> UnitReport:
        unit = promise.task.unit
        if unit == self.deadly and self.taken.count(unit) <= self.often:
            raise WorkerDied("planted")
        return UnitReport(unit, Tally(), memory=MOST_MEMORY + 1 if unit == self.heavy else 0)

    def renew(self) -> None:
        self.renewed += 1

    def close(self) -> None:
        pass


def tasks(order: Order) -> Iterator[Task]:
    return (Task(Work.PAPERS, order, unit) for unit in UNITS)


@pytest.fixture
def order(tmp_path: Path) -> Order:
    return Order(tmp_path, tmp_path / "out", Period(2020))


def test_no_more_tasks_are_given_out_than_there_is_room_for(order: Order) -> None:
    crew = Troupe()

    assert [report.unit for report in run(crew, tasks(order))] == UNITS
    assert (crew.most, crew.taken, crew.renewed) == (2, UNITS, 0)


def test_a_task_whose_worker_died_is_done_again_by_new_ones(order: Order) -> None:
    crew = Troupe(deadly="乙", often=1)

    reports = list(run(crew, tasks(order)))

    assert sorted(report.unit for report in reports) == sorted(UNITS)
    assert crew.taken.count("乙") == 2
    assert crew.renewed == 1
    assert not any(report.tally.failed for report in reports)


def test_a_task_that_costs_every_worker_its_life_is_given_up_and_costs_no_other(order: Order) -> None:
    crew = Troupe(deadly="乙", often=TRIES)

    reports = {report.unit: report for report in run(crew, tasks(order))}

    (failed,) = reports["乙"].tally.failed
    assert reports.keys() == set(UNITS)
    assert (failed.status, failed.fault, "planted" in failed.error) == (Status.FAIL, True, True)
    assert crew.taken.count("乙") == TRIES


def test_workers_that_have_grown_are_replaced_between_two_tasks(order: Order) -> None:
    crew = Troupe(heavy="甲")

    assert [report.unit for report in run(crew, tasks(order))] == UNITS
    assert crew.renewed == 1


def test_what_a_task_raises_is_raised_by_the_driver(order: Order) -> None:
    with pytest.raises(UsageError):
        list(run(Alone(), [Raising(Work.PAPERS, order, "甲")]))


class Raising(Task, frozen=True):
    """A task that says what is wrong."""

    def __call__(self) -> UnitReport:
        raise UsageError("unit-unknown")


class Deadly(Task, frozen=True):
    """A task that kills its process the first time that it is done."""

    def __call__(self) -> UnitReport:
        mark = self.order.root / "died"
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return UnitReport(self.unit, Tally())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no SIGKILL")
@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_a_real_process_that_is_killed_costs_nothing_but_the_time(
    founded: Workspace, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    if way not in get_all_start_methods():
        pytest.skip(f"no {way} here")
    monkeypatch.setattr(processes, "way", lambda: way)
    order = Order(founded.root, founded.root / "out", Period(2020), run="x")
    crew = Processes(2, order, founded)
    try:
        reports = list(run(crew, [Deadly(Work.PAPERS, order, unit) for unit in UNITS]))
    finally:
        crew.close()

    assert sorted(report.unit for report in reports) == sorted(UNITS)
    assert not any(report.tally.failed for report in reports)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of every thread")
def test_a_process_is_copied_only_where_it_has_one_thread() -> None:
    told = "from docgen.export.processes import way; print(way())"
    beside = f"import threading; threading.Thread(target=threading.Event().wait, daemon=True).start(); {told}"
    assert [output(told), output(beside)] == ["fork", "spawn"]


def output(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


class Forgetful(Alone):
    """A crew whose first answer about each unit is lost when the work is done."""

    def __init__(self) -> None:
        self.lost: set[str] = set()

    def result(self, promise: Promise) -> UnitReport:
        report = super().result(promise)
        if report.unit in self.lost:
            return report
        self.lost.add(report.unit)
        raise WorkerDied("planted")


def contents(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name != "run.json"
    }


@pytest.mark.parametrize("kinds", [(), ("archive-index", "meeting-record")])
def test_a_task_done_again_as_its_report_was_lost_makes_the_same(founded: Workspace, kinds: tuple[str, ...]) -> None:
    once, again = founded.root / "once", founded.root / "again"
    for out in (once, again):
        export(founded, "2020", to=["docx", "xlsx"], out=out)
    orders = [
        Order(founded.root, out, Period(2020), kinds=kinds, formats=(Format.DOCX, Format.XLSX), day=date(2020, 12, 31))
        for out in (once, again)
    ]
    driver.export(founded, orders[0])
    forgetful = Forgetful()
    driver.export(founded, orders[1], crew=lambda *_: forgetful)

    assert forgetful.lost == set(founded.units)
    assert contents(again) == contents(once)


class Written(Task, frozen=True):
    """A task that says how many papers it wrote, and in which process."""

    def __call__(self) -> UnitReport:
        return UnitReport(
            self.unit, Tally(standings=Counter({Standing.STALE: int(self.unit)})), memory=os.getpid() % 1000
        )


@pytest.mark.parametrize(
    ("written", "alone"),
    [(["0"] * 3, 3), (["0", str(LITTLE_WORK + 1), "0", "0"], 2), (["1"] * (FEW_TASKS + 2), FEW_TASKS)],
)
def test_help_is_called_for_when_there_is_work_or_much_to_look_at(
    founded: Workspace, written: list[str], alone: int
) -> None:
    order = Order(founded.root, founded.root / "out", Period(2020), run="x")
    crew = Gradual(2, order, founded)
    try:
        reports = list(run(crew, [Written(Work.PAPERS, order, count) for count in written]))
    finally:
        crew.close()

    assert len(reports) == len(written)
    assert sum(report.memory == os.getpid() % 1000 for report in reports) == alone


def test_two_processes_leave_what_one_leaves_and_the_second_time_nothing_is_touched(founded: Workspace) -> None:
    done = export(founded, "2020-01", to=["docx", "html"])
    assert done.manifest is not None
    manifest = done.manifest.read_bytes()
    before = {path: path.stat().st_mtime_ns for path in done.order.out.rglob("*.*") if path != done.manifest}

    again = export(founded, "2020-01", to=["docx", "html"], jobs=2)

    assert again.manifest == done.manifest
    assert done.manifest.read_bytes() == manifest
    assert {path: path.stat().st_mtime_ns for path in done.order.out.rglob("*.*") if path != done.manifest} == before
