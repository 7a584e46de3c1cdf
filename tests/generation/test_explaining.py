"""Takes figures of the sample workspace's year, adds up anew what is behind them, from traces and from the files."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from tests.samples.oracle import read_office

from docgen.chinese import percent_text
from docgen.documents import kind_named
from docgen.errors import UsageError
from docgen.generation import Explained, Trace, explain, figures_of
from docgen.model.subject import Subject
from docgen.view import Way
from docgen.workspace import Workspace, open_workspace

DAY = date(2021, 1, 31)
PAPERS = {"branch-year-review": "一支部/2020", "organisation-year-report": "机关党委/2020"}
ORDINAL = "序号"
WITHOUT_RECORDS = ("未完成", "不适用")
"""What is counted because no record says it was done, or because it was not owed."""
PICKED = 3
OF = "/"
ROUNDED = Decimal("0.05")


@pytest.fixture(scope="module")
def workspace(samples: Path) -> Workspace:
    return open_workspace(samples)


def explained(workspace: Workspace, kind: str, subject: str, path: str) -> Explained:
    return explain(workspace, kind_named(kind), Subject.parse(subject), path, DAY)


def paths(workspace: Workspace, kind: str, subject: str) -> list[str]:
    """The counts of a paper that are not zero and rest on records; 序号 only numbers a line."""
    places = figures_of(workspace, kind_named(kind), Subject.parse(subject), DAY)
    return [each.path for each in places if each.figure.value and not each.path.endswith((ORDINAL, *WITHOUT_RECORDS))]


def leaves_of(trace: Trace) -> Iterator[Trace]:
    if not trace.parts:
        yield trace
    for part in trace.parts:
        yield from leaves_of(part)


def recount(trace: Trace) -> Decimal:
    """What a figure comes to when its records and the figures behind it are added up."""
    if trace.way is Way.SHARE:
        done, due = map(recount, trace.parts)
        if OF in trace.text:
            assert trace.text == f"{done}{OF}{due}"
            return done
        return Decimal(percent_text(int(done), int(due)).removesuffix("%"))
    if trace.way is Way.MEAN:
        whole, many = map(recount, trace.parts)
        return whole / many
    if trace.way is Way.COUNT:
        return Decimal(len({record.id for record in trace.records}))
    if trace.parts:
        return sum(map(recount, trace.parts), Decimal())
    return Decimal(str(trace.value))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("kind", "subject"), PAPERS.items())
def test_what_is_behind_three_figures_picked_at_random_adds_up_to_them(
    workspace: Workspace, kind: str, subject: str, seed: int
) -> None:
    known = [each for each in paths(workspace, kind, subject) if each.count(".")]
    for path in random.Random(seed).sample(known, PICKED):  # noqa: S311 - a test's pick
        found = explained(workspace, kind, subject, path).trace
        assert found.all_records, f"seed {seed}: {path}"
        assert abs(recount(found) - Decimal(str(found.value))) <= ROUNDED, f"seed {seed}: {path}"


def test_every_record_stands_where_it_is_said_to_stand(workspace: Workspace) -> None:
    for kind, subject in PAPERS.items():
        for path in paths(workspace, kind, subject):
            for record in explained(workspace, kind, subject, path).trace.all_records:
                lines = (workspace.root / record.place.file).read_text(encoding="utf-8").splitlines()
                assert 1 <= record.place.line <= len(lines)
                assert record.id.startswith(f"{record.unit}/")


def test_visits_are_those_whom_the_files_name(workspace: Workspace, samples: Path) -> None:
    trace = explained(workspace, "activity-statistics", "一支部/2020", "党课.人次").trace
    office = read_office(samples)
    lectures = [each for each in office.held("一支部") if each.is_meeting("党课") and each.start.year == DAY.year - 1]

    assert lectures
    assert trace.shares == {f"一支部/{each.local}": len(office.present(each)) for each in lectures}
    assert sum(trace.shares.values()) == trace.value


def test_an_organisation_s_figure_leads_to_the_records_of_each_branch(workspace: Workspace) -> None:
    trace = explained(workspace, "activity-statistics", "机关党委/2020", "合计.支委会.次数").trace
    files = [
        path
        for path in (workspace.root / "支部").rglob("记录/2020/**/*.yaml")
        for written in yaml.safe_load_all(path.read_text(encoding="utf-8"))
        if written.get("会议类型") == "支委会" and "出席" in written
    ]

    assert {each.unit for each in trace.all_records} == {"一支部", "二支部", "三支部", "四支部"}
    assert len(trace.all_records) == trace.value == len(files)
    assert [part.citation for part in trace.parts][:1] == ["一支部/2020#activity-statistics.支委会.times"]


def test_an_unknown_figure_is_told_with_the_nearest(workspace: Workspace) -> None:
    with pytest.raises(UsageError) as told:
        explained(workspace, "activity-statistics", "一支部/2020", "党课.人数")
    assert told.value.code == "figure-unknown"
    assert "人次" in str(told.value.values["near"])


def test_a_name_of_several_figures_is_told_with_their_paths(workspace: Workspace) -> None:
    with pytest.raises(UsageError) as told:
        explained(workspace, "activity-statistics", "一支部/2020", "人次")
    assert told.value.code == "figure-unclear"
    assert "各项活动.支委会.人次" in str(told.value.values["near"])


def test_a_paper_that_there_is_not_has_no_figures(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="no-paper"):
        figures_of(workspace, kind_named("organisation-year-report"), Subject.parse("一支部/2020"), DAY)
