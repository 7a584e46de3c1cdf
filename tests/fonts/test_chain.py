"""Takes names of fonts, gives the families that are tried in turn."""

from __future__ import annotations

from docgen.fonts import chain, is_generic, role_of
from docgen.fonts.names import LAST, names_of
from docgen.page import FONTS, Role, font_families


def test_the_name_in_a_word_file_and_the_chain_of_a_style_sheet_lead_to_the_same_families() -> None:
    for role in Role:
        word, page = chain(FONTS[role].official), chain(*font_families(role))
        assert word.families[: len(names_of(role))] == page.families[: len(names_of(role))], role
        assert set(word.families) <= set(page.families)


def test_other_names_of_a_face_come_before_its_substitutes() -> None:
    assert chain("仿宋_GB2312").families == (
        "仿宋_GB2312",
        "FangSong_GB2312",
        "FangSong",
        "仿宋",
        "FandolFang",
        *LAST,
    )


def test_a_title_is_looked_for_in_bold_and_nothing_else_is() -> None:
    assert {role: chain(*font_families(role)).weight for role in Role} == dict.fromkeys(Role, 400) | {Role.TITLE: 700}
    assert chain("宋体", weight=700).weight == 700


def test_an_official_name_belongs_to_its_own_role_though_it_helps_out_in_another() -> None:
    assert {name: role_of(name) for name in ("宋体", "仿宋", "小标宋", "NSimSun", "华文中宋")} == {
        "宋体": Role.SONG,
        "仿宋": Role.FANG,
        "小标宋": Role.TITLE,
        "NSimSun": Role.SONG,
        "华文中宋": None,
    }


def test_a_generic_name_asks_for_no_font_and_gets_one() -> None:
    assert is_generic("sans-serif")
    assert not is_generic("宋体")
    assert chain("sans-serif").families[0] == "Noto Sans CJK SC"
    assert chain("华文中宋", "serif").families == ("华文中宋", *LAST)
