"""Takes nothing, gives the words about papers: subjects, kinds, formats, templates, outputs."""

from __future__ import annotations

from docgen.vocabulary.words import Words

PAPER_WORDS: dict[str, Words] = {
    "gap": Words("{kind}缺少“{value}”。", "在记录中补写“{value}”；确实没有的，写“无”。"),
    "final-refused": Words(
        "“{value}”的{kind}未定稿：还有{count}处缺项或错误。",
        "按所列位置逐项补齐后再用 --final；不加 --final 可先出草稿。",
    ),
    "subject-invalid": Words(
        "看不懂“{value}”指的是什么。",
        "写成“单位/期间”（一支部/2020-03、一支部/2020-Q1、一支部/2020）、“单位/年度/姓名”，或记录的编号（一支部/2020-03-12-支委会）。",
    ),
    "period-needed": Words("“{value}”没有写要哪一段时间的材料。", "写成 {value}/2020-03 或 {value}/2020。"),
    "gap-unwritten": Words(
        "{kind}缺少“{value}”，还没有写它的记录。", "用 docgen new 新写一条（简报、年度总结、述职等），填上“{value}”。"
    ),
    "kind-unknown": Words(
        "没有名为“{value}”的文种。", "是不是：{near}？全部文种见 docgen kinds。", ("全部文种见 docgen kinds。",)
    ),
    "item-unknown": Words("“{subject}”里没有“{value}”，或它没有表决。", "写成 #议题1、#议题2……，序号同记录里的议题。"),
    "format-unknown": Words("{kind}没有 {value} 格式。", "可用的格式：{near}。"),
    "record-undated": Words("记录“{value}”没有写日期，出不了材料。", "请先在记录中补写日期。"),
    "no-paper": Words(
        "“{value}”没有可出的材料。",
        "检查期间、姓名、议题序号是否写对，文种的范围是否合适（docgen kinds）；要一段时间的全部材料，用 docgen export。",
    ),
    "template-missing": Words("找不到模板 {value}。", "内置模板应在 {folder}；重新安装 docgen 可恢复。"),
    "template-exists": Words("{path} 已经存在，没有覆盖。", "先改名或删除它，或加 --overwrite。"),
    "template-nowhere": Words("没有工作区，不知道把模板放在哪里。", "用 -C 指明工作区，或先运行 docgen init。"),
    "output-unwritable": Words(
        "写不了文件 {value}：{reason}。", "文件可能正在 Word 或 WPS 里打开，或磁盘已满、没有权限；关闭后再试。"
    ),
    "export-busy": Words(
        "另一次导出正在写文件夹 {value}。", "等它结束后再运行，它做好的不会重做；或用 --out 换一个文件夹。"
    ),
    "manifest-unreadable": Words(
        "清单 {value} 读不出来：{reason}。",
        "清单记着哪些文件是 docgen 写的，请从备份中恢复；或用 --out 换一个空文件夹；确认其中没有人改过的文件，用 --overwrite 全部重写。",
    ),
    "cluster-missing": Words(
        "没有安装连接集群要用的 Dask（{message}）。", "请执行 pip install docgen[cluster]；每台机器都要装。"
    ),
    "cluster-unreached": Words(
        "连不上集群 {value}（{message}）。", "检查地址，形如 tcp://主机:8786；确认调度进程 dask scheduler 已启动。"
    ),
    "cluster-empty": Words("集群 {value} 里没有工作进程。", "请在各台机器上启动：dask worker {value} --nthreads 1。"),
    "cluster-version": Words(
        "工作进程 {value} 的 docgen 是 {version}，这里是 {own}。", "各台机器须装同一版本，再重新启动工作进程。"
    ),
    "cluster-folder": Words(
        "工作进程 {value} 看不到文件夹 {folder}。", "工作区和输出文件夹须放在各台机器以同一路径都能读写的共享盘上。"
    ),
    "folder-taken": Words("{path} 已经有内容，没有覆盖。", "换一个空文件夹。"),
    "fault": Words("docgen 内部出错：{reason}。", "请把这条信息和出错的记录一并反馈给维护者。"),
}


def beside(stem: str, number: int) -> str:
    """Name the file of a paper that is put beside one that somebody changed by hand; `number` counts from 1."""
    return f"{stem}-新稿{number if number > 1 else ''}"
