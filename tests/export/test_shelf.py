"""Takes a shelf, proves that what a dead worker left half written is swept when the unit is done, and not before."""

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


def test_the_last_task_about_a_unit_sweeps_what_a_dead_worker_left_half_written(tmp_path: Path) -> None:
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
        assert half.exists()  # somebody else may be about to finish it
        again.close()

    assert not half.exists()
    assert others.exists()
