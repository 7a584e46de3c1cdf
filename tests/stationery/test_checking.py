"""Takes real templates with one fault each, proves that the fault is found, at its place and nothing else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from docgen.documents import KINDS, DocumentKind, kind_named
from docgen.findings import Finding, Level
from docgen.formats import Format
from docgen.inspection.package import with_parts
from docgen.parcel import unpack
from docgen.renderers import Template
from docgen.stationery import Stationery
from docgen.stationery.checking import check_template
from docgen.vocabulary import hint, message

MAIN, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def builtin(kind: str, format: Format = Format.DOCX) -> Template:
    return Stationery().template(kind, format)


def check(kind: str, content: bytes, format: Format = Format.DOCX) -> list[Finding]:
    """What is wrong with a content in the place of a built-in template, every message said once."""
    known = builtin(kind, format)
    template = Template(known.name, format, content, str(hash(content)), known.includes)
    found = check_template(kind_named(kind), template, f"templates/{known.name}")
    assert all(message(each) for each in found)
    assert all(hint(each) for each in found)
    return found


def edited(kind: str, *changes: tuple[str, str], part: str = MAIN) -> bytes:
    """A built-in Word template with texts of one part replaced, each of which stands there once."""
    content = builtin(kind).content
    xml = unpack(content)[part].decode()
    for before, after in changes:
        assert xml.count(before) == 1, f"{before}: {xml.count(before)}"
        xml = xml.replace(before, after)
    return with_parts(content, {part: xml.encode()})


def paragraph(content: bytes, beginning: str, part: str = MAIN, nth: int = 0) -> int:
    """The number of the paragraph whose text begins so."""
    texts = [
        "".join(each.text or "" for each in element.iter(f"{W}t"))
        for element in etree.fromstring(unpack(content)[part]).iter(f"{W}p")
    ]
    return [number for number, text in enumerate(texts, 1) if text.startswith(beginning)][nth]


def grave(found: list[Finding]) -> list[Finding]:
    return [each for each in found if each.level is not Level.INFO]


def only(found: list[Finding], code: str) -> Finding:
    assert [each.code for each in grave(found)] == [code], [message(each) for each in found]
    return grave(found)[0]


@every_kind
def test_nothing_is_wrong_with_a_built_in_template(kind: DocumentKind) -> None:
    # The same file stands for the page and for the pdf; that a pdf is made of it is proved with every kind's papers.
    formats = [format for format in kind.formats if format is not Format.PDF]
    paths = {Stationery().path(kind.name, format): format for format in formats}
    assert paths
    for path, format in paths.items():
        assert check_template(kind, Stationery().loose(path, format), path.name) == []


# ---- signs


def test_a_full_width_brace_is_found_and_its_partner_not_missed() -> None:
    content = edited("minutes", ("{%p for 项 in 议题 %}", "｛%p for 项 in 议题 %}"))
    found = only(check("minutes", content), "template-tag-full-width")

    assert found.place.paragraph == paragraph(content, "｛%p for 项")
    assert (found.place.part, found.values["wanted"]) == (MAIN, "{%")


def test_every_broken_sign_is_found_in_one_run() -> None:
    content = edited(
        "minutes",
        ("{{ 地点 }}", "{{ 地点 }"),
        ("<w:t>{{ 请假 }}", "<w:t>{ 请假 }}"),
        ("{%p if 抄送 or 印发 %}", "{%p if 抄送 or 印发 }"),
    )
    found = grave(check("minutes", content))

    assert [(each.code, each.place.paragraph) for each in found] == [
        ("template-tag-unclosed", paragraph(content, "{{ 开始")),
        ("template-tag-stray", paragraph(content, "请假：")),
        ("template-tag-unclosed", paragraph(content, "{%p if 抄送 or 印发 }")),
    ]


def test_a_tag_that_was_cut_into_runs_is_read_as_one() -> None:
    cut = '{{ 主</w:t></w:r><w:r><w:rPr><w:color w:val="000000"/></w:rPr><w:t>持人 }}主持会议'
    assert check("minutes", edited("minutes", ("{{ 主持人 }}主持会议", cut))) == []

    content = edited("minutes", ("{{ 主持人 }}主持会议", cut.replace("持人", "持入")))
    assert only(check("minutes", content), "placeholder-unknown").values["name"] == "主持入"


# ---- pairs and levels


def test_an_end_that_was_deleted_is_missed_at_its_beginning() -> None:
    loop = "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p><w:p><w:r><w:t>{%p for 段 in 项.段落 %}</w:t></w:r></w:p>"
    content = edited("minutes", (loop, loop.replace("{%p endif %}", "")))
    found = only(check("minutes", content), "template-end-missing")

    assert found.place.paragraph == paragraph(content, "{%p if 项.标题")
    assert found.values["wanted"] == "{%p endif %}"


def test_of_two_loops_with_one_end_the_outer_one_is_told() -> None:
    ends = "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"
    content = edited("minutes", (ends * 2, ends))
    found = only(check("minutes", content), "template-end-missing")

    assert found.place.paragraph == paragraph(content, "{%p for 项")
    assert found.values["wanted"] == "{%p endfor %}"


def test_a_row_that_was_copied_is_found_in_its_table_and_row() -> None:
    row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="5"/></w:tcPr><w:p><w:r><w:t>{%tr for 人 in 名单 %}</w:t></w:r></w:p></w:tc></w:tr>'
    content = edited("sign-in-sheet", (row, row * 2))
    found = only(check("sign-in-sheet", content), "template-end-missing")

    assert (found.place.table, found.place.row, found.place.cell) == (2, 2, 1)
    assert found.values["wanted"] == "{%tr endfor %}"


def test_an_end_without_a_beginning_is_found() -> None:
    content = edited("minutes", ("<w:t>{%p if 列席 %}", "<w:t>"))
    found = only(check("minutes", content), "template-end-stray")

    assert found.values["value"] == "{%p endif %}"
    assert found.place.paragraph == paragraph(content, "列席：") + 1


@pytest.mark.parametrize(
    ("kind", "changes", "at"),
    [
        ("minutes", [("{%p if 出席 %}", "{% if 出席 %}")], ("{%p endif %}", 8)),
        ("sign-in-sheet", [("{%tr for 人 in 名单 %}", "{%p for 人 in 名单 %}")], ("{%tr endfor %}", 0)),
    ],
)
def test_a_beginning_and_an_end_of_two_sorts_are_found_at_the_end(
    kind: str, changes: list[tuple[str, str]], at: tuple[str, int]
) -> None:
    found = grave(check(kind, edited(kind, *changes)))

    assert [each.code for each in found if each.level is Level.ERROR] == ["template-levels-differ"]
    assert found[0].values["value"] == at[0]
    assert "不在同一层" in message(found[0])


def test_a_loop_that_begins_in_one_table_and_ends_in_another_is_found() -> None:
    row = "<w:tr><w:tc><w:p><w:r><w:t>{{%tr {0} %}}</w:t></w:r></w:p></w:tc></w:tr>"
    table = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{0}</w:tbl><w:p/>"
    two = table.format(row.format("for 行 in 议题")) + table.format(row.format("endfor"))
    content = edited("minutes", ("<w:p><w:r><w:t>{%p if 列席 %}", f"{two}<w:p><w:r><w:t>{{%p if 列席 %}}"))
    found = only(check("minutes", content), "template-levels-differ")

    assert (found.place.table, found.place.row) == (2, 1)
    assert found.values["there"] == "表1第1行第1格"


def test_a_condition_over_two_paragraphs_is_told_as_joining_them() -> None:
    content = edited(
        "minutes",
        ("<w:t>出席：", "<w:t>{% if 出席 %}出席："),
        ("<w:t>{{ 请假 }}", "<w:t>{% endif %}{{ 请假 }}"),
        ("<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p><w:p><w:r><w:t>{%p if 请假 %}</w:t></w:r></w:p>", ""),
    )
    found = only(check("minutes", content), "template-paragraphs-joined")

    assert (found.level, found.place.paragraph) == (Level.WARN, paragraph(content, "请假："))


def test_what_stands_beside_a_tag_that_takes_its_place_is_told_as_lost() -> None:
    content = edited("minutes", ("{%p if 列席 %}", "（{%p if 列席 %}有列席的）"))
    found = only(check("minutes", content), "template-not-alone")

    assert found.place.paragraph == paragraph(content, "（{%p if 列席")
    assert found.values["beside"] == "（有列席的）"


def test_a_tag_for_rows_outside_of_a_table_is_found() -> None:
    content = edited("minutes", ("{%p for 段 in 项.段落 %}", "{%tr for 段 in 项.段落 %}"))
    found = only(check("minutes", content), "template-level-outside")

    assert found.place.paragraph == paragraph(content, "{%tr for")


# ---- names


def test_a_misspelt_field_is_found_with_the_nearest() -> None:
    content = edited("minutes", ("{{ 主持人 }}主持会议", "{{ 主持入 }}主持会议"))
    found = only(check("minutes", content), "placeholder-unknown")

    assert found.place.paragraph == paragraph(content, "{{ 开始")
    assert (found.values["name"], str(found.values["near"]).split("、")[0]) == ("主持入", "主持人")


def test_a_field_that_was_misspelt_is_not_told_as_left_out_too() -> None:
    found = check("minutes", edited("minutes", ("<w:t>{{ 列席 }}", "<w:t>{{ 列席人 }}")))

    assert [each.code for each in found] == ["placeholder-unknown"]


def test_a_misspelt_field_of_a_list_is_found_in_its_cell() -> None:
    content = edited("sign-in-sheet", ("{{ 人.党小组 }}", "{{ 人.小组 }}"))
    found = only(check("sign-in-sheet", content), "placeholder-unknown")

    assert (found.place.table, found.place.row, found.place.cell) == (2, 3, 3)
    assert (found.values["name"], found.values["near"]) == ("小组", "党小组")


@pytest.mark.parametrize("instead", ["{{ 姓名 }}", "{{ 名单.姓名 }}"])
def test_a_field_of_a_list_that_is_written_without_its_loop_is_found_with_the_list(instead: str) -> None:
    content = edited("sign-in-sheet", ("{{ 人.姓名 }}", instead))
    found = only(check("sign-in-sheet", content), "placeholder-in-list")

    assert (found.values["name"], found.values["list"]) == ("姓名", "名单")
    assert "{%p for 项 in 名单 %}" in hint(found)


@pytest.mark.parametrize(
    ("before", "after", "code", "name", "beginning"),
    [
        ("in 议题 %}", "in 议提 %}", "placeholder-unknown", "议提", "{%p for 项"),
        ("in 议题 %}", "in 主持人 %}", "placeholder-not-a-list", "主持人", "{%p for 项"),
        ("{%p if 列席 %}", "{%p if 列席人 %}", "placeholder-unknown", "列席人", "{%p if 列席人"),
        ("<w:t>{{ 列席 }}", "<w:t>{{ 议题 }}", "placeholder-whole", "议题", "列席："),
        ("<w:t>{{ 列席 }}", "<w:t>{{ 列席.姓名 }}", "placeholder-unknown", "姓名", "列席："),
        ("<w:t>{{ 列席 }}", "<w:t>{{ 列席 | 大写 }}", "template-filter-unknown", "大写", "列席："),
        ("<w:t>{{ 列席 }}", "<w:t>{{ 列席 | 图片 }}", "picture-filter-on-text", "列席", "列席："),
        ("{%p for 项 in", "{%p fro 项 in", "template-statement-unknown", "fro", "{%p fro"),
        ("<w:t>{{ 列席 }}", "<w:t>{{ 列席 + }}", "template-syntax", "", "列席："),
    ],
)
def test_each_wrong_word_in_a_tag_has_its_own_finding(
    before: str, after: str, code: str, name: str, beginning: str
) -> None:
    content = edited("minutes", (before, after))
    found = [each for each in grave(check("minutes", content)) if each.code == code]

    assert len(found) == 1
    assert found[0].values.get("name", "") == name
    assert found[0].place.paragraph == paragraph(content, beginning)


def test_statements_that_are_whole_but_in_a_wrong_order_are_found() -> None:
    ends = "".join(f"<w:p><w:r><w:t>{{%p {each} %}}</w:t></w:r></w:p>" for each in ("else", "elif 请假"))
    content = edited(
        "minutes", ("<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p><w:p><w:r><w:t>{%p if 抄送", ends + ENDIF)
    )

    assert only(check("minutes", content), "template-syntax").place.paragraph == paragraph(content, "{%p elif 请假")


ENDIF = "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p><w:p><w:r><w:t>{%p if 抄送"


def test_a_picture_without_its_filter_and_one_with_a_wrong_width_are_found() -> None:
    right, curly = '{{ 图.图 | 图片(宽="110mm") }}', "{{ 图.图 | 图片(宽=“95mm”) }}"
    assert check("form", edited("form", (right, curly))) == []

    bare = edited("form", (right, "{{ 图.图 }}"))
    assert only(check("form", bare), "picture-unfiltered").values["name"] == "照片.图"

    wide = edited("form", (right, '{{ 图.图 | 图片(宽="宽") }}'))
    assert only(check("form", wide), "picture-width").place.paragraph == paragraph(wide, "{{ 图.图")


def test_a_field_that_is_never_shown_is_told_without_being_wrong() -> None:
    found = check("minutes", edited("minutes", ("<w:t>{{ 列席 }}", "<w:t>略")))

    assert [(each.code, each.level, each.values["name"]) for each in found] == [
        ("template-field-unused", Level.INFO, "列席")
    ]


def test_a_list_that_is_never_shown_is_told_once() -> None:
    row = "{{{{ 人.{0} }}}}"
    labels = ("序号", "姓名", "党小组", "备注")
    content = edited("sign-in-sheet", *((row.format(label), "") for label in labels))

    assert [each.values["name"] for each in check("sign-in-sheet", content)] == ["名单"]


# ---- looks


def test_a_style_that_the_file_has_not_is_found_where_it_is_first_used() -> None:
    content = edited("minutes", ('<w:pStyle w:val="heading1"/>', '<w:pStyle w:val="标题甲"/>'))
    found = only(check("minutes", content), "template-style-missing")

    assert (found.level, found.values["found"], found.values["count"]) == (Level.WARN, "标题甲", 1)
    assert found.place.paragraph == paragraph(content, "{{ 项.标题")


def test_a_signature_in_another_style_is_found() -> None:
    signature, body = '<w:pStyle w:val="signature"/>', '<w:pStyle w:val="body"/>'
    rests = ("<w:spacing", "</w:pPr>")  # with and without room for a seal
    content = edited("meeting-notice", *((signature + rest, body + rest) for rest in rests))
    found = only(check("meeting-notice", content), "template-signature-unstyled")

    assert found.place.paragraph == paragraph(content, "{{ 署名 }}")
    assert found.values["expected"] != found.values["found"]


def test_a_file_without_the_style_of_the_date_is_found() -> None:
    styles = unpack(builtin("meeting-notice").content)[STYLES].decode()
    name = styles.split('w:styleId="date"')[1].split('w:name w:val="')[1].split('"')[0]
    content = edited("meeting-notice", (f'<w:name w:val="{name}"/>', '<w:name w:val="日期甲"/>'), part=STYLES)
    found = only(check("meeting-notice", content), "template-signature-unstyled")

    assert (found.values["expected"], found.place.paragraph) == (name, paragraph(content, "{{ 成文日期 }}"))


@pytest.mark.parametrize(
    ("fonts", "code"),
    [('w:eastAsia="微软雅黑"', "template-font-foreign"), ('w:eastAsiaTheme="minorEastAsia"', "template-font-theme")],
)
def test_a_font_that_is_not_official_is_found_where_it_is_first_used(fonts: str, code: str) -> None:
    run = f"<w:r><w:rPr><w:rFonts {fonts}/></w:rPr><w:t>{{{{ 列席 }}}}"
    content = edited("minutes", ("<w:r><w:t>{{ 列席 }}", run))
    found = only(check("minutes", content), code)

    assert found.place.paragraph == paragraph(content, "列席：")
    assert "仿宋_GB2312" in str(found.values["expected"])


def test_a_page_that_is_not_the_profiles_is_found_with_both_in_words() -> None:
    found = only(check("minutes", edited("minutes", ('w:top="2098"', 'w:top="1440"'))), "template-page")

    assert "上 25.4" in str(found.values["found"])
    assert "上 37" in str(found.values["expected"])
    assert found.basis is not None


def test_a_fault_in_a_header_is_found_in_the_header() -> None:
    content = edited("minutes", ("{{ 草稿 }}", "{{ 草搞 }}"), part=HEADER)
    found = only(check("minutes", content), "placeholder-unknown")

    assert (found.place.part, found.place.paragraph) == (HEADER, 1)


# ---- other formats and what the engine alone sees


def test_a_fault_in_a_page_has_its_line_and_column() -> None:
    text = builtin("minutes", Format.HTML).content.decode()
    assert text.count("{{ 主持人 }}") == 1
    wrong = text.replace("{{ 主持人 }}", "{{ 主持入 }}")
    found = only(check("minutes", wrong.encode(), Format.HTML), "placeholder-unknown")

    line = wrong.split("\n")[found.place.line - 1]
    assert line[found.place.column - 1 :].startswith("{{ 主持入 }}")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("{{ 主持人 }}", "{{ 主持人 }", "template-tag-unclosed"),
        ("_shared/macros.html", "_shared/macro.html", "template-include-missing"),
        ("{% for 项 in 议题 %}", "", "template-end-stray"),
    ],
)
def test_each_fault_of_a_page_is_found(before: str, after: str, code: str) -> None:
    text = builtin("minutes", Format.HTML).content.decode()
    assert text.count(before) == 1

    assert code in {each.code for each in check("minutes", text.replace(before, after).encode(), Format.HTML)}


def test_braces_of_a_style_sheet_are_no_tags() -> None:
    text = builtin("minutes", Format.HTML).content.decode()
    styled = text.replace("{% block body %}", "{% block body %}\n<style>@media print{p{color:red}}</style>")

    assert check("minutes", styled.encode(), Format.HTML) == []


def test_a_fault_in_a_workbook_has_its_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(builtin("sign-in-sheet", Format.XLSX).content)
    book = load_workbook(path)
    cell = next(cell for row in book.worksheets[0].iter_rows() for cell in row if str(cell.value) == "{{ 人.姓名 }}")
    cell.value = "{{ 人.姓明 }}"
    book.save(path)
    found = only(check("sign-in-sheet", path.read_bytes(), Format.XLSX), "placeholder-unknown")

    assert (found.place.line, found.place.column) == (cell.row, cell.column)


def test_what_only_the_engine_sees_is_found_by_a_trial() -> None:
    content = edited("minutes", ("<w:t>{{ 列席 }}", "<w:t>{{ 列席 / 0 }}"))
    found = only(check("minutes", content), "template-failed")

    assert found.place.paragraph == paragraph(content, "列席：")


@pytest.mark.parametrize(
    ("content", "format"), [(b"no zip", Format.DOCX), (b"no zip", Format.XLSX), (b"\xff\xfe", Format.HTML)]
)
def test_what_cannot_be_read_is_one_finding(content: bytes, format: Format) -> None:
    kind = "sign-in-sheet"
    (found,) = check(kind, content, format)

    assert found.code in {"template-archive", "template-encoding"}


@pytest.mark.office
def test_a_template_that_an_office_program_saved_is_read_like_before(root: Path, tmp_path: Path) -> None:
    (tmp_path / "minutes.docx").write_bytes(edited("minutes", ("{{ 主持人 }}主持会议", "{{ 主持入 }}主持会议")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(tmp_path / "saved"),
    ]
    environment = {**os.environ, "FONTCONFIG_FILE": str(root / "src/docgen/renderers/fonts.conf")}
    subprocess.run(
        [*command, str(tmp_path / "minutes.docx")], check=True, env=environment, capture_output=True, timeout=120
    )

    saved = (tmp_path / "saved/minutes.docx").read_bytes()

    assert only(check("minutes", saved), "placeholder-unknown").values["name"] == "主持入"
