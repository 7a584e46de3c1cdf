"""Takes nothing, gives acts of governance: the change of a committee and the study before a decision."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from docgen.model.base import Day, Line, Model, Person, RecordId, RecordModel, Several, label, needed
from docgen.model.unit import Unit, UnitType


class Reminder(Model):
    """When somebody was reminded of the coming election."""

    day: Day = needed("日期")
    words: Line | None = label("内容")


class Filing(Model):
    """What was handed to the superior unit, and its reply."""

    day: Day | None = label("日期")
    serial: Line | None = label("文号")
    answered: Day | None = label("批复日期")
    answer_serial: Line | None = label("批复文号")


class Elected(Model):
    """Who was elected to what."""

    name: Person = needed("姓名")
    post: Line | None = label("职务")


class Election(RecordModel):
    """换届: the end of a committee's term, and what came of it."""

    sums_up: ClassVar[bool] = True

    term: Line | None = label("届次")
    expiry: Day = needed("届满日期")
    reminders: Several[Reminder] | None = label("提醒")
    request: Filing | None = label("报批")
    elected_on: Day | None = label("选举日期")
    meeting: RecordId | None = label("会议", "选举大会的编号；选票取自该会议")
    result: Several[Elected] | None = label("结果")
    filing: Filing | None = label("备案")

    @property
    def day(self) -> date:
        """The day of the election, else the day on which the term ends."""
        return self.elected_on or self.expiry

    @property
    def title(self) -> str:
        """The term, or the year in which it ends."""
        return self.term or f"{self.expiry.year}"


class StudyForm(StrEnum):
    """In what way a party body takes part in a decision; which one is the unit's affair (国企条例第十三条、第十五条)."""

    BEFOREHAND = "前置研究讨论"
    GATEKEEPING = "集体研究把关"
    TAKING_PART = "参与决策"


COMMITTEES = frozenset({UnitType.PARTY_COMMITTEE, UnitType.OFFICE_COMMITTEE, UnitType.SECOND_COMMITTEE})


def study_form(unit: Unit) -> StudyForm:
    """Return in what way a unit takes part: a 党委 studies first, a branch of a legal entity without one keeps the gate."""
    if unit.type in COMMITTEES:
        return StudyForm.BEFOREHAND
    return StudyForm.GATEKEEPING if unit.legal_entity else StudyForm.TAKING_PART


class PreStudyOpinion(StrEnum):
    """What a study before the decision came to."""

    AGREED = "同意"
    REFUSED = "不同意"
    AMENDED = "修改后同意"


class PreStudy(RecordModel):
    """前置研究: the party's study of a matter before the board decides."""

    matter: Line = needed("事项")
    on: Day = needed("日期")
    category: Line | None = label("类别")
    form: StudyForm | None = label("方式", "不写时按单位的种类确定")
    opinion: PreStudyOpinion | None = label("意见")
    amendments: Line | None = label("修改意见")
    meeting: RecordId | None = label("会议", "研究此事的会议的编号")
    board_result: Line | None = label("董事会结果")

    @property
    def day(self) -> date:
        """The day of the study."""
        return self.on

    @property
    def title(self) -> str:
        """The matter."""
        return self.matter
