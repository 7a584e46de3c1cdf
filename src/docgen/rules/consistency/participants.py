"""Takes who takes part in what, gives pairings of another number, strangers, people named twice, lists kept twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.base import RecordModel
from docgen.model.projects import Project, ProjectType
from docgen.model.responsibility import DutyList
from docgen.model.service import Carrier, Pairing, PairingType, Training, VolunteerWork
from docgen.rules.case import Case
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ARITHMETIC, Basis
from docgen.rules.rule import Rule, Test

PARTNERS = {PairingType.ONE_TO_ONE: 1, PairingType.ONE_TO_TWO: 2, PairingType.HELP: 1}
TEAMS: tuple[type[RecordModel], ...] = (Project, Carrier, VolunteerWork, Training)


def miscounted(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the pairings whose number of partners is another than their kind says."""
    for entry in case.of(Pairing):
        expected, written = PARTNERS.get(entry.model.type), len(entry.model.partners)
        if expected is not None and written != expected:
            kind = entry.model.type.value
            yield case.finding(entry, "partners", value=kind, count=written, expected=expected)


def strangers(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield those who take part in a 党员攻关 and are not on the roster of the day on which it began."""
    for entry in case.of(Project, type=ProjectType.MEMBERS):
        for index, name in enumerate(entry.model.members or ()):
            if not case.ledger.roster.find(name, entry.model.started):
                yield case.finding(entry, "members", index, case="roster", value=name)


def named_twice(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the people named a second time in one record: as its leader and as a member, or twice as a member."""
    for model in TEAMS:
        for entry in case.of(model):
            yield from _twice(case, entry)


def kept_twice(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the lists of duties of a post that the same person has for the same year already."""
    known: set[tuple[object, ...]] = set()
    for entry in case.of(DutyList):
        key = (entry.model.level, entry.model.post, entry.model.year, entry.model.holder)
        if key in known:
            yield case.finding(entry, "post", case="duty", value=entry.model.title)
        known.add(key)


def _twice(case: Case[Parameters], entry: Entry[RecordModel]) -> Iterator[Finding]:
    known = {getattr(entry.model, "leader", None)}
    for index, name in enumerate(getattr(entry.model, "members", None) or ()):
        if name in known:
            yield case.finding(entry, "members", index, case="twice", value=name)
        known.add(name)


X19 = Rule(
    id="X19",
    words=(
        "一带一、一帮一的对象是一人，一带二的对象是两人；党员攻关的成员在开始当日的名册里；一份记录里一人只写一次；"
        "同一岗位、同一责任人、同一年度只有一份责任清单"
    ),
    levels={"X19": Level.ERROR, "X19-roster": Level.WARN, "X19-twice": Level.WARN, "X19-duty": Level.WARN},
    bases=(Basis(ARITHMETIC),),
    since=date.min,
    tests=(Test(miscounted), Test(strangers), Test(named_twice), Test(kept_twice)),
    parameters=Parameters,
    branches_only=False,
)
