"""Takes nothing, gives the words for what a check of templates finds, and for what its commands say."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.vocabulary.words import Words

TEMPLATE_WORDS: dict[str, Words] = {
    # signs and levels
    "template-statement-unknown": Words(
        "「{value}」里的「{name}」不是标记能用的指令。",
        "是不是「{near}」？",
        ("可以写 if、elif、else、endif、for、endfor、set；p、tr、tc 紧跟在百分号后面，例如 {{%p if … %}}。",),
    ),
    "template-end-missing": Words(
        "「{value}」没有结束。", "请在它管到的内容后面，同一层里补上 {wanted}；是复制时多出来的，请把它删去。"
    ),
    "template-end-stray": Words(
        "「{value}」前面没有与它配对的开头。", "请在它管到的内容前面补上 {wanted}…；是多出来的，请把它删去。"
    ),
    "template-levels-differ": Words(
        "「{value}」和它的开头「{opener}」（{there}）不在同一层。",
        "开头和结尾要成对：同是 {{%p %}} 在正文或同一格里，同是 {{%tr %}} 在同一张表里，同是 {{%tc %}} 在同一行里，"
        "不带 p、tr、tc 的在同一段里。",
    ),
    "template-paragraphs-joined": Words(
        "「{value}」和它的开头「{opener}」（{there}）不在同一段，生成时两段会并成一段或重复半段。",
        "要整段出现或重复的，请改用 {{%p … %}}，开头和结尾各占一段。",
    ),
    "template-not-alone": Words(
        "「{value}」和别的内容在一起，生成时「{beside}」会丢失。",
        "带 p 的标记自己占一段，带 tr 的自己占一行，带 tc 的自己占一格；只管段内几个字的，请改用不带 p 的标记。",
    ),
    "template-level-outside": Words(
        "「{value}」不在表格里。", "带 tr、tc 的标记只能写在表格的一行、一格里；正文里请用 {{%p … %}}。"
    ),
    # names
    "placeholder-in-list": Words(
        "「{name}」是「{list}」里每一项的栏目，不能直接写「{value}」。",
        "请放在 {{%p for 项 in {list} %}} 和 {{%p endfor %}} 之间（表格里用 tr），写成 {{{{ 项.{name} }}}}。",
    ),
    "placeholder-not-a-list": Words(
        "「{name}」只有一项，不能用 for 逐项重复。", "请直接写 {{{{ {name} }}}}，或换成有多项的栏目。"
    ),
    "placeholder-whole": Words(
        "「{name}」有多项内容，这样写印出来的是一串程序符号。",
        "请用 for 逐项写出，例如其中的「{item}」。",
        ("请用 for 逐项写出。",),
    ),
    "template-filter-unknown": Words("没有名为「{name}」的过滤器。", "是不是「{near}」？", ("请检查竖线后面的名称。",)),
    "template-field-unused": Words(
        "没有用到栏目「{name}」，这份材料里不会有它。", "有意不写的不必管；要写的，请补上 {example}。"
    ),
    "template-include-outside": Words(
        "模板要引用的「{value}」不能引用。",
        "模板只能引用 _shared 文件夹和本文种文件夹里的文件，例如 _shared/base.html。",
    ),
    # pictures
    "picture-unfiltered": Words(
        "「{name}」是图片，这样写印出来的是一串编号。", '请写成 {{{{ {name} | 图片(宽="70mm") }}}}，名称照原来的写。'
    ),
    "picture-filter-on-text": Words(
        "「{name}」不是图片，不能用“图片”。", "这种材料的图片在「{near}」。", ("请去掉竖线和它后面的“图片”。",)
    ),
    # looks
    "template-style-missing": Words(
        "用到的样式「{found}」在文件里没有，共 {count} 处，Word 会按正文默认的样子显示。",
        "请在 Word 里给这些段落另选样式，或从内置模板复制这个样式。",
    ),
    "template-signature-unstyled": Words(
        "「{value}」所在的段落不是“{expected}”样式（现在是“{found}”），生成时不会按署名和日期的长短缩进。",
        "请在 Word 里把这一段的样式改为“{expected}”；样式找不到的，从内置模板复制过来。",
    ),
    "template-font-foreign": Words(
        "用到的字体「{found}」不是公文字体，共 {count} 处。", "公文字体：{expected}。请改样式的字体，整篇跟着变。"
    ),
    "template-font-theme": Words(
        "字体用的是主题字体（{found}），共 {count} 处，换一台电脑可能变成别的字体。", "请在样式里写明字体：{expected}。"
    ),
    "template-page": Words("页面是{found}，不是公文的页面。", "公文的页面：{expected}；请在“页面设置”里改。"),
    # which template
    "template-file-missing": Words("没有文件“{value}”。", "请检查路径；要检查一个文种的模板，直接写文种的名称。"),
    "template-kind-unclear": Words(
        "看不出「{value}」是哪个文种的模板。", "请用 --kind 指明，例如 --kind 会议纪要；文种见 docgen kinds。"
    ),
    "template-format-foreign": Words("「{value}」不是模板的格式。", "模板是 docx、html、xlsx 或 txt 文件。"),
}

NOTHING = "没有写"
_PAGE = ("width", "height", "top", "right", "bottom", "left")


def page_text(page: Sequence[float]) -> str:
    """Describe a page by six lengths in mm: width, height, margins at the top, right, bottom, left; "" for fewer."""
    lengths = [_mm(each) for each in page]
    if len(lengths) != len(_PAGE):
        return ""
    width, height, top, right, bottom, left = lengths
    return f"纸张 {width}×{height} 毫米，页边距上 {top}、下 {bottom}、左 {left}、右 {right} 毫米"


def checked_templates(count: int) -> str:
    """Say how many templates were looked at."""
    return f"检查了 {count} 个模板。"


def commented(path: str) -> str:
    """Say where a copy with comments lies."""
    return f"批注：{path}"


def written_templates() -> str:
    """Say what to do with new templates."""
    return "用 Word 打开修改、保存，再用 docgen templates check 检查；删去就又用内置的模板。"


def _mm(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
