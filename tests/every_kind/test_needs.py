"""Takes every kind and what its papers read of the samples' records, proves that it needs only what it reads."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from tests.every_kind.conftest import YEAR, Desk, Sample

from docgen.documents import KINDS, DocumentKind, OrganisationPaper
from docgen.generation import period_of
from docgen.ledger import BranchLedger
from docgen.model.base import RecordModel, label_of
from docgen.model.subject import window_of
from docgen.model.unit import UnitType
from docgen.rules import judged, recorded

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def fresh(ledger: BranchLedger, **changed: Any) -> BranchLedger:
    """Return a ledger that remembers nothing of what was counted before, its unit changed; entries ask for days anew."""
    return BranchLedger(
        ledger.unit.model_copy(update=changed),
        ledger.unit_source,
        ledger.settings,
        [replace(each) for each in ledger.entries],
        ledger.pictures,
        findings=ledger.findings,
        unread=ledger.unread,
    )


def as_branches(desk: Desk) -> Desk:
    """Return a desk whose organisations are branches: of these, too, papers of a year are made."""
    made = copy(desk)
    made.ledgers = {short: fresh(each, type=UnitType.BRANCH) for short, each in desk.ledgers.items()}
    return made


@pytest.fixture
def read_labels(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The labels of all fields of records that are read from now on."""
    found: set[str] = set()
    plain = RecordModel.__getattribute__

    def reading(model: RecordModel, name: str) -> Any:
        if name in object.__getattribute__(model, "__class__").model_fields:
            found.add(label_of(type(model), name))
        return plain(model, name)

    monkeypatch.setattr(RecordModel, "__getattribute__", reading)
    return found


def papers(kind: DocumentKind, desk: Desk) -> Iterator[object]:
    """Make all papers of a kind, of an organisation from new digests of its units."""
    for paper in kind.papers:
        if isinstance(paper, OrganisationPaper):
            periods = {
                period_of(ledger, each) for ledger in desk.ledgers.values() for each in paper.subjects(ledger, YEAR)
            }
            yield from (paper.digest(ledger, period) for ledger in desk.ledgers.values() for period in periods)
        yield from desk.samples(kind, paper)


@every_kind
def test_a_kind_needs_fields_of_the_records_that_it_reads(
    kind: DocumentKind, desk: Desk, read_labels: set[str]
) -> None:
    anew = copy(desk)
    anew.ledgers = {short: fresh(each) for short, each in desk.ledgers.items()}

    assert list(papers(kind, anew))
    if kind.name == "ledger":
        assert list(papers(kind, as_branches(desk)))
    assert [label for label in kind.needs if label not in read_labels] == []


@every_kind
def test_a_kind_needs_something_or_says_why_not(kind: DocumentKind) -> None:
    assert bool(kind.needs) != bool(kind.needs_nothing)


def test_most_kinds_need_something() -> None:
    assert sum(bool(kind.needs) for kind in KINDS) > 20


def test_a_paper_of_a_record_rests_on_records_alone(every_paper: dict[str, list[Sample]]) -> None:
    """What a unit owes is told of the unit and a period, so the desk asks only the rules about what is written."""
    of_records = [
        each.composition for papers in every_paper.values() for each in papers if each.composition.subject.record
    ]
    assert of_records

    assert {source for each in of_records for source in each.sources if window_of(source) is not None} == set()


def test_what_is_missing_is_told_of_a_unit_and_a_period(desk: Desk) -> None:
    day = date(2020, 12, 31)
    owing = [
        finding for ledger in desk.ledgers.values() for finding in set(judged(ledger, day)) - set(recorded(ledger, day))
    ]
    assert owing

    assert [each.subject for each in owing if window_of(each.subject) is None] == []
