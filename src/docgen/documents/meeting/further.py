"""Takes what only some meetings have, gives the further blocks of the 会议记录: 查摆问题, 批评, 测评, 选举."""

from __future__ import annotations

from docgen.documents.part import Part
from docgen.house.outline import Align, Block, Column, Heading, If, Paragraph, Rows
from docgen.ledger import Entry
from docgen.model.meeting import Ballots, Meeting
from docgen.view import Figure, Text, View, label

SLASH = "／"


class ShortcomingRow(View, frozen=True, kw_only=True):
    """One line of the 问题清单."""

    number: Figure = label("序号")
    name: Text = label("姓名")
    problem: Text = label("问题")
    cause: Text = label("原因")
    remedy: Text = label("整改措施")
    responsible: Text = label("责任人")
    deadline: Text = label("期限")
    state: Text = label("状态")


class CriticismRow(View, frozen=True, kw_only=True):
    """What one member told another."""

    by: Text = label("批评人")
    of: Text = label("被批评人")
    words: Text = label("内容")


class AppraisalRow(View, frozen=True, kw_only=True):
    """How one member was appraised; the ballots are for the branch alone."""

    number: Figure = label("序号")
    name: str = label("姓名")
    own: Text = label("自评")
    ballots: Text = label("票数")
    grade: Text = label("支部评定")
    told: Text = label("反馈日期")


FURTHER: tuple[Block, ...] = (
    If("查摆问题", (
        Heading("查摆问题清单", 1),
        Rows("查摆问题", "条", (
            Column("序号", "{{ 条.序号 }}", 11, Align.CENTER),
            Column("姓名", "{{ 条.姓名 }}", 18, Align.CENTER),
            Column("问题", "{{ 条.问题 }}", 21),
            Column("原因", "{{ 条.原因 }}", 17),
            Column("整改措施", "{{ 条.整改措施 }}", 24),
            Column("责任人", "{{ 条.责任人 }}", 18, Align.CENTER),
            Column("期限", "{{ 条.期限 }}", 33, Align.CENTER),
            Column("状态", "{{ 条.状态 }}", 14, Align.CENTER),
        )),
    )),
    If("批评", (
        Heading("批评与自我批评", 1),
        Rows("批评", "条", (
            Column("批评人", "{{ 条.批评人 }}", 20, Align.CENTER),
            Column("被批评人", "{{ 条.被批评人 }}", 20, Align.CENTER),
            Column("内容", "{{ 条.内容 }}", 116),
        )),
    )),
    If("测评", (
        Heading("民主评议党员测评", 1),
        Rows("测评", "条", (
            Column("序号", "{{ 条.序号 }}", 12, Align.CENTER),
            Column("姓名", "{{ 条.姓名 }}", 20, Align.CENTER),
            Column("自评", "{{ 条.自评 }}", 20, Align.CENTER),
            Column("优秀／合格／基本合格／不合格票数", "{{ 条.票数 }}", 47, Align.CENTER),
            Column("支部评定", "{{ 条.支部评定 }}", 20, Align.CENTER),
            Column("反馈日期", "{{ 条.反馈日期 }}", 37, Align.CENTER),
        )),
    )),
    If("选举", (Heading("选举情况", 1), Paragraph(each="选举"))),
)  # fmt: skip


def shortcoming_rows(entry: Entry[Meeting]) -> tuple[ShortcomingRow, ...]:
    """Return the 问题清单 of an 组织生活会."""
    return tuple(
        ShortcomingRow(
            number=row_number(index, entry.id),
            name=part.said("name"),
            problem=part.said("problem"),
            cause=part.text("cause"),
            remedy=part.text("remedy"),
            responsible=part.text("responsible"),
            deadline=part.text("deadline"),
            state=part.said("state"),
        )
        for index, part in enumerate(Part.of(entry).each("shortcomings"), start=1)
    )


def criticism_rows(entry: Entry[Meeting]) -> tuple[CriticismRow, ...]:
    """Return who told whom what."""
    parts = Part.of(entry).each("criticisms")
    return tuple(CriticismRow(by=each.said("by"), of=each.said("of"), words=each.said("words")) for each in parts)


def appraisal_rows(entry: Entry[Meeting]) -> tuple[AppraisalRow, ...]:
    """Return the appraisal of each member."""
    return tuple(
        AppraisalRow(
            number=row_number(index, entry.id),
            name=part.optional("name"),
            own=part.text("own"),
            ballots=part.said("ballots", _numbers) or part.gap("ballots"),
            grade=part.text("grade"),
            told=part.text("told"),
        )
        for index, part in enumerate(Part.of(entry).each("appraisals"), start=1)
    )


def row_number(index: int, source: str) -> Figure:
    """Return a row's number, which names the record that the row tells of."""
    return Figure(index, str(index), (source,))


def _numbers(ballots: Ballots) -> str:
    counts = (ballots.excellent, ballots.qualified, ballots.barely, ballots.unqualified)
    return SLASH.join(map(str, counts))
