"""Takes the ledgers of organisations and a period, gives how branches were assessed: the ranking, the eight aspects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from docgen.counted import Chart, ChartKind, Series, charted
from docgen.documents.assessment import sheet
from docgen.documents.assessment.cutoffs import cutoff_marks
from docgen.ledger import BranchLedger, Entry, assessments
from docgen.ledger.assessments import Ranked
from docgen.model.period import Period
from docgen.model.scoring import Assessment
from docgen.model.subject import Subject
from docgen.vocabulary import pages as words
from docgen.web.overview.sections import Paper, Section, Table, cells, named

NOTICE, SHEET = "ranking-notice", "assessment-sheet"
FULL = 100
COMPARED = 3
"""So many branches are told apart in one radar."""


@dataclass(frozen=True, slots=True)
class Race:
    """The assessments of one period by one organisation."""

    ledger: BranchLedger
    period: Period
    ranked: tuple[Ranked, ...]


def race(ledgers: Iterable[BranchLedger], period: Period) -> Race | None:
    """Return the assessments of a period, else the latest within it; None where there are none."""
    found: dict[tuple[Period, str], tuple[BranchLedger, list[Entry[Assessment]]]] = {}
    for ledger in ledgers:
        for entry in ledger.of(Assessment, period):
            of = entry.model.period
            if of.start in period and of.end in period:
                found.setdefault((of, ledger.unit.short), (ledger, []))[1].append(entry)
    if not found:
        return None
    which = max(found, key=lambda each: (each[0] == period, each[0].end, each[0].start))
    ledger, entries = found[which]
    return Race(ledger, which[0], tuple(assessments.ranked(entries)))


def ranking(one: Race) -> Section:
    """Return the ranking of a race, its bars with the cut-offs, and the radar of its first three."""
    racing = one.ledger.settings.racing
    rows = tuple(
        cells(
            (
                str(each.rank),
                each.entry.model.branch or "",
                each.total,
                assessments.name_of(assessments.standing_of(each.total, racing), racing),
            )
        )
        for each in one.ranked
    )
    bars = charted(
        ChartKind.BARS,
        words.rank_of(one.period.text),
        tuple(each.entry.model.branch or "" for each in one.ranked),
        (Series(words.TOTAL, tuple(each.total for each in one.ranked)),),
        marks=cutoff_marks(racing),
    )
    paper = Paper(NOTICE, f"{one.ledger.unit.short}/{one.period}") if len(one.ranked) > 1 else None
    return Section(words.RACING, Table(words.RACING_HEADS, rows, names=2), named(racing=bars), paper=paper)


def aspects(one: Race, branches: Collection[str] = ()) -> Section:
    """Return the eight aspects of some branches, of the first of the ranking where none is named."""
    entries = [each.entry for each in one.ranked if not branches or each.entry.model.branch in branches]
    shown = entries if branches else entries[:COMPARED]
    rows = [row for entry in entries for row in _rows(one, entry)]
    paper = Paper(SHEET, entries[0].id) if branches and entries else None
    return Section(
        words.RADAR,
        Table(words.RADAR_HEADS, tuple(rows), names=2),
        named(radar=_radar(one, shown)),
        paper=paper,
    )


def _rows(one: Race, entry: Entry[Assessment]) -> list[tuple[str, ...]]:
    rows = sheet.view(one.ledger, Subject(entry.unit, record=entry.id)).rows
    return [cells((entry.model.branch or "", row.aspect, row.full, row.score, row.rate)) for row in rows]


def _radar(one: Race, entries: Sequence[Entry[Assessment]]) -> Chart | str:
    """Return the radars that the sheets of some assessments show, in one."""
    charts = [sheet.view(one.ledger, Subject(entry.unit, record=entry.id)).chart for entry in entries]
    known = [(entry, chart) for entry, chart in zip(entries, charts, strict=True) if isinstance(chart, Chart)]
    if not known:
        return ""
    series = tuple(Series(entry.model.branch or "", chart.series[0].values) for entry, chart in known)
    return charted(ChartKind.RADAR, words.rates_of(one.period.text), known[0][1].categories, series, most=FULL)
