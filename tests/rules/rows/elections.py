"""The rows of V7–V11: elections."""

from __future__ import annotations

from tests.rules.table import UNIT, Row, Try

FIVE = "[张一, 李二, 王三, 赵四, 钱五]"
SIX = "[张一, 李二, 王三, 赵四, 钱五, 孙六]"
EIGHT = "[张一, 李二, 王三, 赵四, 钱五, 孙六, 周七, 某8]"
TEN = UNIT + "".join(f"  - {{姓名: 某{number}, 转正日期: 2010-07-01}}\n" for number in (8, 9, 10))
NAMESAKES = UNIT.replace("姓名: 赵四", "编号: 1, 姓名: 赵四").replace("姓名: 钱五", "编号: 2, 姓名: 赵四")
NUMBERED = UNIT.replace("姓名: 赵四", "编号: 1, 姓名: 赵四")
LATER = "备注: 计划"
STUDYING = "外出学习半年以上，应转走组织关系而没有转走"
RULES = "单位: 某公司\n规则: "
CANDIDATES = "张一, 李二, 王三, 赵四"


def election(
    *results: str,
    of: str = "委员",
    seats: int = 3,
    candidates: str = CANDIDATES,
    ballot: str = "发出: 7, 收回: 7, 有效: 7",
    more: str = "",
    present: str = "其余",
    day: str = "2020-09-18",
    kind: str = "支部党员大会",
) -> str:
    """Return the YAML of a meeting with an election; a result is `姓名 票数`, with 当选 behind it where elected."""
    rows = [each.split() for each in results]
    got = ", ".join(f"{{姓名: {row[0]}, 票数: {row[1]}, 当选: {'是' if row[2:] else '否'}}}" for row in rows)
    return (
        f"类型: 会议\n会议类型: {kind}\n开始: {day} 09:00\n出席: {present}\n选举: {{选举对象: {of}, 应选人数: {seats}, "
        f"候选人: [{candidates}], 选票: {{{ballot}}}, 得票: [{got}]{more}}}\n"
    )


def left_out(reason: str = STUDYING, consent: str = "上级同意: 是, 大会通过: 是") -> str:
    """Return the YAML of 周七 being left out of 应到."""
    return f", 不计入应到: [{{姓名: 周七, 事由: {reason}, {consent}}}]"


WON = ("张一 7 当选", "李二 6 当选", "王三 5 当选", "赵四 3")
QUORUM = Row(
    "V7",
    satisfied=Try(election(present=SIX)),
    broken=Try(election(present=FIVE), ("V7 error 1",)),
    bound=Try(election(present=EIGHT), unit=TEN),
    not_applicable=Try(election(of="书记", kind="支委会", present="[张一]")),
    overridden=Try(election(present=FIVE), ("V7 warn 1",), settings=RULES + "{V7: {级别: 警告}}"),
    before=Try(election(present=FIVE, day="2020-07-12")),
    further=(
        Try(election(present=FIVE, day="2020-07-13"), ("V7 error 1",)),
        Try(election(present=FIVE, more=left_out())),
        Try(election(present=FIVE, more=left_out("出差")), ("V7 error 1",)),
        Try(election(present=FIVE, more=left_out(consent="上级同意: 是")), ("V7 error 1",)),
        Try(election(present=FIVE).replace("出席: " + FIVE, LATER)),
        Try(election() + "应到范围: [张一, 李二, 王三]", ("V7 error 1",)),
        Try(election(present=SIX) + "应到范围: [张一, 李二, 王三]"),
    ),
)
BALLOTS = (
    Row(
        "V8",
        satisfied=Try(election(seats=3)),
        broken=Try(election(seats=4), ("V8 error 1",)),
        bound=Try(
            election(seats=5, candidates="一, 二, 三, 四, 五, 六")
            + "---\n"
            + election(seats=7, candidates="一, 二, 三, 四, 五, 六, 七, 八"),
            ("V8 error 2",),
        ),
        not_applicable=Try(election(of="书记", seats=1, candidates="张一")),
        overridden=Try(election(seats=4), ("V8 info 1",), settings=RULES + "{V8: {级别: 提示}}"),
        before=Try(election(seats=4, day="2020-07-12")),
        further=(
            Try(election(candidates="张一, 张一, 李二, 王三"), ("V8 error 1",)),
            Try(election(*WON, candidates="")),
            Try(
                election(candidates="张一（1）, 李二, 王三, 赵四")
                + "---\n"
                + election(candidates="张一, 张一（1）, 李二, 王三"),
                ("V8 error 2",),
                unit=UNIT.replace("姓名: 张一, 转", "编号: 1, 姓名: 张一, 转"),
            ),
            Try(election(more=", 监票人: [赵四（1）]"), ("V8-scrutineer error 1",), unit=NUMBERED),
            Try(election(more=", 监票人: [赵四]"), unit=NAMESAKES),
            Try(election(candidates="某甲, 张一, 李二, 王三", more=", 监票人: [某甲]")),
            Try(
                election(candidates="某甲（9）, 张一, 李二, 王三", more=", 监票人: [某甲（9）]"),
                ("V8-scrutineer error 1",),
            ),
            Try(election(more=", 监票人: [赵四（1）]"), unit=NAMESAKES),
            Try(
                election(candidates="赵四（2）, 张一, 李二, 王三", more=", 监票人: [赵四（2）]"),
                ("V8-scrutineer error 1",),
                unit=NAMESAKES,
            ),
            Try(election(candidates="赵四（2）, 张一, 李二, 王三", more=", 监票人: [赵四（1）]"), unit=NAMESAKES),
            Try(election(more=", 监票人: [钱五, 赵四]"), ("V8-scrutineer error 1",)),
            Try(election(of="书记", candidates="张一", more=", 监票人: [张一]"), ("V8-scrutineer error 1",)),
            Try(election(more=", 计票人: [赵四]")),
        ),
    ),
    Row(
        "V9",
        satisfied=Try(election(*WON, ballot="发出: 7, 收回: 7, 有效: 7")),
        broken=Try(election(*WON, ballot="发出: 6, 收回: 7"), ("V9 error 1",)),
        bound=Try(election(*WON, ballot="发出: 7, 收回: 8, 有效: 7"), ("V9 error 1",)),
        not_applicable=Try(election(ballot="发出: 6, 收回: 7").replace("出席: 其余", LATER)),
        overridden=Try(election(ballot="发出: 6, 收回: 7"), ("V9 warn 1",), settings=RULES + "{V9: {级别: 警告}}"),
        before=Try(election(ballot="发出: 6, 收回: 7", day="2020-07-12")),
        further=(
            Try(election(ballot="发出: 7, 收回: 6, 有效: 7"), ("V9-valid error 1",)),
            Try(election(ballot="发出: 8, 收回: 7"), ("V9-given error 1",)),
            Try(election(ballot="发出: 8, 收回: 7", of="书记", kind="支委会")),
            Try(election("张一 7", "李二 6", ballot="发出: 7, 收回: 7, 有效: 6"), ("V9-votes error 1",)),
            Try(election("张一 7", "李二 7", seats=2)),
            Try(election("张一 7", "李二 7", "王三 1", seats=2), ("V9-total error 1",)),
        ),
    ),
)
RESULTS = (
    Row(
        "V10",
        satisfied=Try(election(*WON)),
        broken=Try(election("张一 3 当选"), ("V10 error 1",)),
        bound=Try(election("张一 3 当选", present=SIX) + "---\n" + election("张一 4 当选"), ("V10 error 1",)),
        not_applicable=Try(election("张一 2 当选", of="书记", kind="支委会")),
        overridden=Try(
            election("张一 3 当选", present=FIVE),
            ("V10-against warn 1",),
            settings=RULES + "{V10: {选举计票基数: 应到}}",
        ),
        before=Try(election("张一 3 当选", day="2020-07-12")),
        further=(
            Try(election("张一 3 当选", present=FIVE), ("V10-bases warn 1",)),
            Try(election("张一 3", present=FIVE), ("V10-against warn 1",)),
            Try(
                election("张一 3", present=FIVE), ("V10-bases warn 1",), settings=RULES + "{V10: {选举计票基数: 应到}}"
            ),
            Try(election("张一 3", "李二 5 当选", seats=1, present=FIVE)),
            Try(election("张一 3 当选", present=FIVE, more=left_out()), ("V10-bases warn 1",)),
            Try(election("张一 4 当选", "李二 3", present=SIX, more=left_out())),
            Try(election(*WON[:3], "赵四 4 当选"), ("V10-seats error 1",)),
            Try(election("张一 5 当选", "李二 6", seats=1), ("V10-order error 1",)),
            Try(election("张一 5 当选", "李二 5", seats=1)),
            Try(election("张一 5 当选", "李二 4", seats=2), ("V10-left warn 1",)),
            Try(election("张一 3 当选"), ("V10 info 1",), settings=RULES + "{V10: {级别: 提示}}"),
        ),
    ),
    Row(
        "V11",
        satisfied=Try(election(present=SIX, more=left_out())),
        broken=Try(election(present=SIX, more=left_out("出差")), ("V11 error 1",)),
        bound=Try(
            election(present=SIX, more=left_out("外出学习半年"))
            + "---\n"
            + election(present=SIX, more=left_out("外出学习不满半年")),
            ("V11 error 2",),
        ),
        not_applicable=Try(election(more=left_out("出差")).replace("出席: 其余", LATER)),
        overridden=Try(
            election(present=SIX, more=left_out("出差")), ("V11 warn 1",), settings=RULES + "{V11: {级别: 警告}}"
        ),
        before=Try(election(present=SIX, more=left_out("出差"), day="2020-07-12")),
        further=(
            Try(election(present=SIX, more=left_out("外出学习")), ("V11 error 1",)),
            Try(election(present=SIX, more=left_out("工作忙，两年没有休假")), ("V11 error 1",)),
            Try(election(present=SIX, more=left_out("外出务工10个月"))),
            Try(election(present=SIX, more=left_out(consent="大会通过: 是")), ("V11-approved error 1",)),
            Try(election(present=SIX, more=left_out(consent="上级同意: 是")), ("V11-passed error 1",)),
            Try(election(more=left_out()), ("V11-present error 1",)),
            Try(election(present="[周七]", more=left_out()) + "应到范围: [张一]", ("V11-present error 1",)),
            Try(election(present=SIX, more=left_out().replace(f"事由: {STUDYING}, ", "")), ("V11-missing error 1",)),
        ),
    ),
)
ROWS = (QUORUM, *BALLOTS, *RESULTS)
