"""Takes gatherings, gives who was due and what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.ledger import Attendance, BranchLedger
from docgen.ledger.attendance import attendance
from docgen.model.meeting import Gathering, Meeting
from docgen.model.unit import Member
from docgen.records.entry import Entry

MakeLedger = Callable[..., BranchLedger]

PEOPLE = ["张一", "李二", "王三", "赵四", "钱五"]


def names(people: Iterable[Member]) -> list[str]:
    return [person.name for person in people]


def attended(ledger: BranchLedger) -> Attendance:
    (entry,) = ledger.of(Gathering)
    return ledger.attendance(entry)


def meeting(kind: str, rest: str = "出席: 其余", day: str = "2020-03-12") -> str:
    return f"类型: 会议\n会议类型: {kind}\n编号: 会1\n开始: {day} 14:30\n{rest}\n"


@pytest.mark.parametrize("kind", ["支部党员大会", "党课", "组织生活会", "民主评议", "理论学习", "其他会议"])
def test_all_members_are_due_at_meetings_of_the_branch(make_ledger: MakeLedger, kind: str) -> None:
    assert names(attended(make_ledger(meeting(kind))).due) == PEOPLE[:4]
    assert names(attended(make_ledger(meeting(kind, day="2020-05-11"))).due) == PEOPLE


def test_all_members_are_due_at_a_theme_day(make_ledger: MakeLedger) -> None:
    ledger = make_ledger("类型: 主题党日\n主题: 参观\n开始: 2020-03-15 14:30\n出席: 其余")

    assert names(attended(ledger).due) == PEOPLE[:4]


@pytest.mark.parametrize("kind", ["支委会", "党委会"])
def test_the_committee_of_the_day_is_due_at_its_meetings(make_ledger: MakeLedger, kind: str) -> None:
    assert names(attended(make_ledger(meeting(kind))).due) == ["张一", "李二", "王三"]
    assert names(attended(make_ledger(meeting(kind, day="2020-07-01"))).due) == ["张一", "李二"]


def test_the_group_is_due_at_its_meeting(make_ledger: MakeLedger) -> None:
    assert names(attended(make_ledger(meeting("党小组会", "党小组: 第一小组\n出席: 其余"))).due) == ["李二", "王三"]


def test_a_written_range_of_the_due_goes_before_the_type(make_ledger: MakeLedger) -> None:
    found = attended(make_ledger(meeting("其他会议", "应到范围: [赵四, 张一]\n出席: 其余")))

    assert names(found.due) == names(found.present) == ["张一", "赵四"]


def test_a_written_range_takes_no_vote_from_the_members_of_a_branch(make_ledger: MakeLedger) -> None:
    found = attended(make_ledger(meeting("支部党员大会", "应到范围: [李二, 张一]\n出席: 其余")))

    assert names(found.due) == names(found.voters_present) == ["张一", "李二"]
    assert names(found.voters_due) == PEOPLE[:4]


@pytest.mark.parametrize("kind", ["支委会", "党委会"])
def test_a_written_range_gives_no_vote_to_who_does_not_sit_on_the_committee(make_ledger: MakeLedger, kind: str) -> None:
    found = attended(make_ledger(meeting(kind, "应到范围: [张一, 李二, 赵四]\n出席: 其余")))

    assert names(found.due) == names(found.present) == ["张一", "李二", "赵四"]
    assert names(found.voters_due) == ["张一", "李二", "王三"]
    assert names(found.voters_present) == ["张一", "李二"]


@pytest.mark.parametrize("kind", ["党小组会", "其他会议", "民主评议"])
def test_a_written_range_is_who_votes_at_any_other_meeting(make_ledger: MakeLedger, kind: str) -> None:
    found = attended(make_ledger(meeting(kind, "应到范围: [张一, 赵四]\n出席: [张一, 李二]")))

    assert names(found.voters_due) == ["张一", "赵四"]
    assert names(found.voters_present) == ["张一"]


def test_a_voter_whom_the_range_leaves_out_votes_where_he_came(make_ledger: MakeLedger) -> None:
    found = attended(make_ledger(meeting("支部党员大会", "应到范围: [张一]\n出席: [赵四, 张一, 外人]")))

    assert names(found.present) == ["张一"]
    assert names(found.voters_present) == ["张一", "赵四"]
    assert found.outside == ("赵四", "外人")


def test_the_rest_is_the_due_less_leave_and_absence_in_roster_order(make_ledger: MakeLedger) -> None:
    rest = "出席: 其余\n请假: [{姓名: 李二, 事由: 出差}]\n缺席: [{姓名: 张一}]"
    found = attended(make_ledger(meeting("支部党员大会", rest)))

    assert names(found.present) == ["王三", "赵四"]
    assert names(found.on_leave) == ["李二"]
    assert names(found.absent) == ["张一"]
    assert [*found.unnamed, *found.twice, *found.outside] == []
    assert found.reason_of(found.on_leave[0]) == "出差"
    assert found.reason_of(found.absent[0]) == ""


def test_who_is_named_nowhere_twice_or_from_outside_is_told(make_ledger: MakeLedger) -> None:
    rest = "出席: [张一, 李二, 孙六]\n请假: [{姓名: 李二}]\n缺席: [{姓名: 周七}]"
    found = attended(make_ledger(meeting("支部党员大会", rest)))

    assert names(found.present) == ["张一", "李二"]
    assert names(found.unnamed) == ["王三", "赵四"]
    assert names(found.twice) == ["李二"]
    assert set(found.outside) == {"孙六", "周七"}


def test_a_member_who_is_not_on_the_committee_is_outside_its_meeting(make_ledger: MakeLedger) -> None:
    assert attended(make_ledger(meeting("支委会", "出席: [张一, 赵四]"))).outside == ("赵四",)


def test_figures_count_people_and_cite_the_record(make_ledger: MakeLedger) -> None:
    found = attended(make_ledger(meeting("支部党员大会", "出席: 其余\n请假: [{姓名: 李二}]")))

    assert found.count(found.present).value == 3
    assert found.count(found.present).text == "3"
    assert found.count(found.due).sources == ("一支部/会1",)


def test_probationary_members_are_due_and_have_no_vote(make_ledger: MakeLedger) -> None:
    found = attended(make_ledger(meeting("支部党员大会", "出席: [张一, 钱五]", day="2020-06-01")))

    assert names(found.probationary) == names(found.probationary_present) == ["钱五"]
    assert names(found.full_present) == ["张一"]
    assert names(found.voters_due) == PEOPLE[:4]
    assert names(found.voters_present) == ["张一"]


def test_who_is_received_at_the_meeting_is_not_due_there_though_a_member_from_that_day(make_ledger: MakeLedger) -> None:
    vote = "议题: [{标题: 发展党员, 表决: {事项: 接收预备党员, 对象: 钱五, 赞成: 4}}]\n出席: 其余"

    assert names(attended(make_ledger(meeting("支部党员大会", vote, day="2020-05-10"))).due) == PEOPLE[:4]
    assert names(attended(make_ledger(meeting("支部党员大会", day="2020-05-10"))).due) == PEOPLE


def test_who_is_confirmed_at_the_meeting_has_no_vote_there(make_ledger: MakeLedger) -> None:
    unit = "名称: 一\n简称: 一支部\n种类: 党支部\n党员: [{姓名: 张一, 转正日期: 2010-07-01}, {姓名: 钱五, 转正日期: 2020-06-10}]"
    vote = "议题: [{标题: 转正, 表决: {事项: 预备党员转正, 对象: 钱五, 赞成: 1}}]\n出席: 其余"

    found = attended(make_ledger(meeting("支部党员大会", vote, day="2020-06-12"), unit))

    assert names(found.due) == ["张一", "钱五"]
    assert names(found.voters_due) == names(found.voters_present) == ["张一"]


def test_exempt_members_are_due_and_in_no_rate(make_ledger: MakeLedger) -> None:
    unit = "名称: 一\n简称: 一支部\n种类: 党支部\n党员: [{姓名: 张一}, {姓名: 李二}, {姓名: 王老, 免于硬性要求: 是}]"
    ledger = make_ledger(meeting("支部党员大会", "出席: [张一]\n缺席: [{姓名: 李二}]"), unit)
    found = attended(ledger)

    assert names(found.exempt) == names(found.unnamed) == ["王老"]
    assert names(found.obliged) == ["张一", "李二"]
    assert ledger.rate(ledger.of(Gathering)).text == "50%"


def test_a_plan_has_the_due_and_nobody_present(make_ledger: MakeLedger) -> None:
    found = attended(make_ledger(meeting("支委会", "请假: [{姓名: 王三, 事由: 出差}]")))

    assert not found.held
    assert found.present == ()
    assert names(found.on_leave) == ["王三"]
    assert names(found.unnamed) == ["张一", "李二"]


def test_members_left_out_of_an_election_are_named(make_ledger: MakeLedger) -> None:
    election = "选举: {应选人数: 1, 选票: {发出: 3, 收回: 3}, 不计入应到: [{姓名: 赵四, 事由: 出国}]}\n出席: 其余"

    assert names(attended(make_ledger(meeting("支部党员大会", election))).not_counted) == ["赵四"]


texts = st.lists(st.sampled_from([*PEOPLE, "孙六"]), max_size=6)


@given(present=st.one_of(st.none(), st.just(["其余"]), texts), on_leave=texts, absent=texts, due=st.none() | texts)
def test_the_due_are_parted_into_present_on_leave_absent_and_unnamed(
    make_ledger: MakeLedger, present: list[str] | None, on_leave: list[str], absent: list[str], due: list[str] | None
) -> None:
    data: dict[str, Any] = {
        "类型": "会议", "会议类型": "支部党员大会", "开始": "2020-06-12 14:30",
        "请假": [{"姓名": name} for name in on_leave], "缺席": [{"姓名": name} for name in absent],
    }  # fmt: skip
    data |= {key: value for key, value in {"出席": present, "应到范围": due}.items() if value is not None}
    ledger = make_ledger()
    entry = Entry("一支部/会1", "一支部", Meeting.model_validate(data), ledger.unit_source)

    found = attendance(entry, ledger.roster)

    parts = [*found.present, *found.on_leave, *found.absent, *found.unnamed]
    assert sorted(names(parts)) == sorted(names(found.due))
    assert names(found.present) == [name for name in names(found.due) if name in names(found.present)]
    assert names(found.voters_due) == names(ledger.roster.voters_on(entry.model.day))
    named = set(present or ()) | set(names(found.present))
    assert names(found.voters_present) == [name for name in names(found.voters_due) if name in named]
    if due is None:
        assert names(found.due) == PEOPLE
