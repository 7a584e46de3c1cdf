"""Takes a ledger and its scheme of points, gives each member's points of a period, entry by entry.

Choices, where a scheme leaves one:

- A member takes part on the days on which he belongs and is none of the scheme's 不参加; entries of other days do not
  count, and who takes part on no day is not listed. The base is given whole, also to who came in later.
- Of a category its running sum counts up to the cap. An entry counts for what it changes of that, so that what counted
  on one day does not change by later entries, and what is lost above the cap costs nothing.
- Floor and ceiling hold for each of the scheme's own periods; a longer one sums these, and its grade goes by the mean
  of those in which the member took part, so that who came in later is not judged by what he could not earn.
- A part of the scheme's own period (the quarter of a yearly scheme) shows what was added in it: no base, no bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from docgen.ledger import figures
from docgen.ledger.points.lines import NOTHING, PointsLine, derived_lines, written_lines
from docgen.model.period import Period
from docgen.model.roster import Roster, covers
from docgen.model.schemes import PointsBand, PointsScheme
from docgen.model.schemes import Unscored as Left
from docgen.model.unit import Member
from docgen.view import Figure, Way

if TYPE_CHECKING:
    from docgen.ledger.branch import BranchLedger

HUNDREDTH = Decimal("0.01")
# Entries whose figures are remembered: some years of a branch.
MOST_PARTS = 8192


class Standing(Struct, frozen=True):
    """A member's points of a period: base + what counts of the lines, within floor and ceiling, is the total."""

    member: Member
    base: Decimal
    lines: tuple[PointsLine, ...]
    total: Decimal
    periods: int = 1
    """In how many of the scheme's own periods he took part."""

    @property
    def counted(self) -> Decimal:
        """What counts of all lines."""
        return sum((line.counted for line in self.lines), NOTHING)

    @property
    def adjustment(self) -> Decimal:
        """What floor or ceiling changed."""
        return self.total - self.base - self.counted

    @property
    def average(self) -> Decimal:
        """The mean of the totals of the periods in which he took part, half up to two places."""
        return (self.total / self.periods).quantize(HUNDREDTH, ROUND_HALF_UP).normalize()

    def of(self, category: str) -> Figure:
        """Return what counts of a category, citing all its entries, those that the cap cut too."""
        lines = [line for line in self.lines if line.category == category]
        return figure_of(lines)

    @property
    def figure(self) -> Figure:
        """The total, citing every entry: the base, what counts of each, and what floor or ceiling changed."""
        around = [figures.number(each) for each in (self.base, self.adjustment) if each]
        whole = figures.number(self.total, (line.record for line in self.lines))
        return replace(whole, way=Way.SUM, parts=(*around, *map(_part_of, self.lines)))


def figure_of(lines: Iterable[PointsLine]) -> Figure:
    """Return what counts of some lines, citing their records."""
    known = list(lines)
    whole = figures.number(sum((line.counted for line in known), NOTHING), (line.record for line in known))
    return replace(whole, way=Way.SUM, parts=tuple(map(_part_of, known)))


def _part_of(line: PointsLine) -> Figure:
    return _worth(line.counted, line.record)


@lru_cache(maxsize=MOST_PARTS)
def _worth(counted: Decimal, record: str) -> Figure:
    """Return what counts of an entry; sums of months, quarters and the year are made of the same ones."""
    return figures.number(counted, (record,))


def standings(ledger: BranchLedger, period: Period) -> tuple[Standing, ...]:
    """Return the points of everyone who takes part in a period, in roster order."""
    return ledger.once(("points", period), lambda: _standings(ledger, period))


def lines_behind(ledger: BranchLedger, member: Member, period: Period) -> tuple[PointsLine, ...]:
    """Return the entries behind a member's total of a period, by day; none where he does not take part."""
    found = (each.lines for each in standings(ledger, period) if each.member is member)
    return next(found, ())


def band(scheme: PointsScheme, period: Period, standing: Standing) -> str:
    """Return the grade by the mean of the scheme's own periods, empty where the scheme names none for it."""
    reached = [each for each in scheme.bands_of(period) if each.least <= standing.average]
    return max(reached, key=_least).name if reached else ""


def takes_part(ledger: BranchLedger, member: Member, day: date) -> bool:
    """Tell whether a member takes part on a day."""
    if not any(member is each for each in ledger.roster.members_on(day)):
        return False
    return not any(_IS_LEFT_OUT[each](ledger.roster, member, day) for each in ledger.settings.points.unscored)


def _standings(ledger: BranchLedger, period: Period) -> tuple[Standing, ...]:
    scheme = ledger.settings.points
    wholes = scheme.periods_in(period)
    if not wholes:
        return tuple(_part(ledger, scheme.period_of(period.start), period))
    found: dict[int, list[Standing]] = {}
    for whole in wholes:
        for each in _whole(ledger, whole) if whole.start <= ledger.day else ():
            found.setdefault(id(each.member), []).append(each)
    people = [found[id(member)] for member in ledger.roster.people if id(member) in found]
    return tuple(map(_sum, people))


def _sum(parts: list[Standing]) -> Standing:
    return Standing(
        member=parts[0].member,
        base=sum((each.base for each in parts), NOTHING),
        lines=tuple(line for each in parts for line in each.lines),
        total=sum((each.total for each in parts), NOTHING),
        periods=len(parts),
    )


def _whole(ledger: BranchLedger, period: Period) -> Iterator[Standing]:
    """Yield the points of one of the scheme's own periods."""
    scheme = ledger.settings.points
    lines = _lines_of(ledger, period)
    for member in _participants(ledger, period):
        counted = tuple(_capped(lines.get(id(member), ()), scheme))
        plain = scheme.base + sum((line.counted for line in counted), NOTHING)
        yield Standing(member, scheme.base, counted, _bounded(plain, scheme))


def _part(ledger: BranchLedger, whole: Period, part: Period) -> Iterator[Standing]:
    """Yield what a part of one of the scheme's own periods added."""
    taking = {id(member) for member in _participants(ledger, part)}
    for each in _whole(ledger, whole):
        if id(each.member) in taking:
            lines = tuple(line for line in each.lines if line.day in part)
            yield Standing(each.member, NOTHING, lines, sum((line.counted for line in lines), NOTHING))


def _bounded(total: Decimal, scheme: PointsScheme) -> Decimal:
    least = total if scheme.floor is None else max(total, scheme.floor)
    return least if scheme.ceiling is None else min(least, scheme.ceiling)


def _capped(lines: Iterable[PointsLine], scheme: PointsScheme) -> Iterator[PointsLine]:
    caps = {category.name: category.cap for category in scheme.categories}
    sums: dict[str, Decimal] = {}
    for line in lines:
        cap, before = caps.get(line.category), sums.get(line.category, NOTHING)
        after = sums[line.category] = before + line.points
        yield line if cap is None else replace(line, counted=min(cap, after) - min(cap, before))


def _lines_of(ledger: BranchLedger, period: Period) -> dict[int, list[PointsLine]]:
    """Return the lines of a period by member, in order of day; of days on which the member takes part."""
    lines = sorted((*derived_lines(ledger, period), *written_lines(ledger, period)), key=_order)
    found: dict[int, list[PointsLine]] = {}
    for line in lines:
        if takes_part(ledger, line.member, line.day):
            found.setdefault(id(line.member), []).append(line)
    return found


def _participants(ledger: BranchLedger, period: Period) -> list[Member]:
    end = ledger.as_of(period)
    members = ledger.roster.members_during(period.start, end)
    return [
        member
        for member in members
        if any(takes_part(ledger, member, day) for day in _beginnings(ledger, member) if day in period and day <= end)
        or takes_part(ledger, member, period.start)
    ]


def _beginnings(ledger: BranchLedger, member: Member) -> Iterator[date]:
    """Yield the days on which a member may begin to take part."""
    days = (ledger.unit.founded, member.transferred_in, member.joined, member.confirmed)
    yield from (day for day in days if day is not None)
    yield from (span.until + timedelta(days=1) for span in member.mobile if span.until and span.until < date.max)


_IS_LEFT_OUT: dict[Left, Callable[[Roster, Member, date], bool]] = {
    Left.EXEMPT: lambda roster, member, day: member.exempt,
    Left.PROBATIONARY: lambda roster, member, day: not roster.is_full(member, day),
    Left.MOBILE: lambda roster, member, day: any(covers(span, day) for span in member.mobile),
}


def _order(line: PointsLine) -> tuple[date, str]:
    return line.day, line.record


def _least(each: PointsBand) -> Decimal:
    return each.least
