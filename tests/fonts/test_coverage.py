"""Takes faces and characters, gives who can draw what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from docgen.fonts import Face, covers, in_gb2312, installed, is_drawn

STEP = 47


def one_of_each_family() -> list[Face]:
    found: dict[str, Face] = {}
    for face in installed():
        found.setdefault(face.family, face)
    return list(found.values())


def test_a_face_has_what_fonttools_reads_out_of_it() -> None:
    faces = one_of_each_family()[:12]
    if not faces:
        pytest.skip("no font here")
    points = [*range(0x3000), *range(0x3000, 0x32000, STEP)]

    for face in faces:
        with TTFont(face.path, fontNumber=face.number, lazy=True) as font:
            has = font.getBestCmap()
        assert [hex(code) for code in points if covers(face, chr(code)) != (code in has)] == [], face.family


def test_small_tables_and_wide_ones_are_both_searched(make_font: Any) -> None:
    basic, wide = make_font("Basic", "窄", "的一~"), make_font("Wide", "宽", "的㛃𬭎")

    for path, has, lacks in ((basic, "的一~", "二𬭎\U0010ffff"), (wide, "的㛃𬭎", "一𬭏~")):
        face = Face(path, 0, ("",))
        assert [covers(face, char) for char in has] == [True] * 3
        assert [covers(face, char) for char in lacks] == [False] * 3


def test_a_file_that_is_gone_has_no_character(tmp_path: Path) -> None:
    assert not covers(Face(tmp_path / "gone.ttf", 0, ("",)), "的")


def test_gb2312_is_what_official_faces_hold() -> None:
    assert [char for char in "的一，。、；：？！“”‘’（）《》〔〕【】—…·～￥％℃①⑩ⅠⅫabc123" if not in_gb2312(char)] == []
    assert [char for char in "〇喆赟珺昇祎玥堃犇镕㛃𬭎㎡✓ⅰ" if in_gb2312(char)] == []


def test_what_is_never_seen_needs_no_glyph() -> None:
    assert [char for char in "\n\t \u3000\u200b\u200d\ufe0f\u00ad" if is_drawn(char)] == []
    assert all(map(is_drawn, "的—A\ue000\U0003fffd"))
