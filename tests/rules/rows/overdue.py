"""The row of X5: what had a deadline has a result."""

from __future__ import annotations

from tests.rules.table import Never, Row, Try


def met(task: str, *lines: str) -> str:
    """Return the YAML of a meeting that gave one task."""
    head = "类型: 会议\n会议类型: 支委会\n编号: 会\n开始: 2020-03-12 09:00\n出席: 其余"
    return "\n".join([head, f"任务: [{{事项: 核对登记表, {task}}}]", *lines])


def life(shortcoming: str) -> str:
    """Return the YAML of an 组织生活会 with one problem."""
    head = "类型: 会议\n会议类型: 组织生活会\n编号: 会\n开始: 2020-03-12 09:00\n出席: 其余"
    return f"{head}\n查摆问题: [{{姓名: 张一, 问题: 学习不够, {shortcoming}}}]"


def promised(promise: str, *lines: str) -> str:
    """Return the YAML of a commitment with one promise."""
    head = "类型: 承诺\n编号: 承诺\n党员: 张一\n年度: 2020"
    return "\n".join([head, f"事项: [{{内容: 带一名徒弟, {promise}}}]", *lines])


def cycle(*lines: str) -> str:
    """Return the YAML of an improvement whose one step was due in September."""
    return "\n".join(["类型: 提质升级\n编号: 提质\n周期: 2020", "P: [{问题: 台账不全, 期限: 2020-09-30}]", *lines])


ROWS = (
    Row(
        "X5",
        satisfied=Try(met("期限: 2020-09-30, 状态: 已完成")),
        broken=Try(met("期限: 2020-09-30, 状态: 进行中"), ("X5 warn 会",)),
        bound=Try(met("期限: 2020-12-31"), day="2020-12-31"),
        not_applicable=Try(met("状态: 进行中")),
        overridden=Try(met("期限: 2020-09-30"), ("X5 error 会",), settings="单位: 某公司\n规则: {X5: {级别: 错误}}"),
        before=Never("本单位的要求，没有施行日期"),
        further=(
            Try(met("期限: 2020-12-30"), ("X5 warn 会",), day="2020-12-31"),
            Try(met("期限: 2020-09-30, 状态: 已取消")),
            Try(met("期限: 2020-09-30, 结果: 已经核对")),
            # a plan gave nobody a task
            Try(met("期限: 2020-09-30").replace("出席: 其余\n", "")),
            Try(life("期限: 2020-09-30"), ("X5-remedy warn 会",)),
            Try(life("期限: 2020-09-30, 状态: 已完成")),
            Try(life("整改措施: 每周学习")),
            Try(promised("期限: 2020-09-30"), ("X5-promise warn 承诺",)),
            Try(promised("期限: 2020-09-30, 进展: [{日期: 2020-08-01, 情况: 正在带}]"), ("X5-promise warn 承诺",)),
            Try(promised("期限: 2020-09-30, 完成日期: 2020-10-09")),
            Try(promised("期限: 2020-09-30", "评诺: {等次: 一般}")),
            Try(promised("期限: 2020-09-30", "评诺: {自评: 做到了}"), ("X5-promise warn 承诺",)),
            Try(promised("措施: 每周一次")),
            Try(cycle(), ("X5-plan warn 提质",)),
            Try(cycle("D: [{内容: 补齐台账}]")),
            Try(cycle("C: [{指标: 台账}]")),
            Try(cycle("D: 无"), ("X5-plan warn 提质",)),
            # on the very day of the deadline nothing is past
            Try(cycle(), day="2020-09-30"),
            Try(life("期限: 2020-09-30"), day="2020-09-30"),
            Try(life("期限: 2020-09-30"), ("X5-remedy warn 会",), day="2020-10-01"),
            Try(promised("期限: 2020-09-30"), day="2020-09-30"),
            Try(promised("期限: 2020-09-30"), ("X5-promise warn 承诺",), day="2020-10-01"),
            Try(cycle(), ("X5-plan warn 提质",), day="2020-10-01"),
        ),
    ),
)
