"""The row of X13: classes of 考核 and 提质升级, what an aspect is worth, and who must improve."""

from __future__ import annotations

from tests.rules.table import Never, Row, Try

SETTINGS = "单位: 某公司\n赛马: {划线: [90, 75]}\n考核方案: {组织体系设置: 10}\n"
SECOND = "名称: 第二党支部\n简称: 二支部\n种类: 党支部\n"


def assessed(total: str, period: str = "2020-Q1", branch: str = "一支部", more: str = "") -> str:
    """Return the YAML of an assessment by its total."""
    return f"类型: 考核\n编号: 考核\n党支部: {branch}\n期间: {period}\n总分: {total}\n{more}"


def improving(standing: str, period: str = "2020-Q2", branch: str = "一支部") -> str:
    """Return the YAML of a cycle."""
    return f"类型: 提质升级\n编号: 提质\n党支部: {branch}\n周期: {period}\n类别: {standing}\n"


def both(one: str, other: str) -> str:
    """Return two records in one file."""
    return f"{one}---\n{other}"


ROWS = (
    Row(
        "X13",
        satisfied=Try(both(assessed("70"), improving("落后")), settings=SETTINGS),
        broken=Try(both(assessed("70"), improving("先进")), ("X13 error 提质",), settings=SETTINGS),
        bound=Try(
            both(assessed("75"), improving("落后")), ("X13 error 提质",), settings=SETTINGS
        ),  # a total of the cut-off itself belongs to the class above
        not_applicable=Try(both(assessed("70"), improving("先进")), settings="单位: 某公司"),
        overridden=Try(
            both(assessed("70"), improving("先进")),
            ("X13 warn 提质",),
            settings=SETTINGS + "规则: {X13: {级别: 警告}}",
        ),
        before=Never("本单位的要求和算术，没有施行日期"),
        further=(
            # the 考核 and the 提质升级 may lie with different units
            Try(
                assessed("70"),
                ("X13 error 二支部/提质",),
                settings=SETTINGS,
                others={SECOND: improving("中间")},
            ),
            # the period before is of the same length, and of the same branch
            Try(both(assessed("91", "2020"), improving("中间")), settings=SETTINGS),
            Try(both(assessed("91", branch="二支部"), improving("中间")), settings=SETTINGS, others={SECOND: ""}),
            Try(both(assessed("91", "2019-Q4"), improving("中间", "2020-Q1")), ("X13 error 提质",), settings=SETTINGS),
            # who is behind must improve in the next period, once that is over
            Try(assessed("74.9"), ("X13-plan warn 考核",), settings=SETTINGS),
            Try(assessed("75"), settings=SETTINGS),
            Try(assessed("70", "2020-Q4"), settings=SETTINGS),
            Try(assessed("70", "2020-Q3"), ("X13-plan warn 考核",), settings=SETTINGS),
            Try(assessed("70", "2020-Q3"), settings=SETTINGS, day="2020-12-30"),
            Try(both(assessed("70"), improving("落后", "2020-Q3")), ("X13-plan warn 考核",), settings=SETTINGS),
            # what an aspect is worth
            Try(assessed("95", more="组织体系设置: {满分: 10, 得分: 9}"), settings=SETTINGS),
            Try(assessed("95", more="组织体系设置: {满分: 12, 得分: 9}"), ("X13-full error 考核",), settings=SETTINGS),
            Try(assessed("95", more="活动场所建设: {满分: 12, 得分: 9}"), settings=SETTINGS),
        ),
    ),
)
