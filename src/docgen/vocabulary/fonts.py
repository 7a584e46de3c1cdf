"""Takes fonts and characters, gives what is said of them."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.vocabulary.words import Words

FONT_WORDS: dict[str, Words] = {
    "font-missing": Words(
        "这台电脑没有字体「{value}」，也没有可以代替它的中文字体，PDF 里的汉字会是方框。",
        "请由单位正版安装正式字体；或装开放的字体：Debian、Ubuntu 上运行 make setup，或 sudo apt-get install fonts-noto-cjk。"
        "装在别的文件夹里的，把文件夹写进环境变量 DOCGEN_FONTS。",
    ),
    "fonts-foreign": Words(
        "环境变量 FONTCONFIG_FILE 指定了别的字体配置，PDF 用哪种字体由它决定。",
        "这里列的是按 docgen 自己的次序推算的；以 PDF 生成后的提示为准。",
    ),
}

FONTS_HELP = """查看模板要用的字体本机有没有、由什么代替，记录里有哪些生僻字。

默认查整个工作区的记录；也可写单位、单位和期间、记录的编号，或文件、文件夹。没有工作区时只查字体。"""

BETWEEN = "、"
_BOLD = 600
_SAMPLE = 20
"""So many characters are named, the rest are told by the command fonts."""


def face_text(family: str, weight: int) -> str:
    """Name a face: its family, and that it is the bold one."""
    return f"{family} 粗体" if weight >= _BOLD else family


def stood_in(substitutes: Iterable[tuple[str, str]], papers: int) -> str:
    """Say once which fonts stood in for which in so many pdf files."""
    pairs = "，".join(f"{asked} 由 {by} 代替" for asked, by in substitutes)
    return f"字体：本机缺正式字体，PDF 里 {pairs}{_count(papers)}。详见 docgen fonts。"


def helped_out(borrowed: Iterable[tuple[str, str]], papers: int) -> str:
    """Say once which characters another font drew in so many pdf files."""
    pairs = "，".join(f"「{_sample(chars)}」由 {by} 补上" for chars, by in borrowed)
    return f"生僻字：PDF 里 {pairs}{_count(papers)}。详见 docgen fonts。"


def unseen(chars: str, papers: int) -> str:
    """Say once which characters no font has, in so many papers."""
    return f"缺字：本机的字体里都没有「{_sample(chars)}」{_count(papers)}。详见 docgen fonts。"


def _count(papers: int) -> str:
    return f"（{papers} 份）" if papers > 1 else ""


def _sample(chars: str) -> str:
    return chars if len(chars) <= _SAMPLE else f"{chars[:_SAMPLE]}……"


# ---- the command ----

FONT_COLUMNS = ("字体", "文种", "格式", "本机")
CHARACTER_COLUMNS = ("字", "码位", "次数", "PDF 由谁画", "Word 里写", "出处")
NOWHERE = "缺字"
OFFICIAL_ADVICE = (
    "正式字体请由单位正版安装，docgen 不附带也不下载；装好以后，PDF 就改用它。Word 文件里写的已经是正式名称，"
    "在装有它的电脑上打开即可。另有字体文件夹的，写进环境变量 DOCGEN_FONTS。"
)
STAND_INS = "代替的字体："
TO_INSTALL = "还可以装的开放字体："
GLYPHS_ADVICE = "缺字的，PDF 上是方框：请安装收字更全的字体（例如思源宋体），或者用 Word 文件。"
_FANDOL = "软件包 texlive-lang-chinese；在仓库里 make setup 会取到 .fonts/"
_NOTO = "软件包 fonts-noto-cjk；在仓库里 make setup 会装上"
SOURCES = {
    "FandolFang": _FANDOL,
    "FandolKai": _FANDOL,
    "FandolHei": _FANDOL,
    "LXGW WenKai": "软件包 fonts-lxgw-wenkai",
    "Noto Serif CJK SC": _NOTO,
    "Noto Sans CJK SC": _NOTO,
}


def here(file: str) -> str:
    """Say that a font is on this machine, and in which file."""
    return f"有（{file}）"


def replaced(by: str) -> str:
    """Say what stands in for a font."""
    return f"由 {by} 代替" if by else "没有，也没有可代替的"


def source_of(family: str) -> str:
    """Say where a font comes from, "" where that is not known."""
    return SOURCES.get(family, "")


def to_get(family: str) -> str:
    """Say where a font is to be had."""
    return f"{family}：{source_of(family)}"


def nothing_here() -> str:
    """Say that no Chinese font is on this machine at all, and what to do."""
    return (
        "这台电脑没有可用的中文字体，PDF 里的汉字会是方框。Debian、Ubuntu 上请在仓库里运行 make setup，"
        "或 sudo apt-get install fonts-noto-cjk；Word 文件不受影响。"
    )


def rare_head(body: str, *, by_standard: bool) -> str:
    """Head the table of characters beyond the body's font."""
    return f"记录里 {body} 没有的字" + ("（本机没有这种字体，按 GB 2312 算）：" if by_standard else "：")


def none_rare(body: str, *, by_standard: bool) -> str:
    """Say that the body's font has every character."""
    return f"记录里的字 {body} 都有" + ("（本机没有这种字体，按 GB 2312 算）。" if by_standard else "。")


def in_word(font: str, *, has: bool) -> str:
    """Say which font docx asks for, and that Word may have to look on."""
    return font if has else f"{font}（未必有，Word 自行另找）"


def first_places(places: Iterable[str], texts: int) -> str:
    """Say where a character first stands, and in how many texts."""
    shown = list(places)
    return BETWEEN.join(shown) + (f" 等 {texts} 处" if texts > len(shown) else "")
