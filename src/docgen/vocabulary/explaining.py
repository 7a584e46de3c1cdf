"""Takes nothing, gives the words for explaining a figure by the records behind it."""

from __future__ import annotations

from docgen.vocabulary.words import Words

EXPLAIN_HELP = """说明一份材料里的一个数是怎么来的：由哪些记录数出，写在哪个文件第几行。

KIND 是文种（年度工作总结，或 branch-year-review），SUBJECT 是单位和期间（一支部/2020）或记录的编号。
FIGURE 是数在材料里的位置，可以只写其中几级，例如 支委会.到会率；不写，列出这份材料里全部的数。
上级单位的数，逐级查到各支部的记录。"""

FIGURE_COLUMNS = ("位置", "数", "记录数")
SOURCES_OPTION = "末尾附“依据”：每个数由哪些记录数出；html 里可点击跳转。公开的材料不附。"
NOBODY = "没有记录"
NO_FIGURES = "这份材料里没有数。"
MORE = "……"

EXPLAINING_WORDS: dict[str, Words] = {
    "figure-unknown": Words(
        "{kind}里没有名为“{value}”的数。",
        "是不是：{near}？不写 FIGURE，可列出全部的数。",
        ("不写 FIGURE，可列出这份材料里全部的数。",),
    ),
    "figure-unclear": Words("“{value}”有 {count} 个数。", "请写得更全，例如：{near}。"),
    "explain-several-papers": Words("“{value}”有不止一份{kind}。", "请写明是哪一份：{near}。"),
}


def headline(kind: str, subject: str, path: str, text: str) -> str:
    """Say which figure of which paper is meant."""
    return f"{subject} {kind}\n{path}：{text}"


def count_line(count: int) -> str:
    """Say that a figure is the number of some records."""
    return f"由来：数出 {count} 条记录。"


def sum_line(parts: str) -> str:
    """Say that a figure is a sum."""
    return f"由来：相加，{parts}。"


def share_line(part: str, whole: str) -> str:
    """Say that a figure is a share."""
    return f"由来：占比，{part} ÷ {whole}。"


def mean_line(whole: str, many: str) -> str:
    """Say that a figure is a mean."""
    return f"由来：平均，{whole} ÷ {many}。"


def stated_line(count: int) -> str:
    """Say that a figure is worked out from what records say."""
    return f"由来：取自 {count} 条记录。"


def without_records_line() -> str:
    """Say that a figure rests on no record."""
    return "由来：不是由记录数出的（序号、应做而没有做的事等）。"


def record_text(day: str, name: str) -> str:
    """Say which record stands behind a figure, in an appendix."""
    return f"{day} {name}" if day else name


def cited_text(subject: str, figure: str, count: int) -> str:
    """Say which figure a unit handed up."""
    return f"{subject}：{figure}（{count} 条记录）"


def unit_line(unit: str, figure: str, count: int) -> str:
    """Head the records of a unit, with its own figure where it handed one up."""
    return f"{unit}{f'：{figure}' if figure else ''}（{count} 条记录）"
