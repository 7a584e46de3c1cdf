"""Takes the records of a month, gives the five cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docgen.ledger import BranchLedger, Cell, CellState, FiveOnesItem
from docgen.ledger.five_ones import applies, cell_from_plain, cell_to_plain, tally
from docgen.model.period import Period
from docgen.model.settings import Settings

MakeLedger = Callable[..., BranchLedger]

MARCH = Period.parse("2020-03")
DONE, MISSING, NOT_APPLICABLE = CellState
EVIDENCE = {
    FiveOnesItem.STUDY: "{类型: 会议, 会议类型: 理论学习, 开始: 2020-03-12 14:30, 出席: 其余, 议题: [{标题: 学习, 材料: [{标题: 讲话}]}]}",
    FiveOnesItem.THEME_DAY: "{类型: 主题党日, 主题: 参观, 开始: 2020-03-15 09:00, 出席: 其余}",
    FiveOnesItem.POLICY: "{类型: 制度修订, 名称: 办法, 审核人: 张一, 发布日期: 2020-03-20}",
    FiveOnesItem.PROBLEM: "{类型: 办实事, 单位: 项目部, 困难或问题: 缺物资, 提出日期: 2020-03-02, 结果: 已送达}",
    FiveOnesItem.NEWS: "{类型: 宣传稿, 标题: 举办大赛, 日期: 2020-03-25, 渠道: [网站]}",
}
INCOMPLETE = [
    (FiveOnesItem.STUDY, EVIDENCE[FiveOnesItem.STUDY].replace("出席: 其余, ", "")),
    (FiveOnesItem.THEME_DAY, EVIDENCE[FiveOnesItem.THEME_DAY].replace(", 出席: 其余", "")),
    (FiveOnesItem.POLICY, EVIDENCE[FiveOnesItem.POLICY].replace("审核人: 张一, ", "")),
    (FiveOnesItem.POLICY, "{类型: 制度修订, 名称: 办法, 审核人: 张一, 日期: 2020-03-20}"),
    (FiveOnesItem.PROBLEM, EVIDENCE[FiveOnesItem.PROBLEM].replace("单位: 项目部, ", "")),
    (FiveOnesItem.PROBLEM, EVIDENCE[FiveOnesItem.PROBLEM].replace(", 结果: 已送达", "")),
    (FiveOnesItem.NEWS, EVIDENCE[FiveOnesItem.NEWS].replace(", 渠道: [网站]", "")),
]


def states(cells: tuple[Cell, ...]) -> dict[FiveOnesItem, CellState]:
    return {cell.item: cell.state for cell in cells}


def test_a_month_with_all_evidence_is_done_and_names_it(make_ledger: MakeLedger) -> None:
    cells = make_ledger("\n---\n".join(EVIDENCE.values())).cells(MARCH)

    assert states(cells) == dict.fromkeys(FiveOnesItem, DONE)
    assert [cell.evidence for cell in cells] == [(f"一支部/{number}",) for number in range(1, 6)]


def test_a_month_without_records_misses_all_five(make_ledger: MakeLedger) -> None:
    assert states(make_ledger().cells(MARCH)) == dict.fromkeys(FiveOnesItem, MISSING)


@pytest.mark.parametrize(("item", "record"), INCOMPLETE)
def test_a_record_without_its_evidence_does_not_make_the_cell(
    make_ledger: MakeLedger, item: FiveOnesItem, record: str
) -> None:
    (cell,) = (cell for cell in make_ledger(record).cells(MARCH) if cell.item is item)

    assert cell == Cell(item, MARCH, MISSING, (), ("一支部/1",))


def test_a_first_item_of_the_agenda_is_study_and_another_meeting_is_not(make_ledger: MakeLedger) -> None:
    record = "{{类型: 会议, 会议类型: 支委会, 开始: 2020-03-12 14:30, 出席: 其余, 议题: [{{标题: 学习{first}}}]}}"

    assert states(make_ledger(record.format(first=", 第一议题: 是")).cells(MARCH))[FiveOnesItem.STUDY] is DONE
    (study, *_) = make_ledger(record.format(first="")).cells(MARCH)
    assert (study.state, study.records) == (MISSING, ())


@pytest.mark.parametrize("month", ["2020-02", "2021-01"])
def test_months_outside_the_span_are_not_applicable_whatever_was_done(make_ledger: MakeLedger, month: str) -> None:
    record = EVIDENCE[FiveOnesItem.THEME_DAY].replace("2020-03", month)
    cells = make_ledger(record).cells(Period.parse(month))

    assert states(cells) == dict.fromkeys(FiveOnesItem, NOT_APPLICABLE)
    assert cells[1].evidence == ("一支部/1",)


@pytest.mark.parametrize(
    ("founded", "due"), [("2020-03-01", True), ("2020-03-02", False), ("2020-04-01", False), ("2019-01-01", True)]
)
def test_a_month_is_due_when_the_unit_exists_from_its_first_day(
    make_ledger: MakeLedger, founded: str, due: bool
) -> None:
    ledger = make_ledger(unit=f"名称: 一\n简称: 一支部\n种类: 党支部\n成立日期: {founded}")

    assert applies(ledger.unit, ledger.settings.five_ones, MARCH) is due


def test_a_month_in_which_the_unit_was_dissolved_is_not_due(make_ledger: MakeLedger) -> None:
    unit = make_ledger(unit="名称: 一\n简称: 一支部\n种类: 党支部\n撤销日期: 2020-04-01").unit
    settings = Settings.model_validate({"单位": "某公司", "五个一": {"起始月": "2020-03"}}).five_ones

    assert applies(unit, settings, MARCH)
    assert not applies(unit, settings, Period.parse("2020-04"))
    assert not applies(unit, None, MARCH)


def test_a_year_has_fifty_due_cells_from_march_to_december(make_ledger: MakeLedger) -> None:
    matrix = make_ledger("\n---\n".join(EVIDENCE.values())).matrix(2020)
    done, due = tally(cell for cells in matrix for cell in cells)

    assert [len(cells) for cells in matrix] == [5] * 12
    assert (done.value, due.value) == (5, 50)
    assert done.sources == tuple(f"一支部/{number}" for number in range(1, 6))


def test_a_cell_survives_being_written_as_plain_data(make_ledger: MakeLedger) -> None:
    cells = make_ledger(EVIDENCE[FiveOnesItem.NEWS]).cells(MARCH)

    assert tuple(cell_from_plain(cell_to_plain(cell)) for cell in cells) == cells
