"""The row of X9: who gives a 诫勉谈话 to a 领导干部."""

from __future__ import annotations

from tests.rules.table import UNIT, Row, Try

LED = UNIT.replace("姓名: 周七,", "姓名: 周七, 领导干部: true,")


def talk(talker: str, *, kind: str = "诫勉谈话", partner: str = "周七", day: str = "2020-05-06", more: str = "") -> str:
    """Return the YAML of a talk."""
    who = f"谈话人: {talker}\n谈话对象: {partner}\n"
    return f"类型: 谈话\n编号: 谈话\n种类: {kind}\n日期: {day}\n{who}{more}"


ROWS = (
    Row(
        "X9",
        satisfied=Try(talk("{姓名: 郑一, 单位: 机关党委}"), unit=LED),
        broken=Try(talk("{姓名: 张一}"), ("X9 error 谈话",), unit=LED),
        # who is of the branch and speaks for the superior names the superior
        bound=Try(talk("{姓名: 张一, 单位: 机关党委}"), unit=LED),
        not_applicable=Try(talk("{姓名: 张一}", partner="赵四"), unit=LED),
        overridden=Try(
            talk("{姓名: 张一}"), ("X9 warn 谈话",), unit=LED, settings="单位: 某公司\n规则: {X9: {级别: 警告}}"
        ),
        before=Try(talk("{姓名: 张一}", day="2016-10-26"), unit=LED),
        further=(
            Try(talk("{姓名: 张一, 单位: 一支部}"), ("X9 error 谈话",), unit=LED),
            Try(talk("{姓名: 张一, 单位: 第一党支部}"), ("X9 error 谈话",), unit=LED),
            Try(talk("{姓名: 张一}", kind="提醒谈话"), unit=LED),
            Try(talk("{姓名: 张一}", more="状态: 拟谈"), unit=LED),
            Try(talk("{姓名: 张一}", partner="无名氏"), unit=LED),
            Try(talk("{姓名: 张一}"), unit=LED.replace("种类: 党支部", "种类: 机关党委")),
        ),
    ),
)
