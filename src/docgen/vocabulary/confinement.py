"""Takes nothing, gives the words for work on somebody's file that took more than it may."""

from __future__ import annotations

from docgen.vocabulary.words import Words

_SIMPLER = "请检查模板里的循环和很大的数；来源不明的文件，不要使用。"

CONFINEMENT_WORDS: dict[str, Words] = {
    "confinement-time": Words("处理这个文件用了 {limit} 秒还没有完，已停止。", _SIMPLER),
    "confinement-memory": Words("处理这个文件要用的内存超过 {limit} MiB，已停止。", _SIMPLER),
    "confinement-answer": Words("由这个文件生成的结果超过 {limit} MiB，已停止。", _SIMPLER),
    "confinement-crash": Words(
        "处理这个文件时程序中断了（{reason}），没有留下任何结果。", "请检查文件是否完好；来源不明的文件，不要使用。"
    ),
    "confinement-busy": Words("正在处理的文件太多，暂时轮不到这一个。", "请过一会儿再试。"),
}
