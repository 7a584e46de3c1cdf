"""Takes a meeting, held or planned, gives the 会议通知."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import moment_text, span_text
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.meeting.agenda import titles
from docgen.documents.meeting.gathering import nth
from docgen.documents.part import Part, filled
from docgen.documents.sending import HEAD, DispatchView, closing, sent
from docgen.house.outline import Addressee, Heading, If, Layout, Outline, Paragraph, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Meeting, MeetingType
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Text, label

HEADING = "关于召开{}的通知"
ADDRESSEES: dict[MeetingType, str] = {
    MeetingType.COMMITTEE: "支委会全体委员",
    MeetingType.GROUP: "{group}全体党员",
    MeetingType.PARTY_COMMITTEE: "全体委员",
}
ALL_MEMBERS = "全体党员"
CONTACT = "{name}，{phone}"


class NoticeView(DispatchView, frozen=True, kw_only=True):
    """What a 会议通知 says."""

    heading: str = label("标题")
    nth: str = label("次")
    time: str = label("时间")
    place: Text = label("地点")
    agenda: tuple[Text, ...] = label("议题")
    people: str = label("参加人员")
    requirements: tuple[str, ...] = label("要求")
    contact: Text = label("联系人")
    signer: str = label("署名")
    date: Text = label("成文日期")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        HEAD,
        Title("{{ 标题 }}"),
        Addressee("{{ 主送 }}"),
        Paragraph("定于{{ 时间 }}召开{{ 次 }}。现将有关事项通知如下。"),
        Heading("一、时间和地点", 1),
        Paragraph("时间：{{ 时间 }}"),
        Paragraph("地点：{{ 地点 }}"),
        Heading("二、议题", 1),
        Paragraph(each="议题"),
        Heading("三、参加人员", 1),
        Paragraph("{{ 参加人员 }}"),
        If("要求", (Heading("四、要求", 1), Paragraph(each="要求"))),
        Paragraph("联系人：{{ 联系人 }}"),
        *closing(),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the meetings that are planned, and the held ones whose notice has a date: those that were called by one."""
    for entry in ledger.of(Meeting, period):
        if entry.model.notice_day or not entry.model.held:
            yield Subject(entry.unit, record=entry.id)


def view(ledger: BranchLedger, subject: Subject) -> NoticeView:
    """Return the notice of one meeting."""
    entry = record_of(ledger, subject, Meeting)
    meeting, part = entry.model, Part.of(entry)
    around = sent(ledger, part.below("dispatch"))
    people = ADDRESSEES.get(meeting.type, ALL_MEMBERS).format(group=meeting.group or "")
    around["addressee"] = around["addressee"] or people
    return NoticeView(
        **around,
        heading=HEADING.format(nth(ledger, entry)),
        nth=nth(ledger, entry),
        time=_time(meeting),
        place=part.text("place"),
        agenda=titles(entry) or (part.gap("agenda"),),
        people=people,
        requirements=meeting.notice_requirements,
        contact=_contact(ledger, entry),
        signer=ledger.unit.name,
        date=part.text("notice_day"),
    )


def _time(meeting: Meeting) -> str:
    return span_text(meeting.start, meeting.end) if meeting.end else moment_text(meeting.start)


def _contact(ledger: BranchLedger, entry: Entry[Meeting]) -> Text:
    meeting, unit = Part.of(entry), Part(ledger.unit, ledger.unit_source)
    name, phone = meeting.said("contact") or unit.said("contact"), unit.said("phone")
    if not name:
        return meeting.gap("contact")
    return filled(CONTACT, name=name, phone=phone) if phone else name


CONTENTS = Contents(
    schema=NoticeView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(
        Meeting,
        "type",
        "group",
        "start",
        "end",
        "place",
        "agenda",
        "contact",
        "notice_day",
        "notice_requirements",
        "dispatch",
    ),
)
