"""Takes who asks, what they see and a period, gives the findings that they may know of, each with its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from docgen.accounts import Caller
from docgen.findings import Finding
from docgen.generation import Units
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.web.overview.findings import Book, book, within
from docgen.web.pages.scope import Scope, cleared
from docgen.web.register import checked
from docgen.web.seeing import findings_seen
from docgen.web.service import Service
from docgen.workspace.files import RECORD_SUFFIX, RECORDS_FOLDER, relative

TITLE = "{day} {title}"


def book_of(service: Service, who: Caller, scope: Scope, period: Period | None, day: date) -> Book:
    """Return the findings of a period, or of ever, that somebody may know of."""
    units = service.library.workspace().units
    key = ("book", scope.meant, cleared(who, scope.meant), who.unit is None, period, day)
    return service.library.once(key, units, lambda: _book(service, who, scope, period, day))


def _book(service: Service, who: Caller, scope: Scope, period: Period | None, day: date) -> Book:
    found, unit_of = checked(service, day), Units(service.library.workspace()).of
    meant = {*scope.meant, *([] if scope.chosen else [""])}
    seen = [each for each in findings_seen(service, who, found.findings) if unit_of(each) in meant]
    kept = seen if period is None else list(within(seen, found.days, period))
    ledgers = {unit: service.library.ledger(unit, day) for unit in dict.fromkeys(map(unit_of, kept)) if unit}
    return book(kept, unit_of, dict(_titles(kept, ledgers.values())), dict(_unread(service, ledgers.values())))


def _titles(findings: Iterable[Finding], ledgers: Iterable[BranchLedger]) -> Iterator[tuple[str, str]]:
    """Yield the titles of the records that findings are about, by their ids."""
    subjects = {each.subject for each in findings}
    for ledger in ledgers:
        for entry in ledger.entries:
            if entry.id in subjects:
                yield entry.id, TITLE.format(day=entry.day or "", title=entry.model.title).strip()


def _unread(service: Service, ledgers: Iterable[BranchLedger]) -> Iterator[tuple[str, str]]:
    """Yield the records that could not be read, by their files."""
    workspace = service.library.workspace()
    for ledger in ledgers:
        short = ledger.unit.short
        for record in sorted(ledger.unread, reverse=True):
            stem = record.removeprefix(f"{short}/").partition("#")[0]
            path = workspace.units[short].path / RECORDS_FOLDER / f"{stem}{RECORD_SUFFIX}"
            yield relative(workspace.root, path), record
