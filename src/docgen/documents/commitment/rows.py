"""Takes a year's commitments, gives a row for each promised thing; 公示, 台账 and 通报 begin with the same columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypedDict

from msgspec.structs import replace

from docgen.documents.part import Part
from docgen.house.outline import Align, Column
from docgen.ledger import BranchLedger, Entry
from docgen.model.commitment import Commitment, Promise
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Figure, Text, View, label

HEADING = "{unit}{year}年度{label}"


class PromiseRow(View, frozen=True, kw_only=True):
    """One promised thing in a table of the year."""

    number: Figure = label("序号")
    name: str = label("姓名")
    job: str = label("岗位")
    words: str = label("事项")
    category: str = label("类别")
    deadline: Text = label("期限")


class Common(TypedDict):
    """The fields of a `PromiseRow`."""

    number: Figure
    name: str
    job: str
    words: str
    category: str
    deadline: Text


_COLUMNS = (
    Column("序号", "{{ 行.序号 }}", align=Align.CENTER),
    Column("姓名", "{{ 行.姓名 }}", align=Align.CENTER),
    Column("岗位", "{{ 行.岗位 }}"),
    Column("事项", "{{ 行.事项 }}"),
    Column("类别", "{{ 行.类别 }}", align=Align.CENTER),
    Column("期限", "{{ 行.期限 }}", align=Align.CENTER),
)


def columns(*widths: int) -> tuple[Column, ...]:
    """Return the columns that all tables begin with: 序号, 姓名, 岗位, 事项, 类别, 期限, each with its share."""
    return tuple(replace(column, width=width) for column, width in zip(_COLUMNS, widths, strict=True))


def commitments(ledger: BranchLedger, year: int) -> list[Entry[Commitment]]:
    """Return the commitments of a year in the order of the roster."""
    order = {member.name: index for index, member in enumerate(ledger.unit.members)}
    return sorted(ledger.of(Commitment, year=year), key=lambda entry: order.get(entry.model.member, len(order)))


def branch_year(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a branch that has commitments in it."""
    if period == Period(period.year) and commitments(ledger, period.year):
        yield Subject(ledger.unit.short, period)


def heading(ledger: BranchLedger, subject: Subject, kind: str) -> str:
    """Return the title of a year's table."""
    year = subject.period.year if subject.period else ""
    return HEADING.format(unit=ledger.unit.short, year=year, label=kind)


def promises(
    ledger: BranchLedger, subject: Subject, test: Callable[[Commitment], bool] = bool
) -> Iterator[tuple[Entry[Commitment], Part[Promise], Common]]:
    """Yield each promise of the subject's year that passes: its record, itself, and what all tables print of it."""
    year = subject.period.year if subject.period else 0
    entries = [entry for entry in commitments(ledger, year) if test(entry.model)]
    pairs = [(entry, part) for entry in entries for part in Part.of(entry).each("promises")]
    for index, (entry, part) in enumerate(pairs, start=1):
        yield entry, part, _common(ledger, entry, part, index)


def _common(ledger: BranchLedger, entry: Entry[Commitment], part: Part[Promise], index: int) -> Common:
    commitment = entry.model
    member = ledger.roster.person(commitment.member, commitment.day)
    return Common(
        number=Figure(index, str(index), (entry.id,)),
        name=commitment.member,
        job=(member.job or "") if member else "",
        words=part.model.words,
        category=commitment.category,
        deadline=part.text("deadline"),
    )
