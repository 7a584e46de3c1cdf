"""Takes a branch's talks of a year, gives the 谈话台账: that they were held, not what was said."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.catalogue import kind_named
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.meeting.further import row_number
from docgen.documents.part import Part
from docgen.documents.people.talk_record import talker
from docgen.documents.periods import heading, period_of
from docgen.house.outline import Align, Column, Layout, Outline, Rows, Title
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.model.responsibility import Talk
from docgen.model.subject import Subject
from docgen.view import Figure, Text, View, label

KIND = kind_named("talk-ledger")


class TalkRow(View, frozen=True, kw_only=True):
    """One talk, without its contents."""

    number: Figure = label("序号")
    date: str = label("日期")
    type: str = label("种类")
    place: Text = label("地点")
    talker: Text = label("谈话人")
    partner: Text = label("谈话对象")
    state: str = label("状态")


class TalkLedgerView(View, frozen=True, kw_only=True):
    """What a 谈话台账 says."""

    heading: str = label("标题")
    rows: tuple[TalkRow, ...] = label("谈话")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Rows(
            "谈话",
            "行",
            (
                Column("序号", "{{ 行.序号 }}", 12, Align.CENTER),
                Column("日期", "{{ 行.日期 }}", 40, Align.CENTER),
                Column("种类", "{{ 行.种类 }}", 20, Align.CENTER),
                Column("地点", "{{ 行.地点 }}", 30),
                Column("谈话人", "{{ 行.谈话人 }}", 22, Align.CENTER),
                Column("谈话对象", "{{ 行.谈话对象 }}", 22, Align.CENTER),
                Column("状态", "{{ 行.状态 }}", 16, Align.CENTER),
            ),
        ),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a unit that has talks in it."""
    if period == Period(period.year) and ledger.of(Talk, period):
        yield Subject(ledger.unit.short, period)


def view(ledger: BranchLedger, subject: Subject) -> TalkLedgerView:
    """Return the talks of a year; what they were about stays in the records."""
    period = period_of(subject)
    parts = ((entry, Part.of(entry)) for entry in ledger.of(Talk, period))
    rows = (
        TalkRow(
            number=row_number(index, entry.id),
            date=part.optional("on"),
            type=part.optional("type"),
            place=part.text("place"),
            talker=talker(part),
            partner=part.said("partner"),
            state=part.optional("state"),
        )
        for index, (entry, part) in enumerate(parts, start=1)
    )
    return TalkLedgerView(heading=heading(ledger, period, KIND.label), rows=tuple(rows))


CONTENTS = Contents(
    schema=TalkLedgerView,
    papers=(UnitPaper(Scope.YEAR, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(Talk, "type", "on", "place", "talker", "partner", "state"),
)
