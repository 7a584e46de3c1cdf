"""Takes a workspace whose settings name a page, gives papers on that page."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from docgen.documents import UnitPaper, kind_named
from docgen.formats import Format
from docgen.generation import compose, dress, open_ledger, stationery_of
from docgen.model.subject import Subject
from docgen.page import PROFILES, Profile
from docgen.workspace import Workspace, open_workspace

MEETING = "一支部/2020/06/2020-06-03-支委会"


def workspace_on(profile: str, samples: Path, folder: Path) -> Workspace:
    shutil.copytree(samples / "支部/一支部", folder / "支部/一支部", ignore=shutil.ignore_patterns("*.jpg", "*.png"))
    settings = (samples / "docgen.yaml").read_text(encoding="utf-8")
    changed = settings.replace("版式: gb9704", f"版式: {profile}")
    assert profile in changed
    (folder / "docgen.yaml").write_text(changed, encoding="utf-8")
    return open_workspace(folder)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_the_setting_decides_the_page(profile: Profile, samples: Path, tmp_path: Path) -> None:
    workspace = workspace_on(profile.name, samples, tmp_path)
    stationery = stationery_of(workspace)
    kind = kind_named("minutes")
    paper = next(each for each in kind.papers if isinstance(each, UnitPaper))
    composition = compose(kind, paper, open_ledger(workspace, "一支部"), Subject.parse(MEETING))

    word = dress(composition, Format.DOCX, stationery, workspace.picture_data).content
    page = dress(composition, Format.HTML, stationery, workspace.picture_data).content.decode()

    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        styles, document = (archive.read(f"word/{name}.xml").decode() for name in ("styles", "document"))
    assert f'w:linePitch="{profile.pitch_twips}"' in document
    assert f'w:line="{profile.pitch_twips}" w:lineRule="exact"' in styles
    assert f"--pitch: {profile.pitch_pt:g}pt;" in page
    assert f"margin: {profile.top_mm:g}mm " in page
