"""Takes a branch's records, gives what is known of them by kind and date."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date

import pytest

from docgen.ledger import BranchLedger
from docgen.model.meeting import Gathering, Meeting, MeetingType
from docgen.model.period import Period
from docgen.model.theme_day import ThemeDay
from docgen.view import Picture

MakeLedger = Callable[..., BranchLedger]

RECORDS = """
---
{类型: 会议, 会议类型: 支委会, 编号: 三月, 开始: 2020-03-12 14:30, 出席: 其余, 任务: [{事项: 写总结, 责任人: 王三}]}
---
{类型: 会议, 会议类型: 支委会, 编号: 一月, 开始: 2020-01-09 09:00, 出席: 其余}
---
{类型: 会议, 会议类型: 支部党员大会, 编号: 大会, 开始: 2020-03-12 09:00, 出席: 其余, 学时: 1.5}
---
{类型: 会议, 会议类型: 支委会, 编号: 四月, 开始: 2020-04-09 09:00}
---
{类型: 会议, 会议类型: 支委会, 编号: 五月, 开始: 2020-05-09 09:00}
---
{类型: 主题党日, 主题: 参观, 编号: 党日, 开始: 2020-03-15 09:00, 出席: 其余, 缺席: [{姓名: 赵四}], 学时: 3, 同时召开: [党课]}
---
{类型: 会议, 会议类型: 党课, 编号: 党课, 开始: 2020-03-15 10:00, 出席: 其余, 学时: 1}
---
{类型: 办实事, 编号: 实事, 困难或问题: 缺防疫物资, 提出日期: 2020-03-02}
---
{类型: 教育培训, 编号: 培训, 种类: 业务, 日期: 2020-06-01, 学时: 4, 参加党员: [王三, 赵四]}
"""


@pytest.fixture
def ledger(make_ledger: MakeLedger) -> BranchLedger:
    return make_ledger(RECORDS)


def ids(found: list) -> list[str]:
    return [entry.local_id for entry in found]


def test_entries_stand_by_day_then_beginning_then_id(ledger: BranchLedger) -> None:
    assert ids(list(ledger.entries)) == ["一月", "实事", "大会", "三月", "党日", "党课", "四月", "五月", "培训"]


def test_entries_are_found_by_kind_period_state_and_attribute(ledger: BranchLedger) -> None:
    march = Period.parse("2020-03")

    assert ids(ledger.of(Meeting, march)) == ["大会", "三月", "党课"]
    assert ids(ledger.of(Gathering, march)) == ["大会", "三月", "党日", "党课"]
    assert ids(ledger.of(Meeting, Period(2020), held=True, type=MeetingType.COMMITTEE)) == ["一月", "三月"]
    assert ids(ledger.of(Meeting, held=False)) == ["四月", "五月"]
    assert ids(ledger.of(ThemeDay, Period(2021))) == []


def test_an_entry_is_found_with_and_without_its_unit(ledger: BranchLedger) -> None:
    found = ledger.entry("大会")

    assert found is not None
    assert found is ledger.entry("一支部/大会")
    assert ledger.entry("二支部/大会") is None


def test_meetings_are_numbered_within_year_and_type_and_plans_go_on_counting(ledger: BranchLedger) -> None:
    numbers = {entry.local_id: ledger.serial(entry).text for entry in ledger.of(Gathering)}

    assert numbers == {"一月": "1", "大会": "1", "三月": "2", "党日": "1", "党课": "1", "四月": "3", "五月": "4"}


def test_a_plan_that_was_never_held_does_not_push_the_number_of_later_meetings(make_ledger: MakeLedger) -> None:
    ledger = make_ledger("""
        {类型: 会议, 会议类型: 支委会, 编号: 落空, 开始: 2020-01-09 09:00}
        ---
        {类型: 会议, 会议类型: 支委会, 编号: 开成, 开始: 2020-02-09 09:00, 出席: 其余}
        ---
        {类型: 会议, 会议类型: 支委会, 编号: 次年, 开始: 2021-01-09 09:00, 出席: 其余}
    """)

    numbers = {entry.local_id: ledger.serial(entry).value for entry in ledger.of(Gathering)}

    assert numbers == {"落空": 1, "开成": 1, "次年": 1}


def test_groups_number_their_meetings_apart(make_ledger: MakeLedger) -> None:
    ledger = make_ledger("""
        {类型: 会议, 会议类型: 党小组会, 党小组: 第一小组, 编号: 甲, 开始: 2020-01-09 09:00, 出席: 其余}
        ---
        {类型: 会议, 会议类型: 党小组会, 党小组: 第二小组, 编号: 乙, 开始: 2020-01-10 09:00, 出席: 其余}
    """)

    assert [ledger.serial(entry).value for entry in ledger.of(Gathering)] == [1, 1]


def test_tasks_come_with_their_meeting_and_position(ledger: BranchLedger) -> None:
    (assignment,) = ledger.tasks(Period(2020))

    assert (assignment.entry.local_id, assignment.index, assignment.task.matter) == ("三月", 0, "写总结")
    assert ledger.tasks(Period.parse("2020-04")) == []


def test_hours_add_up_per_member_and_an_inner_meeting_counts_only_for_who_missed_the_theme_day(
    ledger: BranchLedger,
) -> None:
    hours = {member.name: figure for member, figure in ledger.hours(2020)}

    assert {name: figure.text for name, figure in hours.items()} == {
        "张一": "4.5", "李二": "4.5", "王三": "8.5", "赵四": "6.5", "钱五": "0",
    }  # fmt: skip
    assert hours["王三"].sources == ("一支部/大会", "一支部/党日", "一支部/培训")
    assert hours["赵四"].sources == ("一支部/大会", "一支部/党课", "一支部/培训")
    assert hours["王三"].value == 8.5


def test_the_rate_and_the_visits_count_held_gatherings_only(ledger: BranchLedger) -> None:
    days = [*ledger.of(ThemeDay), *ledger.of(Meeting, held=False)]

    assert ledger.rate(days).text == "75%"
    assert ledger.rate(days).sources == ("一支部/党日",)
    assert ledger.visits(days).value == 3
    assert ledger.rate([]).text == "—"


def test_a_picture_is_found_by_entry_and_file_and_takes_its_caption(ledger: BranchLedger) -> None:
    entry = ledger.of(ThemeDay)[0]
    ledger.pictures = {(entry.id, "合影.jpg"): Picture("ab", 4, 3)}

    assert ledger.picture(entry, "合影.jpg", "合影") == Picture("ab", 4, 3, "合影")
    assert ledger.picture(entry, "别的.jpg") is None


def test_a_pickled_ledger_gives_the_same_answers(ledger: BranchLedger) -> None:
    before = (ledger.hours(2020), ledger.matrix(2020), [ledger.serial(entry) for entry in ledger.of(Gathering)])

    again = pickle.loads(pickle.dumps(ledger))  # noqa: S301

    assert (again.hours(2020), again.matrix(2020), [again.serial(entry) for entry in again.of(Gathering)]) == before


def test_a_ledger_until_a_day_leaves_out_what_happened_later(make_ledger: MakeLedger) -> None:
    text = """
    类型: 会议
    会议类型: 支委会
    编号: 早
    开始: 2020-03-10 09:00
    出席: 其余
    ---
    类型: 会议
    会议类型: 支委会
    编号: 晚
    开始: 2020-03-11 09:00
    出席: 其余
    ---
    类型: 党费
    编号: 月末
    月份: 2020-03
    """
    ledger = make_ledger(text)

    known = ledger.until(date(2020, 3, 10))

    assert [entry.local_id for entry in known.entries] == ["早", "月末"]
    assert ledger.until(date(2020, 3, 31)) is ledger


def test_a_question_is_answered_once(ledger: BranchLedger) -> None:
    answers = iter(("first", "second", "third"))

    assert ledger.once(("owed", 2020), lambda: next(answers)) == "first"
    assert ledger.once(("owed", 2020), lambda: next(answers)) == "first"
    assert ledger.once(("owed", 2021), lambda: next(answers)) == "second"
