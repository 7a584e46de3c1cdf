"""Takes nothing, gives the words of the pages that publish: the bulletin, templates, the history, accounts."""

from __future__ import annotations

from docgen.findings import Place
from docgen.vocabulary.places import place_text
from docgen.vocabulary.words import Words

NO_ISSUE = "这个月在设置的起始月之前，还没有简报；保存以后才有。"
PUBLISHING_WORDS: dict[str, Words] = {
    "file-unmade": Words("这个文件（{value}）没有做成：{reason}。", "可先下载别的格式。"),
    "template-none-sent": Words("没有等待启用的模板（{value}）。", "请先上传。"),
}


def where(place: Place) -> str:
    """Say where in a template something is: its paragraph or cell, or its line."""
    return place_text(place) or (f"第{place.line}行" if place.line else "")
