"""Takes sample papers with their appendix of sources, proves that all clothes have it, and that it tells no secret."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from msgspec.structs import replace
from tests.every_kind.conftest import Desk, Sample
from tests.every_kind.test_three_clothes import docx_paragraphs, html_text, pdf_text, squeezed

from docgen.documents.frame import SOURCES
from docgen.formats import Format
from docgen.generation import Composition, dress, with_sources
from docgen.stationery import Stationery
from docgen.view import Audience, Figure, Private, View, label

LINK = re.compile(r'<a class="source" id="([^"]+)" href="#([^"]+)">')
PRINTED = ("branch-year-review", "activity-statistics")
LOCAL = "2020-06-03-支委会"


class VeiledView(View, frozen=True, kw_only=True):
    """One figure that is open, and one that only few may read."""

    heading: str = label("标题")
    open: Figure = label("公开数")
    veiled: Private = label("保密数")


def sourced(desk: Desk, sample: Sample) -> Composition:
    """A unit's paper with its appendix."""
    return with_sources(sample.composition, desk.ledgers[sample.composition.subject.unit])


def one(every_paper: dict[str, list[Sample]], name: str, scope: str = "YEAR") -> Sample:
    return next(each for each in every_paper[f"{name} {scope}"] if each.composition.subject.unit == "一支部")


def made(desk: Desk, composition: Composition, format: Format) -> bytes:
    return dress(composition, format, desk.stationery, desk.workspace.picture_data).content


def test_docx_and_html_have_the_same_appendix(richest: Sample, desk: Desk) -> None:
    paper = sourced(desk, richest)
    word, web = "".join(docx_paragraphs(made(desk, paper, Format.DOCX))), html_text(made(desk, paper, Format.HTML))

    assert Counter(word) == Counter(web)
    assert [row.path for row in paper.evidence if squeezed(row.path) not in web] == []


@pytest.mark.parametrize("name", PRINTED)
def test_pdf_says_what_html_says_with_the_appendix(every_paper: dict[str, list[Sample]], desk: Desk, name: str) -> None:
    paper = sourced(desk, one(every_paper, name))
    page, web = pdf_text(made(desk, paper, Format.PDF)), html_text(made(desk, paper, Format.HTML))

    assert Counter(web) - Counter(page) == Counter()
    assert LOCAL in page


def test_every_link_of_a_page_leads_to_a_place_and_back(every_paper: dict[str, list[Sample]], desk: Desk) -> None:
    paper = sourced(desk, one(every_paper, "activity-statistics"))
    links = LINK.findall(made(desk, paper, Format.HTML).decode())

    assert len(paper.evidence) > 50
    assert len(links) == 2 * len(paper.evidence)
    assert {(to, name) for name, to in links} == set(links)


def test_a_figure_that_is_a_link_says_what_its_row_says(every_paper: dict[str, list[Sample]], desk: Desk) -> None:
    paper = sourced(desk, one(every_paper, "branch-year-review"))
    page: Any = html.document_fromstring(made(desk, paper, Format.HTML).decode())
    texts = {each.get("id"): each.text_content() for each in page.iter("a")}

    for row in paper.evidence:
        assert texts[f"figure-{row.number}"] == row.figure
        assert texts[f"source-{row.number}"] == row.number


def test_without_being_asked_no_paper_has_an_appendix(every_paper: dict[str, list[Sample]], desk: Desk) -> None:
    sample = one(every_paper, "branch-year-review")

    assert SOURCES not in docx_paragraphs(desk.paper(sample, Format.DOCX))
    assert not LINK.search(desk.paper(sample, Format.HTML).decode())
    assert SOURCES in docx_paragraphs(made(desk, sourced(desk, sample), Format.DOCX))


def test_public_papers_name_no_records(every_paper: dict[str, list[Sample]], desk: Desk) -> None:
    public = [each for samples in every_paper.values() for each in samples if each.kind.audience is Audience.PUBLIC]

    assert public
    assert [each for each in public if sourced(desk, each).evidence] == []


def test_confidential_records_are_named_by_day_and_kind_alone(desk: Desk, every_paper: dict[str, list[Sample]]) -> None:
    ledger = desk.ledgers["一支部"]
    closed = [each for each in ledger.entries if each.model.confidential and each.day]
    view = VeiledView(
        heading="数", open=Figure.count(tuple(each.id for each in closed)), veiled=Private(Figure(0, "0"), "")
    )
    base = one(every_paper, "branch-year-review").composition

    (row,) = with_sources(replace(base, view=view), ledger).evidence

    assert closed
    assert not [each.id for each in closed if each.id.rpartition("/")[2] in row.records]
    assert all(f"{each.day} {each.model.kind}" in row.records for each in closed)


def test_a_masked_figure_has_no_row(desk: Desk, every_paper: dict[str, list[Sample]]) -> None:
    base = one(every_paper, "branch-year-review").composition
    shown, hidden = (Figure(value, str(value), (f"一支部/2020/06/{LOCAL}",)) for value in (1, 987))

    def rows(least: Audience) -> list[str]:
        view = VeiledView(heading="数", open=shown, veiled=Private(hidden, "—", least))
        return [each.figure for each in with_sources(replace(base, view=view), desk.ledgers["一支部"]).evidence]

    assert rows(Audience.CONFIDENTIAL) == ["1"]
    assert rows(Audience.INTERNAL) == ["1", "987"]


def test_a_template_without_an_appendix_still_works(
    every_paper: dict[str, list[Sample]], desk: Desk, tmp_path: Path
) -> None:
    own = tmp_path / "branch-year-review" / "branch-year-review.html"
    own.parent.mkdir()
    own.write_text("<p>{{ 标题 }}</p>", encoding="utf-8")
    paper = sourced(desk, one(every_paper, "branch-year-review"))

    page = dress(paper, Format.HTML, Stationery(tmp_path), desk.workspace.picture_data).content

    assert html_text(page) == paper.title
