"""Takes 考核 records, gives totals, classes by the 赛马 cut-offs and ranks, each with the records behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from docgen.ledger import figures
from docgen.model.improvement import Standing
from docgen.model.schemes import AssessmentScheme
from docgen.model.scoring import ASPECTS, AspectScore, Assessment
from docgen.model.settings import Racing
from docgen.records.entry import Entry
from docgen.view import Figure

HUNDRED = 100


class Ranked(Struct, frozen=True):
    """One branch in a ranking; branches of one total share a rank, and the next one is as many behind."""

    rank: int
    entry: Entry[Assessment]
    total: Figure


def aspects(assessment: Assessment) -> Iterator[tuple[str, AspectScore | None]]:
    """Yield (attribute, score) of the eight aspects in their order."""
    for name in ASPECTS:
        yield name, getattr(assessment, name)


def full_of(name: str, aspect: AspectScore | None, scheme: AssessmentScheme) -> Decimal | None:
    """Return what an aspect is worth: as the record says, else the scheme; None where neither does."""
    written = aspect.full if aspect is not None else None
    scheduled: Decimal | None = getattr(scheme, name)
    return written if written is not None else scheduled


def total_of(entry: Entry[Assessment]) -> Figure | None:
    """Return 总分 as written, else the sum of the scores; None where one of the eight is not known."""
    if entry.model.total is not None:
        return figures.number(entry.model.total, (entry.id,))
    scores = [aspect.score if aspect is not None else None for _, aspect in aspects(entry.model)]
    known = [score for score in scores if score is not None]
    return figures.number(sum(known, Decimal()), (entry.id,)) if len(known) == len(scores) else None


def rate(score: Decimal, full: Decimal, source: str) -> Figure:
    """Return 得分率: the score in hundredths of what the aspect is worth."""
    parts = (figures.number(each * HUNDRED, (source,)) for each in (score, full))
    return figures.percent(*parts)


def standing_of(total: Figure, racing: Racing) -> Standing | None:
    """Return the class of a total by the cut-offs, from the highest; None where they do not part three classes."""
    cutoffs = sorted(racing.cutoffs, reverse=True)
    if len(cutoffs) != len(Standing) - 1:
        return None
    return list(Standing)[sum(total.value < cutoff for cutoff in cutoffs)]


def name_of(standing: Standing | None, racing: Racing) -> str:
    """Return what an organisation calls a class, "" for none."""
    if standing is None:
        return ""
    names = racing.names if len(racing.names) == len(Standing) else tuple(each.value for each in Standing)
    return names[list(Standing).index(standing)]


def ranked(entries: Iterable[Entry[Assessment]]) -> list[Ranked]:
    """Return the branches whose total is known, the highest first; ties keep the order of the records."""
    totals = [(total, entry) for entry in entries if (total := total_of(entry)) is not None]
    totals.sort(key=lambda each: -each[0].value)
    return [Ranked(1 + sum(other.value > total.value for other, _ in totals), entry, total) for total, entry in totals]
