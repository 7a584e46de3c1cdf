"""Takes papers that docgen makes, in both profiles, proves that nothing is found in them."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

import docgen
from docgen.documents import KINDS
from docgen.house.outline import Layout as OutlineLayout
from docgen.inspection.foreign import foreign_roles
from docgen.inspection.lint import look, mended
from docgen.inspection.opening import open_word
from docgen.inspection.roles import paper_of
from docgen.inspection.word import read
from docgen.page import PROFILES, Layout

MONTHS = ("2020-06", "2020-12")
OFFICIAL = {kind.name for kind in KINDS if kind.outline and kind.outline.layout is OutlineLayout.OFFICIAL}


@pytest.fixture(scope="module", params=list(PROFILES))
def papers(
    request: pytest.FixtureRequest, samples: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[str, Path]]:
    """Papers of every kind by its name, on the page of one profile."""
    root = tmp_path_factory.mktemp(str(request.param))
    shutil.copytree(samples, root / "a", ignore=shutil.ignore_patterns("broken"))
    settings = root / "a" / "docgen.yaml"
    settings.write_text(
        re.sub("版式: .*", f"版式: {request.param}", settings.read_text(encoding="utf-8")), encoding="utf-8"
    )
    workspace = docgen.open_workspace(root / "a")
    made: list[tuple[str, Path]] = []
    for period in MONTHS:
        done = docgen.export(workspace, period, units=["一支部"], to=["docx"], out=root / period)
        made += [(outcome.kind, root / period / outcome.path) for outcome in done.outcomes if outcome.path]
    known = {name for name, _ in made}
    rest = [kind.name for kind in KINDS if kind.name not in known]
    done = docgen.export(workspace, "2020", kinds=rest, to=["docx"], out=root / "2020")
    return [*made, *((outcome.kind, root / "2020" / outcome.path) for outcome in done.outcomes if outcome.path)]


def test_nothing_is_found_in_any_paper_of_docgen(papers: list[tuple[str, Path]]) -> None:
    assert {"minutes", "meeting-notice", "resolution", "commitment-letter", "duty-report"} <= OFFICIAL
    assert {name for name, _ in papers} >= OFFICIAL

    found = {
        path.name: [(each.code, dict(each.values)) for each in look(path.read_bytes(), path.name)] for _, path in papers
    }

    assert {name: each for name, each in found.items() if each} == {}


def test_the_layout_of_docgens_papers_is_known_by_their_styles(papers: list[tuple[str, Path]]) -> None:
    outlines = {kind.name: kind.outline for kind in KINDS if kind.outline}
    layouts = {OutlineLayout.OFFICIAL: Layout.OFFICIAL, OutlineLayout.RECORD: Layout.RECORD,
               OutlineLayout.BULLETIN: Layout.BULLETIN, OutlineLayout.FORM: Layout.TABLE}  # fmt: skip
    known = [(name, paper_of(read(open_word(path.read_bytes())))) for name, path in papers]

    assert all(paper.own for _, paper in known)
    assert [
        (name, paper.layout)
        for name, paper in known
        if name in outlines and paper.layout is not layouts[outlines[name].layout]
    ] == []


def test_the_same_roles_are_found_where_the_styles_are_not_known(papers: list[tuple[str, Path]]) -> None:
    pairs: Counter[tuple[str, str]] = Counter()
    for name, path in papers:
        if name not in OFFICIAL:
            continue
        document = read(open_word(path.read_bytes()))
        known, guessed = paper_of(document).roles, foreign_roles(document)
        pairs.update((known.get(each.index, ""), guessed.get(each.index, "")) for each in document.body if each.words)

    assert sum(pairs.values()) > 300
    # docgen sets the numbered items of a list as body text; by their text alone they are headings of the third level.
    alike = {("body", "heading3"), ("body", "heading4")}
    assert {pair for pair in pairs if pair[0] != pair[1]} <= alike


def test_mending_leaves_docgens_papers_as_they_are(papers: list[tuple[str, Path]]) -> None:
    first = dict(reversed(papers))

    assert len(first) > 15
    assert [name for name, path in first.items() if mended(path.read_bytes()) != path.read_bytes()] == []
