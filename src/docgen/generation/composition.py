"""Takes a kind, a ledger and a subject, gives the composed paper: its view and what the frame around it says."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property

import msgspec
from msgspec import Struct, field

from docgen.documents import DocumentKind
from docgen.documents.frame import DRAFT, PUBLISHER, SOURCES, TITLE, SourceRow
from docgen.findings import Finding, Level
from docgen.ledger.organisation import subject_cited
from docgen.model.subject import Subject
from docgen.view import Audience, Figure, Gap, Leaf, Link, Picture, Plain, Reader, View, dump, labels, values
from docgen.vocabulary import draft_text

HEADING = "标题"
NUMBER = dict(labels(SourceRow))["number"]
FIGURE_ANCHOR, SOURCE_ANCHOR = "figure-{}", "source-{}"


class Composition(Struct, frozen=True, dict=True):
    """One paper before it is dressed: what it says, and where that came from.

    `evidence` are the rows of its appendix, where that is asked for; `cited` numbers the figures in it by their `id`.
    """

    kind: DocumentKind
    subject: Subject
    view: View
    publisher: str
    date: str
    tightened: Mapping[str, Audience] = field(default_factory=dict)
    evidence: tuple[SourceRow, ...] = ()
    cited: Mapping[int, int] = field(default_factory=dict)

    @property
    def reader(self) -> Reader:
        """Who reads the paper: everything private in it is masked or shown by this alone."""
        return Reader(self.kind.audience, frozenset(each.label for each in self.kind.shows), self.tightened)

    @cached_property
    def plain(self) -> dict[str, Plain]:
        """The view as templates see it, as the paper's reader may."""
        return dump(self.view, self.reader)

    @property
    def title(self) -> str:
        """The paper's own title."""
        return str(self.plain[HEADING])

    @cached_property
    def gaps(self) -> list[Gap]:
        """What is missing."""
        return [leaf for leaf in self._leaves if isinstance(leaf, Gap)]

    @cached_property
    def pictures(self) -> list[Picture]:
        """The pictures that the paper shows."""
        return [leaf for leaf in self._leaves if isinstance(leaf, Picture)]

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The ids behind the paper: its own record first, then those that its figures cite."""
        own = (self.subject.record,) if self.subject.record else ()
        cited = (each for leaf in self._leaves if isinstance(leaf, Figure) for each in leaf.sources)
        return tuple(dict.fromkeys((*own, *cited)))

    @property
    def grounds(self) -> tuple[str, ...]:
        """The ids behind the paper in short: of a unit of which it cites figures, the unit and the period."""
        return tuple(dict.fromkeys(map(subject_cited, self.sources)))

    @cached_property
    def _leaves(self) -> list[Leaf]:
        return values(self.view)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One finding for each gap; where no record says it yet, the place is a file without a line."""
        return tuple(self._finding(gap) for gap in self.gaps)

    def _finding(self, gap: Gap) -> Finding:
        code = "gap" if gap.place.line else "gap-unwritten"
        values = {"value": gap.label, "kind": self.kind.label}
        return Finding(code, Level.WARN, gap.place, str(self.subject), values)

    def context(self, *, typed: bool = False, linked: bool = False) -> dict[str, Plain]:
        """Return what a template is filled with: the view and its frame; `linked` ties figures to the appendix."""
        rows = [dump(row, self.reader) for row in self.evidence]
        plain = dump(self.view, self.reader, typed=True) if typed else self.plain
        if linked and self.evidence:
            plain, rows = dump(self.view, self.reader, links=self._links()), [_linked(row) for row in rows]
        return {
            **plain,
            TITLE: self.title,
            DRAFT: draft_text(len(self.gaps)) if self.gaps else "",
            PUBLISHER: self.publisher,
            SOURCES: [*rows],
        }

    def _links(self) -> dict[int, Link]:
        figures = {id(leaf): leaf for leaf in self._leaves if isinstance(leaf, Figure)}
        return {
            each: Link(figures[each].text, FIGURE_ANCHOR.format(number), SOURCE_ANCHOR.format(number))
            for each, number in self.cited.items()
        }

    @cached_property
    def plain_hash(self) -> str:
        """The sha256 of what a template is filled with: the same for all formats but xlsx."""
        return _hash(self.context())

    @cached_property
    def typed_hash(self) -> str:
        """The same of what xlsx is filled with."""
        return _hash(self.context(typed=True))


def _linked(row: dict[str, Plain]) -> dict[str, Plain]:
    """Return a row of the appendix whose number leads back to the figure."""
    number = str(row[NUMBER])
    return {**row, NUMBER: Link(number, SOURCE_ANCHOR.format(number), FIGURE_ANCHOR.format(number))}


def _hash(context: Mapping[str, Plain]) -> str:
    return hashlib.sha256(msgspec.json.encode(context, order="sorted")).hexdigest()
