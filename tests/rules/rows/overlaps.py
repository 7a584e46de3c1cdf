"""The row of X2: nobody is in two places at once."""

from __future__ import annotations

from tests.rules.table import UNIT, Never, Row, Try

COMMITTEE = """
名称: 某机关党委
简称: 机关党委
种类: 机关党委
支委: [{姓名: 张一, 职务: 书记}, {姓名: 吴八, 职务: 委员}]
"""
BELOW = UNIT + "上级: 机关党委\n"
SECOND = """
名称: 第二党支部
简称: 二支部
种类: 党支部
上级: 机关党委
成立日期: 2015-01-01
党员:
  - {姓名: 张一, 转正日期: 2010-07-01}
  - {姓名: 郑九, 编号: '9', 转正日期: 2010-07-01}
"""
NUMBERED = BELOW.replace("姓名: 周七", "姓名: 郑九, 编号: '9'")
STUDY, TALK, GENERAL = "理论学习", "党课", "支部党员大会"
LIFE, APPRAISAL = "组织生活会", "民主评议"


def met(number: str, start: str, end: str, *lines: str, kind: str = STUDY, present: str = "[张一]") -> str:
    """Return the YAML of one meeting; `end` is empty where it is not written."""
    head = ["类型: 会议", f"会议类型: {kind}", f"编号: {number}", f"开始: {start}", f"出席: {present}"]
    return "\n".join([*head, *([f"结束: {end}"] if end else []), *lines])


def both(one: str, other: str) -> str:
    """Return two records in one file."""
    return f"{one}\n---\n{other}"


def theme_day(*lines: str) -> str:
    """Return the YAML of a theme day from 14:00 to 17:00."""
    head = "类型: 主题党日\n编号: 党日\n主题: 甲\n开始: 2020-03-12 14:00\n结束: 2020-03-12 17:00\n出席: 其余"
    return "\n".join([head, *lines])


MORNING = met("甲", "2020-03-12 09:00", "2020-03-12 11:00")
TRAINING = met("甲", "2020-07-28 09:00", "2020-07-29 17:00")
LEAVE = met(
    "甲", "2020-03-12 09:00", "", "请假: [{姓名: 李二, 自: 2020-03-10, 至: 2020-03-14}]", kind=GENERAL, present="其余"
)

ROWS = (
    Row(
        "X2",
        satisfied=Try(both(MORNING, met("乙", "2020-03-12 14:00", "2020-03-12 16:00", kind=TALK))),
        broken=Try(both(MORNING, met("乙", "2020-03-12 10:59", "2020-03-12 12:00", kind=TALK)), ("X2 error 乙",)),
        bound=Try(both(MORNING, met("乙", "2020-03-12 11:00", "2020-03-12 12:00", kind=TALK))),
        not_applicable=Try(
            both(MORNING, met("乙", "2020-03-12 10:00", "2020-03-12 12:00", kind=TALK, present="[李二]"))
        ),
        overridden=Try(
            both(MORNING, met("乙", "2020-03-12 10:00", "", kind=TALK)),
            ("X2 warn 乙",),
            settings="单位: 某公司\n规则: {X2: {级别: 警告}}",
        ),
        before=Never("算术，没有施行日期"),
        further=(
            # without an end only the beginning counts
            Try(both(met("甲", "2020-03-12 09:00", ""), met("乙", "2020-03-12 09:30", "", kind=TALK))),
            Try(
                both(met("甲", "2020-03-12 09:00", ""), met("乙", "2020-03-12 09:00", "", kind=TALK)), ("X2 error 甲",)
            ),
            Try(both(MORNING, met("乙", "2020-03-12 11:00", "2020-03-12 10:00", kind=TALK))),
            # all who were at both are one finding
            Try(
                both(MORNING.replace("[张一]", "其余"), met("乙", "2020-03-12 10:00", "", kind=TALK, present="其余")),
                ("X2 error 乙",),
            ),
            # what a theme day contains is the same event, whichever of the two began first
            Try(both(theme_day("同时召开: [乙]"), met("乙", "2020-03-12 14:00", "2020-03-12 15:00"))),
            Try(both(theme_day("同时召开: [一支部/乙]"), met("乙", "2020-03-12 13:30", "2020-03-12 15:00"))),
            Try(both(theme_day(), met("乙", "2020-03-12 14:00", "2020-03-12 15:00")), ("X2 error 党日",)),
            Try(
                both(theme_day("同时召开: [乙]"), met("乙", "2020-03-12 14:00", "2020-03-12 15:00"))
                + "\n---\n"
                + met("丙", "2020-03-12 14:30", "2020-03-12 14:40", kind=TALK),
                ("X2 error 丙",),
            ),
            # so are two gatherings that one theme day contains, though neither names the other
            Try(
                both(theme_day("同时召开: [乙, 丙]"), met("乙", "2020-03-12 14:00", "2020-03-12 15:00"))
                + "\n---\n"
                + met("丙", "2020-03-12 14:30", "2020-03-12 14:40", kind=TALK),
            ),
            Try(
                both(theme_day("同时召开: [乙]"), met("乙", "2020-03-12 14:00", "2020-03-12 15:00"))
                + "\n---\n"
                + both(
                    theme_day("同时召开: [丙]").replace("编号: 党日", "编号: 党日二").replace("-12 ", "-13 "),
                    met("丙", "2020-03-12 14:30", "2020-03-12 14:40", kind=TALK),
                ),
                ("X2 error 丙",),
            ),
            # a 民主评议 goes with the 组织生活会 of the unit, and with no other meeting
            Try(
                both(
                    met("甲", "2020-12-20 09:00", "2020-12-20 12:00", kind=LIFE),
                    met("乙", "2020-12-20 09:00", "2020-12-20 12:00", kind=APPRAISAL),
                )
            ),
            Try(
                both(
                    met("甲", "2020-12-20 09:00", "2020-12-20 12:00", kind=LIFE),
                    met("乙", "2020-12-20 11:00", "2020-12-20 12:00", kind=LIFE),
                ),
                ("X2 error 乙",),
            ),
            Try(
                both(
                    met("甲", "2020-12-20 09:00", "2020-12-20 12:00", kind=STUDY),
                    met("乙", "2020-12-20 11:00", "2020-12-20 12:00", kind=APPRAISAL),
                ),
                ("X2 error 乙",),
            ),
            Try(
                met("甲", "2020-12-20 09:00", "2020-12-20 12:00", kind=LIFE, present="[郑九]"),
                ("X2 error 二支部/乙",),
                unit=NUMBERED,
                others={
                    SECOND: met("乙", "2020-12-20 09:00", "2020-12-20 12:00", kind=APPRAISAL, present="[郑九]"),
                },
            ),
            # a copy is told by X4
            Try(both(MORNING, met("乙", "2020-03-12 09:00", "2020-03-12 11:00"))),
            # a gathering of two days takes the same hours of both
            Try(both(TRAINING, met("乙", "2020-07-28 19:00", "2020-07-28 20:00", kind=TALK))),
            Try(both(TRAINING, met("乙", "2020-07-29 08:00", "2020-07-29 09:00", kind=TALK))),
            Try(both(TRAINING, met("乙", "2020-07-29 16:00", "2020-07-29 18:00", kind=TALK)), ("X2 error 乙",)),
            Try(
                both(
                    met("甲", "2020-07-28 22:00", "2020-07-29 01:00"),
                    met("乙", "2020-07-29 00:30", "2020-07-29 02:00", kind=TALK),
                ),
                ("X2 error 乙",),
            ),
            # on the last of all days nobody belongs any more
            Try(both(met("甲", "9999-12-31 23:59", ""), met("乙", "9999-12-31 23:59", "", kind=TALK))),
            Try(
                both(met("甲", "9999-12-30 23:59", ""), met("乙", "9999-12-30 23:59", "", kind=TALK)), ("X2 error 甲",)
            ),
            Try(both(met("甲", "2020-03-12 09:00", "9999-12-31 23:59"), MORNING.replace("编号: 甲", "编号: 乙"))),
            # plans say nothing
            Try(both(MORNING, met("乙", "2020-03-12 10:00", "", kind=TALK).replace("出席: [张一]", ""))),
            # a leave of several days, its first and last included
            Try(both(LEAVE, met("乙", "2020-03-14 15:00", "", kind=TALK, present="[李二]")), ("X2-leave error 甲",)),
            Try(both(LEAVE, met("乙", "2020-03-10 08:00", "", kind=TALK, present="[李二]")), ("X2-leave error 甲",)),
            Try(both(LEAVE, met("乙", "2020-03-15 08:00", "", kind=TALK, present="[李二]"))),
            Try(both(LEAVE, met("乙", "2020-03-14 08:00", "2020-03-15 17:00", kind=TALK, present="[李二]"))),
            Try(both(LEAVE, met("乙", "2020-03-14 15:00", "", kind=TALK, present="[王三]"))),
            Try(
                both(
                    LEAVE.replace("自: 2020-03-10, ", ""),
                    met("乙", "2020-03-11 15:00", "", kind=TALK, present="[李二]"),
                )
            ),
            Try(
                both(
                    LEAVE.replace(", 至: 2020-03-14", ""),
                    met("乙", "2020-03-11 15:00", "", kind=TALK, present="[李二]"),
                ),
                ("X2-leave error 甲",),
            ),
            # whom the committee of an organisation names is the one member below who bears the name
            Try(
                MORNING,
                ("X2 error 机关党委/乙",),
                unit=BELOW,
                others={COMMITTEE: met("乙", "2020-03-12 10:00", "", kind="党委会", present="其余")},
            ),
            Try(
                LEAVE.replace("李二", "张一"),
                ("X2-leave error 甲",),
                unit=BELOW,
                others={COMMITTEE: met("乙", "2020-03-11 10:00", "", kind="党委会", present="其余")},
            ),
            Try(
                MORNING,
                unit=BELOW,
                others={COMMITTEE: met("乙", "2020-03-12 10:00", "", kind="党委会", present="其余"), SECOND: ""},
            ),
            Try(MORNING, others={COMMITTEE: met("乙", "2020-03-12 10:00", "", kind="党委会", present="其余")}),
            # across branches 姓名 and 编号 are one person, the bare name is not
            Try(MORNING, unit=BELOW, others={SECOND: met("乙", "2020-03-12 10:00", "")}),
            Try(
                MORNING.replace("[张一]", "[郑九]"),
                ("X2 error 二支部/乙",),
                unit=NUMBERED,
                others={SECOND: met("乙", "2020-03-12 10:00", "", present="[郑九]")},
            ),
            Try(
                theme_day("同时召开: [二支部/乙]").replace("其余", "[郑九]"),
                unit=NUMBERED,
                others={SECOND: met("乙", "2020-03-12 15:00", "", present="[郑九]")},
            ),
        ),
    ),
)
