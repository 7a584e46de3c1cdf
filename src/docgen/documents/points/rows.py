"""Takes a branch's standings of a period, gives the table of members by categories; 台账 and 公示 have it in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from docgen.documents.kind import labels_of
from docgen.documents.periods import period_of
from docgen.ledger import BranchLedger, figures
from docgen.ledger.points import OWN, Standing, band, standings
from docgen.model.commitment import Commitment
from docgen.model.meeting import Meeting
from docgen.model.period import Period
from docgen.model.roster import numbered
from docgen.model.schemes import PointsScheme
from docgen.model.scoring import PointsEntry
from docgen.model.service import Training, VolunteerWork
from docgen.model.subject import Subject
from docgen.model.theme_day import ThemeDay
from docgen.model.unit import Member, UnitType
from docgen.view import Figure, Text

NUMBER, NAME, BASE, OTHERS, ADJUSTMENT, TOTAL, AVERAGE, BAND = (
    "序号",
    "姓名",
    "基础分",
    "其他",
    "上下限调整",
    "合计",
    "季均分",
    "等次",
)

RECORD_FIELDS = tuple(
    dict.fromkeys(
        (
            *labels_of(PointsEntry, "member", "on", "item", "points"),
            *labels_of(Meeting, "type", "start", "due", "present", "on_leave", "absent"),
            *labels_of(ThemeDay, "start", "present"),
            *labels_of(Commitment, "member", "promises", "review"),
            *labels_of(VolunteerWork, "on", "members", "hours"),
            *labels_of(Training, "on", "members", "hours"),
        )
    )
)
"""The fields from which points follow."""


class Columns(Struct, frozen=True):
    """Which columns the table of a period has beside 姓名, the scheme's categories and 合计."""

    base: bool
    categories: tuple[str, ...]
    adjustment: bool
    average: bool
    band: bool

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of all columns."""
        return (
            NUMBER,
            NAME,
            *([BASE] if self.base else ()),
            *(category or OTHERS for category in self.categories),
            *([ADJUSTMENT] if self.adjustment else ()),
            TOTAL,
            *([AVERAGE] if self.average else ()),
            *([BAND] if self.band else ()),
        )


def quarters(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the quarters of a period in which members of a branch got or lost points."""
    for quarter in period.quarters():
        yield from _scored(ledger, quarter)


def year(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a branch in which members got or lost points."""
    if period == Period(period.year):
        yield from _scored(ledger, period)


def table(ledger: BranchLedger, subject: Subject) -> tuple[tuple[str, ...], tuple[tuple[Text, ...], ...]]:
    """Return heads and rows of the table of members: categories, total and grade of each."""
    period, scheme = period_of(subject), ledger.settings.points
    found = standings(ledger, period)
    columns = _columns(scheme, period, found)
    names = names_of(found)
    rows = (_row(columns, each, names[id(each.member)], index) for index, each in enumerate(found, start=1))
    return columns.heads, tuple(
        (*row, *_grade(columns, scheme, period, each)) for row, each in zip(rows, found, strict=True)
    )


def names_of(found: tuple[Standing, ...]) -> dict[int, str]:
    """Return each member's name, with 编号 where two of the table bear it."""
    times = Counter(each.member.name for each in found)
    return {id(each.member): _name(each.member, times) for each in found}


def _name(member: Member, times: Counter[str]) -> str:
    return numbered(member) if times[member.name] > 1 else member.name


def _scored(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    is_branch = ledger.unit.type is UnitType.BRANCH
    if is_branch and any(each.lines for each in standings(ledger, period)):
        yield Subject(ledger.unit.short, period)


def _columns(scheme: PointsScheme, period: Period, found: tuple[Standing, ...]) -> Columns:
    used = {line.category for each in found for line in each.lines}
    named = tuple(category.name for category in scheme.categories)
    return Columns(
        base=any(each.base for each in found),
        categories=(*named, OWN) if OWN in used else named,
        adjustment=any(each.adjustment for each in found),
        average=bool(scheme.bands_of(period)) and len(scheme.periods_in(period)) > 1,
        band=bool(scheme.bands_of(period)),
    )


def _row(columns: Columns, standing: Standing, name: str, index: int) -> tuple[Text, ...]:
    base = [_plain(standing.base)] if columns.base else []
    adjusted = [_plain(standing.adjustment)] if columns.adjustment else []
    number = Figure(index, str(index), standing.figure.sources)
    return (number, name, *base, *map(standing.of, columns.categories), *adjusted, standing.figure)


def _grade(columns: Columns, scheme: PointsScheme, period: Period, standing: Standing) -> tuple[Text, ...]:
    mean = [figures.number(standing.average, standing.figure.sources)] if columns.average else []
    return (*mean, *([band(scheme, period, standing)] if columns.band else []))


def _plain(value: Decimal) -> Figure:
    """Return a number that follows from the scheme and no record."""
    return figures.number(value)
