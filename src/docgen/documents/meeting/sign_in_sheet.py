"""Takes a meeting or theme day, gives the 签到表: everyone who is due, with room for the hand."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import moment_text, spaced
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.meeting.gathering import ABSENT, EXEMPT, ON_LEAVE, unit_meeting
from docgen.documents.part import Part, Said, filled
from docgen.house.outline import Align, Column, Fields, Layout, Outline, Rows, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Gathering, Meeting
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.theme_day import ThemeDay
from docgen.model.unit import Member
from docgen.view import Figure, Text, View, label

HEADING = "{meeting}签到表"
REMARK = "{kind}：{reason}"


class SignInRow(View, frozen=True, kw_only=True):
    """One line of the sheet."""

    number: Figure = label("序号")
    name: str = label("姓名")
    group: str = label("党小组")
    remark: Text = label("备注")


class SignInView(View, frozen=True, kw_only=True):
    """What a 签到表 says."""

    heading: str = label("标题")
    meeting: str = label("会议名称")
    time: str = label("时间")
    place: Text = label("地点")
    rows: tuple[SignInRow, ...] = label("名单")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Fields(((("会议名称", "{{ 会议名称 }}"),), (("时间", "{{ 时间 }}"), ("地点", "{{ 地点 }}")))),
        Rows(
            "名单",
            "人",
            (
                Column("序号", "{{ 人.序号 }}", 12, Align.CENTER),
                Column("姓名", "{{ 人.姓名 }}", 29, Align.CENTER),
                Column("党小组", "{{ 人.党小组 }}", 31, Align.CENTER),
                Column("签名", "", 42),
                Column("备注", "{{ 人.备注 }}", 42),
            ),
            blank_height=9,
        ),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the meetings and theme days of a period, held or planned."""
    for entry in ledger.of(Gathering, period):
        yield Subject(entry.unit, record=entry.id)


def view(ledger: BranchLedger, subject: Subject) -> SignInView:
    """Return the sheet for one gathering; absentees carry their reason."""
    entry = record_of(ledger, subject, Gathering)
    gathering = entry.model
    remarks = _remarks(entry)
    return SignInView(
        heading=HEADING.format(meeting=unit_meeting(ledger, _kind(gathering))),
        meeting=gathering.title,
        time=moment_text(gathering.start),
        place=Part.of(entry).text("place"),
        rows=tuple(
            _row(ledger, entry, member, index, remarks)
            for index, member in enumerate(ledger.attendance(entry).due, start=1)
        ),
    )


def _row(
    ledger: BranchLedger, entry: Entry[Gathering], member: Member, index: int, remarks: dict[str, Said]
) -> SignInRow:
    day = entry.model.day
    name = ledger.roster.display(member, day)
    return SignInRow(
        number=Figure(index, str(index), (entry.id,)),
        name=spaced(name),
        group=ledger.roster.group_of(member, day),
        remark=remarks.get(name, EXEMPT if member.exempt else ""),
    )


def _kind(gathering: Gathering) -> str:
    return str(getattr(gathering, "type", gathering.kind))


def _remarks(entry: Entry[Gathering]) -> dict[str, Said]:
    part = Part.of(entry)
    away = [*((ON_LEAVE, each) for each in part.each("on_leave")), *((ABSENT, each) for each in part.each("absent"))]
    return {each.model.name: _remark(kind, each.said("reason")) for kind, each in away}


def _remark(kind: str, reason: Said) -> Said:
    return filled(REMARK, kind=kind, reason=reason) if reason else kind


CONTENTS = Contents(
    schema=SignInView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=(
        *labels_of(Meeting, "type", "group", "topic"),
        *labels_of(ThemeDay, "theme", "start", "place", "due", "on_leave", "absent"),
    ),
)
