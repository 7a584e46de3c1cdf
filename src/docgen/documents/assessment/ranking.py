"""Takes the 考核 records of a period, gives the 赛马通报: rank, total and class of each branch, what it is told, bars."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import date_text, heading_number
from docgen.documents.assessment.cutoffs import CutoffRow, cutoff_marks, cutoff_rows
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.part import Part
from docgen.documents.periods import period_of
from docgen.house.outline import (
    Align,
    Chart,
    Column,
    For,
    Heading,
    If,
    Layout,
    Outline,
    Paragraph,
    Rows,
    Signature,
    Title,
)
from docgen.ledger import BranchLedger, Entry, assessments, figures
from docgen.ledger.assessments import Ranked
from docgen.model.base import label_of
from docgen.model.contests import FlagContest
from docgen.model.period import Period
from docgen.model.scoring import ASPECTS, Assessment
from docgen.model.subject import Subject
from docgen.view import Chart as Drawing
from docgen.view import ChartKind, Figure, Gap, Series, Text, View, charted, label

HEADING = "关于{period}党支部考核赛马情况的通报"
BARS, TOTALS = "各党支部总分", "总分"
TOLD, BETWEEN, LIST_COMMA = "{number}{branch}（第{rank}名，{total}分{standing}）", "，", "、"
LESS = "{aspect}{score}分（满分{full}分{why}）"
WHY = "，{}"
SEPARATOR, STOPS = "；", "。；"


class RankRow(View, frozen=True, kw_only=True):
    """One branch in the ranking."""

    rank: Figure = label("名次")
    branch: str = label("党支部")
    total: Figure = label("总分")
    standing: str = label("类别")


class ToldView(View, frozen=True, kw_only=True):
    """What one branch is told."""

    heading: str = label("标题")
    lost: str = label("失分")
    feedback: Text = label("反馈意见")


class RankingNoticeView(View, frozen=True, kw_only=True):
    """What a 赛马通报 says."""

    heading: str = label("标题")
    period: str = label("期间")
    organisation: str = label("考核单位")
    count: Figure = label("支部数")
    rows: tuple[RankRow, ...] = label("名次表")
    missing: str = label("缺考核")
    cutoffs: tuple[CutoffRow, ...] = label("划线")
    chart: Drawing | str = label("图表")
    told: tuple[ToldView, ...] = label("反馈")
    signer: str = label("署名")
    date: Text = label("成文日期")
    sealed: bool = label("盖章")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        Title("{{ 标题 }}"),
        Paragraph("{{ 考核单位 }}对{{ 支部数 }}个党支部{{ 期间 }}的工作进行了考核，现将名次和类别通报如下。"),
        Heading("一、考核结果", 1),
        Rows(
            "名次表",
            "行",
            (
                Column("名次", "{{ 行.名次 }}", 14, Align.CENTER),
                Column("党支部", "{{ 行.党支部 }}", 40, Align.CENTER),
                Column("总分", "{{ 行.总分 }}", 20, Align.CENTER),
                Column("类别", "{{ 行.类别 }}", 20, Align.CENTER),
            ),
        ),
        If("缺考核", (Paragraph("{{ 缺考核 }}没有本期考核总分，不排名次。"),)),
        If(
            "划线",
            (
                Paragraph(
                    "类别按总分划定："
                    "{% for 线 in 划线 %}{{ 线.条件 }}的为{{ 线.名称 }}{% if not loop.last %}，{% endif %}{% endfor %}。"
                    "总分相同的名次并列。"
                ),
            ),
        ),
        Chart("图表", 130),
        Heading("二、反馈意见", 1),
        For(
            "项",
            "反馈",
            (
                Heading("{{ 项.标题 }}", 2),
                Paragraph("失分方面：{{ 项.失分 }}。"),
                Paragraph("反馈意见：{{ 项.反馈意见 }}"),
            ),
        ),
        Signature("{{ 署名 }}", "{{ 成文日期 }}", seal="盖章"),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the periods within a period of which more than one branch was assessed."""
    found: dict[Period, set[str]] = {}
    for entry in ledger.of(Assessment, period):
        if entry.model.period.start in period and entry.model.period.end in period:
            found.setdefault(entry.model.period, set()).add(entry.model.branch)
    for each in sorted(found):
        if len(found[each]) > 1:
            yield Subject(ledger.unit.short, each)


def view(ledger: BranchLedger, subject: Subject) -> RankingNoticeView:
    """Return the ranking of a period; who has no total is named and not ranked."""
    period, racing = period_of(subject), ledger.settings.racing
    entries = _of_period(ledger, period)
    rows = assessments.ranked(entries)
    return RankingNoticeView(
        heading=HEADING.format(period=period.text),
        period=period.text,
        organisation=ledger.unit.name,
        count=figures.count(each.entry for each in rows),
        rows=tuple(_row(ledger, each) for each in rows),
        missing=LIST_COMMA.join(_missing(ledger, rows)),
        cutoffs=cutoff_rows(racing),
        chart=charted(
            ChartKind.BARS,
            BARS,
            tuple(each.entry.model.branch for each in rows),
            (Series(TOTALS, tuple(each.total for each in rows)),),
            marks=cutoff_marks(racing),
        ),
        told=tuple(_told(ledger, each, number) for number, each in enumerate(rows, start=1)),
        signer=ledger.unit.name,
        date=_date(entries),
        sealed=ledger.settings.official.sealed,
    )


def _of_period(ledger: BranchLedger, period: Period) -> list[Entry[Assessment]]:
    return [entry for entry in ledger.of(Assessment, period) if entry.model.period == period]


def _row(ledger: BranchLedger, each: Ranked) -> RankRow:
    return RankRow(
        rank=figures.number(each.rank, each.total.sources),
        branch=each.entry.model.branch,
        total=each.total,
        standing=_standing(ledger, each),
    )


def _standing(ledger: BranchLedger, each: Ranked) -> str:
    racing = ledger.settings.racing
    return assessments.name_of(assessments.standing_of(each.total, racing), racing)


def _missing(ledger: BranchLedger, rows: list[Ranked]) -> list[str]:
    """Return the branches that the organisation assessed or scored at any time, and that have no total now."""
    known = [entry.model.branch for entry in ledger.of(Assessment)]
    known += [row.branch for contest in ledger.of(FlagContest) for row in contest.model.scores]
    there = {each.entry.model.branch for each in rows}
    return [branch for branch in dict.fromkeys(known) if branch not in there]


def _told(ledger: BranchLedger, each: Ranked, number: int) -> ToldView:
    standing = _standing(ledger, each)
    return ToldView(
        heading=TOLD.format(
            number=heading_number(2, number),
            branch=each.entry.model.branch,
            rank=each.rank,
            total=each.total.text,
            standing=f"{BETWEEN}{standing}" if standing else "",
        ),
        lost=SEPARATOR.join(_lost(ledger, each.entry)),
        feedback=Part.of(each.entry).text("feedback"),
    )


def _lost(ledger: BranchLedger, entry: Entry[Assessment]) -> Iterator[str]:
    for name, aspect in assessments.aspects(entry.model):
        full = assessments.full_of(name, aspect, ledger.settings.assessment)
        if aspect is not None and aspect.score is not None and full is not None and aspect.score < full:
            why = WHY.format(aspect.deductions.rstrip(STOPS)) if aspect.deductions else ""
            score, most = (figures.number(value).text for value in (aspect.score, full))
            yield LESS.format(aspect=label_of(Assessment, name), score=score, full=most, why=why)


def _date(entries: list[Entry[Assessment]]) -> str | Gap:
    days = [entry.model.assessed for entry in entries if entry.model.assessed is not None]
    return date_text(max(days)) if days else Part.of(entries[0]).gap("assessed")


CONTENTS = Contents(
    schema=RankingNoticeView,
    papers=(UnitPaper(Scope.ORGANISATION_YEAR, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(Assessment, "branch", "period", *ASPECTS, "total", "assessed", "feedback"),
)
