"""Takes a held meeting, gives the 会议记录: the internal record with every speech and vote."""

from __future__ import annotations

from pathlib import PurePath

from docgen.documents.catalogue import kind_named
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.meeting.agenda import ItemView, item_views, titles
from docgen.documents.meeting.election import election_lines
from docgen.documents.meeting.further import (
    FURTHER,
    AppraisalRow,
    CriticismRow,
    ShortcomingRow,
    appraisal_rows,
    criticism_rows,
    row_number,
    shortcoming_rows,
)
from docgen.documents.meeting.gathering import (
    CountsView,
    LeaveRow,
    closed,
    counts,
    guest_names,
    heading,
    held_meetings,
    leave_rows,
    nth,
    present_names,
    when,
    with_post,
)
from docgen.documents.part import LIST_COMMA, Part
from docgen.house.outline import (
    Align,
    Ballot,
    Column,
    For,
    Hands,
    Heading,
    If,
    Layout,
    Line,
    Outline,
    Paragraph,
    Rows,
    Speeches,
    Title,
)
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Meeting
from docgen.model.privacy import CRITICISMS, SPEECHES
from docgen.model.subject import Subject
from docgen.view import Figure, Text, View, label


class TaskRow(View, frozen=True, kw_only=True):
    """A task that came out of the meeting."""

    number: Figure = label("序号")
    matter: Text = label("事项")
    responsible: Text = label("责任人")
    deadline: Text = label("期限")
    state: str = label("状态")


class MeetingRecordView(View, frozen=True, kw_only=True):
    """What a 会议记录 says."""

    heading: str = label("标题")
    nth: str = label("次")
    time: Text = label("时间")
    place: Text = label("地点")
    mode: str = label("方式")
    host: Text = label("主持人")
    recorder: Text = label("记录人")
    counts: CountsView = label("人数")
    present: str = label("出席名单")
    leaves: tuple[LeaveRow, ...] = label("请假缺席")
    guests: str = label("列席名单")
    lecturer: str = label("主讲人")
    topic: str = label("题目")
    theme: str = label("主题")
    hours: str = label("学时")
    outline: tuple[str, ...] = label("提纲")
    agenda: tuple[str, ...] = label("议程")
    preparation: tuple[str, ...] = label("会前准备")
    items: tuple[ItemView, ...] = label("议题")
    shortcomings: tuple[ShortcomingRow, ...] = label("查摆问题")
    criticisms: tuple[CriticismRow, ...] = label("批评")
    appraisals: tuple[AppraisalRow, ...] = label("测评")
    tasks: tuple[TaskRow, ...] = label("任务")
    closed: Text = label("散会")
    host_name: Text = label("主持人姓名")
    election: tuple[Text, ...] = label("选举")
    attachments: str = label("附件")


OUTLINE = Outline(
    Layout.RECORD,
    (
        Title("{{ 标题 }}", "（{{ 次 }}）"),
        Line("时间", "{{ 时间 }}"),
        Line("地点", "{{ 地点 }}"),
        Line("方式", "{{ 方式 }}"),
        Line("主持人", "{{ 主持人 }}"),
        Line("记录人", "{{ 记录人 }}"),
        Line("主讲人", "{{ 主讲人 }}"),
        Line("题目", "{{ 题目 }}"),
        Line("主题", "{{ 主题 }}"),
        Line("学时", "{{ 学时 }}"),
        Line("应到", "{{ 人数.应到 }}人{% if 人数.分列 %}，其中正式党员{{ 人数.正式应到 }}人、预备党员{{ 人数.预备应到 }}人；"
             "有表决权{{ 人数.有表决权应到 }}人{% endif %}"),
        Line("实到", "{{ 人数.实到 }}人{% if 人数.分列 %}，其中正式党员{{ 人数.正式实到 }}人、预备党员{{ 人数.预备实到 }}人；"
             "有表决权{{ 人数.有表决权实到 }}人{% endif %}"),
        Line("出席", "{{ 出席名单 }}"),
        For("人", "请假缺席", (Line("{{ 人.类别 }}", "{{ 人.姓名 }}（{{ 人.事由 }}{% if 人.批准人 %}，{{ 人.批准人 }}批准{% endif %}）"),)),
        Line("列席", "{{ 列席名单 }}"),
        If("提纲", (Heading("提纲", 1), Paragraph(each="提纲"))),
        If("会前准备", (Heading("会前准备", 1), Paragraph(each="会前准备"))),
        If("议程", (Heading("议程", 1), Paragraph(each="议程"))),
        For("项", "议题", (
            Heading("{{ 项.序 }}{{ 项.标题 }}", 1),
            If("项.材料", (Line("学习材料", "{{ 项.材料 }}", inner=True),)),
            If("项.汇报人", (Line("汇报人", "{{ 项.汇报人 }}", inner=True),)),
            Speeches("项.发言"),
            Ballot("项.表决"),
            If("项.决议", (Line("决议", "{{ 项.决议 }}", inner=True),)),
        )),
        *FURTHER,
        If("任务", (
            Heading("任务", 1),
            Rows("任务", "务", (
                Column("序号", "{{ 务.序号 }}", 12, Align.CENTER),
                Column("事项", "{{ 务.事项 }}", 71),
                Column("责任人", "{{ 务.责任人 }}", 20, Align.CENTER),
                Column("期限", "{{ 务.期限 }}", 37, Align.CENTER),
                Column("状态", "{{ 务.状态 }}", 16, Align.CENTER),
            )),
        )),
        Line("附件", "{{ 附件 }}", keep=True),
        Line("散会", "{{ 散会 }}", keep=True),
        Hands((("主持人（签名）", "{{ 主持人姓名 }}"), ("记录人（签名）", "{{ 记录人 }}"))),
    ),
)  # fmt: skip


KIND = kind_named("meeting-record")
PREPARATION = (("study", "学习：{}"), ("talks", "谈心谈话：{}"), ("opinions", "征求意见：{}"))


def view(ledger: BranchLedger, subject: Subject) -> MeetingRecordView:
    """Return the record of one held meeting."""
    entry = record_of(ledger, subject, Meeting)
    meeting, part = entry.model, Part.of(entry)
    return MeetingRecordView(
        heading=heading(ledger, entry, KIND.label),
        nth=nth(ledger, entry),
        time=when(entry),
        place=part.text("place"),
        mode=meeting.mode,
        host=with_post(ledger, entry, "host"),
        recorder=part.text("recorder"),
        counts=counts(ledger, entry),
        present=present_names(ledger, entry),
        leaves=leave_rows(entry),
        guests=guest_names(entry),
        lecturer=part.optional("lecturer"),
        topic=part.optional("topic"),
        theme=part.optional("theme"),
        hours=part.optional("hours"),
        outline=meeting.outline,
        agenda=titles(entry),
        preparation=_preparation(part),
        items=item_views(ledger, entry),
        shortcomings=shortcoming_rows(entry),
        criticisms=criticism_rows(entry),
        appraisals=appraisal_rows(entry),
        election=election_lines(ledger, entry),
        tasks=_tasks(entry),
        closed=closed(entry),
        host_name=part.text("host"),
        attachments=LIST_COMMA.join(PurePath(name).stem for name in meeting.attachments),
    )


def _preparation(part: Part[Meeting]) -> tuple[str, ...]:
    below = part.below("preparation")
    if below is None:
        return ()
    return tuple(form.format(below.optional(name)) for name, form in PREPARATION if below.has(name))


def _tasks(entry: Entry[Meeting]) -> tuple[TaskRow, ...]:
    return tuple(
        TaskRow(
            number=row_number(index, entry.id),
            matter=part.optional("matter"),
            responsible=part.text("responsible"),
            deadline=part.text("deadline"),
            state=part.optional("state"),
        )
        for index, part in enumerate(Part.of(entry).each("tasks"), start=1)
    )


CONTENTS = Contents(
    schema=MeetingRecordView,
    papers=(UnitPaper(Scope.RECORD, held_meetings, view),),
    outline=OUTLINE,
    shows=(SPEECHES, CRITICISMS),
    needs=labels_of(
        Meeting,
        "type",
        "group",
        "start",
        "end",
        "mode",
        "place",
        "host",
        "recorder",
        "due",
        "present",
        "on_leave",
        "absent",
        "guests",
        "hours",
        "lecturer",
        "topic",
        "theme",
        "outline",
        "agenda",
        "preparation",
        "shortcomings",
        "criticisms",
        "appraisals",
        "election",
        "tasks",
        "attachments",
    ),
)
