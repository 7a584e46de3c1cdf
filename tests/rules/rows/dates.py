"""The row of X4: days and times that can be; folders are in `test_misplaced_records`, missing files in reading."""

from __future__ import annotations

from tests.rules.table import UNIT, Never, Row, Try


def met(*lines: str, number: str = "会", kind: str = "支委会", start: str = "2020-03-12 09:00") -> str:
    """Return the YAML of one meeting."""
    return "\n".join(["类型: 会议", f"会议类型: {kind}", f"编号: {number}", f"开始: {start}", *lines])


def solved(raised: str, day: str) -> str:
    """Return the YAML of a problem solved."""
    return f"类型: 办实事\n编号: 实事\n困难或问题: 甲\n提出日期: {raised}\n解决日期: {day}"


def both(one: str, other: str) -> str:
    """Return two records in one file."""
    return f"{one}\n---\n{other}"


HELD = "出席: 其余"
TALK = "类型: 谈话\n编号: 谈话\n种类: 谈心谈话\n日期: 2020-03-12\n谈话人: {姓名: 张一}\n谈话对象: 李二"

ROWS = (
    Row(
        "X4",
        satisfied=Try(met(HELD, "结束: 2020-03-12 10:00", "通知日期: 2020-03-10", "印发: 2020-03-13")),
        broken=Try(met(HELD, "结束: 2020-03-12 08:00"), ("X4 error 会",)),
        bound=Try(met(HELD, "结束: 2020-03-12 09:00", "通知日期: 2020-03-12", "印发: 2020-03-12"), day="2020-03-12"),
        not_applicable=Try(met(start="2021-01-12 09:00")),
        overridden=Try(
            met(HELD, "结束: 2020-03-12 08:00"),
            ("X4 warn 会",),
            settings="单位: 某公司\n规则: {X4: {级别: 警告}}",
        ),
        before=Never("算术，没有施行日期"),
        further=(
            # a plan cannot end before it begins either
            Try(met("结束: 2020-03-11 10:00"), ("X4 error 会",), day="2020-03-12"),
            # a plan of the past is no plan: held or moved
            Try(met(), day="2020-03-12"),
            Try(met(), ("X4-plan warn 会",), day="2020-03-13"),
            # an end that lies in another year
            Try(met(HELD, "结束: 2020-03-19 08:59")),
            Try(met(HELD, "结束: 2020-03-19 09:00"), ("X4-long warn 会",)),
            Try(met(HELD, "结束: 2020-03-19 09:00"), settings="单位: 某公司\n规则: {X4: {最长天数: 8}}"),
            Try(met(HELD), ("X4-future error 会",), day="2020-03-11"),
            Try(met(), day="2020-03-11"),
            # what is said to be done is no plan either
            Try(TALK, ("X4-future error 谈话",), day="2020-03-11"),
            Try(f"{TALK}\n状态: 已办结", ("X4-future error 谈话",), day="2020-03-11"),
            Try(f"{TALK}\n状态: 拟谈", day="2020-03-11"),
            Try(TALK, day="2020-03-12"),
            Try(
                "类型: 教育培训\n编号: 培训\n种类: 业务\n日期: 2020-03-12",
                ("X4-future error 培训",),
                day="2020-03-11",
            ),
            Try(
                "类型: 志愿服务\n编号: 服务\n日期: 2020-03-12\n内容: 值守",
                ("X4-future error 服务",),
                day="2020-03-11",
            ),
            Try(
                "类型: 慰问\n编号: 慰问\n日期: 2020-03-12\n种类: 送温暖\n对象: 甲",
                ("X4-future error 慰问",),
                day="2020-03-11",
            ),
            Try("类型: 慰问\n编号: 慰问\n日期: 2020-03-12\n种类: 送温暖\n对象: 甲", day="2020-03-12"),
            Try(met(HELD, "通知日期: 2020-03-13"), ("X4-order error 会",)),
            Try(met(HELD, "印发: 2020-03-11"), ("X4-order error 会",)),
            Try(met(HELD, "请假: [{姓名: 张一, 自: 2020-03-12, 至: 2020-03-11}]"), ("X4-order error 会",)),
            Try(met(HELD, "请假: [{姓名: 张一, 至: 2020-03-11}]")),
            Try(solved("2020-03-02", "2020-03-02")),
            Try(solved("2020-03-02", "2020-03-01"), ("X4-order error 实事",)),
            Try(
                "类型: 先锋载体\n编号: 载体\n种类: 示范岗\n名称: 甲\n起止: {自: 2020-05-01, 至: 2020-04-01}",
                ("X4-order error 载体",),
            ),
            Try(
                "类型: 攻关项目\n编号: 项目\n种类: 党员攻关\n课题: 甲\n开始: 2020-05-01\n结束: 2020-04-01",
                ("X4-order error 项目",),
            ),
            Try(
                "类型: 发展党员\n编号: 发展\n姓名: 甲\n阶段: 发展对象\n步骤: {递交入党申请书: 2019-05-01, 确定发展对象: 2019-04-01}",
                ("X4-order error 发展",),
            ),
            Try(
                "",
                ("X4-order error 一支部",),
                unit=UNIT.replace("成立日期: 2015-01-01", "成立日期: 2015-01-01\n撤销日期: 2014-01-01"),
            ),
            Try(
                "",
                ("X4-order error 一支部",),
                unit=UNIT.replace("职务: 书记", "职务: 书记, 自: 2020-05-01, 至: 2020-04-01"),
            ),
            Try(
                "",
                ("X4-order error 一支部",),
                unit=UNIT.replace("{姓名: 周七,", "{姓名: 周七, 离开: {日期: 2009-01-01, 事由: 转出},"),
            ),
            Try(
                "",
                ("X4-order error 一支部",),
                unit=UNIT.replace(
                    "{姓名: 周七,", "{姓名: 周七, 流动: [{自: 2020-01-01}, {自: 2020-05-01, 至: 2020-04-01}],"
                ),
            ),
            # the same meeting, told twice
            Try(both(met(HELD), met(HELD, number="会 - 副本")), ("X4-twice warn 会 - 副本",)),
            Try(both(met(HELD), met(HELD, number="会2", kind="党课"))),
            Try(both(met(HELD), met(HELD, number="会2", start="2020-03-12 09:01"))),
            Try(both(met(HELD), met(number="会2")), day="2020-03-12"),
            Try(
                both(
                    met(HELD, "党小组: 一组", kind="党小组会"),
                    met(HELD, "党小组: 二组", kind="党小组会", number="会2"),
                )
            ),
        ),
    ),
)
