"""Takes a place in a document, gives the words by which a person finds it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from docgen.findings import Place

BODY = "document"
PARTS = {
    "header": "页眉",
    "footer": "页脚",
    "footnotes": "脚注",
    "endnotes": "尾注",
    "comments": "批注",
    "styles": "样式",
    "settings": "文档设置",
    "numbering": "编号",
    "fontTable": "字体表",
    "core": "文档属性",
    "app": "文档属性",
    "custom": "文档属性",
}
_NUMBER = re.compile("[0-9]*$")


def place_text(place: Place) -> str:
    """Say where in a document a place is: 第3页, 第12段, 表1第2行第3格, 页眉第1段; "" where the place is a whole file or a line.

    What stands in a table is told by its cell, which a person can count; the paragraph's number is for programs.
    """
    words = [f"第{place.page}页"] if place.page else []
    words.append(_part(place.part))
    if place.table:
        words += [f"表{place.table}", *_counted((place.row, "行"), (place.cell, "格"))]
    else:
        words += _counted((place.paragraph, "段"))
    return "".join(words)


def _part(name: str) -> str:
    """Name a part of a Word file, "" for its body; a part that has no name for people keeps its file name."""
    stem = PurePosixPath(name).stem
    return "" if stem in {"", BODY} else PARTS.get(_NUMBER.sub("", stem), PurePosixPath(name).name)


def _counted(*counted: tuple[int, str]) -> list[str]:
    return [f"第{number}{noun}" for number, noun in counted if number]
