"""Takes a workspace and what of it somebody means, gives the files to look into, and which of their records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from docgen.errors import UsageError
from docgen.generation.addressing import name_of, stands_in
from docgen.generation.compose import settled
from docgen.generation.opening import open_ledger
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.records.record import Source
from docgen.workspace import Workspace
from docgen.workspace.files import SETTINGS_FILE, record_files, relative
from docgen.workspace.nearest import nearest


class Scope(Struct, frozen=True):
    """A file, and the sources of the records in it that are meant; None for all of it."""

    path: Path
    sources: frozenset[tuple[int, int]] | None = None

    def holds(self, source: Source) -> bool:
        """Tell whether a record of the file is meant."""
        return self.sources is None or (source.marks.line, source.marks.column) in self.sources


def scopes(workspace: Workspace, about: Iterable[Subject | Path] = ()) -> list[Scope]:
    """Return the files of the units, periods, records and paths named, by default all of the workspace, in order.

    Raise UsageError where there is no such unit, record or path.
    """
    found: dict[Path, Scope] = {}
    for each in list(about) or [workspace.root]:
        for scope in _below(workspace, each) if isinstance(each, Path) else _of_subject(workspace, each):
            known = found.get(scope.path)
            found[scope.path] = scope if known is None else _united(known, scope)
    return list(found.values())


def _united(one: Scope, other: Scope) -> Scope:
    if one.sources is None or other.sources is None:
        return Scope(one.path)
    return Scope(one.path, one.sources | other.sources)


def _below(workspace: Workspace, path: Path) -> Iterator[Scope]:
    name = name_of(workspace, path)
    files = [workspace.root / SETTINGS_FILE, *(file for short in workspace.units for file in _files(workspace, short))]
    yield from (Scope(each) for each in files if stands_in(relative(workspace.root, each), name))


def _of_subject(workspace: Workspace, subject: Subject) -> Iterator[Scope]:
    short = workspace.unit(subject.unit).short
    if subject.record or subject.person:
        yield from _of_record(workspace, open_ledger(workspace, short), subject)
        return
    for unit in (short, *workspace.tree.below(short)):
        if subject.period is None:
            yield from map(Scope, _files(workspace, unit))
        else:
            yield from _of_period(workspace, open_ledger(workspace, unit), subject.period)


def _of_period(workspace: Workspace, ledger: BranchLedger, period: Period) -> Iterator[Scope]:
    return (_scope(workspace, each.source) for each in ledger.entries if each.day is not None and each.day in period)


def _of_record(workspace: Workspace, ledger: BranchLedger, subject: Subject) -> Iterator[Scope]:
    """Yield the one record, or what was written in a year in which somebody on the roster is meant."""
    entry = ledger.entry(settled(ledger, subject).record)
    if entry is not None:
        yield _scope(workspace, entry.source)
    elif subject.period is not None and subject.person in {member.name for member in ledger.roster.people}:
        yield from _of_period(workspace, ledger, subject.period)
    else:
        named = subject.record or str(subject)
        raise UsageError(
            "record-unknown", {"value": named, "near": nearest(named, (each.id for each in ledger.entries))}
        )


def _scope(workspace: Workspace, source: Source) -> Scope:
    return Scope(workspace.root / source.file, frozenset({(source.marks.line, source.marks.column)}))


def _files(workspace: Workspace, short: str) -> list[Path]:
    """Return the files of a unit itself: those of another one that lives inside its folder are that one's."""
    folder = workspace.units[short]
    return [workspace.root / folder.source.file, *record_files(workspace.root, folder.path)[0]]
