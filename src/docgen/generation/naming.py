"""Takes a paper of a ledger, gives its file's name: unit, date, kind and, where several share these, a number."""

from __future__ import annotations

from docgen.documents import DocumentKind, Paper, Scope, UnitPaper
from docgen.formats import Format, Outlet
from docgen.generation.compose import date_of, period_of
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.outputs import file_name
from docgen.vocabulary.exports import OUTLETS


class Namer:
    """Names the papers of one ledger; a name does not depend on which other papers are asked for."""

    def __init__(self, ledger: BranchLedger) -> None:
        self.ledger = ledger
        self._subjects: dict[tuple[str, Scope, bool, Period], list[Subject]] = {}

    def name(
        self, kind: DocumentKind, paper: Paper, subject: Subject, format: Format, outlet: Outlet | None = None
    ) -> str:
        """Return `<党支部>-<日期>-<文种>[-<序号>][-<去处>].<ext>`."""
        date = date_of(self.ledger, subject)
        whither = OUTLETS[outlet] if outlet else ""
        parts = (self.ledger.unit.short, date, kind.label, self._distinction(kind, paper, subject, date), whither)
        return file_name(parts, format.value)

    def _distinction(self, kind: DocumentKind, paper: Paper, subject: Subject, date: str) -> str:
        if subject.person:
            return subject.person
        if not subject.record:
            return subject.item
        siblings = [each for each in self._siblings(kind, paper, subject) if date_of(self.ledger, each) == date]
        return str(siblings.index(subject) + 1) if len(siblings) > 1 and subject in siblings else ""

    def _siblings(self, kind: DocumentKind, paper: Paper, subject: Subject) -> list[Subject]:
        """Return the subjects of a paper after those of its kind's papers before it, whose names do not heed it."""
        period = period_of(self.ledger, subject)
        key = (kind.name, paper.scope, isinstance(paper, UnitPaper) and paper.on_request, period)
        if key not in self._subjects:
            alike = [each for each in kind.papers[: kind.papers.index(paper) + 1] if each.scope is paper.scope]
            self._subjects[key] = [found for each in alike for found in each.subjects(self.ledger, period)]
        return self._subjects[key]
