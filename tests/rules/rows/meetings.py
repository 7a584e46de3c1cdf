"""The rows of F1–F7: how often a branch meets."""

from __future__ import annotations

from tests.rules.table import UNIT, Never, Row, Try


def held(kind: str, *days: str, more: str = "") -> str:
    """Return the YAML of held meetings of a kind, one on each day."""
    return "\n---\n".join(
        f"类型: 会议\n会议类型: {kind}\n编号: {kind}{number}\n开始: {day} 09:00\n出席: 其余\n{more}"
        for number, day in enumerate(days, 1)
    )


def theme_days(*days: str) -> str:
    """Return the YAML of held theme days, one on each day."""
    return "\n---\n".join(
        f"类型: 主题党日\n编号: 日{number}\n主题: 学习\n开始: {day} 09:00\n出席: 其余"
        for number, day in enumerate(days, 1)
    )


QUARTERS = ("2020-02-10", "2020-05-10", "2020-08-10", "2020-11-10")
MONTHS = tuple(f"2020-{month:02}-10" for month in range(1, 13))
GROUP = UNIT + "党小组: [{名称: 一组, 组长: 李二}]\n"
TENTH = UNIT + "主题党日固定日: 每月10日\n"
FRIDAY = UNIT + "主题党日固定日: 每月第二个周五\n"
FRIDAYS = tuple(f"2020-{day}" for day in (
    "01-10", "02-14", "03-13", "04-10", "05-08", "06-12", "07-10", "08-14", "09-11", "10-09", "11-13", "12-11",
))  # fmt: skip
LAST_DAY = UNIT + "主题党日固定日: 每月31日\n"
FIFTH = UNIT + "主题党日固定日: 每月第五个周五\n"
DECEMBER = "单位: 某公司\n规则: {起始月: 2020-12}"
FOUNDED = "成立日期: 2015-01-01"
BRACES = UNIT.replace("{", "{{").replace("}", "}}")
SEATED = BRACES[: BRACES.index("支委:")] + "支委: [{{姓名: 张一, 职务: 书记, {}}}]\n" + BRACES[BRACES.index("党员:") :]
CONFIRMED = BRACES.replace("姓名: 周七, 转正日期: 2010-07-01", "姓名: 周七, 转正日期: {}")
WITHOUT_ONE = UNIT.replace("  - {姓名: 王三, 转正日期: 2010-07-01}\n", "")

ROWS = (
    Row(
        "F1",
        satisfied=Try(held("支部党员大会", *QUARTERS)),
        broken=Try(held("支部党员大会", *QUARTERS[:1], *QUARTERS[2:]), ("F1 warn 2020-Q2",)),
        bound=Try(held("支部党员大会", "2020-03-31", "2020-06-30", "2020-07-01", "2020-10-01")),
        not_applicable=Try(
            held("支部党员大会", *QUARTERS[1:]), unit=UNIT.replace("成立日期: 2015-01-01", "成立日期: 2020-01-02")
        ),
        overridden=Try(
            held("支部党员大会", *QUARTERS[1:]),
            ("F1 error 2020-Q1",),
            settings="单位: 某公司\n规则: {F1: {级别: 错误}}",
        ),
        before=Try(held("支部党员大会", "2018-01-10"), day="2018-12-31"),
        further=(
            # The first quarter of the rule.
            Try(held("支部党员大会", "2018-01-10"), ("F1 warn 2019-Q1",), day="2019-03-31"),
            Try(held("支部党员大会", *QUARTERS[1:]), settings="单位: 某公司\n规则: {F1: 否}"),
            Try(held("支部党员大会", *QUARTERS[1:]), settings="单位: 某公司\n规则: {起始月: 2020-02}"),
            Try(held("支部党员大会", *QUARTERS[:2]), day="2020-09-29"),
        ),
    ),
    Row(
        "F2",
        satisfied=Try(held("支委会", *MONTHS)),
        broken=Try(held("支委会", *MONTHS[:4], *MONTHS[5:], "2020-12-20"), ("F2 warn 2020-05",)),
        bound=Try(held("支委会", *MONTHS[:11]), day="2020-12-30"),
        not_applicable=Try(
            held("支委会", *MONTHS[:1]), unit=UNIT.replace("  - {姓名: 周七, 转正日期: 2010-07-01}\n", "")
        ),
        overridden=Try(
            held("支委会", *MONTHS[:11]), ("F2 error 2020-12",), settings="单位: 某公司\n规则: {F2: {级别: 错误}}"
        ),
        before=Try(held("支委会", "2018-11-10", "2018-12-10"), day="2018-12-31"),
        further=(
            # The first month of the rule.
            Try(held("支委会", "2018-12-10"), ("F2 warn 2018-11",), day="2018-12-31"),
            # A committee on the first and on the last day of a month owes it, and nothing else does.
            Try(unit=SEATED.format("自: 2020-12-01"), found=("F2 warn 2020-12",)),
            Try(unit=SEATED.format("自: 2020-12-02")),
            Try(held("支委会", *MONTHS[:11]), ("F2 warn 2020-12",), unit=SEATED.format("至: 2020-12-31")),
            Try(held("支委会", *MONTHS[:11]), unit=SEATED.format("至: 2020-12-30")),
            Try(unit=CONFIRMED.format("2020-12-01"), found=("F2 warn 2020-12",)),
            Try(unit=CONFIRMED.format("2020-12-02")),
            # Who sits on the committee without being among the 党员 is no 正式党员 of the unit, and seven are needed.
            Try(held("支委会", *MONTHS[:1]), unit=WITHOUT_ONE),
            Try(
                held("支委会", *MONTHS[:11]),
                ("F2 warn 2020-12",),
                unit=WITHOUT_ONE + "  - {姓名: 吴八, 转正日期: 2010-07-01}\n",
            ),
        ),
    ),
    Row(
        "F3",
        satisfied=Try(held("党小组会", *MONTHS, more="党小组: 一组"), unit=GROUP),
        broken=Try(held("党小组会", *MONTHS[1:], more="党小组: 一组"), ("F3 warn 2020-01",), unit=GROUP),
        bound=Try(
            held("党小组会", *MONTHS[6:10], more="党小组: 一组"),
            ("F3 warn 2020-06", "F3 warn 2020-11"),
            unit=UNIT + "党小组: [{名称: 一组, 自: 2020-06-01, 至: 2020-11-30}]\n",
        ),
        not_applicable=Try(held("支委会", *MONTHS)),
        overridden=Try(
            held("党小组会", *MONTHS[1:], more="党小组: 一组"),
            ("F3 info 2020-01",),
            unit=GROUP,
            settings="单位: 某公司\n规则: {F3: {级别: 提示}}",
        ),
        before=Try(held("党小组会", "2018-11-10", "2018-12-10", more="党小组: 一组"), unit=GROUP, day="2018-12-31"),
        further=(
            # The first month of the rule.
            Try(
                held("党小组会", "2018-12-10", more="党小组: 一组"),
                ("F3 warn 2018-11",),
                unit=GROUP,
                day="2018-12-31",
            ),
            # Begun and ended inside a month: nothing is owed in these two.
            Try(
                held("党小组会", *MONTHS[6:10], more="党小组: 一组"),
                unit=UNIT + "党小组: [{名称: 一组, 自: 2020-06-02, 至: 2020-11-29}]\n",
            ),
            # A new leader in the middle of a month: the group existed throughout it.
            Try(
                held("党小组会", *MONTHS[:5], *MONTHS[6:], more="党小组: 一组"),
                ("F3 warn 2020-06",),
                unit=UNIT
                + "党小组: [{名称: 一组, 组长: 李二, 至: 2020-06-15}, {名称: 一组, 组长: 王三, 自: 2020-06-16}]\n",
            ),
            # A gap of one day: it did not.
            Try(
                held("党小组会", *MONTHS[:5], *MONTHS[6:], more="党小组: 一组"),
                unit=UNIT + "党小组: [{名称: 一组, 至: 2020-06-15}, {名称: 一组, 自: 2020-06-17}]\n",
            ),
            # Another group's meeting does not count.
            Try(held("党小组会", *MONTHS, more="党小组: 二组"), ("F3 warn 2020-12",), unit=GROUP, settings=DECEMBER),
        ),
    ),
    Row(
        "F4",
        satisfied=Try(theme_days(*MONTHS), unit=TENTH),
        broken=Try(theme_days(*MONTHS[:4], *MONTHS[5:], "2020-12-20"), ("F4 warn 2020-05",), unit=TENTH),
        bound=Try(theme_days(*MONTHS[:11], "2020-12-31")),
        not_applicable=Try(theme_days(*MONTHS[1:]), unit=UNIT.replace(FOUNDED, "成立日期: 2020-01-02")),
        overridden=Try(
            theme_days("2020-01-13", "2020-02-06", *MONTHS[2:]),
            ("F4-day warn 日2",),
            unit=TENTH,
            settings="单位: 某公司\n规则: {F4: {允许前后天数: 3}}",
        ),
        before=Try(theme_days("2018-11-10", "2018-12-10", "2018-10-30"), unit=TENTH, day="2018-12-31"),
        further=(
            # The first month of the rule, with and without a theme day; none at all is owed before.
            Try(theme_days("2018-11-11", "2018-12-10"), ("F4-day warn 日1",), unit=TENTH, day="2018-12-31"),
            Try(theme_days("2018-12-10"), ("F4 warn 2018-11",), unit=TENTH, day="2018-12-31"),
            Try(theme_days("2020-01-11", *MONTHS[1:]), ("F4-day warn 日1",), unit=TENTH),
            Try(theme_days("2020-01-09", "2020-01-10", *MONTHS[1:]), unit=TENTH),
            Try(theme_days(*FRIDAYS), unit=FRIDAY),
            Try(theme_days(*FRIDAYS[:11], "2020-12-18"), ("F4-day warn 日12",), unit=FRIDAY),
            # The last day of a short month stands for a date that it lacks; a fifth Friday that it lacks asks nothing.
            Try(theme_days(*MONTHS[:1], "2020-02-29"), ("F4-day warn 日1",), LAST_DAY, day="2020-03-30"),
            Try(theme_days("2020-01-31", "2020-02-10"), unit=FIFTH, day="2020-03-30"),
            # Held before the fixed day, which is yet to come.
            Try(theme_days(*MONTHS[:11], "2020-12-01"), unit=TENTH, day="2020-12-09"),
            Try(theme_days(*MONTHS[:11], "2020-12-01"), ("F4-day warn 日12",), unit=TENTH, day="2020-12-10"),
            Try(theme_days(*MONTHS), ("F4-unclear warn 一支部",), unit=UNIT + "主题党日固定日: 每月中旬\n"),
            Try(theme_days(*MONTHS), ("F4-unclear warn 一支部",), unit=UNIT + "主题党日固定日: 每月32日\n"),
            Try(
                theme_days("2020-12-11"),
                ("F4-day info 日1",),
                unit=TENTH,
                settings="单位: 某公司\n规则: {起始月: 2020-12, F4: {级别: 提示}}",
            ),
        ),
    ),
    Row(
        "F5",
        satisfied=Try(held("党课", *QUARTERS)),
        broken=Try(held("党课", *QUARTERS[:3], "2020-09-30"), ("F5 warn 2020-Q4",)),
        bound=Try(held("党课", "2020-03-31", "2020-04-01", "2020-07-01", "2020-12-31")),
        not_applicable=Try(held("党课", *QUARTERS[1:]), unit=UNIT.replace(FOUNDED, "成立日期: 2020-01-02")),
        overridden=Try(
            held("党课", *QUARTERS, "2020-12-01"),
            ("F5 warn 2020-Q1", "F5 warn 2020-Q2", "F5 warn 2020-Q3"),
            settings="单位: 某公司\n规则: {F5: {次数: 2}}",
        ),
        before=Never("惯例没有施行日期"),
        further=(
            Try(held("党课", *QUARTERS[1:]), settings="单位: 某公司\n规则: {F5: 否}"),
            # Inside a theme day it counts by its own record.
            Try(held("党课", *QUARTERS) + "\n---\n" + theme_days(QUARTERS[0]) + "\n同时召开: [党课1]"),
        ),
    ),
    Row(
        "F6",
        satisfied=Try(held("组织生活会", "2020-12-20")),
        broken=Try(held("民主评议", "2020-12-20"), ("F6 warn 2020",)),
        bound=Try("", ("F6 warn 2020",), unit=UNIT.replace(FOUNDED, "成立日期: 2020-09-30")),
        not_applicable=Try(unit=UNIT.replace(FOUNDED, "成立日期: 2020-10-01")),
        overridden=Try("", ("F6 error 2020",), settings="单位: 某公司\n规则: {F6: {级别: 错误}}"),
        before=Try(held("支委会", "2018-12-20"), day="2018-12-31"),
        further=(
            # The first year of the rule, and one that the organisation began too late for.
            Try(held("支委会", "2018-12-20"), ("F6 warn 2019",), day="2019-12-31"),
            Try(settings="单位: 某公司\n规则: {起始月: 2020-02}"),
            Try(held("组织生活会", "2019-12-31", "2021-01-01"), ("F6 warn 2020",)),
            Try(day="2020-12-30"),
            Try(unit=UNIT + "撤销日期: 2020-12-31\n"),
        ),
    ),
    Row(
        "F7",
        satisfied=Try(held("民主评议", "2020-12-20")),
        broken=Try(held("组织生活会", "2020-12-20"), ("F7 warn 2020",)),
        bound=Try(held("民主评议", "2020-01-01")),
        not_applicable=Try(unit=UNIT.replace(FOUNDED, "成立日期: 2020-10-01")),
        overridden=Try("", ("F7 error 2020",), settings="单位: 某公司\n规则: {F7: {级别: 错误}}"),
        before=Try(held("支委会", "2018-12-20"), day="2018-12-31"),
        further=(
            # The first year of the rule.
            Try(held("支委会", "2018-12-20"), ("F7 warn 2019",), day="2019-12-31"),
            Try(held("组织生活会", "2020-12-20", more="测评: [{姓名: 张一, 支部评定: 合格}]")),
        ),
    ),
)
