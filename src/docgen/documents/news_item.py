"""Takes one piece of news, gives the 宣传稿 as it is handed in."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.part import Part, paragraphs
from docgen.documents.photos import PhotoView, photo_views
from docgen.house.outline import Layout, Line, Outline, Paragraph, Pictures, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import label_of
from docgen.model.five_ones import NewsItem, NewsReview
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Text, View, label

STEP = "{step}：{name}"
SEPARATOR = "；"


class NewsItemView(View, frozen=True, kw_only=True):
    """What a 宣传稿 says."""

    heading: str = label("标题")
    lead: Text = label("导语")
    body: tuple[Text, ...] = label("正文")
    photos: tuple[PhotoView, ...] = label("照片")
    unit: str = label("供稿单位")
    contributor: Text = label("供稿人")
    reviews: Text = label("审核")
    date: str = label("日期")
    channels: Text = label("渠道")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        Title("{{ 标题 }}"),
        Paragraph("{{ 导语 }}"),
        Paragraph(each="正文"),
        Pictures("照片", 120),
        Line("供稿", "{{ 供稿单位 }}　{{ 供稿人 }}"),
        Line("审核", "{{ 审核 }}"),
        Line("发布", "{{ 日期 }}　{{ 渠道 }}"),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the news of a period."""
    yield from (Subject(entry.unit, record=entry.id) for entry in ledger.of(NewsItem, period))


def view(ledger: BranchLedger, subject: Subject) -> NewsItemView:
    """Return one piece of news."""
    entry = record_of(ledger, subject, NewsItem)
    part = Part.of(entry)
    return NewsItemView(
        heading=entry.model.headline,
        lead=part.text("lead"),
        body=paragraphs(part.optional("body")) or (part.gap("body"),),
        photos=photo_views(ledger, entry, entry.model.photos),
        unit=ledger.unit.short,
        contributor=part.text("contributor"),
        reviews=_reviews(entry),
        date=part.optional("published"),
        channels=part.text("channels"),
    )


def _reviews(entry: Entry[NewsItem]) -> Text:
    part = Part.of(entry).below("reviews")
    if part is None:
        return Part.of(entry).gap("reviews")
    steps = [name for name in NewsReview.model_fields if part.has(name)]
    said = SEPARATOR.join(STEP.format(step=label_of(NewsReview, name), name=part.optional(name)) for name in steps)
    return said or Part.of(entry).gap("reviews")


CONTENTS = Contents(
    schema=NewsItemView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(NewsItem, "headline", "lead", "body", "photos", "contributor", "reviews", "published", "channels"),
)
