"""The row of X11: points and scores against their schemes and their sums."""

from __future__ import annotations

from tests.rules.table import UNIT, Never, Row, Try

SCHEME = """
单位: 某公司
积分方案:
  周期: 季度
  类别:
    - {名称: 志愿服务, 上限: 5, 项目: [{名称: 值守, 分值: 2}, {名称: 献血}]}
    - {名称: 学用结合}
考核方案: {组织体系设置: 10}
"""
DERIVED = """
单位: 某公司
积分方案:
  不参加: [免于硬性要求]
  类别:
    - {名称: 三会一课, 上限: 2, 项目: [{名称: 到会, 分值: 1, 来源: 参加会议}, {名称: 主讲}]}
    - {名称: 志愿服务, 项目: [{名称: 时长, 分值: 1, 来源: 志愿服务, 计法: 小时}]}
"""
MEETINGS = "\n---\n".join(
    f"类型: 会议\n编号: 会{day}\n会议类型: 理论学习\n开始: 2020-05-0{day} 14:30\n出席: 其余\n缺席: [{{姓名: 钱五}}]"
    for day in (6, 7, 8)
)
EXEMPT = UNIT.replace("姓名: 赵四,", "姓名: 赵四, 免于硬性要求: 是,")
ASSESSED = "类型: 考核\n编号: 考核\n党支部: 一支部\n期间: 2020\n"


def earned(*rows: tuple[str, str, str], member: str = "赵四") -> str:
    """Return the YAML of points of a member: day, item, points of each entry, whose id is the day."""
    return "\n---\n".join(
        f"类型: 积分\n编号: {day}\n党员: {member}\n日期: {day}\n项目: {item}\n分值: {points}"
        for day, item, points in rows
    )


def with_scores(first: str, second: str, more: str = "") -> str:
    """Return the YAML of an assessment by two aspects."""
    return f"{ASSESSED}组织体系设置: {first}\n党的组织生活: {second}\n{more}"


MAY = [("2020-05-06", "值守", "2"), ("2020-05-07", "献血", "2")]
JUNE, JULY, LESS = ("2020-06-30", "值守", "2"), ("2020-07-01", "值守", "2"), ("2020-06-30", "志愿服务", "-0.5")

ROWS = (
    Row(
        "X11",
        satisfied=Try(
            earned(*MAY) + "\n---\n" + with_scores("{得分: 9.5}", "{满分: 20, 得分: 19}", "总分: 28.5"), settings=SCHEME
        ),
        broken=Try(earned(*MAY, JUNE), ("X11 error 2020-06-30",), settings=SCHEME),
        bound=Try(earned(*MAY, ("2020-06-30", "志愿服务", "1")), settings=SCHEME),
        not_applicable=Try(earned(*MAY, JUNE)),
        overridden=Try(earned(*MAY, JUNE), ("X11 info 2020-06-30",), settings=SCHEME + "规则: {X11: {级别: 提示}}"),
        before=Never("本单位的要求和算术，没有施行日期"),
        further=(
            # the quarter is the period, and each member has caps of his own
            Try(earned(*MAY, JULY), settings=SCHEME),
            Try(earned(*MAY, JULY), ("X11 error 2020-07-01",), settings=SCHEME.replace("周期: 季度", "周期: 年度")),
            Try(earned(*MAY) + "\n---\n" + earned(JUNE, member="钱五"), settings=SCHEME),
            # what was taken back below the cap does not exceed it; the last entry that passed it is named
            Try(earned(*MAY, ("2020-05-08", "献血", "1.5"), LESS), settings=SCHEME),
            Try(
                earned(*MAY, ("2020-05-08", "献血", "1.5"), LESS, ("2020-06-30", "值守", "2")).replace(
                    "编号: 2020-06-30\n党员: 赵四\n日期: 2020-06-30\n项目: 值守",
                    "编号: 后\n党员: 赵四\n日期: 2020-06-30\n项目: 值守",
                ),
                ("X11 error 后",),
                settings=SCHEME,
            ),
            # what a record yields is not written again: the same item and day, or the same record within its category
            Try(
                f"{MEETINGS}\n---\n" + earned(("2020-05-06", "到会", "1")),
                ("X11-twice error 2020-05-06",),
                settings=DERIVED,
            ),
            Try(
                f"{MEETINGS}\n---\n" + earned(("2020-05-09", "主讲", "1")) + "\n依据: 会6",
                ("X11-twice error 2020-05-09",),
                settings=DERIVED,
            ),
            # who was absent has nothing twice, another category may rest on the same meeting, and another day is another thing
            Try(f"{MEETINGS}\n---\n" + earned(("2020-05-06", "到会", "1"), member="钱五"), settings=DERIVED),
            Try(
                f"{MEETINGS}\n---\n" + earned(("2020-05-06", "志愿服务", "1")) + "\n依据: 会6",
                settings=DERIVED,
            ),
            Try(f"{MEETINGS}\n---\n" + earned(("2020-05-09", "主讲", "1")), settings=DERIVED),
            # the cap cuts what is derived without a word; what is written by hand beyond it is an error
            Try(MEETINGS, settings=DERIVED),
            Try(
                f"{MEETINGS}\n---\n" + earned(("2020-05-09", "主讲", "3")), ("X11 error 2020-05-09",), settings=DERIVED
            ),
            Try(earned(("2020-05-09", "主讲", "1")), ("X11-unscored warn 2020-05-09",), unit=EXEMPT, settings=DERIVED),
            Try(
                "类型: 志愿服务\n编号: 清扫\n日期: 2020-05-09\n参加党员: [赵四]\n内容: 清扫",
                ("X11-hours warn 清扫",),
                settings=DERIVED,
            ),
            Try("类型: 志愿服务\n日期: 2020-05-09\n参加党员: [赵四]\n内容: 清扫\n时长: 2", settings=DERIVED),
            Try(earned(("2020-05-06", "值守", "1.5")), ("X11-value warn 2020-05-06",), settings=SCHEME),
            Try(earned(("2020-05-06", "值班", "2")), ("X11-item warn 2020-05-06",), settings=SCHEME),
            Try(earned(("2020-05-06", "完全不同", "2")), ("X11-item warn 2020-05-06",), settings=SCHEME),
            Try(earned(("2020-05-06", "值守", "1")), settings="单位: 某公司\n积分方案: {基础分: 60}"),
            Try(with_scores("{得分: 9.5}", "{得分: 19}", "总分: 28"), ("X11-total error 考核",), settings=SCHEME),
            Try(with_scores("{得分: 9.5}", "{满分: 20}", "总分: 28"), settings=SCHEME),
            Try(with_scores("{得分: 10}", "{满分: 20, 得分: 20}"), settings=SCHEME),
            Try(with_scores("{得分: 10.01}", "{得分: 99}"), ("X11-full error 考核",), settings=SCHEME),
            Try(with_scores("{满分: 12, 得分: 11}", "{满分: 20, 得分: 21}"), ("X11-full error 考核",), settings=SCHEME),
            Try(
                earned(*MAY, JUNE, ("2020-08-01", "值守", "1")),
                ("X11 warn 2020-06-30", "X11-value warn 2020-08-01"),
                settings=SCHEME + "规则: {X11: {级别: 警告}}",
            ),
        ),
    ),
)
