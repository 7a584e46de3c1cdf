"""Takes a branch's points of a quarter or a year, gives the 积分台账: totals, items, and what was written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.documents.catalogue import kind_named
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.part import Part, words
from docgen.documents.periods import heading, period_of
from docgen.documents.points.rows import OTHERS, RECORD_FIELDS, names_of, quarters, table, year
from docgen.house.outline import Align, Column, Grid, Heading, If, Layout, Outline, Paragraph, Rows, Title
from docgen.ledger import BranchLedger, figures
from docgen.ledger.branch import AnyEntry
from docgen.ledger.points import PointsLine, Standing, figure_of, standings
from docgen.model.scoring import PointsEntry
from docgen.model.subject import Subject
from docgen.view import Figure, Text, View, label

KIND = kind_named("points-ledger")
BASIS = "{day}{title}"


class ItemRow(View, frozen=True, kw_only=True):
    """One item of one member: how often, worth how much, and how much of it counts."""

    name: str = label("姓名")
    category: str = label("类别")
    item: str = label("项目")
    times: Figure = label("次数")
    points: Figure = label("得分")
    counted: Figure = label("计入")


class WrittenRow(View, frozen=True, kw_only=True):
    """One entry written by hand, with its ground."""

    day: str = label("日期")
    name: str = label("姓名")
    item: str = label("项目")
    points: Figure = label("得分")
    counted: Figure = label("计入")
    ground: Text = label("依据或事由")
    applicant: str = label("申报人")
    examiner: str = label("审核人")


class PointsLedgerView(View, frozen=True, kw_only=True):
    """What a 积分台账 says; which columns the first table has follows the scheme."""

    heading: str = label("标题")
    heads: tuple[str, ...] = label("表头")
    rows: tuple[tuple[Text, ...], ...] = label("行们")
    written: tuple[WrittenRow, ...] = label("手工记分")
    items: tuple[ItemRow, ...] = label("各项积分")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Paragraph("各类为上限以内计入的分数；合计为基础分与各类之和，有下限、上限的按方案调整。"),
        Grid("表头", "行们", Align.CENTER),
        # Without conditions: so each table has a sheet of its own in xlsx. The long one is last.
        Heading("一、手工记分", 1),
        Rows(
            "手工记分",
            "行",
            (
                Column("日期", "{{ 行.日期 }}", 30, Align.CENTER),
                Column("姓名", "{{ 行.姓名 }}", 24, Align.CENTER),
                Column("项目", "{{ 行.项目 }}", 32),
                Column("得分", "{{ 行.得分 }}", 12, Align.CENTER),
                Column("计入", "{{ 行.计入 }}", 12, Align.CENTER),
                Column("依据或事由", "{{ 行.依据或事由 }}", 60),
                Column("申报人", "{{ 行.申报人 }}", 18, Align.CENTER),
                Column("审核人", "{{ 行.审核人 }}", 18, Align.CENTER),
            ),
        ),
        If("not 手工记分", (Paragraph("本期没有手工记分，各项积分都由记录自动记得。"),)),
        Heading("二、各项积分", 1),
        Rows(
            "各项积分",
            "行",
            (
                Column("姓名", "{{ 行.姓名 }}", 24, Align.CENTER),
                Column("类别", "{{ 行.类别 }}", 30, Align.CENTER),
                Column("项目", "{{ 行.项目 }}", 60),
                Column("次数", "{{ 行.次数 }}", 14, Align.CENTER),
                Column("得分", "{{ 行.得分 }}", 14, Align.CENTER),
                Column("计入", "{{ 行.计入 }}", 14, Align.CENTER),
            ),
        ),
    ),
    landscape=True,
)


def view(ledger: BranchLedger, subject: Subject) -> PointsLedgerView:
    """Return the points of a branch's members with what they were given for."""
    period = period_of(subject)
    heads, rows = table(ledger, subject)
    found = standings(ledger, period)
    names, order = names_of(found), [*ledger.settings.points.named]
    return PointsLedgerView(
        heading=heading(ledger, period, KIND.label),
        heads=heads,
        rows=rows,
        items=tuple(row for each in found for row in _items(each, names[id(each.member)], order)),
        written=tuple(_written(ledger, found, names)),
    )


def _items(standing: Standing, name: str, order: list[str]) -> Iterator[ItemRow]:
    """Yield a member's items in the order of the scheme, those that it does not know last."""
    groups: dict[tuple[str, str], list[PointsLine]] = {}
    for line in standing.lines:
        groups.setdefault((line.category, line.item), []).append(line)
    known = {item: at for at, item in enumerate(order)}
    for (category, item), lines in sorted(groups.items(), key=lambda group: known.get(group[0][1], len(known))):
        records = tuple(line.record for line in lines)
        yield ItemRow(
            name=name,
            category=category or OTHERS,
            item=item,
            times=Figure(len(lines), str(len(lines)), tuple(dict.fromkeys(records))),
            points=figures.number(sum((line.points for line in lines), Decimal()), records),
            counted=figure_of(lines),
        )


def _written(ledger: BranchLedger, found: tuple[Standing, ...], names: dict[int, str]) -> Iterator[WrittenRow]:
    lines = [line for each in found for line in each.lines if line.by_hand]
    for line in sorted(lines, key=lambda each: (each.day, each.record)):
        entry = ledger.entry(line.record)
        if entry is not None:
            part = Part.of(entry)
            yield WrittenRow(
                day=words(line.day),
                name=names[id(line.member)],
                item=line.item,
                points=figures.number(line.points, (line.record,)),
                counted=figure_of((line,)),
                ground=_ground(ledger, part),
                applicant=part.optional("applicant"),
                examiner=part.optional("examiner"),
            )


def _ground(ledger: BranchLedger, part: Part[PointsEntry]) -> Text:
    """Return the reason as written, else the record that an entry rests on, else the Gap of the reason."""
    if part.has("reason") or not part.has("basis"):
        return part.text("reason")
    return part.said("basis", lambda basis: _named(ledger.entry(basis), basis))


def _named(entry: AnyEntry | None, basis: str) -> str:
    if entry is None or entry.day is None:
        return basis
    return BASIS.format(day=words(entry.day), title=entry.model.title)


CONTENTS = Contents(
    schema=PointsLedgerView,
    papers=(UnitPaper(Scope.QUARTER, quarters, view), UnitPaper(Scope.YEAR, year, view)),
    outline=OUTLINE,
    needs=(*RECORD_FIELDS, *labels_of(PointsEntry, "basis", "reason", "applicant", "examiner")),
)
