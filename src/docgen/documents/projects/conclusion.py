"""Takes a secretary's project that is concluded, gives the 书记破题结项报告."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.part import Part, numbered, paragraphs
from docgen.documents.projects.milestones import REACHED, ReachedView, reached
from docgen.errors import UsageError
from docgen.house.outline import Hands, Heading, If, Layout, Outline, Paragraph, Title
from docgen.ledger import BranchLedger
from docgen.model.improvement import SecretaryProject, SecretaryProjectState
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Text, View, label

HEADING = "关于“{subject}”的书记破题结项报告"
CONCLUDED = frozenset({SecretaryProjectState.CONCLUDED, SecretaryProjectState.SPREAD})


class ProjectConclusionView(View, frozen=True, kw_only=True):
    """What a 书记破题结项报告 says."""

    heading: str = label("标题")
    subject: str = label("题目")
    background: tuple[Text, ...] = label("背景")
    goals: tuple[Text, ...] = label("目标")
    measures: tuple[Text, ...] = label("措施")
    milestones: tuple[ReachedView, ...] = label("里程碑")
    result: tuple[Text, ...] = label("成果")
    type: Text = label("种类")
    field: Text = label("领域")
    secretary: Text = label("书记")
    started: str = label("开始")
    ended: Text = label("结束")
    unit: str = label("单位")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        Title("{{ 标题 }}"),
        Heading("一、基本情况", 1),
        Paragraph("题目：{{ 题目 }}"),
        Paragraph("种类：{{ 种类 }}"),
        Paragraph("领域：{{ 领域 }}"),
        Paragraph("单位：{{ 单位 }}"),
        Paragraph("书记：{{ 书记 }}"),
        Paragraph("起止：{{ 开始 }}至{{ 结束 }}"),
        Heading("二、背景", 1),
        Paragraph(each="背景"),
        Heading("三、目标", 1),
        Paragraph(each="目标"),
        Heading("四、措施", 1),
        Paragraph(each="措施"),
        Heading("五、成果", 1),
        Paragraph(each="成果"),
        If("里程碑", (Heading("六、里程碑", 1), REACHED)),
        Hands((("书记（签名）", ""), ("日期", ""))),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the secretaries' projects of a period that are concluded or spread."""
    for entry in ledger.of(SecretaryProject, period):
        if entry.model.state in CONCLUDED:
            yield Subject(entry.unit, record=entry.id)


def view(ledger: BranchLedger, subject: Subject) -> ProjectConclusionView:
    """Return the report of one project; raise UsageError where it is not concluded."""
    entry = record_of(ledger, subject, SecretaryProject)
    part = Part.of(entry)
    if entry.model.state not in CONCLUDED:
        raise UsageError("project-not-concluded", {"value": entry.model.subject, "state": entry.model.state.value})
    return ProjectConclusionView(
        heading=HEADING.format(subject=entry.model.subject),
        subject=entry.model.subject,
        background=_text(part, "background"),
        goals=_text(part, "goals"),
        measures=numbered(entry.model.measures or ()) or (part.gap("measures"),),
        milestones=reached(part),
        result=_text(part, "result"),
        type=part.text("type"),
        field=part.text("field"),
        secretary=part.text("secretary"),
        started=part.optional("started"),
        ended=part.text("ended"),
        unit=ledger.unit.name,
    )


def _text(part: Part[SecretaryProject], attribute: str) -> tuple[Text, ...]:
    """Return a field's paragraphs, or its Gap."""
    return paragraphs(part.optional(attribute)) or (part.gap(attribute),)


CONTENTS = Contents(
    schema=ProjectConclusionView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(
        SecretaryProject,
        "subject",
        "type",
        "field",
        "secretary",
        "started",
        "ended",
        "background",
        "goals",
        "measures",
        "milestones",
        "result",
        "state",
    ),
)
