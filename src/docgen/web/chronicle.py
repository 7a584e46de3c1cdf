"""Takes who asks and what they look for, gives the changes that they may know of, a page of them at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from docgen.accounts import Action, Caller, may_everywhere
from docgen.editing import Change
from docgen.web.seeing import change_seen
from docgen.web.service import Service

PAGE, BATCH, MOST_READ = 50, 100, 2_000
"""How many changes a page has; how many are read at once, and at most for one page, where most may not be known of."""
NAMES_FROM = 500


class Sought(Struct, frozen=True):
    """What somebody looks for: changes of a record, of a unit, by a person, before a revision; "" and None mean all."""

    record: str = ""
    unit: str = ""
    by: str | None = None
    before: int | None = None


class Row(Struct, frozen=True):
    """One change in a list: how many lines of its file are new and gone."""

    change: Change
    new: int
    gone: int


class Chronicle(Struct, frozen=True):
    """A page of changes, and the revision before which it goes on, None where it ends."""

    rows: tuple[Row, ...]
    older: int | None


def chronicle(service: Service, who: Caller, sought: Sought) -> Chronicle:
    """Return a page of the changes that somebody looks for and may know of, the newest first."""
    rows: list[Row] = []
    read, last = 0, sought.before
    for change in _found(service, who, sought):
        if len(rows) == PAGE or read == MOST_READ:
            return Chronicle(tuple(rows), last)
        read, last = read + 1, change.revision
        if change_seen(who, change):
            rows.append(row(change))
    return Chronicle(tuple(rows), None)


def in_bin(service: Service, who: Caller, unit: str = "") -> tuple[Row, ...]:
    """Return the deletions that can be undone, and that somebody may know of."""
    deleted = service.editor.deleted(who.unit or unit or None)
    return tuple(row(each) for each in deleted if change_seen(who, each))


def people(service: Service, who: Caller) -> tuple[str, ...]:
    """Return by whom there are changes that somebody may know of."""
    if may_everywhere(who, Action.AUDIT):
        return tuple(name for name in service.editor.people() if name)
    lately = service.editor.changes(unit=who.unit, limit=NAMES_FROM)
    return tuple(sorted({each.by for each in lately if each.by and change_seen(who, each)}))


def row(change: Change) -> Row:
    """Return a change with how many lines it touched; lines that only moved count as none."""
    before, after = (Counter((text or "").splitlines()) for text in (change.before, change.after))
    return Row(change, (after - before).total(), (before - after).total())


def _found(service: Service, who: Caller, sought: Sought) -> Iterator[Change]:
    before = sought.before
    unit = who.unit or sought.unit or None
    while batch := service.editor.changes(
        record=sought.record or None, unit=unit, by=sought.by, before=before, limit=BATCH
    ):
        before = batch[-1].revision
        yield from batch
