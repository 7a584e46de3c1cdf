"""Takes nothing, gives what the ruler calls its measures, and what it says of them."""

from __future__ import annotations

from docgen.vocabulary.words import Words

RULER_WORDS: dict[str, Words] = {
    "ruler-engine-missing": Words(
        "这台电脑还不能量版面：缺少 pypdfium2（{message}）。", "请执行 pip install docgen[ruler]；生成材料不受影响。"
    ),
}

ITEM_LABELS = {
    "lines": "每页行数",
    "characters": "每行字数",
    "right-edge": "满行右边",
    "hanging": "行尾标点悬出版心",
    "first-ink": "首行墨迹上边",
    "last-ink": "末行墨迹下边",
    "mark": "标志上边",
    "bulletin-mark": "简报名称上边",
    "red-rule": "红线宽度",
    "red-rule-drop": "红线在上一行文字下",
    "title": "标题每行字数",
    "page-number-side": "页码左右",
    "page-number-drop": "页码在版心下",
    "imprint": "版记末条线",
    "imprint-weight": "版记线粗细",
    "line-ends": "避头尾",
    "split": "数字与年月日等不拆行",
    "signature": "署名页有正文",
    "date": "成文日期的位置",
    "fonts": "字体",
    "missing": "缺字",
}

BETWEEN, BETWEEN_NAMES = "；", "、"
NOT_FOUND = "没有量到"
LINES_NOTE = "满页 {count} 页"
CHARACTERS_NOTE = "全是汉字和全角标点的满行 {count} 行；不足 {full} 字的，都因避头尾或数字不拆行"
CHARACTERS_SHORT = "第{page}页「{text}」只有 {count} 字，却放得下下一行的开头"
RIGHT_NOTE = "满行 {count} 行"
RIGHT_WRONG = "第{page}页「{text}」"
INK_NOTE = "满页 {count} 页，字体不同可差 {tolerance} 毫米"
LINE_ENDS_NOTE = "转行 {count} 处"
LINE_ENDS_WRONG = "第{page}页「{end}｜{begin}」"
SIDE_NOTE = "共 {count} 页，单页居右、双页居左"
SIDE_WRONG = "第{page}页没有页码，或不在外侧、不是“— 页码 —”"
FONTS_NOTE = "{found} 代 {official}"
FONTS_OWN = "{found} 即 {official}"
FONTS_STRANGE = "{found}：没有要求用它"
FONTS_LOOSE = "{found}：没有嵌入"
DATE_NOTE = "日期首字在署名首字右二字；日期长于署名的，日期右空二字"
SIGNATURE_WRONG = "第{page}页只有署名，没有正文"
NONE_WRONG = "无"
ABOUT, AT_MOST, WITHIN = "约 {value}", "不多于 {value}", "{value} ± {tolerance}"
SIDE_TARGET = "距版心外侧 {value}"
FONTS_TARGET = "要求的字体，或指定的替代字体；全部嵌入"
WEIGHT_TARGET = "首末 {outer}，中间 {inner}，± {tolerance}"
