"""Takes a held meeting, gives the 会议纪要: decisions in the third person, no speech and no dissent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from docgen.chinese import date_text, heading_number, moment_text, name_list
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.meeting.gathering import guest_names, nth, present_names, unit_meeting, with_post
from docgen.documents.part import Part
from docgen.documents.sending import copies
from docgen.house.outline import For, Head, Heading, Imprint, Layout, Outline, Paragraph, People
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import AgendaItem, Meeting, MeetingType, Summary
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Gap, Text, Unused, View, label

MARK = "{meeting}纪要"
TITLE = "{unit}{nth}纪要"
CLAUSES = (
    ("heard", "会议听取了"),
    ("held", "会议认为，"),
    ("pointed_out", "会议指出，"),
    ("decided", "会议决定，"),
    ("required", "会议要求，"),
)
RESOLVED = "会议决定，"
STOP = "。"
MARKED = "the red mark above stands for it; names the file and its properties"
WITH_MINUTES = frozenset(MeetingType) - {MeetingType.GROUP, MeetingType.LECTURE}


class DecisionView(View, frozen=True, kw_only=True):
    """One item of the agenda as it was decided."""

    heading: str = label("标题")
    clauses: tuple[Text, ...] = label("段落")


class MinutesView(View, frozen=True, kw_only=True):
    """What a 会议纪要 says."""

    heading: Annotated[str, Unused(MARKED)] = label("标题")
    mark: str = label("标志")
    number: str = label("文号")
    publisher: str = label("单位")
    date: str = label("日期")
    moment: str = label("开始")
    place: Text = label("地点")
    nth: str = label("次")
    host: Text = label("主持人")
    decisions: tuple[DecisionView, ...] = label("议题")
    present: str = label("出席")
    on_leave: str = label("请假")
    guests: str = label("列席")
    copies_to: str = label("抄送")
    issued: str = label("印发")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        Head("{{ 标志 }}", "{{ 文号 }}", left="{{ 单位 }}", right="{{ 日期 }}", minutes=True),
        Paragraph("{{ 开始 }}，在{{ 地点 }}召开{{ 次 }}，{{ 主持人 }}主持会议。现将会议议定事项纪要如下。"),
        For("项", "议题", (Heading("{{ 项.标题 }}", 1), Paragraph(each="项.段落"))),
        People("出席", "{{ 出席 }}"),
        People("请假", "{{ 请假 }}"),
        People("列席", "{{ 列席 }}"),
        Imprint("{{ 抄送 }}", "{{ 单位 }}", "{{ 印发 }}"),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the held meetings that decide something: those with an agenda, groups and lectures left out."""
    for entry in ledger.of(Meeting, period, held=True):
        if entry.model.agenda and entry.model.type in WITH_MINUTES:
            yield Subject(entry.unit, record=entry.id)


def view(ledger: BranchLedger, subject: Subject) -> MinutesView:
    """Return the minutes of one meeting; they read no 发言."""
    entry = record_of(ledger, subject, Meeting)
    meeting, part = entry.model, Part.of(entry)
    return MinutesView(
        heading=TITLE.format(unit=ledger.unit.short, nth=nth(ledger, entry)),
        mark=MARK.format(meeting=unit_meeting(ledger, meeting.type)),
        number=meeting.serial or "",
        publisher=ledger.unit.name,
        date=date_text(meeting.day),
        moment=moment_text(meeting.start),
        place=part.text("place"),
        nth=nth(ledger, entry),
        host=with_post(ledger, entry, "host"),
        decisions=tuple(_decision(entry, index) for index in range(len(meeting.agenda))),
        present=present_names(ledger, entry),
        on_leave=name_list([each.name for each in meeting.on_leave]),
        guests=guest_names(entry),
        copies_to=copies(part),
        issued=part.optional("issued"),
    )


def _decision(entry: Entry[Meeting], index: int) -> DecisionView:
    item = entry.model.agenda[index]
    clauses = (*_summary(item.summary), *_resolution(item))
    return DecisionView(
        heading=heading_number(1, index + 1) + item.title,
        clauses=clauses or (_missing(entry, index),),
    )


def _summary(summary: Summary | None) -> Iterator[Text]:
    for attribute, opening in CLAUSES:
        words = getattr(summary, attribute, None)
        if words:
            yield sentence(opening, words)


def _resolution(item: AgendaItem) -> Iterator[Text]:
    if item.resolution and not (item.summary and item.summary.decided):
        yield sentence(RESOLVED, item.resolution)


def sentence(opening: str, words: str) -> str:
    """Put the fixed opening before typed words and a full stop behind them; change nothing of the words."""
    return f"{opening}{words}" if words.endswith(STOP) else f"{opening}{words}{STOP}"


def _missing(entry: Entry[Meeting], index: int) -> Gap:
    part = list(Part.of(entry).each("agenda"))[index]
    return part.gap("resolution")


CONTENTS = Contents(
    schema=MinutesView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(
        Meeting,
        "type",
        "group",
        "start",
        "serial",
        "place",
        "host",
        "due",
        "present",
        "on_leave",
        "absent",
        "guests",
        "agenda",
        "copies_to",
        "issued",
    ),
)
