"""Takes the branches' cells of a month or year, gives the 五个一汇总 of an organisation."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.catalogue import kind_named
from docgen.documents.five_ones.items import (
    CELL_FIELDS,
    CELLS,
    COUNTS_SENTENCE,
    DONE,
    DUE,
    ITEMS,
    MISSING,
    TOTAL,
    CountsView,
    ItemsView,
    digest,
    item_columns,
    items_view,
    of_item,
    total_counts,
)
from docgen.documents.kind import Contents, OrganisationPaper, Scope
from docgen.documents.periods import (
    MonthsView,
    heading,
    month_columns,
    months_view,
    organisation_months,
    organisation_year,
    period_of,
)
from docgen.house.outline import Align, Column, Heading, If, Layout, Outline, Paragraph, Rows, Title
from docgen.ledger import Cell, CellState, FiveOnesItem, OrganisationLedger
from docgen.ledger.five_ones import cell_from_plain
from docgen.model.subject import Subject
from docgen.model.unit import Unit
from docgen.view import Figure, View, label

KIND = kind_named("five-ones-matrix")
PAPER = "“五个一”汇总"
SUM = "合计"
MARKS = {CellState.DONE: "√", CellState.MISSING: "未完成", CellState.NOT_APPLICABLE: "–"}
MISSING_CELL = "{unit}{month}{item}"


class MonthRow(View, frozen=True, kw_only=True):
    """One branch in a month."""

    unit: str = label("党支部")
    marks: ItemsView = label("各项")
    due: Figure = label("应完成")
    done: Figure = label("完成")
    missing: Figure = label("未完成")


class YearRow(View, frozen=True, kw_only=True):
    """One item of one branch in a year."""

    unit: str = label("党支部")
    item: str = label("事项")
    marks: MonthsView = label("各月")
    done: Figure = label("合计")


class FiveOnesMatrixView(View, frozen=True, kw_only=True):
    """What a 五个一汇总 says: of a month the first table, of a year the second."""

    heading: str = label("标题")
    month_rows: tuple[MonthRow, ...] = label("月表")
    month_sums: ItemsView = label("月表各项")
    year_rows: tuple[YearRow, ...] = label("年表")
    total: CountsView = label("合计")
    missing: tuple[str, ...] = label("未完成事项")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        If(
            "月表",
            (
                Rows(
                    "月表",
                    "行",
                    (
                        Column("党支部", "{{ 行.党支部 }}", 16, Align.CENTER),
                        *item_columns("行", "各项", 12),
                        Column("应完成", "{{ 行.应完成 }}", 9, Align.CENTER),
                        Column("完成", "{{ 行.完成 }}", 9, Align.CENTER),
                        Column("未完成", "{{ 行.未完成 }}", 9, Align.CENTER),
                    ),
                    total=(
                        SUM,
                        *(f"{{{{ 月表各项.{item} }}}}" for item in FiveOnesItem),
                        "{{ 合计.应完成 }}",
                        "{{ 合计.完成 }}",
                        "{{ 合计.未完成 }}",
                    ),
                ),
            ),
        ),
        If(
            "年表",
            (
                Rows(
                    "年表",
                    "行",
                    (
                        Column("党支部", "{{ 行.党支部 }}", 16, Align.CENTER),
                        Column("事项", "{{ 行.事项 }}", 20, Align.CENTER),
                        *month_columns("行", "各月", 14),
                        Column("合计", "{{ 行.合计 }}", 12, Align.CENTER),
                    ),
                ),
            ),
        ),
        Paragraph(f"{COUNTS_SENTENCE}。“√”为完成，“–”为不适用。"),
        If("未完成事项", (Heading("未完成事项", 1), Paragraph(each="未完成事项"))),
    ),
    landscape=True,
)


def month_view(ledger: OrganisationLedger, subject: Subject) -> FiveOnesMatrixView:
    """Return the matrix of a month, branches by items."""
    return _view(ledger, subject, month_rows=tuple(_month_row(ledger, unit) for unit in ledger.units))


def year_view(ledger: OrganisationLedger, subject: Subject) -> FiveOnesMatrixView:
    """Return the matrix of a year, branches and items by months."""
    rows = (row for unit in ledger.units for row in _year_rows(ledger, unit))
    return _view(ledger, subject, year_rows=tuple(rows))


def _view(
    ledger: OrganisationLedger,
    subject: Subject,
    month_rows: tuple[MonthRow, ...] = (),
    year_rows: tuple[YearRow, ...] = (),
) -> FiveOnesMatrixView:
    return FiveOnesMatrixView(
        heading=heading(ledger.own, period_of(subject), PAPER),
        month_rows=month_rows,
        month_sums=items_view(*(ledger.total(KIND.name, ITEMS, item.value, DONE) for item in FiveOnesItem)),
        year_rows=year_rows,
        total=total_counts(ledger, KIND.name, TOTAL),
        missing=tuple(_missing(ledger)),
    )


def _month_row(ledger: OrganisationLedger, unit: Unit) -> MonthRow:
    return MonthRow(
        unit=unit.short,
        marks=items_view(*(MARKS[cell.state] for cell in _cells(ledger, unit))),
        due=ledger.figure(unit.short, KIND.name, TOTAL, DUE),
        done=ledger.figure(unit.short, KIND.name, TOTAL, DONE),
        missing=ledger.figure(unit.short, KIND.name, TOTAL, MISSING),
    )


def _year_rows(ledger: OrganisationLedger, unit: Unit) -> Iterator[YearRow]:
    cells = _cells(ledger, unit)
    for item in FiveOnesItem:
        yield YearRow(
            unit=unit.short,
            item=item.value,
            marks=months_view(*(MARKS[cell.state] for cell in of_item(cells, item))),
            done=ledger.figure(unit.short, KIND.name, ITEMS, item.value, DONE),
        )


def _missing(ledger: OrganisationLedger) -> Iterator[str]:
    for unit in ledger.units:
        for cell in _cells(ledger, unit):
            if cell.state is CellState.MISSING:
                yield MISSING_CELL.format(unit=unit.short, month=cell.month.text, item=cell.item)


def _cells(ledger: OrganisationLedger, unit: Unit) -> list[Cell]:
    return [cell_from_plain(plain) for plain in ledger.part(unit.short, KIND.name, CELLS) or ()]


CONTENTS = Contents(
    schema=FiveOnesMatrixView,
    papers=(
        OrganisationPaper(Scope.ORGANISATION_MONTH, organisation_months, digest, month_view),
        OrganisationPaper(Scope.ORGANISATION_YEAR, organisation_year, digest, year_view),
    ),
    outline=OUTLINE,
    needs=CELL_FIELDS,
)
