"""Takes nothing, gives the meeting: one class for all kinds of meetings that a unit holds."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from docgen.model.base import (
    Day,
    FileName,
    Hours,
    Line,
    Model,
    Moment,
    Person,
    RecordId,
    RecordModel,
    Several,
    Truth,
    Word,
    label,
    needed,
)
from docgen.model.dispatch import Dispatch, Sending
from docgen.model.document_number import DocumentNumber, MinutesNumber
from docgen.model.organisation_life import Appraisal, Ballots, Criticism, Grade, Preparation, Shortcoming
from docgen.model.tasks import Task, TaskState
from docgen.model.votes import (
    Ballot,
    CandidateVotes,
    ElectionOf,
    ElectionVote,
    Matter,
    NotCounted,
    Verdict,
    Vote,
    WrittenOpinions,
)

__all__ = [
    "REST",
    "Absence",
    "AgendaItem",
    "Appraisal",
    "Attendance",
    "Ballot",
    "Ballots",
    "CandidateVotes",
    "Criticism",
    "ElectionOf",
    "ElectionVote",
    "Gathering",
    "Grade",
    "Guest",
    "Leave",
    "Material",
    "Matter",
    "Meeting",
    "MeetingType",
    "Mode",
    "NotCounted",
    "Preparation",
    "Shortcoming",
    "Speech",
    "Summary",
    "Task",
    "TaskState",
    "Verdict",
    "Vote",
    "WrittenOpinions",
]

REST = "其余"


class MeetingType(StrEnum):
    """What kind of meeting it was; decides who is due."""

    GENERAL = "支部党员大会"
    COMMITTEE = "支委会"
    GROUP = "党小组会"
    LECTURE = "党课"
    ORGANISATION_LIFE = "组织生活会"
    APPRAISAL = "民主评议"
    STUDY = "理论学习"
    PARTY_COMMITTEE = "党委会"
    OTHER = "其他会议"


class Mode(StrEnum):
    """How people met."""

    ON_SITE = "现场"
    VIDEO = "视频"
    WRITTEN = "文字"


class Leave(Model):
    """Who asked for leave, why, and who approved; a leave of several days has its span."""

    name: Person = needed("姓名")
    reason: Line | None = label("事由")
    approver: Line | None = label("批准人")
    since: Day | None = label("自")
    until: Day | None = label("至")


class Absence(Model):
    """Who was absent without leave."""

    name: Person = needed("姓名")
    reason: Line | None = label("事由")


class Guest(Model):
    """Who sat in without being a member of the meeting."""

    name: Line = needed("姓名")
    post: Line | None = label("职务")


class Material(Model):
    """A text that was studied."""

    title: Line = needed("标题")
    source: Line | None = label("出处")


class Speech(Model):
    """What one person said; only the 记录 ever shows it."""

    name: Line = needed("姓名")
    words: Line = needed("内容")
    dissent: Truth = label("不同意见", default=False)


class Summary(Model):
    """The words of the 纪要 on one item; it says no others."""

    heard: Line | None = label("听取")
    held: Line | None = label("认为")
    pointed_out: Line | None = label("指出")
    decided: Line | None = label("决定")
    required: Line | None = label("要求")


class AgendaItem(Model):
    """One item of the agenda."""

    title: Line = needed("标题")
    first: Truth = label("第一议题", default=False)
    important: Truth = label("重要", default=False)
    prepared_by: RecordId | None = label("会前研究", "会前研究此事的支委会")
    reporter: Line | None = label("汇报人")
    materials: Several[Material] = label("材料", default=())
    speeches: Several[Speech] = label("发言", default=())
    summary: Summary | None = label("纪要")
    resolution: Line | None = label("决议", "只写议定的文字")
    resolution_number: DocumentNumber | None = label("文号", "决议的文号；不写则不印")
    sending: Sending | None = label("决议发文", "决议印发时才写")
    vote: Vote | None = label("表决")


Attendance = Annotated[tuple[Person, ...], Word(REST, (REST,))]


class Gathering(RecordModel):
    """What a meeting and a theme day share: when, where, who."""

    serial: MinutesNumber | None = label("文号", "纪要的编号；不写则不印")
    place: Line | None = label("地点")
    host: Line | None = label("主持人")
    host_delegated: Truth = label("主持受托", "受书记委托主持", default=False)
    recorder: Line | None = label("记录人")
    due: Several[Person] | None = label("应到范围", "不按会议类型确定应到人员时逐一写明")
    present: Attendance | None = label("出席", "姓名列表，或“其余”；不写表示计划")
    on_leave: Several[Leave] = label("请假", default=())
    absent: Several[Absence] = label("缺席", default=())
    guests: Several[Guest] | None = label("列席")
    hours: Hours | None = label("学时")
    attachments: Several[FileName] = label("附件", default=())
    start: Moment = needed("开始")
    end: Moment | None = label("结束")
    notice_requirements: Several[Line] = label("要求", "通知中的要求", default=())
    contact: Line | None = label("联系人")
    notice_day: Day | None = label("通知日期")
    dispatch: Dispatch | None = label("发文", "会议通知、主题党日方案印发时才写")

    @property
    def day(self) -> date:
        """The day on which it began."""
        return self.start.date()

    @property
    def held(self) -> bool:
        """Whether it took place: a record without 出席 is a plan."""
        return self.present is not None


class Meeting(Gathering):
    """One meeting of a unit."""

    type: MeetingType = needed("会议类型")
    group: Line | None = label("党小组", "党小组会所属的党小组")
    mode: Mode = label("方式", default=Mode.ON_SITE)
    agenda: Several[AgendaItem] = label("议题", default=())
    tasks: Several[Task] = label("任务", default=())
    lecturer: Line | None = label("主讲人")
    topic: Line | None = label("题目")
    outline: Several[Line] = label("提纲", default=())
    theme: Line | None = label("主题")
    preparation: Preparation | None = label("会前")
    shortcomings: Several[Shortcoming] = label("查摆问题", default=())
    criticisms: Several[Criticism] = label("批评", default=())
    appraisals: Several[Appraisal] = label("测评", default=())
    election: ElectionVote | None = label("选举")
    copies_to: Several[Line] = label("抄送", default=())
    issued: Day | None = label("印发", "印发日期；写了才有版记")

    @property
    def title(self) -> str:
        """The kind of meeting, with its topic where it has one."""
        return self.topic or self.theme or self.type
