"""Takes a secretary's project, gives the 书记破题立项申报表."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.catalogue import kind_named
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.part import Part
from docgen.documents.projects.milestones import DEADLINES, MilestoneView, milestones
from docgen.house.outline import Fields, Hands, Heading, If, Layout, Outline, Title
from docgen.ledger import BranchLedger
from docgen.model.improvement import SecretaryProject
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Text, View, label

KIND = kind_named("project-proposal")


class ProjectProposalView(View, frozen=True, kw_only=True):
    """What a 书记破题立项申报表 says."""

    heading: str = label("标题")
    unit: str = label("单位")
    subject: str = label("题目")
    type: Text = label("种类")
    field: Text = label("领域")
    secretary: Text = label("书记")
    started: str = label("开始")
    background: Text = label("背景")
    goals: Text = label("目标")
    measures: Text = label("措施")
    milestones: tuple[MilestoneView, ...] = label("里程碑")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Fields(
            (
                (("申报单位", "{{ 单位 }}"), ("书记", "{{ 书记 }}")),
                (("题目", "{{ 题目 }}"),),
                (("种类", "{{ 种类 }}"), ("领域", "{{ 领域 }}")),
                (("开始日期", "{{ 开始 }}"),),
                (("背景", "{{ 背景 }}"),),
                (("目标", "{{ 目标 }}"),),
                (("措施", "{{ 措施 }}"),),
            )
        ),
        If("里程碑", (Heading("里程碑", 1), DEADLINES)),
        Hands((("书记（签名）", ""), ("日期", ""))),
        Fields(((("上级意见", ""),),)),
        Hands((("审核人（签名）", ""), ("日期", ""))),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the secretaries' projects of a period, whatever their state: each was applied for."""
    yield from (Subject(entry.unit, record=entry.id) for entry in ledger.of(SecretaryProject, period))


def view(ledger: BranchLedger, subject: Subject) -> ProjectProposalView:
    """Return the application of one project; it reads nothing of what was reached later."""
    entry = record_of(ledger, subject, SecretaryProject)
    part = Part.of(entry)
    return ProjectProposalView(
        heading=KIND.label,
        unit=ledger.unit.name,
        subject=entry.model.subject,
        type=part.text("type"),
        field=part.text("field"),
        secretary=part.text("secretary"),
        started=part.optional("started"),
        background=part.text("background"),
        goals=part.text("goals"),
        measures=part.whole("measures") or part.gap("measures"),
        milestones=milestones(part),
    )


CONTENTS = Contents(
    schema=ProjectProposalView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(
        SecretaryProject,
        "subject",
        "type",
        "field",
        "secretary",
        "started",
        "background",
        "goals",
        "measures",
        "milestones",
    ),
)
