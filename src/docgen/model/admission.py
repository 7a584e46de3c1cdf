"""Takes nothing, gives how far somebody has come on the way to membership."""

from datetime import date
from enum import StrEnum

from docgen.model.base import Day, Line, Model, Person, RecordId, RecordModel, Several, label, needed


class CandidateStage(StrEnum):
    """The stages of admission, in order."""

    APPLICANT = "入党申请人"
    ACTIVIST = "入党积极分子"
    OBJECT = "发展对象"
    PROBATIONARY = "预备党员"
    FULL = "正式党员"


class AdmissionSteps(Model):
    """The days of the 25 steps, in order (中国共产党发展党员工作细则)."""

    applied: Day | None = label("递交入党申请书")
    first_talk: Day | None = label("党组织派人谈话")
    activist_named: Day | None = label("确定入党积极分子")
    activist_filed: Day | None = label("积极分子备案")
    contacts_named: Day | None = label("指定培养联系人")
    trained: Day | None = label("培养教育考察")
    object_named: Day | None = label("确定发展对象")
    object_filed: Day | None = label("发展对象备案")
    introducers_named: Day | None = label("确定入党介绍人")
    vetted: Day | None = label("政治审查")
    course: Day | None = label("集中培训")
    committee_examined: Day | None = label("支委会审查")
    superior_pre_examined: Day | None = label("上级党委预审")
    form_filled: Day | None = label("填写入党志愿书")
    admitted_by_meeting: Day | None = label("接收预备党员大会")
    superior_talk: Day | None = label("上级党委派人谈话")
    admission_approved: Day | None = label("上级党委审批接收")
    reported_higher: Day | None = label("再上一级组织部门备案")
    placed: Day | None = label("编入党支部和党小组")
    oath: Day | None = label("入党宣誓")
    further_trained: Day | None = label("继续教育考察")
    confirmation_applied: Day | None = label("提出转正申请")
    confirmed_by_meeting: Day | None = label("转正大会")
    confirmation_approved: Day | None = label("上级党委审批转正")
    archived: Day | None = label("材料归档")

    @property
    def latest(self) -> date | None:
        """The latest day among the steps, None where none is dated."""
        days = (getattr(self, name) for name in type(self).model_fields)
        return max((day for day in days if day), default=None)


class Candidate(RecordModel):
    """发展党员: progress and votes only; the regulated archive is not made."""

    name: Line = needed("姓名")
    stage: CandidateStage = needed("阶段")
    steps: AdmissionSteps | None = label("步骤", "已完成各步骤的日期")
    contacts: Several[Person] | None = label("培养联系人")
    votes: Several[RecordId] | None = label("票决", "表决此事的支部党员大会的编号；票数取自该会议")

    @property
    def day(self) -> date | None:
        """The day of the latest step, None where none is dated."""
        return self.steps.latest if self.steps else None

    @property
    def title(self) -> str:
        """The name."""
        return self.name
