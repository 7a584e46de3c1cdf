"""Takes every paper of a year, gives for each of its figures the records behind it, or the reason why there are none."""

from __future__ import annotations

from tests.every_kind.conftest import Desk, Sample

from docgen.documents import KINDS, Scope
from docgen.view import Figure, leaves

YEARS = {Scope.YEAR, Scope.PERSON_YEAR, Scope.ORGANISATION_YEAR}
WITHOUT = {
    ("*", "序号"): "what is lacking, or a finding, is numbered though no record says it",
    ("obligations", "未完成"): "what was not done has no record",
    ("obligations", "待完成"): "what is still to be done has no record",
    ("obligations", "应完成"): "nothing of what is owed has been done",
    ("five-ones-matrix", "未完成"): "what was not done has no record",
    ("organisation-year-report", "党支部数"): "units are counted, not records",
    ("points-ledger", "2"): "the base is the scheme's, and no record says it",
    ("points-publication", "2"): "the base is the scheme's, and no record says it",
    ("findings-list", "错误"): "records with errors are not cited: they bar the final form of papers that rest on them",
    ("findings-list", "警告"): "a finding about what is lacking has no record",
    ("findings-list", "提示"): "a finding about what is lacking has no record",
}


def uncited(sample: Sample) -> set[tuple[str, str]]:
    """The last labels of the figures of a paper that are not zero and cite nothing."""
    found = {
        str(path[-1])
        for path, leaf in leaves(sample.composition.view)
        if isinstance(leaf, Figure) and leaf.value and not leaf.sources
    }
    return {(sample.kind.name, label) for label in found}


def test_every_figure_of_a_year_cites_what_it_was_counted_from(every_paper: dict[str, list[Sample]]) -> None:
    years = [
        sample
        for kind in KINDS
        for paper in kind.papers
        if paper.scope in YEARS
        for sample in every_paper[f"{kind.name} {paper.scope.name}"]
    ]
    figures = [leaf for each in years for _, leaf in leaves(each.composition.view) if isinstance(leaf, Figure)]
    silent = {each for sample in years for each in uncited(sample)}

    assert len(figures) > 500
    assert {each for each in silent if not {each, ("*", each[1])} & WITHOUT.keys()} == set()


def test_every_source_is_a_record_or_a_figure_of_a_unit(desk: Desk, every_paper: dict[str, list[Sample]]) -> None:
    known = {entry.id for ledger in desk.ledgers.values() for entry in ledger.entries}
    sources = {
        source
        for samples in every_paper.values()
        for sample in samples
        for _, leaf in leaves(sample.composition.view)
        if isinstance(leaf, Figure)
        for source in leaf.sources
    }

    assert len(sources & known) > 100
    assert {each for each in sources - known if each.partition("#")[0].count("/") != 1 or "#" not in each} == set()
