"""Takes nothing, gives the Chinese of docs/性能.md."""

from __future__ import annotations

NOT_MEASURED = "未测"
YES, NO = "是", "否"
DISTURBED = "待重测"

INTRODUCTION = """\
# 性能

本页由 `make bench` 生成（`python -m benchmarks.page all`），不手改；只写页、不测量：`python -m benchmarks.page`。
各部分可以分开测，命令见各节和 [benchmarks/README.md](../benchmarks/README.md)。没有测过的写“未测”。

时间取各轮中位数；同一节里的各项在同一次运行里轮流测，每轮各测一批，倍数取各轮倍数的中位数，所以整台机器忽快忽慢不影响倍数。
机器上有别的程序在跑时，毫秒数偏大，而且一份用时长的比用时短的吃亏更多，倍数就不可靠：各节末尾写着测量期间别的程序占用的处理器时间，
超过一成的，时间一类的目标写“待重测”，不作结论。

## 机器"""

SECTIONS = {"targets": "## 目标与实测"}

DETAILS = {
    "docx": """\
## docx：同一份会议记录

四支部 2020 年 11 月 6 日支委会的会议记录：五个议题，一张三行的任务表（`samples/` 里的记录，模板是 docgen 自己的 `meeting-record.docx`）。

- docgen：从视图（纯数据）到文件字节，模板已编译，一个核。
- docxtpl：同一个模板、同一份数据；“每份新开”是每份新建 DocxTemplate、渲染、存到内存，“重用对象”是只建一次。
- docxtemplater、Carbone：node 里一个常驻进程，先热身。模板由脚本从 docgen 的模板改写（`benchmarks/peers/docxtemplater.py`、`carbone.py`）：
  样式、表格、固定文字不动，每个 `{%p if %}`、`{%p for %}`、`{%tr for %}` 和每个 `{{ }}` 换成它们各自的写法，条件和循环一个不少。
  docxtemplater 的条件和带点的名字由一个很短的 parser 回答（比它自带的表达式解析快）。Carbone 的条件写成零个或一个元素的循环；
  它的免费版说不出的（一段文字中间的条件、文件属性里的题名）事先写进数据，只会让它少做事。
  测前逐段比对：各家成品的段落数、每段文字、表格行数都与 docgen 的相同，见下面“文字相同”。
- 下限：只把编译好的文字填一遍、压缩一次，不解析、不组装，任何引擎都快不过它。
- 全程：读 YAML、验证、核对引用、与本支部其他记录（已在内存）合成台账、成文、渲染。
- 带照片的一份：一支部 2020 年 10 月 21 日宣传稿，两幅照片；docxtpl 用 InlineImage。""",
    "pdf": """\
## pdf：同一份会议记录

“直接调用”是在同一个热进程里逐份 `HTML(string=...).write_pdf()`，用的是 docgen 的同一份 html。LibreOffice 转 docgen 的 docx，Chromium 打印
docgen 的 html，都用 docgen 的字体；一次 20 份的时间除以 20。“同轮”是与 LibreOffice、Chromium 轮流时测的，也是一批 20 份的时间除以 20。""",
    "startup": "## 启动",
    "scale": """\
## 规模

`scripts.samples` 生成的工作区，从命令行导出全年 docx。每支部用时分两种：整条命令；运行报告（run.json）里的，不含 Python 启动。
每次导出还有一笔与支部数无关的用时：装载、编译模板、画图、机关的汇总；“每多一个支部”不含它。""",
    "workers": "## 两个进程",
    "again": "## 再导出一次\n\n`samples/` 的 2020 年，默认格式（含 pdf）。",
    "cluster": "## Dask\n\n调度进程和工作进程都是本机上的单独进程，工作进程单线程；每次先空跑一遍热身。",
    "crash": """\
## 中途被杀

随机时刻对整个进程组发 SIGKILL，看输出文件夹：docx、xlsx 能解压，pdf 以 %%EOF 结尾，json 能读；
再导出一次，与没有受过打扰的一次逐字节比较。""",
    "kills": """\
## 改记录时被杀

一个进程不停地新建、修改（数据和文字各半）、删除、恢复记录，每存好一次就答复一次；随机时刻对它发 SIGKILL，再由另一个进程恢复，
然后核对：答复过的改动都在日志里，日志逐行首尾相接，每个文件的字节与日志所记相同，没有临时文件。半数进程每次落盘前后故意停几毫秒，
好让更多的进程死在“写日志”和“换文件”之间。""",
    "clients": """\
## 五十个人同时用

`docgen serve` 单独一个进程，一万多条记录；五十个客户端一分钟里不停地：读一条共用的记录、改它的备注（加一个自己的记号，凭 ETag；
别人先改了的重读再改）、出一份 docx、列一页记录。另有一个读者一直在读记录文件。结束后核对：答复过“已保存”的记号都在，日志算出的
每个文件与磁盘上的字节相同，没有读到写了一半的文件。“一个人”是同一个服务上只有一个客户端时；“不经 HTTP”是同一份材料在热进程里直接生成。""",
}

HEADS = {
    "crowd": ("请求", "次数", "中位 ms", "95 % 不超过 ms", "最慢 ms"),
    "machine": ("项目", "值"),
    "targets": ("项目", "目标", "实测", "达到"),
    "figures": ("项目", "毫秒（中位）", "毫秒（最快一轮）", "倍数", "峰值内存（MB）"),
}

MACHINE = {
    "processor": "处理器",
    "cores": "核数",
    "memory": "内存（GB）",
    "system": "系统",
    "python": "Python",
}
VERSIONS = {"node": "Node.js", "soffice": "LibreOffice", "chromium": "Chromium", "weasyprint": "WeasyPrint"}

FIGURES = {
    "read-alone": "读一条记录，一个人",
    "write-alone": "改一条记录，一个人",
    "render-alone": "出一份 docx，一个人",
    "list-alone": "列一页记录，一个人",
    "read": "读一条记录",
    "write": "改一条记录",
    "render": "出一份 docx",
    "list": "列一页记录",
    "render-plain": "出一份 docx，不经 HTTP",
    "docgen": "docgen，视图→docx",
    "bound": "下限",
    "file": "docgen，记录文件→docx 全程",
    "docxtpl": "docxtpl，每份新开",
    "docxtpl-reused": "docxtpl，重用对象",
    "docxtemplater": "docxtemplater",
    "carbone": "Carbone",
    "docgen-pictures": "docgen，两幅照片",
    "docxtpl-pictures": "docxtpl，两幅照片",
    "html": "docgen，html（同一份）",
    "xlsx": "docgen，xlsx（同一次会议的签到表）",
    "pdf": "docgen，pdf",
    "weasyprint": "直接调用 WeasyPrint",
    "soffice-batch": "LibreOffice，一个进程 20 份，每份",
    "soffice-alone": "LibreOffice，单独一份",
    "chromium": "Chromium，单独一份",
    "pdf-beside": "docgen，pdf（同轮）",
    "weasyprint-beside": "直接调用 WeasyPrint（同轮）",
    "help": "docgen --help",
    "import-click": 'python -c "import click"',
    "one-docx": "docgen render，一份 docx",
    "import-docxtpl": 'python -c "import docxtpl"',
}
PEAKS = {"soffice-batch": "soffice"}
"""Whose memory a line shows, where it is not its own name."""

FACTS = {
    "crowd-clients": "同时的客户端",
    "crowd-seconds": "秒",
    "crowd-records": "记录",
    "crowd-edits": "答复“已保存”的改动",
    "crowd-late": "其间因别人先改而重来的（412）",
    "crowd-busy": "其间因忙而请稍后再来的（503）",
    "crowd-faults": "服务出错（5xx）",
    "crowd-lost": "丢失的改动",
    "crowd-halves": "读到写了一半的文件",
    "crowd-replayed": "由日志重放的文件",
    "crowd-differing": "重放后与磁盘不同的文件",
    "crowd-left": "留下的临时文件",
    "same-docxtpl": "文字相同，docxtpl",
    "same-docxtpl-reused": "文字相同，docxtpl（重用对象）",
    "same-docxtemplater": "文字相同，docxtemplater",
    "same-carbone": "文字相同，Carbone",
    "same-docxtpl-pictures": "文字相同，docxtpl（两幅照片）",
    "pages-pdf": "页数，docgen",
    "pages-weasyprint": "页数，直接调用 WeasyPrint",
    "pages-soffice": "页数，LibreOffice",
    "pages-chromium": "页数，Chromium",
    "help-imports": "--help 载入的大包",
    "docx-imports": "出一份 docx 载入的大包",
    "months": "有记录的月数",
    "jobs": "工作进程数",
    "branches": "支部数",
    "limit": "本机的上限：两个互不相干的循环同时跑，合起来是一个的几倍（同一轮里量，中位）",
    "further-100": "从 10 到 100 个支部，每多一个支部用的秒数",
    "further-1000": "从 100 到 1000 个支部，每多一个支部用的秒数",
    "papers-10": "10 个支部的文件数",
    "papers-100": "100 个支部的文件数",
    "papers-1000": "1000 个支部的文件数",
    "files": "文件数",
    "touched": "无改动的第二次导出写过的文件",
    "rewritten": "改一条记录后重写的文件",
    "needless": "其中内容未变的",
    "completed": "杀掉一个工作进程后导出完成",
    "same-as-here": "Dask 导出与本机导出字节相同",
    "same-after-kill": "杀掉一个工作进程后字节相同",
    "moments": "杀过的次数",
    "ended": "另有已经结束、没有杀到的次数",
    "mid": "杀过的次数中，文件夹里已有文件的",
    "kills": "杀过的次数",
    "edits-told": "答复“已保存”的改动",
    "edits-met": "杀时正改到一半的次数",
    "edits-finished": "其中重启后补完的",
    "lines-torn": "日志最后一行只写了一半的次数",
    "edits-lost": "答复过却找不到的改动",
    "files-differing": "与日志不一致的文件",
    "lines-broken": "前后接不上的日志行",
    "files-left": "留下的临时文件",
    "broken": "留下写了一半的文件",
    "different": "再次导出后字节不同",
    "left": "再次导出后还有临时文件",
    "papers": "每次的文件数",
}

_LINES = {
    "branch": "{size} 个支部，每支部 {value:.3f} 秒（整条命令，{rounds} 轮）",
    "inner": "{size} 个支部，每支部 {value:.3f} 秒（run.json，{rounds} 轮）",
    "driver": "{size} 个支部，主进程峰值 {value:.0f} MB",
    "one": "一个：{value:.1f} 秒（{rounds} 轮）",
    "two": "两个：{value:.1f} 秒（{rounds} 轮）",
    "first": "第一次：{value:.1f} 秒（{rounds} 轮）",
    "again": "无改动再一次：{value:.1f} 秒（{rounds} 轮）",
    "changed": "改一条记录再一次：{value:.1f} 秒（{rounds} 轮）",
    "undisturbed": "不受打扰的一次：{value:.1f} 秒",
}


def run_line(day: str, command: str, others: float) -> str:
    """Return when and by which command a part was measured, and how much other programs had of the machine."""
    return f"{day}，`python -m {command}`，其间别的程序占用处理器时间的 {others * 100:.0f} %"


def size_line(name: str, value: float, rounds: int) -> str:
    """Return a line for a number that stands in no table."""
    kind, _, size = name.partition("-")
    return _LINES[kind].format(size=size, value=value, rounds=rounds)
