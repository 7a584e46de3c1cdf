"""Takes held gatherings, gives those hosted by somebody else than the 书记 or 组长, or by nobody who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from docgen.chinese import date_text
from docgen.findings import Finding, Level
from docgen.ledger import Entry, Roster
from docgen.model.meeting import Gathering, Meeting, MeetingType
from docgen.model.roster import is_secretary
from docgen.model.theme_day import ThemeDay
from docgen.model.unit import Member
from docgen.records.labels import nearest
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import BRANCH, Basis
from docgen.rules.rule import Rule, Test
from docgen.rules.votes.electorate import who_came, who_stayed_away

BY_THE_SECRETARY = frozenset({MeetingType.GENERAL, MeetingType.COMMITTEE})
BETWEEN_NAMES = re.compile("\\s*[、，,；;/]\\s*")
LIST_SIGN = "、"
OFFICE = {MeetingType.GENERAL: "书记", MeetingType.COMMITTEE: "书记", MeetingType.GROUP: "组长"}
PARTS = ("host", "recorder")


def hosts(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield meetings hosted by neither the 书记 (党小组会: the 组长) nor a delegate (支部条例第十四条).

    Nothing is said while the post is vacant, of a host whom the roster does not know, and of other kinds of gatherings.
    """
    for entry in case.held(Meeting):
        meeting, roster = entry.model, case.ledger.roster
        rightful = _rightful(roster, meeting)
        if meeting.host is None or not rightful:
            continue
        found = {id(member) for member in roster.find(meeting.host, meeting.day)}
        if found & {id(member) for member in rightful} or not (found or meeting.host in _guests(meeting)):
            continue
        said = {"value": meeting.host, "who": LIST_SIGN.join(member.name for member in rightful)}
        if not meeting.host_delegated:
            yield case.finding(entry, "host", office=OFFICE[meeting.type], **said)
        elif found and not _may_stand_in(roster, meeting, found):
            yield case.finding(entry, "host", case="delegate", **said)


def people_there(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield each 主持人 and 记录人 whom nobody knows, or who was due and did not come.

    Who stands in 列席 is known; where other units took part in a theme day, any name passes.
    """
    for entry in case.held(Gathering):
        gathering = entry.model
        if not (isinstance(gathering, ThemeDay) and gathering.partners):
            for part in PARTS:
                yield from _there(case, entry, part, getattr(gathering, part) or "")


def _there(case: Case[Parameters], entry: Entry[Gathering], part: str, written: str) -> Iterator[Finding]:
    roster, day = case.ledger.roster, entry.model.day
    present = case.ledger.attendance(entry).present
    for name in filter(None, BETWEEN_NAMES.split(written)):
        people = roster.find(name, day)
        if any(person is member for person in people for member in present) or name in _guests(entry.model):
            continue
        found = {id(member) for member in people}
        if not found:
            near = nearest(name, (member.name for member in roster.members_on(day)))
            yield case.finding(entry, part, case="unknown", value=name, near=near, day=date_text(day))
        elif not found & who_came(case, entry) and found <= who_stayed_away(case, entry):
            yield case.finding(entry, part, case="absent", value=name)


def _guests(gathering: Gathering) -> set[str]:
    return {guest.name for guest in gathering.guests or ()}


def _rightful(roster: Roster, meeting: Meeting) -> list[Member]:
    if meeting.type in BY_THE_SECRETARY:
        return _secretaries(roster, meeting.day)
    if meeting.type is not MeetingType.GROUP:
        return []
    leaders = (group.leader for group in roster.groups_on(meeting.day) if group.name == meeting.group)
    return [member for leader in leaders if leader for member in roster.find(leader, meeting.day)]


def _secretaries(roster: Roster, day: date) -> list[Member]:
    """Return the 书记 of a day, and him who was it until the day before: he hosts the election of his successor."""
    eve = day - timedelta(days=1) if day > date.min else day
    seats = (*roster.committee_on(day), *roster.committee_on(eve))
    return list({id(seat.member): seat.member for seat in seats if is_secretary(seat.post)}.values())


def _may_stand_in(roster: Roster, meeting: Meeting, found: set[int]) -> bool:
    """Tell whether a delegate sits on the committee; a 组长, and a 书记 alone on it, may ask anybody."""
    seated = {id(member) for member in roster.committee_members_on(meeting.day)}
    return meeting.type is MeetingType.GROUP or len(seated) < 2 or bool(found & seated)


V12 = Rule(
    id="V12",
    words="支部党员大会、支委会由党支部书记召集并主持，书记不能参加的，可以委托副书记或者委员；党小组会由党小组组长主持",
    levels={
        "V12": Level.WARN,
        "V12-delegate": Level.WARN,
        "V12-absent": Level.WARN,
        "V12-unknown": Level.WARN,
    },
    bases=(Basis(BRANCH, "第十四条"),),
    since=BRANCH.since,
    tests=(Test(hosts), Test(people_there)),
    parameters=Parameters,
)
