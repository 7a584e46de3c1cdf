"""Takes the papers of a unit in one export, gives which of them are confidential."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from docgen.documents import KINDS, ArchivePaper
from docgen.errors import UsageError
from docgen.export import Outcome
from docgen.model.kinds import RECORD_KINDS
from docgen.model.subject import Subject
from docgen.view import Audience
from docgen.workspace import Workspace, load_unit

FORM, LEDGER = "form", "ledger"
"""Kinds of papers that are laid out from any record; asked for by name they are made of confidential ones too."""
CONFIDENTIAL_KINDS = frozenset(kind.name for kind in KINDS if kind.audience is Audience.CONFIDENTIAL)
_CONFIDENTIAL_RECORDS = frozenset(kind.label for kind in RECORD_KINDS if kind.model.confidential)


def confidential(workspace: Workspace, unit: str, papers: Sequence[Outcome], kinds: Collection[str] = ()) -> list[bool]:
    """Tell of each paper of a unit whether it is confidential; `kinds` are those that were asked for by name.

    One about finished files, as an index or a bound box, is as confidential as any of these.
    """
    records = _confidential_records(workspace, unit) if FORM in kinds else frozenset()
    told = [_is_confidential(each, records) for each in papers]
    some = any(told)
    return [known or (some and each.kind in _about_files()) for known, each in zip(told, papers, strict=True)]


def _is_confidential(paper: Outcome, records: frozenset[str]) -> bool:
    if paper.kind in CONFIDENTIAL_KINDS:
        return True
    if paper.kind == FORM:
        return _subject(paper).record in records
    return paper.kind == LEDGER and _subject(paper).item in _CONFIDENTIAL_RECORDS


def _subject(paper: Outcome) -> Subject:
    try:
        return Subject.parse(paper.subject)
    except UsageError:
        return Subject(paper.unit)


def _confidential_records(workspace: Workspace, unit: str) -> frozenset[str]:
    return frozenset(entry.id for entry in load_unit(workspace, unit).entries if entry.model.confidential)


@cache
def _about_files() -> frozenset[str]:
    return frozenset(kind.name for kind in KINDS if any(isinstance(paper, ArchivePaper) for paper in kind.papers))
