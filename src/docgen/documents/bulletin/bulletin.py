"""Takes the news and facts of an organisation's month, gives the 简报; its templates are written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

from docgen.chinese import date_text
from docgen.documents.bulletin import figures_page
from docgen.documents.bulletin.choice import Choice, Told
from docgen.documents.bulletin.entries import COLUMNS, FIGURES, NEXT, digest
from docgen.documents.bulletin.figures_page import FiguresRow
from docgen.documents.bulletin.issue import Issue, first_month
from docgen.documents.bulletin.next_month import lines
from docgen.documents.bulletin.picture_rows import PicturedView, PictureRowView, picture_rows
from docgen.documents.catalogue import kind_named
from docgen.documents.five_ones.items import CELL_FIELDS
from docgen.documents.kind import Contents, OrganisationPaper, Scope, labels_of
from docgen.documents.periods import BELOW_ORGANISATIONS, period_of
from docgen.findings import Place
from docgen.ledger import BranchLedger, OrganisationLedger
from docgen.model.base import label_of
from docgen.model.bulletin_issue import BulletinIssue
from docgen.model.five_ones import NewsItem
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.theme_day import ThemeDay
from docgen.view import Chart, Figure, Gap, Picture, Text, Unused, View, label

KIND = kind_named("bulletin")
MARK, HEADING = "《{}》", "{mark}{period}"
SOURCE, ANONYMOUS = "（{unit}　{contributor}）", "（{unit}）"
YEAR = "{}年"
FACT, FACT_NOTES, COMMA = "{unit}：{title}{notes}。", "（{}）", "，"
FRAME = "the frame shows it as 题名"


class ContentsRow(View, frozen=True, kw_only=True):
    """One line of the 本期要目."""

    number: Figure = label("序")
    headline: str = label("题")


class ItemView(View, frozen=True, kw_only=True):
    """One piece of news."""

    headline: str = label("标题")
    source: str = label("来源")
    lead: str = label("导语")
    body: tuple[Text, ...] = label("正文")
    pictures: tuple[PictureRowView, ...] = label("图片")


class FactView(View, frozen=True, kw_only=True):
    """One thing that was done, said in one line."""

    number: Figure = label("序")
    words: str = label("内容")


class ColumnView(View, frozen=True, kw_only=True):
    """One column: its news, then its facts."""

    name: str = label("名称")
    items: tuple[ItemView, ...] = label("稿件")
    facts: tuple[FactView, ...] = label("简讯")


class BulletinView(View, frozen=True, kw_only=True):
    """What a 简报 says."""

    heading: Annotated[str, Unused(FRAME)] = label("标题")
    name: str = label("名称")
    number: Figure | Gap = label("期")
    total: Figure | Gap = label("总期")
    publisher: str = label("编发单位")
    date: str = label("日期")
    contents: tuple[ContentsRow, ...] = label("要目")
    columns: tuple[ColumnView, ...] = label("栏目")
    figures: tuple[FiguresRow, ...] = label("数说")
    chart: Chart | str = label("图表")
    next_month: tuple[FactView, ...] = label("下月安排")
    report_to: Text = label("报")
    send_to: Text = label("送")
    issue_to: Text = label("发")
    copies: Text = label("印数")
    editor: Text = label("编辑")
    examiner: Text = label("审核")
    signer: Text = label("签发")


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the months of an organisation from its first issue on; within the five items' span, or with a 简报."""
    first = first_month(ledger.settings)
    if ledger.settings.bulletin is None or ledger.unit.type in BELOW_ORGANISATIONS:
        return
    five_ones = ledger.settings.five_ones
    for month in period.months():
        due = first is not None and first <= month and not (five_ones and five_ones.last and five_ones.last < month)
        if due or ledger.of(BulletinIssue, month=month):
            yield Subject(ledger.unit.short, month)


def view(ledger: OrganisationLedger, subject: Subject) -> BulletinView:
    """Return the issue of a month: what the editor chose and ordered, else everything by column and date."""
    month = period_of(subject)
    issue, settings = Issue.of(ledger.own, month), ledger.settings.bulletin
    units = {ledger.unit.short: digest(ledger.own, month)}
    units |= {unit.short: ledger.part(unit.short, KIND.name) or {} for unit in ledger.units}
    choice = Choice(issue, units, ledger.unit.short)
    news = choice.news()
    mark = MARK.format(settings.name if settings else ledger.settings.organisation)
    return BulletinView(
        heading=HEADING.format(mark=mark, period=month.text),
        name=mark,
        number=issue.number,
        total=issue.total,
        publisher=(settings.publisher if settings else None) or ledger.unit.name,
        date=month.text,
        contents=tuple(_contents(news)),
        columns=tuple(_columns(news, choice.facts(), month)),
        figures=tuple(figures_page.rows(ledger, KIND.name, FIGURES)),
        chart=figures_page.chart(ledger, KIND.name, FIGURES),
        next_month=tuple(_next_month(units, month.next())),
        report_to=issue.recipients("report_to"),
        send_to=issue.recipients("send_to"),
        issue_to=issue.recipients("issue_to"),
        copies=issue.said("copies"),
        editor=issue.said("editor"),
        examiner=issue.said("examiner"),
        signer=issue.said("signer"),
    )


def _contents(news: list[Told]) -> Iterator[ContentsRow]:
    for index, each in enumerate(news, start=1):
        yield ContentsRow(number=Figure(index, str(index), (each["id"],)), headline=each["headline"])


def _columns(news: list[Told], facts: list[Told], month: Period) -> Iterator[ColumnView]:
    for name in COLUMNS:
        items = tuple(_item(each) for each in news if each["column"] == name)
        lines = [each for each in facts if each["column"] == name]
        if items or lines:
            yield ColumnView(
                name=name,
                items=items,
                facts=tuple(_fact(each, index, month) for index, each in enumerate(lines, start=1)),
            )


def _next_month(units: Mapping[str, Told], month: Period) -> Iterator[FactView]:
    told = ((unit, part[NEXT]) for unit, part in units.items() if NEXT in part)
    for index, (words, sources) in enumerate(lines(told, month), start=1):
        yield FactView(number=Figure(index, str(index), sources), words=words)


def _item(told: Told) -> ItemView:
    return ItemView(
        headline=told["headline"],
        source=(SOURCE if told["contributor"] else ANONYMOUS).format(
            unit=told["unit"], contributor=told["contributor"]
        ),
        lead=told["lead"],
        body=tuple(told["body"]) or _without_body(told),
        pictures=tuple(picture_rows([_picture(each) for each in told["pictures"]])),
    )


def _without_body(told: Told) -> tuple[Text, ...]:
    """Return a Gap where no body was written, nothing where the editor left it out below a lead."""
    if told.get("cut") and told["lead"]:
        return ()
    return (Gap(label_of(NewsItem, "body"), Place(**told["place"])),)


def _picture(told: Told) -> PicturedView:
    return PicturedView(picture=Picture(**told), caption=told["caption"])


def _fact(told: Told, index: int, month: Period) -> FactView:
    day = date_text(date.fromisoformat(told["date"])).removeprefix(YEAR.format(month.year)) if told["date"] else ""
    notes = COMMA.join(filter(None, (day, told["where"])))
    words = FACT.format(unit=told["unit"], title=told["title"], notes=FACT_NOTES.format(notes) if notes else "")
    return FactView(number=Figure(index, str(index), (told["id"],)), words=words)


CONTENTS = Contents(
    schema=BulletinView,
    papers=(OrganisationPaper(Scope.ORGANISATION_MONTH, subjects, digest, view),),
    needs=(
        *labels_of(NewsItem, "headline", "lead", "body", "published", "contributor"),
        *labels_of(NewsItem, "channels", "photos", "sources", "column"),
        *labels_of(BulletinIssue, "month", "issue", "contents", "headline", "signer", "editor", "examiner"),
        *labels_of(BulletinIssue, "recipients", "copies", "omitted", "shortened"),
        *labels_of(ThemeDay, "theme", "place"),
        *CELL_FIELDS,
    ),
)
