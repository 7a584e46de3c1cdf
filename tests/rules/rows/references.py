"""The row of X6: what is cited is there."""

from __future__ import annotations

from tests.rules.table import Never, Row, Try

COMMITTEE = "名称: 某机关党委\n简称: 机关党委\n种类: 机关党委\n支委: [{姓名: 吴八, 职务: 书记}]"
THEIRS = "类型: 会议\n会议类型: 党委会\n编号: 2020/03/党委会\n开始: 2020-03-02 09:00\n出席: 其余"


def citing(*records: str, number: str = "稿") -> str:
    """Return the YAML of a piece of news with its sources."""
    return f"类型: 宣传稿\n编号: {number}\n标题: 甲\n日期: 2020-03-20\n来源: [{', '.join(records)}]"


ROWS = (
    Row(
        "X6",
        satisfied=Try(citing("机关党委/2020/03/党委会"), others={COMMITTEE: THEIRS}),
        broken=Try(citing("机关党委/2020/04/党委会", "机关党委/无"), ("X6 error 稿",) * 2, others={COMMITTEE: THEIRS}),
        bound=Never("没有数字"),
        # the unit was not looked at, so nothing can be said
        not_applicable=Try(citing("机关党委/2020/04/党委会")),
        overridden=Try(
            citing("机关党委/无"),
            ("X6 warn 稿",),
            settings="单位: 某公司\n规则: {X6: {级别: 警告}}",
            others={COMMITTEE: THEIRS},
        ),
        before=Never("算术，没有施行日期"),
        further=(
            # the last part of an id is enough where it is the only one
            Try(citing("机关党委/党委会"), others={COMMITTEE: THEIRS}),
            Try(
                citing("机关党委/党委会"),
                ("X6 error 稿",),
                others={COMMITTEE: f"{THEIRS}\n---\n{THEIRS.replace('03', '04')}"},
            ),
            Try(citing("机关党委/党委会"), ("X6 error 稿",), others={COMMITTEE: ""}),
            # the unit's own records are told by reading
            Try(citing("无", "一支部/无", "2020/03/无"), others={COMMITTEE: THEIRS}),
            Try(f"{citing('机关党委/甲')}\n---\n{citing(number='机关党委/甲')}", others={COMMITTEE: THEIRS}),
            Try("", ("X6 error 机关党委/稿",), others={COMMITTEE: citing("一支部/无")}),
        ),
    ),
)
