"""Takes nothing, gives the words for files that cannot be opened as Word files."""

from __future__ import annotations

from docgen.vocabulary.words import Words

_SAVE_AS = "请用 Word 或 WPS 打开它，选“文件→另存为”，类型选“Word 文档（*.docx）”，再检查另存的文件。"
_DAMAGED = "请用 Word 或 WPS 打开，另存为 .docx 后重试；打不开的，向来源重新要一份。"

OPENING_WORDS: dict[str, Words] = {
    "docx-absent": Words("没有“{value}”这个文件或文件夹。", "检查路径是否写对。"),
    "docx-folder-empty": Words("文件夹“{value}”里没有 .docx 文件。", "写出要检查的文件，或放有它们的文件夹。"),
    "docx-untouchable": Words("文件打不开：{reason}。", "检查文件的权限；正在别处打开的，先关闭。"),
    "docx-empty": Words("文件是空的。", "向来源重新要一份。"),
    "docx-old-format": Words("这是旧格式的 Word 文档（.doc 或 .wps），不能检查。", _SAVE_AS),
    "docx-encrypted": Words(
        "文件加了密码，不能检查。", "请用 Word 打开，在“文件→信息→保护文档”里去掉密码，另存后再检查。"
    ),
    "docx-other-format": Words("文件是 {value} 格式，不是 Word 文档。", _SAVE_AS),
    "docx-no-archive": Words("文件不是 Word 文档。", "只改扩展名是不够的。" + _SAVE_AS),
    "docx-broken": Words("文件不完整或已损坏，读不出来。", _DAMAGED),
    "docx-part-broken": Words("文件里的 {value} 已损坏，读不出来。", _DAMAGED),
    "docx-part-missing": Words("文件里缺少 {value}。", _DAMAGED),
    "docx-no-document": Words("文件里没有正文，不是 Word 文档。", _DAMAGED),
    "docx-bomb": Words(
        "文件解压后大得反常（{value}），已停止读取。", "来源不明的，不要打开；确是自己的文件，请压缩其中的图片后重试。"
    ),
    "docx-macros": Words("文件带有宏，不予打开。", "请用 Word 打开（不启用宏），另存为“Word 文档（*.docx）”后再检查。"),
    "docx-remote": Words(
        "文件要从别处取用“{value}”，不予打开。",
        "来源不明的，不要打开；确是自己的文件，请在 Word 里把链接的图片、对象改为嵌入，在“开发工具→文档模板”里改用 Normal，再检查。",
    ),
    "docx-doctype": Words(
        "文件里的 {value} 带有文档类型声明，Word 不会这样写，不予打开。", "来源不明的，不要打开。" + _SAVE_AS
    ),
}
