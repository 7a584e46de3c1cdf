"""Takes a meeting's agenda, gives each item as the 会议记录 tells it."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import adjoin, heading_number, quoted_title
from docgen.documents.meeting.vote import vote_text
from docgen.documents.part import Part, numbered
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import AgendaItem, Material, Meeting, Speech
from docgen.view import Private, Text, View, label

SOURCE = "（{}）"


class SpeechView(View, frozen=True, kw_only=True):
    """What one person said."""

    name: Text = label("姓名")
    words: Text = label("内容")
    dissent: bool | Private = label("不同意见")


class ItemView(View, frozen=True, kw_only=True):
    """One item of the agenda, in full."""

    number: str = label("序")
    heading: str = label("标题")
    materials: str = label("材料")
    reporter: str = label("汇报人")
    speeches: tuple[SpeechView, ...] = label("发言")
    vote: str = label("表决")
    resolution: str = label("决议")


def item_views(ledger: BranchLedger, entry: Entry[Meeting]) -> tuple[ItemView, ...]:
    """Return all items of a meeting, in order."""
    return tuple(_item(ledger, entry, index, part) for index, part in enumerate(Part.of(entry).each("agenda"), start=1))


def titles(entry: Entry[Meeting]) -> tuple[str, ...]:
    """Return the numbered titles of the agenda."""
    return numbered(item.title for item in entry.model.agenda)


def speech_views(speeches: Iterator[Part[Speech]]) -> tuple[SpeechView, ...]:
    """Return speeches in the order in which they were held."""
    return tuple(
        SpeechView(name=each.said("name"), words=each.said("words"), dissent=each.flag("dissent")) for each in speeches
    )


def _item(ledger: BranchLedger, entry: Entry[Meeting], index: int, part: Part[AgendaItem]) -> ItemView:
    item = part.model
    return ItemView(
        number=heading_number(1, index),
        heading=item.title,
        materials=adjoin(_quoted(each) for each in item.materials),
        reporter=part.optional("reporter"),
        speeches=speech_views(part.each("speeches")),
        vote=vote_text(ledger, entry, item.vote) if item.vote else "",
        resolution=item.resolution or "",
    )


def _quoted(material: Material) -> str:
    return quoted_title(material.title) + (SOURCE.format(material.source) if material.source else "")
