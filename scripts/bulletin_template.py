"""Takes the blocks of a bulletin, writes its templates, whose contents list and tail no outline can say.

Run by hand after a change of the bulletin or of the house: `python scripts/bulletin_template.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.house import web_blocks, web_text, word_blocks
from docgen.house.ooxml import Element, part, w
from docgen.house.outline import Align, Block, Chart, Column, For, Head, Heading, If, Layout, Paragraph, Rows
from docgen.house.styles import LOOKS
from docgen.house.word_imprint import tail
from docgen.house.word_parts import package_parts, page_parts, section
from docgen.house.word_styles import styles_part
from docgen.house.word_text import Sheet, paragraph, repeated, when
from docgen.page import PROFILES, profile_named
from docgen.parcel import pack
from docgen.stationery import builtin_folder, profile_folder

LAYOUT = Layout.BULLETIN
HEAD = Head("{{ 名称 }}", "第{{ 期 }}期（总第{{ 总期 }}期）", left="{{ 编发单位 }}", right="{{ 日期 }}")
CONTENTS, ROW = "要目", "行"
CONTENTS_HEADING, CONTENTS_ITEM = "本期要目", "{{ 行.序 }}.{{ 行.题 }}"
COLUMN, ITEM, SOURCE = "栏", "稿", "{{ 稿.来源 }}"
TAIL = (
    "报：{{ 报 }}",
    "送：{{ 送 }}",
    "发：{{ 发 }}",
    "编辑：{{ 编辑 }}　审核：{{ 审核 }}　签发：{{ 签发 }}",
)
COPIES = "（共印{{ 印数 }}份）"
COLUMN_HEADING: tuple[Block, ...] = (Heading("{{ 栏.名称 }}", 1),)
ITEM_BODY: tuple[Block, ...] = (
    Heading("{{ 稿.标题 }}", 2),
    Paragraph("{{ 稿.导语 }}"),
    Paragraph(each="稿.正文"),
)
PICTURE_ROWS, PICTURE_ROW, PICTURE = "稿.图片", "排", "图"
PLACED = '{{{{ 图.图 | 图片(宽="{}mm", 高="{}mm") }}}} '
BOXES = (("排.一张", 130, 90), ("排.两张", 74, 60), ("排.三张", 49, 65))
"""The lists of a row, one of which has pictures, and the box in mm for each of these; the text is 156 mm wide."""
SIDE_BY_SIDE = "".join(f"{{% for 图 in {of} %}}{PLACED.format(*box)}{{% endfor %}}" for of, *box in BOXES)
CAPTION = "{{ 排.说明 }}"
FACT = "{{ 讯.序 }}.{{ 讯.内容 }}"
FACTS: tuple[Block, ...] = (If("栏.简讯", (For("讯", "栏.简讯", (Paragraph(FACT),)),)),)
SHARES = "“五个一”为完成数/应完成数。"
FIGURES: tuple[Block, ...] = (
    If(
        "数说",
        (
            Heading("数说", 1),
            Rows(
                "数说",
                "行",
                (
                    Column("党支部", "{{ 行.党支部 }}", 28, Align.CENTER),
                    Column("会议", "{{ 行.会议 }}", 22, Align.CENTER),
                    Column("主题党日", "{{ 行.主题党日 }}", 26, Align.CENTER),
                    Column("参加人次", "{{ 行.人次 }}", 26, Align.CENTER),
                    Column("到会率", "{{ 行.到会率 }}", 24, Align.CENTER),
                    Column("五个一", "{{ 行.完成 }}/{{ 行.应完成 }}", 30, Align.CENTER),
                ),
            ),
            Paragraph(SHARES),
            Chart("图表", 110),
        ),
    ),
)
NEXT: tuple[Block, ...] = (If("下月安排", (Heading("下月安排", 1), For("讯", "下月安排", (Paragraph(FACT),)))),)
COLUMNS, ITEMS = "栏目", "栏.稿件"
PAGE = """\
{% extends "_shared/base.html" %}
{% import "_shared/macros.html" as macros %}
{% block style %}{% include "_shared/bulletin.css" %}{% endblock %}
{% block sheet %}bulletin{% endblock %}
{% block body %}
<<body>>
{% endblock %}
"""
BODY = "<<body>>"
WECHAT = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<style>
/* For a column as wide as a telephone. Every rule ends in its own tag: no variables, nothing of other templates. */
section { margin: 0; }
p { margin: 0 0 12px; font-size: 16px; line-height: 1.8; color: #333333; text-align: justify; }
.draft { padding: 4px 8px; background-color: #fff3c4; font-size: 14px; text-align: center; }
.name { margin: 8px 0 4px; font-size: 28px; line-height: 1.4; font-weight: bold; color: #d0021b; text-align: center; }
.number { margin: 0 0 4px; font-size: 14px; text-align: center; }
.publisher {
  margin: 0 0 16px;
  padding: 0 0 8px;
  border-bottom: 2px solid #d0021b;
  font-size: 14px;
  text-align: center;
}
.contents { margin: 0 0 20px; padding: 12px 16px; background-color: #faf4f4; }
.contents-heading { margin: 0 0 6px; font-weight: bold; }
.contents-item { margin: 0 0 4px; font-size: 15px; text-align: left; }
.column {
  margin: 28px 0 16px;
  padding: 0 0 4px;
  border-bottom: 1px solid #d0021b;
  font-size: 18px;
  font-weight: bold;
  color: #d0021b;
  text-align: center;
}
.title { margin: 20px 0 12px; font-size: 17px; font-weight: bold; text-align: center; }
.picture { margin: 0 0 6px; text-align: center; }
.caption { font-size: 14px; color: #888888; text-align: center; }
.source { margin: 0 0 20px; font-size: 14px; color: #888888; text-align: right; }
.editors { margin: 28px 0 0; padding: 8px 0 0; border-top: 1px solid #cccccc; font-size: 14px; color: #888888; }
table { width: 100%; margin: 0 0 12px; border-collapse: collapse; }
th, td {
  padding: 4px 2px;
  border: 1px solid #cccccc;
  font-size: 13px;
  line-height: 1.5;
  font-weight: normal;
  text-align: center;
}
th { background-color: #faf4f4; }
</style>
</head>
<body>
<<body>>
</body>
</html>
"""
WECHAT_COLUMNS = (
    ("党支部", "{{ 行.党支部 }}"),
    ("会议", "{{ 行.会议 }}"),
    ("主题党日", "{{ 行.主题党日 }}"),
    ("参加人次", "{{ 行.人次 }}"),
    ("到会率", "{{ 行.到会率 }}"),
    ("五个一", "{{ 行.完成 }}/{{ 行.应完成 }}"),
)


def word_body(sheet: Sheet) -> Iterator[Element]:
    """Yield what the Word template says, in order."""
    yield from word_blocks.blocks(sheet, [HEAD])
    rows = repeated(ROW, CONTENTS, [paragraph("contents-item", CONTENTS_ITEM)])
    yield from when(CONTENTS, [paragraph("contents-heading", CONTENTS_HEADING), *rows])
    caption = when("排.说明", [paragraph(sheet.look.caption, CAPTION)])
    pictures = repeated(PICTURE_ROW, PICTURE_ROWS, [paragraph("picture", SIDE_BY_SIDE), *caption])
    items = [*word_blocks.blocks(sheet, ITEM_BODY), *pictures, paragraph("item-source", SOURCE)]
    column = [
        *word_blocks.blocks(sheet, COLUMN_HEADING),
        *repeated(ITEM, ITEMS, items),
        *word_blocks.blocks(sheet, FACTS),
    ]
    yield from repeated(COLUMN, COLUMNS, column)
    yield from word_blocks.blocks(sheet, FIGURES)
    yield from word_blocks.blocks(sheet, NEXT)
    yield from tail(sheet, [*(("bulletin-tail", line) for line in TAIL), ("bulletin-copies", COPIES)])


def page_body() -> Iterator[str]:
    """Yield what the page template says, in the same order."""
    yield from web_blocks.blocks(LAYOUT, [HEAD])
    rows = web_text.surrounded(
        f"for {ROW} in {CONTENTS}", [web_text.paragraph("contents-item", CONTENTS_ITEM)], "endfor"
    )
    yield from web_text.when(CONTENTS, [web_text.paragraph("contents-heading", CONTENTS_HEADING), *rows])
    caption = web_text.when("排.说明", [web_text.paragraph(LOOKS[LAYOUT].caption, CAPTION)])
    figure = ['<div class="figure">', web_text.paragraph("picture", SIDE_BY_SIDE), *caption, "</div>"]
    pictures = web_text.surrounded(f"for {PICTURE_ROW} in {PICTURE_ROWS}", figure, "endfor")
    items = [*web_blocks.blocks(LAYOUT, ITEM_BODY), *pictures, web_text.paragraph("item-source", SOURCE)]
    column = [
        *web_blocks.blocks(LAYOUT, COLUMN_HEADING),
        *web_text.surrounded(f"for {ITEM} in {ITEMS}", items, "endfor"),
        *web_blocks.blocks(LAYOUT, FACTS),
    ]
    yield from web_text.surrounded(f"for {COLUMN} in {COLUMNS}", column, "endfor")
    yield from web_blocks.blocks(LAYOUT, FIGURES)
    yield from web_blocks.blocks(LAYOUT, NEXT)
    lines = [line for text in TAIL for line in web_text.when_shown([web_text.paragraph("bulletin-tail", text)], text)]
    copies = web_text.when_shown([web_text.paragraph("bulletin-copies", COPIES)], COPIES)
    # On one line: WeasyPrint gives white space between the paragraphs of a footnote a line of its own.
    yield f'<div class="imprint">{"".join([*lines, *copies])}</div>'


def wechat_body() -> Iterator[str]:
    """Yield what the page for a 公众号 says: all but to whom the printed issue goes."""
    of, said, when = web_text.surrounded, web_text.paragraph, web_text.when
    yield from when("草稿", [said("draft", "{{ 草稿 }}")])
    yield said("name", "{{ 名称 }}")
    yield said("number", "第{{ 期 }}期（总第{{ 总期 }}期）")
    yield said("publisher", "{{ 编发单位 }}　{{ 日期 }}")
    rows = of(f"for {ROW} in {CONTENTS}", [said("contents-item", CONTENTS_ITEM)], "endfor")
    contents = ['<section class="contents">', said("contents-heading", CONTENTS_HEADING), *rows, "</section>"]
    yield from when(CONTENTS, contents)
    column = [
        said("column", "{{ 栏.名称 }}"),
        *of(f"for {ITEM} in {ITEMS}", _wechat_item(), "endfor"),
        *of("for 讯 in 栏.简讯", [said("text", FACT)], "endfor"),
    ]
    yield from of(f"for {COLUMN} in {COLUMNS}", column, "endfor")
    yield from when("数说", _wechat_figures())
    facts = of("for 讯 in 下月安排", [said("text", FACT)], "endfor")
    yield from when("下月安排", [said("column", "下月安排"), *facts])
    yield said("editors", TAIL[-1])


def _wechat_item() -> Iterator[str]:
    of, said, when = web_text.surrounded, web_text.paragraph, web_text.when
    yield said("title", "{{ 稿.标题 }}")
    yield from when("稿.导语", [said("text", "{{ 稿.导语 }}")])
    yield from of("for 段 in 稿.正文", [said("text", "{{ 段 }}")], "endfor")
    caption = when("图.图注", [said("caption", "{{ 图.图注 }}")])
    # One below the other: side by side they would be as small as stamps.
    shown = [said("picture", "{{ 图.图 | 图片 }}"), *caption]
    each = [line for name, *_ in BOXES for line in of(f"for {PICTURE} in {name}", shown, "endfor")]
    yield from of(f"for {PICTURE_ROW} in {PICTURE_ROWS}", each, "endfor")
    yield said("source", SOURCE)


def _wechat_figures() -> Iterator[str]:
    heads = "".join(f"<th>{head}</th>" for head, _ in WECHAT_COLUMNS)
    cells = "".join(f"<td>{cell}</td>" for _, cell in WECHAT_COLUMNS)
    yield web_text.paragraph("column", "数说")
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    yield from web_text.surrounded(f"for {ROW} in 数说", [f"<tr>{cells}</tr>"], "endfor")
    yield "</tbody></table>"
    yield web_text.paragraph("caption", SHARES)
    yield from web_text.when("图表", [web_text.paragraph("picture", "{{ 图表 | 图片 }}")])


def write_word(profile: str) -> bytes:
    """Return bulletin.docx on a page."""
    sheet = Sheet(LAYOUT, profile_named(profile))
    ending = section(LAYOUT, sheet.profile, landscape=False)
    parts = package_parts(LAYOUT)
    first = {name: parts.pop(name) for name in ("[Content_Types].xml", "_rels/.rels")}
    document = part(w("document", w("body", *word_body(sheet), ending)))
    own = {"word/document.xml": document, "word/styles.xml": styles_part(sheet.profile)}
    return pack({**first, **own, **page_parts(LAYOUT), **parts})


def write_page() -> str:
    """Return bulletin.html."""
    return PAGE.replace(BODY, "\n".join(page_body()))


def write_wechat() -> str:
    """Return bulletin-wechat.html."""
    return WECHAT.replace(BODY, "\n".join(wechat_body()))


def written() -> Iterator[tuple[str, bytes]]:
    """Yield (path below templates/, content): a Word template for each page profile, a page template, one for a 公众号."""
    for profile in PROFILES:
        yield (Path(profile_folder(profile)) / "bulletin/bulletin.docx").as_posix(), write_word(profile)
    yield "bulletin/bulletin.html", write_page().encode()
    yield "bulletin/bulletin-wechat.html", write_wechat().encode()


def main(folder: Path) -> None:
    """Write the templates below a folder."""
    for name, content in written():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(builtin_folder())
