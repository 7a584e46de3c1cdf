"""Takes an 组织生活会, gives the 组织生活会情况报告 to the superior unit."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import date_text, heading_number
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.meeting.agenda import titles
from docgen.documents.meeting.gathering import when, with_post
from docgen.documents.organisation_life.issues import subjects
from docgen.documents.part import Part
from docgen.house.outline import Addressee, For, Heading, If, Layout, Outline, Paragraph, Signature, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Meeting, Preparation, Shortcoming
from docgen.model.subject import Subject
from docgen.model.tasks import TaskState
from docgen.view import Figure, Text, View, label

HEADING = "关于{meeting}情况的报告"


class IssueView(View, frozen=True, kw_only=True):
    """One problem in running text, and how it is mended."""

    number: str = label("序")
    name: Text = label("姓名")
    problem: Text = label("问题")
    cause: Text = label("原因")
    remedy: Text = label("整改措施")
    responsible: Text = label("责任人")
    deadline: Text = label("期限")
    state: Text = label("状态")


class StateCount(View, frozen=True, kw_only=True):
    """How many problems stand in one state."""

    state: str = label("状态")
    count: Figure = label("个数")


class LifeMeetingReportView(View, frozen=True, kw_only=True):
    """What a 组织生活会情况报告 says."""

    heading: str = label("标题")
    addressee: str = label("主送")
    study: Text = label("学习")
    talks: Text = label("谈心谈话")
    opinions: Text = label("征求意见")
    time: Text = label("时间")
    place: Text = label("地点")
    host: Text = label("主持人")
    due: Figure = label("应到")
    present: Figure = label("实到")
    on_leave: Figure = label("请假")
    absent: Figure = label("缺席")
    agenda: tuple[Text, ...] = label("议题")
    found: Figure = label("问题数")
    people: Figure = label("涉及数")
    criticisms: Figure = label("批评数")
    issues: tuple[IssueView, ...] = label("查摆问题")
    none: Text = label("问题缺项")
    states: tuple[StateCount, ...] = label("整改情况")
    signer: str = label("署名")
    date: str = label("成文日期")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        Title("{{ 标题 }}"),
        Addressee("{{ 主送 }}"),
        Heading("一、会前准备", 1),
        Paragraph("学习：{{ 学习 }}"),
        Paragraph("谈心谈话：{{ 谈心谈话 }}"),
        Paragraph("征求意见：{{ 征求意见 }}"),
        Heading("二、会议召开", 1),
        Paragraph("时间：{{ 时间 }}"),
        Paragraph("地点：{{ 地点 }}"),
        Paragraph("主持人：{{ 主持人 }}"),
        Paragraph("应到{{ 应到 }}人，实到{{ 实到 }}人，请假{{ 请假 }}人，缺席{{ 缺席 }}人。"),
        If("议题", (Paragraph("会议议题："), Paragraph(each="议题"))),
        Heading("三、查摆问题和开展批评", 1),
        Paragraph(
            "共查摆问题{{ 问题数 }}个，涉及{{ 涉及数 }}个班子或个人；相互批评意见{{ 批评数 }}条。",
        ),
        For("条", "查摆问题", (Paragraph("{{ 条.序 }}{{ 条.姓名 }}：{{ 条.问题 }}原因：{{ 条.原因 }}"),)),
        If("问题缺项", (Paragraph("{{ 问题缺项 }}"),)),
        If(
            "查摆问题",
            (
                Heading("四、整改", 1),
                Paragraph(
                    "查摆的问题中{% for 项 in 整改情况 %}{{ 项.状态 }}{{ 项.个数 }}个"
                    "{% if not loop.last %}，{% endif %}{% endfor %}。"
                ),
                For(
                    "条",
                    "查摆问题",
                    (
                        Paragraph(
                            "{{ 条.序 }}{{ 条.整改措施 }}责任人：{{ 条.责任人 }}；期限：{{ 条.期限 }}；状态：{{ 条.状态 }}。"
                        ),
                    ),
                ),
            ),
        ),
        Signature("{{ 署名 }}", "{{ 成文日期 }}"),
    ),
)


def view(ledger: BranchLedger, subject: Subject) -> LifeMeetingReportView:
    """Return the report of one meeting, dated by its day; it counts criticisms and repeats none."""
    entry = record_of(ledger, subject, Meeting)
    meeting, part, attendance = entry.model, Part.of(entry), ledger.attendance(entry)
    names = {each.name for each in meeting.shortcomings}
    return LifeMeetingReportView(
        heading=HEADING.format(meeting=meeting.title),
        addressee=ledger.unit.superior or "",
        **_preparation(part),
        time=when(entry),
        place=part.text("place"),
        host=with_post(ledger, entry, "host"),
        due=attendance.count(attendance.due),
        present=attendance.count(attendance.present),
        on_leave=attendance.count(attendance.on_leave),
        absent=attendance.count(attendance.absent),
        agenda=titles(entry),
        found=_figure(len(meeting.shortcomings), entry),
        people=_figure(len(names), entry),
        criticisms=_figure(len(meeting.criticisms), entry),
        issues=tuple(_issue(each, index) for index, each in enumerate(part.each("shortcomings"), start=1)),
        none="" if meeting.shortcomings else part.gap("shortcomings"),
        states=tuple(_states(entry)),
        signer=ledger.unit.name,
        date=date_text((meeting.end or meeting.start).date()),
    )


def _preparation(part: Part[Meeting]) -> dict[str, Text]:
    prepared = part.below("preparation") or Part(
        Preparation(), part.source, (*part.path, part.gap("preparation").label)
    )
    return {name: prepared.text(name) for name in ("study", "talks", "opinions")}


def _issue(part: Part[Shortcoming], index: int) -> IssueView:
    return IssueView(
        number=heading_number(3, index),
        name=part.said("name"),
        problem=part.said("problem"),
        cause=part.text("cause"),
        remedy=part.text("remedy"),
        responsible=part.text("responsible"),
        deadline=part.text("deadline"),
        state=part.said("state"),
    )


def _states(entry: Entry[Meeting]) -> Iterator[StateCount]:
    for state in TaskState:
        count = sum(each.state is state for each in entry.model.shortcomings)
        if count:
            yield StateCount(state=state, count=_figure(count, entry))


def _figure(number: int, entry: Entry[Meeting]) -> Figure:
    return Figure(number, str(number), (entry.id,))


CONTENTS = Contents(
    schema=LifeMeetingReportView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(
        Meeting,
        "type",
        "theme",
        "preparation",
        "start",
        "end",
        "place",
        "host",
        "due",
        "present",
        "on_leave",
        "absent",
        "agenda",
        "shortcomings",
        "criticisms",
    ),
)
