"""Takes a year's activities of a branch or an organisation, gives the 组织生活统计表."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.documents.kind import LEDGER, DocumentKind, OrganisationPaper, Scope, UnitPaper
from docgen.documents.periods import (
    MonthsView,
    branch_year,
    heading,
    month_columns,
    months_view,
    organisation_year,
    period_of,
)
from docgen.documents.statistics.activities import ACTIVITIES, COUNTS, Tally, digest, held, listed, tally
from docgen.house.outline import Align, Column, If, Layout, Outline, Rows, Title
from docgen.ledger import BranchLedger, OrganisationLedger, figures
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Audience, Figure, View, label

NAME, LABEL = "activity-statistics", "组织生活统计表"
SUM = "合计"


@dataclass(frozen=True, kw_only=True, slots=True)
class ActivityRow(View):
    """One kind of activity of a branch, month by month."""

    activity: str = label("活动")
    months: MonthsView = label("各月")
    times: Figure = label("合计")
    visits: Figure = label("人次")
    rate: Figure = label("到会率")


@dataclass(frozen=True, kw_only=True, slots=True)
class BranchRow(View):
    """One kind of activity of one branch in a year."""

    unit: str = label("党支部")
    activity: str = label("活动")
    times: Figure = label("次数")
    visits: Figure = label("人次")
    rate: Figure = label("到会率")


@dataclass(frozen=True, kw_only=True, slots=True)
class ActivityStatisticsView(View):
    """What a 组织生活统计表 says: of a branch the first table, of an organisation the second."""

    heading: str = label("标题")
    activities: tuple[ActivityRow, ...] = label("各项活动")
    branches: tuple[BranchRow, ...] = label("各党支部")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        If(
            "各项活动",
            (
                Rows(
                    "各项活动",
                    "行",
                    (
                        Column("活动", "{{ 行.活动 }}", 24, Align.CENTER),
                        *month_columns("行", "各月", 10),
                        Column("合计", "{{ 行.合计 }}", 11, Align.CENTER),
                        Column("人次", "{{ 行.人次 }}", 12, Align.CENTER),
                        Column("到会率", "{{ 行.到会率 }}", 14, Align.CENTER),
                    ),
                ),
            ),
        ),
        If(
            "各党支部",
            (
                Rows(
                    "各党支部",
                    "行",
                    (
                        Column("党支部", "{{ 行.党支部 }}", 20, Align.CENTER),
                        Column("活动", "{{ 行.活动 }}", 24, Align.CENTER),
                        Column("次数", "{{ 行.次数 }}", 12, Align.CENTER),
                        Column("人次", "{{ 行.人次 }}", 12, Align.CENTER),
                        Column("到会率", "{{ 行.到会率 }}", 14, Align.CENTER),
                    ),
                ),
            ),
        ),
    ),
    landscape=True,
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a branch that held anything in it."""
    if held(ledger, period):
        yield from branch_year(ledger, period)


def branch_view(ledger: BranchLedger, subject: Subject) -> ActivityStatisticsView:
    """Return a branch's activities of a year, by kind and month; the last row sums them."""
    period = period_of(subject)
    rows = [_activity_row(ledger, period, name) for name in listed(ledger, period)]
    return ActivityStatisticsView(
        heading=heading(ledger, period, LABEL),
        activities=(*rows, _activity_row(ledger, period)),
        branches=(),
    )


def organisation_view(ledger: OrganisationLedger, subject: Subject) -> ActivityStatisticsView:
    """Return the year's activities of all branches, by branch and kind; the last rows sum them by kind."""
    names = [name for name in ACTIVITIES if any(ledger.part(unit.short, NAME, name) for unit in ledger.units)]
    units = [
        _branch_row(unit.short, name, Tally(*(ledger.figure(unit.short, NAME, name, count) for count in COUNTS)))
        for unit in ledger.units
        for name in names
        if ledger.part(unit.short, NAME, name)
    ]
    sums = [_branch_row(SUM, name, Tally(*(ledger.total(NAME, name, count) for count in COUNTS))) for name in names]
    return ActivityStatisticsView(
        heading=heading(ledger.own, period_of(subject), LABEL),
        activities=(),
        branches=(*units, *sums),
    )


def _activity_row(ledger: BranchLedger, period: Period, name: str = "") -> ActivityRow:
    whole = tally(ledger, held(ledger, period, name))
    return ActivityRow(
        activity=name or SUM,
        months=months_view(*(figures.count(held(ledger, month, name)) for month in period.months())),
        times=whole.times,
        visits=whole.visits,
        rate=whole.rate,
    )


def _branch_row(unit: str, activity: str, made: Tally) -> BranchRow:
    return BranchRow(unit=unit, activity=activity, times=made.times, visits=made.visits, rate=made.rate)


ACTIVITY_STATISTICS = DocumentKind(
    name=NAME,
    label=LABEL,
    audience=Audience.INTERNAL,
    formats=LEDGER,
    schema=ActivityStatisticsView,
    papers=(
        UnitPaper(Scope.YEAR, subjects, branch_view),
        OrganisationPaper(Scope.ORGANISATION_YEAR, organisation_year, digest, organisation_view),
    ),
    outline=OUTLINE,
)
