"""Takes a figure, gives the records behind it: an organisation's figure is followed down to its units' records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from docgen.documents import DocumentKind, OrganisationPaper, kind_named
from docgen.findings import Place
from docgen.generation.compose import papers
from docgen.generation.opening import open_ledger
from docgen.ledger import BranchLedger, OrganisationLedger
from docgen.ledger.organisation import CITATION_JOINT, Digest
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Figure, Way
from docgen.workspace import Workspace


class TracedRecord(Struct, frozen=True):
    """One record behind a figure: what it is called, and where it was written."""

    id: str
    unit: str
    day: date | None
    title: str
    place: Place


class Trace(Struct, frozen=True):
    """How a figure came about: from which figures, and from which records directly.

    `unit` and `citation` name a figure that a unit handed up; they are empty for a figure of the paper's own.
    """

    value: int | float
    text: str
    way: Way
    parts: tuple[Trace, ...] = ()
    records: tuple[TracedRecord, ...] = ()
    unit: str = ""
    citation: str = ""

    @property
    def all_records(self) -> tuple[TracedRecord, ...]:
        """The records behind the figure and behind all that it came from, each once."""
        return tuple(dict.fromkeys(self.walk()))

    @property
    def shares(self) -> dict[str, int | float]:
        """What each record contributes, by its id, so far as parts of one record each say so; of a mean, to the sum."""
        parts = self.parts[:1] if self.way is Way.MEAN else self.parts
        if self.way is Way.SHARE:
            return {}
        if not parts:
            amount = 1 if self.way is Way.COUNT else self.value
            return {each.id: amount for each in self.records} if self.way is Way.COUNT or len(self.records) == 1 else {}
        found: dict[str, int | float] = {}
        for part in parts:
            for record, amount in part.shares.items():
                found[record] = found.get(record, 0) + amount
        return found

    def walk(self) -> Iterator[TracedRecord]:
        """Yield the records behind the figure in the order in which it came about."""
        yield from self.records
        for part in self.parts:
            yield from part.walk()


class Tracer:
    """Follows figures of one workspace, as it is on a day; each unit is read and digested once."""

    def __init__(self, workspace: Workspace, day: date) -> None:
        self.workspace = workspace
        self.day = day
        self._ledgers: dict[str, BranchLedger] = {}
        self._digests: dict[tuple[str, Period, str], Digest] = {}

    def ledger(self, short: str) -> BranchLedger:
        """Return a unit's ledger."""
        if short not in self._ledgers:
            self._ledgers[short] = open_ledger(self.workspace, short, self.day)
        return self._ledgers[short]

    def digest(self, short: str, period: Period, kind: DocumentKind) -> Digest:
        """Return what a unit hands up for a kind of an organisation's papers; empty where that has none of the period."""
        key = (short, period, kind.name)
        if key not in self._digests:
            paper = next((each for each in papers(kind, OrganisationPaper) if each.covers(period)), None)
            self._digests[key] = {kind.name: paper.digest(self.ledger(short), period)} if paper else {}
        return self._digests[key]

    def trace(self, figure: Figure) -> Trace:
        """Return how a figure came about."""
        value = float(figure.value) if isinstance(figure.value, Decimal) else figure.value
        if figure.parts:
            return Trace(value, figure.text, figure.way, tuple(map(self.trace, figure.parts)))
        cited, records = self._sorted(figure)
        if len(cited) == 1 and not records:
            return cited[0]
        return Trace(value, figure.text, figure.way, tuple(cited), tuple(records))

    def _sorted(self, figure: Figure) -> tuple[list[Trace], list[TracedRecord]]:
        """Return the units' figures and the records that a figure cites."""
        cited, records = [], []
        for source in figure.sources:
            below = self._cited(source)
            record = self._record(source) if below is None else None
            if below is not None:
                cited.append(below)
            elif record is not None:
                records.append(record)
        return cited, records

    def _cited(self, source: str) -> Trace | None:
        """Return what a citation (一支部/2020-03#name.key) leads to; None for a record's id, which reads otherwise."""
        subject = Subject.parse(source)
        if subject.period is None or subject.person or not subject.item or subject.unit not in self.workspace.units:
            return None
        kind = kind_named(subject.item.partition(CITATION_JOINT)[0])
        digest = self.digest(subject.unit, subject.period, kind)
        figure = self._over(subject, digest).cited(source)
        traced = self.trace(figure)
        return Trace(
            traced.value, traced.text, _way(traced), traced.parts, traced.records, unit=subject.unit, citation=source
        )

    def _over(self, subject: Subject, digest: Digest) -> OrganisationLedger:
        own = self.ledger(subject.unit)
        return OrganisationLedger(own.unit, own, {subject.unit: digest}, own.settings, (own.unit,), subject.period)

    def _record(self, record: str) -> TracedRecord | None:
        short = record.partition("/")[0]
        entry = self.ledger(short).entry(record) if short in self.workspace.units else None
        if entry is None:
            return None
        return TracedRecord(entry.id, entry.unit, entry.day, entry.model.title, entry.place())


def _way(traced: Trace) -> Way:
    """Return how a unit's figure came about: a digest says only from which records."""
    counted = traced.way is Way.STATED and traced.value == len(traced.records) and not traced.parts
    return Way.COUNT if counted else traced.way
