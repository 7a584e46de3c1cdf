"""The rows of V12–V14: who hosts, what was prepared, how large the committee is."""

from __future__ import annotations

from tests.rules.table import UNIT, Row, Try

GROUPS = UNIT + "党小组: [{名称: 一组, 组长: 李二}]\n"
SIX_MEMBERS = UNIT.replace("  - {姓名: 周七, 转正日期: 2010-07-01}\n", "")
HANDED_OVER = UNIT.replace("职务: 书记}", "职务: 书记, 至: 2020-03-09}").replace(
    "职务: 组织委员}", "职务: 书记, 自: 2020-03-10}"
)
VACANT = UNIT.replace("职务: 书记}", "职务: 副书记}")
RULES = "单位: 某公司\n规则: "
OFFICES = ("书记", "组织委员", "纪检委员", "宣传委员", "副书记", "青年委员", "统战委员", "保密委员")


def hosted(
    host: str, kind: str = "支部党员大会", more: str = "", day: str = "2020-03-10", present: str = "其余"
) -> str:
    """Return the YAML of a meeting with its host."""
    return f"类型: 会议\n会议类型: {kind}\n开始: {day} 09:00\n出席: {present}\n主持人: {host}\n{more}"


def theme_day(more: str) -> str:
    """Return the YAML of a theme day hosted by somebody whom the roster does not know."""
    return f"类型: 主题党日\n主题: 某主题\n开始: 2020-03-10 09:00\n出席: 其余\n主持人: 外人\n{more}"


def important(by: str = "", day: str = "2020-03-10") -> str:
    """Return the YAML of a 支部党员大会 on an important matter, prepared as `by` says."""
    return f"类型: 会议\n会议类型: 支部党员大会\n开始: {day} 09:00\n出席: 其余\n议题: [{{标题: 某事, 重要: 是{by}}}]\n"


def committee(kind: str = "支委会", start: str = "2020-03-09 09:00", held: str = "出席: 其余") -> str:
    """Return the YAML of a meeting that prepared the matter."""
    return f"---\n类型: 会议\n编号: 研究\n会议类型: {kind}\n开始: {start}\n{held}\n"


def seats(*posts: str, members: int = 8, more: str = "") -> str:
    """Return the YAML of a branch with as many 正式党员 and these posts, one for each of them in order."""
    people = "".join(f"  - {{姓名: 党员{n}, 转正日期: 2010-07-01}}\n" for n in range(members))
    held = "".join(f"  - {{姓名: 党员{n}, 职务: {post}}}\n" for n, post in enumerate(posts))
    listed = f"支委:\n{held}" if posts else ""
    return f"名称: 第一党支部\n简称: 一支部\n种类: 党支部\n成立日期: 2015-01-01\n{more}{listed}党员:\n{people}"


MISSPELT = seats(*OFFICES[:3]).replace("党员:\n", "  - {姓名: 党负4, 职务: 青年委员}\n党员:\n")
PREPARED = ", 会前研究: 研究"
ROWS = (
    Row(
        "V12",
        satisfied=Try(hosted("张一") + "---\n" + hosted("张一", "支委会")),
        broken=Try(hosted("李二") + "---\n" + hosted("李二", "支委会"), ("V12 warn 1", "V12 warn 2")),
        bound=Try(hosted("李二", more="主持受托: 是")),
        not_applicable=Try(hosted("李二", "理论学习") + "---\n" + hosted("李二", "组织生活会")),
        overridden=Try(hosted("李二"), ("V12 error 1",), settings=RULES + "{V12: {级别: 错误}}"),
        before=Try(hosted("李二", day="2018-10-27")),
        further=(
            Try(hosted("赵四", more="主持受托: 是"), ("V12-delegate warn 1",)),
            Try(
                hosted("李二", "党小组会", "党小组: 一组\n") + "---\n" + hosted("李二", "党小组会", "党小组: 二组"),
                unit=GROUPS,
            ),
            Try(hosted("张一", "党小组会", "党小组: 一组\n应到范围: [张一]"), ("V12 warn 1",), unit=GROUPS),
            Try(hosted("赵四", "党小组会", "党小组: 一组\n主持受托: 是\n应到范围: [赵四]"), unit=GROUPS),
            Try(hosted("赵四"), unit=VACANT),
            Try(hosted("张一") + "---\n" + hosted("李二"), unit=HANDED_OVER),
            Try(hosted("张一", day="2020-03-11"), ("V12 warn 1",), unit=HANDED_OVER),
            Try(hosted("张三"), ("V12-unknown warn 1",)),
            Try(hosted("外人", more="列席: [{姓名: 外人}]"), ("V12 warn 1",)),
            Try(hosted("外人", "党课", more="列席: [{姓名: 外人}]")),
            Try(hosted("张一", more="记录人: 李二、外人"), ("V12-unknown warn 1",)),
            Try(hosted("张一", present="[李二, 王三]"), ("V12-absent warn 1",)),
            Try(hosted("张一", "支委会", "记录人: 赵四")),
            Try(hosted("李二").replace("出席: 其余\n", "")),
            Try(theme_day(""), ("V12-unknown warn 1",)),
            Try(theme_day("联合单位: [某支部]")),
        ),
    ),
    Row(
        "V13",
        satisfied=Try(important(PREPARED) + committee()),
        broken=Try(important(), ("V13 warn 1",)),
        bound=Try(important(PREPARED) + committee(start="2020-03-10 08:59")),
        not_applicable=Try(important(), unit=SIX_MEMBERS),
        overridden=Try(important(), settings=RULES + "{V13: 否}"),
        before=Try(important(day="2018-10-27")),
        further=(
            Try(important(PREPARED) + committee(start="2020-03-10 09:00"), ("V13-after warn 1",)),
            Try(important(PREPARED) + committee("党小组会"), ("V13-kind warn 1",)),
            Try(important(PREPARED) + committee(held="地点: 待定"), ("V13-plan warn 1",)),
            Try(important(PREPARED)),
            Try(important().replace("出席: 其余\n", "")),
            Try(important().replace("重要: 是", "重要: 否")),
            Try(important(), unit=seats()),
        ),
    ),
    Row(
        "V14",
        satisfied=Try(unit=seats(*OFFICES[:3])),
        broken=Try(unit=seats(*OFFICES[:2]), found=("V14 error 一支部",)),
        bound=Try(unit=seats(*OFFICES[:5], members=7)),
        not_applicable=Try(unit=seats("书记", "副书记", members=6)),
        overridden=Try(unit=seats(*OFFICES[:2]), settings=RULES + "{V14: {级别: 警告}}", found=("V14 warn 一支部",)),
        before=Try(unit=seats("书记"), day="2018-10-27"),
        further=(
            Try(unit=seats(), found=("V14-none warn 一支部",)),
            Try(unit=seats(members=6)),
            Try(unit=seats(*OFFICES[:6]), found=("V14-large info 一支部",)),
            Try(unit=seats(*OFFICES[:7]), found=("V14-large info 一支部",)),
            Try(unit=seats(*OFFICES[:8]), found=("V14-many warn 一支部",)),
            Try(unit=seats("书记兼组织委员", "党支部副书记", members=6)),
            Try(unit=seats("书记", "副书记", "副书记", members=6), found=("V14-post warn 一支部",)),
            Try(unit=seats("书记", more="撤销日期: 2020-12-31\n")),
            Try(unit=seats("书记").replace("2015-01-01", "2021-01-01")),
            Try(unit=seats("书记", "组织委员", members=0)),
            Try(unit=seats("书记").replace("种类: 党支部", "种类: 党总支")),
            Try(unit=MISSPELT, found=("V14-unknown warn 一支部",)),
            Try(unit=MISSPELT.replace("职务: 青年委员", "至: 2018-10-27, 职务: 青年委员")),
            Try(
                unit=MISSPELT.replace("职务: 青年委员", "至: 2018-10-28, 职务: 青年委员"),
                found=("V14-unknown warn 一支部",),
            ),
            Try(unit=MISSPELT, day="2018-10-27"),
            Try(unit=MISSPELT.replace("种类: 党支部", "种类: 党总支")),
            Try(unit=MISSPELT[: MISSPELT.index("党员:\n")]),
        ),
    ),
)
