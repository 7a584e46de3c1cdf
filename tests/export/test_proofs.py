"""Papers in memory, for faces that hand them on."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import docgen
from docgen.export import Proofs, proofs
from docgen.workspace import Workspace, load_unit, open_workspace
from docgen.workspace.memory import Memory

SAMPLES = Path(__file__).parents[2] / "samples"
BRANCH = "一支部"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("proofs") / "工作区"
    shutil.copytree(SAMPLES, root, ignore=shutil.ignore_patterns(".docgen", "broken"))
    return open_workspace(root, Memory())


def records(workspace: Workspace) -> list[str]:
    return [entry.id for entry in load_unit(workspace, BRANCH).entries][:12]


def test_proofs_are_the_bytes_that_render_writes_and_nothing_is_written(workspace: Workspace, tmp_path: Path) -> None:
    record = records(workspace)[5]
    before = sorted(workspace.root.rglob("*.docx"))
    found = proofs(workspace, record, to=["docx", "html", "txt"])
    docgen.render(workspace, record, to=["docx", "html", "txt"], out=tmp_path)
    assert found.files
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == found.files
    assert sorted(workspace.root.rglob("*.docx")) == before


def test_a_paper_of_an_organisation_is_reduced_in_memory_too(workspace: Workspace) -> None:
    found = proofs(workspace, "机关党委/2020-03", kinds=["bulletin"])
    assert [each.kind for each in found.export.outcomes] == ["bulletin"]
    assert found.files[found.export.outcomes[0].path].startswith(b"PK")


def test_threads_at_once_get_the_same_papers_as_one_after_the_other(workspace: Workspace) -> None:
    wanted = [(record, format) for record in records(workspace) for format in ("docx", "html")]

    def make(each: tuple[str, str]) -> Proofs:
        return proofs(workspace, each[0], to=[each[1]])

    alone = [make(each).files for each in wanted]
    with ThreadPoolExecutor(8) as pool:
        together = [each.files for each in pool.map(make, wanted * 3)]
    assert any(alone)
    assert together == alone * 3
