"""Takes the ledgers of organisations and a period, gives how branches were assessed: the ranking, the eight aspects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

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


class Race(Struct, frozen=True):
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


def compared(one: Race) -> Section:
    """Return in how far the first of a ranking reached the eight aspects, side by side."""
    chart = _radar(one, [each.entry for each in one.ranked[:COMPARED]])
    if not isinstance(chart, Chart):
        return Section(words.RADAR, Table((words.ASPECT,), ()))
    columns = [tuple(value.text if value is not None else "" for value in each.values) for each in chart.series]
    rows = tuple(zip(chart.categories, *columns, strict=True))
    return Section(words.RADAR, Table((words.ASPECT, *(each.name for each in chart.series)), rows), named(radar=chart))


def aspects(one: Race, branches: Collection[str]) -> Section:
    """Return the eight aspects of a branch as its 考核评分表 has them; it may be called by several names."""
    entries = [each.entry for each in one.ranked if each.entry.model.branch in branches][:1]
    rows = tuple(_row(row) for entry in entries for row in _sheet(one, entry).rows)
    paper = Paper(SHEET, entries[0].id) if entries else None
    return Section(words.RADAR, Table(words.RADAR_HEADS, rows), named(radar=_radar(one, entries)), paper=paper)


def _sheet(one: Race, entry: Entry[Assessment]) -> sheet.AssessmentSheetView:
    return sheet.view(one.ledger, Subject(entry.unit, record=entry.id))


def _row(row: sheet.AspectRow) -> tuple[str, ...]:
    return cells((row.aspect, row.full, row.score, row.rate))


def _radar(one: Race, entries: Sequence[Entry[Assessment]]) -> Chart | str:
    """Return the radars that the sheets of some assessments show, in one."""
    charts = [(entry, _sheet(one, entry).chart) for entry in entries]
    known = [(entry, chart) for entry, chart in charts if isinstance(chart, Chart)]
    if not known:
        return ""
    series = tuple(Series(entry.model.branch or "", chart.series[0].values) for entry, chart in known)
    return charted(ChartKind.RADAR, words.rates_of(one.period.text), known[0][1].categories, series, most=FULL)
