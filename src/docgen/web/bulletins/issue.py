"""Takes a service, a unit and a month, gives the issue of its bulletin as it stands: stored, or begun and not yet stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.accounts import Caller
from docgen.documents.bulletin.entries import digest
from docgen.documents.periods import BELOW_ORGANISATIONS
from docgen.editing import Conflict, Stored
from docgen.ledger import BranchLedger
from docgen.model.bulletin_issue import BulletinIssue
from docgen.model.five_ones import NewsItem
from docgen.model.period import Period
from docgen.records.record import Written
from docgen.web.bulletins.sent import repeated
from docgen.web.bulletins.written import BULLETIN, KIND, MONTH, Units
from docgen.web.service import Service
from docgen.web.state.notes import drop_note, keep_note, note_of
from docgen.workspace import Workspace

NOTE = "bulletin/{unit}/{month}"
DATA, ETAG = "data", "etag"


class Issue(Struct, frozen=True):
    """One issue: what units told, the stored record, and what somebody has begun to change; `etag` is what that began from.

    `blocked` is the stored record where it is no YAML: it must be mended elsewhere before the desk can show it.
    """

    unit: str
    month: Period
    units: Units
    stored: Stored | None = None
    begun: Mapping[str, Written] | None = None
    etag: str = ""
    earlier: Mapping[str, Written] = field(default_factory=dict)
    blocked: Stored | None = None

    @property
    def data(self) -> Mapping[str, Written]:
        """What the record says, or is to say."""
        if self.begun is not None:
            return self.begun
        return self.stored.data if self.stored is not None else {}

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever stored or begun of it."""
        return self.stored is None and self.begun is None

    @property
    def is_behind(self) -> bool:
        """Whether somebody has stored another version since this one was begun."""
        return self.begun is not None and self.etag != (self.stored.etag if self.stored is not None else "")

    @property
    def is_as_stored(self) -> bool:
        """Whether what was begun says what is stored."""
        return self.stored is not None and self.begun == self.stored.data

    @property
    def subject(self) -> str:
        """The subject of its paper."""
        return f"{self.unit}/{self.month}"

    def repeating(self) -> Issue:
        """Return the issue with people and recipients of the one before where it names none yet."""
        head = {KIND: BULLETIN, MONTH: str(self.month)}
        return self.changed({**head, **repeated(self.earlier), **self.data}, self.etag)

    def changed(self, data: Mapping[str, Written], etag: str) -> Issue:
        """Return the issue as somebody has changed it who began from the version with an etag."""
        return replace(self, begun=data, etag=etag)


def organisations(workspace: Workspace) -> tuple[str, ...]:
    """Return the units that have a bulletin, those at the top first; none where the settings say nothing of it."""
    if workspace.settings.bulletin is None:
        return ()
    return tuple(short for short, each in workspace.units.items() if each.unit.type not in BELOW_ORGANISATIONS)


def open_issue(service: Service, who: Caller, unit: str, month: Period) -> Issue:
    """Return the issue of a month, with what somebody has begun to change of it."""
    library = service.library
    workspace, today = library.workspace(), service.today()
    shorts = (unit, *workspace.tree.below(unit))

    def told(short: str) -> Mapping[str, Any]:
        key = ("bulletin", short, month, today)
        return library.once(key, (short,), lambda: digest(library.ledger(short, today), month))

    own = library.ledger(unit, today)
    entry = next(iter(own.of(BulletinIssue, month=month)), None)
    # What the ledger does not know, as a number in it is none, can be mended here as long as it is YAML at all.
    unread = next(_unread(service, unit, month), None) if entry is None else None
    stored = service.editor.read(workspace, entry.id) if entry is not None else unread
    blocked = stored if stored is not None and not stored.data else None
    note = note_of(service.store, who.name, _name(unit, month)) or {}
    # The last change of a form may arrive after the form itself was stored.
    note = {} if stored is not None and note.get(DATA) == stored.data else note
    return Issue(
        unit,
        month,
        {short: told(short) for short in shorts},
        stored,
        note.get(DATA),
        note.get(ETAG, stored.etag if stored is not None else ""),
        _earlier(service, own, month),
        blocked,
    )


def keep(service: Service, who: Caller, issue: Issue) -> None:
    """Keep what somebody has begun, so that it is there again after a pause."""
    keep_note(service.store, who.name, _name(issue.unit, issue.month), {DATA: issue.begun, ETAG: issue.etag})


def drop(service: Service, who: Caller, issue: Issue) -> None:
    """Forget what somebody has begun."""
    drop_note(service.store, who.name, _name(issue.unit, issue.month))


def store(service: Service, who: Caller, issue: Issue, expected: str) -> Stored:
    """Store an issue as its record, in the place of the one with the etag `expected`; raise Conflict where there is another."""
    workspace, by, at = service.library.workspace(), who.name, service.now()
    if issue.stored is None and expected:
        raise Conflict(None, "", record=f"{issue.subject}-{BULLETIN}")
    if issue.stored is not None:
        done = service.editor.replace(workspace, issue.stored.id, issue.data, expected=expected, by=by, at=at)
    else:
        done = service.editor.create(workspace, issue.unit, issue.data, by=by, at=at)
    service.library.touch(issue.unit)
    drop(service, who, issue)
    return done


def last_month(service: Service, unit: str) -> Period:
    """Return the month to begin with: this one, or the last one that has news where nothing was written this year."""
    today, workspace = service.today(), service.library.workspace()
    ledgers = [service.library.ledger(short, today) for short in (unit, *workspace.tree.below(unit))]
    days = [day for ledger in ledgers for entry in ledger.of(NewsItem) if (day := entry.day) and day <= today]
    newest = max(days, default=today)
    return Period.of_month(*((today.year, today.month) if newest.year == today.year else (newest.year, newest.month)))


def _name(unit: str, month: Period) -> str:
    return NOTE.format(unit=unit, month=month)


def _earlier(service: Service, own: BranchLedger, month: Period) -> Mapping[str, Written]:
    """Return what the last issue before a month says."""
    before = [entry for entry in own.of(BulletinIssue) if entry.model.month < month]
    if not before:
        return {}
    newest = max(before, key=lambda entry: entry.day or date.min)
    return service.editor.read(service.library.workspace(), newest.id).data


def _unread(service: Service, unit: str, month: Period) -> Iterator[Stored]:
    """Yield the 简报 of a month that cannot be read, of which the ledger does not know."""
    workspace = service.library.workspace()
    for id in service.library.records(unit).unread:
        if BULLETIN in id or str(month) in id:
            stored = service.editor.read(workspace, id)
            if stored.kind == BULLETIN and stored.data.get(MONTH, str(month)) == str(month):
                yield stored
