"""Takes a composed paper and its ledger, gives the appendix 依据: each figure with the records behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from docgen.documents.frame import SourceRow
from docgen.generation.composition import Composition
from docgen.generation.explaining import JOINT, FigurePlace, places
from docgen.ledger import BranchLedger, Entry, OrganisationLedger
from docgen.view import Audience, Private, values
from docgen.vocabulary.explaining import cited_text, record_text
from docgen.workspace.nearest import SEPARATOR

ORDINAL = "序号"
"""The label of figures that number a line and count nothing."""


def with_sources(composition: Composition, ledger: BranchLedger | OrganisationLedger) -> Composition:
    """Return a paper with its appendix; a public one has none, since ids of records are for the inside."""
    if composition.kind.audience is Audience.PUBLIC:
        return composition
    told = _Told(ledger, composition.kind.audience)
    hidden = set(_hidden(composition))
    counted = [
        each
        for each in places(composition.view)
        if each.figure.sources and not _is_ordinal(each) and id(each.figure) not in hidden
    ]
    rows = tuple(
        SourceRow(number=str(index), path=each.path, figure=each.figure.text, records=told.all(each.figure.sources))
        for index, each in enumerate(counted, start=1)
    )
    return replace(composition, evidence=rows, cited={id(each.figure): index for index, each in enumerate(counted, 1)})


def _hidden(composition: Composition) -> Iterator[int]:
    """Yield the identity of each figure that the paper's reader sees masked."""
    for leaf in values(composition.view):
        if isinstance(leaf, Private) and not composition.reader.may_read(leaf):
            inner = leaf.value
            while isinstance(inner, Private):
                inner = inner.value
            yield id(inner)


def _is_ordinal(place: FigurePlace) -> bool:
    return place.path.rpartition(JOINT)[2] == ORDINAL


class _Told:
    """Says which records stand behind figures, as far as an audience may know."""

    def __init__(self, ledger: BranchLedger | OrganisationLedger, audience: Audience) -> None:
        self.over = ledger if isinstance(ledger, OrganisationLedger) else None
        self.own = ledger.own if isinstance(ledger, OrganisationLedger) else ledger
        self.audience = audience

    def all(self, sources: tuple[str, ...]) -> str:
        """Return all sources, each once."""
        return SEPARATOR.join(dict.fromkeys(self._each(sources)))

    def _each(self, sources: tuple[str, ...]) -> Iterator[str]:
        for source in sources:
            entry = self.own.entry(source)
            if entry is not None:
                yield self._record(entry)
            elif self.over is not None:
                yield self._cited(self.over, source)

    def _record(self, entry: Entry[Any]) -> str:
        """Return a record by its day and the last part of its id; a confidential one by its day and kind alone."""
        day = entry.day.isoformat() if entry.day else ""
        if entry.model.confidential and self.audience is not Audience.CONFIDENTIAL:
            return record_text(day, entry.model.kind)
        tail = entry.id.rpartition("/")[2]
        short = tail if self.own.entry(tail) is entry else entry.local_id
        return record_text("" if day in short else day, short)

    def _cited(self, over: OrganisationLedger, source: str) -> str:
        """Return a unit's figure with the number of records behind it: which these are is the unit's own paper's to say."""
        found = over.cited(source)
        subject = source.partition("#")[0]
        return cited_text(subject, found.text, len(found.sources))
