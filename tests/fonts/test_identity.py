"""Takes fonts made for a test, gives what tells them apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.fonts import identities, installed

MakeFont = Callable[..., Path]
FAMILIES = frozenset({"甲体", "Noto Serif CJK SC", "FandolFang", "DejaVu Serif"})


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], tuple[str, ...]]:
    """Tell what is there of the family 甲体 in a folder."""
    from docgen.fonts import identity

    def see(folder: Path) -> tuple[str, ...]:
        identity._identities.cache_clear()
        monkeypatch.setattr(identity, "folders", lambda: (folder,))
        return identities(FAMILIES)

    return see


def test_the_faces_of_the_families_are_those_that_are_installed() -> None:
    expected = {(face.path.name, face.number) for face in installed() if FAMILIES.intersection(face.families)}

    lines = [line.rsplit(" ", 3) for line in identities(FAMILIES)]

    assert {(name, int(number)) for name, number, _, _ in lines} == expected


def test_a_face_is_known_by_any_of_its_names_and_others_are_left_out(
    make_font: MakeFont, seen: Callable[[Path], tuple[str, ...]]
) -> None:
    folder = make_font("Jia", "甲体", "一").parent
    make_font("Yi", "乙体", "一")

    (line,) = seen(folder)

    assert line.startswith("Jia-400.ttf 0 ")


def test_another_content_is_another_identity_and_another_folder_is_none(
    make_font: MakeFont, seen: Callable[[Path], tuple[str, ...]], tmp_path: Path
) -> None:
    one = make_font("Jia", "甲体", "一", folder=tmp_path / "one")
    other = make_font("Jia", "甲体", "三", folder=tmp_path / "other")
    copy = tmp_path / "copy" / one.name
    copy.parent.mkdir()
    copy.write_bytes(one.read_bytes())

    assert seen(copy.parent) == seen(one.parent)
    assert seen(other.parent) != seen(one.parent)


def test_a_file_that_is_no_font_says_nothing(
    seen: Callable[[Path], tuple[str, ...]], make_font: MakeFont, tmp_path: Path
) -> None:
    whole = make_font("Jia", "甲体", "一", folder=tmp_path / "whole").read_bytes()
    broken = tmp_path / "broken"
    broken.mkdir()
    for length in (0, 3, 12, 40, len(whole) // 2):
        (broken / f"{length}.ttf").write_bytes(whole[:length])
    (broken / "text.otf").write_text("甲" * 999, encoding="utf-8")
    (broken / "huge.ttc").write_bytes(b"ttcf\0\1\0\0\xff\xff\xff\xff")

    assert seen(tmp_path / "whole")
    assert all(line.startswith(f"{len(whole) // 2}.ttf") for line in seen(broken))
