"""Takes one 慰问, gives the 慰问登记表; personal data, for inside use."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import money_capitals
from docgen.documents.catalogue import kind_named
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.part import Part
from docgen.house.outline import Fields, Hands, Layout, Outline, Title
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.model.service import CareVisit
from docgen.model.subject import Subject
from docgen.view import Text, View, label

KIND = kind_named("care-visit-form")


class CareVisitFormView(View, frozen=True, kw_only=True):
    """What a 慰问登记表 says."""

    heading: str = label("标题")
    branch: str = label("党支部")
    date: str = label("日期")
    type: str = label("种类")
    recipient: Text = label("对象")
    unit: Text = label("单位")
    form: Text = label("形式")
    amount: Text = label("金额")
    capitals: Text = label("大写")
    visitors: Text = label("慰问人")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Fields(
            (
                (("党支部", "{{ 党支部 }}"),),
                (("日期", "{{ 日期 }}"), ("种类", "{{ 种类 }}")),
                (("对象", "{{ 对象 }}"), ("单位", "{{ 单位 }}")),
                (("形式", "{{ 形式 }}"),),
                (("金额（元）", "{{ 金额 }}"), ("大写", "{{ 大写 }}")),
                (("慰问人", "{{ 慰问人 }}"),),
            )
        ),
        Hands((("慰问人签名", ""), ("对象签收", ""))),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the visits of a period."""
    yield from (Subject(entry.unit, record=entry.id) for entry in ledger.of(CareVisit, period))


def view(ledger: BranchLedger, subject: Subject) -> CareVisitFormView:
    """Return the form of one visit, its amount in figures and in words."""
    part = Part.of(record_of(ledger, subject, CareVisit))
    return CareVisitFormView(
        heading=KIND.label,
        branch=ledger.unit.name,
        date=part.optional("on"),
        type=part.optional("type"),
        recipient=part.said("recipient"),
        unit=part.text("unit"),
        form=part.text("form"),
        amount=part.text("amount"),
        capitals=part.said("amount", money_capitals) or part.gap("amount"),
        visitors=part.text("visitors"),
    )


CONTENTS = Contents(
    schema=CareVisitFormView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(CareVisit, "on", "type", "recipient", "unit", "form", "amount", "visitors"),
)
