"""Takes an agenda item with a vote, gives the 决议: the agreed text and how it passed."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import date_text
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.meeting.gathering import unit_meeting
from docgen.documents.meeting.vote import count_text
from docgen.documents.part import Part, paragraphs
from docgen.documents.sending import HEAD, Numbered, SendingView, closing, sent_as
from docgen.errors import UsageError
from docgen.house.outline import Layout, Outline, Paragraph, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import AgendaItem, Meeting, Verdict, Vote
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Text, label

ITEM = "议题{}"
HEADING = "关于{}的决议"
READY_MADE = "决议"
ABOUT = ("关于", "研究", "讨论", "审议")
"""What an agenda item begins with and a resolution on it does not repeat."""
PASSED = "（{date}{meeting}通过）"


class ResolutionView(SendingView, frozen=True, kw_only=True):
    """What a 决议 says."""

    heading: str = label("标题")
    passed: str = label("通过")
    method: str = label("方式")
    present: str = label("实到")
    count: str = label("票数")
    text: tuple[Text, ...] = label("正文")
    signer: str = label("署名")
    date: str = label("成文日期")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        HEAD,
        Title("{{ 标题 }}", "{{ 通过 }}"),
        Paragraph("表决结果：{{ 方式 }}{{ 实到 }}{{ 票数 }}，通过。"),
        Paragraph(each="正文"),
        *closing(),
    ),
)
PRESENT = "应到会有表决权{due}人，实到会有表决权{present}人，"
METHOD = "{}表决，"


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the items that were voted on and passed."""
    for entry in ledger.of(Meeting, period, held=True):
        for index, item in enumerate(entry.model.agenda, start=1):
            if item.vote is not None and item.vote.verdict is Verdict.PASSED:
                yield Subject(entry.unit, record=entry.id, item=ITEM.format(index))


def view(ledger: BranchLedger, subject: Subject) -> ResolutionView:
    """Return the resolution on one item, dated by the day on which it passed."""
    entry = record_of(ledger, subject, Meeting)
    index, item, vote = _item(entry, subject.item)
    part = list(Part.of(entry).each("agenda"))[index]
    attendance = ledger.attendance(entry)
    day = date_text((entry.model.end or entry.model.start).date())
    return ResolutionView(
        **sent_as(ledger, part.below("sending"), Numbered(part, "resolution_number")),
        heading=_heading(item.title),
        passed=PASSED.format(date=day, meeting=unit_meeting(ledger, entry.model.type)),
        method=METHOD.format(vote.method) if vote.method else "",
        present=PRESENT.format(due=len(attendance.voters_due), present=len(attendance.voters_present)),
        count=count_text(vote),
        text=paragraphs(item.resolution) if item.resolution else (part.gap("resolution"),),
        signer=ledger.unit.name,
        date=day,
    )


def _item(entry: Entry[Meeting], text: str) -> tuple[int, AgendaItem, Vote]:
    for index, item in enumerate(entry.model.agenda):
        if text == ITEM.format(index + 1) and item.vote is not None:
            return index, item, item.vote
    raise UsageError("item-unknown", {"value": text, "subject": entry.id})


def _heading(title: str) -> str:
    if title.endswith(READY_MADE):
        return title
    matter = title
    for word in ABOUT:
        matter = matter.removeprefix(word) or matter
    return HEADING.format(matter)


CONTENTS = Contents(
    schema=ResolutionView,
    papers=(UnitPaper(Scope.ITEM, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(Meeting, "type", "start", "end", "due", "present", "on_leave", "absent", "agenda"),
)
