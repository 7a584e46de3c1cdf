"""Takes an organisation over more units than one process likes, proves that its papers made in pieces are the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.export import Export, Status, driver, export, plan, work
from docgen.export.executor import Alone, Promise
from docgen.export.order import Order
from docgen.export.outcome import UnitReport
from docgen.export.processes import Processes
from docgen.export.work import Task, Work
from docgen.formats import Format
from docgen.model.period import Period
from docgen.workspace import Workspace, open_workspace

TO = (Format.DOCX,)
ABOVE = "机关党委"
OWN = """\
类型: 会议
会议类型: 党委会
开始: 2020-01-08 09:00
地点: 会议室
"""


@pytest.fixture
def workspace(founded: Workspace) -> Workspace:
    """A workspace of an organisation over two branches; it met once itself."""
    first = founded.root / "支部/一支部"
    second = first.with_name("二支部")
    shutil.copytree(first, second)
    unit = second / "单位.yaml"
    unit.write_text(unit.read_text(encoding="utf-8").replace("一支部", "二支部"), encoding="utf-8")
    own = founded.root / ABOVE / "记录/2020/01/2020-01-08-党委会.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(OWN, encoding="utf-8")
    return open_workspace(founded.root)


@pytest.fixture
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Make organisations over two units large ones."""
    return lambda: monkeypatch.setattr(plan, "UNITS_A_PIECE", 1)


def made(workspace: Workspace, out: Path, crew: driver.Assembly | None = None) -> Export:
    return driver.export(workspace, Order(workspace.root, out, Period(2020), formats=TO), crew=crew)


def contents(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


class Noting(Alone):
    """A crew that writes down what was asked of it, and does everything twice."""

    def __init__(self) -> None:
        self.works: list[tuple[Work, str]] = []

    def take(self, task: Task) -> Promise:
        self.works.append((task.work, task.unit))
        task()
        return super().take(task)


def several(size: int) -> driver.Assembly:
    return lambda order, workspace: Processes(size, order, workspace)


def test_pieces_make_what_one_task_makes(workspace: Workspace, in_pieces: Callable[[], None]) -> None:
    outs = [workspace.root / name for name in ("whole", "two", "twice")]
    made(workspace, outs[0])
    in_pieces()
    noting = Noting()
    made(workspace, outs[1], several(2))
    made(workspace, outs[2], lambda *_: noting)

    assert noting.works.count((Work.REDUCTION, ABOVE)) == 2
    assert noting.works[-1] == (Work.CLOSING, ABOVE)
    assert contents(outs[1]) == contents(outs[0])
    assert contents(outs[2]) == contents(outs[0])


def test_pieces_leave_the_files_of_another_order_alone(workspace: Workspace, in_pieces: Callable[[], None]) -> None:
    out = workspace.root / "out"
    made(workspace, out)
    before = contents(out)
    in_pieces()

    again = export(workspace, "2020", kinds=["activity-statistics", "five-ones-month"], to=["docx"], out=out)

    assert again.tally.standings.keys() == {"current"}
    assert contents(out).keys() - {"run.json"} == before.keys()
    assert all(contents(out)[name] == content for name, content in before.items())


@pytest.mark.parametrize("lost", [Work.PAPERS, Work.REDUCTION])
def test_what_nobody_came_to_is_no_orphan(
    workspace: Workspace, in_pieces: Callable[[], None], monkeypatch: pytest.MonkeyPatch, lost: Work
) -> None:
    out = workspace.root / "out"
    made(workspace, out)
    before = contents(out)
    in_pieces()
    does = work._WORKS[lost]

    def failing(task: Task) -> UnitReport:
        if task.unit == ABOVE:
            raise ZeroDivisionError("planted")
        return does(task)

    monkeypatch.setattr(work, "_WORKS", {**work._WORKS, lost: failing})
    hindered = made(workspace, out)

    assert [(each.unit, each.fault) for each in hindered.failed if each.status is Status.FAIL]
    assert "orphaned" not in hindered.tally.standings
    monkeypatch.undo()
    again: Any = made(workspace, out)
    assert again.failed == ()
    assert again.tally.standings.keys() == {"current"}
    assert contents(out) == before
