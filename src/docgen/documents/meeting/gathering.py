"""Takes a meeting or theme day, gives what all of its papers say alike: heading, time, people, counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from docgen.chinese import moment_text, name_list, span_text
from docgen.documents.part import Part
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Absence, Gathering, Leave, Meeting
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Figure, Text, View, label

G = TypeVar("G", bound=Gathering)

SAID_ONCE = ("支部", "党委")
NTH = "{year}年第{number}次{kind}"
POST = "{name}（{post}）"
ON_LEAVE, ABSENT, EXEMPT = "请假", "缺席", "免于硬性要求"
GUEST_SEPARATOR = "、"


class TurnoutView(View, frozen=True, kw_only=True):
    """How many were due and came."""

    due: Figure = label("应到")
    present: Figure = label("实到")


class CountsView(TurnoutView, frozen=True, kw_only=True):
    """The turnout by standing; `split` says whether members without a vote were due as well."""

    split: bool = label("分列")
    full_due: Figure = label("正式应到")
    full_present: Figure = label("正式实到")
    probationary_due: Figure = label("预备应到")
    probationary_present: Figure = label("预备实到")
    voters_due: Figure = label("有表决权应到")
    voters_present: Figure = label("有表决权实到")


class LeaveRow(View, frozen=True, kw_only=True):
    """One person who did not come, and why."""

    kind: str = label("类别")
    name: str = label("姓名")
    reason: Text = label("事由")
    approver: str = label("批准人")


def held_meetings(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the meetings of a period that were held."""
    yield from (Subject(entry.unit, record=entry.id) for entry in ledger.of(Meeting, period, held=True))


def unit_meeting(ledger: BranchLedger, kind: str) -> str:
    """Return a unit's kind of meeting: 一支部支委会; 一支部党员大会 and 机关党委会, which say 支部 and 党委 once."""
    short = ledger.unit.short
    return short + next((kind.removeprefix(said) for said in SAID_ONCE if short.endswith(said)), kind)


def heading(ledger: BranchLedger, entry: Entry[Meeting], paper: str) -> str:
    """Return the title of a meeting's paper: unit, kind of meeting, kind of paper."""
    return unit_meeting(ledger, entry.model.type) + paper


def nth(ledger: BranchLedger, entry: Entry[Meeting]) -> str:
    """Return 2020年第3次支委会."""
    return NTH.format(year=entry.model.day.year, number=ledger.serial(entry).text, kind=entry.model.type)


def when(entry: Entry[G]) -> Text:
    """Return begin and end, a Gap for the end of a held meeting that has none."""
    meeting = entry.model
    if meeting.end is not None:
        return span_text(meeting.start, meeting.end)
    return Part.of(entry).gap("end") if meeting.held else moment_text(meeting.start)


def with_post(ledger: BranchLedger, entry: Entry[G], attribute: str) -> Text:
    """Return a person with the post that he held on that day, a Gap where nobody is named."""
    name = getattr(entry.model, attribute)
    if name is None:
        return Part.of(entry).gap(attribute)
    post = ledger.roster.post_of(name, entry.model.day)
    return POST.format(name=name, post=post) if post else str(name)


def turnout(ledger: BranchLedger, entry: Entry[G]) -> TurnoutView:
    """Return how many were due at a gathering and came."""
    attendance = ledger.attendance(entry)
    return TurnoutView(due=attendance.count(attendance.due), present=attendance.count(attendance.present))


def counts(ledger: BranchLedger, entry: Entry[G]) -> CountsView:
    """Return the counts of a gathering from the roster of its day."""
    attendance = ledger.attendance(entry)
    return CountsView(
        due=attendance.count(attendance.due),
        present=attendance.count(attendance.present),
        split=len(attendance.voters_due) < len(attendance.due),
        full_due=attendance.count(attendance.full),
        full_present=attendance.count(attendance.full_present),
        probationary_due=attendance.count(attendance.probationary),
        probationary_present=attendance.count(attendance.probationary_present),
        voters_due=attendance.count(attendance.voters_due),
        voters_present=attendance.count(attendance.voters_present),
    )


def present_names(ledger: BranchLedger, entry: Entry[G]) -> str:
    """Return who came, in the order of the roster."""
    day = entry.model.day
    return name_list([ledger.roster.display(member, day) for member in ledger.attendance(entry).present])


def leave_rows(entry: Entry[G]) -> tuple[LeaveRow, ...]:
    """Return who asked for leave and who was absent, each with the reason."""
    part = Part.of(entry)
    leaves = (_row(ON_LEAVE, each) for each in part.each("on_leave"))
    absences = (_row(ABSENT, each) for each in part.each("absent"))
    return (*leaves, *absences)


def guest_names(entry: Entry[G]) -> str:
    """Return who sat in, each with his post."""
    guests = entry.model.guests or ()
    return GUEST_SEPARATOR.join(
        POST.format(name=each.name, post=each.post) if each.post else each.name for each in guests
    )


def closed(entry: Entry[G]) -> Text:
    """Return the moment at which the meeting ended, or a Gap."""
    return Part.of(entry).text("end")


def _row(kind: str, part: Part[Leave | Absence]) -> LeaveRow:
    approver = part.optional("approver") if isinstance(part.model, Leave) else ""
    return LeaveRow(kind=kind, name=part.model.name, reason=part.text("reason"), approver=approver)
