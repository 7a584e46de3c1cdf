"""Takes a branch's 谈心谈话 of a year, gives who talked with whom as they should.

A talk counts for both, whoever began it; a planned one and one with somebody of another unit do not count. Owed of
who is there at the year's end and was there when its last quarter began (`windows`); the others are listed as not
applicable. Who is free of hard requirements is owed his talk all the same: the regulation does not leave him out. A
branch without a committee has its 书记 and 副书记 in the place of the 支委.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from docgen.findings import Level
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import Truth, label
from docgen.model.period import Period
from docgen.model.responsibility import Talk, TalkState, TalkType
from docgen.model.unit import Member
from docgen.rules.case import Case
from docgen.rules.frequency.windows import last_quarter, named, owed_in, stayed
from docgen.rules.obligation import Obligation, Why
from docgen.rules.provision import Parameters
from docgen.rules.regulations import BRANCH, Basis
from docgen.rules.rule import Duty, Rule

COMMITTEE, MEMBER, PEER = "committee", "member", "peer"
ITEMS = {COMMITTEE: "支委之间谈心谈话", MEMBER: "支委与党员谈心谈话", PEER: "党员之间谈心谈话"}
PAIR = "{}、{}"


class Talks(Parameters):
    """Which of the three are owed."""

    committee: Truth = label("支委之间", "每两名支委之间每年至少1次", default=True)
    member: Truth = label("支委与党员", "每名党员每年至少有1次与支委谈心", default=True)
    peer: Truth = label("党员之间", "每名党员每年至少有1次与支委以外的党员谈心", default=True)


class Held(Struct, frozen=True):
    """One talk as seen by one of the two: the other, whether as a 支委 of that day, and the record's id."""

    other: Member
    seated: bool
    id: str


class YearOfTalks:
    """Who talked with whom in a year, each name looked up once."""

    def __init__(self, case: Case[Talks], window: Period) -> None:
        self.window, self.ledger = window, case.ledger
        roster = case.ledger.roster
        self.committee = roster.committee_members_on(window.end)
        self.seated = _ids(self.committee)
        self.long_seated = self.seated & _ids(roster.committee_members_on(last_quarter(window).start))
        self.stayed = _ids(stayed(roster, window))
        everybody = roster.members_during(window.start, window.end)
        self.others = tuple(member for member in everybody if id(member) not in self.seated)
        self.held: dict[int, list[Held]] = {}
        for entry in case.of(Talk, window, type=TalkType.HEART_TO_HEART):
            self._add(entry)

    def of(self, member: Member) -> list[Held]:
        """Return the talks of a member."""
        return self.held.get(id(member), [])

    def shown(self, member: Member) -> str:
        """Return the name as a paper of the year's end prints it."""
        return self.ledger.roster.display(member, self.window.end)

    def _add(self, entry: Entry[Talk]) -> None:
        talk, roster = entry.model, self.ledger.roster
        if talk.state is TalkState.PLANNED or _is_stranger(self.ledger, talk):
            return
        one, two = (named(roster, text, talk.on, self.window) for text in (talk.talker.name, talk.partner))
        if one is None or two is None or one is two:
            return
        seated = self.seated | _ids(roster.committee_members_on(talk.on))
        self.held.setdefault(id(one), []).append(Held(two, id(two) in seated, entry.id))
        self.held.setdefault(id(two), []).append(Held(one, id(one) in seated, entry.id))


def talks(case: Case[Talks], year: int) -> Iterator[Obligation]:
    """Yield the talks that are owed in a year, as far as they are switched on (支部条例第十九条)."""
    window, wanted = Period(year), case.parameters
    parts = ((wanted.committee, COMMITTEE), (wanted.member, MEMBER), (wanted.peer, PEER))
    owed = [name for switch, name in parts if switch]
    why = owed_in(case, window)
    if why is not None:
        yield from (case.obligation(ITEMS[name], window, (), case=name, why=why) for name in owed)
        return
    known = YearOfTalks(case, window)
    for name in owed:
        found = list(_pairs(case, known) if name == COMMITTEE else _members(case, known, name))
        yield from found or [case.obligation(ITEMS[name], window, (), case=name, why=Why.NOBODY)]


def _pairs(case: Case[Talks], known: YearOfTalks) -> Iterator[Obligation]:
    for one, two in combinations(known.committee, 2):
        records = [held.id for held in known.of(one) if held.other is two]
        why = None if {id(one), id(two)} <= known.long_seated else Why.AWAY
        who = PAIR.format(known.shown(one), known.shown(two))
        yield case.obligation(ITEMS[COMMITTEE], known.window, records, who=who, case=COMMITTEE, why=why)


def _members(case: Case[Talks], known: YearOfTalks, name: str) -> Iterator[Obligation]:
    """Yield what each member who is no 支委 owes: with a 支委, or with another who is none."""
    partners = known.committee if name == MEMBER else known.others
    for member in known.others:
        records = [held.id for held in known.of(member) if _counts(held, known, name)]
        why = None if id(member) in known.stayed else Why.AWAY
        if why is None and not any(other is not member for other in partners):
            why = Why.NOBODY
        yield case.obligation(ITEMS[name], known.window, records, who=known.shown(member), case=name, why=why)


def _counts(held: Held, known: YearOfTalks, name: str) -> bool:
    return held.seated if name == MEMBER else id(held.other) not in known.seated


def _is_stranger(ledger: BranchLedger, talk: Talk) -> bool:
    """Tell whether who gave the talk is of another unit, whatever his name."""
    return talk.talker.unit not in (None, ledger.unit.short, ledger.unit.name)


def _ids(members: Iterable[Member]) -> set[int]:
    return {id(member) for member in members}


F8 = Rule(
    id="F8",
    words="支委之间、支委与党员之间、党员之间每年谈心谈话一般不少于1次",
    levels={"F8-committee": Level.WARN, "F8-member": Level.WARN, "F8-peer": Level.WARN},
    bases=(Basis(BRANCH, "第十九条"),),
    since=BRANCH.since,
    tests=(Duty(talks),),
    parameters=Talks,
)
