"""The row of X8: how many are graded 优秀, who is graded, and whether everybody was told."""

from __future__ import annotations

from tests.rules.table import UNIT, Row, Try

PEOPLE = ("张一", "李二", "王三", "赵四", "钱五", "孙六", "周七")
ON_PROBATION = UNIT + "  - {姓名: 吴八, 入党日期: 2020-06-01}\n"


def appraised(
    excellent: int,
    *,
    day: str = "2020-12-20",
    present: str = "其余",
    grade: str = "支部评定: 合格",
    told: str = "2020-12-25",
    more: str = "",
) -> str:
    """Return the YAML of a 民主评议 at which the first of the people were graded 优秀 and the others otherwise."""
    grades = ["支部评定: 优秀"] * excellent + [grade] * (len(PEOPLE) - excellent)
    rows = [f"  - {{姓名: {name}, {each}, 反馈日期: {told}}}" for name, each in zip(PEOPLE, grades, strict=True)]
    head = f"类型: 会议\n会议类型: 民主评议\n编号: 评议\n开始: {day} 09:00\n出席: {present}\n测评:"
    return "\n".join([head, *rows, more]).replace(", 反馈日期: }", "}")


ROWS = (
    Row(
        "X8",
        satisfied=Try(appraised(2)),
        broken=Try(appraised(3), ("X8 warn 评议",)),
        bound=Try(appraised(2, present="[张一, 李二, 王三, 赵四, 钱五, 孙六]")),
        not_applicable=Try(appraised(3).replace("出席: 其余\n", "")),
        overridden=Try(appraised(3), settings="单位: 某公司\n规则: {X8: {比例分子: 2, 比例分母: 4}}"),
        before=Try(appraised(3, day="2018-10-27"), day="2018-12-31"),
        further=(
            Try(appraised(2, present="[张一, 李二, 王三, 赵四, 钱五]"), ("X8 warn 评议",)),
            Try(
                appraised(2, present="[张一, 李二, 王三, 赵四, 钱五]"),
                settings="单位: 某公司\n规则: {X8: {基数: 正式党员}}",
            ),
            Try(
                appraised(2, present="[张一, 李二]").replace(
                    "测评:", "应到范围: [张一, 李二, 王三, 赵四, 钱五]\n测评:"
                ),
                ("X8 warn 评议",),
                settings="单位: 某公司\n规则: {X8: {基数: 应评人数}}",
            ),
            # a 预备党员 is in no base, and graded 优秀 is wrong once, not twice
            Try(appraised(2, more="  - {姓名: 吴八, 自评: 合格, 票数: {合格: 7}}"), unit=ON_PROBATION),
            Try(
                appraised(2, more="  - {姓名: 吴八, 支部评定: 优秀, 反馈日期: 2020-12-25}"),
                ("X8-probationary error 评议",),
                unit=ON_PROBATION,
            ),
            Try(
                appraised(2, more="  - {姓名: 吴八, 支部评定: 优秀, 反馈日期: 2020-12-25}"),
                unit=ON_PROBATION.replace("入党日期: 2020-06-01", "转正日期: 2020-12-20"),
                settings="单位: 某公司\n规则: {X8: {比例分子: 1, 比例分母: 2}}",
            ),
            Try(appraised(0, told="", grade="自评: 合格")),
            Try(appraised(1, told="", grade="自评: 合格"), ("X8-told warn 评议",)),
            # it may follow the meeting, on the next day at the earliest
            Try(appraised(1, told="", grade="自评: 合格"), day="2020-12-19"),
            Try(appraised(1, told="", grade="自评: 合格"), day="2020-12-20"),
            Try(appraised(1, told="", grade="自评: 合格"), ("X8-told warn 评议",), day="2020-12-21"),
            Try(
                appraised(3, more="  - {姓名: 吴八, 支部评定: 合格}"),
                ("X8 info 评议", "X8-probationary info 评议", "X8-told info 评议"),
                unit=ON_PROBATION,
                settings="单位: 某公司\n规则: {X8: {级别: 提示}}",
            ),
        ),
    ),
)
