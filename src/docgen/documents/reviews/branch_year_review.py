"""Takes a branch's year, gives the 年度工作总结: the branch's own words, with figures computed from its records."""

from __future__ import annotations

from docgen.chinese import heading_number
from docgen.documents.five_ones.items import CELL_FIELDS
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.periods import branch_year, heading, period_of
from docgen.documents.reviews.achievements import SECTIONS, CountView, achievements
from docgen.documents.reviews.unfinished import FactView, unfinished
from docgen.documents.reviews.upcoming import upcoming
from docgen.documents.reviews.words import WORD_FIELDS, YearWords
from docgen.documents.sending import ADDRESSEE, HEAD, DispatchView, closing
from docgen.documents.statistics.activities import COUNTED_FIELDS
from docgen.house.outline import For, Heading, If, Layout, Line, Outline, Paragraph, Title
from docgen.ledger import BranchLedger
from docgen.model.base import label_of
from docgen.model.commitment import Commitment
from docgen.model.meeting import Meeting
from docgen.model.period import Period
from docgen.model.reviews import ReviewSections
from docgen.model.service import Training
from docgen.model.subject import Subject
from docgen.view import Text, View, label

PAPER = "工作总结"


class SectionView(View, frozen=True, kw_only=True):
    """One field of work: its words, then its counts."""

    heading: str = label("标题")
    words: tuple[Text, ...] = label("段落")
    counts: tuple[CountView, ...] = label("统计")


class BranchYearReviewView(DispatchView, frozen=True, kw_only=True):
    """What a 年度工作总结 says."""

    heading: str = label("标题")
    overview: tuple[Text, ...] = label("概述")
    sections: tuple[SectionView, ...] = label("各节")
    problems: tuple[Text, ...] = label("问题")
    unfinished: tuple[FactView, ...] = label("未完成事项")
    plans: tuple[Text, ...] = label("打算")
    upcoming: tuple[FactView, ...] = label("待办事项")
    signer: str = label("署名")
    date: Text = label("成文日期")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        HEAD,
        Title("{{ 标题 }}"),
        ADDRESSEE,
        Paragraph(each="概述"),
        Heading("一、主要工作及成效", 1),
        For(
            "节",
            "各节",
            (
                Heading("{{ 节.标题 }}", 2),
                Paragraph(each="节.段落"),
                If(
                    "节.统计",
                    (
                        Line(
                            "全年统计",
                            "{% for 项 in 节.统计 %}{{ 项.名称 }}{{ 项.数 }}{{ 项.量词 }}"
                            "{% if not loop.last %}，{% endif %}{% endfor %}。",
                            always=True,
                        ),
                    ),
                ),
            ),
        ),
        Heading("二、存在问题", 1),
        If("问题", (Paragraph(each="问题"),)),
        If(
            "未完成事项",
            (
                Paragraph("截至年底未完成的事项："),
                For("项", "未完成事项", (Paragraph("（{{ 项.序号 }}）{{ 项.内容 }}"),)),
            ),
            (If("not 问题", (Paragraph("无。"),)),),
        ),
        Heading("三、下一步工作", 1),
        If("打算", (Paragraph(each="打算"),)),
        If(
            "待办事项",
            (
                Paragraph("已经确定的事项："),
                For("项", "待办事项", (Paragraph("（{{ 项.序号 }}）{{ 项.内容 }}"),)),
            ),
            (If("not 打算", (Paragraph("无。"),)),),
        ),
        *closing(),
    ),
)


def view(ledger: BranchLedger, subject: Subject) -> BranchYearReviewView:
    """Return the review of a branch's year; no 发言 is read."""
    period = period_of(subject)
    said = YearWords.of(ledger, period)
    return BranchYearReviewView(
        **said.sent,
        heading=heading(ledger, period, PAPER),
        overview=said.said("overview"),
        sections=tuple(_section(said, period, name, index) for index, name in enumerate(SECTIONS, start=1)),
        problems=said.listed("problems"),
        unfinished=unfinished(ledger, period),
        plans=said.listed("plans"),
        upcoming=upcoming(ledger, period),
        signer=ledger.unit.name,
        date=said.date,
    )


def _section(said: YearWords, period: Period, name: str, index: int) -> SectionView:
    return SectionView(
        heading=heading_number(2, index) + label_of(ReviewSections, name),
        words=said.section(name),
        counts=achievements(said.ledger, period, name),
    )


CONTENTS = Contents(
    schema=BranchYearReviewView,
    papers=(UnitPaper(Scope.YEAR, branch_year, view),),
    outline=OUTLINE,
    needs=(
        *WORD_FIELDS,
        *CELL_FIELDS,
        *COUNTED_FIELDS,
        *labels_of(Meeting, "hours", "tasks"),
        *labels_of(Commitment, "promises"),
        *labels_of(Training, "type", "on", "members"),
    ),
)
