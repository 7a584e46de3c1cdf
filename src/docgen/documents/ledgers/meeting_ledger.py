"""Takes a branch's held meetings of a year, gives the 三会一课台账."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.catalogue import kind_named
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.ledgers.gatherings import COMMON_FIELDS, DAY, NOTE, NUMBER, PEOPLE, GatheringRow, common
from docgen.documents.part import Part
from docgen.documents.periods import branch_year, heading, period_of
from docgen.house.outline import Align, Column, Layout, Outline, Rows, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Meeting, MeetingType
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Figure, Text, View, label

KIND = kind_named("meeting-ledger")
GROUP_MEETING = "{type}（{group}）"
SEPARATOR = "；"
# 组织生活会 and 民主评议 are held in the form of the three meetings (支部条例 17, 18).
LISTED = (
    MeetingType.GENERAL,
    MeetingType.COMMITTEE,
    MeetingType.GROUP,
    MeetingType.LECTURE,
    MeetingType.ORGANISATION_LIFE,
    MeetingType.APPRAISAL,
)


class MeetingRow(GatheringRow, frozen=True, kw_only=True):
    """One held meeting."""

    type: str = label("会议类型")
    serial: Figure = label("次")
    subject: Text = label("主题")


class MeetingLedgerView(View, frozen=True, kw_only=True):
    """What a 三会一课台账 says."""

    heading: str = label("标题")
    rows: tuple[MeetingRow, ...] = label("会议")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Rows(
            "会议",
            "行",
            (
                NUMBER,
                DAY,
                Column("会议类型", "{{ 行.会议类型 }}", 250, Align.CENTER),
                Column("第×次", "{{ 行.次 }}", 140, Align.CENTER),
                Column("地点", "{{ 行.地点 }}", 215),
                Column("主题/议题", "{{ 行.主题 }}", 440),
                *PEOPLE,
                NOTE,
            ),
        ),
    ),
    landscape=True,
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a branch that held meetings in it."""
    if _listed(ledger, period):
        yield from branch_year(ledger, period)


def view(ledger: BranchLedger, subject: Subject) -> MeetingLedgerView:
    """Return the meetings that a branch held in a year; no 发言 is read."""
    period = period_of(subject)
    return MeetingLedgerView(
        heading=heading(ledger, period, KIND.label),
        rows=tuple(_row(ledger, entry, index) for index, entry in enumerate(_listed(ledger, period), start=1)),
    )


def _listed(ledger: BranchLedger, period: Period) -> list[Entry[Meeting]]:
    return [entry for entry in ledger.of(Meeting, period, held=True) if entry.model.type in LISTED]


def _row(ledger: BranchLedger, entry: Entry[Meeting], index: int) -> MeetingRow:
    meeting = entry.model
    return MeetingRow(
        **common(ledger, entry, index),
        type=GROUP_MEETING.format(type=meeting.type, group=meeting.group) if meeting.group else meeting.type,
        serial=ledger.serial(entry),
        subject=_subject(entry),
    )


def _subject(entry: Entry[Meeting]) -> Text:
    meeting = entry.model
    titles = SEPARATOR.join(item.title for item in meeting.agenda)
    return meeting.topic or meeting.theme or titles or Part.of(entry).gap("agenda")


CONTENTS = Contents(
    schema=MeetingLedgerView,
    papers=(UnitPaper(Scope.YEAR, subjects, view),),
    outline=OUTLINE,
    needs=(*labels_of(Meeting, "type", "group", "topic", "theme", "agenda"), *COMMON_FIELDS),
)
