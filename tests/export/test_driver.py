"""Takes orders and kinds made for the purpose, gives what an export does when something in it fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen import renderers
from docgen.documents import KINDS, Contents, DocumentKind, OrganisationPaper, Paper, Scope, UnitPaper
from docgen.drafting import found
from docgen.errors import Busy, EngineMissing
from docgen.export import Export, Outcome, Status, bulletin, export, held, kinds, lock, publisher, render
from docgen.export import order as orders
from docgen.export.digests import digest_unit
from docgen.formats import Format
from docgen.generation import open_ledger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Audience, Figure, View, label
from docgen.workspace import Workspace, open_workspace

MEETING = "一支部/2020/01/2020-01-10-支委会"


class CountView(View, frozen=True):
    """One number."""

    heading: str = label("标题")
    count: Figure = label("数")


def month_of(ledger: Any, period: Period) -> Iterator[Subject]:
    yield Subject(ledger.unit.short, Period(2020, month=1))


def count(ledger: Any, period: Period) -> int:
    return len(ledger.entries)


def summed(ledger: Any, subject: Subject) -> CountView:
    return CountView("数", Figure(sum(ledger.part(unit.short, "count") for unit in ledger.units), "数"))


def failing(*_: Any) -> Any:
    raise ZeroDivisionError("planted")


def counted(name: str, *papers: Paper) -> DocumentKind:
    """A kind of paper that says one number."""
    return DocumentKind(name, "数", Audience.INTERNAL, (Format.TXT,), lambda: Contents(CountView, papers))


COUNT = counted("count", OrganisationPaper(Scope.ORGANISATION_MONTH, month_of, count, summed))
UNIT_COUNT = counted(
    "unit-count",
    UnitPaper(Scope.MONTH, month_of, lambda ledger, _: CountView("数", Figure(len(ledger.entries), "数"))),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    found(tmp_path, 2020, "甲公司")
    for name in ("count", "unit-count"):
        folder = tmp_path / "templates" / name
        folder.mkdir(parents=True)
        (folder / f"{name}.txt").write_text("{{ 标题 }} {{ 数 }}", encoding="utf-8")
    return open_workspace(tmp_path)


@pytest.fixture
def of_kinds(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Replace the catalogue."""

    def replaced(*catalogue: DocumentKind) -> None:
        monkeypatch.setattr(orders, "KINDS", catalogue)

    return replaced


def of_unit(done: Export, kind: str) -> list[Outcome]:
    return [outcome for outcome in done.outcomes if outcome.kind == kind]


def test_the_papers_of_an_organisation_are_reduced_from_the_units_below_it(workspace: Workspace, of_kinds: Any) -> None:
    of_kinds(COUNT)

    (outcome,) = render(workspace, "机关党委/2020-01", to=["txt"]).outcomes

    assert (outcome.status, outcome.path) == (Status.OK, "机关党委-2020-01-数.txt")


def test_an_organisation_alone_is_still_reduced_from_units_that_are_not_asked_for(
    workspace: Workspace, of_kinds: Any
) -> None:
    of_kinds(COUNT, UNIT_COUNT)

    done = export(workspace, "2020-01", units=["机关党委"], to=["txt"])

    assert {(each.unit, each.kind, each.status) for each in done.outcomes} == {
        ("机关党委", "count", Status.OK),
        ("机关党委", "unit-count", Status.OK),
    }


def test_a_failing_digest_fails_the_organisations_paper_and_no_other(workspace: Workspace, of_kinds: Any) -> None:
    bad = OrganisationPaper(Scope.ORGANISATION_MONTH, month_of, failing, summed)
    of_kinds(counted("count", bad), UNIT_COUNT)

    done = export(workspace, "2020-01", to=["txt"])

    assert [each.status for each in of_unit(done, "unit-count")] == [Status.OK, Status.OK]
    failures = of_unit(done, "count")
    assert all(each.fault and each.status is Status.FAIL for each in failures)
    assert any("planted" in each.error for each in failures)
    assert {each.subject for each in failures} >= {"机关党委/2020-01"}


def test_a_kind_that_cannot_name_its_subjects_costs_no_other_kind(workspace: Workspace, of_kinds: Any) -> None:
    broken = counted("broken", UnitPaper(Scope.MONTH, failing, failing))
    of_kinds(broken, UNIT_COUNT)

    done = export(workspace, "2020-01", to=["txt"])

    assert [each.status for each in of_unit(done, "unit-count")] == [Status.OK, Status.OK]
    assert [(each.subject, each.fault) for each in of_unit(done, "broken")] == [
        ("一支部/2020-01", True),
        ("机关党委/2020-01", True),
    ]


def test_a_unit_that_cannot_be_worked_on_costs_no_other_unit(
    workspace: Workspace, of_kinds: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_kinds(UNIT_COUNT)

    def opened(where: Workspace, short: str, day: date) -> Any:
        return failing() if short == "机关党委" else open_ledger(where, short, day)

    monkeypatch.setattr(held, "open_ledger", opened)
    done = export(workspace, "2020-01", to=["txt"])

    assert [(each.unit, each.status, each.fault) for each in done.outcomes] == [
        ("一支部", Status.OK, False),
        ("机关党委", Status.FAIL, True),
    ]


def test_digests_are_made_for_the_periods_that_a_paper_covers(workspace: Workspace) -> None:
    ledger = open_ledger(workspace, "一支部")

    digests, troubles = digest_unit(ledger, (COUNT,), (Period(2020), Period(2020, month=1)))

    assert digests == {"2020": {}, "2020-01": {"count": 1}}
    assert troubles == ()


def test_progress_is_told_after_each_task(workspace: Workspace, of_kinds: Any) -> None:
    of_kinds(COUNT)
    told: list[tuple[str, int, int]] = []

    export(workspace, "2020-01", to=["txt"], progress=lambda *step: told.append(step))

    assert told == [("机关党委", 1, 3), ("一支部", 2, 3), ("机关党委", 3, 3)]


def test_several_processes_write_what_one_writes(workspace: Workspace) -> None:
    chosen = ["minutes", "meeting-record", "resolution"]

    one = export(workspace, "2020-01", kinds=chosen, out=workspace.root / "一")
    two = export(workspace, "2020-01", kinds=chosen, out=workspace.root / "二", jobs=2)

    assert not one.failed
    assert one.manifest is not None
    assert two.manifest is not None
    assert one.manifest.read_bytes() == two.manifest.read_bytes()
    for outcome in one.outcomes:
        assert (workspace.root / "一" / outcome.path).read_bytes() == (
            workspace.root / "二" / outcome.path
        ).read_bytes()


def test_what_was_changed_between_two_exports_is_read_again(workspace: Workspace, of_kinds: Any) -> None:
    of_kinds(UNIT_COUNT)
    export(workspace, "2020-01", to=["txt"])
    unit = workspace.root / "支部/一支部/单位.yaml"
    unit.write_text(unit.read_text(encoding="utf-8").replace("简称: 一支部", "简称: 甲支部"), encoding="utf-8")

    done = export(open_workspace(workspace.root), "2020-01", to=["txt"])

    assert {each.unit for each in done.outcomes} == {"机关党委", "甲支部"}


def test_the_manifest_names_the_records_behind_each_file(workspace: Workspace) -> None:
    done = export(workspace, "2020-01", kinds=["minutes"])

    assert done.manifest is not None
    (listed,) = json.loads(done.manifest.read_text(encoding="utf-8"))["files"]
    assert listed["sources"] == [MEETING]
    assert not {"seconds", "begun"} & listed.keys()


def test_a_record_asks_for_the_papers_of_its_items_too(workspace: Workspace) -> None:
    done = render(workspace, MEETING, kinds=["resolution"])

    assert [each.subject for each in done.outcomes] == [f"{MEETING}#议题2"]
    assert done.paperless == ()


def test_a_subject_without_a_paper_is_named(workspace: Workspace) -> None:
    assert render(workspace, "一支部/2020-05", kinds=["minutes"]).paperless == (Subject.parse("一支部/2020-05"),)


def test_the_bulletin_is_published_by_the_unit_above_the_others(workspace: Workspace) -> None:
    assert publisher(workspace) == "机关党委"
    assert publisher(workspace, "第一党支部") == "一支部"
    assert {each.kind for each in bulletin(workspace, "2020-01").outcomes} == {"bulletin"}


def test_the_kinds_are_those_of_the_catalogue() -> None:
    assert kinds() is KINDS


def test_usual_formats_that_this_machine_cannot_make_are_left_out_and_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(tmp_path, 2020, "甲公司")
    lack = EngineMissing("pdf-engine-missing", {"message": "no Pango"})

    def without_pango(*_: Any) -> Any:
        raise lack

    monkeypatch.setitem(renderers.RENDERERS, Format.PDF, without_pango)
    workspace = open_workspace(tmp_path)

    usual = export(workspace, "2020-01", kinds=["five-ones-month"])
    assert {each.format for each in usual.outcomes} == {Format.DOCX, Format.HTML}
    asked = export(workspace, "2020-01", kinds=["five-ones-month"], to=["pdf"])

    assert usual.lacks == (lack,)
    assert {each.format for each in asked.outcomes} == {Format.PDF}
    assert asked.lacks == ()


def test_two_exports_never_write_into_one_folder(founded: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0)
    out = founded.root / "out"
    with lock.alone(out), pytest.raises(Busy) as met:
        export(founded, "2020", to=["docx"], out=out)

    assert (met.value.code, met.value.values) == ("export-busy", {"value": str(out)})
    assert not out.exists()
    assert export(founded, "2020", to=["docx"], out=out).tally.kinds


def test_a_file_that_cannot_take_its_place_fails_its_paper_alone_until_it_can(
    workspace: Workspace, of_kinds: Any
) -> None:
    of_kinds(UNIT_COUNT)
    out = workspace.root / "out"
    first = export(workspace, "2020-01", to=["txt"], out=out)
    place = out / of_unit(first, "unit-count")[0].path
    place.unlink()
    place.mkdir()  # as little to be replaced as a file that Word has open

    hindered = export(workspace, "2020-01", to=["txt"], out=out)
    failures = [each for each in hindered.outcomes if each.status is Status.FAIL]

    assert [(each.path, "写不了文件" in each.error, "关闭后再试" in each.hint) for each in failures] == [
        ("", True, True)
    ]
    assert hindered.failed == tuple(failures)
    assert len(hindered.outcomes) == len(first.outcomes)
    assert not list(out.rglob(".docgen-*"))

    place.rmdir()
    again = export(workspace, "2020-01", to=["txt"], out=out)

    assert again.failed == ()
    assert place.is_file()
