"""Takes docxtpl's tags and objects one by one, gives whether docgen's class makes the parts that docxtpl makes."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from jinja2 import Environment, StrictUndefined, TemplateError, UndefinedError
from tests.renderers.compatible import (
    BOTH,
    CORE,
    DATA,
    MAIN,
    NOTES,
    add_footnotes,
    add_part,
    add_table,
    agree,
    made,
    parts,
    picture,
    same,
    saved,
    template,
    text_of,
)

import docgen.renderers.docx
from docgen.renderers.docx import CompiledTemplate


def edges(document: Any) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "页眉 {{ name }}"
    section.footer.paragraphs[0].text = "{% for x in names %}{{ x }}\t{% endfor %}"
    add_footnotes(document, "注：{{ name }}，{% if yes %}是{% endif %}")
    document.core_properties.title = "{{ name }}的材料"
    document.core_properties.subject = "A & B {{ n }}"


def test_headers_footers_footnotes_and_properties_are_filled() -> None:
    filled = same(template("{{ name }}", build=edges), DATA)
    assert text_of(filled["word/header1.xml"]) == "页眉 王小明"
    assert text_of(filled["word/footer1.xml"]) == "一\t二\t三\t"
    assert text_of(filled[NOTES]) == "注：王小明，是"
    assert "王小明的材料" in filled[CORE].decode()


def test_properties_are_filled_though_the_template_has_none() -> None:
    document = docx.Document()
    package = document.part.package
    core = next(key for key, each in package.rels.items() if each.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES)
    del package.rels[core]
    theirs, ours = (parts(made(kind, saved(document), lambda _: DATA)) for kind in BOTH)
    assert ours.keys() == theirs.keys()
    assert CORE in ours
    assert b"1980-01-01T00:00:00Z" in ours[CORE]


def test_rich_text_has_all_its_clothes() -> None:
    def fill(paper: Any) -> dict[str, Any]:
        rich = RichText("甲 <&> ", bold=True, italic=True, color="#ff0000", size=30, font="eastAsia:宋体")
        rich.add("上", superscript=True, rtl=True, lang="zh-CN")
        rich.add("下", subscript=True, strike=True, highlight="#ffff00", underline="wave", style="Strong")
        rich.add("\n新行\t制表\a新段\f新页")
        rich.add("链接", url_id=paper.build_url_id("https://example.com/?a=1&b=2"))
        return {"rich": rich, "again": RichText(rich)}

    filled = same(template("前{{r rich }}后", "{{r again }}"), fill)
    assert "甲 <&> 上下\n新行\t制表" in text_of(filled[MAIN])
    assert filled["word/_rels/document.xml.rels"].count(b"example.com") == 1


def test_rich_paragraphs_stand_outside_of_paragraphs() -> None:
    rich = RichTextParagraph("一", parastyle="Heading1")
    rich.add(RichText("二", bold=True))
    rich.add("三\a四", parastyle="ListBullet")
    assert text_of(same(template("{{p rich }}"), {"rich": rich})[MAIN]).split() == ["一", "二", "三", "四"]


@pytest.mark.parametrize("autoescape", [False, True])
def test_a_listing_keeps_lines_and_signs(autoescape: bool) -> None:
    data = {"listing": Listing("甲\n乙 <&>\t丙\a丁\f戊"), "plain": "己\n庚\a辛"}
    filled = same(template("{{ listing }}", "{{ plain }}"), data, autoescape=autoescape)
    assert "甲\n乙 <&>\t丙" in text_of(filled[MAIN])


def test_escaped_values_are_those_of_docxtpl() -> None:
    data = {"sign": "<&\"'>", "rich": RichText("<b>")}
    filled = same(template("{{ sign }}{{r rich }}", "{{ sign|e }}"), data, autoescape=True)
    assert text_of(filled[MAIN]) == "<&\"'><b>\n<&\"'>"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_a_picture_is_drawn_in_the_text(kind: str) -> None:
    filled = same(
        template("图：{{ image }}。", "{{ image }}"),
        lambda paper: {"image": InlineImage(paper, picture("red", kind), width=Mm(20))},
    )
    assert filled[MAIN].count(b"<w:drawing>") == 2
    assert len([name for name in filled if name.startswith("word/media/")]) == 1


def test_pictures_stand_in_loops_headers_and_links() -> None:
    def build(document: Any) -> None:
        document.add_picture(picture("blue"))
        document.sections[0].header.paragraphs[0].text = "{{ logo }}"
        document.sections[0].footer.paragraphs[0].text = "{{ linked }}"
        add_table(document, ["{%tc for each in many %}", "{{ each }}", "{%tc endfor %}"])

    def fill(paper: Any) -> dict[str, Any]:
        return {
            "logo": InlineImage(paper, picture("green"), height=Mm(8)),
            "linked": InlineImage(paper, picture("blue"), anchor="https://example.com"),
            "many": [InlineImage(paper, picture(colour), Mm(9), Mm(9)) for colour in ("red", "blue", "red", "tan")],
        }

    filled = same(template("{{ logo }}", build=build), fill)
    assert filled[MAIN].count(b"<w:drawing>") == 6
    assert b"hlinkClick" in filled["word/footer1.xml"]
    assert len([name for name in filled if name.startswith("word/media/")]) == 4


def test_a_sub_document_is_built_from_scratch() -> None:
    pytest.importorskip("docxcompose")

    def fill(paper: Any) -> dict[str, Any]:
        link = paper.build_url_id("https://example.com")
        inner = paper.new_subdoc()
        inner.add_heading("小节", level=1)
        inner.add_paragraph("文", style="Intense Quote").add_run("粗").bold = True
        inner.add_picture(picture("red"), width=Mm(10))
        add_table(inner, ["甲", "乙"])
        return {"inner": inner, "rich": RichText("链", url_id=link), "image": InlineImage(paper, picture("blue"))}

    filled = same(template("前", "{{p inner }}", "{{r rich }}", "{{ image }}", "{{p inner }}"), fill)
    assert text_of(filled[MAIN]).count("小节") == 2
    assert len([name for name in filled if name.startswith("word/media/")]) == 2


def test_a_sub_document_comes_from_a_file() -> None:
    pytest.importorskip("docxcompose")

    def build(document: Any) -> None:
        document.add_heading("来自文件", level=2)
        document.add_paragraph("一", style="List Number")
        document.add_picture(picture("red"))
        add_table(document, ["甲", "乙"])

    part = template(build=build)
    filled = same(
        template("{{ name }}", "{{p inner }}", build=edges),
        lambda paper: DATA | {"inner": paper.new_subdoc(io.BytesIO(part))},
    )
    assert "来自文件" in text_of(filled[MAIN])
    assert text_of(filled["word/header1.xml"]) == "页眉 王小明"


def test_a_sub_document_may_be_a_rendered_paper() -> None:
    pytest.importorskip("docxcompose")

    def write(kind: Any) -> bytes:
        inner = made(kind, template("内：{{ name }}"), lambda _: DATA)
        return made(kind, template("{{p inner }}"), lambda paper: {"inner": paper.new_subdoc(io.BytesIO(inner))})

    assert "内：王小明" in text_of(agree(*(write(kind) for kind in BOTH))[MAIN])


def dummy(document: Any) -> None:
    document.add_picture(picture("red"))
    document.sections[0].header.paragraphs[0].add_run().add_picture(picture("green"))
    shape = document.element.body.xpath("//pic:cNvPr")[0]
    shape.set("name", "照片.png")
    document.sections[0].header._element.xpath("//pic:cNvPr")[0].set("descr", "徽标")
    add_part(document, "word/embeddings/one.xlsx", CONTENT_TYPE.SML_SHEET, RELATIONSHIP_TYPE.PACKAGE, b"one")
    add_part(document, "word/embeddings/two.xlsx", CONTENT_TYPE.SML_SHEET, RELATIONSHIP_TYPE.PACKAGE, b"two")


def test_pictures_are_replaced_by_name_and_description() -> None:
    def fill(paper: Any) -> dict[str, Any]:
        paper.replace_pic("照片.png", picture("tan"))
        paper.replace_pic("徽标", picture("pink"))
        return DATA

    filled = same(template("{{ name }}", build=dummy), fill)
    assert picture("tan").read() in filled.values()
    assert picture("pink").read() in filled.values()
    assert text_of(filled[MAIN]).startswith("王小明")


@pytest.mark.parametrize("kind", BOTH)
def test_a_picture_that_is_not_there_is_refused_unless_allowed(kind: Any) -> None:
    paper = kind(io.BytesIO(template("{{ name }}", build=dummy)))
    paper.replace_pic("没有", picture("tan"))
    paper.render(DATA)
    with pytest.raises(ValueError, match="没有"):
        saved(paper)
    paper.allow_missing_pics = True
    assert "王小明" in text_of(parts(saved(paper))[MAIN])
    assert "照片.png" in paper.get_pic_map()


def test_media_and_embedded_files_are_replaced(tmp_path: Path) -> None:
    old, new = tmp_path / "old.png", tmp_path / "new.png"
    old.write_bytes(picture("red").read())
    new.write_bytes(picture("tan").read())
    for name in ("one", "three", "four"):
        (tmp_path / name).write_bytes(name.encode())

    def fill(paper: Any) -> dict[str, Any]:
        paper.replace_media(old, new)
        paper.replace_media(picture("green"), picture("pink"))
        paper.replace_embedded(tmp_path / "one", tmp_path / "three")
        paper.replace_zipname("word/embeddings/two.xlsx", tmp_path / "four")
        return DATA

    filled = same(template("{{ name }}", build=dummy), fill)
    assert filled["word/embeddings/one.xlsx"] == b"three"
    assert filled["word/embeddings/two.xlsx"] == b"four"
    assert {picture("tan").read(), picture("pink").read()} <= set(filled.values())


def test_replacements_need_no_rendering_and_are_forgotten_when_reset() -> None:
    def write(kind: Any) -> tuple[bytes, bytes]:
        paper = kind(io.BytesIO(template("{{ name }}", build=dummy)))
        paper.replace_media(picture("red"), picture("tan"))
        replaced = saved(paper)
        paper.reset_replacements()
        paper.render(DATA)
        return replaced, saved(paper)

    (theirs, theirs_later), (ours, ours_later) = (write(kind) for kind in BOTH)
    assert "{{ name }}" in text_of(agree(theirs, ours)[MAIN])
    assert "王小明" in text_of(agree(theirs_later, ours_later)[MAIN])


def test_a_file_object_stands_where_docxtpl_leaves_it() -> None:
    def write(kind: Any) -> list[bool]:
        left = []
        for has_replacement in (False, True):
            paper = kind(io.BytesIO(template("{{ name }}", build=dummy)))
            if has_replacement:
                paper.replace_media(picture("red"), picture("tan"))
            paper.render(DATA)
            paper.save(buffer := io.BytesIO())
            left.append(buffer.tell() == 0)
        return left

    assert write(CompiledTemplate) == write(DocxTemplate) == [False, True]


def environment(**options: Any) -> Environment:
    return Environment(**options)  # noqa: S701 - docxtpl escapes nothing unless it is asked to


def test_undeclared_names_are_those_of_docxtpl() -> None:
    content = template("{{ a }}{% if b %}{{ c.d }}{% endif %}", build=edges)
    for given in ({}, {"context": {"a": 1, "name": 2}}, {"jinja_env": environment()}):
        theirs, ours = (kind(io.BytesIO(content)).get_undeclared_template_variables(**given) for kind in BOTH)
        assert ours == theirs
        assert {"b", "names"} <= ours


def test_an_environment_brings_its_filters_delimiters_and_strictness() -> None:
    env = environment(variable_start_string="[[", variable_end_string="]]", undefined=StrictUndefined)
    env.filters["twice"] = lambda text: text * 2
    assert text_of(same(template("[[ name|twice ]]{{ 原样 }}"), DATA, jinja_env=env)[MAIN]) == "王小明王小明{{ 原样 }}"
    for kind in BOTH:
        with pytest.raises(UndefinedError, match="missing"):
            made(kind, template("[[ missing ]]"), lambda _: DATA, jinja_env=env)


def test_a_filter_that_is_given_anew_is_asked_anew() -> None:
    env, content = (
        environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"]),
        template("{{ '甲'|own }}{% do 1 %}"),
    )
    for answer in ("乙", "丙"):
        env.filters["own"] = lambda _text, answer=answer: answer
        assert text_of(same(content, DATA, jinja_env=env)[MAIN]) == answer


def test_an_environment_that_escapes_and_finishes_values_does_so() -> None:
    env = environment(autoescape=True, finalize=lambda value: "—" if value is None else value, trim_blocks=True)
    filled = same(
        template("{{ nothing }}{{ sign }}{% if yes %}是{% endif %}"),
        DATA | {"nothing": None, "sign": "<"},
        jinja_env=env,
    )
    assert text_of(filled[MAIN]) == "—<是"


def test_one_object_renders_many_papers() -> None:
    def write(kind: Any) -> list[bytes]:
        paper, written = kind(io.BytesIO(template("{{ name }}{{ image }}{{r rich }}", build=edges))), []
        for name in ("甲", "乙", "丙"):
            rich = RichText("链", url_id=paper.build_url_id(f"https://example.com/{name}"))
            paper.render(DATA | {"name": name, "image": InlineImage(paper, picture("red")), "rich": rich})
            written.append(saved(paper))
        return written

    theirs, ours = (write(kind) for kind in BOTH)
    assert [text_of(agree(*pair)[MAIN]) for pair in zip(theirs, ours, strict=True)] == ["甲链", "乙链", "丙链"]


def test_a_paper_is_saved_as_often_as_wanted_to_paths_and_files(tmp_path: Path) -> None:
    source = tmp_path / "template.docx"
    source.write_bytes(template("{{ name }}"))
    theirs = DocxTemplate(source)
    theirs.render(DATA)
    for given in (source, str(source)):
        paper = CompiledTemplate(given)
        paper.render(DATA)
        paper.save(str(tmp_path / "one.docx"))
        paper.save(tmp_path / "two.docx")
        assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes() == saved(paper)
        agree(saved(theirs), saved(paper))


def test_a_template_that_changes_on_disk_is_read_anew(tmp_path: Path) -> None:
    source = tmp_path / "template.docx"
    source.write_bytes(template("旧 {{ name }}"))
    paper = CompiledTemplate(source)
    paper.render(DATA)
    source.write_bytes(template("新 {{ name }}"))
    paper.render(DATA)
    assert text_of(parts(saved(paper))[MAIN]) == "新 王小明"


def test_a_document_may_be_changed_before_rendering() -> None:
    def write(kind: Any) -> bytes:
        paper = kind(io.BytesIO(template("{{ name }}")))
        link = paper.build_url_id("https://example.com")
        paper.get_docx().add_paragraph("另加 {{ name }}")
        paper.add_paragraph("再加").runs[0].add_break(WD_BREAK.LINE)
        rich, image = RichText("链", url_id=link), InlineImage(paper, picture("red"))
        paper.render(DATA | {"name": image, "rich": rich})
        return saved(paper)

    filled = agree(*(write(kind) for kind in BOTH))
    assert "另加" in text_of(filled[MAIN])
    assert filled[MAIN].count(b"<w:drawing>") == 2


def test_values_may_ask_for_links_and_the_document_while_they_are_printed() -> None:
    def fill(paper: Any) -> dict[str, Any]:
        def link(url: str) -> RichText:
            return RichText("链", url_id=paper.build_url_id(url))

        def count(_: str) -> int:
            return len(paper.docx.paragraphs)

        env.filters |= {"link": link, "count": count}
        return {"image": InlineImage(paper, picture("red")), "url": "https://example.com"}

    for count in ("", "{{ url|count }}"):
        env = environment()
        filled = same(template("{{ image }}{{r url|link }}", count, "{{ image }}", build=dummy), fill, jinja_env=env)
        assert b"example.com" in filled["word/_rels/document.xml.rels"]
        assert filled[MAIN].count(b"<w:drawing>") == 3


def test_the_same_objects_may_be_printed_twice() -> None:
    pytest.importorskip("docxcompose")

    def write(kind: Any) -> list[bytes]:
        paper = kind(io.BytesIO(template("{{p inner }}", "{{ image }}")))
        inner = paper.new_subdoc(io.BytesIO(template("内", build=dummy)))
        data, written = {"inner": inner, "image": InlineImage(paper, picture("tan"))}, []
        for _ in range(2):
            paper.render(data)
            written.append(saved(paper))
        return written

    pairs = list(zip(*(write(kind) for kind in BOTH), strict=True))
    assert ["内" in text_of(agree(*pair)[MAIN]) for pair in pairs] == [True, True]


def test_a_document_may_be_changed_after_rendering() -> None:
    def write(kind: Any) -> bytes:
        paper = kind(io.BytesIO(template("{{ name }}{{ image }}")))
        assert not paper.docx
        paper.render({"name": "甲", "image": InlineImage(paper, picture("red"))})
        paper.docx.add_paragraph("后加 {{ name }}").add_run().add_picture(picture("blue"))
        paper.sections[0].header.paragraphs[0].text = "后加"
        saved(paper)
        paper.add_paragraph("又加")
        return saved(paper)

    filled = agree(*(write(kind) for kind in BOTH))
    assert text_of(filled[MAIN]) == "甲\n后加 {{ name }}\n又加"


def test_asking_for_the_document_after_rendering_takes_the_template_again() -> None:
    def write(kind: Any) -> bytes:
        paper = kind(io.BytesIO(template("{{ name }}")))
        paper.render(DATA)
        paper.get_docx().add_paragraph("再 {{ name }}")
        paper.render(DATA)
        return saved(paper)

    assert text_of(agree(*(write(kind) for kind in BOTH))[MAIN]) == "王小明\n再 王小明"


def test_an_error_says_what_docxtpl_says_and_leaves_the_template_as_it_is() -> None:
    told = []
    for kind in BOTH:
        paper = kind(io.BytesIO(template("一", "二 {{ name }}", "三 {% endfor %}", "四")))
        with pytest.raises(TemplateError) as caught:
            paper.render(DATA)
        told.append((type(caught.value), str(caught.value), list(caught.value.docx_context)))  # type: ignore[attr-defined]
        assert "二 {{ name }}" in text_of(parts(saved(paper))[MAIN])
    assert told[0] == told[1]
    assert "三 {% endfor %}" in told[0][2]


@pytest.mark.parametrize("wrong", ["none.docx", "folder"])
def test_a_path_that_is_no_template_is_told_as_docxtpl_tells_it(wrong: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    told = []
    for kind in BOTH:
        with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever docxtpl raises
            kind(tmp_path / wrong).render({})
        told.append((type(caught.value), str(caught.value)))
    assert told[0] == told[1]


def test_the_same_input_gives_the_same_bytes() -> None:
    content = template("{{ name }}{{ image }}", build=edges)
    fill = lambda paper: DATA | {"image": InlineImage(paper, picture("red"))}  # noqa: E731
    assert made(CompiledTemplate, content, fill) == made(CompiledTemplate, content, fill)


def test_a_template_is_translated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    content, seen = template("只译一次 {{ name }}", build=edges), []
    translate = DocxTemplate.patch_xml

    def watched(self: Any, xml: str) -> str:
        seen.append(xml)
        return str(translate(self, xml))

    monkeypatch.setattr(DocxTemplate, "patch_xml", watched)
    for name in ("甲", "乙"):
        paper = CompiledTemplate(io.BytesIO(content))
        paper.render(DATA | {"name": name})
        assert name in text_of(parts(saved(paper))[MAIN])
    assert len([xml for xml in seen if "只译一次" in xml]) == 1


def test_it_stands_where_docxtpl_stood() -> None:
    assert issubclass(CompiledTemplate, DocxTemplate)
    assert docgen.renderers.docx.CompiledTemplate is CompiledTemplate
    with pytest.raises(AttributeError, match="Nothing"):
        _ = docgen.renderers.docx.Nothing


def test_it_is_not_loaded_for_docgens_own_papers() -> None:
    script = "import sys, docgen.renderers.docx; print([name for name in sys.modules if 'compat' in name and 'docx' in name])"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
