"""The rows of F1–F7: how often a branch meets."""

from __future__ import annotations

from tests.rules.table import UNIT, Never, Row, Try


def held(kind: str, *days: str, more: str = "") -> str:
    """Return the YAML of held meetings of a kind, one on each day."""
    return "\n---\n".join(
        f"类型: 会议\n会议类型: {kind}\n编号: {kind}{number}\n开始: {day} 09:00\n出席: 其余\n{more}"
        for number, day in enumerate(days, 1)
    )


QUARTERS = ("2020-02-10", "2020-05-10", "2020-08-10", "2020-11-10")
MONTHS = tuple(f"2020-{month:02}-10" for month in range(1, 13))

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
        overridden=Try(held("支委会", *MONTHS[:1]), settings="单位: 某公司\n规则: {F2: {正式党员: 8}}"),
        before=Try(held("支委会", "2018-11-10", "2018-12-10"), day="2018-12-31"),
    ),
    Row(
        "F3",
        satisfied=Try(
            held("党小组会", *MONTHS, more="党小组: 一组"), unit=UNIT + "党小组: [{名称: 一组, 组长: 李二}]\n"
        ),
        broken=Try(
            held("党小组会", *MONTHS[1:], more="党小组: 一组"),
            ("F3 warn 2020-01",),
            unit=UNIT + "党小组: [{名称: 一组, 组长: 李二}]\n",
        ),
        bound=Try(
            held("党小组会", *MONTHS[6:], more="党小组: 一组"),
            ("F3 warn 2020-06",),
            unit=UNIT + "党小组: [{名称: 一组, 组长: 李二, 自: 2020-06-30}]\n",
        ),
        not_applicable=Try(held("支委会", *MONTHS)),
        overridden=Try(
            held("党小组会", *MONTHS[1:], more="党小组: 一组"),
            ("F3 info 2020-01",),
            unit=UNIT + "党小组: [{名称: 一组, 组长: 李二}]\n",
            settings="单位: 某公司\n规则: {F3: {级别: 提示}}",
        ),
        before=Never("与 F1 相同"),
    ),
)
