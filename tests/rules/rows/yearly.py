"""The rows of F10 and F12: the five monthly items, and the term of office."""

from __future__ import annotations

from tests.rules.table import UNIT, Never, Row, Try

DECEMBER = "单位: 某公司\n五个一: {起始月: 2020-12, 截止月: 2020-12}"
ITEMS = (
    "类型: 会议\n会议类型: 理论学习\n开始: 2020-12-01 09:00\n出席: 其余\n议题: [{标题: 学习, 第一议题: 是}]",
    "类型: 主题党日\n主题: 学习\n开始: 2020-12-31 09:00\n出席: 其余",
    "类型: 制度修订\n名称: 办法\n审核人: 张一\n发布日期: 2020-12-20",
    "类型: 办实事\n困难或问题: 停车难\n单位: 一班\n提出日期: 2020-12-02\n结果: 已解决",
    "类型: 宣传稿\n标题: 开会了\n日期: 2020-12-03\n渠道: [网站]",
)


def joined(*records: str) -> str:
    """Return several YAML documents as one text."""
    return "\n---\n".join(records)


def term(elected: str = "2018-12-31", more: str = "", unit: str = UNIT) -> str:
    """Return a unit whose committee was elected on a day."""
    return f"{unit}换届: {{当选日期: {elected}{more}}}\n"


def changed(expiry: str, more: str = "") -> str:
    """Return the YAML of a record of 换届."""
    return f"类型: 换届\n编号: 换届\n届满日期: {expiry}\n{more}"


OFFICE = UNIT.replace("种类: 党支部", "种类: 机关党委")

ROWS = (
    Row(
        "F10",
        satisfied=Try(joined(*ITEMS), settings=DECEMBER),
        broken=Try(joined(*ITEMS[:2], *ITEMS[3:]), ("F10 warn 2020-12",), settings=DECEMBER),
        bound=Try(
            joined(*ITEMS), ("F10 warn 2020-11",) * 5, settings=DECEMBER.replace("始月: 2020-12", "始月: 2020-11")
        ),
        not_applicable=Try(joined(*ITEMS[1:])),
        overridden=Try(joined(*ITEMS[1:]), ("F10 error 2020-12",), settings=DECEMBER + "\n规则: {F10: {级别: 错误}}"),
        before=Never("源自本单位的要求，没有施行日期"),
        further=(
            # Claimed without its evidence.
            Try(joined(*ITEMS[:4], ITEMS[4].replace("渠道: [网站]", "")), ("F10 warn 2020-12",), settings=DECEMBER),
            Try(joined(*ITEMS[1:]), settings=DECEMBER, unit=UNIT.replace("2015-01-01", "2020-12-02")),
            Try(joined(*ITEMS[1:]), settings=DECEMBER, day="2020-12-30"),
            Try(joined(*ITEMS), settings=DECEMBER, day="2021-12-31"),
        ),
    ),
    Row(
        "F12",
        satisfied=Try(unit=term(), day="2021-06-29"),
        broken=Try(unit=term(), found=("F12 error 2021",), day="2021-12-31"),
        bound=Try(unit=term(), found=("F12-soon warn 一支部",), day="2021-12-30"),
        not_applicable=Try(unit=UNIT, day="2021-12-31"),
        overridden=Try(
            unit=term(),
            found=("F12-soon warn 一支部",),
            settings="单位: 某公司\n规则: {F12: {提醒月数: 12}}",
            day="2020-12-31",
        ),
        before=Try(unit=term("2015-05-01"), day="2018-10-27"),
        further=(
            Try(unit=term(), found=("F12-soon warn 一支部",), day="2021-06-30"),
            # What expired before the rule or the organisation began is still expired; it is found in the day's year.
            Try(unit=term("2015-05-01"), found=("F12 error 2018",), day="2018-10-28"),
            Try(unit=term("2015-05-01"), found=("F12 error 2021",), day="2021-12-31"),
            Try(
                unit=term("2015-05-01"),
                found=("F12 error 2020",),
                settings="单位: 某公司\n规则: {起始月: 2020-03}",
            ),
            # A leap day, a term of its own length, a unit that is no branch.
            Try(unit=term("2016-02-29"), found=("F12-soon warn 一支部",), day="2019-02-27"),
            Try(unit=term("2016-02-29"), found=("F12 error 2019",), day="2019-02-28"),
            Try(unit=term("2018-12-31", ", 任期: 5", OFFICE), day="2021-12-31"),
            Try(unit=term("2018-12-31", ", 任期: 5", OFFICE), found=("F12 error 2023",), day="2023-12-31"),
            Try(unit=term("2018-12-31", ", 任期: 99999"), day="2021-12-31"),
            # An approved extension, and one that runs out.
            Try(unit=term("2018-12-31", ", 延期批准: 某〔2021〕1号"), day="2022-06-29"),
            Try(
                unit=term("2018-12-31", ", 延期批准: 某〔2021〕1号"),
                found=("F12-soon warn 一支部",),
                day="2022-06-30",
            ),
            Try(
                unit=term("2018-12-31", ", 延期批准: 某〔2021〕1号"),
                found=("F12-extended warn 2022",),
                day="2022-12-31",
            ),
            # An extension of the term before: a later election by a record, or a day before this term's election.
            Try(
                changed("2018-12-31", "选举日期: 2018-12-20"),
                ("F12 error 2021",),
                unit=term("2015-12-20", ", 延期批准: 某〔2018〕1号"),
                day="2021-12-20",
            ),
            Try(
                changed("2018-12-31", "选举日期: 2018-12-20"),
                ("F12-extended warn 2022",),
                unit=term("2018-12-20", ", 延期批准: 某〔2021〕1号"),
                day="2022-12-20",
            ),
            Try(unit=term(more=", 延期批准: 2018-12-30"), found=("F12 error 2021",), day="2021-12-31"),
            Try(unit=term(more=", 延期批准: 2018-12-31"), day="2021-12-31"),
            Try(
                unit=term(more=", 延期批准: 某〔2018〕1号（2018年11月2日）"),
                found=("F12 error 2021",),
                day="2021-12-31",
            ),
            Try(unit=term(more=", 延期批准: 2018/12/1申请，2021/12/1批准"), day="2021-12-31"),
            Try(unit=term(more=", 延期批准: 2018年13月1日"), day="2021-12-31"),
            # A term is told where it was written last: in the unit's file, where a record says the same day.
            Try(
                changed("2018-12-31", "选举日期: 2018-12-31"),
                ("F12-soon warn 一支部",),
                unit=term(),
                day="2021-12-30",
            ),
            # Without 换届 in the unit's file the records tell of the term, which lasts the usual years.
            Try(changed("2018-12-31", "选举日期: 2018-12-20"), day="2021-06-19"),
            Try(changed("2018-12-31", "选举日期: 2018-12-20"), ("F12-soon warn 换届",), day="2021-12-19"),
            Try(changed("2018-12-31", "选举日期: 2018-12-20"), ("F12 error 2021",), day="2021-12-20"),
            # An extension beyond the calendar.
            Try(unit=term("9999-06-01", ", 任期: 0, 延期批准: 某〔2021〕1号"), day="2021-12-31"),
            # Records: an election held, one to come, a term that ends before its years.
            Try(changed("2021-12-31", "选举日期: 2021-12-20"), unit=term(), day="2021-12-31"),
            Try(changed("2021-12-31"), ("F12 error 2021",), unit=term(), day="2021-12-31"),
            Try(changed("2021-12-31", "选举日期: 2022-01-20"), ("F12 error 2021",), unit=term(), day="2021-12-31"),
            Try(changed("2020-12-31"), ("F12-soon warn 换届",), unit=term("2019-06-01"), day="2020-12-30"),
            Try(changed("2020-12-31"), ("F12 error 2020",), day="2020-12-31"),
            Try(changed("2018-12-31"), unit=term(), day="2020-12-31"),
            # Dissolved: nobody is left to elect.
            Try(unit=term(unit=UNIT + "撤销日期: 2021-06-01\n"), day="2021-12-31"),
        ),
    ),
)
