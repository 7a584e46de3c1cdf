"""Takes the sample workspace, gives one composed paper of every kind and scope."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from docgen.documents import KINDS, DocumentKind, FiledPaper, OrganisationPaper, Paper, UnitPaper
from docgen.export.digests import digest_unit, reduced
from docgen.formats import Format
from docgen.generation import (
    Composition,
    below,
    compose,
    compose_archive,
    compose_organisation,
    dress,
    open_ledger,
    period_of,
)
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.stationery import Stationery
from docgen.workspace import Workspace, open_workspace

YEAR = Period(2020)
FILED = (FiledPaper("一支部/会议纪要/一支部-2020-06-12-会议纪要.docx", "一支部会议纪要", "2020-06-12", 2, "0" * 64),)


class Sample(Struct, frozen=True):
    """One paper of the sample workspace."""

    kind: DocumentKind
    paper: Paper
    composition: Composition

    def __str__(self) -> str:
        return f"{self.kind.name} {self.composition.subject}"


class Desk:
    """The sample workspace with all of its ledgers."""

    def __init__(self, root: Path, changed: Callable[[BranchLedger], BranchLedger] = lambda ledger: ledger) -> None:
        self.workspace: Workspace = open_workspace(root)
        self.ledgers: dict[str, BranchLedger] = {
            short: changed(open_ledger(self.workspace, short)) for short in self.workspace.units
        }
        periods = (YEAR, *YEAR.months())
        self.digests = {short: digest_unit(ledger, KINDS, periods)[0] for short, ledger in self.ledgers.items()}
        self.stationery = Stationery()
        self._papers: dict[tuple[int, Format], tuple[Sample, bytes]] = {}

    def samples(self, kind: DocumentKind, paper: Paper) -> Iterator[Sample]:
        """Yield all papers of a kind."""
        for short, ledger in self.ledgers.items():
            for subject in paper.subjects(ledger, YEAR):
                if isinstance(paper, UnitPaper):
                    made = compose(kind, paper, ledger, subject)
                elif isinstance(paper, OrganisationPaper):
                    units = tuple(self.workspace.units[each].unit for each in below(self.workspace, short))
                    over = reduced(ledger, kind, period_of(ledger, subject), units, self.digests)
                    made = compose_organisation(kind, paper, over, subject)
                else:
                    made = compose_archive(kind, paper, ledger, subject, FILED)
                yield Sample(kind, paper, made)

    def made(self, sample: Sample, format: Format) -> bytes:
        """Make a paper in one format anew."""
        return dress(sample.composition, format, self.stationery, self.workspace.picture_data).content

    def paper(self, sample: Sample, format: Format) -> bytes:
        """Return a paper in one format, made once for all tests that only read it."""
        key = (id(sample), format)
        if key not in self._papers:
            # The sample is kept, so that no other one ever has its identity.
            self._papers[key] = (sample, self.made(sample, format))
        return self._papers[key][1]


@pytest.fixture(scope="session")
def desk(samples: Path) -> Desk:
    """The sample workspace, read once."""
    return Desk(samples)


@pytest.fixture(scope="session")
def every_paper(desk: Desk) -> dict[str, list[Sample]]:
    """All papers of the samples' year by kind and scope."""
    return {
        f"{kind.name} {paper.scope.name}": list(desk.samples(kind, paper)) for kind in KINDS for paper in kind.papers
    }


PAPERS = [(kind, paper) for kind in KINDS for paper in kind.papers]


@pytest.fixture(params=PAPERS, ids=[f"{kind.name}-{paper.scope.name.lower()}" for kind, paper in PAPERS])
def papers_of_one_kind(request: pytest.FixtureRequest, every_paper: dict[str, list[Sample]]) -> list[Sample]:
    """All sample papers of one kind and scope; never none."""
    kind, paper = request.param
    found = every_paper[f"{kind.name} {paper.scope.name}"]
    assert found, f"the samples yield no {kind.label}"
    return found


@pytest.fixture
def richest(papers_of_one_kind: list[Sample]) -> Sample:
    """The sample paper of one kind that says most."""
    return max(papers_of_one_kind, key=lambda sample: len(str(sample.composition.plain)))
