"""Takes nothing, gives the words for editing a record: two edits that met, and what cannot be stored."""

from __future__ import annotations

from docgen.vocabulary.words import Words

_VERSIONS = "请核对两份内容，把要保留的合在一起再保存。"

EDITING_WORDS: dict[str, Words] = {
    "record-changed": Words("记录「{value}」在打开之后已被别人改过，这次没有保存。", _VERSIONS),
    "record-gone": Words(
        "记录「{value}」在打开之后已被别人删除，这次没有保存。", "请从回收站恢复后再改，或另存为新记录。"
    ),
    "record-text-empty": Words("没有内容，没有保存。", "请写上记录的内容；不要这条记录的，请用删除。"),
    "record-text-several": Words(
        "这段文字里有 {value} 条记录，没有保存。", "请只写一条，删去单独成行的 ---；其余各条请分别新建。"
    ),
    "record-large": Words(
        "保存后文件将有约 {size} KB，超过上限 {limit} KB，没有保存。", "请把长的内容放进附件，或分成几条记录。"
    ),
    "record-without-kind": Words("没有写明记录的「类型」，没有保存。", "请先选择是哪一种记录。"),
    "record-value-not-plain": Words("「{key}」的内容「{value}」不是文字、列表或分项，没有保存。", "请写成文字。"),
    "record-key-unwritable": Words(
        "栏目名称「{value}」不能使用，没有保存。", "栏目名称请用一行以内的文字，不要重复或留空。"
    ),
    "record-deep": Words("内容套了 {value} 层以上，没有保存。", "请减少层次。"),
    "record-unwritable": Words("这些内容写成文件后读回来不一样，没有保存。", "请在“YAML”页里直接改，或报告此问题。"),
    "record-moved": Words("文件「{value}」刚刚被其他程序改动，没有保存。", "请重新打开记录，核对后再保存。"),
    "revision-unknown": Words("历史中没有第 {value} 号改动。", "请从历史列表中选择。"),
    "revision-without-record": Words("第 {value} 号改动里没有可以恢复的记录。", "请选择较早或较晚的一号。"),
    "workspace-busy": Words("工作区正被其他程序写入，等了 {value} 秒仍未轮到，没有保存。", "请稍后再试。"),
}
