"""Takes small Word templates, gives what the engine makes of them, compared by parts."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from docxtpl import DocxTemplate
from lxml import etree

from docgen.errors import TemplateError
from docgen.findings import Level
from docgen.fonts import can_tell
from docgen.formats import Format
from docgen.ooxml.names import CONTENT_TYPES_PART, W
from docgen.page.signature import signature
from docgen.page.styles import style_named
from docgen.renderers import Assets, render
from docgen.renderers.archive import member, pack

MAIN = "word/document.xml"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def lines(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in opened(content).paragraphs]


def rows(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened(content).tables[0].rows]


def table(document: Document, *texts: list[str]) -> Any:
    made = document.add_table(len(texts), len(texts[0]))
    for row, cells in zip(made.rows, texts, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return made


def canonical(content: bytes) -> bytes:
    return etree.tostring(
        etree.fromstring(parts(content)[MAIN], etree.XMLParser(remove_blank_text=True)), method="c14n"
    )


def test_the_language_means_what_docxtpl_means_by_it(word_template: Any) -> None:
    def build(document: Document) -> None:
        table(document, ["{% colspan 2 %}{{ 头 }}", "{% cellbg 色 %}底"], ["{%tr for 行 in 行们 %}", ""],
              ["{% vm %}同", "{{ 行.名 }}\t{{ 行.文 }}"], ["{%tr endfor %}", ""])  # fmt: skip
        table(document, ["{%tc for 行 in 行们 %}", "{{ 行.名 }}", "{%tc endfor %}"])
        table(document, ["{%tc for 行 in 行们 %}", "{% hm %}{{ 行.名 }}", "{%tc endfor %}", "末"])
        document.add_paragraph("起")
        document.add_paragraph("{%- if 头 %}接{% endif -%}")
        document.add_paragraph("完 {%r if 头 %}有{%r endif %} 了")
        document.add_paragraph("{%p for 行 in 行们 %}")
        document.add_paragraph("{#p 注 #}")
        document.add_paragraph("{{ 行.文 }}", "List Bullet")
        document.add_paragraph("{%p endfor %}")

    template = word_template("{{ 头 }} 与 {% if 头 %}有{% endif %}", build=build)
    context: dict[str, Any] = {
        "头": "甲 & 乙", "色": "FFCC00", "行们": [{"名": "一", "文": "文\n字"}, {"名": "二", "文": ""}, {"名": "三", "文": "<"}]
    }  # fmt: skip
    peer = DocxTemplate(io.BytesIO(template.content))
    peer.render(context, autoescape=True)
    buffer = io.BytesIO()
    peer.save(buffer)

    assert canonical(render(template, context).content) == canonical(buffer.getvalue())


def test_text_survives_literally(word_template: Any) -> None:
    text = "甲 & 乙 <丙> \"丁\" '戊' “己” {{ 庚 }} 喆 堃 䶮 𬭎"

    rendering = render(word_template("起{{ 内容 }}止"), {"内容": text})

    assert lines(rendering.content) == [f"起{text}止"]
    assert rendering.findings == ()


def test_a_tag_that_word_cut_into_runs_is_one_tag(word_template: Any) -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("主持：")
        for piece in ("{", "{ 主", "持人 }", "}", "。"):
            paragraph.add_run(piece)

    assert lines(render(word_template(build=build), {"主持人": "张三"}).content) == ["主持：张三。"]


def test_paragraphs_and_rows_are_repeated(word_template: Any) -> None:
    def build(document: Document) -> None:
        table(document, ["姓名", "任务"], ["{%tr for 行 in 行们 %}", ""], ["{{ 行.姓名 }}", "{{ 行.任务 }}"],
              ["{%tr endfor %}", ""])  # fmt: skip

    template = word_template(
        "{%p for 段 in 段们 %}",
        "{{ loop.index }}.{{ 段 }}",
        "{%p endfor %}",
        "{%p if 无 %}",
        "不见",
        "{%p endif %}",
        build=build,
    )

    content = render(template, {
        "段们": ["甲", "乙"], "无": False, "行们": [{"姓名": "张三", "任务": "扫地"}, {"姓名": "李四", "任务": "倒水"}],
    }).content  # fmt: skip

    assert lines(content) == ["1.甲", "2.乙"]
    assert rows(content) == [["姓名", "任务"], ["张三", "扫地"], ["李四", "倒水"]]


def test_cells_are_repeated_and_the_grid_follows(word_template: Any) -> None:
    def build(document: Document) -> None:
        table(document, ["{%tc for 月 in 月们 %}", "{{ 月 }}", "{%tc endfor %}"])

    content = render(word_template(build=build), {"月们": ["一", "二", "三", "四", "五"]}).content

    assert rows(content) == [["一", "二", "三", "四", "五"]]
    widths = [int(each.get(qn("w:w"))) for each in opened(content).element.iter(qn("w:gridCol"))]
    assert len(widths) == 5
    assert len(set(widths)) == 1


def test_cells_span_merge_and_are_coloured(word_template: Any) -> None:
    def build(document: Document) -> None:
        table(
            document,
            ["{% colspan 2 %}{{ 头 }}", "{% cellbg 色 %}底"],
            ["{%tr for 行 in 行们 %}", ""],
            ["{% vm %}同", "{{ 行 }}"],
            ["{%tr endfor %}", ""],
        )

    content = render(word_template(build=build), {"头": "标题", "色": "FFCC00", "行们": ["甲", "乙"]}).content

    xml = parts(content)[MAIN].decode()
    assert '<w:gridSpan w:val="2"/>' in xml
    assert 'w:fill="FFCC00"' in xml
    assert xml.count('<w:vMerge w:val="restart"/>') == xml.count('<w:vMerge w:val="continue"/>') == 1


def test_text_in_the_place_of_a_run_becomes_a_run(word_template: Any) -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph()
        paragraph.add_run("前{{r 文 }}后").bold = True

    paragraph = opened(render(word_template(build=build), {"文": "甲 & 乙"}).content).paragraphs[0]

    assert "".join(run.text for run in paragraph.runs) == paragraph.text == "前甲 & 乙后"
    assert [run.bold for run in paragraph.runs if run.text == "甲 & 乙"] == [True]


def test_text_in_the_place_of_a_run_becomes_a_run_behind_a_condition_too(word_template: Any) -> None:
    template = word_template("前{%r if 文 %}{{r 文 }}{%r endif %}后")

    paragraph = opened(render(template, {"文": "甲"}).content).paragraphs[0]
    assert "".join(run.text for run in paragraph.runs) == "前甲后"


def test_text_in_the_place_of_a_paragraph_is_refused_not_lost(word_template: Any) -> None:
    with pytest.raises(TemplateError) as caught:
        render(word_template("{{p 文 }}"), {"文": "甲"})

    assert (caught.value.code, caught.value.values["message"]) == ("template-output-broken", "甲")


def test_line_ends_and_tabs_of_values_are_words_own(word_template: Any) -> None:
    content = render(word_template("前{{ 文 }}后"), {"文": "一\n二\t三\n四"}).content

    assert lines(content) == ["前一\n二\t三\n四后"]
    root = etree.fromstring(parts(content)[MAIN])
    assert len(list(root.iter(qn("w:br")))) == 2
    assert len(list(root.iter(qn("w:tab")))) == 1
    assert not [text.text for text in root.iter(qn("w:t")) if "\n" in (text.text or "") or "\t" in (text.text or "")]


def test_control_characters_are_removed_and_reported(word_template: Any) -> None:
    rendering = render(word_template("{{ 文 }}"), {"文": "甲\x07乙\x0c\ud800丙"})

    assert lines(rendering.content) == ["甲乙丙"]
    assert [(each.code, each.values["value"]) for each in rendering.findings] == [
        ("control-characters", "U+0007 U+000C U+D800")
    ]


def test_headers_footers_and_properties_are_rendered(word_template: Any) -> None:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "页眉 {{ 标题 }}"
        document.sections[0].footer.paragraphs[0].text = "页脚 {{ 标题 }}"
        document.core_properties.title = "{{ 标题 }}"

    document = opened(render(word_template("正文", build=build), {"标题": "甲 & 乙"}).content)

    assert document.sections[0].header.paragraphs[0].text == "页眉 甲 & 乙"
    assert document.sections[0].footer.paragraphs[0].text == "页脚 甲 & 乙"
    assert document.core_properties.title == "甲 & 乙"


def test_footnotes_are_rendered(word_template: Any, page_template: Any) -> None:
    plain = parts(word_template("正文").content)
    override = (
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.footnotes+xml"/></Types>'
    )
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1"><w:p><w:r><w:t>{{{{ 注 }}}}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    plain[CONTENT_TYPES_PART] = plain[CONTENT_TYPES_PART].replace(b"</Types>", override)
    plain["word/footnotes.xml"] = notes.encode()
    template = page_template(pack(member(name, content) for name, content in plain.items()), Format.DOCX)

    rendered = parts(render(template, {"注": "甲 & 乙\n丙"}).content)["word/footnotes.xml"]

    assert [text.text for text in etree.fromstring(rendered).iter(qn("w:t"))] == ["甲 & 乙", "丙"]


def test_an_unknown_name_is_refused_with_its_paragraph(word_template: Any) -> None:
    with pytest.raises(TemplateError) as caught:
        render(word_template("第一段", "主持人：{{ 主持入 }}。", "第三段"), {"主持人": "张三"})

    values = caught.value.values
    assert caught.value.code == "placeholder-unknown"
    assert (values["template"], values["part"], values["near"]) == ("paper.docx", MAIN, "主持人")
    assert values["where"] == "主持人：{{ 主持入 }}。"


def test_a_wrong_tag_is_refused_with_its_paragraph(word_template: Any) -> None:
    with pytest.raises(TemplateError) as caught:
        render(word_template("第一段", "{%p if %}", "第三段"), {})

    assert (caught.value.code, caught.value.values["where"]) == ("template-syntax", "{% if %}")


def test_tags_that_cut_through_word_s_own_structure_are_refused(word_template: Any) -> None:
    with pytest.raises(TemplateError) as caught:
        render(word_template("甲{% if 否 %}", "{%p endif %}"), {"否": False})

    assert (caught.value.code, caught.value.values["part"]) == ("template-output-broken", MAIN)


def test_what_is_no_word_file_is_refused(page_template: Any) -> None:
    with pytest.raises(TemplateError) as caught:
        render(page_template(b"not a zip", "docx"), {})

    assert caught.value.code == "template-archive"


def test_a_picture_lands_once_in_its_size(word_template: Any, picture: Any) -> None:
    token, assets = picture
    template = word_template('{{ 图 | 图片(宽="70mm") }}', '{{ 图 | 图片("4cm") }}')

    content = render(template, {"图": token}, assets).content

    document = opened(content)
    shapes = [(shape.width.mm, shape.height.mm) for shape in document.inline_shapes]
    assert shapes == [pytest.approx((70, 52.5)), pytest.approx((40, 30))]
    media = {name: data for name, data in parts(content).items() if name.startswith("word/media/")}
    assert list(media.values()) == [assets.pictures[token.removeprefix("picture:")].content]
    ids = [each.get("id") for each in document.element.iter(qn("wp:docPr"))]
    assert len(set(ids)) == 2


def test_a_tall_picture_keeps_to_the_page(word_template: Any, picture: Any) -> None:
    token, assets = picture
    tall = {sha: type(each)(each.content, each.media_type, 100, 900) for sha, each in assets.pictures.items()}

    content = render(word_template('{{ 图 | 图片(宽="120mm") }}'), {"图": token}, Assets(tall)).content

    shape = opened(content).inline_shapes[0]
    assert (shape.width.mm, shape.height.mm) == pytest.approx((200 / 9, 200), abs=0.01)


def test_a_picture_is_fitted_into_a_box(word_template: Any, picture: Any) -> None:
    token, assets = picture
    sides = {sha: type(each)(each.content, each.media_type, 300, 400) for sha, each in assets.pictures.items()}
    template = word_template('{{ 图 | 图片(宽="60mm", 高="40mm") }}', '{{ 图 | 图片(宽="15mm", 高="4cm") }}')

    shapes = opened(render(template, {"图": token}, Assets(sides)).content).inline_shapes

    assert [(each.width.mm, each.height.mm) for each in shapes] == [
        (pytest.approx(30, abs=0.01), pytest.approx(40, abs=0.01)),
        (pytest.approx(15, abs=0.01), pytest.approx(20, abs=0.01)),
    ]


def test_a_picture_in_a_header_belongs_to_the_header(word_template: Any, picture: Any) -> None:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = '{{ 图 | 图片(宽="20mm") }}'

    token, assets = picture
    content = render(word_template("正文", build=build), {"图": token}, assets).content

    header = opened(content).sections[0].header.part
    (relation,) = (each.get(qn("r:embed"), "") for each in etree.fromstring(header.blob).iter(qn("a:blip")))
    assert header.related_parts[relation].blob == next(iter(assets.pictures.values())).content


def test_typed_text_that_looks_like_a_token_stays_text(word_template: Any, picture: Any) -> None:
    token, assets = picture
    other = "picture:" + "0" * 64

    content = render(word_template("{{ 字 }}", "{{ 别 | 图片 }}"), {"字": token, "别": other}, assets).content

    assert lines(content) == [token, other]
    assert not [name for name in parts(content) if "media" in name]


def official(document: Document, name: str) -> Any:
    style = document.styles.add_style(name, 1)
    style.font.size = Pt(16)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋_GB2312")
    return style


@pytest.mark.parametrize(
    ("name", "date"), [("机关第一党支部", "2020年3月5日"), ("党办", "2020年12月15日"), ("甲 & 乙支部", "2020年3月5日")]
)
def test_a_signature_and_its_date_are_indented_by_their_widths(name: str, date: str, word_template: Any) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("{{ 署名 }}", official(document, style_named("signature").word))
        document.add_paragraph("{{ 日期 }}", official(document, style_named("date").word))

    content = render(word_template("正文", build=build), {"署名": name, "日期": date}).content

    _, first, second = opened(content).paragraphs
    indents = [each._p.xpath("string(w:pPr/w:ind/@w:rightChars)") for each in (first, second)]
    wanted = signature(name, date)
    assert indents == [str(round(wanted.name_right_chars * 100)), str(round(wanted.date_right_chars * 100))]


def test_columns_fitted_to_text_keep_short_texts_whole(word_template: Any) -> None:
    def build(document: Document) -> None:
        table = document.add_table(1, 2)
        table._tbl.tblPr.append(table._tbl.tblPr.makeelement(qn("w:tblLayout"), {qn("w:type"): "autofit"}))
        table.cell(0, 0).text, table.cell(0, 1).text = "{{ 短 }}", "{{ 长 }}"

    content = render(word_template(build=build), {"短": "某某某", "长": "某" * 50}).content
    short, long = (int(each.get(qn("w:w"))) for each in opened(content).element.iter(qn("w:gridCol")))
    assert 6 * 105 < short < 10 * 105 < long


def test_what_stands_above_a_signature_is_held_to_it(word_template: Any) -> None:
    def build(document: Document) -> None:
        for text in ("一", "二", ""):
            document.add_paragraph(text)
        document.add_paragraph("{{ 署名 }}", official(document, style_named("signature").word))

    paragraphs = opened(render(word_template(build=build), {"署名": "支部"}).content).paragraphs
    assert [bool(each.paragraph_format.keep_with_next) for each in paragraphs] == [False, True, True, False]


def test_the_last_row_above_a_hand_is_held_to_it(word_template: Any) -> None:
    def build(document: Document) -> None:
        style = official(document, style_named("hand").word)
        table = document.add_table(2, 1)
        table.cell(0, 0).text, table.cell(1, 0).text = "上", "下"
        document.add_paragraph("{{ 散会 }}").paragraph_format.keep_with_next = True
        document.add_table(1, 1).cell(0, 0).paragraphs[0].style = style

    document = opened(render(word_template(build=build), {"散会": "散会"}).content)
    cells = [row.cells[0].paragraphs[0] for row in document.tables[0].rows]
    assert [bool(each.paragraph_format.keep_with_next) for each in cells] == [False, True]


def test_the_head_and_the_last_row_of_a_table_stand_alone_on_no_page(word_template: Any) -> None:
    def build(document: Document) -> None:
        table = document.add_table(5, 1)
        table.rows[0]._tr.get_or_add_trPr().append(table._tbl.makeelement(qn("w:tblHeader")))
        texts = ("事项", "{%tr for 行 in 行们 %}", "{{ 行 }}", "{%tr endfor %}", "合计")
        for row, text in zip(table.rows, texts, strict=True):
            row.cells[0].text = text

    (table,) = opened(render(word_template(build=build), {"行们": ["甲", "乙", "丙"]}).content).tables
    kept = {row.cells[0].text: bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows}
    assert kept == {"事项": True, "甲": False, "乙": False, "丙": True, "合计": False}


def test_a_rare_character_takes_the_wider_face(word_template: Any) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("{{ 名 }}到会", official(document, "正文样式"))
        document.add_paragraph("{{ 名 }}到会")

    content = render(word_template(build=build), {"名": "张喆与龙䶮"}).content

    official_runs, plain_runs = (paragraph.runs for paragraph in opened(content).paragraphs)
    fonts = {run.text: run._r.xpath("string(w:rPr/w:rFonts/@w:eastAsia)") for run in official_runs}
    assert fonts == {"张": "", "喆": "仿宋", "与龙": "", "䶮": "仿宋", "到会": ""}
    assert [run.text for run in plain_runs] == ["张喆与龙䶮到会"]


def test_members_without_tags_are_copied_and_nothing_tells_the_time(word_template: Any) -> None:
    template = word_template("{{ 甲 }}")
    content = render(template, {"甲": "乙"}).content

    before, after = parts(template.content), parts(content)
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == [MAIN]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_braces_can_be_printed_and_entities_compared(word_template: Any) -> None:
    template = word_template("{_{ 甲 }_}", '{% if 甲 == "A&B" %}同{% else %}异{% endif %}')

    assert lines(render(template, {"甲": "A&B"}).content) == ["{{ 甲 }}", "同"]


def test_parts_hold_characters_and_no_references(word_template: Any) -> None:
    xml = parts(render(word_template("{{ 文 }}"), {"文": "甲\n乙"}).content)[MAIN]

    assert xml.startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document')
    assert "甲".encode() in xml


def test_a_character_that_no_font_of_this_machine_has_is_told(word_template: Any) -> None:
    if not can_tell():
        pytest.skip("no Chinese font here")

    rendering = render(word_template("{{ 文 }}"), {"文": "甲喆\U0003fffd甲\U0003fffd"})

    assert [(each.code, each.level, each.values["value"]) for each in rendering.findings] == [
        ("glyph-missing-word", Level.WARN, "\U0003fffd")
    ]


def test_a_machine_without_chinese_fonts_says_nothing_of_characters(
    word_template: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    configuration = tmp_path / "none.conf"
    configuration.write_text("<fontconfig/>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(configuration))

    assert render(word_template("{{ 文 }}"), {"文": "甲喆\U0003fffd"}).findings == ()
