"""The row of X1: everyone who was due is named once, and nobody else."""

from __future__ import annotations

from tests.rules.table import UNIT, Never, Row, Try

OFF = "单位: 某公司\n规则: {X1: 否}"
GROUPS = (
    UNIT.replace("姓名: 赵四", "姓名: 赵四, 党小组: 一组").replace("姓名: 钱五", "姓名: 钱五, 党小组: 一组")
    + "党小组: [{名称: 一组, 组长: 赵四}, {名称: 二组}]\n"
)
EXEMPT = UNIT.replace("姓名: 周七", "姓名: 周七, 免于硬性要求: 是")
NAMESAKES = UNIT.replace("{姓名: 孙六", "{姓名: 周七, 编号: '06'").replace(
    "{姓名: 周七, 转", "{姓名: 周七, 编号: '07', 转"
)
ALL = "[张一, 李二, 王三, 赵四, 钱五, 孙六, 周七]"
LEFT = "选举: {应选人数: 3, 选票: {发出: 6, 收回: 6}, 不计入应到: [{姓名: 周七, 上级同意: 是, 大会通过: 是}]}"


def met(*lines: str, kind: str = "支委会", number: str = "会") -> str:
    """Return the YAML of one meeting."""
    head = ("类型: 会议", f"会议类型: {kind}", f"编号: {number}", "开始: 2020-03-12 09:00")
    return "\n".join([*head, *lines])


ROWS = (
    Row(
        "X1",
        satisfied=Try(met("出席: [张一, 李二]", "请假: [{姓名: 王三}]")),
        broken=Try(
            met("出席: [张一, 张一, 赵四]", "请假: [{姓名: 李二}]", "缺席: [{姓名: 李二}]"),
            ("X1-unnamed error 会", "X1-twice error 会", "X1-twice error 会", "X1-outside error 会"),
        ),
        bound=Never("没有数字"),
        not_applicable=Try(met("议题: [{标题: 甲}]")),
        overridden=Try(met("出席: [张一]"), settings=OFF),
        before=Never("算术，没有施行日期"),
        further=(
            Try(met(f"出席: {ALL}", kind="支部党员大会")),
            Try(met("出席: 其余", "请假: [{姓名: 王三}]")),
            Try(met("出席: [王三, 其余]", "请假: [{姓名: 王三}]"), ("X1-twice error 会",)),
            Try(met("出席: 其余", "请假: [{姓名: 赵四}]", "缺席: [{姓名: 钱五}]"), ("X1-outside error 会",) * 2),
            # a name that nobody bears is told by reading
            Try(met("出席: [张一, 李二, 王三, 无名氏]")),
            Try(met("出席: [张一, 李二, 王三]", "列席: [{姓名: 赵四}]")),
            Try(met("应到范围: [张一, 赵四]", "出席: [张一, 赵四]", kind="其他会议")),
            Try(met("应到范围: [张一, 赵四]", "出席: [张一, 李二]"), ("X1-unnamed error 会", "X1-outside error 会")),
            Try(met("党小组: 一组", "出席: [赵四, 钱五]", kind="党小组会"), unit=GROUPS),
            Try(
                met("党小组: 一组", "出席: [赵四, 孙六]", kind="党小组会"),
                ("X1-unnamed error 会", "X1-outside error 会"),
                unit=GROUPS,
            ),
            # nobody is due in a group without members, or in one that is not known
            Try(met("党小组: 二组", "出席: [赵四]", kind="党小组会"), unit=GROUPS),
            Try(met("出席: [赵四]", kind="党小组会"), unit=GROUPS),
            Try(met("出席: [张一, 李二, 王三, 赵四, 钱五, 孙六]", kind="党课"), unit=EXEMPT),
            Try(met("出席: [张一, 李二, 王三, 赵四, 钱五]", kind="党课"), ("X1-unnamed error 会",), unit=EXEMPT),
            # who an election leaves out may stand under 请假 too, or nowhere
            Try(met("出席: 其余", "请假: [{姓名: 周七}]", LEFT, kind="支部党员大会")),
            Try(met("出席: [张一, 李二, 王三, 赵四, 钱五, 孙六]", LEFT, kind="支部党员大会")),
            Try(met("出席: [张一, 李二, 王三, 赵四, 钱五, 周七（06）, 周七（07）]", kind="党课"), unit=NAMESAKES),
            Try(
                met("出席: [张一, 李二, 王三, 赵四, 钱五, 周七（06）, 周七（06）]", kind="党课"),
                ("X1-unnamed error 会", "X1-twice error 会"),
                unit=NAMESAKES,
            ),
            Try(met("出席: 其余"), unit="名称: 甲\n简称: 一支部\n种类: 党支部"),
            Try(met("出席: []"), ("X1-unnamed error 会",)),
            Try(
                "类型: 主题党日\n编号: 党日\n主题: 甲\n开始: 2020-03-12 09:00\n出席: [张一, 李二, 王三, 赵四, 钱五, 孙六]",
                ("X1-unnamed error 党日",),
            ),
        ),
    ),
)
