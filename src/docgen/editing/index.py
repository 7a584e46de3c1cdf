"""Takes the heads of a journal's lines, gives where the lines of a record, a unit or a file stand."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from docgen.editing.change import Verb


class Head(NamedTuple):
    """What finds a line of the journal; `was` and `now` are digests of the file, `staged` the name it was written by."""

    revision: int
    verb: str
    record: str
    unit: str
    file: str
    now: str | None
    former: str
    staged: str
    was: str | None
    undoes: int = 0
    by: str = ""


class Last(NamedTuple):
    """What a journal says last of a file: in which line, of which record, and the digest of what the file then holds."""

    position: int
    record: str
    unit: str
    now: str | None


@dataclass
class Index:
    """Where the lines of a journal stand: numbers in rows, since a journal has hundreds of thousands of lines."""

    revisions: array[int] = field(default_factory=lambda: array("Q"))
    last: Head | None = None
    last_of_file: dict[str, Last] = field(default_factory=dict)
    _months: list[str] = field(default_factory=list)
    _ends: dict[str, int] = field(default_factory=dict)
    _month_of: array[int] = field(default_factory=lambda: array("H"))
    _offsets: array[int] = field(default_factory=lambda: array("Q"))
    _lengths: array[int] = field(default_factory=lambda: array("L"))
    _of_record: dict[str, array[int]] = field(default_factory=dict)
    _of_unit: dict[str, array[int]] = field(default_factory=dict)
    _of_person: dict[str, array[int]] = field(default_factory=dict)
    _renamed: list[tuple[int, str, str]] = field(default_factory=list)
    _bin: dict[int, tuple[str, str, int]] = field(default_factory=dict)

    @property
    def last_revision(self) -> int:
        """The highest number given so far."""
        return self.revisions[-1] if self.revisions else 0

    @property
    def last_month(self) -> str:
        """The file that the last line stands in, "" before the first."""
        return self._months[-1] if self._months else ""

    def end_of(self, month: str) -> int:
        """Return how far a file is known, in bytes."""
        return self._ends.get(month, 0)

    def follows(self, months: Sequence[str], size_of: Callable[[str], int]) -> bool:
        """Tell whether the files have only grown since."""
        known = months[: len(self._months)]
        return known == self._months and all(size_of(each) >= self._ends[each] for each in known)

    def add(self, month: str, offset: int, length: int, head: Head | None) -> None:
        """Take in a line; one that cannot be read is passed over."""
        if month not in self._ends:
            self._months.append(month)
        self._ends[month] = offset + length
        if head is None or head.revision <= self.last_revision:
            return
        position = len(self.revisions)
        self.revisions.append(head.revision)
        self._month_of.append(len(self._months) - 1)
        self._offsets.append(offset)
        self._lengths.append(length)
        self.last = head
        self.last_of_file[head.file] = Last(position, head.record, head.unit, head.now)
        self._of_unit.setdefault(head.unit, array("L")).append(position)
        self._of_person.setdefault(head.by, array("L")).append(position)
        self._add_to_record(head, position)

    def _add_to_record(self, head: Head, position: int) -> None:
        """Let a record be found by its id, and by the one it had before."""
        if head.former:
            self._renamed.append((head.revision, head.former, head.record))
            if head.former in self._of_record and head.record not in self._of_record:
                self._of_record[head.record] = self._of_record[head.former]
        rows = self._of_record.setdefault(head.record, array("L"))
        rows.append(position)
        if head.verb == Verb.DELETED:
            self._bin[head.revision] = head.record, head.unit, position
        self._bin.pop(head.undoes, None)

    def where(self, position: int) -> tuple[str, int, int]:
        """Return file, offset and length of a line."""
        return self._months[self._month_of[position]], self._offsets[position], self._lengths[position]

    def position(self, revision: int) -> int | None:
        """Return the line with a revision, None where there is none."""
        found = bisect_left(self.revisions, revision)
        return found if found < len(self.revisions) and self.revisions[found] == revision else None

    def newest(
        self, record: str | None, unit: str | None, before: int | None, limit: int, by: str | None = None
    ) -> list[int]:
        """Return the lines of a record, of a unit, or all, the newest first; with `by` those of one person."""
        rows = self._rows(record, unit)
        end = len(rows)
        if before is not None:
            end = bisect_left(rows, bisect_left(self.revisions, before))
        if by is None:
            return list(reversed(rows[max(end - limit, 0) : end]))
        return list(islice(_shared(rows[:end], self._of_person.get(by, ())), limit))

    def people(self) -> list[str]:
        """Return who has changed anything, by name; "" is whoever wrote outside."""
        return sorted(self._of_person)

    def deleted(self, unit: str | None) -> list[int]:
        """Return the lines by which records were deleted that did not come back, the newest first."""
        return sorted((position for _, short, position in self._bin.values() if unit in {None, short}), reverse=True)

    def is_deleted(self, record: str) -> bool:
        """Tell whether a record was deleted and did not come back."""
        return any(each == record for each, _, _ in self._bin.values())

    def deletion_of(self, revision: int, names: Collection[str]) -> int:
        """Return the first deletion at or after a revision of a record by one of its names, 0 where there is none."""
        return min(
            (each for each, (record, _, _) in self._bin.items() if each >= revision and record in names), default=0
        )

    def name_now(self, revision: int, record: str) -> str:
        """Return the id that a record has by now which had one at a revision."""
        for number, former, later in self._renamed:
            if number > revision and former == record:
                record = later
        return record

    def _rows(self, record: str | None, unit: str | None) -> Sequence[int]:
        if record is not None:
            return self._of_record.get(record, ())
        return self._of_unit.get(unit, ()) if unit is not None else range(len(self.revisions))


def _shared(rows: Sequence[int], others: Sequence[int]) -> Iterator[int]:
    """Yield the lines that stand in both of two lists, the newest first; the shorter one is walked."""
    walked, asked = sorted((rows, others), key=len)
    for position in reversed(walked):
        at = bisect_left(asked, position)
        if at < len(asked) and asked[at] == position:
            yield position
