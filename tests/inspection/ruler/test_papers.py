"""Takes docgen's papers in both clothes, proves that they survive the ruler, one test per item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from scripts.layout.papers import PAPERS, Paper
from scripts.layout.printing import Clothes, print_papers
from scripts.layout_page import CLOTHES, NO, PAGE, YES

from docgen.inspection.ruler import Item, Printed, measure
from docgen.page import DEFAULT_PROFILE, profile_named

OTHER = "gb33476"
HUNG = "LibreOffice 7.4 reads overflowPunct the wrong way round and hangs the marks that Word keeps inside"
SPLIT = "no setting that LibreOffice 7.4 reads keeps a number with its unit; Word reads noLineBreaksBefore"
SPACED = "LibreOffice 7.4 sets a blank between Chinese and digits whatever autoSpaceDN says: the date is 6 mm too long"

FAULTS: Mapping[tuple[str, Clothes, Item], str] = {
    **{(paper.key, Clothes.OFFICE, Item.HANGING): HUNG for paper in PAPERS},
    **{(paper.key, Clothes.OFFICE, Item.DATE): SPACED for paper in PAPERS if Item.DATE in paper.items},
    ("bulletin-gb9704", Clothes.OFFICE, Item.SPLIT): SPLIT,
}
"""What is not within its tolerance, and why; a fault that is mended must leave this table."""


def asked(clothes: Clothes) -> list[Any]:
    """The items of all papers; those with a known fault must fail."""
    found = []
    for paper in PAPERS:
        for item in paper.items:
            fault = FAULTS.get((paper.key, clothes, item))
            marks = [pytest.mark.xfail(strict=True, reason=fault)] if fault else []
            found.append(pytest.param(paper, item, id=f"{paper.key}-{item}", marks=marks))
    return found


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, Clothes], Printed]:
    """The papers as docgen's own pdf."""
    pytest.importorskip("pypdfium2")
    return print_papers(PAPERS, tmp_path_factory.mktemp("pdf"), [Clothes.PDF])


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, Clothes], Printed]:
    """The papers as docx, printed by LibreOffice."""
    pytest.importorskip("pypdfium2")
    return print_papers(PAPERS, tmp_path_factory.mktemp("office"), [Clothes.OFFICE])


@pytest.mark.parametrize(("paper", "item"), asked(Clothes.PDF))
def test_a_pdf_survives_the_ruler(paper: Paper, item: Item, pdf: Mapping[tuple[str, Clothes], Printed]) -> None:
    (found,) = measure(pdf[paper.key, Clothes.PDF], profile_named(paper.profile), [item])

    assert found.within, found


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize(("paper", "item"), asked(Clothes.OFFICE))
def test_a_word_file_survives_the_ruler(
    paper: Paper, item: Item, office: Mapping[tuple[str, Clothes], Printed]
) -> None:
    (found,) = measure(office[paper.key, Clothes.OFFICE], profile_named(paper.profile), [item])

    assert found.within, found


def test_five_papers_are_measured_on_both_pages_and_every_item_on_one_of_them() -> None:
    assert len(PAPERS) >= 5
    assert {paper.profile for paper in PAPERS} == {DEFAULT_PROFILE, OTHER}
    assert {item for paper in PAPERS for item in paper.items} == set(Item)


@pytest.mark.parametrize("key", ["minutes-gb9704", "minutes-gb33476"])
def test_the_minutes_have_five_pages(key: str, pdf: Mapping[tuple[str, Clothes], Printed]) -> None:
    assert len(pdf[key, Clothes.PDF].sheets) == 5


def rows() -> Iterator[tuple[str, Clothes, str, str]]:
    """Yield the rows of the page: paper, clothes, item's name, whether it is within."""
    clothes = {words: each for each, words in CLOTHES.items()}
    papers = iter(PAPERS)
    key = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0].startswith("## ") and "　" in cells[0]:
            key = next(papers).key
        elif len(cells) == 6 and cells[2] in clothes:
            yield key, clothes[cells[2]], cells[0], cells[4]


def test_the_page_has_a_row_for_every_item_of_every_paper_in_both_clothes() -> None:
    found = [(key, clothes, label) for key, clothes, label, _ in rows()]

    assert found == [
        (paper.key, clothes, item.label) for paper in PAPERS for item in paper.items for clothes in Clothes
    ]


def test_the_page_says_no_where_there_is_a_known_fault_and_nowhere_else() -> None:
    names = {item.label: item for item in Item}
    said = {(key, clothes, names[label]) for key, clothes, label, within in rows() if within == NO}

    assert {within for *_, within in rows()} == {YES, NO}
    assert said == set(FAULTS)
