"""Takes the records of units, gives them as rows that lists show: filtered, searched, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct
from pydantic import BaseModel

from docgen.accounts import Action, Caller, may
from docgen.editing import Stored
from docgen.findings import Finding, Level, worst
from docgen.generation import Checked, check
from docgen.model.period import Period
from docgen.web.seeing import findings_seen, hidden_in, sees_all, unread_in
from docgen.web.service import Service
from docgen.workspace.loading import AnyEntry


class Row(Struct, frozen=True):
    """One record of a list; `text` is all that it says, for a search. One that cannot be read has no day."""

    id: str
    unit: str
    kind: str
    day: date | None
    title: str
    file: str
    text: str
    readable: bool = True


class Wanted(Struct, frozen=True):
    """Which records a list shows; an empty field leaves nothing out. `level` is the worst finding of a record."""

    units: tuple[str, ...]
    kinds: frozenset[str] = frozenset()
    period: Period | None = None
    words: tuple[str, ...] = ()
    level: Level | None = None


def rows(service: Service, who: Caller, wanted: Wanted) -> list[Row]:
    """Return the records that are wanted and that somebody may read, the newest first, undated ones before them."""
    levels = levels_of(service, who) if wanted.level else {}
    found = [
        row
        for unit in wanted.units
        for row in _seen(service, who, unit)
        if _fits(row, wanted) and (wanted.level is None or levels.get(row.id) is wanted.level)
    ]
    return sorted(found, key=lambda row: (row.day or date.max, row.id), reverse=True)


def levels_of(service: Service, who: Caller) -> Mapping[str, Level]:
    """Return how grave the worst finding of each record is, of those that somebody may know of."""
    units, day = service.library.workspace().units, service.today()
    key = ("levels", day, who.unit, may(who, Action.READ_CONFIDENTIAL))
    return service.library.once(key, units, lambda: _levels(service, who, day))


def _levels(service: Service, who: Caller, day: date) -> dict[str, Level]:
    by_record: dict[str, list[Finding]] = {}
    for finding in findings_seen(service, who, checked(service, day).findings):
        by_record.setdefault(finding.subject, []).append(finding)
    return {record: level for record, found in by_record.items() if (level := worst(found)) is not None}


def checked(service: Service, on: date | None = None) -> Checked:
    """Return what is wrong in the whole workspace today, or on another day, looked at once until something changes."""
    workspace, day = service.library.workspace(), on or service.today()
    return service.library.once(("checked", day), workspace.units, lambda: check(workspace, on=day))


def _seen(service: Service, who: Caller, unit: str) -> Iterable[Row]:
    known = service.library.once(("rows", unit), (unit,), lambda: tuple(_rows(service, unit)))
    if sees_all(who, unit):
        return known
    hidden = hidden_in(service, unit).records
    return (row for row in known if row.id not in hidden)


def _rows(service: Service, unit: str) -> Iterator[Row]:
    for entry in service.library.records(unit).entries:
        yield _row(entry)
    for stored in unread_in(service, unit):
        yield _unread_row(stored)


def _row(entry: AnyEntry) -> Row:
    model = entry.model
    text = "\n".join((entry.id, model.title, *_texts(model))).casefold()
    return Row(entry.id, entry.unit, model.kind, entry.day, model.title, entry.source.file, text)


def _unread_row(stored: Stored) -> Row:
    text = f"{stored.id}\n{stored.text}".casefold()
    title = stored.id.rpartition("/")[2]
    return Row(stored.id, stored.unit, stored.kind, None, title, stored.file, text, readable=False)


def _fits(row: Row, wanted: Wanted) -> bool:
    if wanted.kinds and row.kind not in wanted.kinds:
        return False
    if wanted.period is not None and (row.day is None or row.day not in wanted.period):
        return False
    return all(word in row.text for word in wanted.words)


def _texts(value: object) -> Iterator[str]:
    """Yield what a record says, days and numbers too, without the names of its fields."""
    if isinstance(value, BaseModel):
        for attribute in type(value).model_fields:
            yield from _texts(getattr(value, attribute))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each)
    elif value is not None and not isinstance(value, bool):
        yield str(value)
