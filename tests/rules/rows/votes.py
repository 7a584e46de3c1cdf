"""The rows of V1–V6: quorums, votes, who may vote, admissions."""

from __future__ import annotations

from tests.rules.table import UNIT, Never, Row, Try

EIGHT = UNIT + "  - {姓名: 吴八, 转正日期: 2010-07-01}\n"
PROBATIONER = UNIT + "  - {姓名: 郑九, 入党日期: 2019-09-01}\n"
SUSPENDED = UNIT.replace("姓名: 周七, ", "姓名: 周七, 权利中止: [{自: 2020-01-01}], ")
FOUR_SEATS = UNIT.replace("党员:\n", "  - {姓名: 赵四, 职务: 宣传委员}\n党员:\n")
NO_SEATS = UNIT[: UNIT.index("支委:")] + UNIT[UNIT.index("党员:") :]
THREE, FOUR = "[张一, 李二, 王三]", "[张一, 李二, 王三, 赵四]"
FIVE = "[张一, 李二, 王三, 赵四, 钱五]"
OLDER = UNIT.replace("成立日期: 2015-01-01", "成立日期: 2010-07-01")
LATE = UNIT + "  - {姓名: 郑九, 转正日期: 2020-09-18}\n"
ODD_NAME = UNIT + "  - {姓名: 吴和、八, 入党日期: 2019-09-01}\n"
NO_VOTERS = UNIT.replace("转正日期: 2010-07-01", "入党日期: 2010-07-01")
RANGE = f"应到范围: {THREE}\n"
RULES = "单位: 某公司\n规则: "


def meeting(kind: str = "支部党员大会", day: str = "2020-03-10", present: str = "其余", more: str = "") -> str:
    """Return the YAML of a meeting."""
    return f"类型: 会议\n会议类型: {kind}\n开始: {day} 09:00\n出席: {present}\n{more}"


def voted(vote: str, kind: str = "支部党员大会", day: str = "2020-03-10", present: str = "其余", more: str = "") -> str:
    """Return the YAML of a meeting that took one vote."""
    return meeting(kind, day, present, f"议题: [{{标题: 某事, 表决: {{{vote}}}}}]\n{more}")


def received(
    vote: str, present: str = "其余", day: str = "2020-03-10", how: str = "方式: 无记名投票, 对象: 某甲"
) -> str:
    """Return the YAML of a 支部党员大会 that voted on receiving somebody."""
    return voted(f"事项: 接收预备党员, {how}, {vote}", day=day, present=present)


def elected(names: str, day: str = "2020-09-18", present: str = "其余") -> str:
    """Return the YAML of an election with the people whom it names."""
    return meeting(day=day, present=present, more=f"选举: {{应选人数: 3, 选票: {{发出: 7, 收回: 7}}, {names}}}\n")


QUORUMS = (
    Row(
        "V1",
        satisfied=Try(meeting("支委会", present="[张一, 李二]")),
        broken=Try(meeting("支委会", present="[李二]"), ("V1 error 1",)),
        bound=Try(meeting("支委会", present="[李二, 赵四]"), unit=FOUR_SEATS),
        not_applicable=Try(meeting("支委会", present="[张一]"), unit=NO_SEATS),
        overridden=Try(meeting("支委会", present="[李二]"), ("V1 warn 1",), settings=RULES + "{V1: {级别: 警告}}"),
        before=Try(meeting("支委会", "2018-10-27", "[李二]")),
        further=(
            Try(meeting("支委会").replace("出席: 其余\n", "")),
            Try(meeting("支部党员大会", present="[赵四]")),
            Try(meeting("支委会", more="应到范围: [赵四, 钱五, 孙六]"), ("V1 error 1",)),
            Try(meeting("支委会", present="[张一]"), ("V1 error 1",), unit=FOUR_SEATS),
            Try(meeting("支委会", present="[张一, 李二]", more="应到范围: [赵四]")),
        ),
    ),
    Row(
        "V2",
        satisfied=Try(voted("赞成: 4", present=FOUR)),
        broken=Try(voted("赞成: 3", present=THREE), ("V2 error 1",)),
        bound=Try(voted("赞成: 4", present=FOUR), ("V2-half info 1",), unit=EIGHT),
        not_applicable=Try(meeting(present=THREE)),
        overridden=Try(voted("赞成: 3", present=THREE), settings=RULES + "{V2: 否}"),
        before=Try(voted("赞成: 3", day="2018-10-27", present=THREE)),
        further=(
            Try(voted("赞成: 3", "党小组会", present=THREE)),
            Try(received("赞成: 3", THREE)),
            Try(voted("赞成: 4", present=f"[郑九, {THREE[1:]}"), ("V2 error 1",), unit=PROBATIONER),
            Try(voted("赞成: 3", present=THREE), ("V2-half info 1",), unit=SUSPENDED),
            Try(voted("赞成: 3, 结论: 通过", more=RANGE), ("V2 error 1",)),
            Try(voted("赞成: 4", present=FOUR, more=RANGE)),
            Try(voted("赞成: 3", "其他会议", more=RANGE)),
            Try(voted("赞成: 3", present="[]"), unit="名称: 某支部\n简称: 一支部\n种类: 党支部"),
        ),
    ),
)
VERDICTS = (
    Row(
        "V3",
        satisfied=Try(voted("赞成: 4, 结论: 通过", present=FIVE)),
        broken=Try(voted("赞成: 3, 结论: 通过", present=FOUR), ("V3 error 1",)),
        bound=Try(voted("赞成: 4, 结论: 通过", present=FIVE), ("V3 error 1",), unit=EIGHT),
        not_applicable=Try(voted("赞成: 2, 结论: 通过", "支委会")),
        overridden=Try(voted("赞成: 3, 结论: 通过"), ("V3 info 1",), settings=RULES + "{V3: {级别: 提示}}"),
        before=Try(voted("赞成: 3, 结论: 通过", day="2018-10-27")),
        further=(
            Try(voted("事项: 处分, 赞成: 3, 结论: 通过"), ("V3 error 1",)),
            Try(voted("赞成: 3, 结论: 通过", more=RANGE), ("V3 error 1",)),
            Try(voted("赞成: 4, 结论: 通过", present=FOUR, more=RANGE)),
            Try(voted("赞成: 3, 书面意见: {赞成: 1}, 结论: 通过"), ("V3 error 1",)),
            Try(received("赞成: 3, 结论: 通过")),
            Try(voted("赞成: 3, 结论: 缓议") + "---\n" + voted("赞成: 7, 结论: 缓议") + "---\n" + voted("赞成: 1")),
            Try(voted("赞成: 4, 结论: 未通过"), ("V3-rejected warn 1",)),
            Try(voted("赞成: 3, 结论: 未通过") + "---\n" + voted("赞成: 4, 结论: 未通过", present=THREE)),
            Try(voted("赞成: 4, 结论: 通过"), unit=PROBATIONER),
            Try(voted("赞成: 4, 结论: 未通过"), ("V3-rejected info 1",), settings=RULES + "{V3: {级别: 提示}}"),
        ),
    ),
    Row(
        "V4",
        satisfied=Try(voted("赞成: 5, 反对: 1, 弃权: 1")),
        broken=Try(voted("赞成: 5, 反对: 1"), ("V4 error 1",)),
        bound=Try(voted("赞成: 5, 反对: 1, 未投: 1") + "---\n" + voted("赞成: 8"), ("V4 error 2",)),
        not_applicable=Try(voted("赞成: 1").replace("出席: 其余\n", "")),
        overridden=Try(voted("赞成: 5"), ("V4 warn 1",), settings=RULES + "{V4: {级别: 警告}}"),
        before=Never("算术，没有施行日期"),
        further=(
            Try(voted("赞成: 7"), unit=PROBATIONER),
            Try(voted("赞成: 7"), ("V4 error 1",), unit=SUSPENDED),
            Try(voted("赞成: 3", "支委会")),
            Try(voted("赞成: 2", "支委会"), ("V4 error 1",)),
            Try(voted("赞成: 3", "支委会", more="应到范围: [张一, 李二, 王三, 赵四, 钱五]")),
            Try(voted("赞成: 4", present=FOUR, more=RANGE) + "---\n" + voted("赞成: 3", more=RANGE)),
            Try(received("赞成: 5, 书面意见: {赞成: 1, 反对: 1}", FIVE)),
            Try(received("赞成: 6, 反对: 1, 书面意见: {赞成: 1, 反对: 1}", FIVE), ("V4-twice error 1",)),
            Try(received("赞成: 5, 书面意见: {弃权: 3}", FIVE), ("V4-writers error 1",)),
            Try(voted("赞成: 5, 书面意见: {赞成: 1}", present=FIVE), ("V4-written error 1",)),
            Try(voted("赞成: 5, 书面意见: {}", present=FIVE)),
        ),
    ),
    Row(
        "V5",
        satisfied=Try(voted("应到: 7, 实到: 5, 赞成: 5", present=FIVE)),
        broken=Try(voted("应到: 8, 实到: 6, 赞成: 5", present=FIVE), ("V5-due error 1", "V5-present error 1")),
        bound=Try(
            elected("候选人: [郑九]") + "---\n" + elected("候选人: [郑九]", "2020-09-17"),
            ("V5-candidate error 2",),
            unit=LATE,
        ),
        not_applicable=Try(voted("赞成: 1")),
        overridden=Try(voted("应到: 8, 赞成: 5"), ("V5-due warn 1",), settings=RULES + "{V5: {级别: 警告}}"),
        before=Try(voted("应到: 8, 赞成: 5", day="2018-10-27") + "---\n" + elected("候选人: [某甲]", "2020-07-12")),
        further=(
            Try(voted("应到: 7, 实到: 0, 赞成: 0", present="[郑九]"), unit=PROBATIONER),
            Try(voted("应到: 7, 实到: 3, 赞成: 3", more=RANGE)),
            Try(voted("应到: 3, 赞成: 3", more=RANGE), ("V5-due error 1",)),
            Try(voted("应到: 3, 赞成: 3", "支委会", more="应到范围: [张一, 赵四, 钱五]")),
            Try(voted("应到: 3, 实到: 2, 赞成: 2", "支委会", present="[张一, 李二]")),
            Try(elected("候选人: [张一], 监票人: [李二], 计票人: [王三], 得票: [{姓名: 赵四, 票数: 1}]")),
            Try(elected("候选人: [郑九], 得票: [{姓名: 郑九, 票数: 1}]"), ("V5-candidate error 1",), unit=PROBATIONER),
            Try(elected("得票: [{姓名: 郑九, 票数: 5, 当选: 是}]"), ("V5-candidate error 1",), unit=PROBATIONER),
            Try(elected("得票: [{姓名: 郑九, 票数: 1}, {姓名: 某甲, 票数: 1}]"), unit=PROBATIONER),
            Try(elected("得票: [{姓名: 某甲, 票数: 5, 当选: 是}]"), ("V5-unknown error 1",)),
            Try(elected("监票人: [周七], 计票人: [周七]"), ("V5 error 1", "V5 error 1"), unit=SUSPENDED),
            Try(elected("候选人: [李四]", "2020-07-13"), ("V5-unknown error 1",)),
            Try(elected("监票人: [周七], 候选人: [周七]", present=FIVE), ("V5-away error 1",)),
            Try(elected("监票人: [周七]") + RANGE, ("V5-away error 1",)),
            Try(elected("监票人: [周七]", present="[张一, 周七]") + RANGE),
        ),
    ),
    Row(
        "V6",
        satisfied=Try(received("赞成: 4, 结论: 通过", FOUR)),
        broken=Try(received("赞成: 3, 结论: 通过", FIVE), ("V6 error 1",)),
        bound=Try(received("赞成: 4, 结论: 通过", FOUR), ("V6 error 1", "V6-quorum error 1"), unit=EIGHT),
        not_applicable=Try(voted("赞成: 3, 方式: 举手, 结论: 通过", present=THREE)),
        overridden=Try(received("赞成: 3, 结论: 通过"), settings=RULES + "{V6: 否}"),
        before=Try(received("赞成: 3, 结论: 通过", day="2014-05-27"), unit=OLDER),
        further=(
            Try(received("赞成: 3, 结论: 通过", day="2014-05-28"), ("V6 error 1",), unit=OLDER),
            Try(received("赞成: 3, 结论: 通过") + RANGE, ("V6 error 1", "V6-quorum error 1")),
            Try(received("赞成: 4, 结论: 通过", FOUR) + RANGE),
            Try(received("赞成: 3, 结论: 通过"), unit=NO_VOTERS),
            Try(received("赞成: 0, 结论: 通过"), unit=NO_VOTERS),
            Try(
                voted("事项: 预备党员转正, 对象: 郑九, 方式: 无记名, 赞成: 3, 结论: 通过"),
                unit="名称: 某支部\n简称: 一支部\n种类: 党支部",
            ),
            Try(received("赞成: 4, 书面意见: {赞成: 1}, 结论: 通过", FIVE), unit=EIGHT),
            Try(received("赞成: 4, 书面意见: {反对: 1}, 结论: 通过", FIVE), ("V6 error 1",), unit=EIGHT),
            Try(received("赞成: 4, 结论: 未通过"), ("V6-rejected warn 1",)),
            Try(received("赞成: 3, 结论: 未通过") + "---\n" + received("赞成: 3")),
            Try(received("赞成: 7", how="方式: 举手, 对象: 某甲"), ("V6-secret error 1",)),
            Try(received("赞成: 7", how="方式: 记名票决, 对象: 某甲"), ("V6-secret error 1",)),
            Try(received("赞成: 7", how="方式: 公开票决, 对象: 某甲"), ("V6-secret error 1",)),
            Try(received("赞成: 7", how="方式: 没有采用无记名投票, 对象: 某甲"), ("V6-secret error 1",)),
            Try(received("赞成: 7", how="方式: 票决, 对象: 某甲")),
            Try(received("赞成: 7", how="对象: 某甲"), ("V6-method warn 1",)),
            Try(received("赞成: 7", how="方式: 无记名"), ("V6-subject error 1",)),
            Try(received("赞成: 7", how="方式: 无记名, 对象: 某甲、某乙"), ("V6-several error 1",)),
            Try(received("赞成: 7", how="方式: 无记名, 对象: 某甲等3人"), ("V6-several error 1",)),
            Try(received("赞成: 7", how="方式: 无记名, 对象: 某甲和某乙"), ("V6-several error 1",)),
            Try(received("赞成: 7", how="方式: 无记名, 对象: 某甲 某乙"), ("V6-several error 1",)),
            Try(received("赞成: 7", how="方式: 无记名, 对象: 赵四（工程部/一班）")),
            Try(voted("事项: 预备党员转正, 对象: 吴和、八, 方式: 无记名, 赞成: 7, 结论: 通过"), unit=ODD_NAME),
            Try(
                voted("事项: 预备党员转正, 对象: 郑九同志, 方式: 无记名, 赞成: 7, 结论: 通过"),
                ("V6-unknown warn 1",),
                unit=PROBATIONER,
            ),
            Try(voted("事项: 预备党员转正, 对象: 郑九, 方式: 无记名, 赞成: 7, 结论: 通过"), unit=PROBATIONER),
            Try(
                voted("事项: 预备党员转正, 对象: 周七, 方式: 无记名, 赞成: 3, 结论: 通过"),
                ("V6 error 1",),
            ),
        ),
    ),
)
ROWS = (*QUORUMS, *VERDICTS)
