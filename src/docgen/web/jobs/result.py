"""Takes a finished export, gives what is kept of it: each paper, the sums by kind and by unit, what else is to be said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct

from docgen.export import Export, Outcome, Standing, Status
from docgen.findings import as_plain
from docgen.vocabulary import hint, message
from docgen.web.state.papers import Paper


@dataclass(slots=True)
class Count:
    """The sums of an export: papers by kind, confidential or not, and how they ended; the same by unit."""

    kinds: Counter[tuple[str, bool, str]] = field(default_factory=Counter)
    units: Counter[tuple[str, bool, str]] = field(default_factory=Counter)

    def add(self, paper: Paper) -> None:
        """Count a paper."""
        self.kinds[paper.kind, paper.confidential, paper.status] += 1
        self.units[paper.unit, paper.confidential, paper.status] += 1

    def as_plain(self) -> dict[str, list[list[Any]]]:
        """Return the sums as they are kept."""
        counters = (("kinds", self.kinds), ("units", self.units))
        return {name: [[*key, number] for key, number in counter.items()] for name, counter in counters}


class Sums(Struct, frozen=True):
    """How many papers of something were made, lack something, were not made."""

    name: str
    ok: int
    gaps: int
    failed: int

    @property
    def all(self) -> int:
        """All of them."""
        return self.ok + self.gaps + self.failed

    @property
    def files(self) -> int:
        """Those that are there."""
        return self.ok + self.gaps


def paper_of(number: int, outcome: Outcome, *, confidential: bool) -> Paper:
    """Return a paper as it is kept."""
    return Paper(
        number=number,
        unit=outcome.unit,
        kind=outcome.kind,
        subject=outcome.subject,
        format=outcome.format.value,
        status=outcome.status.value,
        title=outcome.title,
        date=outcome.date,
        path=outcome.path,
        sha256=outcome.sha256,
        pages=outcome.pages,
        confidential=confidential,
        findings=tuple(as_plain(each) for each in outcome.findings),
        error=outcome.error,
        hint=outcome.hint,
    )


def result_of(done: Export, count: Count) -> dict[str, Any]:
    """Return what is kept of an export beside its papers, as plain data."""
    standings = done.tally.standings
    return {
        **count.as_plain(),
        "standings": {each.value: standings[each] for each in Standing if standings[each]},
        "lacks": [[message(each), hint(each)] for each in done.lacks],
    }


def sums(counted: list[list[Any]], *, secret: bool) -> list[Sums]:
    """Return the sums of a kept list, by name in its order; confidential papers counted where `secret`."""
    found: dict[str, Counter[str]] = {}
    for name, is_closed, status, number in counted:
        if secret or not is_closed:
            found.setdefault(name, Counter())[status] += number
    return [Sums(name, each[Status.OK], each[Status.WARN], each[Status.FAIL]) for name, each in found.items()]
