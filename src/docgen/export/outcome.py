"""Takes nothing, gives what is told of each paper of an export: how it ended, how its file stood, the sums of many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct, field

from docgen.errors import EngineMissing
from docgen.findings import Finding, Level
from docgen.formats import Format


class Status(StrEnum):
    """How one job ended."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


class Standing(StrEnum):
    """How a paper's file stood before: not there, as it should be, behind, changed by hand, or of a paper that is no more."""

    MISSING = "missing"
    CURRENT = "current"
    STALE = "stale"
    EDITED = "edited"
    ORPHANED = "orphaned"


Paper: TypeAlias = tuple[str, str, str]
"""What tells one file from the others of its unit: kind, subject, format."""


class Outcome(Struct, frozen=True):
    """One paper in one format: where it lies, what it was made from, and how that ended.

    `path` is relative to the export's folder, with forward slashes; empty where nothing was written. `gaps` are what the
    paper lacks, `remarks` what its renderer had to say, `errors` what is wrong in the records that it needs. `fault`
    says that docgen itself is to blame. `standing` is how its file stood, and `changed` which parts of its key differ.
    What is `kept` only tells of a file that an earlier export made: its paper is not asked for, or failed.
    """

    unit: str
    kind: str
    subject: str
    format: Format
    status: Status
    title: str = ""
    date: str = ""
    path: str = ""
    sha256: str = ""
    key: str = ""
    pages: int | None = None
    sources: tuple[str, ...] = ()
    gaps: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()
    errors: tuple[Finding, ...] = ()
    error: str = ""
    hint: str = ""
    fault: bool = False
    orphan: bool = False
    standing: Standing = Standing.MISSING
    changed: tuple[str, ...] = ()
    kept: bool = False

    @property
    def paper(self) -> Paper:
        """Which file of its unit it is."""
        return self.kind, self.subject, self.format.value

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is to be known of the paper."""
        return (*self.gaps, *self.remarks, *self.errors)


def status_of(findings: Iterable[Finding]) -> Status:
    """Return how a paper that was made ended."""
    levels = {finding.level for finding in findings}
    return Status.WARN if levels & {Level.ERROR, Level.WARN} else Status.OK


class Tally(Struct):
    """Sums over outcomes, so that nobody need keep these: per kind, per standing, and what is said of fonts.

    `lettering` holds each remark that weighs nothing once, `lettered` in how many papers each code was met.
    """

    kinds: Counter[tuple[str, Status]] = field(default_factory=Counter)
    standings: Counter[Standing] = field(default_factory=Counter)
    failed: list[Outcome] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    lettering: dict[tuple[str, str], Finding] = field(default_factory=dict)
    lettered: Counter[frozenset[str]] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        if outcome.status is not Status.FAIL:
            self.standings[outcome.standing] += 1
        if outcome.orphan:
            return
        self.kinds[outcome.kind, outcome.status] += 1
        if outcome.status is Status.FAIL:
            self.failed.append(outcome)
            return
        if outcome.standing is Standing.EDITED:
            self.edited.append(outcome.path)
        met = {(each.code, str(each.values)): each for each in outcome.remarks}
        self.lettering.update(met)
        if met:
            self.lettered[frozenset(code for code, _ in met)] += 1

    def merge(self, other: Tally) -> None:
        """Count what another tally counted."""
        self.kinds.update(other.kinds)
        self.standings.update(other.standings)
        self.failed += other.failed
        self.edited += other.edited
        self.lettering.update(other.lettering)
        self.lettered.update(other.lettered)

    def status(self, status: Status) -> int:
        """Return how many papers ended so."""
        return sum(count for (_, each), count in self.kinds.items() if each is status)


def tally_of(outcomes: Iterable[Outcome]) -> Tally:
    """Count outcomes."""
    tally = Tally()
    for each in outcomes:
        tally.add(each)
    return tally


class UnitReport(Struct, frozen=True):
    """What a worker hands back of one task: sums, and the findings of reading.

    `outcomes` are those that stand in no journal; `closed` says that the unit is done with; `lacks` are the formats that
    could not be made here, and why; `memory` is in MiB.
    """

    unit: str
    tally: Tally
    outcomes: tuple[Outcome, ...] = ()
    closed: bool = False
    findings: tuple[Finding, ...] = ()
    lacks: Mapping[Format, EngineMissing] = field(default_factory=dict)
    memory: int = 0
