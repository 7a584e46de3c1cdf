"""Takes one member's part of a 民主评议, gives the 民主评议登记表."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import date_text
from docgen.documents.appraisal.graded import Graded, appraisals, graded
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.part import Part
from docgen.errors import UsageError
from docgen.house.outline import Fields, Hands, Layout, Outline, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import label_of
from docgen.model.meeting import Meeting
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.unit import Member, Unit
from docgen.view import Text, View, label

HEADING = "{year}年度民主评议党员登记表"


class AppraisalFormView(View, frozen=True, kw_only=True):
    """What a 民主评议登记表 says; a grade is shown, the ballots behind it are not."""

    heading: str = label("标题")
    unit: str = label("党支部")
    name: str = label("姓名")
    sex: Text = label("性别")
    ethnicity: Text = label("民族")
    born: Text = label("出生年月")
    education: Text = label("学历")
    job: Text = label("岗位")
    joined: Text = label("入党日期")
    confirmed: Text = label("转正日期")
    meeting: str = label("评议日期")
    own: Text = label("自评")
    grade: Text = label("支部评定")
    told: Text = label("反馈日期")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Fields(
            (
                (("姓名", "{{ 姓名 }}"), ("性别", "{{ 性别 }}")),
                (("民族", "{{ 民族 }}"), ("出生年月", "{{ 出生年月 }}")),
                (("学历", "{{ 学历 }}"), ("岗位", "{{ 岗位 }}")),
                (("入党日期", "{{ 入党日期 }}"), ("转正日期", "{{ 转正日期 }}")),
                (("党支部", "{{ 党支部 }}"),),
                (("评议日期", "{{ 评议日期 }}"), ("自评", "{{ 自评 }}")),
                (("支部评定", "{{ 支部评定 }}"), ("反馈日期", "{{ 反馈日期 }}")),
            )
        ),
        Hands((("本人签名", ""), ("支部书记签名", ""))),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the 正式党员 of each 民主评议 of a period that was held."""
    for entry in appraisals(ledger, period, held=True):
        for member, _ in graded(ledger, entry):
            yield Subject(entry.unit, record=entry.id, item=ledger.roster.display(member, entry.model.day))


def view(ledger: BranchLedger, subject: Subject) -> AppraisalFormView:
    """Return the form of one member."""
    entry = record_of(ledger, subject, Meeting)
    member, appraisal = _graded(ledger, entry, subject)
    person, none = _person(ledger, member), Part.of(entry).gap("appraisals")
    return AppraisalFormView(
        heading=HEADING.format(year=entry.model.day.year),
        unit=ledger.unit.name,
        name=subject.item,
        sex=person.text("sex"),
        ethnicity=person.text("ethnicity"),
        born=person.text("born"),
        education=person.text("education"),
        job=person.text("job"),
        joined=person.text("joined"),
        confirmed=person.text("confirmed"),
        meeting=date_text(entry.model.day),
        own=appraisal.text("own") if appraisal else none,
        grade=appraisal.text("grade") if appraisal else none,
        told=appraisal.text("told") if appraisal else none,
    )


def _graded(ledger: BranchLedger, entry: Entry[Meeting], subject: Subject) -> Graded:
    for member, appraisal in graded(ledger, entry):
        if ledger.roster.display(member, entry.model.day) == subject.item:
            return member, appraisal
    raise UsageError("item-unknown", {"value": subject.item, "subject": entry.id})


def _person(ledger: BranchLedger, member: Member) -> Part[Member]:
    """Return the member with the place of his entry in the unit's file; who stands in 支委 alone has the file's own."""
    at = next((index for index, each in enumerate(ledger.unit.members) if each is member), None)
    path = () if at is None else (label_of(Unit, "members"), at)
    return Part(member, ledger.unit_source, path)


CONTENTS = Contents(
    schema=AppraisalFormView,
    papers=(UnitPaper(Scope.ITEM, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(Meeting, "type", "start", "present", "appraisals"),
)
