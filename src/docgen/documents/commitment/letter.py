"""Takes one commitment, gives the 承诺书 that its member signs."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import heading_number
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.part import Part, paragraphs
from docgen.house.outline import For, Hands, Heading, If, Layout, Outline, Paragraph, Title
from docgen.ledger import BranchLedger
from docgen.model.commitment import Commitment, Promise
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Gap, Text, View, label

HEADING = "{year}年度党员承诺书"
PREFACE = "承诺前言"


class PromiseView(View, frozen=True, kw_only=True):
    """One promised thing."""

    number: str = label("序")
    words: str = label("内容")
    measure: Text = label("措施")
    deadline: Text = label("期限")


class CommitmentLetterView(View, frozen=True, kw_only=True):
    """What a 承诺书 says."""

    heading: str = label("标题")
    preface: tuple[Text, ...] = label("前言")
    category: str = label("类别")
    promises: tuple[PromiseView, ...] = label("事项")
    supervision: Text = label("监督方式")
    brings_along: str = label("带动对象")
    member: str = label("承诺人")
    date: Text = label("日期")
    opinion: Text = label("审核意见")
    examiner: Text = label("审核人")
    examined: Text = label("审核日期")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        Title("{{ 标题 }}"),
        Paragraph(each="前言"),
        Heading("一、承诺事项（{{ 类别 }}）", 1),
        For(
            "项",
            "事项",
            (
                Paragraph("{{ 项.序 }}{{ 项.内容 }}"),
                Paragraph("措施：{{ 项.措施 }}"),
                Paragraph("期限：{{ 项.期限 }}"),
            ),
        ),
        Heading("二、监督方式", 1),
        Paragraph("{{ 监督方式 }}"),
        If("带动对象", (Heading("三、带动对象", 1), Paragraph("{{ 带动对象 }}"))),
        Hands((("承诺人（签名）", "{{ 承诺人 }}"), ("日期", "{{ 日期 }}"))),
        Heading("支部审核意见", 1),
        Paragraph("{{ 审核意见 }}"),
        Hands((("审核人（签名）", "{{ 审核人 }}"), ("日期", "{{ 审核日期 }}"))),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the commitments of a period."""
    yield from (Subject(entry.unit, record=entry.id) for entry in ledger.of(Commitment, period))


def view(ledger: BranchLedger, subject: Subject) -> CommitmentLetterView:
    """Return one member's letter; the preface comes from the settings."""
    entry = record_of(ledger, subject, Commitment)
    commitment, part = entry.model, Part.of(entry)
    examination = part.below("examination")
    preface = ledger.settings.commitment_preface
    return CommitmentLetterView(
        heading=HEADING.format(year=commitment.year),
        preface=paragraphs(preface) if preface else (Gap(PREFACE, entry.place()),),
        category=commitment.category,
        promises=tuple(_promise(each, index) for index, each in enumerate(part.each("promises"), start=1)),
        supervision=part.text("supervision"),
        brings_along=part.optional("brings_along"),
        member=commitment.member,
        date=part.text("promised"),
        opinion=examination.text("opinion") if examination else part.gap("examination"),
        examiner=examination.text("examiner") if examination else part.gap("examination"),
        examined=examination.text("day") if examination else part.gap("examination"),
    )


def _promise(part: Part[Promise], index: int) -> PromiseView:
    return PromiseView(
        number=heading_number(3, index),
        words=part.optional("words"),
        measure=part.text("measure"),
        deadline=part.text("deadline"),
    )


CONTENTS = Contents(
    schema=CommitmentLetterView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(
        Commitment, "member", "year", "category", "promised", "promises", "supervision", "examination", "brings_along"
    ),
)
