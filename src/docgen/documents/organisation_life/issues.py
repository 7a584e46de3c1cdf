"""Takes an 组织生活会, gives the 组织生活会问题清单."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import moment_text
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.meeting.further import ShortcomingRow, shortcoming_rows
from docgen.documents.meeting.gathering import heading
from docgen.documents.part import Part
from docgen.house.outline import Align, Column, Fields, If, Layout, Outline, Paragraph, Rows, Title
from docgen.ledger import BranchLedger
from docgen.model.meeting import Meeting, MeetingType
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Text, View, label

PAPER = "问题清单"


class LifeMeetingIssuesView(View, frozen=True, kw_only=True):
    """What a 组织生活会问题清单 says."""

    heading: str = label("标题")
    unit: str = label("单位名称")
    time: str = label("会议时间")
    rows: tuple[ShortcomingRow, ...] = label("查摆问题")
    none: Text = label("问题缺项")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Fields(((("单位名称", "{{ 单位名称 }}"), ("会议时间", "{{ 会议时间 }}")),)),
        Rows(
            "查摆问题",
            "条",
            (
                Column("序号", "{{ 条.序号 }}", 12, Align.CENTER),
                Column("姓名", "{{ 条.姓名 }}", 20, Align.CENTER),
                Column("问题", "{{ 条.问题 }}", 45),
                Column("原因", "{{ 条.原因 }}", 45),
                Column("整改措施", "{{ 条.整改措施 }}", 50),
                Column("责任人", "{{ 条.责任人 }}", 20, Align.CENTER),
                Column("期限", "{{ 条.期限 }}", 38, Align.CENTER),
                Column("状态", "{{ 条.状态 }}", 15, Align.CENTER),
            ),
        ),
        If("问题缺项", (Paragraph("{{ 问题缺项 }}"),)),
    ),
    landscape=True,
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the 组织生活会 of a period that were held."""
    for entry in ledger.of(Meeting, period, held=True, type=MeetingType.ORGANISATION_LIFE):
        yield Subject(entry.unit, record=entry.id)


def view(ledger: BranchLedger, subject: Subject) -> LifeMeetingIssuesView:
    """Return what was found wrong at one meeting and how it is mended; a Gap where nothing is written."""
    entry = record_of(ledger, subject, Meeting)
    rows = shortcoming_rows(entry)
    return LifeMeetingIssuesView(
        heading=heading(ledger, entry, PAPER),
        unit=ledger.unit.name,
        time=moment_text(entry.model.start),
        rows=rows,
        none="" if rows else Part.of(entry).gap("shortcomings"),
    )


CONTENTS = Contents(
    schema=LifeMeetingIssuesView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(Meeting, "type", "start", "shortcomings"),
)
