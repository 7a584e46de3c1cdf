"""Takes a unit's finished pdf files of a period, gives the 档案盒: its cover and the contents before them.

The pdf is the whole box; as docx and html its front alone, for a box of cardboard.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Annotated

from docgen.documents.archive_index import CHECK_DIGITS, filed_date
from docgen.documents.kind import ArchivePaper, Contents, FiledPaper, Scope
from docgen.documents.periods import heading, period_of
from docgen.house.outline import Align, Column, Fields, If, Layout, Outline, Paragraph, Rows, Title
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Figure, Unused, View, label

YEARS_BOX, SHORT_BOX = "党建工作档案", "材料合订本"


class BoundRow(View, frozen=True, kw_only=True):
    """One file of the box; `first` is the number stamped on its first page."""

    number: Figure = label("序号")
    title: str = label("题名")
    kind: str = label("文种")
    date: str = label("日期")
    first: Figure = label("页次")
    check: Annotated[str, Unused("the key of the box is made of the view: so it knows its files")] = label("校验")


class ArchiveBoxView(View, frozen=True, kw_only=True):
    """What stands before the files of a box; a month's or quarter's has no cover."""

    heading: str = label("标题")
    has_cover: bool = label("有封面")
    owner: str = label("立档单位")
    unit: str = label("单位名称")
    period: str = label("期间")
    count: Figure = label("件数")
    pages: Figure = label("页数")
    files: tuple[BoundRow, ...] = label("文件")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        If(
            "有封面",
            (
                Fields(
                    (
                        (("立档单位", "{{ 立档单位 }}"),),
                        (("单位名称", "{{ 单位名称 }}"),),
                        (("所属期间", "{{ 期间 }}"),),
                        (("件数", "{{ 件数 }}件"), ("页数", "{{ 页数 }}页")),
                        (("档号", ""), ("保管期限", "")),
                        (("立卷人", ""), ("立卷日期", "")),
                    )
                ),
                Title("目录", new_page=True),
            ),
        ),
        Rows(
            "文件",
            "件",
            (
                Column("序号", "{{ 件.序号 }}", 13, Align.CENTER),
                Column("题名", "{{ 件.题名 }}", 60),
                Column("文种", "{{ 件.文种 }}", 33),
                Column("日期", "{{ 件.日期 }}", 37, Align.CENTER),
                Column("页次", "{{ 件.页次 }}", 13, Align.CENTER),
            ),
        ),
        Paragraph("共{{ 件数 }}件，{{ 页数 }}页。页次为各页右上角所盖的页码。"),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the period of any unit."""
    yield Subject(ledger.unit.short, period)


def view(ledger: BranchLedger, subject: Subject, files: tuple[FiledPaper, ...]) -> ArchiveBoxView:
    """Return the cover and the contents of a box over finished files, in their order."""
    period = period_of(subject)
    is_year = period == Period(period.year)
    pages = [file.pages or 0 for file in files]
    firsts = accumulate(pages[:-1], initial=1)
    numbered = zip(files, range(1, len(files) + 1), firsts, strict=True)
    return ArchiveBoxView(
        heading=heading(ledger, period, YEARS_BOX if is_year else SHORT_BOX),
        has_cover=is_year,
        owner=ledger.settings.organisation,
        unit=ledger.unit.name,
        period=period.text,
        count=_figure(len(files)),
        pages=_figure(sum(pages)),
        files=tuple(_row(*each) for each in numbered),
    )


def _row(file: FiledPaper, number: int, first: int) -> BoundRow:
    return BoundRow(
        number=_figure(number),
        title=file.title,
        kind=file.label,
        date=filed_date(file.date),
        first=_figure(first),
        check=file.sha256[:CHECK_DIGITS],
    )


def _figure(value: int) -> Figure:
    return Figure(value, str(value))


CONTENTS = Contents(
    schema=ArchiveBoxView,
    papers=(ArchivePaper(Scope.ARCHIVE, subjects, view),),
    outline=OUTLINE,
    needs_nothing="it binds finished files and reads no record",
)
