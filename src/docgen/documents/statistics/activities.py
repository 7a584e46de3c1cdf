"""Takes a branch's ledger and a period, gives how often each kind of activity was held, and how many came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from docgen.documents.kind import labels_of
from docgen.documents.obligations.owed import GATHERING_RULES, OF, count, owed
from docgen.ledger import BranchLedger, Entry, figures
from docgen.model.meeting import Gathering, Meeting, MeetingType
from docgen.model.period import Period
from docgen.model.theme_day import ThemeDay
from docgen.rules import Obligation, State
from docgen.view import Figure, Plain

TIMES, VISITS, CAME, OBLIGED = "times", "visits", "came", "obliged"
COUNTS = (TIMES, VISITS, CAME, OBLIGED)
OWED, FULFILLED = "owed", "fulfilled"
THEME_DAY = "主题党日"
USUAL = (
    MeetingType.GENERAL.value,
    MeetingType.COMMITTEE.value,
    MeetingType.GROUP.value,
    MeetingType.LECTURE.value,
    THEME_DAY,
    MeetingType.ORGANISATION_LIFE.value,
    MeetingType.APPRAISAL.value,
)
ACTIVITIES = (*USUAL, MeetingType.STUDY.value, MeetingType.PARTY_COMMITTEE.value, MeetingType.OTHER.value)
"""All kinds of activities in the order of papers; the usual ones are listed even when none was held."""
COUNTED_FIELDS = labels_of(Meeting, "type", "start", "due", "present", "on_leave", "absent")
"""The fields by which an activity counts, and by which those who came are counted."""


class Tally(Struct, frozen=True):
    """How often, how many came (人次), and the two sides of 到会率, which leave out the exempt."""

    times: Figure
    visits: Figure
    came: Figure
    obliged: Figure

    @property
    def rate(self) -> Figure:
        """到会率."""
        return figures.percent(self.came, self.obliged)


class Owed(NamedTuple):
    """How often an activity is owed in a year, and how many of these times are done within their windows."""

    times: Figure
    fulfilled: Figure

    @property
    def share(self) -> str:
        """Done of owed: 9/10."""
        return OF.format(done=self.fulfilled.text, due=self.times.text)


def held(ledger: BranchLedger, period: Period, activity: str = "") -> Sequence[Entry[Gathering]]:
    """Return the held activities of a kind, or of all kinds."""
    if not activity:
        return ledger.of(Gathering, period, held=True)
    if activity == THEME_DAY:
        return ledger.of(ThemeDay, period, held=True)
    return ledger.of(Meeting, period, held=True, type=MeetingType(activity))


def listed(ledger: BranchLedger, period: Period) -> list[str]:
    """Return the activities that a branch's paper lists."""
    return [name for name in ACTIVITIES if name in USUAL or held(ledger, period, name)]


def tally(ledger: BranchLedger, entries: Sequence[Entry[Gathering]]) -> Tally:
    """Count some held activities."""
    attendances = [ledger.attendance(entry) for entry in entries]
    return Tally(
        times=figures.count(entries),
        visits=ledger.visits(entries),
        came=figures.total(each.count(each.obliged_present) for each in attendances),
        obliged=figures.total(each.count(each.obliged) for each in attendances),
    )


def digest(ledger: BranchLedger, period: Period) -> dict[str, Plain]:
    """Return the tallies of a branch by activity, as plain data."""
    asked = owed_times(ledger, period)
    return {name: _plain(tally(ledger, held(ledger, period, name)), asked.get(name)) for name in listed(ledger, period)}


def owed_times(ledger: BranchLedger, period: Period) -> dict[str, Owed]:
    """Return how often the rules ask for each kind of activity in a year; kinds of which nothing is owed are left out."""
    parts: dict[str, list[Obligation]] = {}
    for part in owed(ledger, period, GATHERING_RULES):
        if part.state is not State.NOT_APPLICABLE:
            parts.setdefault(part.item, []).append(part)
    return {
        name: Owed(count(each), count([part for part in each if part.state is State.DONE]))
        for name, each in parts.items()
    }


def _plain(made: Tally, asked: Owed | None) -> dict[str, Plain]:
    plain: dict[str, Plain] = {name: figures.to_plain(getattr(made, name)) for name in COUNTS}
    if asked is None:
        return plain
    return plain | {OWED: figures.to_plain(asked.times), FULFILLED: figures.to_plain(asked.fulfilled)}
