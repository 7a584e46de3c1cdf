"""Takes an organisation's year, gives its 年度报告: goals, methods, effects item by item, outlook."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import heading_number
from docgen.documents.catalogue import kind_named
from docgen.documents.five_ones.items import (
    CELL_FIELDS,
    COUNTS_SENTENCE,
    DONE,
    DUE,
    ITEMS,
    MISSING,
    RECORDS,
    TOTAL,
    CountsView,
    ItemsView,
    digest_counts,
    item_columns,
    items_view,
    total_counts,
)
from docgen.documents.kind import Contents, OrganisationPaper, Scope
from docgen.documents.obligations.organisation import COUNT, LACKING, lacking
from docgen.documents.obligations.owed import LIST_COMMA, owed
from docgen.documents.periods import heading, organisation_year, period_of
from docgen.documents.reviews.achievements import ITEM_WORDS, CountView, counted
from docgen.documents.reviews.unfinished import FactView
from docgen.documents.reviews.words import WORD_FIELDS, YearWords
from docgen.documents.sending import ADDRESSEE, HEAD, DispatchView, closing
from docgen.house.outline import Align, Column, For, Heading, If, Layout, Outline, Paragraph, Rows, Title
from docgen.ledger import BranchLedger, FiveOnesItem, OrganisationLedger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.unit import Unit
from docgen.view import Figure, Plain, Text, View, Way, label

KIND = kind_named("organisation-year-report")
PAPER = "工作报告"
SUM = "合计"
OF = "{done}/{due}"
UNFINISHED = "{item}{count}项（{units}）。"
# Under which of the five effects the sections of the 年度总结 stand.
EFFECT_SECTIONS = {
    FiveOnesItem.STUDY: ("political", "education"),
    FiveOnesItem.THEME_DAY: ("organisation_life",),
    FiveOnesItem.POLICY: ("integration", "integrity"),
    FiveOnesItem.PROBLEM: ("service",),
    FiveOnesItem.NEWS: (),
}


class EffectView(View, frozen=True, kw_only=True):
    """What one of the five items came to."""

    heading: str = label("标题")
    count: CountView = label("统计")
    due: Figure = label("应完成")
    done: Figure = label("完成")
    missing: Figure = label("未完成")
    words: tuple[Text, ...] = label("段落")


class BranchRow(View, frozen=True, kw_only=True):
    """Done and due of one branch, item by item."""

    unit: str = label("党支部")
    items: ItemsView = label("各项")
    total: Figure = label("合计")


class OrganisationYearReportView(DispatchView, frozen=True, kw_only=True):
    """What a 机关党委年度报告 says."""

    heading: str = label("标题")
    overview: tuple[Text, ...] = label("概述")
    goals: tuple[Text, ...] = label("工作目标")
    methods: tuple[Text, ...] = label("方法")
    units: Figure = label("党支部数")
    total: CountsView = label("合计")
    effects: tuple[EffectView, ...] = label("效果")
    branches: tuple[BranchRow, ...] = label("各党支部")
    problems: tuple[Text, ...] = label("问题")
    unfinished: tuple[FactView, ...] = label("未完成事项")
    outlook: tuple[Text, ...] = label("展望")
    plans: tuple[Text, ...] = label("打算")
    signer: str = label("署名")
    date: Text = label("成文日期")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        HEAD,
        Title("{{ 标题 }}"),
        ADDRESSEE,
        Paragraph(each="概述"),
        Heading("一、工作目标", 1),
        Paragraph(each="工作目标"),
        Heading("二、工作方法", 1),
        Paragraph(each="方法"),
        Heading("三、实施效果", 1),
        Paragraph(f"{{{{ 党支部数 }}}}个党支部{COUNTS_SENTENCE}。"),
        For(
            "项",
            "效果",
            (
                Heading("{{ 项.标题 }}", 2),
                Paragraph(
                    "各党支部{{ 项.统计.名称 }}{{ 项.统计.数 }}{{ 项.统计.量词 }}；"
                    "应完成{{ 项.应完成 }}项，完成{{ 项.完成 }}项，未完成{{ 项.未完成 }}项。"
                ),
                Paragraph(each="项.段落"),
            ),
        ),
        Paragraph("各党支部完成情况如下（完成数/应完成数）："),
        Rows(
            "各党支部",
            "行",
            (
                Column("党支部", "{{ 行.党支部 }}", 16, Align.CENTER),
                *item_columns("行", "各项", 14),
                Column("合计", "{{ 行.合计 }}", 16, Align.CENTER),
            ),
        ),
        If(
            "问题 or 未完成事项",
            (
                Heading(f"{heading_number(2, len(FiveOnesItem) + 1)}存在问题", 2),
                Paragraph(each="问题"),
                If(
                    "未完成事项",
                    (
                        Paragraph("各党支部应办而未完成的事项："),
                        For("项", "未完成事项", (Paragraph("（{{ 项.序号 }}）{{ 项.内容 }}"),)),
                    ),
                ),
            ),
        ),
        Heading("四、展望", 1),
        Paragraph(each="展望"),
        Paragraph(each="打算"),
        *closing(),
    ),
)


def view(ledger: OrganisationLedger, subject: Subject) -> OrganisationYearReportView:
    """Return the year's report of an organisation; its words are its own, its figures its branches'."""
    period = period_of(subject)
    said = YearWords.of(ledger.own, period)
    rows = [_row(ledger, unit) for unit in ledger.units]
    return OrganisationYearReportView(
        **said.sent,
        heading=heading(ledger.own, period, PAPER),
        overview=said.said("overview"),
        goals=said.section("goals"),
        methods=said.section("methods"),
        units=Figure(len(rows), str(len(rows))),
        total=total_counts(ledger, KIND.name, TOTAL),
        effects=tuple(_effect(ledger, said, item, index) for index, item in enumerate(FiveOnesItem, start=1)),
        branches=(*rows, _sums(ledger)),
        problems=said.listed("problems"),
        unfinished=tuple(_unfinished(ledger)),
        outlook=said.section("outlook"),
        plans=said.listed("plans"),
        signer=ledger.unit.name,
        date=said.date,
    )


def digest(ledger: BranchLedger, period: Period) -> dict[str, Plain]:
    """Return the counts of a branch's five items, and what of all obligations is lacking, as plain data."""
    return {**digest_counts(ledger, period), LACKING: lacking(ledger, owed(ledger, period))}


def _unfinished(ledger: OrganisationLedger) -> Iterator[FactView]:
    """Yield each item that is lacking, with the branches in which it is."""
    named = dict.fromkeys(key for unit in ledger.units for key in ledger.part(unit.short, KIND.name, LACKING) or ())
    for index, key in enumerate(named, start=1):
        lacking = [unit.short for unit in ledger.units if ledger.part(unit.short, KIND.name, LACKING, key)]
        whole = ledger.total(KIND.name, LACKING, key, COUNT)
        words = UNFINISHED.format(item=key, count=whole.text, units=LIST_COMMA.join(lacking))
        yield FactView(number=Figure(index, str(index), whole.sources), words=words)


def _effect(ledger: OrganisationLedger, said: YearWords, item: FiveOnesItem, index: int) -> EffectView:
    path = (KIND.name, ITEMS, item.value)
    return EffectView(
        heading=heading_number(2, index) + item,
        count=counted(ITEM_WORDS[item], ledger.total(*path, RECORDS)),
        due=ledger.total(*path, DUE),
        done=ledger.total(*path, DONE),
        missing=ledger.total(*path, MISSING),
        words=tuple(text for section in EFFECT_SECTIONS[item] for text in said.written(section)),
    )


def _row(ledger: OrganisationLedger, unit: Unit) -> BranchRow:
    return BranchRow(
        unit=unit.short,
        items=items_view(*(_of_due(*_pair(ledger, unit, ITEMS, item.value)) for item in FiveOnesItem)),
        total=_of_due(*_pair(ledger, unit, TOTAL)),
    )


def _pair(ledger: OrganisationLedger, unit: Unit, *path: str) -> tuple[Figure, Figure]:
    return ledger.figure(unit.short, KIND.name, *path, DONE), ledger.figure(unit.short, KIND.name, *path, DUE)


def _sums(ledger: OrganisationLedger) -> BranchRow:
    totals = (
        (ledger.total(KIND.name, ITEMS, item.value, DONE), ledger.total(KIND.name, ITEMS, item.value, DUE))
        for item in FiveOnesItem
    )
    return BranchRow(
        unit=SUM,
        items=items_view(*(_of_due(done, due) for done, due in totals)),
        total=_of_due(ledger.total(KIND.name, TOTAL, DONE), ledger.total(KIND.name, TOTAL, DUE)),
    )


def _of_due(done: Figure, due: Figure) -> Figure:
    said = OF.format(done=done.text, due=due.text)
    return Figure(done.value, said, (*done.sources, *due.sources), Way.SHARE, (done, due))


CONTENTS = Contents(
    schema=OrganisationYearReportView,
    papers=(OrganisationPaper(Scope.ORGANISATION_YEAR, organisation_year, digest, view),),
    outline=OUTLINE,
    needs=(*WORD_FIELDS, *CELL_FIELDS),
)
