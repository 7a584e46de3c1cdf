"""Takes a branch's finished files of a year, gives the 归档目录."""

from __future__ import annotations

from datetime import date

from docgen.chinese import date_text
from docgen.documents.catalogue import kind_named
from docgen.documents.kind import ArchivePaper, Contents, FiledPaper, Scope
from docgen.documents.periods import branch_year, heading, period_of
from docgen.house.outline import Align, Column, Layout, Outline, Paragraph, Rows, Title
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Figure, View, label

KIND = kind_named("archive-index")
CHECK_DIGITS = 12
FULL_DATE = 10


class FileRow(View, frozen=True, kw_only=True):
    """One finished file; the pages of a file that has none known are left blank for the hand."""

    number: Figure = label("序号")
    title: str = label("题名")
    date: str = label("日期")
    pages: str = label("页数")
    file: str = label("文件")
    check: str = label("校验")


class ArchiveIndexView(View, frozen=True, kw_only=True):
    """What a 归档目录 says."""

    heading: str = label("标题")
    files: tuple[FileRow, ...] = label("文件")
    count: Figure = label("件数")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Rows(
            "文件",
            "行",
            (
                Column("序号", "{{ 行.序号 }}", 12, Align.CENTER),
                Column("题名", "{{ 行.题名 }}", 62),
                Column("日期", "{{ 行.日期 }}", 37, Align.CENTER),
                Column("页数", "{{ 行.页数 }}", 12, Align.CENTER),
                Column("文件", "{{ 行.文件 }}", 71),
                Column("校验", "{{ 行.校验 }}", 31, Align.CENTER),
            ),
        ),
        Paragraph("共{{ 件数 }}件。校验为文件SHA-256值的前12位。"),
    ),
    landscape=True,
)


def view(ledger: BranchLedger, subject: Subject, files: tuple[FiledPaper, ...]) -> ArchiveIndexView:
    """Return the index of a branch's finished files, in their order."""
    return ArchiveIndexView(
        heading=heading(ledger, period_of(subject), KIND.label),
        files=tuple(_row(subject, file, index) for index, file in enumerate(files, start=1)),
        count=Figure(len(files), str(len(files))),
    )


def _row(subject: Subject, file: FiledPaper, index: int) -> FileRow:
    return FileRow(
        number=Figure(index, str(index)),
        title=file.title,
        date=filed_date(file.date),
        pages="" if file.pages is None else str(file.pages),
        file=file.path.removeprefix(f"{subject.unit}/"),
        check=file.sha256[:CHECK_DIGITS],
    )


def filed_date(text: str) -> str:
    """Write the day or period of a file's name as papers do."""
    if not text:
        return ""
    return date_text(date.fromisoformat(text)) if len(text) == FULL_DATE else Period.parse(text).text


CONTENTS = Contents(
    schema=ArchiveIndexView,
    papers=(ArchivePaper(Scope.ARCHIVE, branch_year, view),),
    outline=OUTLINE,
    needs_nothing="it lists finished files and reads no record",
)
