"""Takes the list of attacks, tries them, writes docs/安全.md with what answered: `python -m scripts.security_page`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.security.attacks import ATTACKS, GROUPS, Attack
from tests.security.ways import Answer, Range

from docgen.renderers import allowance, allowlist
from docgen.stationery.receiving.receive import MOST_BYTES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "安全.md"
LONGEST = 72
INTRODUCTION = """# 安全

别人交来的东西（模板、图片、记录、压缩包）一律当作来历不明：先限大小，再在隔离的进程里打开，只留下名单上有的，其余一律拒绝，
并说明是什么、在哪里、怎样改。下面 {count} 种做法都试过，每一种都被拒绝；表由测试用的同一张单子生成
（`make security`），不要手改。

## 做法

**隔离的进程。** 上传的模板和图片只在工作进程里打开。每件工作限时间、处理器时间和内存；超过的，进程结束，换一个新的，别的工作不受影响。
进程里不能连网、不能写文件、不能运行别的程序；交回来的只能是文字、数、字节和检查结果。Windows 没有处理器时间和内存的限制，只有时间限制。

**模板的语言。** 所有的模板（内置的、上传的、自己放进工作区的）用同一种语言，只许用名单上的：过滤器 {filters} 个、测试 {tests} 个、`range`；
映射只回答自己的栏目，文字和列表没有方法。没有 `attr`、`format`、`safe`、`lipsum`、`cycler`、`joiner`、`namespace`、`dict`。
一份材料至多 {steps}步（循环一次、调用一次、写一段各算一步）、{characters}个字；一个表达式至多得出 {text}字的文字、{items} 项的列表，
`range` 至多 {range}项。包含的文件只能在 `_shared` 和本文种的文件夹里。每一部分至多 {seconds:g} 秒。内置的模板因此慢百分之一、二。
内置 Word 模板编译成的代码存在用户自己的缓存文件夹里，下次直接用；这个文件夹别人也能写的，不读不写。别人的模板从不存。

**上传的模板。** 大小有上限：{sizes}；docx、xlsx 解压时逐块计数。
只许有名单上的部件和关系：没有宏、对象、控件、并入的文件、链接的图片；
文字链接只能是 http、https、mailto（点了才打开）；域只许页码、目录、日期一类；表格的公式不能取用表外的内容。网页模板只许名单上的标签和属性，
栏目不能写进地址和样式。检查通过后，填满一次、留空一次；都成了才收下，按读到的部件重新写成，原来的一份留着，可以恢复。

**图片。** 先看开头的字节、大小和像素，再解码；只收 JPEG、PNG、WebP。按拍摄方向转正，去掉全部附加信息（包括拍摄地点），长边至多 1600 像素，
重新编码；名称只留安全的字，不覆盖别的文件。

**记录和压缩包。** YAML 只有文字、列表和映射，没有别名、标签、并入；大小和层数有上限。
压缩包逐项检查路径、链接、大小和压缩比，只取单位自己的文件。

**请求。** 先看主机名、来自哪个网站、内容多大、同时有多少，再看是谁、能做什么；不能看的，和没有的一样回答。页面不用别处的脚本，
内容安全策略不许行内脚本和样式；每次改动要本次登录的凭据；材料的预览在没有脚本的框里。登录试错会越等越久。没有账号时只应答本机，
经代理来的不应答。本程序从不向外发请求。

**不管的。** 能在这台电脑上直接改文件的人不在防范之内；进程的隔离用的是 Python 的审计钩子和系统的限额，不是虚拟机；内存超限时，
个别的库会直接崩溃，那时说的是“程序中断”。
"""
HEAD = "| 试了什么 | 内容 | 怎样试 | 答复 |\n| --- | --- | --- | --- |"
MEGA, KIB, TEN_THOUSAND = 1024 * 1024, 1024, 10_000


def page(answers: Mapping[Attack, Answer]) -> str:
    """Return the page."""
    parts = [_introduction()]
    for title, attacks in GROUPS:
        parts += [f"## {title}\n", HEAD + "\n" + "\n".join(row(each, answers[each]) for each in attacks) + "\n"]
    return "\n".join(parts)


def row(attack: Attack, answer: Answer) -> str:
    """Return what was tried and what answered."""
    return f"{beginning(attack)} {_cell(answer.message)} |"


def beginning(attack: Attack) -> str:
    """Return what of a row does not depend on the machine."""
    return f"| {attack.name} | {_code(attack.shown or str(attack.payload))} | {attack.how} |"


def answered() -> Iterator[tuple[Attack, Answer]]:
    """Try all attacks."""
    with Range() as here:
        for attack in ATTACKS:
            yield attack, next(each for each in here.answer(attack) if each.code == attack.code)


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(dict(answered())), encoding="utf-8")
    print(PAGE)


def _introduction() -> str:

    sizes = "、".join(f"{format} {_size(most)}" for format, most in MOST_BYTES.items())
    return INTRODUCTION.format(
        count=len(ATTACKS), filters=len(allowlist.FILTERS), tests=len(allowlist.TESTS),
        seconds=allowance.MOST_SECONDS, steps=_count(allowance.MOST_STEPS),
        characters=_count(allowance.MOST_CHARACTERS), text=_count(allowance.MOST_TEXT), items=allowance.MOST_ITEMS,
        range=_count(allowance.MOST_RANGE), sizes=sizes,
    )  # fmt: skip


def _count(number: int) -> str:
    """Return a round number as it is said."""
    return f"{number // TEN_THOUSAND} 万"


def _size(size: int) -> str:
    return f"{size // MEGA} MiB" if size >= MEGA else f"{size // KIB} KiB"


def _code(text: str) -> str:
    """Return a text as code, shortened, on one line of a table."""
    line = " ".join(text.split())
    short = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    fence = "``" if "`" in short else "`"
    return f"{fence}{short.replace('|', chr(92) + '|')}{fence}"


def _cell(text: str) -> str:
    for sign, written in {"\\": "\\\\", "|": "\\|", "<": "&lt;", "*": "\\*", "_": "\\_"}.items():
        text = text.replace(sign, written)
    return " ".join(text.split())


if __name__ == "__main__":
    main()
