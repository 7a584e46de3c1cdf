"""Takes a model and where it was written, gives one entry of a unit's records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date, datetime, time
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import force_setattr

from docgen.findings import Place
from docgen.model.base import RecordModel
from docgen.records.record import Source

M_co = TypeVar("M_co", bound=RecordModel, covariant=True)


def names_of(ids: Collection[str], unit: str) -> dict[str, str]:
    """Return what each of a unit's ids may be called: itself, it without the unit, and its last part where unique."""
    often = Counter(each.rpartition("/")[2] for each in ids)
    names = {f"{unit}/{tail}": each for each in ids if often[tail := each.rpartition("/")[2]] == 1}
    names |= {each: each for each in ids}
    return names | {name.removeprefix(f"{unit}/"): each for name, each in names.items()}


class Entry(Struct, Generic[M_co], frozen=True):
    """One record of a unit: its id, which begins with the unit's 简称, what it says, and where it stands.

    `day` is the one by which the record is counted; `order` sorts entries: day, beginning, id, undated ones last. Both
    are told by the model, whatever else is given, and are asked for far more often than entries are made.
    """

    id: str
    unit: str
    model: M_co
    source: Source
    day: date | None = None
    order: tuple[date, datetime, str] = (date.max, datetime.combine(date.max, time.min), "")

    def __post_init__(self) -> None:
        day = self.model.day
        last = day or date.max
        begins = getattr(self.model, "start", None) or datetime.combine(last, time.min)
        force_setattr(self, "day", day)
        force_setattr(self, "order", (last, begins, self.id))

    @property
    def local_id(self) -> str:
        """The id without its unit, as references inside the unit write it."""
        return self.id.removeprefix(f"{self.unit}/")

    def place(self, *path: str | int) -> Place:
        """Return where the value at a path of labels and indexes stands."""
        return self.source.place(*path)
