"""Takes a unit's month, gives what a bulletin may print of it as plain data: its news, and in facts what was done and comes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from docgen.documents.bulletin import figures_page, next_month
from docgen.documents.five_ones.evidence import content
from docgen.documents.part import paragraphs
from docgen.findings import Place
from docgen.ledger import BranchLedger, Entry, FiveOnesItem
from docgen.ledger.branch import AnyEntry
from docgen.model.base import label_of
from docgen.model.five_ones import NewsItem
from docgen.model.period import Period
from docgen.view import Picture, Plain

NEWS, FACTS, NAMES, NEXT, FIGURES = "news", "facts", "names", "next", "figures"
HEADLINES, PIONEERS = "要闻", "先锋风采"
COLUMN_OF_ITEM = {
    FiveOnesItem.STUDY: "学习研讨",
    FiveOnesItem.THEME_DAY: "支部动态",
    FiveOnesItem.PROBLEM: "办实事",
    FiveOnesItem.POLICY: "制度建设",
}
"""The columns under which facts stand; the fifth item is news itself."""
COLUMNS = (HEADLINES, *COLUMN_OF_ITEM.values(), PIONEERS)
USUAL_COLUMN = COLUMN_OF_ITEM[FiveOnesItem.THEME_DAY]


def digest(ledger: BranchLedger, period: Period) -> dict[str, Plain]:
    """Return a unit's news of a month, what it did that no news tells of, and what comes next; no 发言 is read."""
    news = [entry for entry in ledger.of(NewsItem, period) if entry.model.channels]
    told = {found.id for entry in news for text in entry.model.sources if (found := ledger.entry(text))}
    facts = [(column, entry) for column, entry in _facts(ledger, period) if entry.id not in told]
    return {
        NEWS: [_news(ledger, entry) for entry in news],
        FACTS: [_fact(ledger, entry, column) for column, entry in facts],
        NAMES: _names(ledger, {entry.id for entry in (*news, *(entry for _, entry in facts))}),
        FIGURES: figures_page.digest(ledger, period),
        NEXT: next_month.digest(ledger, period.next()),
    }


def _names(ledger: BranchLedger, shown: Collection[str]) -> dict[str, Plain]:
    """Return what the records that can be shown may be called: a name is short where it is so in the whole unit."""
    return {name: record for name, record in ledger.names.items() if record in shown}


def _news(ledger: BranchLedger, entry: Entry[NewsItem]) -> dict[str, Plain]:
    news = entry.model
    missing = entry.place(label_of(NewsItem, "body"))
    found = (ledger.picture(entry, photo.file, photo.caption) for photo in news.photos)
    return {
        "id": entry.id,
        "unit": ledger.unit.short,
        "headline": news.headline,
        "lead": news.lead or "",
        "body": list(paragraphs(news.body or "")),
        "column": news.column if news.column in COLUMNS else USUAL_COLUMN,
        "date": news.published.isoformat(),
        "contributor": news.contributor or "",
        "pictures": [_picture(picture) for picture in found if picture is not None],
        "place": _place(missing),
    }


def _picture(picture: Picture) -> dict[str, Plain]:
    return {
        "sha256": picture.sha256,
        "width": picture.width,
        "height": picture.height,
        "caption": picture.caption,
    }


def _place(place: Place) -> dict[str, Plain]:
    return {"file": place.file, "line": place.line, "column": place.column}


def _facts(ledger: BranchLedger, period: Period) -> Iterator[tuple[str, AnyEntry]]:
    for cell in ledger.cells(period):
        for entry in filter(None, map(ledger.entry, cell.evidence)):
            if cell.item in COLUMN_OF_ITEM:
                yield COLUMN_OF_ITEM[cell.item], entry


def _fact(ledger: BranchLedger, entry: AnyEntry, column: str) -> dict[str, Plain]:
    return {
        "id": entry.id,
        "unit": ledger.unit.short,
        "column": column,
        "title": content(ledger, entry),
        "date": entry.day.isoformat() if entry.day else "",
        "where": getattr(entry.model, "place", None) or "",
    }
