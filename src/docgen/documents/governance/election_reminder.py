"""Takes a unit's term of office, or its record of 换届, gives the superior's 换届提醒函."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docgen.chinese import date_text
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.part import Part
from docgen.documents.periods import period_of, unit_gap
from docgen.errors import UsageError
from docgen.house.outline import Addressee, Layout, Outline, Paragraph, Signature, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import label_of
from docgen.model.governance import Election
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.unit import Term, Unit
from docgen.rules import remind_months, remind_on, term_end
from docgen.view import Figure, Gap, Text, View, label

HEADING = "关于做好{unit}换届工作的提醒函"


class ElectionReminderView(View, frozen=True, kw_only=True):
    """What a 换届提醒函 says."""

    heading: str = label("标题")
    addressee: str = label("主送")
    term: str = label("届次")
    elected: Text = label("当选日期")
    years: str = label("任期")
    expiry: str = label("届满日期")
    months: Figure = label("提前月数")
    reminder: str = label("提醒日期")
    signer: Text = label("署名")
    date: str = label("成文日期")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        Title("{{ 标题 }}"),
        Addressee("{{ 主送 }}"),
        Paragraph(
            "你单位{{ 届次 }}委员会{% if 任期 %}任期{{ 任期 }}年，{% endif %}"
            "{% if 当选日期 %}{{ 当选日期 }}选举产生，{% endif %}{{ 届满日期 }}届满。"
        ),
        Paragraph(
            "按照任期届满前{{ 提前月数 }}个月提醒的要求，自{{ 提醒日期 }}起做好换届准备，在届满前报批并召开党员大会选举。"
        ),
        Paragraph("需要延期或者提前换届的，应当在届满前报上级党组织批准。"),
        Signature("{{ 署名 }}", "{{ 成文日期 }}"),
    ),
)


class Expiring(Struct, frozen=True):
    """A term that ends: its last day, the day of the reminder, and the record that tells of it."""

    expiry: date
    reminder: date
    entry: Entry[Election] | None


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a unit in which it is to be reminded that its committee's term ends."""
    if period == Period(period.year) and _expiring(ledger, period) is not None:
        yield Subject(ledger.unit.short, period)


def view(ledger: BranchLedger, subject: Subject) -> ElectionReminderView:
    """Return the reminder of a year, dated by the reminder that is written, else by the day on which it is due."""
    found = _expiring(ledger, period_of(subject))
    if found is None:
        raise UsageError("subject-invalid", {"value": str(subject)})
    entry, term, months = found.entry, _term(ledger), remind_months(ledger)
    reminders = entry.model.reminders or () if entry else ()
    return ElectionReminderView(
        heading=HEADING.format(unit=ledger.unit.short),
        addressee=ledger.unit.name,
        term=Part.of(entry).optional("term") if entry else "",
        elected=_elected(ledger, found),
        years="" if entry else str(term.years),
        expiry=date_text(found.expiry),
        months=Figure(months, str(months), (entry.id,) if entry else ()),
        reminder=date_text(found.reminder),
        signer=ledger.unit.superior or unit_gap(ledger, label_of(Unit, "superior")),
        date=date_text(reminders[0].day if reminders else found.reminder),
    )


def _expiring(ledger: BranchLedger, period: Period) -> Expiring | None:
    """Return the term of whose end a unit is reminded in a year: that of a record before that of the unit's file."""
    for entry in ledger.of(Election):
        reminder = remind_on(ledger, entry.model.expiry)
        if reminder in period:
            return Expiring(entry.model.expiry, reminder, entry)
    expiry = term_end(_term(ledger))
    if expiry is None or remind_on(ledger, expiry) not in period:
        return None
    return Expiring(expiry, remind_on(ledger, expiry), None)


def _elected(ledger: BranchLedger, found: Expiring) -> Text:
    """Return the day on which the term began; a term that a record tells of is not that of the unit's file."""
    if found.entry is not None:
        return ""
    day = _term(ledger).elected
    return date_text(day) if day else Gap(label_of(Term, "elected"), ledger.unit_source.place(label_of(Unit, "term")))


def _term(ledger: BranchLedger) -> Term:
    return ledger.unit.term or Term()


CONTENTS = Contents(
    schema=ElectionReminderView,
    papers=(UnitPaper(Scope.YEAR, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(Election, "term", "expiry", "reminders"),
)
