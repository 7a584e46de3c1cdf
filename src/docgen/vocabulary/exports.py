"""Takes how the files of an export stand, gives the words for that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docgen.vocabulary.commands import BETWEEN

CLUSTER_OPTION = "交给 Dask 集群去做，写调度进程的地址，例如 tcp://主机:8786。"
BOX_OPTION = "每个单位另做一份档案盒：全部材料合成一个 PDF，有封面、目录、书签，逐页盖页码。"
STATUS_BOX_OPTION = "连同档案盒一起看。"
OVERWRITE_EDITED_OPTION = "有人改过的文件也覆盖；不加时保留它，新稿放在旁边。"
STATUS_HELP = """查看一个期间的导出：哪些文件是最新的，哪些该重出（为什么），哪些有人改过，哪些已没有依据。

不写任何文件；再运行一次 docgen export 就补齐。
"""
STATUS_OUT_OPTION = "导出在哪个文件夹；默认为工作区的 output/期间。"

STANDINGS = {
    "current": "最新",
    "stale": "该重出",
    "missing": "还没有",
    "edited": "有人改过（保留）",
    "orphaned": "已没有记录作依据",
}
CHANGES = {"view": "记录变了", "template": "模板或版式变了", "engine": "docgen、字体或程序库变了"}


def standing_lines(standings: Mapping[Any, int], edited: Sequence[str]) -> Iterator[str]:
    """Say which files an export left as they were, and why; `edited` are papers that went beside somebody's own."""
    if current := standings.get("current"):
        yield f"{current} 个文件没有变化，保留原样。"
    if count := standings.get("edited"):
        yield f"{count} 个文件有人改过，没有覆盖，新稿放在旁边："
        yield from (f"  {path}" for path in edited)
    if orphaned := standings.get("orphaned"):
        yield f"{orphaned} 个文件的记录已不在，文件没有删除；是哪些，见 docgen status。"


def standing_text(standing: str, count: int) -> str:
    """Head the files that stand alike, or sum them up."""
    return f"{STANDINGS[standing]}：{count} 个"


def file_line(path: str, changed: Sequence[str]) -> str:
    """Name a file, and what has changed since it was made."""
    return f"{path}（{BETWEEN.join(CHANGES[part] for part in changed)}）" if changed else path


def files_not_shown(count: int) -> str:
    """Say how many files are left out."""
    return f"……另有 {count} 个，加 --format json 可看全部。"


def never_exported(folder: str) -> str:
    """Say that there is no export yet."""
    return f"{folder} 里还没有导出。"


OUTLETS = {"wechat": "公众号", "web": "网页"}
"""What the names of files say of the outlet that a page was made for."""
