"""Takes a year's activities of a branch or an organisation, gives the 组织生活统计表."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from docgen.documents.catalogue import kind_named
from docgen.documents.kind import Contents, OrganisationPaper, Scope, UnitPaper
from docgen.documents.periods import (
    MonthsView,
    branch_year,
    heading,
    month_columns,
    months_view,
    organisation_year,
    period_of,
)
from docgen.documents.statistics.activities import (
    ACTIVITIES,
    COUNTED_FIELDS,
    COUNTS,
    FULFILLED,
    OWED,
    Owed,
    Tally,
    digest,
    held,
    listed,
    owed_times,
    tally,
)
from docgen.house.outline import Align, Column, If, Layout, Outline, Paragraph, Rows, Title
from docgen.ledger import BranchLedger, OrganisationLedger, figures
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Figure, Text, View, label

KIND = kind_named("activity-statistics")
SUM, NOT_ASKED = "合计", "—"


class ActivityRow(View, frozen=True, kw_only=True):
    """One kind of activity of a branch, month by month."""

    activity: str = label("活动")
    months: MonthsView = label("各月")
    times: Figure = label("合计")
    visits: Figure = label("人次")
    rate: Figure = label("到会率")
    owed: Text = label("应开展")
    share: str = label("对照")


class BranchRow(View, frozen=True, kw_only=True):
    """One kind of activity of one branch in a year."""

    unit: str = label("党支部")
    activity: str = label("活动")
    times: Figure = label("次数")
    visits: Figure = label("人次")
    rate: Figure = label("到会率")
    owed: Text = label("应开展")
    share: str = label("对照")


class ActivityStatisticsView(View, frozen=True, kw_only=True):
    """What a 组织生活统计表 says: of a branch the first table, of an organisation the second."""

    heading: str = label("标题")
    activities: tuple[ActivityRow, ...] = label("各项活动")
    branches: tuple[BranchRow, ...] = label("各党支部")


AGAINST_OWED = (
    Column("应开展", "{{ 行.应开展 }}", 14, Align.CENTER),
    Column("对照", "{{ 行.对照 }}", 14, Align.CENTER),
)
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
                        *AGAINST_OWED,
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
                        *AGAINST_OWED,
                    ),
                ),
            ),
        ),
        Paragraph("“应开展”为按规则应开展的次数，“对照”为按期完成数/应开展数；没有次数要求的，写“—”。"),
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
    asked = owed_times(ledger, period)
    rows = [_activity_row(ledger, period, name, asked.get(name)) for name in listed(ledger, period)]
    return ActivityStatisticsView(
        heading=heading(ledger, period, KIND.label),
        activities=(*rows, _activity_row(ledger, period, "", _sum(asked.values()))),
        branches=(),
    )


def organisation_view(ledger: OrganisationLedger, subject: Subject) -> ActivityStatisticsView:
    """Return the year's activities of all branches, by branch and kind; the last rows sum them by kind."""
    names = [name for name in ACTIVITIES if any(ledger.part(unit.short, KIND.name, name) for unit in ledger.units)]
    units = [
        _branch_row(unit.short, name, partial(ledger.figure, unit.short, KIND.name, name))
        for unit in ledger.units
        for name in names
        if ledger.part(unit.short, KIND.name, name)
    ]
    sums = [_branch_row(SUM, name, partial(ledger.total, KIND.name, name)) for name in names]
    return ActivityStatisticsView(
        heading=heading(ledger.own, period_of(subject), KIND.label),
        activities=(),
        branches=(*units, *sums),
    )


def _activity_row(ledger: BranchLedger, period: Period, name: str, asked: Owed | None) -> ActivityRow:
    whole = tally(ledger, held(ledger, period, name))
    return ActivityRow(
        activity=name or SUM,
        months=months_view(*(figures.count(held(ledger, month, name)) for month in period.months())),
        times=whole.times,
        visits=whole.visits,
        rate=whole.rate,
        owed=asked.times if asked else NOT_ASKED,
        share=asked.share if asked else NOT_ASKED,
    )


def _branch_row(unit: str, activity: str, figure: Callable[[str], Figure]) -> BranchRow:
    """Return a row whose figures are found by a count's name."""
    made, asked = Tally(*map(figure, COUNTS)), Owed(figure(OWED), figure(FULFILLED))
    return BranchRow(
        unit=unit,
        activity=activity,
        times=made.times,
        visits=made.visits,
        rate=made.rate,
        owed=asked.times if asked.times.value else NOT_ASKED,
        share=asked.share if asked.times.value else NOT_ASKED,
    )


def _sum(asked: Iterable[Owed]) -> Owed | None:
    found = list(asked)
    if not found:
        return None
    return Owed(figures.total(each.times for each in found), figures.total(each.fulfilled for each in found))


CONTENTS = Contents(
    schema=ActivityStatisticsView,
    papers=(
        UnitPaper(Scope.YEAR, subjects, branch_view),
        OrganisationPaper(Scope.ORGANISATION_YEAR, organisation_year, digest, organisation_view),
    ),
    outline=OUTLINE,
    needs=COUNTED_FIELDS,
)
