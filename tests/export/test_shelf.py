"""Takes a shelf whose unit was begun before, proves that what a dead worker left half written is swept."""

from __future__ import annotations

from pathlib import Path

from docgen.export import Order, Outcome, Status
from docgen.export.shelf import Shelf
from docgen.formats import Format

UNIT = "一支部"


def outcome(path: str) -> Outcome:
    return Outcome(
        unit=UNIT,
        kind="minutes",
        subject=f"{UNIT}/1",
        format=Format.DOCX,
        status=Status.OK,
        title="",
        date="",
        path=path,
    )


def test_a_task_that_is_begun_again_sweeps_what_its_dead_worker_left_half_written(tmp_path: Path) -> None:
    order = Order(root=tmp_path, out=tmp_path / "out", run="r")
    half, others = order.out / UNIT / ".docgen-half", order.out / "二支部" / ".docgen-now"
    for path in (half, others):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"PK")
    with Shelf(order, UNIT, ()) as first:
        assert half.exists()
        first.put(outcome(f"{UNIT}/a.docx"), b"a")

    with Shelf(order, UNIT, ()) as again:
        assert [each.path for each in again.noted] == [f"{UNIT}/a.docx"]

    assert not half.exists()
    assert others.exists()
