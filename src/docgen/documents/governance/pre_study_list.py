"""Takes a unit's studies of matters before the board decides, gives the 前置研究事项清单 of a year.

Its title follows the body: 党委前置研究讨论, 集体研究把关 of a branch of a legal entity, 参与决策 of any other branch.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.meeting.further import row_number
from docgen.documents.part import Part
from docgen.documents.periods import heading, period_of
from docgen.house.outline import Align, Column, Layout, Outline, Rows, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.governance import PreStudy, PreStudyOpinion, study_form
from docgen.model.meeting import Meeting
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Figure, Text, View, label

PAPER = "{form}事项清单"
AMENDED = "{opinion}：{amendments}"


class PreStudyRow(View, frozen=True, kw_only=True):
    """One matter, what the study came to, and what the board made of it."""

    number: Figure = label("序号")
    matter: str = label("事项")
    category: Text = label("类别")
    date: str = label("研究日期")
    form: str = label("方式")
    meeting: Text = label("会议")
    opinion: Text = label("意见")
    board: Text = label("董事会结果")


class PreStudyListView(View, frozen=True, kw_only=True):
    """What a 前置研究事项清单 says."""

    heading: str = label("标题")
    rows: tuple[PreStudyRow, ...] = label("清单")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Rows(
            "清单",
            "行",
            (
                Column("序号", "{{ 行.序号 }}", 14, Align.CENTER),
                Column("事项", "{{ 行.事项 }}", 50),
                Column("类别", "{{ 行.类别 }}", 28, Align.CENTER),
                Column("研究日期", "{{ 行.研究日期 }}", 47, Align.CENTER),
                Column("方式", "{{ 行.方式 }}", 36, Align.CENTER),
                Column("会议", "{{ 行.会议 }}", 26, Align.CENTER),
                Column("意见", "{{ 行.意见 }}", 40),
                Column("董事会结果", "{{ 行.董事会结果 }}", 36),
            ),
        ),
    ),
    landscape=True,
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a unit that studied matters in it."""
    if period == Period(period.year) and ledger.of(PreStudy, period):
        yield Subject(ledger.unit.short, period)


def view(ledger: BranchLedger, subject: Subject) -> PreStudyListView:
    """Return the matters of a year in order; an amended one with its amendments."""
    period = period_of(subject)
    entries = ledger.of(PreStudy, period)
    return PreStudyListView(
        heading=heading(ledger, period, PAPER.format(form=study_form(ledger.unit))),
        rows=tuple(_row(ledger, entry, index) for index, entry in enumerate(entries, start=1)),
    )


def _row(ledger: BranchLedger, entry: Entry[PreStudy], index: int) -> PreStudyRow:
    part = Part.of(entry)
    return PreStudyRow(
        number=row_number(index, entry.id),
        matter=part.optional("matter"),
        category=part.text("category"),
        date=part.optional("on"),
        form=part.optional("form") or study_form(ledger.unit),
        meeting=_meeting(ledger, part),
        opinion=_opinion(part),
        board=part.text("board_result"),
    )


def _meeting(ledger: BranchLedger, part: Part[PreStudy]) -> Text:
    """Return the kind of the meeting that studied the matter, a Gap where none is named or known."""
    found = ledger.entry(part.model.meeting) if part.model.meeting else None
    return str(found.model.type) if found and isinstance(found.model, Meeting) else part.gap("meeting")


def _opinion(part: Part[PreStudy]) -> Text:
    if part.model.opinion is not PreStudyOpinion.AMENDED:
        return part.text("opinion")
    if not part.has("amendments"):
        return part.gap("amendments")
    return AMENDED.format(opinion=part.optional("opinion"), amendments=part.optional("amendments"))


CONTENTS = Contents(
    schema=PreStudyListView,
    papers=(UnitPaper(Scope.YEAR, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(PreStudy, "matter", "on", "category", "form", "opinion", "amendments", "meeting", "board_result"),
)
