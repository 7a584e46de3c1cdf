"""Takes nothing, gives what the command `watch` says: its help, and a line for each round."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.vocabulary.commands import BETWEEN

WATCH_HELP = """存盘就重新生成：边改记录、单位文件、照片或模板，边看材料。

SUBJECT、FILE 的写法与 render 相同，可写多个。先生成一次，此后每次存盘重新生成，到按 Ctrl-C 为止。
记录写错了，像 check 一样指出，改好存盘就行；材料正在 Word 里打开而写不了的，说明后继续。"""
POLL_OPTION = "每秒查看一次文件；用在网络盘等不报告存盘的地方。"
MOST = 2


def watching(about: Sequence[str], folder: str) -> str:
    """Say what is watched, where its papers lie, and how to end."""
    return f"{BETWEEN.join(about)}：存盘就重新生成，材料放在 {folder}。按 Ctrl-C 结束。"


def ended() -> str:
    """Say that watching is over."""
    return "不再留意存盘。材料都已写完。"


def turn(clock: str, saved: Sequence[str], papers: Sequence[str], gaps: Sequence[str]) -> str:
    """Say in one line when a round was, what was saved before it, which papers it wrote and what they lack."""
    begun = f"{clock}  {some(saved)} 已存盘，" if saved else f"{clock}  "
    wrote = f"生成 {some(papers)}" if papers else "没有生成材料"
    lacks = f"；待补充 {len(gaps)} 处：{some(gaps)}" if gaps else ""
    return f"{begun}{wrote}{lacks}"


def some(names: Sequence[str]) -> str:
    """Name a few things; of more the first, and how many there are."""
    return BETWEEN.join(names) if len(names) <= MOST else f"{names[0]} 等 {len(names)} 个"


def lack(label: str, file: str, line: int | None) -> str:
    """Name a gap, and where it would be written."""
    return f"{label}（{file}:{line}）" if line else f"{label}（{file}）"
