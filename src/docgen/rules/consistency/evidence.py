"""Takes a branch's records of the 五个一, gives those that claim an item to be done without what proves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from docgen.findings import Finding, Level
from docgen.ledger import Entry, FiveOnesItem
from docgen.ledger.five_ones import ITEM_TESTS, ItemTest, applies
from docgen.model.base import RecordModel, label_of
from docgen.model.meeting import AgendaItem, Meeting, MeetingType
from docgen.model.period import Period
from docgen.rules.case import Case, M, labels
from docgen.rules.provision import Parameters
from docgen.rules.regulations import ORGANISATION, Basis
from docgen.rules.rule import Rule, Test

SIGN = "、"
Steps = tuple[str | int, ...]


class Claim(Struct, frozen=True):
    """How a record of an item says that it is done, and which attributes would prove it.

    `where` leads to what says so, empty when the record is still under way. `optional` tells whether that can be taken
    back by leaving it out.
    """

    where: Callable[[Any], Steps]
    evidence: tuple[str, ...]
    optional: bool = True


def _first(*attributes: str) -> Callable[[RecordModel], Steps]:
    """Return what finds the first attribute that is written."""
    return lambda model: next(((name,) for name in attributes if getattr(model, name)), ())


def _spoken(meeting: Meeting) -> Steps:
    return next((("agenda", index, "speeches") for index, item in enumerate(meeting.agenda) if item.speeches), ())


CLAIMS: dict[FiveOnesItem, Claim] = {
    FiveOnesItem.STUDY: Claim(_spoken, ("present",)),
    FiveOnesItem.THEME_DAY: Claim(_first("effect", "photos"), ("present",)),
    FiveOnesItem.POLICY: Claim(_first("published", "effect"), ("examiner", "published")),
    FiveOnesItem.PROBLEM: Claim(_first("solved", "result"), ("beneficiary", "result")),
    FiveOnesItem.NEWS: Claim(_first("published"), ("channels",), optional=False),
}


def unproved(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the records that claim an item of the 五个一 without its evidence."""
    for test in ITEM_TESTS:
        for entry in _due(case, test.kind):
            if test.belongs(entry.model) and not test.proves(entry.model):
                yield from _lacking(case, entry, test)


def unstudied(case: Case[Parameters]) -> Iterator[Finding]:
    """Yield the 理论学习 that were held and name nothing that was studied."""
    study = next(test for test in ITEM_TESTS if test.item is FiveOnesItem.STUDY)
    lacks = label_of(AgendaItem, "materials")
    for entry in _due(case, Meeting):
        meeting = entry.model
        if meeting.type is MeetingType.STUDY and meeting.held and not study.belongs(meeting):
            yield case.finding(entry, "type", value=meeting.title, item=study.item.value, lacks=lacks, claim="")


def _due(case: Case[Parameters], kind: type[M]) -> Iterator[Entry[M]]:
    """Yield the records of a kind whose month owes the five items; what lies ahead is not claimed yet."""
    months: dict[date, bool] = {}
    for entry in case.of(kind):
        if entry.day is not None and entry.day <= case.day:
            month = Period.of_day(entry.day)
            if month.start not in months:
                months[month.start] = applies(case.ledger.unit, case.ledger.settings.five_ones, month)
            if months[month.start]:
                yield entry


def _lacking(case: Case[Parameters], entry: Entry[RecordModel], test: ItemTest) -> Iterator[Finding]:
    model, claim = entry.model, CLAIMS[test.item]
    where = claim.where(model)
    if where:
        lacks = SIGN.join(label_of(type(model), name) for name in claim.evidence if not getattr(model, name))
        claimed = str(labels(model, *where)[-1]) if claim.optional else ""
        yield case.finding(entry, *where, value=model.title, item=test.item.value, lacks=lacks, claim=claimed)


X7 = Rule(
    id="X7",
    words="五个一的每一项都要有据可查，写成已经完成的，须写全应有的内容",
    levels={"X7": Level.WARN},
    bases=(Basis(ORGANISATION),),
    since=date.min,
    tests=(Test(unproved), Test(unstudied)),
    parameters=Parameters,
)
