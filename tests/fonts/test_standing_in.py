"""Takes fonts asked for, gives who stands in; and the same fonts embedded in a pdf, character by character."""

from __future__ import annotations

import io
import os
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from docgen.fonts import CONFIGURATION, chain, drawer, in_gb2312, nowhere, own_face, same_face, stand_in
from docgen.formats import Format
from docgen.page import FONTS, Role, css_family, font_families
from docgen.renderers import Template, render

COMMON, RARE = "党的会议记录", "喆赟珺昇祎玥堃犇镕㛃𬭎"
SAMPLE = "党的会议〇—…“”，。①123abc" + RARE + "✓㎡"
SPEAK = """
from docgen.fonts import chain, drawer, own_face, stand_in
from docgen.page import Role, font_families
for role in Role:
    asked = chain(*font_families(role))
    print(role.value, *(getattr(drawer(asked, char), "family", "-") for char in "的喆𬭎"), sep="|")
"""
DRAW = (
    f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
    """
from test_standing_in import drawn, page_of
from docgen.page import Role, css_family
for role in Role:
    fonts = drawn(page_of(css_family(role), "的喆"))
    print(role.value, fonts["的"], fonts["喆"], sep="|")
"""
)


def page_of(families: str, text: str) -> bytes:
    source = f"<html lang=\"zh-CN\"><body><p style='font-family: {families}'>{text}</p></body></html>"
    content = source.encode()
    return render(Template("page.html", Format.PDF, content, sha256(content).hexdigest()), {}).content


def drawn(content: bytes) -> dict[str, str]:
    """The name of the font in which a pdf draws each character, letters only."""
    found: dict[str, str] = {}

    def visit(text: str, _matrix: Any, _text_matrix: Any, font: Any, _size: Any) -> None:
        for char in text.strip():
            found[char] = letters(str(font["/BaseFont"]).partition("+")[2])

    for page in pypdf.PdfReader(io.BytesIO(content)).pages:
        page.extract_text(visitor_text=visit)
    return found


def letters(name: str) -> str:
    return "".join(filter(str.isalnum, name))


@pytest.mark.parametrize("role", list(Role))
def test_the_pdf_draws_each_character_with_the_face_that_is_named(role: Role) -> None:
    asked = chain(*font_families(role))
    if stand_in(asked) is None:
        pytest.skip("no Chinese font here")

    fonts = drawn(page_of(css_family(role), SAMPLE))

    assert set(fonts) == set(SAMPLE)
    for char in SAMPLE:
        face = drawer(asked, char)
        assert face is not None
        assert any(fonts[char].startswith(letters(family)) for family in face.families), (char, fonts[char], face)


def test_rare_characters_are_drawn_by_another_face_than_common_ones() -> None:
    asked = chain(*font_families(Role.FANG))
    main = stand_in(asked)
    if main is None or own_face(FONTS[Role.FANG].wider) is not None:
        pytest.skip("no open fonts alone here")

    assert {drawer(asked, char) for char in COMMON} == {main}
    assert {in_gb2312(char) for char in RARE} == {False}
    assert nowhere(f"{COMMON}{RARE}\U0003fffd\u200b") == ["\U0003fffd"]


def test_a_title_is_drawn_bold_where_its_own_face_is_not_here() -> None:
    face = stand_in(chain(*font_families(Role.TITLE)))
    if face is None or own_face("方正小标宋简体") is not None:
        pytest.skip("no open fonts alone here")

    assert (face.family, face.weight) == ("Noto Serif CJK SC", 700)


def test_names_in_two_languages_are_one_face() -> None:
    assert same_face("宋体", "SimSun")
    assert same_face("仿宋_GB2312", "FangSong_GB2312")
    assert not same_face("仿宋_GB2312", "FangSong")
    assert not same_face("仿宋_GB2312", "FandolFang")


def test_official_faces_come_before_open_ones_in_what_is_said_and_in_the_pdf(
    tmp_path: Path, make_font: Any, run_in: Any
) -> None:
    folder = tmp_path / "fonts"
    make_font("FangSong", "仿宋", "的喆", folder=folder)
    make_font("FandolFang", "FandolFang", "的喆", folder=folder)
    make_font("KaiTi_GB2312", "楷体_GB2312", "的", folder=folder)
    make_font("KaiTi", "楷体", "的喆", folder=folder)
    make_font("SimSun", "宋体", "的喆", folder=folder)
    make_font("FZXiaoBiaoSong-B05S", "方正小标宋简体", "的", folder=folder)
    make_font("SimHei", "黑体", "的", folder=folder)
    make_font("Noto Sans CJK SC", "Noto Sans CJK SC", "的喆", folder=folder)

    said = run_in(folder, "-c", SPEAK)
    made = run_in(folder, "-c", DRAW)

    assert said.stdout.splitlines() == [
        "小标宋|FZXiaoBiaoSong-B05S|SimSun|-",
        "仿宋|FangSong|FangSong|-",
        "楷体|KaiTi_GB2312|KaiTi|-",
        "黑体|SimHei|Noto Sans CJK SC|-",
        "宋体|SimSun|SimSun|-",
    ], said.stderr
    assert made.stdout.splitlines() == [
        "小标宋|FZXiaoBiaoSongB05S|SimSun",
        "仿宋|FangSong|FangSong",
        "楷体|KaiTiGB2312|KaiTi",
        "黑体|SimHei|NotoSansCJKSC",
        "宋体|SimSun|SimSun",
    ], made.stderr


@pytest.mark.office
@pytest.mark.parametrize("role", list(Role))
def test_libreoffice_draws_the_same_over_the_private_configuration(role: Role, tmp_path: Path) -> None:
    asked = chain(FONTS[role].official)
    if stand_in(asked) is None:
        pytest.skip("no Chinese font here")
    document = docx.Document()
    run = document.add_paragraph().add_run(COMMON + RARE)
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn(name), FONTS[role].official)
    document.save(str(tmp_path / "page.docx"))

    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "page.docx"],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(tmp_path), "FONTCONFIG_FILE": str(CONFIGURATION)},
    )

    fonts = drawn((tmp_path / "page.pdf").read_bytes())
    for char in COMMON + RARE:
        face = drawer(asked, char)
        assert face is not None
        # LibreOffice names the file's first member: NotoSerifCJKjp for Noto Serif CJK SC.
        assert fonts[char].startswith(letters(face.family).removesuffix("SC")), (char, fonts[char])
