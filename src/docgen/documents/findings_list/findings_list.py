"""Takes what is wrong in a year's records, gives the 问题清单 of a unit or an organisation."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from docgen.chinese import date_text
from docgen.documents.findings_list.organisation import (
    KIND,
    LevelRow,
    all_told,
    counted,
    digest,
    level_rows,
    level_sums,
)
from docgen.documents.findings_list.told import Told, told
from docgen.documents.kind import Contents, OrganisationPaper, Scope, UnitPaper
from docgen.documents.periods import heading, kept_year, period_of, unit_year
from docgen.findings import Level, Place
from docgen.house.outline import Align, Column, Heading, If, Layout, Outline, Paragraph, Rows, Title
from docgen.ledger import BranchLedger, OrganisationLedger
from docgen.model.subject import Subject
from docgen.rules import VERSION
from docgen.view import Figure, Text, View, label
from docgen.vocabulary.commands import LEVELS
from docgen.workspace.files import RECORDS_FOLDER

LINE = "{file} 第{line}行"
NO_WINDOW = "–"


class ProblemRow(View, frozen=True, kw_only=True):
    """One thing that is wrong: where, what, how to mend it, and by which rule."""

    number: Figure = label("序号")
    level: str = label("级别")
    window: str = label("期间")
    place: str = label("位置")
    words: Text = label("问题")
    hint: str = label("怎么改")
    articles: str = label("依据")


class UnitProblemRow(ProblemRow, frozen=True, kw_only=True):
    """One thing that is wrong in one of several units."""

    unit: str = label("单位")


class FindingsListView(View, frozen=True, kw_only=True):
    """What a 问题清单 says: of a unit the first table, of an organisation the others."""

    heading: str = label("标题")
    day: str = label("截至")
    version: str = label("规则版本")
    count: LevelRow = label("合计")
    units: tuple[LevelRow, ...] = label("各单位")
    problems: tuple[ProblemRow, ...] = label("问题")
    unit_problems: tuple[UnitProblemRow, ...] = label("各单位问题")


FIRST = (
    Column("序号", "{{ 行.序号 }}", 12, Align.CENTER),
    Column("级别", "{{ 行.级别 }}", 12, Align.CENTER),
)
WINDOW = Column("期间", "{{ 行.期间 }}", 28, Align.CENTER)
REST = (
    Column("位置", "{{ 行.位置 }}", 44),
    Column("问题", "{{ 行.问题 }}", 52),
    Column("怎么改", "{{ 行.怎么改 }}", 48),
    Column("依据", "{{ 行.依据 }}", 30),
)
SUMMARY = (
    "截至{{ 截至 }}，按{{ 规则版本 }}版规则检查，"
    "共有错误{{ 合计.错误 }}处、警告{{ 合计.警告 }}处、提示{{ 合计.提示 }}处。"
)
OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        If(
            "问题 or 各单位问题",
            (Paragraph(SUMMARY),),
            (Paragraph("截至{{ 截至 }}，按{{ 规则版本 }}版规则检查，没有发现问题。"),),
        ),
        If("问题", (Rows("问题", "行", (*FIRST, WINDOW, *REST)),)),
        If(
            "各单位",
            (
                Rows(
                    "各单位",
                    "行",
                    (
                        Column("单位", "{{ 行.单位 }}", 60, Align.CENTER),
                        Column("错误", "{{ 行.错误 }}", 55, Align.CENTER),
                        Column("警告", "{{ 行.警告 }}", 55, Align.CENTER),
                        Column("提示", "{{ 行.提示 }}", 55, Align.CENTER),
                    ),
                    total=("{{ 合计.单位 }}", "{{ 合计.错误 }}", "{{ 合计.警告 }}", "{{ 合计.提示 }}"),
                ),
            ),
        ),
        If(
            "各单位问题",
            (
                Heading("各单位的问题", 1),
                Rows(
                    "各单位问题",
                    "行",
                    (*FIRST, Column("单位", "{{ 行.单位 }}", 18, Align.CENTER), WINDOW, *REST),
                ),
            ),
        ),
    ),
    landscape=True,
)


def unit_view(ledger: BranchLedger, subject: Subject) -> FindingsListView:
    """Return what is wrong in a unit's records of a year, errors first."""
    period = period_of(subject)
    found = told(ledger, period)
    return FindingsListView(
        heading=heading(ledger, period, KIND.label),
        day=date_text(ledger.as_of(period)),
        version=VERSION,
        count=LevelRow(unit="", **{level.value: counted(found, level) for level in Level}),
        units=(),
        problems=tuple(_row(each, index) for index, each in enumerate(found, start=1)),
        unit_problems=(),
    )


def organisation_view(ledger: OrganisationLedger, subject: Subject) -> FindingsListView:
    """Return what is wrong in a year's records of an organisation and all of its units."""
    period = period_of(subject)
    found = all_told(ledger, period)
    rows = level_rows(ledger, found)
    return FindingsListView(
        heading=heading(ledger.own, period, KIND.label),
        day=date_text(ledger.own.as_of(period)),
        version=VERSION,
        count=level_sums(rows),
        units=rows,
        problems=(),
        unit_problems=tuple(_unit_row(each, index) for index, each in enumerate(found, start=1)),
    )


def _row(each: Told, index: int) -> ProblemRow:
    return ProblemRow(**_common(each, index))


def _unit_row(each: Told, index: int) -> UnitProblemRow:
    return UnitProblemRow(unit=each.unit, **_common(each, index))


def _common(each: Told, index: int) -> dict[str, Any]:
    return {
        "number": Figure(index, str(index)),
        "level": LEVELS[each.finding.level],
        "window": each.window.text if each.window else NO_WINDOW,
        "place": _place(each.finding.place),
        "words": each.words,
        "hint": each.hint,
        "articles": each.articles,
    }


def _place(place: Place) -> str:
    """Return a place inside a unit's folder: of a record its path below the records, of anything else the file."""
    file = place.file.partition(f"/{RECORDS_FOLDER}/")[2] or PurePosixPath(place.file).name
    return LINE.format(file=file, line=place.line) if place.line else file


CONTENTS = Contents(
    schema=FindingsListView,
    papers=(
        UnitPaper(Scope.YEAR, unit_year, unit_view),
        OrganisationPaper(Scope.ORGANISATION_YEAR, kept_year, digest, organisation_view),
    ),
    outline=OUTLINE,
    needs_nothing="it lists what is wrong, and no error keeps it from saying so",
)
