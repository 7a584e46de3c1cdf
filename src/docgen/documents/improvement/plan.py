"""Takes a 提质升级 record, gives the 提质升级计划: four steps in the form of its class, and how it did before and after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.documents.assessment.cutoffs import cutoff_marks
from docgen.documents.catalogue import kind_named
from docgen.documents.improvement.form import OUTLINE
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.part import Part
from docgen.ledger import BranchLedger, Entry, assessments
from docgen.model.improvement import Improvement, Standing
from docgen.model.period import Period
from docgen.model.scoring import Assessment
from docgen.model.subject import Subject
from docgen.view import Chart as Drawing
from docgen.view import ChartKind, Figure, Gap, Series, Text, View, charted, label

KIND = kind_named("improvement-plan")
HEADING = "{branch}{period}{paper}"
LINES, TOTALS = "各期考核总分", "总分"
BEFORE, WITHIN, AFTER = "开展之前", "本周期", "开展之后"
PATHS = {
    Standing.BEHIND: "查找原因，逐项整改",
    Standing.MIDDLE: "对照短板，有针对性地提高",
    Standing.AHEAD: "创建品牌，示范带动",
}
"""What the three classes do, in the words of the source."""
LEAST_POINTS = 2


class PlanRow(View, frozen=True, kw_only=True):
    """P: a matter, why it is so, what will be done."""

    problem: Text = label("问题")
    cause: Text = label("原因")
    measure: Text = label("措施")
    responsible: Text = label("责任人")
    deadline: Text = label("期限")


class DoRow(View, frozen=True, kw_only=True):
    """D: what was done."""

    words: Text = label("内容")
    day: Text = label("日期")
    responsible: Text = label("责任人")
    evidence: Text = label("佐证")


class CheckRow(View, frozen=True, kw_only=True):
    """C: what was aimed at and reached."""

    name: Text = label("指标")
    goal: Text = label("目标")
    actual: Text = label("实际")


class ActRow(View, frozen=True, kw_only=True):
    """A: what is kept or carried over."""

    words: Text = label("内容")
    disposal: Text = label("处理")
    measure: Text = label("措施")


class ScoreRow(View, frozen=True, kw_only=True):
    """One assessment of the branch."""

    period: str = label("期间")
    when: str = label("阶段")
    total: Figure = label("总分")
    standing: str = label("类别")


class ImprovementPlanView(View, frozen=True, kw_only=True):
    """What a 提质升级计划 says."""

    heading: str = label("标题")
    branch: str = label("党支部")
    period: str = label("周期")
    standing: Text = label("类别")
    path: str = label("路径")
    behind: bool = label("整改")
    ahead: bool = label("示范")
    plan: tuple[PlanRow, ...] = label("计划")
    lacking: tuple[Gap, ...] = label("缺计划")
    do: tuple[DoRow, ...] = label("实施")
    check: tuple[CheckRow, ...] = label("检查")
    act: tuple[ActRow, ...] = label("处理")
    scores: tuple[ScoreRow, ...] = label("考核")
    chart: Drawing | str = label("图表")


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the cycles of a period."""
    for entry in ledger.of(Improvement, period):
        yield Subject(entry.unit, record=entry.id)


def view(ledger: BranchLedger, subject: Subject) -> ImprovementPlanView:
    """Return the plan of one cycle, with the assessments of the branch that are known where it is written."""
    entry = record_of(ledger, subject, Improvement)
    part, model = Part.of(entry), entry.model
    branch = model.branch or ledger.unit.short
    scores = _scores(ledger, branch, model.period)
    return ImprovementPlanView(
        heading=HEADING.format(branch=branch, period=model.period.text, paper=KIND.label),
        branch=branch,
        period=model.period.text,
        standing=assessments.name_of(model.standing, ledger.settings.racing) or part.gap("standing"),
        path=PATHS[model.standing] if model.standing else "",
        behind=model.standing is Standing.BEHIND,
        ahead=model.standing is Standing.AHEAD,
        plan=tuple(_plan(each, model.standing) for each in part.each("plan")),
        lacking=() if part.has("plan") else (part.gap("plan"),),
        do=tuple(_do(each) for each in part.each("do")),
        check=tuple(_check(each) for each in part.each("check")),
        act=tuple(_act(each) for each in part.each("act")),
        scores=scores,
        chart=_chart(ledger, scores),
    )


def _plan(part: Part[Any], standing: Standing | None) -> PlanRow:
    """Return one matter; only who is behind must say why it is so."""
    return PlanRow(
        problem=part.text("problem"),
        cause=part.text("cause") if standing is Standing.BEHIND else part.said("cause"),
        measure=part.text("measure"),
        responsible=part.text("responsible"),
        deadline=part.text("deadline"),
    )


def _do(part: Part[Any]) -> DoRow:
    return DoRow(
        words=part.text("words"),
        day=part.text("day"),
        responsible=part.said("responsible"),
        evidence=part.said("evidence"),
    )


def _check(part: Part[Any]) -> CheckRow:
    return CheckRow(name=part.text("name"), goal=part.text("goal"), actual=part.text("actual"))


def _act(part: Part[Any]) -> ActRow:
    return ActRow(words=part.text("words"), disposal=part.text("disposal"), measure=part.said("measure"))


def _scores(ledger: BranchLedger, branch: str, cycle: Period) -> tuple[ScoreRow, ...]:
    """Return the assessments of a branch over periods as long as the cycle, in order."""
    racing, rows = ledger.settings.racing, []
    for entry in ledger.of(Assessment):
        total = assessments.total_of(entry)
        if entry.model.branch == branch and _is_as_long(entry, cycle) and total is not None:
            standing = assessments.name_of(assessments.standing_of(total, racing), racing)
            when = _when(entry.model.period, cycle)
            rows.append(ScoreRow(period=entry.model.period.text, when=when, total=total, standing=standing))
    return tuple(rows)


def _is_as_long(entry: Entry[Assessment], cycle: Period) -> bool:
    period = entry.model.period
    return (bool(period.quarter), bool(period.month)) == (bool(cycle.quarter), bool(cycle.month))


def _when(period: Period, cycle: Period) -> str:
    if period.end < cycle.start:
        return BEFORE
    return AFTER if period.start > cycle.end else WITHIN


def _chart(ledger: BranchLedger, scores: tuple[ScoreRow, ...]) -> Drawing | str:
    """Return the line over the periods; one point makes none."""
    if len(scores) < LEAST_POINTS:
        return ""
    names, totals = tuple(row.period for row in scores), tuple(row.total for row in scores)
    marks = cutoff_marks(ledger.settings.racing)
    return charted(ChartKind.LINES, LINES, names, (Series(TOTALS, totals),), marks=marks)


CONTENTS = Contents(
    schema=ImprovementPlanView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(Improvement, "branch", "period", "standing", "plan", "do", "check", "act"),
)
