"""Takes a job and who looks at it, gives what they are told: its state, its sums, how papers ended and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from docgen.accounts import Caller
from docgen.documents import KINDS
from docgen.errors import UsageError
from docgen.findings import from_plain
from docgen.model.subject import Subject
from docgen.vocabulary import as_json
from docgen.vocabulary import jobs as words
from docgen.web.exports.rights import may_export, may_see, may_start, sees_confidential
from docgen.web.jobs.result import Sums, sums
from docgen.web.jobs.wish import Wish, wish_of
from docgen.web.overview.findings import anchor
from docgen.web.problems import Refusal
from docgen.web.seeing import entries_seen, findings_seen
from docgen.web.service import Service
from docgen.web.state.jobs import RESUMABLE, Job, JobState
from docgen.web.state.papers import Paper, Shown

LABELS: Mapping[str, str] = {kind.name: kind.label for kind in KINDS}
TOTAL = ""


class ExportTold(Struct, frozen=True):
    """One export as somebody is told of it.

    `secret` says that they see what is confidential in it too, `mine` that they may export its units, `startable` that
    they may have it as it is.
    """

    job: Job
    wish: Wish
    secret: bool
    mine: bool
    startable: bool
    before: int
    kinds: tuple[Sums, ...]
    units: tuple[Sums, ...]
    notes: tuple[str, ...]
    lacks: tuple[tuple[str, str], ...]
    problem: Mapping[str, Any] | None

    @property
    def total(self) -> Sums:
        """The sums over all papers."""
        return Sums(TOTAL, *(sum(getattr(each, name) for each in self.kinds) for name in ("ok", "gaps", "failed")))

    @property
    def may_stop(self) -> bool:
        """Tell whether there is something to cancel, for whoever looks."""
        return self.mine and self.job.is_open and not self.job.stopping

    @property
    def may_resume(self) -> bool:
        """Tell whether whoever looks may have it go on."""
        return self.startable and self.job.state in RESUMABLE


class FindingTold(Struct, frozen=True):
    """One finding of a paper as plain data, and the record and the field of its form where it is mended."""

    plain: Mapping[str, Any]
    record: str
    field: str


class PaperTold(Struct, frozen=True):
    """One paper as somebody is told of it; `record` is the id of the record that it is made from, where it is one."""

    paper: Paper
    label: str
    record: str
    findings: tuple[FindingTold, ...]


def export_seen(service: Service, who: Caller, id: str) -> ExportTold:
    """Return an export; raise Refusal where there is none that somebody may see."""
    job = service.jobs.book.job(id)
    if job is None or not may_see(who, wish_of(job.request)):
        raise Refusal(404, "not-found", {"value": id})
    return export_told(service, who, job)


def exports_seen(service: Service, who: Caller) -> list[ExportTold]:
    """Return the exports that somebody may see, the latest first."""
    jobs = service.jobs.book.jobs()
    return [export_told(service, who, job) for job in jobs if may_see(who, wish_of(job.request))]


def export_told(service: Service, who: Caller, job: Job) -> ExportTold:
    """Return what somebody is told of an export that they may see."""
    wish = wish_of(job.request)
    secret = sees_confidential(who, wish)
    result = job.result
    return ExportTold(
        job=job,
        wish=wish,
        secret=secret,
        mine=may_export(who, wish),
        startable=may_start(who, wish),
        before=service.jobs.before(job) if job.state is JobState.ASKED else 0,
        kinds=_in_order(sums(result.get("kinds", []), secret=secret), LABELS),
        units=_in_order(sums(result.get("units", []), secret=secret), service.library.workspace().units),
        notes=tuple(words.notes(result.get("standings", {}))),
        lacks=tuple((what, hint) for what, hint in result.get("lacks", [])),
        problem=result.get("problem"),
    )


def _in_order(found: Iterable[Sums], names: Iterable[str]) -> tuple[Sums, ...]:
    """Return sums in the order of some names, those of other names behind."""
    places = {name: place for place, name in enumerate(names)}
    return tuple(sorted(found, key=lambda each: places.get(each.name, len(places))))


def papers_told(
    service: Service, who: Caller, told: ExportTold, shown: Shown, offset: int, limit: int
) -> tuple[list[PaperTold], int]:
    """Return some papers of an export, and how many there are."""
    papers = service.jobs.papers
    found = papers.some(told.job.id, shown, offset, limit, secret=told.secret)
    seen = _Seen(service, who)
    return [seen.told(each) for each in found], papers.count(told.job.id, shown, secret=told.secret)


class _Seen:
    """What somebody may know of papers; looks into each unit's records once."""

    def __init__(self, service: Service, who: Caller) -> None:
        self._service, self._who = service, who
        self._known: dict[str, frozenset[str]] = {}

    def told(self, paper: Paper) -> PaperTold:
        """Return a paper with the records that can be opened, and the findings that may be known of."""
        findings = findings_seen(self._service, self._who, map(from_plain, paper.findings))
        told = tuple(FindingTold(as_json(each), self._opened(each.subject), anchor(each.path)) for each in findings)
        label = LABELS.get(paper.kind, paper.kind)
        return PaperTold(paper, label, self._opened(_record(paper.subject)), told)

    def _opened(self, id: str) -> str:
        """Return the id of a record that there is, "" otherwise."""
        return id if "/" in id and id in self._records(id.partition("/")[0]) else ""

    def _records(self, unit: str) -> frozenset[str]:
        if unit not in self._known:
            try:
                entries = entries_seen(self._service, self._who, unit)
            except UsageError:
                entries = ()
            self._known[unit] = frozenset(each.id for each in entries)
        return self._known[unit]


def _record(subject: str) -> str:
    try:
        return replace(Subject.parse(subject), item="").record
    except UsageError:
        return ""
