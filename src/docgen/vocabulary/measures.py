"""Takes measures of a page, gives the words in which `lint` says what was found and what is expected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NOTHING_SAID = "未指定"
CENTRED, AT_LEFT, AT_RIGHT, SPREAD = "居中", "居左", "居右", "两端对齐"
ALIGNMENTS = {"center": CENTRED, "left": AT_LEFT, "right": AT_RIGHT, "both": SPREAD}
BOLD, NOT_BOLD = "加粗", "不加粗"
MISSING, SAME_ON_ALL_PAGES = "没有", "单双页相同"
ODD_RIGHT, EVEN_LEFT = "单页居右", "双页居左"
IN_TEXT, AT_BOTTOM = "排在正文之后", "锚定在版心底部"
BLACK = "黑色"
RED, NOT_RED = "红色", "不是红色"
WITHOUT_MARK = "名称后不加标点"
FULL_COLON, FULL_STOP = "全角冒号", "句号"
NO_WIDOW_CONTROL, WIDOW_CONTROL = "不勾选孤行控制", "孤行控制"
PAGE_FIELD = "页码域"
DATE_EXAMPLE, NUMBER_EXAMPLE, PAGE_EXAMPLE = "2020年3月5日", "〔2020〕1号", "— 1 —"
HAN_YEAR_EXAMPLE = "二〇二〇年"
PRINTED_EXAMPLE = "2020年3月5日印发"
FROM_THEME, NAMED_FACE = "主题字体", "直接指定的字体"
WITH_NUMBER, WITHOUT_NUMBER = "带顺序号", "单个附件不编号"
NO_MARKS = "不加书名号"
BY_BLANKS, BY_INDENT = "用空格", "用缩进"
ADJACENT = "不用顿号"
UNCERTAIN_LINES = "行数随字体而变"
WITHOUT_STOP, FULL_MARKS, FULL_BRACKETS = "末尾不加标点", "全角标点", "全角圆括号"
_SIDES = {"top": "上边距", "right": "右边距", "bottom": "下边距", "left": "左边距"}


def lines(number: int, pitch_pt: float) -> str:
    """Say how many lines a page holds at a pitch."""
    return f"每面 {number} 行（行距 {plain(pitch_pt)} 磅）"


def lines_wanted(number: int, least: float, most: float) -> str:
    """Say how many lines a page should hold, and the pitches that give them."""
    return f"每面 {number} 行（固定值 {plain(least)} 至 {plain(most)} 磅）"


def uncertain_lines(multiple: float) -> str:
    """Say that a multiple of the font's own height gives no certain number of lines."""
    return f"{plain(multiple)} 倍行距（{UNCERTAIN_LINES}）"


def characters(number: int) -> str:
    """Say how many characters a line holds."""
    return f"每行 {number} 字"


def size(name: str | None, pt: float) -> str:
    """Name a type size."""
    return f"{name}（{plain(pt)} 磅）" if name else f"{plain(pt)} 磅"


def face(size_name: str, name: str) -> str:
    """Name a face in its size: 三号仿宋."""
    return f"{size_name}{name}"


def both(*parts: str) -> str:
    """Join what is said of face and size."""
    return "、".join(part for part in parts if part)


def names(found: Iterable[str]) -> str:
    """List fonts, those that are not named too."""
    return "、".join(dict.fromkeys(name or NOTHING_SAID for name in found))


def millimetres(side: str, mm: float) -> str:
    """Say a margin."""
    return f"{_SIDES[side]} {plain(round(mm, 1))} 毫米"


def millimetres_wanted(least: float, most: float) -> str:
    """Say between which lengths a margin should be."""
    return f"{plain(round(least, 1))} 至 {plain(round(most, 1))} 毫米"


def length(mm: float) -> str:
    """Say a length."""
    return f"{plain(round(mm, 2))} 毫米"


def sheet(width: float, height: float) -> str:
    """Say the size of a sheet."""
    return f"{round(width)}×{round(height)} 毫米"


def chars(count: float) -> str:
    """Say an indent in characters."""
    return f"{plain(round(count, 1))} 字"


def start(count: float) -> str:
    """Say where a paragraph begins."""
    return f"左空 {plain(round(count, 1))} 字" if count >= 0.05 else "顶格"


def wrapped(count: float) -> str:
    """Say where the lines begin that wrap."""
    return f"回行{start(count)}"


def right_indents(name: float, date: float) -> str:
    """Say the right indents of a signature and its date."""
    return f"署名右空 {plain(round(name, 1))} 字、日期右空 {plain(round(date, 1))} 字"


def either(options: Sequence[str]) -> str:
    """Offer several."""
    return "，或".join(dict.fromkeys(options))


def colour(code: str) -> str:
    """Say a colour by its code."""
    return f"彩色（#{code}）"


def spaces(before_pt: float, after_pt: float) -> str:
    """Say the spaces around a paragraph."""
    return f"段前 {plain(before_pt)} 磅、段后 {plain(after_pt)} 磅"


def blank_lines(count: int) -> str:
    """Count blank paragraphs."""
    return f"{count} 个空段"


def after_level(found: str, before: str) -> str:
    """Say what number follows what other."""
    return f"“{before}”之后是“{found}”"


def quoted(text: str) -> str:
    """Quote a short text."""
    return f"“{text}”"


def also(numbers: Sequence[int], count: int, shown: int) -> str:
    """Say where else the same was found: by the paragraphs' numbers, "" for nowhere."""
    if count <= 1:
        return ""
    listed = "、".join(map(str, numbers[:shown]))
    if not listed:
        return f"（共 {count} 处）"
    return f"（共 {count} 处：第{listed}段{'等' if count > min(len(numbers), shown) else ''}）"


def basis(standard: str, clause: str, strength: str) -> str:
    """Say what a rule rests on; practice has no clause."""
    return f"{standard} {clause}（{strength}）" if clause else strength


def plain(value: float) -> str:
    """Write a number without idle zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def free_lines(count: int) -> str:
    """Say how much of the last page is free below the imprint."""
    return f"{IN_TEXT}，其下至少还空 {count} 行"
