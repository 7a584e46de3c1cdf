"""The row of X22: what an issue lists, it lists once, and can print."""

from __future__ import annotations

from tests.rules.table import Never, Row, Try

BRANCH = "名称: 第二党支部\n简称: 二支部\n种类: 党支部"
NEWS = (
    "{类型: 宣传稿, 编号: 2020/03/甲, 标题: 甲, 日期: 2020-03-10, 渠道: [简报]}\n---\n"
    "{类型: 宣传稿, 编号: 乙, 标题: 乙, 日期: 2020-03-31, 渠道: [网站]}\n---\n"
    "{类型: 宣传稿, 编号: 无渠道, 标题: 丙, 日期: 2020-03-10}\n---\n"
    "{类型: 宣传稿, 编号: 四月, 标题: 丁, 日期: 2020-04-01, 渠道: [简报]}\n---\n"
    "{类型: 主题党日, 编号: 党日, 主题: 参观, 开始: 2020-03-15 09:00, 出席: 其余}"
)
OTHERS = {BRANCH: NEWS}


def issue(lists: str) -> str:
    """Return the YAML of an issue of March."""
    return f"类型: 简报\n编号: 本期\n月份: 2020-03\n{lists}"


ROWS = (
    Row(
        "X22",
        satisfied=Try(
            issue("要目: [二支部/2020/03/甲, 二支部/乙]\n要闻: [二支部/甲]\n不登: [二支部/党日]"), others=OTHERS
        ),
        broken=Try(issue("要目: [二支部/乙, 二支部/2020/03/甲, 二支部/乙]"), ("X22 warn 本期",), others=OTHERS),
        # the first and the last day of the month
        bound=Try(issue("要目: [二支部/乙]"), others=OTHERS),
        # of a unit that was not looked at, and of a record that is not there, this rule says nothing
        not_applicable=Try(issue("要目: [三支部/乙, 二支部/没有]"), others=OTHERS),
        overridden=Try(
            issue("要闻: [二支部/乙, 二支部/乙]"),
            ("X22 error 本期",),
            settings="单位: 某公司\n规则: {X22: {级别: 错误}}",
            others=OTHERS,
        ),
        before=Never("算术，没有施行日期"),
        further=(
            Try(issue("不登: [二支部/党日, 二支部/党日]"), ("X22 warn 本期",), others=OTHERS),
            Try(issue("要闻: [二支部/乙]\n不登: [二支部/乙]"), ("X22-omitted warn 本期",), others=OTHERS),
            Try(issue("要目: [二支部/党日]"), ("X22-kind warn 本期",), others=OTHERS),
            Try(issue("要目: [二支部/无渠道]"), ("X22-channel warn 本期",), others=OTHERS),
            Try(issue("要目: [二支部/四月]"), ("X22-month warn 本期",), others=OTHERS),
            Try(issue("截取: [{稿件: 二支部/乙, 段数: 0}, {稿件: 二支部/甲, 摘要: 一句话}]"), others=OTHERS),
            Try(issue("截取: [{稿件: 二支部/乙}]"), ("X22-shortened warn 本期",), others=OTHERS),
            Try(issue("截取: [{稿件: 二支部/乙, 段数: 1, 摘要: 一句话}]"), ("X22-shortened warn 本期",), others=OTHERS),
            # the unit's own news, by their own names
            Try(f"{NEWS}\n---\n{issue('要目: [甲, 一支部/乙]')}"),
            Try(f"{NEWS}\n---\n{issue('要目: [乙, 一支部/乙]')}", ("X22 warn 本期",)),
            Try(f"{NEWS}\n---\n{issue('要目: [四月]')}", ("X22-month warn 本期",)),
        ),
    ),
)
