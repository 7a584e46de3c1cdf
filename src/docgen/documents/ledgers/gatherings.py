"""Takes the held meetings or theme days of a year, gives what both of their ledgers print of each."""

from __future__ import annotations

from typing import TypedDict, TypeVar

from docgen.chinese import date_text
from docgen.documents.kind import labels_of
from docgen.documents.part import Part
from docgen.house.outline import Align, Column
from docgen.ledger import BranchLedger, Entry
from docgen.model.meeting import Gathering
from docgen.view import Figure, Text, View, label

G = TypeVar("G", bound=Gathering)


class GatheringRow(View, frozen=True, kw_only=True):
    """One held meeting or theme day."""

    number: Figure = label("序号")
    day: str = label("日期")
    place: Text = label("地点")
    host: Text = label("主持人")
    recorder: Text = label("记录人")
    due: Figure = label("应到")
    present: Figure = label("实到")
    rate: Figure = label("到会率")
    note: Text = label("备注")


class Common(TypedDict):
    """The fields of a `GatheringRow`."""

    number: Figure
    day: str
    place: Text
    host: Text
    recorder: Text
    due: Figure
    present: Figure
    rate: Figure
    note: Text


COMMON_FIELDS = labels_of(
    Gathering, "start", "place", "host", "recorder", "due", "present", "on_leave", "absent", "note"
)
# Widths in tenths of a millimetre of the 225 mm that a page on its side has.
NUMBER = Column("序号", "{{ 行.序号 }}", 105, Align.CENTER)
DAY = Column("日期", "{{ 行.日期 }}", 330, Align.CENTER)
PEOPLE = (
    Column("主持人", "{{ 行.主持人 }}", 140, Align.CENTER),
    Column("应到", "{{ 行.应到 }}", 105, Align.CENTER),
    Column("实到", "{{ 行.实到 }}", 105, Align.CENTER),
    Column("到会率", "{{ 行.到会率 }}", 140, Align.CENTER),
    Column("记录人", "{{ 行.记录人 }}", 175, Align.CENTER),
)
NOTE = Column("备注", "{{ 行.备注 }}", 105)


def common(ledger: BranchLedger, entry: Entry[G], index: int) -> Common:
    """Return what both ledgers print of one gathering."""
    attendance, part = ledger.attendance(entry), Part.of(entry)
    return Common(
        number=Figure(index, str(index), (entry.id,)),
        day=date_text(entry.model.day),
        place=part.text("place"),
        host=part.text("host"),
        recorder=part.text("recorder"),
        due=attendance.count(attendance.due),
        present=attendance.count(attendance.present),
        rate=ledger.rate([entry]),
        note=part.said("note"),
    )
