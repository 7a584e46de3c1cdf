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
PICTURE_ROWS, PICTURE_ROW, PICTURES, PICTURE = "稿.图片", "排", "排.照片", "图"
PLACED = '{{{{ 图.图 | 图片(宽="{}mm", 高="{}mm") }}}} '
BOXES = ((1, 130, 90), (2, 74, 60), (3, 49, 65))
"""How many pictures stand in a row, and the box in mm that each has; the text is 156 mm wide."""
SIDE_BY_SIDE = (
    f"{{% for {PICTURE} in {PICTURES} %}}"
    + "".join(f"{{% if {PICTURES}|length == {count} %}}{PLACED.format(*box)}{{% endif %}}" for count, *box in BOXES)
    + "{% endfor %}"
)
CAPTION = "{{ 排.说明 }}"
FACTS: tuple[Block, ...] = (If("栏.简讯", (For("讯", "栏.简讯", (Paragraph("{{ 讯.序 }}.{{ 讯.内容 }}"),)),)),)
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
            Paragraph("“五个一”为完成数/应完成数。"),
            Chart("图表", 110),
        ),
    ),
)
NEXT: tuple[Block, ...] = (
    If("下月安排", (Heading("下月安排", 1), For("讯", "下月安排", (Paragraph("{{ 讯.序 }}.{{ 讯.内容 }}"),)))),
)
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


def written() -> Iterator[tuple[str, bytes]]:
    """Yield (path below templates/, content): a Word template for each page profile, one page template."""
    for profile in PROFILES:
        yield (Path(profile_folder(profile)) / "bulletin/bulletin.docx").as_posix(), write_word(profile)
    yield "bulletin/bulletin.html", write_page().encode()


def main(folder: Path) -> None:
    """Write the templates below a folder."""
    for name, content in written():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(builtin_folder())
