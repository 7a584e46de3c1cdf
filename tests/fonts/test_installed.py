"""Takes folders with fonts, gives their faces: names in all languages, weights, members of collections."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTCollection, TTFont

from docgen.fonts import face_named, installed, own_face


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of fonts."""
    found = tmp_path / "fonts"
    found.mkdir()
    configuration = tmp_path / "own.conf"
    configuration.write_text(f"<fontconfig><dir>{found}</dir></fontconfig>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(configuration))
    return found


def test_a_face_is_known_by_all_its_names(folder: Path, make_font: Any) -> None:
    path = make_font("FangSong", "仿宋", "的", folder=folder / "deep" / "er")

    (face,) = installed()
    assert (face.path, face.number, face.families, face.weight) == (path, 0, ("FangSong", "仿宋"), 400)
    assert face_named("仿宋") == face_named("FangSong") == face
    assert face_named("仿宋_GB2312") is None


def test_of_a_family_the_nearest_weight_is_taken(folder: Path, make_font: Any) -> None:
    for weight in (300, 700):
        make_font("Own Song", "自宋", "的", weight=weight, folder=folder)

    assert [getattr(face_named("自宋", weight), "weight", 0) for weight in (400, 600, 900)] == [300, 700, 700]


def test_the_members_of_a_collection_are_faces(folder: Path, make_font: Any, tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [TTFont(make_font(name, name, "的", folder=tmp_path / "parts")) for name in ("One", "Two")]
    collection.save(folder / "both.TTC")

    assert [(face.number, face.family) for face in installed()] == [(0, "One"), (1, "Two")]


def test_a_file_that_is_no_font_is_passed_over(folder: Path, make_font: Any) -> None:
    (folder / "no.ttf").write_bytes(b"no font")
    (folder / "empty.otf").write_bytes(b"")
    make_font("One", "一", "的", folder=folder)

    assert [face.family for face in installed()] == ["One"]


def test_a_font_without_its_chinese_name_is_still_the_official_one(folder: Path, make_font: Any) -> None:
    make_font("SimHei", "SimHei", "的", folder=folder)

    found = own_face("黑体")
    assert found is not None
    assert found.family == "SimHei"
    assert own_face("宋体") is None


def test_a_folder_that_is_not_there_holds_no_font(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    configuration = tmp_path / "own.conf"
    configuration.write_text(f"<fontconfig><dir>{tmp_path / 'absent'}</dir></fontconfig>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(configuration))

    assert installed() == ()
