"""Takes papers of an export, gives the rows of a list: one per paper, its formats together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from docgen.web.exports.telling import ExportTold, FindingTold, PaperTold
from docgen.web.state.papers import Paper, Shown

GAPS = frozenset({"gap", "gap-unwritten"})


class Row(Struct, frozen=True):
    """One paper in some formats, and once what is to be said of them all."""

    papers: tuple[PaperTold, ...]

    @property
    def first(self) -> PaperTold:
        """The one that stands for all."""
        return self.papers[0]

    @property
    def title(self) -> str:
        """What the paper is called; what it is about, where it was not made."""
        paper = self.first.paper
        titles = (each.paper.title for each in self.papers if each.paper.title)
        return next(titles, paper.subject.removeprefix(f"{paper.unit}/"))

    @property
    def gaps(self) -> tuple[FindingTold, ...]:
        """What it lacks, each label once per record."""
        found = {(each.record, each.plain["value"]): each for each in self._findings if each.plain["code"] in GAPS}
        return tuple(found.values())

    @property
    def findings(self) -> tuple[FindingTold, ...]:
        """What else is to be said of it."""
        return tuple(each for each in self._findings if each.plain["code"] not in GAPS)

    @property
    def _findings(self) -> tuple[FindingTold, ...]:
        """All that is to be said of it, each thing once."""
        found = {
            (each.record, each.field, str(each.plain["message"])): each for one in self.papers for each in one.findings
        }
        return tuple(found.values())

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """Why it was not made, each reason once, with what to do."""
        return tuple(dict.fromkeys((each.paper.error, each.paper.hint) for each in self.papers if each.paper.error))


def rows(papers: Iterable[PaperTold]) -> list[Row]:
    """Return papers that stand beside each other and differ in their format alone as one row."""
    return [Row(tuple(alike)) for _, alike in groupby(papers, key=lambda told: _what(told.paper))]


def looked_at(told: ExportTold) -> Shown:
    """Return what is looked at first: what was not made, else what lacks something, else all."""
    if told.total.failed:
        return Shown.FAILED
    return Shown.GAPS if told.total.gaps else Shown.ALL


def _what(paper: Paper) -> tuple[str, str, str]:
    return paper.unit, paper.kind, paper.subject
