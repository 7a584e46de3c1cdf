"""Takes held gatherings, gives who of the due is named nowhere or twice, and who is named without being due (X1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from docgen.findings import Finding, Level
from docgen.ledger import Attendance, Entry, Roster
from docgen.model.base import label_of
from docgen.model.meeting import REST, Gathering
from docgen.model.unit import Member
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ARITHMETIC, Basis
from docgen.rules.rule import Rule, Test

NAMES = "、"
LISTS = ("present", "on_leave", "absent")


class _Mention(NamedTuple):
    """One name in 出席, 请假 or 缺席: where it stands, and whom it means on that day."""

    steps: tuple[str | int, ...]
    member: Member


def named_once(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the gatherings in which 出席, 请假 and 缺席 together are not 应到, everyone once.

    Where nobody is due there is nothing to compare with: a group that is not known is told by reading.
    """
    for entry in case.held(Gathering):
        attended = case.ledger.attendance(entry)
        if attended.due and (attended.unnamed or attended.twice or attended.outside):
            mentions = list(_mentions(entry, case.ledger.roster))
            yield from _unnamed(case, entry, attended)
            yield from _twice(case, entry, attended, mentions)
            yield from _outside(case, entry, attended, mentions)


def _unnamed(case: Case[Parameters], entry: Entry[Gathering], attended: Attendance) -> Iterator[Finding]:
    """Yield one finding that lists the due who are named nowhere.

    Who is free of hard requirements need not be named, nor who an election leaves out of 应到.
    """
    excused = {id(member) for member in attended.not_counted}
    missing = [member for member in attended.unnamed if not member.exempt and id(member) not in excused]
    if missing:
        names = _names(case.ledger.roster, missing, attended.day)
        yield case.finding(entry, "present", case="unnamed", value=names, count=len(missing), due=len(attended.due))


def _twice(
    case: Case[Parameters], entry: Entry[Gathering], attended: Attendance, mentions: list[_Mention]
) -> Iterator[Finding]:
    """Yield one finding for each of the due who is named more than once, at the last of the names."""
    roster = case.ledger.roster
    for member in attended.twice:
        steps = [mention.steps for mention in mentions if mention.member is member]
        lists = NAMES.join(dict.fromkeys(label_of(Gathering, str(each[0])) for each in steps))
        name = roster.display(member, attended.day)
        yield case.finding(entry, *(steps[-1] if steps else ("present",)), case="twice", value=name, lists=lists)


def _outside(
    case: Case[Parameters], entry: Entry[Gathering], attended: Attendance, mentions: list[_Mention]
) -> Iterator[Finding]:
    """Yield one finding for each list that names people of the roster who were not due."""
    due = {id(member) for member in attended.due}
    for each in LISTS:
        wrong = [mention for mention in mentions if mention.steps[0] == each and id(mention.member) not in due]
        if wrong:
            names = _names(case.ledger.roster, [mention.member for mention in wrong], attended.day)
            lists = label_of(Gathering, each)
            yield case.finding(entry, *wrong[0].steps, case="outside", value=names, lists=lists)


def _mentions(entry: Entry[Gathering], roster: Roster) -> Iterator[_Mention]:
    """Yield the names that mean exactly one person of that day; the others are told by reading."""
    model = entry.model
    texts: list[tuple[tuple[str | int, ...], str]] = [
        (("present", index), text) for index, text in enumerate(model.present or ()) if text != REST
    ]
    texts += [(("on_leave", index, "name"), leave.name) for index, leave in enumerate(model.on_leave)]
    texts += [(("absent", index, "name"), absence.name) for index, absence in enumerate(model.absent)]
    for steps, text in texts:
        member = roster.person(text, model.day)
        if member is not None:
            yield _Mention(steps, member)


def _names(roster: Roster, members: list[Member], day: date) -> str:
    return NAMES.join(dict.fromkeys(roster.display(member, day) for member in members))


X1 = Rule(
    id="X1",
    words="出席、请假、缺席的人合起来就是当天名册上的应到人员，每人只写一次，不写应到以外的人",
    levels={"X1-unnamed": Level.ERROR, "X1-twice": Level.ERROR, "X1-outside": Level.ERROR},
    bases=(Basis(ARITHMETIC),),
    since=date.min,
    tests=(Test(named_once),),
    parameters=Parameters,
    branches_only=False,
)
