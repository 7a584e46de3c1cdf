"""Takes what the rules ask of a year and how it stands, gives the 组织生活对照表 of a branch or an organisation."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import date_text
from docgen.documents.five_ones.items import CELL_FIELDS
from docgen.documents.kind import Contents, OrganisationPaper, Scope, UnitPaper, labels_of
from docgen.documents.obligations.organisation import (
    KIND,
    NO_SUMS,
    MattersRow,
    MattersView,
    MissingRow,
    UnitRow,
    digest,
    matters_rows,
    missing_rows,
    sums,
    unit_rows,
)
from docgen.documents.obligations.owed import items, owed
from docgen.documents.obligations.rows import (
    MonthlyRow,
    OpenRow,
    QuarterlyRow,
    YearlyRow,
    monthly_rows,
    not_owed,
    open_rows,
    quarter_columns,
    quarterly_rows,
    yearly_rows,
)
from docgen.documents.periods import branch_year, heading, kept_year, month_columns, period_of
from docgen.house.outline import Align, Column, Heading, If, Layout, Outline, Paragraph, Rows, Title
from docgen.ledger import BranchLedger, OrganisationLedger
from docgen.model.meeting import Meeting
from docgen.model.period import Period
from docgen.model.responsibility import Talk
from docgen.model.subject import Subject
from docgen.view import View, label, labels

WIDTHS = (15, 14, 18, 18, 14, 15, 18, 18, 18, 20, 14, 13)
"""The widths of the columns of the matters: room for a head of four characters, and for the count of which most is owed."""


class ObligationsView(View, frozen=True, kw_only=True):
    """What a 组织生活对照表 says: of a branch the first tables, of an organisation the last."""

    heading: str = label("标题")
    day: str = label("截至")
    monthly: tuple[MonthlyRow, ...] = label("按月", default=())
    quarterly: tuple[QuarterlyRow, ...] = label("按季", default=())
    yearly: tuple[YearlyRow, ...] = label("按年", default=())
    open: tuple[OpenRow, ...] = label("未完成事项", default=())
    not_owed: tuple[str, ...] = label("不适用", default=())
    units: tuple[UnitRow, ...] = label("各党支部", default=())
    sums: UnitRow = label("合计", default=NO_SUMS)
    matters: tuple[MattersRow, ...] = label("各事项", default=())
    missing: tuple[MissingRow, ...] = label("各党支部未完成", default=())


COMMON = (
    Column("事项", "{{ 行.事项 }}", 30, Align.CENTER),
    Column("依据", "{{ 行.依据 }}", 35, Align.CENTER),
    Column("应完成", "{{ 行.应完成 }}", 14, Align.CENTER),
    Column("已完成", "{{ 行.已完成 }}", 14, Align.CENTER),
)
DAY = "截至{{ 截至 }}。"
SIGNS = "“√”为已完成，“×”为未完成，“○”为待完成，“–”为不适用；应由几个人或几个党小组完成的，写明完成数/应完成数。"
OF_SIGNS = "各事项写完成数/应完成数，“×”为有未完成，“○”为有待完成，“–”为不适用。"
BRANCH_TABLES = (
    Paragraph(DAY + SIGNS),
    If("按月", (Heading("每月事项", 1), Rows("按月", "行", (*COMMON, *month_columns("行", "各月", 11))))),
    If("按季", (Heading("每季度事项", 1), Rows("按季", "行", (*COMMON, *quarter_columns(33))))),
    If(
        "按年",
        (
            Heading("全年事项", 1),
            Rows(
                "按年",
                "行",
                (
                    Column("事项", "{{ 行.事项 }}", 50, Align.CENTER),
                    Column("依据", "{{ 行.依据 }}", 85, Align.CENTER),
                    Column("应完成", "{{ 行.应完成 }}", 25, Align.CENTER),
                    Column("已完成", "{{ 行.已完成 }}", 25, Align.CENTER),
                    Column("情况", "{{ 行.情况 }}", 40, Align.CENTER),
                ),
            ),
        ),
    ),
    If(
        "未完成事项",
        (
            Heading("未完成和待完成的事项", 1),
            Rows(
                "未完成事项",
                "行",
                (
                    Column("事项", "{{ 行.事项 }}", 40, Align.CENTER),
                    Column("期间", "{{ 行.期间 }}", 40, Align.CENTER),
                    Column("对象", "{{ 行.对象 }}", 45),
                    Column("应于", "{{ 行.应于 }}", 35, Align.CENTER),
                    Column("说明", "{{ 行.说明 }}", 65),
                ),
            ),
        ),
    ),
    If("不适用", (Heading("不适用的事项", 1), Paragraph(each="不适用"))),
)
ORGANISATION_TABLES = (
    Paragraph(DAY + OF_SIGNS),
    Rows(
        "各党支部",
        "行",
        tuple(Column(name, f"{{{{ 行.{name} }}}}", 45, Align.CENTER) for _, name in labels(UnitRow)),
        total=tuple(f"{{{{ 合计.{name} }}}}" for _, name in labels(UnitRow)),
    ),
    Heading("各事项完成情况", 1),
    Rows(
        "各事项",
        "行",
        (
            Column("党支部", "{{ 行.党支部 }}", 18, Align.CENTER),
            *(
                Column(name, f"{{{{ 行.各项.{name} }}}}", width, Align.CENTER)
                for (_, name), width in zip(labels(MattersView), WIDTHS, strict=True)
            ),
        ),
    ),
    If(
        "各党支部未完成",
        (
            Heading("未完成的事项", 1),
            Rows(
                "各党支部未完成",
                "行",
                (
                    Column("党支部", "{{ 行.党支部 }}", 45, Align.CENTER),
                    Column("事项", "{{ 行.事项 }}", 60, Align.CENTER),
                    Column("期间", "{{ 行.期间 }}", 90),
                    Column("未完成", "{{ 行.未完成 }}", 30, Align.CENTER),
                ),
            ),
        ),
    ),
)
OUTLINE = Outline(
    Layout.FORM, (Title("{{ 标题 }}"), If("各党支部", ORGANISATION_TABLES, BRANCH_TABLES)), landscape=True
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a branch that kept records in it, and of which something is asked."""
    for subject in branch_year(ledger, period):
        if owed(ledger, period):
            yield subject


def branch_view(ledger: BranchLedger, subject: Subject) -> ObligationsView:
    """Return how the obligations of a branch's year stand."""
    period = period_of(subject)
    found = items(owed(ledger, period))
    return ObligationsView(
        heading=heading(ledger, period, KIND.label),
        day=date_text(ledger.as_of(period)),
        monthly=monthly_rows(found),
        quarterly=quarterly_rows(ledger, found),
        yearly=yearly_rows(ledger, found),
        open=tuple(open_rows(found)),
        not_owed=tuple(not_owed(found)),
    )


def organisation_view(ledger: OrganisationLedger, subject: Subject) -> ObligationsView:
    """Return how the obligations of a year stand in all branches of an organisation."""
    period = period_of(subject)
    return ObligationsView(
        heading=heading(ledger.own, period, KIND.label),
        day=date_text(ledger.own.as_of(period)),
        units=unit_rows(ledger),
        sums=sums(ledger),
        matters=matters_rows(ledger),
        missing=tuple(missing_rows(ledger)),
    )


CONTENTS = Contents(
    schema=ObligationsView,
    papers=(
        UnitPaper(Scope.YEAR, subjects, branch_view),
        OrganisationPaper(Scope.ORGANISATION_YEAR, kept_year, digest, organisation_view),
    ),
    outline=OUTLINE,
    needs=(
        *CELL_FIELDS,
        *labels_of(Meeting, "type", "group", "start", "present", "hours"),
        *labels_of(Talk, "on", "talker", "partner"),
    ),
)
