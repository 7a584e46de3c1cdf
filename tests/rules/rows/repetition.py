"""The row of X3: no record has the words of another."""

from __future__ import annotations

from tests.rules.table import Never, Row, Try

LONG = (
    "这一季度一共走访了六个班组，收到意见十一条，已经答复九条，余下的两条要等设备到货以后再办，办完当天告诉提意见的同志"
)
FIFTY = "一二三四五六七八九十" * 5
HOURS = "一二三四"
SECOND = "名称: 第二党支部\n简称: 二支部\n种类: 党支部\n党员: [{姓名: 郑九, 转正日期: 2010-07-01}]"


def speech(number: str, words: str, *lines: str, day: str = "2020-03-12") -> str:
    """Return the YAML of a meeting at which somebody said something; each number has its own hour."""
    item = f"议题: [{{标题: 甲, 发言: [{{姓名: 张一, 内容: {words}}}]}}]"
    head = f"类型: 会议\n会议类型: 支委会\n编号: {number}\n开始: {day} {10 + HOURS.index(number)}:00\n出席: 其余"
    return "\n".join([head, item, *lines])


def news(number: str, words: str, *lines: str) -> str:
    """Return the YAML of a piece of news."""
    return "\n".join([f"类型: 宣传稿\n编号: {number}\n标题: 甲\n日期: 2020-03-20\n正文: {words}", *lines])


def talk(number: str, words: str, *lines: str, day: str = "2020-03-01") -> str:
    """Return the YAML of a talk, which is confidential."""
    head = f"类型: 谈话\n编号: {number}\n种类: 谈心谈话\n日期: {day}\n谈话人: {{姓名: 张一}}\n谈话对象: 李二"
    return "\n".join([head, f"内容: {words}", *lines])


def all_of(*records: str) -> str:
    """Return records in one file."""
    return "\n---\n".join(records)


ROWS = (
    Row(
        "X3",
        satisfied=Try(all_of(speech("一", LONG), speech("二", LONG.replace("六个", "七个")))),
        broken=Try(all_of(speech("一", LONG), speech("二", LONG, day="2020-04-12")), ("X3 warn 二",)),
        bound=Try(
            all_of(speech("一", FIFTY), speech("二", FIFTY), speech("三", f"{FIFTY}一"), speech("四", f"{FIFTY}一")),
            ("X3 warn 四",),
        ),
        not_applicable=Try(
            all_of(
                speech("一", "甲").replace("标题: 甲", f"标题: {LONG}, 材料: [{{标题: {LONG}, 出处: {LONG}}}]"),
                speech("二", "乙").replace("标题: 甲", f"标题: {LONG}, 材料: [{{标题: {LONG}, 出处: {LONG}}}]"),
            )
        ),
        overridden=Try(
            all_of(speech("一", "一二三四"), speech("二", "一二三四"), speech("三", "一二三"), speech("四", "一二三")),
            ("X3 warn 二",),
            settings="单位: 某公司\n规则: {X3: {字数: 3}}",
        ),
        before=Never("惯例，没有施行日期"),
        further=(
            # blanks and punctuation do not make it another text
            Try(all_of(speech("一", LONG), speech("二", LONG.replace("，", "； "))), ("X3 warn 二",)),
            # the earliest is the model, whatever the order of the files
            Try(all_of(speech("一", LONG, day="2020-05-12"), speech("二", LONG)), ("X3 warn 一",)),
            Try(all_of(speech("一", LONG), speech("二", LONG), news("三", LONG)), ("X3 warn 二", "X3 warn 三")),
            # a record that cites the other is about the same matter
            Try(all_of(speech("一", LONG), news("二", LONG, "来源: [一]"))),
            Try(all_of(speech("一", LONG), news("二", LONG, "来源: [一支部/一]"), speech("三", LONG)), ("X3 warn 三",)),
            # within one record words may come again, as 纪要 and 决议 do
            Try(speech("一", LONG).replace("发言:", f"决议: {LONG}, 纪要: {{决定: {LONG}}}, 发言:")),
            Try(
                all_of(speech("一", LONG), news("二", f"{LONG}\n导语: {LONG}")),
                ("X3 warn 二",),
            ),
            # across units
            Try(speech("一", LONG), ("X3 warn 二支部/二",), others={SECOND: speech("二", LONG, day="2020-06-01")}),
            Try(speech("一", LONG), others={SECOND: news("二", LONG, "来源: [一支部/一]")}),
            # a file that was copied is told by X4, once
            Try(all_of(speech("一", LONG), speech("一", LONG).replace("编号: 一", "编号: 一 - 副本"))),
            Try(
                speech("一", LONG),
                ("X3 warn 二支部/二",),
                others={SECOND: speech("一", LONG).replace("编号: 一", "编号: 二")},
            ),
            # what stands in a confidential record and in another is told at the other, whichever was earlier
            Try(all_of(talk("谈", LONG), speech("一", LONG)), ("X3 warn 一",)),
            Try(all_of(speech("一", LONG), talk("谈", LONG, day="2020-06-01")), ("X3 warn 一",)),
            Try(all_of(talk("谈", LONG), speech("一", LONG), news("二", LONG)), ("X3 warn 一", "X3 warn 二")),
            Try(all_of(talk("谈", LONG), talk("谈二", LONG), speech("一", LONG)), ("X3 warn 一", "X3 warn 谈二")),
            Try(all_of(talk("谈", LONG), news("二", LONG, "来源: [谈]"))),
            Try(speech("一", LONG), ("X3 warn 一",), others={SECOND: talk("谈", LONG)}),
            # plans say nothing
            Try(all_of(speech("一", LONG), speech("二", LONG).replace("出席: 其余\n", ""))),
            # only signs is no text
            Try(all_of(speech("一", "……"), speech("二", "……")), settings="单位: 某公司\n规则: {X3: {字数: 0}}"),
        ),
    ),
)
