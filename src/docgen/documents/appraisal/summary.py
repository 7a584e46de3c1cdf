"""Takes a 民主评议 that was held, gives the 民主评议汇总表."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.chinese import date_text
from docgen.documents.appraisal.graded import Graded, graded, meetings
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.meeting.further import row_number
from docgen.documents.meeting.gathering import unit_meeting
from docgen.documents.part import Part
from docgen.house.outline import Align, Column, Fields, Layout, Outline, Rows, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Grade, Meeting
from docgen.model.subject import Subject
from docgen.view import Figure, Text, View, label

PAPER = "汇总表"
UNGRADED = "未评定"


class SummaryRow(View, frozen=True, kw_only=True):
    """One member's grade; the ballots are not shown."""

    number: Figure = label("序号")
    name: str = label("姓名")
    own: Text = label("自评")
    grade: Text = label("支部评定")
    told: Text = label("反馈日期")


class GradeCount(View, frozen=True, kw_only=True):
    """How many got one grade."""

    grade: str = label("等次")
    count: Figure = label("人数")


class AppraisalSummaryView(View, frozen=True, kw_only=True):
    """What a 民主评议汇总表 says."""

    heading: str = label("标题")
    unit: str = label("党支部")
    date: str = label("评议日期")
    due: Figure = label("应参加")
    present: Figure = label("参加")
    full: Figure = label("应评定")
    counts: tuple[GradeCount, ...] = label("等次")
    rows: tuple[SummaryRow, ...] = label("名单")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Fields(
            (
                (("党支部", "{{ 党支部 }}"),),
                (("应参加人数", "{{ 应参加 }}"), ("参加人数", "{{ 参加 }}")),
                (("应评定人数", "{{ 应评定 }}"), ("评议日期", "{{ 评议日期 }}")),
            )
        ),
        Rows(
            "等次",
            "项",
            (
                Column("等次", "{{ 项.等次 }}", 78, Align.CENTER),
                Column("人数", "{{ 项.人数 }}", 78, Align.CENTER),
            ),
        ),
        Rows(
            "名单",
            "人",
            (
                Column("序号", "{{ 人.序号 }}", 14, Align.CENTER),
                Column("姓名", "{{ 人.姓名 }}", 38, Align.CENTER),
                Column("自评", "{{ 人.自评 }}", 30, Align.CENTER),
                Column("支部评定", "{{ 人.支部评定 }}", 34, Align.CENTER),
                Column("反馈日期", "{{ 人.反馈日期 }}", 42, Align.CENTER),
            ),
        ),
    ),
)


def view(ledger: BranchLedger, subject: Subject) -> AppraisalSummaryView:
    """Return the grades of one meeting, counted and by name; a Gap for a 正式党员 of whom nothing is written."""
    entry = record_of(ledger, subject, Meeting)
    attendance, members = ledger.attendance(entry), graded(ledger, entry)
    return AppraisalSummaryView(
        heading=unit_meeting(ledger, entry.model.type) + PAPER,
        unit=ledger.unit.name,
        date=date_text(entry.model.day),
        due=attendance.count(attendance.due),
        present=attendance.count(attendance.present),
        full=_figure(len(members), entry),
        counts=tuple(_counts(entry, members)),
        rows=tuple(_row(ledger, entry, each, index) for index, each in enumerate(members, start=1)),
    )


def _counts(entry: Entry[Meeting], members: Iterable[Graded]) -> Iterator[GradeCount]:
    grades = [appraisal.model.grade if appraisal else None for _, appraisal in members]
    for grade in Grade:
        yield GradeCount(grade=grade, count=_figure(grades.count(grade), entry))
    if None in grades:
        yield GradeCount(grade=UNGRADED, count=_figure(grades.count(None), entry))


def _row(ledger: BranchLedger, entry: Entry[Meeting], of: Graded, index: int) -> SummaryRow:
    member, appraisal = of
    none = Part.of(entry).gap("appraisals")
    return SummaryRow(
        number=row_number(index, entry.id),
        name=ledger.roster.display(member, entry.model.day),
        own=appraisal.text("own") if appraisal else none,
        grade=appraisal.text("grade") if appraisal else none,
        told=appraisal.text("told") if appraisal else none,
    )


def _figure(number: int, entry: Entry[Meeting]) -> Figure:
    return Figure(number, str(number), (entry.id,))


CONTENTS = Contents(
    schema=AppraisalSummaryView,
    papers=(UnitPaper(Scope.RECORD, meetings, view),),
    outline=OUTLINE,
    needs=labels_of(Meeting, "type", "start", "due", "present", "appraisals"),
)
