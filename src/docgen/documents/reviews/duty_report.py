"""Takes one person's 述职 of a year, gives the 述职报告."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.part import Part
from docgen.documents.periods import period_of
from docgen.documents.reviews.words import listed, said
from docgen.documents.sending import ADDRESSEE, HEAD, SEALED, DispatchView, closing, sent
from docgen.errors import UsageError
from docgen.house.outline import Heading, If, Layout, Line, Outline, Paragraph, Signature, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import label_of
from docgen.model.period import Period
from docgen.model.reviews import DutyReport, Ratings
from docgen.model.subject import Subject
from docgen.view import Text, View, label

HEADING = "{person}{year}年度述职报告"
BELOW = "{unit}{post}"
SEPARATOR = "、"


class RatingView(View, frozen=True, kw_only=True):
    """How many of the listeners gave one rating."""

    rating: str = label("等次")
    votes: Text = label("票数")


class DutyReportView(DispatchView, frozen=True, kw_only=True):
    """What a 述职报告 says."""

    heading: str = label("标题")
    below: str = label("职务")
    duties: tuple[Text, ...] = label("履职")
    integrity: tuple[Text, ...] = label("廉洁自律")
    dual_duty: tuple[Text, ...] = label("一岗双责")
    problems: tuple[Text, ...] = label("问题")
    causes: tuple[Text, ...] = label("原因")
    plans: tuple[Text, ...] = label("努力方向")
    ratings: tuple[RatingView, ...] = label("测评")
    person: str = label("述职人")
    date: Text = label("成文日期")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        HEAD,
        Title("{{ 标题 }}", "{{ 职务 }}"),
        ADDRESSEE,
        Heading("一、履行职责情况", 1),
        Paragraph(each="履职"),
        Heading("二、廉洁自律和一岗双责情况", 1),
        Heading("（一）廉洁自律", 2),
        Paragraph(each="廉洁自律"),
        Heading("（二）一岗双责", 2),
        Paragraph(each="一岗双责"),
        Heading("三、存在问题及原因", 1),
        If("问题", (Paragraph(each="问题"),), (Paragraph("无。"),)),
        If("原因", (Heading("原因", 2), Paragraph(each="原因"))),
        Heading("四、努力方向", 1),
        Paragraph(each="努力方向"),
        If(
            "测评",
            (
                Heading("五、测评结果", 1),
                Line(
                    "票数",
                    "{% for 项 in 测评 %}{{ 项.等次 }}{{ 项.票数 }}票{% if not loop.last %}，{% endif %}{% endfor %}。",
                    always=True,
                ),
            ),
        ),
        *closing(Signature("{{ 述职人 }}", "{{ 成文日期 }}", seal=SEALED)),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield everyone who reports on a year."""
    if period == Period(period.year):
        people = dict.fromkeys(entry.model.person for entry in ledger.of(DutyReport, year=period.year))
        yield from (Subject(ledger.unit.short, period, person=name) for name in people)


def view(ledger: BranchLedger, subject: Subject) -> DutyReportView:
    """Return one person's report on a year."""
    entry = _report(ledger, subject)
    report, part = entry.model, Part.of(entry)
    problems = listed(part, "problems")
    return DutyReportView(
        **sent(ledger, part.below("dispatch"), personal=True),
        heading=HEADING.format(person=report.person, year=report.year),
        below=BELOW.format(unit=ledger.unit.short, post=_post(ledger, report)),
        duties=listed(part, "duties"),
        integrity=said(part, "integrity"),
        dual_duty=said(part, "dual_duty"),
        problems=problems,
        causes=said(part, "causes") if problems else (),
        plans=listed(part, "plans"),
        ratings=_ratings(entry),
        person=report.person,
        date=part.text("signed"),
    )


def _report(ledger: BranchLedger, subject: Subject) -> Entry[DutyReport]:
    found = ledger.of(DutyReport, year=period_of(subject).year)
    entry = next((each for each in found if each.model.person == subject.person), None)
    if entry is None:
        near = SEPARATOR.join(each.model.person for each in found)
        raise UsageError("record-unknown", {"value": str(subject), "near": near})
    return entry


def _post(ledger: BranchLedger, report: DutyReport) -> str:
    return report.post or ledger.roster.post_of(report.person, report.day)


def _ratings(entry: Entry[DutyReport]) -> tuple[RatingView, ...]:
    part: Part[Ratings] | None = Part.of(entry).below("ratings")
    if part is None:
        return ()
    names = Ratings.model_fields
    return tuple(RatingView(rating=label_of(Ratings, name), votes=part.count(name, entry.id)) for name in names)


CONTENTS = Contents(
    schema=DutyReportView,
    papers=(UnitPaper(Scope.PERSON_YEAR, subjects, view),),
    outline=OUTLINE,
    needs=(
        *labels_of(DutyReport, "person", "post", "year", "duties", "integrity", "dual_duty"),
        *labels_of(DutyReport, "problems", "causes", "plans", "ratings", "signed", "dispatch"),
    ),
)
