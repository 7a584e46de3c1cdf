"""Takes Word files of raw XML, proves what is read of them: effective properties, numbers, fields, what is not there."""

from __future__ import annotations

import pytest
from tests.inspection.papers import R, Raw, Sheet, W, boxed, made

from docgen.inspection.opening import open_word
from docgen.inspection.package import with_parts
from docgen.inspection.word import Document, Indents, Paragraph, read
from docgen.parcel import unpack

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="21"/>
</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="base"><w:name w:val="正文缩进"/><w:basedOn w:val="a"/>
<w:pPr><w:ind w:firstLineChars="200" w:firstLine="420"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="本单位正文"/><w:basedOn w:val="base"/>
<w:pPr><w:spacing w:after="0" w:beforeLines="50"/></w:pPr><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="x"><w:name w:val="环"/><w:basedOn w:val="y"/></w:style>
<w:style w:type="paragraph" w:styleId="y"><w:name w:val="环2"/><w:basedOn w:val="x"/></w:style>
<w:style w:type="paragraph" w:styleId="list1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="100"/>
<w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/><w:color w:val="ff0000"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="grid"><w:name w:val="Table Grid"/>
<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr>
<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/></w:tblBorders></w:tblPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/>
<w:pPr><w:ind w:left="640"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:minorFont>'
    '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme>'
    "</a:themeElements></a:theme>"
)


def document(*blocks: str, **sheet: object) -> Document:
    return read(open_word(made([Raw(block) for block in blocks], Sheet(styles=STYLES, **sheet))))  # type: ignore[arg-type]


def paragraph(content: str, properties: str = "", **sheet: object) -> Paragraph:
    return document(f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>", **sheet).paragraphs[0]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_a_style_has_what_it_is_based_on_and_direct_settings_come_last() -> None:
    read_ = paragraph(run("甲", '<w:sz w:val="28"/>'), '<w:pStyle w:val="own"/><w:jc w:val="left"/>')

    assert (read_.style, read_.align) == ("本单位正文", "left")
    assert (read_.runs[0].east_asian, read_.runs[0].latin) == ("仿宋", "Times New Roman")
    assert (read_.runs[0].size_pt, read_.runs[0].bold) == (14, True)
    assert (read_.spacing.after, read_.spacing.line, read_.spacing.rule) == (0, 259, "auto")


def test_lines_before_come_before_twips_and_are_counted_on_the_grid() -> None:
    assert paragraph(run("甲"), '<w:pStyle w:val="own"/>').spacing.before == round(0.5 * 579)


def test_indents_in_characters_come_before_those_in_twips_and_none_gives_way_to_them() -> None:
    assert paragraph(run("甲"), '<w:pStyle w:val="own"/>').indents.first == 2
    assert paragraph(run("甲"), '<w:pStyle w:val="own"/><w:ind w:firstLine="960"/>').indents.first == 2
    assert (
        paragraph(run("甲"), '<w:pStyle w:val="own"/><w:ind w:firstLineChars="0" w:firstLine="960"/>').indents.first
        == 3
    )
    assert paragraph(run("甲", '<w:sz w:val="32"/>'), '<w:ind w:left="640" w:hanging="320"/>').indents == Indents(
        2, 0, -1
    )


def test_bold_in_two_styles_is_none_but_direct_bold_is() -> None:
    strong = '<w:rStyle w:val="strong"/>'

    assert not paragraph(run("甲", strong), '<w:pStyle w:val="own"/>').runs[0].bold
    assert paragraph(run("甲", strong)).runs[0].bold
    assert paragraph(run("甲", f"{strong}<w:b/>"), '<w:pStyle w:val="own"/>').runs[0].bold
    assert paragraph(run("甲", strong)).runs[0].colour == "FF0000"


def test_an_unknown_style_is_the_default_one_and_a_circle_of_styles_ends() -> None:
    assert paragraph(run("甲"), '<w:pStyle w:val="nowhere"/>').style == "Normal"
    assert paragraph(run("甲"), '<w:pStyle w:val="x"/>').style == "环"


def test_theme_fonts_are_looked_up_and_told() -> None:
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:eastAsia="仿宋"/>'
    (found,) = paragraph(run("甲", fonts), theme=THEME).runs

    assert (found.east_asian, found.latin, found.themed) == ("等线", "Calibri", True)


def test_automatic_numbers_are_text_and_count_by_level() -> None:
    def item(level: int, number: int = 1) -> str:
        listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        return f"<w:p><w:pPr>{listed}</w:pPr>{run('题')}</w:p>"

    levels = [item(0), item(1), item(1), item(2), item(0), item(1), item(3), item(0, 2), item(0, 9), item(0, 0)]
    labels = [each.label for each in document(*levels, numbering=NUMBERING).paragraphs]

    assert labels == ["一、", "（一）", "（二）", "1.1", "二、", "（一）", "", "五、", "", ""]


def test_a_number_of_the_style_is_under_the_style_and_one_of_the_paragraph_over_it() -> None:
    by_style = paragraph(run("题", '<w:sz w:val="32"/>'), '<w:pStyle w:val="list1"/>', numbering=NUMBERING)
    direct = '<w:pStyle w:val="list1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    by_itself = paragraph(run("题", '<w:sz w:val="32"/>'), direct, numbering=NUMBERING)

    assert (by_style.words, by_style.outline) == ("一、题", 1)
    assert (by_style.indents.left, by_itself.indents.left) == (100 / 320, 2)


def test_what_is_deleted_or_hidden_is_not_read_and_what_is_inserted_or_wrapped_is() -> None:
    content = (
        f"{run('甲')}<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins>{run('乙')}</w:ins>"
        f"{run('隐', '<w:vanish/>')}<w:sdt><w:sdtContent>{run('丙')}</w:sdtContent></w:sdt>"
        f"<w:smartTag>{run('丁')}</w:smartTag><w:hyperlink>{run('戊')}</w:hyperlink><w:moveFrom>{run('移')}</w:moveFrom>"
        "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>己</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        "<w:r><w:t>庚</w:t><w:tab/><w:br/><w:t>辛</w:t></w:r>"
    )

    assert paragraph(content).text == "甲乙丙丁戊己庚\t\n辛"


def test_fields_are_read_by_their_results_and_named() -> None:
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    code = '<w:r><w:instrText xml:space="preserve"> PAGE \\* MERGEFORMAT </w:instrText></w:r>'
    complex_field = marks["begin"] + code + marks["separate"] + run("3") + marks["end"]
    simple = f'<w:fldSimple w:instr="NUMPAGES">{run("9")}</w:fldSimple>'
    runs = paragraph(f"{run('第')}{complex_field}{run('页共')}{simple}").runs

    assert [(each.text, each.field) for each in runs] == [("第", ""), ("3", "PAGE"), ("页共", ""), ("9", "NUMPAGES")]


def test_paragraphs_are_counted_as_in_the_file_and_the_older_alternative_of_a_box_is_not_read() -> None:
    table = (
        f"<w:tbl><w:tblPr/><w:tr><w:tc><w:p>{run('格')}</w:p></w:tc><w:tc><w:p>{run('二')}</w:p></w:tc></w:tr></w:tbl>"
    )
    found = document(
        f"<w:p>{run('前')}</w:p>",
        boxed(f"<w:p>{run('盒')}</w:p>"),
        table,
        f"<w:sdt><w:sdtContent><w:p>{run('后')}</w:p></w:sdtContent></w:sdt>",
    )
    told = {
        each.text: (each.index, each.table, each.row, each.cell, each.box, each.floats)
        for each in found.paragraphs
        if each.text
    }

    # The box holds two paragraphs in each of its two alternatives.
    assert told == {
        "前": (1, 0, 0, 0, False, False),
        "盒": (3, 0, 0, 0, True, True),
        "格": (7, 1, 1, 1, False, False),
        "二": (8, 1, 1, 2, False, False),
        "后": (9, 0, 0, 0, False, False),
    }


def test_cells_have_what_their_table_style_sets() -> None:
    table = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="grid"/></w:tblPr><w:tr><w:tc><w:p>{run("格")}</w:p></w:tc></w:tr></w:tbl>'
    )
    found = document(table, "<w:p/>")

    assert found.paragraphs[0].size_pt == 12
    assert found.paragraphs[0].spacing.after == 0
    assert (found.tables[0].top is not None, found.tables[0].bottom) == (True, None)


def test_sections_follow_one_another_and_have_the_footers_of_the_one_before() -> None:
    section = '<w:footerReference w:type="default" r:id="footer2"/><w:pgSz w:w="16838" w:h="11906"/>'
    first = f"<w:p><w:pPr><w:sectPr>{section}</w:sectPr></w:pPr></w:p>"
    found = document(f"<w:p>{run('前')}</w:p>", first, f"<w:p>{run('后')}</w:p>")

    assert [section.landscape for section in found.sections] == [True, False]
    assert [paragraph.section for paragraph in found.paragraphs] == [0, 0, 1]
    assert [number.side for number in found.sections[0].numbers] == ["default"]
    assert sorted(number.side for number in found.sections[1].numbers) == ["default", "even"]


def test_a_strict_file_reads_like_a_transitional_one() -> None:
    plain = made([Raw(f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run("甲")}</w:p>')], Sheet(styles=STYLES))
    strict = {
        W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
        R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    parts = {name: part for name, part in unpack(plain).items() if name.startswith("word/") and name.endswith(".xml")}
    for old, new in strict.items():
        parts = {name: part.replace(old.encode(), new.encode()) for name, part in parts.items()}

    assert read(open_word(with_parts(plain, parts))) == read(open_word(plain))


@pytest.mark.parametrize(("text", "twips"), [("21pt", 420), ("1in", 1440), ("2.54cm", 1440), ("x", None), ("", None)])
def test_lengths_may_have_units(text: str, twips: int | None) -> None:
    from docgen.inspection.word.names import twips as read_twips

    assert read_twips(text) == twips
