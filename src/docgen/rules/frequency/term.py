"""Takes a unit's term of office and its records of 换届, gives which elections are owed, and which come near.

A term runs from the latest election: that of 当选日期, or a later one that a record tells of. It ends after the years of
任期, or on an earlier 届满日期 that an open record gives. An approved extension moves the last day by the months that the
regulation allows as a rule; it is one of the term of 当选日期, so a later election ends it, and one of a day before that
term is left from the term before. An election that is still owed stands in the year of its last day, and once that has
passed in the year of the day of checking, so that it is found whatever years are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from msgspec import Struct

from docgen.chinese import date_text, parse_date
from docgen.findings import Finding, Level
from docgen.ledger import Entry
from docgen.model.base import Count, label
from docgen.model.governance import Election
from docgen.model.period import Period
from docgen.model.unit import Term
from docgen.rules.case import Case
from docgen.rules.frequency.windows import moved
from docgen.rules.obligation import Obligation, Why
from docgen.rules.provision import Parameters
from docgen.rules.regulations import BRANCH, ELECTION, Basis
from docgen.rules.rule import Duty, Rule, Test

ITEM = "换届"
EXTENDED, SOON = "extended", "soon"
DATED = re.compile(r"(?<![0-9])[0-9]{4}(?:(?:-[0-9]{1,2}){2}|(?:/[0-9]{1,2}){2}|年[0-9]{1,2}月[0-9]{1,2}日)(?![0-9])")


class Reminding(Parameters):
    """When to remind, and how long an extension lasts."""

    remind: Count = label("提醒月数", "届满前几个月开始提醒", default=6)
    extension: Count = label("延期月数", "经批准延期的，一般不超过几个月", default=12)


class Coming(Struct, frozen=True):
    """The election that is still owed: the day on which the term ends, the last day for it, and where that is written.

    `record` is None where the unit's file gives it; `step` is the attribute of the record.
    """

    expiry: date
    due: date
    record: Entry[Election] | None
    step: str
    case: str


def elections(case: Case[Reminding], year: int) -> Iterator[Obligation]:
    """Yield the elections of a year: those held, and the one owed (支部条例第二十一、二十二条)."""
    past, open_ones = _parted(case)
    for entry in past:
        if entry.model.expiry.year == year:
            yield _held(case, entry)
    coming = _coming(case, open_ones)
    if coming is not None and _year_of(case, coming) == year:
        yield _owed(case, coming, year)
    if coming is None and not past and _began(case) is None:
        yield case.obligation(ITEM, Period(year), (), why=Why.NO_TERM)


def soon(case: Case[Reminding]) -> Iterator[Finding]:
    """Yield a reminder of an election that is due within the months of the setting."""
    _, open_ones = _parted(case)
    coming = _coming(case, open_ones)
    if coming is None or _gone(case, coming) or not case.first <= case.day < coming.due:
        return
    if case.day >= (moved(coming.due, -case.parameters.remind) or date.min):
        expiry, last = date_text(coming.expiry), date_text(coming.due)
        if coming.record is not None:
            yield case.finding(coming.record, coming.step, case=SOON, value=expiry, last=last)
        else:
            yield case.roster_finding("term", "elected", case=SOON, value=expiry, last=last)


def term_end(term: Term) -> date | None:
    """Return the day on which a term of office ends, None where nobody wrote when it began."""
    return moved(term.elected, 12 * term.years) if term.elected else None


def _parted(case: Case[Reminding]) -> tuple[list[Entry[Election]], list[Entry[Election]]]:
    """Part the records of 换届 into those of elections held and those of one to come."""
    began, known = _began(case), case.ledger.of(Election)
    past = [entry for entry in known if began is not None and (_elected(case, entry) or entry.model.expiry) <= began]
    closed = {entry.id for entry in past}
    return past, [entry for entry in known if entry.id not in closed]


def _began(case: Case[Reminding]) -> date | None:
    """Return the day of the latest election up to the day of checking."""
    days = [_elected(case, entry) for entry in case.ledger.of(Election)]
    return max((day for day in (*days, _term(case).elected) if day), default=None)


def _term(case: Case[Reminding]) -> Term:
    """Return the term as the unit's file has it, one of the usual years where it says nothing."""
    return case.ledger.unit.term or Term()


def _elected(case: Case[Reminding], entry: Entry[Election]) -> date | None:
    """Return the day of a record's election, None while it lies ahead."""
    day = entry.model.elected_on
    return day if day and day <= case.day else None


def _coming(case: Case[Reminding], open_ones: list[Entry[Election]]) -> Coming | None:
    term, began = _term(case), _began(case)
    record = min(open_ones, key=lambda entry: entry.model.expiry, default=None)
    ends = term_end(term.model_copy(update={"elected": began}))
    expiry = min((day for day in (ends, record.model.expiry if record else None) if day), default=None)
    if expiry is None:
        return None
    step = "expiry"
    if record is None or record.model.expiry != expiry:
        record, step = _beginning(case, began), "elected_on"
    if not _is_extended(term, began):
        return Coming(expiry, expiry, record, step, "")
    return Coming(expiry, moved(expiry, case.parameters.extension) or date.max, record, step, EXTENDED)


def _beginning(case: Case[Reminding], began: date | None) -> Entry[Election] | None:
    """Return the record of the election with which the term began, None where the unit's file tells of it."""
    if began is None or began == _term(case).elected:
        return None
    return next((entry for entry in case.ledger.of(Election) if _elected(case, entry) == began), None)


def _is_extended(term: Term, began: date | None) -> bool:
    """Tell whether an extension is approved for the term that began on a day, not for the one before."""
    if not term.extension or term.elected != began:
        return False
    days = list(_days_in(term.extension))
    return began is None or not days or max(days) >= began


def _days_in(text: str) -> Iterator[date]:
    for match in DATED.finditer(text):
        with suppress(ValueError):
            yield parse_date(match[0])


def _held(case: Case[Reminding], entry: Entry[Election]) -> Obligation:
    expiry = entry.model.expiry
    return case.obligation(ITEM, Period(expiry.year), (entry.id,), due=expiry, expiry=date_text(expiry))


def _owed(case: Case[Reminding], coming: Coming, year: int) -> Obligation:
    """Return the obligation; what ran out before the rule or the organisation began is owed from the first day on."""
    due = coming.due if case.day < coming.due else max(coming.due, case.first)
    why = Why.PARTIAL if _gone(case, coming) else None
    expiry, last = date_text(coming.expiry), date_text(coming.due)
    return case.obligation(ITEM, Period(year), (), case=coming.case, due=due, why=why, expiry=expiry, last=last)


def _year_of(case: Case[Reminding], coming: Coming) -> int:
    passed = coming.due <= case.day < date.max and not _gone(case, coming)
    return case.day.year if passed else coming.due.year


def _gone(case: Case[Reminding], coming: Coming) -> bool:
    """Tell whether the unit was dissolved before the election was due, or since."""
    dissolved = case.ledger.unit.dissolved
    return dissolved is not None and dissolved <= max(coming.due, case.day)


F12 = Rule(
    id="F12",
    words="任期届满应当按期换届；延期须经上级批准，一般不超过1年",
    levels={"F12": Level.ERROR, "F12-extended": Level.WARN, "F12-soon": Level.WARN},
    bases=(Basis(BRANCH, "第二十一条、第二十二条"), Basis(ELECTION, "第三条")),
    since=BRANCH.since,
    tests=(Duty(elections), Test(soon)),
    parameters=Reminding,
    branches_only=False,
)
