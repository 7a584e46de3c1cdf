"""Takes a unit's desk when all else is filed, gives the papers about its finished files: the index, the bound box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from docgen.documents import KINDS, ArchivePaper, DocumentKind, FiledPaper
from docgen.export.desk import Desk
from docgen.export.manifest import in_order
from docgen.export.outcome import Outcome, Standing
from docgen.formats import Format
from docgen.generation import Composition, compose_archive, papers
from docgen.model.subject import Subject


def close(desk: Desk) -> list[Outcome]:
    """File the papers about the unit's finished files, and say which files nothing stands behind any more."""
    before = list(_before(desk))
    filed = tuple(_as_filed(before))
    desk.files = tuple(each for each in filed if each.path.endswith(f".{Format.PDF}"))

    def one(kind: DocumentKind, paper: ArchivePaper, subject: Subject) -> Composition:
        return compose_archive(kind, paper, desk.ledger, subject, desk.files if kind.binds else filed)

    about = desk.file_all(ArchivePaper, one, lambda kind: bool(desk.files) or not kind.binds)
    if desk.order.survey and any(each.standing is not Standing.CURRENT for each in before):
        about = tuple(map(_behind, about))
    return [*about, *desk.pile.close(desk.lacks)]


def _before(desk: Desk) -> Iterator[Outcome]:
    """Yield the papers of the order that are filed before those about them.

    A task that is done again, as its report was lost with its worker, finds all noted that it noted the first time.
    """
    about = {kind.name for kind in desk.order.kinds_wanted if any(papers(kind, ArchivePaper))}
    return (
        each
        for each in in_order(desk.pile.noted)
        if each.kind not in about and not each.kept and desk.pile.asks_for(each, desk.lacks)
    )


def _as_filed(outcomes: Iterable[Outcome]) -> Iterator[FiledPaper]:
    """Yield finished files as an archive has them: by kind as the catalogue has these, by day, by name.

    A docx has the pages of its pdf twin.
    """
    written = [each for each in outcomes if each.path and not each.orphan]
    pages = {(each.kind, each.subject): each.pages for each in written if each.format is Format.PDF}
    order = {kind.name: place for place, kind in enumerate(KINDS)}
    labels = {kind.name: kind.label for kind in KINDS}
    for each in sorted(written, key=lambda each: (order.get(each.kind, len(order)), each.date, each.path)):
        count = each.pages if each.pages is not None else pages.get((each.kind, each.subject))
        label = labels.get(each.kind, each.kind)
        yield FiledPaper(each.path, each.title, each.date, count, each.sha256, label)


def _behind(outcome: Outcome) -> Outcome:
    """Return a paper about files as stale: some of these are about to change."""
    stale = outcome.standing is Standing.CURRENT
    return replace(outcome, standing=Standing.STALE, changed=("view",)) if stale else outcome
