"""Takes the roles of fonts, checks names and chains."""

from __future__ import annotations

import pytest

from docgen.page import FONTS, Role, css_family, font_families, official_name


@pytest.mark.parametrize(
    ("role", "name"),
    [
        (Role.TITLE, "方正小标宋简体"),
        (Role.FANG, "仿宋_GB2312"),
        (Role.KAI, "楷体_GB2312"),
        (Role.HEI, "黑体"),
        (Role.SONG, "宋体"),
    ],
)
def test_a_role_has_its_official_name(role: Role, name: str) -> None:
    assert official_name(role) == font_families(role)[0] == name


def test_every_chain_ends_with_a_font_that_has_rare_characters() -> None:
    assert set(FONTS) == set(Role)
    assert {families[-1] for families in map(font_families, Role)} == {"Noto Serif CJK SC", "Noto Sans CJK SC"}


def test_the_gb2312_faces_name_a_wider_one_for_rare_characters() -> None:
    assert {role: FONTS[role].wider for role in (Role.FANG, Role.KAI)} == {Role.FANG: "仿宋", Role.KAI: "楷体"}


def test_the_red_mark_falls_back_to_the_bold_serif() -> None:
    assert [(font.family, font.weight) for font in FONTS[Role.TITLE].substitutes] == [("Noto Serif CJK SC", 700)]


def test_the_css_chain_is_quoted_and_ends_generic() -> None:
    assert css_family(Role.SONG) == '"宋体", "SimSun", "Noto Serif CJK SC", serif'
    assert css_family(Role.FANG).startswith('"仿宋_GB2312", ')
