"""Takes every paper of the samples, proves what holds for the views of all kinds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docgen.documents import KINDS
from docgen.model.meeting import Meeting
from docgen.view import Figure, Plain, Private, leaves

SILENT_ON_DISSENT = ("minutes", "resolution", "bulletin", "branch-year-review", "organisation-year-report")


def plain_leaves(value: Plain) -> Iterator[object]:
    if isinstance(value, dict):
        for each in value.values():
            yield from plain_leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from plain_leaves(each)
    else:
        yield value


def test_templates_see_plain_data_and_never_none(papers_of_one_kind: list[Any]) -> None:
    for sample in papers_of_one_kind:
        found = list(plain_leaves(sample.composition.context()))
        assert found
        assert {type(each) for each in found} <= {str, bool}, sample


def test_every_paper_has_a_title_and_names_its_records(papers_of_one_kind: list[Any]) -> None:
    for sample in papers_of_one_kind:
        assert sample.composition.title.strip(), sample
    assert (
        any(sample.composition.sources for sample in papers_of_one_kind) or "archive" in papers_of_one_kind[0].kind.name
    )


def test_sources_are_records_that_exist(papers_of_one_kind: list[Any], desk: Any) -> None:
    known = {entry.id for ledger in desk.ledgers.values() for entry in ledger.entries}
    for sample in papers_of_one_kind:
        for _, leaf in leaves(sample.composition.view):
            if isinstance(leaf, Figure):
                assert {source for source in leaf.sources if "#" not in source} <= known, sample


def test_a_private_value_never_reaches_a_wider_audience(papers_of_one_kind: list[Any]) -> None:
    for sample in papers_of_one_kind:
        reader = sample.composition.reader
        for _, leaf in leaves(sample.composition.view):
            if isinstance(leaf, Private) and not reader.may_read(leaf):
                assert str(leaf.value) not in plain_leaves(sample.composition.plain)


def test_dissent_and_speeches_reach_no_paper_that_must_not_show_them(
    every_paper: dict[str, list[Any]], desk: Any
) -> None:
    spoken = {
        speech.words
        for ledger in desk.ledgers.values()
        for entry in ledger.of(Meeting)
        for item in entry.model.agenda
        for speech in item.speeches
    }
    assert spoken, "the samples hold speeches"
    seen = 0
    for samples in every_paper.values():
        for sample in samples:
            if sample.kind.name in SILENT_ON_DISSENT:
                seen += 1
                text = "\n".join(str(each) for each in plain_leaves(sample.composition.plain))
                assert not [words for words in spoken if words in text], sample
    assert seen


def test_stems_match_in_documents_and_templates(root: Path) -> None:
    modules = {path.stem.replace("_", "-") for path in (root / "src/docgen/documents").rglob("*.py")}
    stems = {kind.name for kind in KINDS}
    assert stems
    folders = {path.name for path in (root / "templates").iterdir() if not path.name.startswith("_")}
    assert folders == stems
    unmatched = [stem for stem in stems if not any(stem.endswith(module) for module in modules)]
    assert not unmatched
