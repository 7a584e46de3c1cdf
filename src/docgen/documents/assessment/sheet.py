"""Takes a 考核 record, gives the 考核评分表: eight aspects with their scores, what was deducted and why, a radar."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from docgen.documents.catalogue import kind_named
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.part import Part
from docgen.house.outline import Align, Chart, Column, Fields, Hands, Layout, Outline, Rows, Title
from docgen.ledger import BranchLedger, Entry, assessments, figures
from docgen.model.base import label_of
from docgen.model.period import Period
from docgen.model.scoring import ASPECTS, AspectScore, Assessment
from docgen.model.subject import Subject
from docgen.view import Chart as Drawing
from docgen.view import ChartKind, Figure, Gap, Series, Text, View, charted, label

KIND = kind_named("assessment-sheet")
HEADING = "{branch}{period}{paper}"
RADAR, RATE_SERIES = "各方面得分率", "得分率"
MOST = 100


class AspectRow(View, frozen=True, kw_only=True):
    """One aspect of the eight."""

    number: Figure = label("序号")
    aspect: str = label("方面")
    full: Figure | Gap = label("满分")
    score: Figure | Gap = label("得分")
    rate: Text = label("得分率")
    deductions: Text = label("扣分原因")
    evidence: str = label("佐证")


class AssessmentSheetView(View, frozen=True, kw_only=True):
    """What a 考核评分表 says."""

    heading: str = label("标题")
    branch: str = label("党支部")
    period: str = label("期间")
    assessor: Text = label("考核人")
    assessed: Text = label("考核日期")
    rows: tuple[AspectRow, ...] = label("各方面")
    full: Text = label("满分合计")
    total: Text = label("总分")
    standing: str = label("类别")
    feedback: str = label("反馈意见")
    chart: Drawing | str = label("图表")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Fields(
            (
                (("党支部", "{{ 党支部 }}"), ("期间", "{{ 期间 }}")),
                (("考核人", "{{ 考核人 }}"), ("考核日期", "{{ 考核日期 }}")),
            )
        ),
        Rows(
            "各方面",
            "行",
            (
                Column("序号", "{{ 行.序号 }}", 13, Align.CENTER),
                Column("方面", "{{ 行.方面 }}", 38),
                Column("满分", "{{ 行.满分 }}", 12, Align.CENTER),
                Column("得分", "{{ 行.得分 }}", 12, Align.CENTER),
                Column("得分率", "{{ 行.得分率 }}", 18, Align.CENTER),
                Column("扣分原因", "{{ 行.扣分原因 }}", 44),
                Column("佐证", "{{ 行.佐证 }}", 24),
            ),
            total=("合计", "{{ 满分合计 }}", "{{ 总分 }}", "", "", ""),
        ),
        Fields(((("类别", "{{ 类别 }}"),), (("反馈意见", "{{ 反馈意见 }}"),))),
        Chart("图表", 110),
        Hands((("考核人", ""), ("党支部书记", ""))),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the assessments of a period."""
    for entry in ledger.of(Assessment, period):
        yield Subject(entry.unit, record=entry.id)


def view(ledger: BranchLedger, subject: Subject) -> AssessmentSheetView:
    """Return the sheet of one assessment."""
    entry = record_of(ledger, subject, Assessment)
    part, racing = Part.of(entry), ledger.settings.racing
    total = assessments.total_of(entry)
    rates = tuple(_rate(ledger, entry, name) for name in ASPECTS)
    return AssessmentSheetView(
        heading=HEADING.format(branch=entry.model.branch, period=entry.model.period.text, paper=KIND.label),
        branch=entry.model.branch,
        period=entry.model.period.text,
        assessor=part.text("assessor"),
        assessed=part.text("assessed"),
        rows=tuple(_row(ledger, entry, index) for index in range(len(ASPECTS))),
        full=_full_sum(ledger, entry),
        total=total if total is not None else "",
        standing=assessments.name_of(assessments.standing_of(total, racing), racing) if total is not None else "",
        feedback=part.optional("feedback"),
        chart=charted(
            ChartKind.RADAR,
            RADAR,
            tuple(label_of(Assessment, name) for name in ASPECTS),
            (Series(RATE_SERIES, rates),),
            most=MOST,
        ),
    )


def _row(ledger: BranchLedger, entry: Entry[Assessment], index: int) -> AspectRow:
    name = ASPECTS[index]
    whole = Part.of(entry)
    part = whole.below(name) or Part(AspectScore(), entry.source, (label_of(Assessment, name),))
    full = assessments.full_of(name, part.model, ledger.settings.assessment)
    share = _rate(ledger, entry, name)
    return AspectRow(
        number=figures.number(index + 1),
        aspect=label_of(Assessment, name),
        full=_figure(entry, part, "full", full),
        score=_figure(entry, part, "score", part.model.score),
        rate=share if share is not None else "",
        deductions=_deductions(part, full),
        evidence=part.optional("evidence"),
    )


def _figure(entry: Entry[Assessment], part: Part[Any], attribute: str, value: Decimal | None) -> Figure | Gap:
    return part.gap(attribute) if value is None else figures.number(value, (entry.id,))


def _deductions(part: Part[AspectScore], full: Decimal | None) -> Text:
    """Return why points were deducted: a Gap where some were and nobody says why."""
    score = part.model.score
    is_less = full is not None and score is not None and score < full
    return part.text("deductions") if is_less else part.optional("deductions")


def _rate(ledger: BranchLedger, entry: Entry[Assessment], name: str) -> Figure | None:
    aspect: AspectScore | None = getattr(entry.model, name)
    full = assessments.full_of(name, aspect, ledger.settings.assessment)
    score = aspect.score if aspect is not None else None
    return assessments.rate(score, full, entry.id) if score is not None and full else None


def _full_sum(ledger: BranchLedger, entry: Entry[Assessment]) -> Text:
    scheme = ledger.settings.assessment
    worth = [assessments.full_of(name, aspect, scheme) for name, aspect in assessments.aspects(entry.model)]
    known = [full for full in worth if full is not None]
    return figures.number(sum(known, Decimal()), (entry.id,)) if len(known) == len(worth) else ""


CONTENTS = Contents(
    schema=AssessmentSheetView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(Assessment, "branch", "period", *ASPECTS, "total", "assessor", "assessed", "feedback"),
)
