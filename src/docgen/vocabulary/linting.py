"""Takes nothing, gives what the command `lint` says: its help, and the lines around its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.vocabulary.commands import tally

if TYPE_CHECKING:
    from docgen.findings import Level

LINT_HELP = """检查 Word 文件的版式是否合乎 GB/T 9704，手工做的也可以，逐处说明怎么改。

FILE 是 .docx 文件，或放有它们的文件夹（连同下级文件夹）；不用工作区。标准规定的是错误，标准推荐的是警告，实务中的习惯是提示。
有错误时退出码为 1，有文件读不出来时为 2。"""
FORMAT_OPTION = "结果用文字、JSON 还是 SARIF。"
FIX_OPTION = "另存一份改好版式的“文件名-已改.docx”；文字和标点不改，仍列出。"
COMMENTS_OPTION = "另存一份，问题写成 Word 批注。"
OUT_OPTION = "另存到哪个文件夹；默认与原文件同处。"
MENDED, COMMENTED = "-已改", "-批注"


def no_faults(file: str) -> str:
    """Say that nothing was found in a file."""
    return f"{file}：没有发现问题。"


def copied(path: str) -> str:
    """Say where a copy of a file is."""
    return f"另存为 {path}。"


def fixed(file: str, mended: int, left: dict[Level, int]) -> str:
    """Head what is left in a mended copy."""
    done = f"改好 {mended} 处" if mended else "没有能代改的"
    return f"{file}：{done}，" + (f"还有 {tally(left)}。" if left else "没有余下的问题。")


def mendable(count: int) -> str:
    """Say how many findings the command can mend itself."""
    return f"其中 {count} 项可用 docgen lint --fix 另存一份改好的。"


def beginning(text: str) -> str:
    """Quote how a paragraph begins."""
    return f"  〔{text}〕" if text else ""
