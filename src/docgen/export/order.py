"""Takes what somebody asks for, gives the order: which papers of which units, in which formats, whereto."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docgen.documents import KINDS, DocumentKind, Paper, Scope, UnitPaper
from docgen.formats import Format, Outlet
from docgen.generation import period_of, settled
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.model.subject import Subject

RECORD_SCOPES = frozenset({Scope.RECORD, Scope.ITEM})


class Order(Struct, frozen=True):
    """What is to be made: papers of a period, or of some subjects; of which workspace, and whereto.

    Empty `kinds` ask for all; no `formats` ask for the usual ones of each kind but those `left_out`; `day` is the day
    on which it is asked; `flat` puts all files into one folder; `archival` makes every pdf a PDF/A; `overwrite` gives up
    what was changed by hand; `boxed` binds the papers of each unit into one pdf more, for which all are made as pdf;
    an `outlet` has the pages made for it and says so in their names; `survey` asks how the files stand and writes none of
    them; `sourced` adds the appendix of sources to every paper that is not public. `run` tells one export from another;
    what is noted while it runs stands below `out`, or in `scratch`.
    """

    root: Path
    out: Path
    period: Period | None = None
    subjects: tuple[Subject, ...] = ()
    kinds: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    left_out: tuple[Format, ...] = ()
    day: date = date.max
    final: bool = False
    flat: bool = False
    archival: bool = False
    sourced: bool = False
    overwrite: bool = False
    survey: bool = False
    boxed: bool = False
    outlet: Outlet | None = None
    scratch: Path | None = None
    run: str = ""

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods for which organisations may need digests."""
        asked = tuple(each.period for each in self.subjects if each.period is not None)
        whole = () if self.period is None else (self.period, *self.period.months())
        return tuple(dict.fromkeys((*whole, *asked)))

    def chosen(self, ledger: BranchLedger, paper: Paper) -> list[Subject]:
        """Return the subjects of a paper that are asked for, in its own order; one without item asks for all items."""
        if isinstance(paper, UnitPaper) and paper.on_request and not self.kinds:
            return []
        if self.period is not None:
            return list(paper.subjects(ledger, self.period))
        asked = [settled(ledger, each) for each in self.subjects if each.unit == ledger.unit.short]
        return [
            found
            for each in asked
            for found in paper.subjects(ledger, period_of(ledger, each))
            if each in (found, replace(found, item=""))
        ]

    @property
    def kinds_wanted(self) -> tuple[DocumentKind, ...]:
        """The kinds that are asked for, in the order of the catalogue."""
        return tuple(kind for kind in KINDS if self._wants(kind))

    def formats_of(self, kind: DocumentKind, scope: Scope) -> tuple[Format, ...]:
        """Return the formats for a paper: those asked for, else docx for records and all but txt for the rest."""
        bound = (Format.PDF,) if self.boxed else ()
        if kind.binds and not self.formats:
            return bound
        if self.formats:
            return tuple(each for each in kind.formats if each in (*self.formats, *bound))
        if scope in RECORD_SCOPES:
            return tuple(each for each in kind.formats if each in (Format.DOCX, *bound))
        return tuple(each for each in kind.formats if each not in (Format.TXT, *self.left_out))

    def covers(self, kind: str, format: Format, date: str) -> bool:
        """Tell whether a file that an earlier export made, of the day or period in its name, is asked for here again.

        No kind is named where a unit as a whole failed.
        """
        if not kind:
            return self._spans(date)
        formats = {
            each
            for wanted in self.kinds_wanted
            if wanted.name == kind
            for paper in wanted.papers
            for each in self.formats_of(wanted, paper.scope)
        }
        return format in formats and self._spans(date)

    def _wants(self, kind: DocumentKind) -> bool:
        if kind.binds:
            return self.boxed
        return kind.name in self.kinds if self.kinds else not kind.on_request

    def _spans(self, text: str) -> bool:
        if self.period is None:
            return False
        try:
            return date.fromisoformat(text) in self.period
        except ValueError:
            named = Period.parse(text) if text else self.period
        return named.start in self.period and named.end in self.period
