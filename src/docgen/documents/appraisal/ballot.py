"""Takes a 民主评议, held or planned, gives the 民主评议测评票: a blank ballot for the hand."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import date_text
from docgen.documents.appraisal.graded import appraisals, graded
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.meeting.further import row_number
from docgen.documents.meeting.gathering import unit_meeting
from docgen.house.outline import Align, Column, Layout, Outline, Paragraph, Rows, Title
from docgen.ledger import BranchLedger
from docgen.model.meeting import Meeting
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Figure, View, label

PAPER = "测评票"


class BallotRow(View, frozen=True, kw_only=True):
    """One member to be graded."""

    number: Figure = label("序号")
    name: str = label("姓名")


class AppraisalBallotView(View, frozen=True, kw_only=True):
    """What a 民主评议测评票 says; it names no voter."""

    heading: str = label("标题")
    date: str = label("日期")
    rows: tuple[BallotRow, ...] = label("名单")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}", "（{{ 日期 }}）"),
        Rows(
            "名单",
            "人",
            (
                Column("序号", "{{ 人.序号 }}", 14, Align.CENTER),
                Column("姓名", "{{ 人.姓名 }}", 38, Align.CENTER),
                Column("优秀", "", 26),
                Column("合格", "", 26),
                Column("基本合格", "", 26),
                Column("不合格", "", 26),
            ),
            blank_height=9,
        ),
        Paragraph("填票说明：1. 对每名党员只在一个等次下画“○”，多选、不选的，该名党员的测评无效。"),
        Paragraph("2. 本票不署名。预备党员不评定等次，不列入本票。"),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the 民主评议 of a period, held or planned."""
    yield from (Subject(entry.unit, record=entry.id) for entry in appraisals(ledger, period))


def view(ledger: BranchLedger, subject: Subject) -> AppraisalBallotView:
    """Return the ballot of one meeting: a row for each 正式党员 of that day's roster."""
    entry = record_of(ledger, subject, Meeting)
    day = entry.model.day
    rows = (
        BallotRow(number=row_number(index, entry.id), name=ledger.roster.display(member, day))
        for index, (member, _) in enumerate(graded(ledger, entry), start=1)
    )
    return AppraisalBallotView(
        heading=unit_meeting(ledger, entry.model.type) + PAPER, date=date_text(day), rows=tuple(rows)
    )


CONTENTS = Contents(
    schema=AppraisalBallotView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(Meeting, "type", "start"),
)
