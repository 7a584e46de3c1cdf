"""Takes schemes and records, proves a member's points: what follows from records, caps, bounds, grades, who takes part."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.typed import ledger_from

from docgen.ledger import BranchLedger
from docgen.ledger.points import Standing, band, lines_behind, standings
from docgen.model.period import Period

MakeLedger = Callable[..., BranchLedger]

UNIT = """
名称: 第一党支部
简称: 一支部
种类: 党支部
成立日期: 2018-01-01
党员:
  - {姓名: 张一, 转正日期: 2010-07-01}
  - {姓名: 李二, 转正日期: 2011-07-01, 流动: [{自: 2020-04-01, 至: 2020-06-30}]}
  - {姓名: 王三, 转正日期: 2012-07-01, 免于硬性要求: 是}
  - {姓名: 赵四, 转正日期: 2013-07-01, 转入: 2020-05-10}
  - {姓名: 钱五, 入党日期: 2019-08-20, 转正日期: 2020-08-20}
  - {姓名: 孙六, 转正日期: 2013-07-01, 离开: {日期: 2020-04-20, 事由: 转出}}
"""
SCHEME = """
单位: 某公司
积分方案:
  周期: 季度
  基础分: 60
  下限: 50
  上限: 70
  类别:
    - 名称: 三会一课
      上限: 3
      项目:
        - {名称: 到会, 分值: 1, 来源: 参加会议, 会议类型: [支部党员大会, 党课]}
        - {名称: 缺会, 分值: -2, 来源: 会议缺席, 会议类型: [支部党员大会, 党课]}
    - 名称: 组织生活会
      项目: [{名称: 党日, 分值: 1.5, 来源: 参加主题党日}, {名称: 缺党日, 分值: -0.5, 来源: 主题党日缺席}]
    - 名称: 学用结合
      项目: [{名称: 培训, 分值: 4, 来源: 教育培训}]
    - 名称: 志愿服务
      项目: [{名称: 志愿, 分值: 0.5, 来源: 志愿服务, 计法: 小时}, {名称: 其他服务}]
    - 名称: 履行党员义务
      项目: [{名称: 践诺, 分值: 2, 来源: 完成承诺}, {名称: 评诺好, 分值: 5, 来源: 评诺, 评诺等次: [好]}, {名称: 日常}]
  等次: [{名称: 合格, 不低于: 60}, {名称: 优秀, 不低于: 65}, {名称: 不合格, 不低于: 0}]
  年度等次: [{名称: 年优, 不低于: 62}, {名称: 年良, 不低于: 0}]
"""
LEAVING = SCHEME + "  不参加: [免于硬性要求, 预备党员, 流动党员]\n"
Q1, Q2, Q3, YEAR = (Period.parse(text) for text in ("2020-Q1", "2020-Q2", "2020-Q3", "2020"))


def meeting(number: str, day: str, kind: str = "党课", more: str = "出席: 其余") -> str:
    return f"类型: 会议\n编号: {number}\n会议类型: {kind}\n开始: {day} 14:30\n{more}"


def by_hand(day: str, item: str, points: str, member: str = "张一") -> str:
    return f"类型: 积分\n编号: {day}{item}\n党员: {member}\n日期: {day}\n项目: {item}\n分值: {points}"


def made(*records: str, settings: str = SCHEME, unit: str = UNIT) -> BranchLedger:
    return ledger_from("\n---\n".join(records), unit, settings)


def of(ledger: BranchLedger, name: str, period: Period = Q1) -> Standing:
    return next(each for each in standings(ledger, period) if each.member.name == name)


def numbers(*values: Decimal | int) -> tuple[float, ...]:
    return tuple(map(float, values))


def said(ledger: BranchLedger, name: str, period: Period = Q1) -> list[str]:
    member = of(ledger, name, period).member
    return [f"{each.item} {each.points} {each.counted} {each.record}" for each in lines_behind(ledger, member, period)]


def test_attendance_yields_points_and_absence_costs_them() -> None:
    ledger = made(
        meeting("一", "2020-02-01", more="出席: 其余\n缺席: [{姓名: 李二}, {姓名: 王三}]\n请假: [{姓名: 孙六}]"),
        meeting("二", "2020-02-02", kind="支委会"),
        meeting("计划", "2020-02-03", more=""),
        "类型: 主题党日\n编号: 党日\n主题: 参观\n开始: 2020-02-15 09:00\n出席: 其余\n缺席: [{姓名: 李二}]",
    )

    assert said(ledger, "张一") == ["到会 1 1 一支部/一", "党日 1.5 1.5 一支部/党日"]
    assert said(ledger, "李二") == ["缺会 -2 -2 一支部/一", "缺党日 -0.5 -0.5 一支部/党日"]
    assert said(ledger, "王三") == ["党日 1.5 1.5 一支部/党日"], "who is exempt is never absent"
    assert said(ledger, "孙六") == ["党日 1.5 1.5 一支部/党日"], "a leave costs nothing"


def test_commitments_service_and_training_yield_points() -> None:
    ledger = made(
        "类型: 承诺\n编号: 诺\n党员: 张一\n年度: 2020\n事项: [{内容: 甲, 完成日期: 2020-02-01}, {内容: 乙}, "
        "{内容: 丙, 完成日期: 2020-05-01}]\n评诺: {等次: 好, 日期: 2020-03-31}",
        "类型: 承诺\n编号: 差\n党员: 李二\n年度: 2020\n事项: [{内容: 甲}]\n评诺: {等次: 一般, 日期: 2020-03-31}",
        "类型: 志愿服务\n编号: 清扫\n日期: 2020-03-05\n参加党员: [张一, 张一, 李二]\n时长: 3\n内容: 清扫",
        "类型: 志愿服务\n编号: 不知多久\n日期: 2020-03-06\n参加党员: [张一]\n内容: 清扫",
        "类型: 教育培训\n编号: 培训\n种类: 合规\n日期: 2020-03-07\n参加党员: [李二]",
    )

    assert said(ledger, "张一") == ["践诺 2 2 一支部/诺", "志愿 1.5 1.5 一支部/清扫", "评诺好 5 5 一支部/诺"]
    assert said(ledger, "张一", Q2) == ["践诺 2 2 一支部/诺"]
    assert said(ledger, "李二") == ["志愿 1.5 1.5 一支部/清扫", "培训 4 4 一支部/培训"]


def test_of_a_category_the_running_sum_counts_up_to_its_cap() -> None:
    records = [meeting(f"课{day}", f"2020-02-0{day}") for day in range(1, 5)]
    records.append(meeting("缺", "2020-02-05", more="出席: 其余\n缺席: [{姓名: 张一}]"))
    ledger = made(*records, meeting("后", "2020-02-06"))

    assert [str(line.counted) for line in of(ledger, "张一").lines] == ["1", "1", "1", "0", "-1", "1"]
    figure = of(ledger, "张一").of("三会一课")
    assert (figure.text, len(figure.sources)) == ("3", 6), "what the cap cut is cited too"


def test_floor_and_ceiling_hold_for_the_total() -> None:
    low = of(made(by_hand("2020-02-01", "日常", "-30")), "张一")
    high = of(made(by_hand("2020-02-01", "日常", "30")), "张一")
    bound = of(made(by_hand("2020-02-01", "日常", "10")), "张一")

    assert numbers(low.total, low.adjustment) == (50, 20)
    assert numbers(high.total, high.adjustment) == (70, -20)
    assert numbers(bound.total, bound.adjustment) == (70, 0)


@pytest.mark.parametrize(
    ("points", "grade"), [("-0.5", "不合格"), ("0", "合格"), ("4.5", "合格"), ("5", "优秀"), ("-99", "不合格")]
)
def test_a_grade_is_given_from_its_least_on(points: str, grade: str) -> None:
    ledger = made(by_hand("2020-02-01", "日常", points))

    assert band(ledger.settings.points, Q1, of(ledger, "张一")) == grade


@pytest.mark.parametrize(
    ("period", "names"),
    [
        (Q1, "张一 李二 孙六"),
        (Q2, "张一 赵四 孙六"),
        (Q3, "张一 李二 赵四 钱五"),
        (YEAR, "张一 李二 赵四 钱五 孙六"),
    ],
)
def test_who_takes_part_is_asked_of_the_roster_day_by_day(period: Period, names: str) -> None:
    assert " ".join(each.member.name for each in standings(made(settings=LEAVING), period)) == names


def test_without_exceptions_everybody_who_belongs_takes_part() -> None:
    assert [each.member.name for each in standings(made(), Q1)] == ["张一", "李二", "王三", "钱五", "孙六"]


def test_entries_of_days_on_which_one_takes_no_part_do_not_count() -> None:
    entries = [by_hand(day, "日常", "1", "钱五") for day in ("2020-08-19", "2020-08-20")]
    came = [by_hand(day, "日常", "1", "赵四") for day in ("2020-05-09", "2020-05-10")]

    ledger = made(*entries, *came, settings=LEAVING)

    assert [str(line.day) for line in of(ledger, "钱五", Q3).lines] == ["2020-08-20"]
    assert [str(line.day) for line in of(ledger, "赵四", Q2).lines] == ["2020-05-10"]
    assert said(ledger, "赵四", YEAR) == said(ledger, "赵四", Q2)


def test_a_year_sums_its_quarters_each_with_its_base_and_bounds() -> None:
    ledger = made(by_hand("2020-02-01", "日常", "30"), by_hand("2020-05-01", "日常", "-3"))
    year = of(ledger, "张一", YEAR)

    assert [of(ledger, "张一", each).total for each in Period(2020).quarters()] == [70, 57, 60, 60]
    assert numbers(year.base, year.total, year.adjustment, year.average) == (240, 247, -20, 61.75)
    assert band(ledger.settings.points, YEAR, year) == "年良"


def test_who_came_later_is_graded_by_the_quarters_in_which_he_took_part() -> None:
    ledger = made(by_hand("2020-05-11", "日常", "9", "赵四"))
    year = of(ledger, "赵四", YEAR)

    assert numbers(year.base, year.total, year.periods, year.average) == (180, 189, 3, 63)
    assert band(ledger.settings.points, YEAR, year) == "年优"


def test_quarters_that_have_not_begun_give_no_base() -> None:
    ledger = made(by_hand("2020-02-01", "日常", "1"))
    on = BranchLedger(ledger.unit, ledger.unit_source, ledger.settings, ledger.entries, day=Q2.start)

    assert of(on, "张一", YEAR).base == 120


def test_a_quarter_of_a_yearly_scheme_shows_what_was_added_in_it() -> None:
    yearly = SCHEME.replace("周期: 季度", "周期: 年度")
    records = [meeting(f"课{month}", f"2020-0{month}-01") for month in (1, 2, 4, 5)]
    ledger = made(*records, settings=yearly)
    quarters = [of(ledger, "张一", each) for each in Period(2020).quarters()]

    assert [numbers(each.base, each.total) for each in quarters] == [(0, 2), (0, 1), (0, 0), (0, 0)]
    assert of(ledger, "张一", YEAR).total == 60 + sum(each.total for each in quarters)
    assert band(yearly_scheme := ledger.settings.points, Q1, quarters[0]) == ""
    assert band(yearly_scheme, YEAR, of(ledger, "张一", YEAR)) == "合格"


def test_without_a_scheme_what_was_written_counts_by_the_five_sources() -> None:
    ledger = made(
        meeting("课", "2020-02-01"),
        by_hand("2020-02-02", "三会一课", "2"),
        by_hand("2020-02-03", "别的", "1"),
        settings="单位: 某公司",
    )
    standing = of(ledger, "张一", YEAR)

    assert (standing.of("三会一课").text, standing.of("").text, standing.figure.text) == ("2", "1", "3")
    assert [each.member.name for each in standings(ledger, YEAR)] == ["张一", "李二", "王三", "赵四", "钱五", "孙六"]


def test_nobody_has_points_of_a_name_that_means_two() -> None:
    twins = UNIT.replace("姓名: 李二,", "姓名: 张一, 编号: 2,")

    ledger = made(by_hand("2020-02-01", "日常", "1"), by_hand("2020-02-02", "日常", "1", "张一（2）"), unit=twins)

    assert [len(each.lines) for each in standings(ledger, Q1)[:2]] == [0, 1]


VALUES = st.lists(
    st.tuples(
        st.integers(1, 28),
        st.integers(1, 12),
        st.sampled_from(["到会", "党日", "志愿", "日常", "缺会", "没有的"]),
        st.integers(-20, 20),
    ),
    max_size=25,
)
BOUNDS = st.none() | st.integers(-10, 60)


@given(VALUES, st.sampled_from(["季度", "年度"]), BOUNDS, st.none() | st.integers(60, 100), st.integers(0, 10))
def test_a_total_is_the_base_and_what_counts_within_bounds(
    values: list[tuple[int, int, str, int]], length: str, floor: int | None, ceiling: int | None, cap: int
) -> None:
    settings = SCHEME.replace("季度", length).replace("上限: 3", f"上限: {cap}")
    settings = settings.replace("下限: 50", f"下限: {floor}" if floor is not None else "")
    settings = settings.replace("上限: 70", f"上限: {ceiling}" if ceiling is not None else "")
    ledger = made(
        *(by_hand(f"2020-{month:02}-{day:02}", item, str(points / 2)) for day, month, item, points in values),
        settings=settings,
    )
    scheme = ledger.settings.points

    for period in scheme.periods_in(YEAR):
        standing = of(ledger, "张一", period)
        plain = 60 + sum(line.counted for line in standing.lines)
        least, most = (plain if floor is None else floor), (plain if ceiling is None else ceiling)
        assert standing.total == min(max(plain, least), most)
        capped = [line for line in standing.lines if line.category == "三会一课"]
        assert sum(line.counted for line in capped) == min(cap, sum(line.points for line in capped))
        assert all(line.counted == line.points for line in standing.lines if line.category != "三会一课")
        assert all(abs(line.counted) <= abs(line.points) for line in standing.lines)
    assert of(ledger, "张一", YEAR).total == sum(of(ledger, "张一", each).total for each in scheme.periods_in(YEAR))


@pytest.mark.parametrize("name", ["季度积分", "年度积分"])
def test_both_ready_schemes_count_what_records_yield(name: str, samples: Path) -> None:
    settings = "单位: 某公司\n" + (samples / "积分方案" / f"{name}.yaml").read_text(encoding="utf-8")
    ledger = made(
        meeting("课", "2020-02-01"),
        meeting("会", "2020-02-02", kind="党小组会", more="应到范围: [张一]\n出席: 其余"),
        "类型: 志愿服务\n编号: 清扫\n日期: 2020-03-05\n参加党员: [张一]\n时长: 4\n内容: 清扫",
        settings=settings,
    )
    standing = of(ledger, "张一", YEAR)

    assert {line.record for line in standing.lines} == {"一支部/课", "一支部/会", "一支部/清扫"}
    expected = {"季度积分": (240, "246", "合格"), "年度积分": (0, "6.5", "待提高")}[name]
    assert (int(standing.base), standing.figure.text, band(ledger.settings.points, YEAR, standing)) == expected
    assert len(standing.figure.sources) == 3
