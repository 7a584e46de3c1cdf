"""Takes numbers, rosters, votes and elections, gives whether the bounds hold and the rules survive whatever is written."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import count
from math import ceil
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.table import ledger_of

from docgen.documents.meeting.election import election_lines
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import ElectionOf, Matter, Meeting, MeetingType, Verdict
from docgen.model.settings import Settings
from docgen.model.unit import Unit
from docgen.records.record import Mark, Source
from docgen.rules import RULES, check, counting_base, rulebook
from docgen.rules.votes.arithmetic import (
    at_least_half,
    candidates_needed,
    four_fifths,
    least_four_fifths,
    least_half,
    least_majority,
    more_than_half,
)
from docgen.rules.votes.elections import CountingBase
from docgen.vocabulary import hint, message

PEOPLE = st.integers(0, 2000)
NOWHERE = Source("记录.yaml", Mark(0, 0, 0, 0))
DAY = date(2020, 12, 31)
RULES_OF_VOTES = tuple(rule.id for rule in RULES if rule.id.startswith("V"))
HALF, FOUR_FIFTHS = Fraction(1, 2), Fraction(4, 5)


@pytest.mark.parametrize(
    ("due", "half", "majority", "to_pass", "election"),
    [(3, 2, 2, 2, 3), (7, 4, 4, 4, 6), (10, 5, 6, 6, 8), (13, 7, 7, 7, 11), (20, 10, 11, 11, 16), (50, 25, 26, 26, 40)],
)
def test_the_worked_values_of_the_rule_file_come_out(
    due: int, half: int, majority: int, to_pass: int, election: int
) -> None:
    assert (least_half(due), least_majority(due), least_four_fifths(due)) == (half, majority, election)
    assert more_than_half(to_pass, due)
    assert not more_than_half(to_pass - 1, due)


@pytest.mark.parametrize(("seats", "needed"), [(3, 4), (5, 6), (7, 9), (1, 2), (4, 5), (10, 12), (0, 0)])
def test_candidates_exceed_the_seats_by_a_fifth(seats: int, needed: int) -> None:
    assert candidates_needed(seats) == needed


@given(PEOPLE, PEOPLE)
def test_each_bound_agrees_with_its_fraction(some: int, due: int) -> None:
    assert at_least_half(some, due) == (Fraction(some) >= due * HALF)
    assert more_than_half(some, due) == (Fraction(some) > due * HALF)
    assert four_fifths(some, due) == (Fraction(some) >= due * FOUR_FIFTHS)


@given(PEOPLE)
def test_each_least_number_is_the_first_that_passes(due: int) -> None:
    assert least_half(due) == next(n for n in count() if Fraction(n) >= due * HALF)
    assert least_majority(due) == next(n for n in count() if Fraction(n) > due * HALF)
    assert least_four_fifths(due) == next(n for n in count() if Fraction(n) >= due * FOUR_FIFTHS)


@given(st.integers(0, 500))
def test_the_candidates_needed_are_six_fifths_of_the_seats_rounded_up(seats: int) -> None:
    assert candidates_needed(seats) == ceil(Fraction(6, 5) * seats)


@pytest.mark.parametrize(
    ("overrides", "base"),
    [
        ({}, CountingBase.PRESENT),
        ({"V10": {"选举计票基数": "应到"}}, CountingBase.DUE),
        ({"V10": {"选举计票基数": "实到"}}, CountingBase.PRESENT),
        ({"V10": "否"}, CountingBase.PRESENT),
    ],
)
def test_the_counting_base_is_what_the_organisation_set(overrides: dict[str, Any], base: CountingBase) -> None:
    settings = Settings.model_validate({"单位": "某公司", "规则": overrides})

    assert counting_base(rulebook(settings)) is base


@pytest.mark.parametrize("base", list(CountingBase))
def test_the_record_of_an_election_prints_the_base_that_was_set(base: CountingBase) -> None:
    meeting = "类型: 会议\n会议类型: 支部党员大会\n开始: 2020-09-10 09:00\n出席: 其余\n"
    meeting += "选举: {应选人数: 3, 选票: {发出: 7, 收回: 7}}"
    ledger = ledger_of(meeting, settings=f"单位: 某公司\n规则: {{V10: {{选举计票基数: {base}}}}}")

    printed = [line for line in election_lines(ledger, ledger.of(Meeting)[0]) if "计票基数" in str(line)]

    assert [[each for each in CountingBase if each in str(line)] for line in printed] == [[base]]


def branch(members: list[dict[str, Any]], posts: list[dict[str, Any]], **more: Any) -> Unit:
    return Unit.model_validate(
        {"名称": "第一党支部", "简称": "一支部", "种类": "党支部", "党员": members, "支委": posts} | more
    )


def ledger_with(unit: Unit, meetings: list[dict[str, Any]]) -> BranchLedger:
    entries = [
        Entry(f"一支部/{number}", "一支部", Meeting.model_validate({"类型": "会议"} | each), NOWHERE)
        for number, each in enumerate(meetings)
    ]
    return BranchLedger(unit, NOWHERE, Settings.model_validate({"单位": "某公司"}), entries)


def codes(ledger: BranchLedger, *rules: str) -> set[str]:
    return {finding.code for finding in check(ledger, rulebook(ledger.settings).only(rules), DAY)}


@given(st.data())
def test_quorums_and_majorities_are_those_of_the_fractions_whatever_the_numbers(data: st.DataObject) -> None:
    due = data.draw(st.integers(1, 24))
    present = data.draw(st.integers(0, due))
    yes = data.draw(st.integers(0, present))
    people = [f"党员{number}" for number in range(due)]
    unit = branch([{"姓名": name, "转正日期": "2010-07-01"} for name in people], [])
    vote = {"赞成": yes, "反对": present - yes, "结论": "通过"}
    secret = vote | {"事项": "接收预备党员", "对象": "某甲", "方式": "无记名投票"}
    base = {"会议类型": "支部党员大会", "开始": "2020-09-10 09:00", "出席": people[:present]}

    ordinary = ledger_with(unit, [base | {"议题": [{"标题": "某事", "表决": vote}]}])
    admission = ledger_with(unit, [base | {"议题": [{"标题": "某事", "表决": secret}]}])
    election = ledger_with(unit, [base | {"选举": {"应选人数": 0, "选票": {"发出": present, "收回": present}}}])

    came, passed = Fraction(present, due), Fraction(yes, due) > HALF
    quorum = {"V2"} if came < HALF else {"V2-half"} if came == HALF else set()
    assert codes(ordinary, "V2", "V3", "V4") == quorum | (set() if passed else {"V3"})
    assert codes(admission, "V2", "V3", "V4", "V6") == {
        code for code, wrong in (("V6-quorum", came <= HALF), ("V6", not passed)) if wrong
    }
    assert codes(election, "V7", "V9") == ({"V7"} if came < FOUR_FIFTHS else set())


PEOPLE_OF_ROSTERS = [f"党员{number}" for number in range(9)]
NAME = st.sampled_from([*PEOPLE_OF_ROSTERS, "党员1（2）", "外人", "党员1、党员2"])
DAYS = st.dates(date(2018, 1, 1), date(2021, 6, 1)).map(str)
"""Any day: before the rules, in their time, after the day of checking."""
LATELY = st.dates(date(2020, 6, 1), date(2020, 12, 31)).map(str)
FEW = st.integers(0, 6)
WORD = st.sampled_from(["无记名投票", "举手", "外出学习半年以上", "出差", "组织委员", "书记", "副书记兼组织委员", "、"])
YES_OR_NO = st.sampled_from(["是", "否"])


def some(needed: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Return mappings that have the needed keys and any of the optional ones."""
    return st.fixed_dictionaries(needed, optional=optional)


def a_few(each: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(each, max_size=4)


SPANS = some({}, 自=DAYS, 至=DAYS)
MEMBERS = some(
    {"姓名": NAME}, 编号=st.sampled_from(["1", "2"]), 入党日期=DAYS, 转正日期=DAYS, 转入=DAYS, 权利中止=a_few(SPANS)
)
POSTS = some({"姓名": NAME, "职务": WORD})
UNITS = st.builds(
    lambda first, odd, posts, more: branch(
        [{"姓名": name, "转正日期": "2010-07-01"} for name in PEOPLE_OF_ROSTERS[:first]] + odd, posts, **more
    ),
    st.integers(0, 9),
    a_few(MEMBERS),
    st.lists(POSTS | some({"姓名": NAME, "职务": WORD}, 自=DAYS, 至=DAYS), max_size=9),
    st.just({}) | some({}, 成立日期=DAYS, 撤销日期=DAYS, 党小组=a_few(some({"名称": WORD}, 组长=NAME))),
)
OPINIONS = some({}, 赞成=FEW, 反对=FEW, 弃权=FEW)
VOTES = some(
    {"赞成": FEW, "事项": st.sampled_from([each.value for each in Matter])},
    反对=FEW,
    未投=FEW,
    应到=FEW,
    实到=FEW,
    对象=NAME,
    方式=WORD,
    书面意见=OPINIONS,
    结论=st.sampled_from([each.value for each in Verdict]),
)
ITEMS = some({"标题": WORD}, 重要=YES_OR_NO, 会前研究=st.sampled_from(["0", "1", "一支部/2", "无此记录"]), 表决=VOTES)
RESULTS = some({"姓名": NAME, "票数": FEW}, 当选=YES_OR_NO)
LEFT_OUT = some({"姓名": NAME}, 事由=WORD, 上级同意=YES_OR_NO, 大会通过=YES_OR_NO)
ELECTIONS = some(
    {
        "选举对象": st.sampled_from([each.value for each in ElectionOf]),
        "应选人数": FEW,
        "选票": some({"发出": FEW, "收回": FEW}, 有效=FEW),
    },
    候选人=a_few(NAME),
    监票人=a_few(NAME),
    计票人=a_few(NAME),
    得票=a_few(RESULTS),
    不计入应到=a_few(LEFT_OUT),
)
MEETINGS = some(
    {
        "会议类型": st.sampled_from(["支部党员大会", "支委会"]) | st.sampled_from([each.value for each in MeetingType]),
        "开始": (LATELY | DAYS).map(lambda day: f"{day} 09:00"),
    },
    出席=st.lists(NAME, max_size=9) | st.just("其余"),
    请假=a_few(some({"姓名": NAME})),
    应到范围=a_few(NAME),
    列席=a_few(some({"姓名": NAME})),
    党小组=WORD,
    主持人=NAME,
    主持受托=YES_OR_NO,
    记录人=NAME,
    议题=a_few(ITEMS),
    选举=ELECTIONS,
)


@given(UNITS, st.lists(MEETINGS, max_size=4), st.dates(date(2018, 1, 1), date(2021, 6, 1)) | st.just(date.max))
def test_no_rule_of_votes_raises_whatever_a_roster_and_its_meetings_hold(
    unit: Unit, meetings: list[dict[str, Any]], day: date
) -> None:
    ledger = ledger_with(unit, meetings)

    found = check(ledger, rulebook(ledger.settings).only(RULES_OF_VOTES), day)

    assert all(message(each) and hint(each) and each.basis for each in found)
