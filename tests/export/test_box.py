"""Takes a small workspace, gives its export with a box per unit, proves what the box binds and when it is made anew."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.export import Export, Outcome, export, status
from docgen.formats import Format
from docgen.workspace import Workspace, open_workspace

pytest.importorskip("weasyprint")

KINDS = ("minutes", "meeting-record", "archive-index")


def made(workspace: Workspace, period: str = "2020", to: tuple[str, ...] = ()) -> Export:
    return export(open_workspace(workspace.root), period, kinds=KINDS, to=to, boxed=True)


def box_of(done: Export, unit: str = "一支部") -> Outcome:
    return next(each for each in done.outcomes if each.kind == "archive-box" and each.unit == unit)


def pages(done: Export, outcome: Outcome) -> list[str]:
    reader = PdfReader(BytesIO((done.order.out / outcome.path).read_bytes()))
    return ["".join(page.extract_text().split()) for page in reader.pages]


def test_a_box_binds_every_pdf_of_its_unit_behind_a_cover_and_contents(founded: Workspace) -> None:
    done = made(founded)
    box = box_of(done)
    said = pages(done, box)
    parts = [each for each in done.outcomes if each.unit == "一支部" and each.format is Format.PDF]
    bound = [each for each in parts if each.kind in {"minutes", "meeting-record"}]

    assert {each.kind for each in bound} == {"minutes", "meeting-record"}
    assert box.path == "一支部/一支部-2020-档案盒.pdf"
    assert "一支部2020年度党建工作档案" in said[0]
    assert said[1].startswith("目录")
    assert box.pages == len(said) == 2 + sum(each.pages or 0 for each in bound)


def test_the_contents_name_the_page_that_is_stamped_on_each_first_page(founded: Workspace) -> None:
    done = made(founded)
    said = pages(done, box_of(done))
    record, minutes = (
        next(each for each in done.outcomes if each.kind == kind and each.path.endswith("pdf"))
        for kind in ("meeting-record", "minutes")
    )
    assert record.pages

    assert re.search(rf"2{re.escape(minutes.title)}会议纪要2020年1月10日{record.pages + 1}\D", said[1] + "共")
    assert str(record.pages + 1) in said[2 + record.pages]


def test_a_month_is_bound_without_a_cover(founded: Workspace) -> None:
    done = made(founded, "2020-01")

    assert "材料合订本" in pages(done, box_of(done))[0]
    assert "立卷人" not in "".join(pages(done, box_of(done)))


def test_a_box_is_made_anew_only_when_a_paper_in_it_changed(founded: Workspace, meeting: Path) -> None:
    first = box_of(made(founded))
    path = founded.root / "output/2020" / first.path
    before = path.stat().st_mtime_ns
    assert box_of(made(founded)) == first
    assert path.stat().st_mtime_ns == before

    text = meeting.read_text(encoding="utf-8")
    meeting.write_text(re.sub(r"地点: .*", "地点: 东楼三层", text), encoding="utf-8")
    again = box_of(made(founded))

    assert again.key != first.key
    assert again.sha256 != first.sha256
    assert path.stat().st_mtime_ns > before


def test_without_a_wish_for_it_there_is_no_box_and_one_that_lies_there_stays(founded: Workspace) -> None:
    boxed = made(founded)
    plain = export(open_workspace(founded.root), "2020", kinds=KINDS)

    assert [each for each in plain.outcomes if each.kind == "archive-box"] == []
    assert (plain.order.out / box_of(boxed).path).is_file()


def test_the_front_alone_is_made_for_a_box_of_cardboard(founded: Workspace) -> None:
    done = made(founded, to=("docx",))
    kinds = {(each.kind, each.format) for each in done.outcomes}

    assert ("archive-box", Format.DOCX) in kinds
    assert ("minutes", Format.PDF) in kinds


def test_the_standing_of_a_box_is_told(founded: Workspace) -> None:
    made(founded)
    survey = status(open_workspace(founded.root), "2020", kinds=KINDS, boxed=True)

    assert survey.outcomes == ()
    assert survey.tally.kinds
