"""Takes a record as somebody typed it, gives what is wrong with it as if it were saved; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path as FilePath

from msgspec import Struct

from docgen.accounts import Caller
from docgen.editing import Draft
from docgen.errors import UsageError
from docgen.findings import Finding
from docgen.generation import check
from docgen.model.subject import Subject
from docgen.records.reading import read_text
from docgen.records.record import Path, Source
from docgen.vocabulary.records_page import ROW
from docgen.web.forms.naming import anchor_of
from docgen.web.forms.parsing import Parsed
from docgen.web.forms.placing import Told, told
from docgen.web.pages.record_sent import Sent
from docgen.web.seeing import findings_seen
from docgen.web.service import Service
from docgen.workspace import Workspace, load_unit
from docgen.workspace.files import relative


class Looked(Struct, frozen=True):
    """A record that was looked at: the workspace as it would be, the draft, and what is said of it."""

    workspace: Workspace
    draft: Draft
    told: tuple[Told, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many findings there are of each level."""
        levels = [each.level for each in self.told]
        return {level: levels.count(level) for level in dict.fromkeys(levels)}


class Said(Struct, frozen=True):
    """A finding in its place on the page: the name and the id of its field, "" for none, and where it is in words."""

    told: Told
    name: str
    anchor: str
    where: str


def look(service: Service, who: Caller, sent: Sent) -> Looked:
    """Return what is wrong with what was sent; raise UsageError where it is no record at all."""
    workspace = service.library.workspace()
    draft = service.editor.draft(workspace, sent.unit, sent.record or None, sent.content)
    drafted = workspace.with_drafts({draft.path: draft.content})
    found = findings_seen(service, who, findings_of(drafted, sent.unit, draft.record, draft.path, service.today()))
    first = first_line(draft)
    return Looked(drafted, draft, told(found, _source(draft, workspace.root, first), first))


def findings_of(workspace: Workspace, unit: str, record: str, path: FilePath, today: date) -> tuple[Finding, ...]:
    """Return what is wrong with one record; of one that no name reaches, what was wrong in reading its file."""
    try:
        return check(workspace, [Subject(unit, record=record)], on=today).findings
    except UsageError:
        file = relative(workspace.root, path)
        return tuple(each for each in load_unit(workspace, unit).findings if each.place.file == file)


def placed(found: Iterable[Told], parsed: Parsed, shown: Iterable[Path]) -> tuple[Said, ...]:
    """Return findings with the names of their fields, or of the nearest group around them, among the paths shown."""
    paths = frozenset(shown)
    return tuple(_said(each, parsed, paths) for each in found)


def _said(told: Told, parsed: Parsed, shown: frozenset[Path]) -> Said:
    ends = range(len(told.path), 0, -1)
    path = next((told.path[:end] for end in ends if told.path[:end] in shown), ())
    name = parsed.name_at(path) if path else ""
    where = ROW.join(str(step + 1) if isinstance(step, int) else step for step in told.path)
    return Said(told, name, anchor_of(name) if name else "", where)


def first_line(draft: Draft) -> int:
    """Return the line of the file on which the record's own text begins."""
    before, found, _ = draft.content.decode("utf-8", "replace").partition(draft.text)
    return before.count("\n") + 1 if found else 1


def _source(draft: Draft, root: FilePath, first: int) -> Source | None:
    file = relative(root, draft.path)
    records = read_text(draft.content, file)[0]
    return next((each.source for each in records if each.source.marks.line >= first), None)
