"""Takes the 评选 records of a month, gives the 评选通报: per type who was chosen, with scores, deeds and photos."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import date_text, heading_number
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.part import Part
from docgen.documents.periods import period_of
from docgen.documents.photos import PhotoView, photo_views
from docgen.house.outline import For, Grid, Heading, Layout, Outline, Paragraph, Pictures, Signature, Title
from docgen.ledger import BranchLedger, Entry, figures
from docgen.model.base import label_of
from docgen.model.contests import Award, AwardScores, AwardType
from docgen.model.period import Period
from docgen.model.scoring import Assessment
from docgen.model.subject import Subject
from docgen.view import Gap, Text, View, label

HEADING = "关于{}评选结果的通报"
DEEDS = "{recipient}{unit}：{deeds}"
UNIT = "（{}）"
THREE = ("political", "professional", "performance")
FIVE = ("economy", "safety", "conduct", "skill", "democracy")
SCORED = {AwardType.STAR: THREE, AwardType.MODEL_POST: THREE, AwardType.FIVE_GOODS: FIVE}
"""What is scored of each type: a person or post by three aspects, a team by the five goods."""
TOTAL = label_of(Assessment, "total")
NOT_SCORED = "—"


class AwardTypeView(View, frozen=True, kw_only=True):
    """All that were chosen of one type."""

    heading: str = label("标题")
    heads: tuple[str, ...] = label("表头")
    rows: tuple[tuple[Text, ...], ...] = label("得分")
    deeds: tuple[Text, ...] = label("事迹")
    photos: tuple[PhotoView, ...] = label("照片")


class AwardNoticeView(View, frozen=True, kw_only=True):
    """What a 评选通报 says."""

    heading: str = label("标题")
    month: str = label("月份")
    organisation: str = label("评选单位")
    types: tuple[AwardTypeView, ...] = label("种类")
    signer: str = label("署名")
    date: Text = label("成文日期")
    sealed: bool = label("盖章")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        Title("{{ 标题 }}"),
        Paragraph("{{ 评选单位 }}进行了{{ 月份 }}评选，现将结果通报如下。"),
        For(
            "类",
            "种类",
            (
                Heading("{{ 类.标题 }}", 1),
                Grid("类.表头", "类.得分"),
                Paragraph(each="类.事迹"),
                Pictures("类.照片", 100),
            ),
        ),
        Signature("{{ 署名 }}", "{{ 成文日期 }}", seal="盖章"),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the months in which somebody was chosen."""
    for month in period.months():
        if ledger.of(Award, month):
            yield Subject(ledger.unit.short, month)


def view(ledger: BranchLedger, subject: Subject) -> AwardNoticeView:
    """Return the notice of a month."""
    month = period_of(subject)
    entries = ledger.of(Award, month)
    types = [each for each in AwardType if any(entry.model.type is each for entry in entries)]
    return AwardNoticeView(
        heading=HEADING.format(month.text),
        month=month.text,
        organisation=ledger.unit.name,
        types=tuple(_type(ledger, entries, each, number) for number, each in enumerate(types, start=1)),
        signer=ledger.unit.name,
        date=_date(entries),
        sealed=ledger.settings.official.sealed,
    )


def _type(ledger: BranchLedger, entries: list[Entry[Award]], of: AwardType, number: int) -> AwardTypeView:
    chosen = [entry for entry in entries if entry.model.type is of]
    names = SCORED[of]
    heads = (label_of(Award, "recipient"), label_of(Award, "unit"), *(label_of(AwardScores, each) for each in names))
    return AwardTypeView(
        heading=f"{heading_number(1, number)}{of.value}",
        heads=(*heads, TOTAL),
        rows=tuple(_row(entry, names) for entry in chosen),
        deeds=tuple(_deeds(entry) for entry in chosen),
        photos=tuple(photo for entry in chosen for photo in photo_views(ledger, entry, entry.model.photos)),
    )


def _row(entry: Entry[Award], names: tuple[str, ...]) -> tuple[Text, ...]:
    part = Part.of(entry)
    scores = part.below("scores") or Part(AwardScores(), entry.source, (label_of(Award, "scores"),))
    values = [getattr(scores.model, name) for name in names]
    known = [figures.number(value, (entry.id,)) for value in values if value is not None]
    shown = (
        scores.gap(name) if value is None else figures.number(value, (entry.id,))
        for name, value in zip(names, values, strict=True)
    )
    total = figures.total(known) if len(known) == len(names) else NOT_SCORED
    return (entry.model.recipient, part.optional("unit"), *shown, total)


def _deeds(entry: Entry[Award]) -> Text:
    part = Part.of(entry)
    if not part.has("deeds"):
        return part.gap("deeds")
    unit = UNIT.format(entry.model.unit) if entry.model.unit else ""
    return DEEDS.format(recipient=entry.model.recipient, unit=unit, deeds=entry.model.deeds)


def _date(entries: list[Entry[Award]]) -> str | Gap:
    days = [entry.model.announced for entry in entries if entry.model.announced is not None]
    if days:
        return date_text(max(days))
    return Part.of(entries[0]).gap("announced")


CONTENTS = Contents(
    schema=AwardNoticeView,
    papers=(UnitPaper(Scope.ORGANISATION_MONTH, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(Award, "month", "type", "recipient", "unit", "scores", "deeds", "announced", "photos"),
)
