"""The rows of X15, X16 and X21: 发展党员, 前置研究 and 组织生活会."""

from __future__ import annotations

from tests.rules.table import UNIT, Never, Row, Try

CANDIDATE = "类型: 发展党员\n编号: 发展\n姓名: 钟甲子\n"
APPLIED = "递交入党申请书: 2017-03-01"
ACTIVIST = "确定入党积极分子: 2018-01-10"
OBJECT = "确定发展对象: 2019-01-10"
ADMITTED = "接收预备党员大会: 2019-06-12"
CONFIRMED = "转正大会: 2020-06-12"


def candidate(stage: str, *steps: str) -> str:
    """Return the YAML of a record of 发展党员."""
    return f"{CANDIDATE}阶段: {stage}\n步骤: {{{', '.join(steps)}}}\n"


MEETING = "类型: 会议\n编号: 会\n会议类型: {type}\n开始: 2020-05-10 09:00\n出席: 其余\n---\n"
COMMITTEE = MEETING.format(type="支委会")
GROUP = MEETING.format(type="党小组会").replace("出席", "党小组: 一组\n出席")
PLAN = COMMITTEE.replace("出席: 其余\n", "")


def study(more: str = "意见: 同意\n会议: 会\n", *, before: str = COMMITTEE, on: str = "2020-05-10") -> str:
    """Return the YAML of a study before a decision, and of its meeting."""
    return f"{before}类型: 前置研究\n编号: 研究\n事项: 预算\n日期: {on}\n{more}"


PARTY = UNIT.replace("种类: 党支部", "种类: 党委")
ENTITY = UNIT + "独立法人: 是\n"
PREPARED = "会前: {学习: 自学, 谈心谈话: 完成, 征求意见: 无}\n"
MENDED = "查摆问题: [{姓名: 张一, 问题: 会多, 整改措施: 合并, 责任人: 张一, 期限: 2021-03-31}]\n"


def life(more: str, *, kind: str = "组织生活会", came: str = "出席: 其余\n", day: str = "2020-12-22") -> str:
    """Return the YAML of an 组织生活会."""
    return f"类型: 会议\n编号: 会\n会议类型: {kind}\n开始: {day} 09:00\n{came}{more}"


LATE_TALK = candidate("入党申请人", "递交入党申请书: 2020-01-06", "党组织派人谈话: 2020-02-07")
AMENDED = "意见: 修改后同意\n会议: 会\n"

ROWS = (
    Row(
        "X15",
        satisfied=Try(candidate("正式党员", APPLIED, ACTIVIST, OBJECT, ADMITTED, CONFIRMED)),
        broken=Try(candidate("入党积极分子", ACTIVIST, OBJECT), ("X15 error 发展",)),
        # first and last day count: the last day of the year is early enough
        bound=Try(candidate("正式党员", ADMITTED, CONFIRMED.replace("06-12", "06-11"))),
        not_applicable=Try(candidate("入党申请人", APPLIED)),
        overridden=Try(
            candidate("发展对象", ACTIVIST, OBJECT),
            ("X15-interval error 发展",),
            settings="单位: 某公司\n规则: {X15: {考察月数: 18}}",
        ),
        before=Never("与记录一起施行"),
        further=(
            Try(candidate("正式党员", ADMITTED, CONFIRMED.replace("06-12", "06-10")), ("X15-interval error 发展",)),
            Try(candidate("发展对象", ACTIVIST, OBJECT.replace("01-10", "01-08")), ("X15-interval error 发展",)),
            Try(candidate("发展对象", ACTIVIST), ("X15-step warn 发展",)),
            Try(CANDIDATE + "阶段: 入党申请人\n", ("X15-step warn 发展",)),
            Try(LATE_TALK, ("X15-talk warn 发展",)),
            Try(LATE_TALK.replace("02-07", "02-06")),
            Try(
                candidate("发展对象", OBJECT, "确定入党介绍人: 2019-06-03", "政治审查: 2019-05-20"),
                ("X15-order warn 发展",),
            ),
            # a day that lies ahead is a plan
            Try(candidate("预备党员", ADMITTED, "转正大会: 2021-06-12")),
        ),
    ),
    Row(
        "X16",
        satisfied=Try(study()),
        broken=Try(study("方式: 前置研究讨论\n意见: 同意\n会议: 会\n"), ("X16 warn 研究",)),
        bound=Try(study(on="2020-05-11")),
        not_applicable=Try(COMMITTEE),
        overridden=Try(
            study("方式: 前置研究讨论\n意见: 同意\n会议: 会\n"),
            ("X16 error 研究",),
            settings="单位: 某公司\n规则: {X16: {级别: 错误}}",
        ),
        before=Try(study("方式: 前置研究讨论\n", before="", on="2019-12-29")),
        further=(
            Try(study("方式: 集体研究把关\n意见: 同意\n会议: 会\n"), ("X16 warn 研究",)),
            Try(study("方式: 集体研究把关\n意见: 同意\n会议: 会\n"), unit=ENTITY),
            Try(study("方式: 参与决策\n意见: 同意\n会议: 会\n")),
            Try(study(before=MEETING.format(type="党委会")), unit=PARTY),
            Try(study(), ("X16-meeting warn 研究",), unit=PARTY),
            Try(study(before=GROUP), ("X16-meeting warn 研究",)),
            Try(study("意见: 同意\n"), ("X16-unheld warn 研究",)),
            Try(study(on="2020-05-09"), ("X16-later error 研究",)),
            Try(study(before=PLAN), ("X16-later error 研究",)),
            Try(study(AMENDED), ("X16-amended warn 研究",)),
            Try(study(AMENDED + "修改意见: 减半\n")),
            Try(study("会议: 会\n董事会结果: 通过\n"), ("X16-opinion warn 研究",)),
        ),
    ),
    Row(
        "X21",
        satisfied=Try(life(PREPARED + MENDED)),
        broken=Try(life(PREPARED + MENDED.replace(", 责任人: 张一", "")), ("X21 warn 会",)),
        bound=Try(life(PREPARED)),
        not_applicable=Try(life("", kind="支部党员大会")),
        overridden=Try(
            life(PREPARED + MENDED.replace(", 责任人: 张一", "")),
            ("X21 error 会",),
            settings="单位: 某公司\n规则: {X21: {级别: 错误}}",
        ),
        before=Try(life(MENDED, day="2018-10-27")),
        further=(
            Try(life(MENDED), ("X21-preparation warn 会",)),
            Try(life(PREPARED.replace(", 征求意见: 无", "") + MENDED), ("X21-preparation warn 会",)),
            Try(life(PREPARED + "查摆问题: [{姓名: 张一, 问题: 会多}, {姓名: 李二, 问题: 晚}]"), ("X21 warn 会",) * 2),
            Try(life("", came="")),
        ),
    ),
)
