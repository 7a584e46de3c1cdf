"""A folder or file name that reads as a time agrees with the record in it (X4)."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from tests.rules.table import ledger_of
from tests.typed import entries

from docgen.ledger import BranchLedger
from docgen.rules import check, rulebook
from docgen.rules.consistency.folders import misplaced
from docgen.vocabulary import message

MEETING = (
    "类型: 会议\n会议类型: 支委会\n开始: 2020-03-12 09:00\n结束: 2020-03-13 09:00\n出席: 其余\n通知日期: 2020-02-28\n"
)
SOLVED = "类型: 办实事\n困难或问题: 甲\n提出日期: 2020-03-12\n解决日期: 2020-05-20\n"
WINTER = "类型: 办实事\n困难或问题: 甲\n提出日期: 2019-11-12\n解决日期: 2020-01-20\n"
CYCLE = "类型: 提质升级\n周期: 2020-Q2\n"
REVIEW = "类型: 年度总结\n年度: 2020\n成文日期: 2021-01-08\n"
DUTIES = "类型: 责任清单\n层级: 支部\n岗位: 书记\n"


def disagreeing(record: str, path: str) -> str | None:
    """Return what of a path below 记录/ disagrees with a record."""
    (entry,) = entries(record, "一支部")
    found = misplaced(entry.model, f"支部/一支部/记录/{path}.yaml")
    return found[0] if found else None


@pytest.mark.parametrize("path", [
    "会", "2020/会", "2020/03/会", "2020年/3月/会", "2020年度/03/会", "2020-03/会", "2020年3月/会", "202003/会", "2020.3/会",
    "2020/03/2020-03-12-会", "2020-3-12会", "20200312会", "2020年3月12日会", "2020-03-13-会",
    # of a month without its year only the month is said
    "03/会", "3月/会", "03月份/会", "支委会/03/会", "2020/年度/03/会", "03/12/会", "2020/03/12/会", "2020-03/12/会",
    # what does not read as a time says nothing: a bare digit, a year's plan, numbers of other kinds
    "4/会", "13/会", "00/会", "004/会", "2020/13/会", "支部/4/会", "会议2019/会", "2019-20/会", "20201345会", "202004120会", "会2020-04-12",
    "0312/会", "1820/会",
])  # fmt: skip
def test_a_meeting_lies_where_its_days_are(path: str) -> None:
    assert disagreeing(MEETING, path) is None


@pytest.mark.parametrize(("path", "said"), [
    ("2019/会", "2019"), ("2021年/会", "2021年"), ("2020/04/会", "2020/04"), ("2020/4月/会", "2020/4月"),
    ("2019/03/会", "2019/03"), ("支委会/2020/02/会", "2020/02"), ("2020-04/会", "2020-04"), ("2020年4月/会", "2020年4月"),
    ("2020/03/2020-03-14-会", "2020-03-14"), ("2020-03-11会", "2020-03-11"), ("20200412会", "20200412"),
    ("2020年4月12日会", "2020年4月12日"), ("2020/02/2020-02-28-会", "2020/02"),
    ("04/会", "04"), ("5月/会", "5月"), ("12月份/会", "12月份"), ("支委会/10/会", "10"), ("2020/年度/04/会", "04"),
])  # fmt: skip
def test_a_meeting_does_not_lie_at_another_time(path: str, said: str) -> None:
    assert disagreeing(MEETING, path) == said


@pytest.mark.parametrize(("record", "path"), [
    (SOLVED, "2020/03/甲"), (SOLVED, "2020/04/甲"), (SOLVED, "2020/05/2020-05-20-甲"), (CYCLE, "2020/04/甲"),
    (CYCLE, "2020/06/甲"), (REVIEW, "2020/甲"), (REVIEW, "2020/12/甲"), (REVIEW, "2021/01/甲"), (DUTIES, "2019/01/甲"),
    (SOLVED, "03/甲"), (SOLVED, "4月/甲"), (SOLVED, "05/甲"), (CYCLE, "06/甲"), (REVIEW, "08/甲"), (WINTER, "12/甲"), (WINTER, "01/甲"),
])  # fmt: skip
def test_any_other_record_may_lie_wherever_a_day_of_it_falls(record: str, path: str) -> None:
    assert disagreeing(record, path) is None


@pytest.mark.parametrize(("record", "path"), [
    (SOLVED, "2020/02/甲"), (SOLVED, "2020/06/甲"), (CYCLE, "2020/07/甲"), (REVIEW, "2019/甲"), (REVIEW, "2021/02/甲"),
    (SOLVED, "02/甲"), (SOLVED, "6月/甲"), (CYCLE, "07/甲"), (CYCLE, "03/甲"), (WINTER, "02/甲"), (WINTER, "10/甲"),
])  # fmt: skip
def test_no_record_lies_where_none_of_its_days_falls(record: str, path: str) -> None:
    assert disagreeing(record, path) == path.removesuffix("/甲")


def test_the_rule_tells_folder_and_day_at_the_beginning() -> None:
    ledger = ledger_of()
    (entry,) = entries(MEETING, "一支部")
    moved = replace(entry, source=replace(entry.source, file="支部/一支部/记录/2020/04/会.yaml"))
    own = BranchLedger(ledger.unit, ledger.unit_source, ledger.settings, [moved])

    (finding,) = check(own, rulebook(own.settings).only({"X4"}), date(2020, 12, 31))

    assert (finding.code, finding.level, finding.place.line) == ("X4-folder", "warn", 3)
    assert "2020/04" in message(finding)
    assert "2020年3月12日" in message(finding)
