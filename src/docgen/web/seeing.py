"""Takes who asks and what there is, gives what they may know of: no other unit's records, no talk that is not theirs.

What somebody may not read is answered like what there is not, so that nobody learns of it by asking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from docgen.accounts import Action, Caller, may
from docgen.editing import Change, Stored
from docgen.errors import UsageError
from docgen.findings import Finding
from docgen.model.kinds import KINDS
from docgen.records.entry import names_of
from docgen.web.asking import visible_units
from docgen.web.problems import Refusal
from docgen.web.service import Service
from docgen.workspace import UnitFolder
from docgen.workspace.loading import AnyEntry
from docgen.workspace.nearest import nearest

CONFIDENTIAL_KINDS = frozenset(kind.label for kind in KINDS.values() if kind.model.confidential)
MASK = "×××"


class Hidden(Struct, frozen=True):
    """What of one unit those may not know of who may read its records but not what is confidential.

    `records` are ids, `names` matches what they are called in a text, `files` are those that hold any of them.
    """

    records: frozenset[str]
    names: re.Pattern[str] | None
    files: frozenset[str]


def sees_all(who: Caller, unit: str) -> bool:
    """Tell whether somebody may read what is confidential in a unit, too."""
    return may(who, Action.READ, unit, confidential=True)


def unit_seen(service: Service, who: Caller, name: str) -> UnitFolder:
    """Return a unit by its 简称 or 名称; raise UsageError where there is none that somebody may read."""
    folder = service.library.workspace().named(name)
    if folder is None or not may(who, Action.READ, folder.short):
        raise UsageError("unit-unknown", {"value": name, "near": nearest(name, visible_units(service, who))})
    return folder


def units_seen(service: Service, who: Caller, names: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the units that are named, with those below them, or all; of either those that somebody may read."""
    seen, tree = visible_units(service, who), service.library.workspace().tree
    wanted = [unit_seen(service, who, name).short for name in names]
    meant = {each for short in wanted for each in (short, *tree.below(short))}
    return tuple(short for short in seen if not wanted or short in meant)


def entries_seen(service: Service, who: Caller, unit: str) -> tuple[AnyEntry, ...]:
    """Return the records of a unit that somebody may read, by day."""
    if not may(who, Action.READ, unit):
        return ()
    entries = service.library.records(unit).entries
    return entries if sees_all(who, unit) else tuple(each for each in entries if not each.model.confidential)


def record_seen(service: Service, who: Caller, record: str) -> Stored:
    """Return a record as it is stored; raise where there is none that somebody may read."""
    unit = unit_of(record)
    if not may(who, Action.READ, unit):
        raise unknown(record)
    workspace = service.library.workspace()
    names = (
        names_of([each.id for each in service.library.records(unit).entries], unit) if _is_unit(service, unit) else {}
    )
    try:
        stored = service.editor.read(workspace, names.get(record, record))
    except UsageError as error:
        # Those who see all are offered ids that are near; others would learn from them what there is.
        raise error if sees_all(who, unit) else unknown(record) from error
    if is_confidential(stored.kind, stored.text) and not sees_all(who, unit):
        raise unknown(record)
    return stored


def unit_of(record: str) -> str:
    """Return the unit with which the id of a record begins."""
    return record.partition("/")[0]


def unknown(value: str) -> Refusal:
    """Return the refusal of what there is not, or may not be known of."""
    return Refusal(404, "not-found", {"value": value})


def is_confidential(kind: str, text: str) -> bool:
    """Tell whether a record is confidential, or could be: one whose kind nobody can tell, but which speaks of one."""
    return kind in CONFIDENTIAL_KINDS or (not kind and any(each in text for each in CONFIDENTIAL_KINDS))


def change_seen(who: Caller, change: Change) -> bool:
    """Tell whether somebody may know of a change, of all that its file held: one's own, or any with the right to audit."""
    is_own = change.by == who.name and may(who, Action.READ, change.unit)
    return (is_own or may(who, Action.AUDIT, change.unit)) and version_seen(who, change)


def version_seen(who: Caller, change: Change) -> bool:
    """Tell whether nothing that a file held before and after a change is closed to somebody."""
    if sees_all(who, change.unit):
        return True
    texts = f"{change.before}\n{change.after}"
    return not CONFIDENTIAL_KINDS & set(change.kinds) and (bool(change.kinds) or not is_confidential("", texts))


def findings_seen(service: Service, who: Caller, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that somebody may know of, with confidential records that they name masked."""
    workspace = service.library.workspace()
    folders = {PurePosixPath(each.source.file).parent: short for short, each in workspace.units.items()}
    hidden: dict[str, Hidden] = {}
    for finding in findings:
        unit = _unit_about(finding, folders, workspace.units)
        if not unit:
            # What is wrong with the workspace itself is for those who see all of it.
            if who.unit is None:
                yield finding
            continue
        if not may(who, Action.READ, unit):
            continue
        if sees_all(who, unit):
            yield finding
            continue
        if unit not in hidden:
            hidden[unit] = hidden_in(service, unit)
        if finding.subject not in hidden[unit].records and not _is_about_hidden_file(finding, hidden[unit]):
            yield _masked(finding, hidden[unit])


def only_hidden(service: Service, who: Caller, records: Iterable[str]) -> bool:
    """Tell whether something rests on nothing but records that somebody may not know of, as a list of talks does."""
    known, units = list(records), service.library.workspace().units
    return bool(known) and all(
        (unit := unit_of(each)) in units and not sees_all(who, unit) and each in hidden_in(service, unit).records
        for each in known
    )


def hidden_in(service: Service, unit: str) -> Hidden:
    """Return what of a unit is confidential."""
    return service.library.once(("hidden", unit), (unit,), lambda: _hidden_in(service, unit))


def _hidden_in(service: Service, unit: str) -> Hidden:
    records = service.library.records(unit)
    closed = {each.id: each.source.file for each in records.entries if each.model.confidential}
    closed |= {each.id: each.file for each in unread_in(service, unit) if is_confidential(each.kind, each.text)}
    names = {each for record in closed for each in (record, record.partition("/")[2])}
    longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    pattern = re.compile(longest_first) if names else None
    return Hidden(frozenset(closed), pattern, frozenset(closed.values()))


def unread_in(service: Service, unit: str) -> tuple[Stored, ...]:
    """Return the records of a unit that are there and cannot be read, by their ids."""

    def made() -> tuple[Stored, ...]:
        workspace, ids = service.library.workspace(), sorted(service.library.records(unit).unread)
        return tuple(service.editor.read(workspace, each) for each in ids)

    return service.library.once(("unread", unit), (unit,), made)


def _is_unit(service: Service, unit: str) -> bool:
    return unit in service.library.workspace().units


def _unit_about(finding: Finding, folders: dict[PurePosixPath, str], units: Iterable[str]) -> str:
    """Return the unit that a finding is about: that of its subject, else that in whose folder its file lies."""
    named = finding.subject.partition("/")[0]
    if named in units:
        return named
    return next((folders[each] for each in PurePosixPath(finding.place.file).parents if each in folders), "")


def _is_about_hidden_file(finding: Finding, hidden: Hidden) -> bool:
    """Tell whether a finding speaks of a file that holds confidential records, without saying which record it means."""
    return finding.place.file in hidden.files and "/" not in finding.subject


def _masked(finding: Finding, hidden: Hidden) -> Finding:
    values = {key: _without(value, hidden) for key, value in finding.values.items()}
    return finding if values == finding.values else replace(finding, values=values)


def _without(value: str | int, hidden: Hidden) -> str | int:
    return hidden.names.sub(MASK, value) if isinstance(value, str) and hidden.names is not None else value
