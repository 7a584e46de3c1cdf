"""Takes paths that changed, gives those that can change the papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.drafting import found
from docgen.export.saving import Concern
from docgen.formats import Format
from docgen.workspace import open_workspace

BRANCH, ABOVE = "支部/一支部", "机关党委"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    found(tmp_path, 2020, "甲公司")
    return tmp_path


def concern(root: Path, *units: str, kinds: tuple[str, ...] = (), to: Format = Format.DOCX) -> Concern:
    known = Concern(root, root / "output", frozenset(kinds), frozenset({to}))
    if units:
        known.learn(open_workspace(root), units, [root / BRANCH / "纪要.docx"])
    return known


def matters(of: Concern, name: str) -> bool:
    return of.of([of.root / name]) == (name,)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("docgen.yaml", True),
        (f"{BRANCH}/单位.yaml", True),
        (f"{ABOVE}/单位.yaml", True),
        ("支部/新支部/单位.yaml", True),
        (f"{BRANCH}/记录/2020/01/会.yaml", True),
        (f"{BRANCH}/附件/照片.JPG", True),
        (f"{BRANCH}/照片.png", True),
        (f"{ABOVE}/记录/会.yaml", False),
        (f"{BRANCH}/纪要.docx", False),
        ("随手记.yaml", False),
        ("output/一支部/记录.docx", False),
        (f".docgen/pictures/{BRANCH}.jpg", False),
        (f"{BRANCH}/附件/~$纪要.docx", False),
        (f"{BRANCH}/附件/.照片.jpg.swp", False),
        (f"{BRANCH}/记录/会.yaml.bak", False),
    ],
)
def test_papers_of_a_branch_depend_on_its_own_files_the_units_and_the_settings(
    root: Path, name: str, *, expected: bool
) -> None:
    assert matters(concern(root, "一支部"), name) is expected


def test_papers_of_a_unit_depend_on_those_below_it(root: Path) -> None:
    assert matters(concern(root, "机关党委"), f"{BRANCH}/记录/会.yaml")


def test_as_long_as_nothing_could_be_read_every_record_counts(root: Path) -> None:
    assert matters(concern(root), f"{ABOVE}/记录/会.yaml")


@pytest.mark.parametrize(
    ("name", "to", "expected"),
    [
        ("templates/minutes/minutes.docx", Format.DOCX, True),
        ("templates/minutes/minutes.html", Format.PDF, True),
        ("templates/_shared/base.html", Format.HTML, True),
        ("templates/resolution/part.html", Format.HTML, True),
        ("templates/minutes/minutes.html", Format.DOCX, False),
        ("templates/resolution/resolution.docx", Format.DOCX, False),
    ],
)
def test_templates_count_for_their_kind_and_format(root: Path, name: str, to: Format, *, expected: bool) -> None:
    assert matters(concern(root, "一支部", kinds=("minutes",), to=to), name) is expected


def test_a_folder_that_is_gone_counts_where_no_file_of_it_is_named(root: Path) -> None:
    known = concern(root, "一支部")
    folder, file = root / BRANCH / "记录/2019", root / BRANCH / "记录/会.yaml"

    assert known.of([folder]) == (f"{BRANCH}/记录/2019",)
    assert known.of([folder, file]) == (f"{BRANCH}/记录/会.yaml",)
