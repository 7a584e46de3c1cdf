"""The rows of F8, F9, F11 and F13: what is owed of each member."""

from __future__ import annotations

from tests.rules.table import UNIT, Row, Try

RULE = "单位: 某公司\n规则: {{{}}}"
FOUNDED = "成立日期: 2015-01-01"
NAMES = ("张一", "李二", "王三", "赵四", "钱五", "孙六", "周七")
ALL = "、".join(NAMES)
LATE = UNIT.replace("{姓名: 周七, 转正日期: 2010-07-01}", "{姓名: 周七, 转正日期: 2010-07-01, 转入: 2020-10-02}")
GONE = UNIT.replace(
    "{姓名: 周七, 转正日期: 2010-07-01}",
    "{姓名: 周七, 转正日期: 2010-07-01, 离开: {日期: 2020-12-31, 事由: 转出}}",
)
EXEMPT = UNIT.replace("{姓名: 周七, 转正日期: 2010-07-01}", "{姓名: 周七, 转正日期: 2010-07-01, 免于硬性要求: 是}")
NO_POSTS = UNIT.replace(UNIT[UNIT.index("支委:") : UNIT.index("党员:")], "")
TWO_POSTS = UNIT.replace("  - {姓名: 王三, 职务: 纪检委员}\n", "")
CHANGED = UNIT.replace(
    "  - {姓名: 王三, 职务: 纪检委员}\n",
    "  - {姓名: 王三, 职务: 纪检委员, 至: 2020-06-30}\n  - {姓名: 赵四, 职务: 纪检委员, 自: 2020-07-01}\n",
)


def joined(*records: str) -> str:
    """Return several YAML documents as one text."""
    return "\n---\n".join(record for record in records if record)


def talks(*pairs: str, day: str = "2020-05-10", more: str = "") -> str:
    """Return the YAML of a 谈心谈话 for each pair `张一 李二`."""
    return joined(*(talk(*pair.split(), day=day, more=more) for pair in pairs))


def talk(one: str, two: str, *, day: str, more: str) -> str:
    """Return the YAML of one 谈心谈话."""
    return f"类型: 谈话\n种类: 谈心谈话\n日期: {day}\n谈话人: {{姓名: {one}}}\n谈话对象: {two}\n{more}"


def seats(until: str, since: str) -> str:
    """Return a unit where 王三 leaves the committee after a day and 赵四 joins it on a day."""
    return CHANGED.replace("2020-06-30", until).replace("2020-07-01", since)


COMMITTEE = ("张一 李二", "王三 张一", "李二 王三")
MEMBERS = ("张一 赵四", "钱五 李二", "王三 孙六", "张一 周七")
PEERS = ("赵四 钱五", "孙六 周七")
TALKS = talks(*COMMITTEE, *MEMBERS, *PEERS)


def trained(hours: str, *names: str, day: str = "2020-06-01") -> str:
    """Return the YAML of a 教育培训 of some members."""
    return f"类型: 教育培训\n种类: 业务\n日期: {day}\n学时: {hours}\n参加党员: [{', '.join(names)}]"


TRAINED = joined(trained("56", *NAMES[:3]), trained("32", *NAMES[3:]))


def reported(*names: str, year: int = 2020) -> str:
    """Return the YAML of a 述职 of each person."""
    return joined(*(f"类型: 述职\n述职人: {name}\n年度: {year}" for name in names))


def met(months: str, present: str, more: str = "", year: int = 2020) -> str:
    """Return the YAML of a theme day in each month; `more` says who was on leave or absent."""
    return joined(
        *(
            f"类型: 主题党日\n编号: {year}年{month}月{present[:2]}\n主题: 学习\n"
            f"开始: {year}-{int(month):02}-15 09:00\n出席: {present}\n{more}"
            for month in months.split()
        )
    )


def evening(months: str, more: str) -> str:
    """Return the YAML of a second theme day in each month."""
    return met(months, "其余", more).replace("编号: ", "编号: 晚").replace("09:00", "19:00")


def elected(month: str, present: str) -> str:
    """Return the YAML of an election that leaves 周七 out of 应到."""
    left_out = "{姓名: 周七, 事由: 卧床不起, 上级同意: 是, 大会通过: 是}"
    return (
        f"类型: 会议\n会议类型: 支部党员大会\n编号: 选举{month}\n开始: 2020-{int(month):02}-20 09:00\n"
        f"出席: {present}\n选举: {{应选人数: 3, 选票: {{发出: 6, 收回: 6}}, 不计入应到: [{left_out}]}}"
    )


MISSED = "缺席: [{姓名: 周七}]"
ON_LEAVE = "请假: [{姓名: 周七, 事由: 出差}]"
AWAY = "请假: [{姓名: 周七, 事由: 出差, 至: 2020-02-15}]"
LEFT_OUT = "[张一, 李二, 王三, 赵四, 钱五, 孙六]"

ROWS = (
    Row(
        "F8",
        satisfied=Try(TALKS),
        broken=Try(
            talks(*COMMITTEE[1:], *MEMBERS[1:], *PEERS[1:]),
            ("F8-committee warn 2020", "F8-member warn 2020", "F8-peer warn 2020", "F8-peer warn 2020"),
        ),
        bound=Try(
            joined(talks(*COMMITTEE, day="2020-01-01"), talks(*MEMBERS, *PEERS, day="2020-12-31")),
        ),
        not_applicable=Try(unit=UNIT.replace(FOUNDED, "成立日期: 2020-10-01")),
        overridden=Try(
            talks(*COMMITTEE, *PEERS),
            settings=RULE.format("F8: {支委与党员: 否}"),
        ),
        before=Try(talks(*COMMITTEE, day="2018-12-01"), day="2018-12-31"),
        further=(
            # The first year of the rule.
            Try(
                joined(talks(*COMMITTEE, day="2018-12-01"), talks(*COMMITTEE[1:], *MEMBERS, *PEERS, day="2019-05-10")),
                ("F8-committee warn 2019",),
                day="2019-12-31",
            ),
            Try(talks(*MEMBERS), settings=RULE.format("F8: {支委之间: 否, 党员之间: 否}")),
            # Planned, of another kind, of another year, with a stranger, with oneself: none of these counts.
            Try(
                joined(
                    talks(*COMMITTEE, *MEMBERS[1:], *PEERS),
                    talks("张一 赵四", more="状态: 拟谈"),
                    talks("张一 赵四", day="2021-01-01"),
                    talks("张一 赵四").replace("种类: 谈心谈话", "种类: 提醒谈话"),
                    talks("张一 赵四").replace("{姓名: 张一}", "{姓名: 张一, 单位: 二支部}"),
                    talks("赵四 赵四"),
                ),
                ("F8-member warn 2020",),
            ),
            # Nor one with a name that nobody bears.
            Try(talks(*COMMITTEE, *MEMBERS, PEERS[0], "孙六 赵四", "周七 吴八"), ("F8-peer warn 2020",)),
            # His own unit written out is no other unit.
            Try(TALKS.replace("{姓名: 张一}", "{姓名: 张一, 单位: 一支部}")),
            # Who came in the last quarter or had left by the year's end owes nothing.
            Try(talks(*COMMITTEE, *MEMBERS[:3], PEERS[0], "赵四 孙六"), unit=LATE),
            Try(talks(*COMMITTEE, *MEMBERS[:3], PEERS[0], "赵四 孙六"), unit=GONE),
            # Free of hard requirements, yet owed a talk.
            Try(
                talks(*COMMITTEE, *MEMBERS[:3], *PEERS),
                ("F8-member warn 2020",),
                unit=EXEMPT,
            ),
            # A talk with who was 支委 on its day counts, also when he no longer is.
            Try(
                joined(
                    talks("张一 李二", "张一 赵四", "李二 赵四", "王三 钱五", "李二 孙六", "张一 周七"),
                    talks("张一 王三", "王三 孙六", "周七 钱五", day="2020-08-01"),
                ),
                unit=CHANGED,
            ),
            # 书记 and 副书记 stand in the place of a committee; nobody listed, nobody to talk with.
            Try(talks("张一 李二", *MEMBERS, "李二 孙六", "张一 王三", *PEERS, "王三 赵四"), unit=TWO_POSTS),
            Try(talks(*PEERS, "张一 李二", "李二 王三"), unit=NO_POSTS),
        ),
    ),
    Row(
        "F9",
        satisfied=Try(TRAINED),
        broken=Try(
            joined(trained("55.99", *NAMES[:3]), trained("31.99", *NAMES[3:4]), trained("32", *NAMES[4:])),
            ("F9 warn 2020", *["F9-leaders warn 2020"] * 3),
        ),
        bound=Try(joined(trained("56", *NAMES[:3]), trained("31.9", *NAMES[3:]), trained("0.1", *NAMES[3:]))),
        not_applicable=Try(joined(trained("56", *NAMES[:3]), trained("32", *NAMES[3:6])), unit=EXEMPT),
        overridden=Try(trained("32", *NAMES), settings=RULE.format("F9: {班子学时: 32}")),
        before=Try(trained("1", *NAMES, day="2019-12-01"), day="2019-12-31"),
        further=(
            # The first year of the rule.
            Try(
                joined(trained("56", *NAMES, day="2019-12-01"), trained("56", *NAMES[:3]), trained("32", *NAMES[4:])),
                ("F9 warn 2020",),
            ),
            Try(joined(trained("56", *NAMES[:3]), trained("32", *NAMES[3:6])), unit=LATE),
            Try(joined(trained("56", *NAMES[:3]), trained("32", *NAMES[3:6])), unit=GONE),
            Try(trained("56", *NAMES), unit=NO_POSTS, settings=RULE.format("F9: {学时: 56}")),
            # Founded in the year: owed of who belonged from the first day on.
            Try(
                joined(trained("56", *NAMES[:3]), trained("31", *NAMES[3:])),
                ("F9 warn 2020",) * 4,
                unit=UNIT.replace(FOUNDED, "成立日期: 2020-03-01"),
            ),
        ),
    ),
    Row(
        "F11",
        satisfied=Try(reported("张一", "李二", "王三")),
        broken=Try(reported("李二"), ("F11 warn 2020", "F11-member warn 2020")),
        # Who leaves the committee after the last day and who is seated on it both report.
        bound=Try(reported("张一", "李二"), ("F11-member warn 2020",) * 2, unit=seats("2020-12-31", "2020-12-31")),
        not_applicable=Try(unit=NO_POSTS),
        overridden=Try(reported("李二", "王三"), ("F11 error 2020",), settings=RULE.format("F11: {级别: 错误}")),
        before=Try(reported("钱五", year=2019), day="2019-12-31"),
        further=(
            Try(reported("张一", "李二", "王三", "赵四"), unit=seats("2020-12-31", "2020-12-31")),
            Try(reported("张一", "李二"), unit=seats("2020-12-30", "2021-01-01")),
            Try(reported("张一", "李二", "王三"), ("F11-member warn 2020",), unit=CHANGED),
            # The first year of the rule.
            Try(reported("张一", "李二", "王三", year=2019), ("F11 warn 2020", *["F11-member warn 2020"] * 2)),
            Try(reported("李二"), day="2020-12-30"),
        ),
    ),
    Row(
        "F13",
        satisfied=Try(met("1 2 3 4 5", "其余")),
        broken=Try(met("1 2 3", "其余", MISSED), ("F13 warn 一支部",)),
        bound=Try(joined(met("1 2", "其余", MISSED), met("3", "其余"), met("4 5", "其余", MISSED))),
        not_applicable=Try(met("1 2 3 4 5 6", "其余", MISSED), unit=EXEMPT),
        overridden=Try(
            met("1 2 3 4", "其余", MISSED), ("F13-six warn 一支部",), settings=RULE.format("F13: {处置月数: 4}")
        ),
        before=Try(met("3 4 5 6 7", "其余", MISSED, year=2019), day="2019-12-31"),
        further=(
            # The month in which the rule came into force does not count: these are three.
            Try(met("3 4 5 6 7 8", "其余", MISSED, year=2019), ("F13 warn 一支部",), day="2019-12-31"),
            Try(
                met("5 6 7 8", "其余", MISSED, year=2019),
                ("F13 warn 一支部",),
                settings=RULE.format("F13: {处置月数: 4}"),
                day="2019-12-31",
            ),
            # Named nowhere is absent; a month without any activity neither breaks nor counts; one over a year's end.
            Try(joined(met("11 12", LEFT_OUT, year=2019), met("6", LEFT_OUT)), ("F13 warn 一支部",)),
            Try(met("1 2 3 4 5 6", "其余", MISSED), ("F13-six warn 一支部",)),
            Try(met("1 2 3 4 5", "其余", MISSED), ("F13 warn 一支部",)),
            # A reason, or one activity attended, breaks the run.
            Try(joined(met("1 2 4", "其余", MISSED), met("3", "其余", "缺席: [{姓名: 周七, 事由: 住院}]"))),
            Try(joined(met("1 2 3", "其余", MISSED), met("3", "[周七]", "应到范围: [周七]"))),
            # An activity for which he was on leave does not count: nor does a month of nothing else.
            Try(joined(met("1 2", "其余", MISSED), met("3", "其余", ON_LEAVE))),
            Try(joined(met("1 2 4", "其余", MISSED), met("3", "其余", ON_LEAVE)), ("F13 warn 一支部",)),
            Try(met("1 2 3", "其余", ON_LEAVE)),
            Try(joined(met("1 2 3", "其余", MISSED), evening("3", ON_LEAVE)), ("F13 warn 一支部",)),
            Try(joined(met("1 2 3", "其余", ON_LEAVE), evening("1 2 3", MISSED)), ("F13 warn 一支部",)),
            Try(joined(met("1 2 3 4", "其余", ON_LEAVE), evening("1 2 4", MISSED), evening("3", ""))),
            # A leave of several days covers the activities within it, its own bounds included.
            Try(joined(met("1", "其余", AWAY), met("2 3 4", "其余", MISSED))),
            Try(
                joined(met("1", "其余", AWAY), met("2 3 4 5", "其余", MISSED)),
                ("F13 warn 一支部",),
                settings=RULE.format("F13: {连续月数: 3, 处置月数: 4}"),
            ),
            Try(
                joined(met("1", "其余", AWAY.replace("02-15", "02-14")), met("2 3 4", "其余", MISSED)),
                ("F13 warn 一支部",),
            ),
            # An election that leaves him out of 应到 does not count either; where he came all the same, he was there.
            Try(joined(met("1 2", "其余", MISSED), elected("3", LEFT_OUT))),
            Try(joined(met("1 2 4", "其余", MISSED), elected("3", LEFT_OUT)), ("F13 warn 一支部",)),
            Try(joined(met("1 2 4", "其余", MISSED), elected("3", "其余"))),
            # 无 is no reason, and two runs are two findings.
            Try(
                joined(met("1 2 3 5 6 7", "其余", "缺席: [{姓名: 周七, 事由: 无}]"), met("4", "其余")),
                ("F13 warn 一支部", "F13 warn 一支部"),
            ),
            # A month that lasts does not count, nor does one that begins before the organisation's first.
            Try(met("1 2 3", "其余", MISSED), day="2020-03-30"),
            Try(met("1 2 3", "其余", MISSED), settings="单位: 某公司\n规则: {起始月: 2020-02}"),
        ),
    ),
)
