"""Takes a branch's month, gives the 五个一月报: the five items with their evidence, then what else was done."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.five_ones.evidence import content, evidence
from docgen.documents.five_ones.items import CELL_FIELDS, CONTENT_FIELDS, COUNTS_SENTENCE, CountsView, counts, records
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.part import Part
from docgen.documents.periods import branch_months, heading, period_of
from docgen.house.outline import Align, Column, Fields, Heading, If, Layout, Outline, Paragraph, Rows, Title
from docgen.ledger import BranchLedger, Cell, CellState
from docgen.model.five_ones import OwnChoice
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.theme_day import ThemeDay
from docgen.view import Figure, Text, View, label

PAPER = "“五个一”月报"
NOTHING = "—"
SEPARATOR = "；"


class ItemRow(View, frozen=True, kw_only=True):
    """One of the five items."""

    number: Figure = label("序号")
    item: str = label("事项")
    content: str = label("内容")
    evidence: tuple[Text, ...] = label("佐证")
    state: str = label("完成情况")


class OwnChoiceRow(View, frozen=True, kw_only=True):
    """One thing that the branch chose itself."""

    number: Figure = label("序号")
    subject: str = label("标题")
    day: str = label("日期")
    content: Text = label("内容")
    result: str = label("结果")


class FiveOnesMonthView(View, frozen=True, kw_only=True):
    """What a 五个一月报 says."""

    heading: str = label("标题")
    unit: str = label("党支部")
    month: str = label("月份")
    rows: tuple[ItemRow, ...] = label("事项")
    total: CountsView = label("合计")
    records: Figure = label("件数")
    own: tuple[OwnChoiceRow, ...] = label("自选动作")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Fields(((("党支部", "{{ 党支部 }}"), ("月份", "{{ 月份 }}")),)),
        Rows(
            "事项",
            "行",
            (
                Column("序号", "{{ 行.序号 }}", 12, Align.CENTER),
                Column("事项", "{{ 行.事项 }}", 20, Align.CENTER),
                Column("内容", "{{ 行.内容 }}", 51),
                Column("佐证", "{% for 句 in 行.佐证 %}{{ 句 }}{% if not loop.last %}；{% endif %}{% endfor %}", 53),
                Column("完成情况", "{{ 行.完成情况 }}", 20, Align.CENTER),
            ),
        ),
        Paragraph(f"本月{COUNTS_SENTENCE}；形成记录{{{{ 件数 }}}}件。"),
        If(
            "自选动作",
            (
                Heading("自选动作", 1),
                Rows(
                    "自选动作",
                    "行",
                    (
                        Column("序号", "{{ 行.序号 }}", 12, Align.CENTER),
                        Column("标题", "{{ 行.标题 }}", 30),
                        Column("日期", "{{ 行.日期 }}", 37, Align.CENTER),
                        Column("内容", "{{ 行.内容 }}", 47),
                        Column("结果", "{{ 行.结果 }}", 30),
                    ),
                ),
            ),
        ),
    ),
)


def view(ledger: BranchLedger, subject: Subject) -> FiveOnesMonthView:
    """Return how the five items of a branch's month stand."""
    month = period_of(subject)
    cells = ledger.cells(month)
    return FiveOnesMonthView(
        heading=heading(ledger, month, PAPER),
        unit=ledger.unit.name,
        month=month.text,
        rows=tuple(_row(ledger, cell, index) for index, cell in enumerate(cells, start=1)),
        total=counts(cells),
        records=records(cells),
        own=tuple(_own_choices(ledger, month)),
    )


def _row(ledger: BranchLedger, cell: Cell, index: int) -> ItemRow:
    # What is done is shown by its proof; what is not, by all that was begun, with a Gap for what the proof lacks.
    shown = cell.evidence if cell.state is CellState.DONE else cell.records
    entries = [entry for entry in map(ledger.entry, shown) if entry is not None]
    said = SEPARATOR.join(content(ledger, entry) for entry in entries)
    return ItemRow(
        number=Figure(index, str(index), cell.records),
        item=cell.item.value,
        content=said or NOTHING,
        evidence=tuple(text for entry in entries for text in evidence(ledger, entry)) or (NOTHING,),
        state=cell.state.value,
    )


def _own_choices(ledger: BranchLedger, month: Period) -> Iterator[OwnChoiceRow]:
    for index, entry in enumerate(ledger.of(OwnChoice, month), start=1):
        part = Part.of(entry)
        yield OwnChoiceRow(
            number=Figure(index, str(index), (entry.id,)),
            subject=entry.model.subject,
            day=part.optional("on"),
            content=part.text("words"),
            result=part.optional("result") or NOTHING,
        )


CONTENTS = Contents(
    schema=FiveOnesMonthView,
    papers=(UnitPaper(Scope.MONTH, branch_months, view),),
    outline=OUTLINE,
    needs=(
        *CELL_FIELDS,
        *CONTENT_FIELDS,
        *labels_of(ThemeDay, "photos"),
        *labels_of(OwnChoice, "subject", "on", "words", "result"),
    ),
)
