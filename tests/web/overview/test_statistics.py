"""Takes the samples' year, sees that the statistics say what the papers say, and that charts say what tables say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from docgen.documents.assessment import ranking, sheet
from docgen.documents.five_ones import items, matrix
from docgen.documents.points import ledger as points_ledger
from docgen.documents.statistics import activity_statistics
from docgen.ledger import BranchLedger, OrganisationLedger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.unit import Unit
from docgen.web.overview import attendance, completion, points, racing, statistics
from docgen.web.overview.sections import Section, cells, said
from docgen.workspace import Workspace

YEAR = Period(2020)
BETTER = 95
Ledger = Callable[..., BranchLedger]


def reduced(
    own: BranchLedger, branches: Sequence[BranchLedger], kind: str, digest: Callable[..., object]
) -> OrganisationLedger:
    digests = {each.unit.short: {kind: digest(each, YEAR)} for each in branches}
    units: list[Unit] = [each.unit for each in branches]
    return OrganisationLedger(own.unit, own, digests, own.settings, units, YEAR)  # type: ignore[arg-type]


def test_attendance_by_activity_is_that_of_the_statistics_paper(ledger: Ledger) -> None:
    view = activity_statistics.branch_view(ledger("三支部"), Subject("三支部", YEAR))
    section = attendance.by_activity(ledger("三支部"), YEAR)
    papers = [(row.activity, row.times.text, row.visits.text, row.rate.text) for row in view.activities]
    own = [*section.table.rows, section.table.sums]
    assert len(papers) > 5
    for mine, paper in zip(own, papers, strict=True):
        assert mine[:3] == paper[:3]
        assert mine[3] == (paper[3] if paper[1] != "0" else "")


def test_the_sum_of_all_branches_attendance_is_that_of_their_tallies(branches: list[BranchLedger]) -> None:
    section = attendance.of_branches(branches, YEAR, "到会率", "机关党委")
    assert section.table.sums[-1] == "93.1%"
    assert [row[-1] for row in section.table.rows] == [
        activity_statistics.branch_view(each, Subject(each.unit.short, YEAR)).activities[-1].rate.text
        for each in branches
    ]


def test_the_five_ones_are_those_of_the_matrix(ledger: Ledger, branches: list[BranchLedger]) -> None:
    organisation = reduced(ledger("机关党委"), branches, matrix.KIND.name, items.digest)
    view = matrix.year_view(organisation, Subject("机关党委", YEAR))
    section = completion.of_branches(branches, YEAR, "五个一", "机关党委")
    assert section.table.sums[-3:-1] == (view.total.due.text, view.total.done.text)
    done = {(row.unit, row.item): row.done.text for row in view.year_rows}
    for row in section.table.rows:
        for item, share in zip(section.table.heads[1:6], row[1:6], strict=True):
            assert share.partition("/")[0] == done[row[0], item]


def test_points_are_those_of_the_points_ledger(ledger: Ledger) -> None:
    view = points_ledger.view(ledger("一支部"), Subject("一支部", YEAR))
    section = points.of_branch(ledger("一支部"), YEAR, "积分")
    assert section.table.heads == view.heads
    assert section.table.rows == tuple(map(cells, view.rows))


def test_grades_of_a_branch_add_up_to_its_members(branches: list[BranchLedger]) -> None:
    section = points.of_branches(branches, YEAR, "积分")
    assert len(section.table.heads) > 3
    for row in (*section.table.rows, section.table.sums):
        assert int(row[1]) == sum(map(int, row[3:]))


def test_the_ranking_is_that_of_the_notice(ledger: Ledger) -> None:
    race = racing.race([ledger("机关党委")], YEAR)
    assert race is not None
    view = ranking.view(ledger("机关党委"), Subject("机关党委", YEAR))
    section = racing.ranking(race)
    assert section.table.rows == tuple((row.rank.text, row.branch, row.total.text, row.standing) for row in view.rows)
    assert section.charts[0][1].figures == view.chart.figures  # type: ignore[union-attr]


def test_the_radar_of_a_branch_is_that_of_its_sheet(ledger: Ledger) -> None:
    race = racing.race([ledger("机关党委")], YEAR)
    assert race is not None
    section = racing.aspects(race, {"二支部"})
    view = sheet.view(ledger("机关党委"), Subject.parse(section.paper.subject))  # type: ignore[union-attr]
    assert section.table.rows == tuple(
        (row.aspect, said(row.full), said(row.score), said(row.rate)) for row in view.rows
    )
    assert [value and value.text for value in section.charts[0][1].series[0].values] == [
        row[3] for row in section.table.rows
    ]


def test_a_period_without_its_own_assessment_shows_the_latest_within(ledger: Ledger) -> None:
    assert str(racing.race([ledger("机关党委")], Period(2020, 2)).period) == "2020-Q2"  # type: ignore[union-attr]
    assert racing.race([ledger("机关党委")], Period(2019)) is None


def every_section(ledger: Ledger, branches: list[BranchLedger]) -> list[Section]:
    above = [ledger("机关党委")]
    many = statistics.of_branches(branches, above, YEAR, "机关党委")
    return [*many, *statistics.of_branch(branches[2], above, YEAR, BETTER)]


def test_each_chart_has_its_numbers_in_the_table_or_note_beneath(ledger: Ledger, branches: list[BranchLedger]) -> None:
    charts = 0
    for section in every_section(ledger, branches):
        words = {cell for row in (*section.table.rows, section.table.sums) for cell in row}
        for _, chart in section.charts:
            charts += 1
            assert all(figure.text in words or f" {figure.text} 人" in section.note for figure in chart.figures)
    assert charts > 8


def test_every_row_of_a_table_fits_its_heads(ledger: Ledger, branches: list[BranchLedger]) -> None:
    sections = every_section(ledger, branches)
    assert len(sections) > 8
    for section in sections:
        for row in (*section.table.rows, *([section.table.sums] if section.table.sums else [])):
            assert len(row) == len(section.table.heads), section.title


def test_who_comes_least_is_named_first_and_only_below_the_limit(ledger: Ledger) -> None:
    found = attendance.persons(ledger("三支部"), YEAR)
    rates = [each.rate.value for each in found]
    assert rates == sorted(rates)
    assert [row[0] for row in attendance.low(ledger("三支部"), YEAR, 80).table.rows] == ["谢十"]


def test_persons_came_as_often_as_the_branch_counts(ledger: Ledger) -> None:
    whole = attendance.persons(ledger("三支部"), YEAR)
    came, due = (sum(int(getattr(each, name).value) for each in whole) for name in ("came", "due"))
    assert f"{came / due:.1%}" == attendance.of_branch(ledger("三支部"), YEAR, "").table.sums[-1]


def test_who_is_exempt_is_not_listed(ledger: Ledger) -> None:
    exempt = {
        member.name
        for unit in ("一支部", "二支部", "三支部", "四支部", "五支部")
        for member in ledger(unit).unit.members
        if member.exempt
    }
    assert exempt
    listed = {
        each.name
        for unit in ("一支部", "二支部", "三支部", "四支部", "五支部")
        for each in attendance.persons(ledger(unit), YEAR)
    }
    assert not exempt & listed


def test_a_branch_without_records_has_tables_without_rows_and_no_charts(workspace: Workspace, ledger: Ledger) -> None:
    empty = Period(2015)
    for section in statistics.of_branch(ledger(), [], empty, BETTER):
        assert (section.table.rows, section.charts, section.paper) == ((), (), None)
    for section in statistics.of_branches([ledger()], [], empty, "机关党委"):
        assert (section.table.rows, section.charts) == ((), ())


@pytest.mark.parametrize("period", ["2020-Q2", "2020-06", "2020"])
def test_every_length_of_period_has_its_sections(branches: list[BranchLedger], ledger: Ledger, period: str) -> None:
    sections = statistics.of_branches(branches, [ledger("机关党委")], Period.parse(period), "机关党委")
    assert sections[0].table.rows
    assert sections[1].table.rows


def test_a_period_that_is_not_over_says_so(ledger: Ledger) -> None:
    own = ledger("一支部", date(2020, 9, 18))
    assert completion.of_branch(own, YEAR, "").note
    assert not completion.of_branch(ledger("一支部"), YEAR, "").note


def test_a_chart_of_many_branches_shows_the_lowest_and_says_so(
    ledger: Ledger, branches: list[BranchLedger], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(completion, "MOST_BARS", 2)
    section = completion.of_branches(branches, YEAR, "五个一", "")
    chart = section.charts[0][1]
    assert chart.categories[0] == "五支部"
    assert len(chart.categories) == 2
    assert "2" in chart.title
    assert len(section.table.rows) == 5
