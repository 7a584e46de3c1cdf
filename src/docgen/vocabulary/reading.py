"""Takes nothing, gives the words for what can be wrong with a file of records before its fields are looked at."""

from __future__ import annotations

from docgen.vocabulary.words import Words

_QUOTE_IT = "如果这是正文内容，请给整个内容加上英文单引号，例如：备注: '……'。"
_NOT_USED = "本系统的记录不使用这种写法，请把内容直接写出来。" + _QUOTE_IT

READING_WORDS: dict[str, Words] = {
    # the file
    "file-large": Words("文件约 {size} KB，超过上限 {limit} KB。", "请把记录分成几个文件，照片和附件不要写进记录里。"),
    "encoding-gbk": Words(
        "文件是 GBK（ANSI）编码，不是 UTF-8，无法读取。",
        "请用记事本打开该文件，选“文件→另存为”，编码选“UTF-8”，保存后重试；WPS 或其他编辑器也可另存为 UTF-8。",
    ),
    "encoding-utf16": Words(
        "文件是 UTF-16（Unicode）编码，不是 UTF-8，无法读取。",
        "请用记事本打开该文件，选“文件→另存为”，编码选“UTF-8”，保存后重试。",
    ),
    "encoding-unknown": Words(
        "文件不是有效的 UTF-8 文本，此处有无法识别的字节 {value}。",
        "文件可能已损坏，或不是文本文件。请从备份恢复，或在编辑器中另存为 UTF-8。",
    ),
    "character-hidden": Words(
        "此处有一个看不见的特殊字符（{value}）。", "多半是从网页或其他软件复制带入的，请把前后几个字删掉后重新输入。"
    ),
    # the document
    "record-not-mapping": Words(
        "这份记录不是“栏目: 内容”的形式。", "请每行写一个栏目，栏目名后用英文冒号加一个空格，例如：类型: 会议。"
    ),
    "nesting-deep": Words("内容的层次超过 {limit} 层。", "请检查括号和缩进是否写错，并减少层次。"),
    "text-over-lines": Words(
        "内容「{value}」写成了好几行，换行处会变成空格。",
        "请写在同一行；确需分段的，在冒号后写 | 再换行，各段统一缩进。如果下一行本是另一个栏目，请与上一个栏目对齐。",
    ),
    "text-folded": Words("用 > 书写的内容，换行处会变成空格：「{value}」。", "请把 > 改成 |，这样换行会原样保留。"),
    # keys
    "key-duplicate": Words("栏目「{value}」重复，第 {first} 行已经写过。", "请保留一处，删去或合并另一处。"),
    "key-empty": Words("冒号前没有栏目名。", "请在冒号前补上栏目名，或删去这一行。"),
    "key-blank": Words("栏目「{value}」前后有全角空格。", "请删去全角空格；需要缩进时用英文（半角）空格。"),
    "key-complex": Words("此处的栏目名不是一个词。", "栏目名只能是文字，请删去行首的 ? 或括号。"),
    # colons, commas, brackets, quotes
    "colon-full-width": Words(
        "此处用了中文冒号“：”：「{value}」。", "栏目名后请用英文冒号加一个空格，例如：主持人: 张一。"
    ),
    "colon-tight": Words("英文冒号后缺少空格：「{value}」。", "请在冒号后加一个空格，例如：主持人: 张一。"),
    "colon-missing": Words(
        "这一行没有冒号，看不出是哪个栏目：「{value}」。",
        "请写成“栏目: 内容”（英文冒号加一个空格）；列表的各项前写 - 和空格。",
    ),
    "colon-in-text": Words(
        "内容里又出现了英文冒号加空格：「{value}」。", "请把内容里的冒号改成中文冒号“：”，或给整个内容加上英文单引号。"
    ),
    "comma-full-width": Words("括号里用了中文逗号“，”：「{value}」。", "[ ] 和 {{ }} 里的各项之间请用英文逗号。"),
    "bracket-unclosed": Words(
        "从此处开始的括号没有正确结束：「{value}」。", "请检查 [ ] 或 {{ }} 是否成对，各项之间是否用英文逗号分隔。"
    ),
    "sign-unexpected": Words("此处多了一个符号：「{value}」。", "请检查括号和逗号是否多写或少写。" + _QUOTE_IT),
    "quote-unclosed": Words(
        "从此处开始的引号没有结束：「{value}」。", "请在内容末尾补上同样的英文引号；正文里的引号请用中文引号“”。"
    ),
    "text-after-value": Words(
        "引号或括号结束之后还有文字：「{value}」。",
        "请给整个内容加上英文单引号，或把英文引号、方括号改成中文的“”、【】。",
    ),
    "escape-unknown": Words(
        "英文双引号里的反斜杠 \\ 有特殊含义，此处无法识别：「{value}」。", "请把双引号改成英文单引号。"
    ),
    # lines
    "tab-indent": Words("这一行用制表符（Tab 键）缩进。", "请改用空格缩进，同一层的各行空格数要相同。"),
    "indent-uneven": Words(
        "这一行的缩进与上下文对不齐：「{value}」。",
        "同一层的栏目，行首空格数要相同；下一层比上一层多缩进两个空格；上一行已有内容的，其下不能再缩进。",
    ),
    "dash-misplaced": Words("列表的 - 不能写在此处：「{value}」。", "请在冒号后换行，每项一行，以 - 和空格开头。"),
    "block-text-head": Words(
        "多行内容的开头写法有误：「{value}」。", "冒号后只写 |，内容从下一行开始并缩进两个空格。" + _QUOTE_IT
    ),
    # what YAML knows and records do not use
    "character-reserved": Words("内容不能以此处的符号开头：「{value}」。", _QUOTE_IT),
    "yaml-alias": Words("此处的 * 表示引用别处内容：「{value}」。", _NOT_USED),
    "yaml-anchor": Words("此处的 & 表示给内容作标记：「{value}」。", _NOT_USED),
    "yaml-tag": Words("此处的 ! 表示指定内容的类型：「{value}」。", _NOT_USED),
    "yaml-merge": Words("栏目名「{value}」表示并入别处内容。", "本系统的记录不使用这种写法，请把各栏目直接写出来。"),
    "yaml-directive": Words("以 % 开头的行是 YAML 指令，记录中不使用。", "请删去这一行。"),
    "syntax-error": Words("此处的写法无法识别。", "请检查这一行及上一行的冒号、缩进、引号和括号。"),
}
