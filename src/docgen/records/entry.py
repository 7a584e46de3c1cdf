"""Takes a model and where it was written, gives one entry of a unit's records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Generic, TypeVar

from docgen.findings import Place
from docgen.model.base import RecordModel
from docgen.records.record import Source

M_co = TypeVar("M_co", bound=RecordModel, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[M_co]):
    """One record of a unit: its id, which begins with the unit's 简称, what it says, and where it stands."""

    id: str
    unit: str
    model: M_co
    source: Source

    @property
    def day(self) -> date | None:
        """The day by which the record is counted."""
        return self.model.day

    @property
    def local_id(self) -> str:
        """The id without its unit, as references inside the unit write it."""
        return self.id.removeprefix(f"{self.unit}/")

    def place(self, *path: str | int) -> Place:
        """Return where the value at a path of labels and indexes stands."""
        return self.source.place(*path)

    @property
    def order(self) -> tuple[date, datetime, str]:
        """The key that sorts entries: day, beginning, id; undated ones come last."""
        day = self.day or date.max
        return day, getattr(self.model, "start", None) or datetime.combine(day, time.min), self.id
