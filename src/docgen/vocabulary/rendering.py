"""Takes nothing, gives the words for what can go wrong between a template and a finished paper."""

from __future__ import annotations

from docgen.vocabulary.words import Words

_OPEN_AND_SAVE = "请用 Word 或 WPS 打开该模板，另存为原来的格式后重试；仍不行的，请重新取出内置模板再修改。"

RENDERING_WORDS: dict[str, Words] = {
    # the template
    "template-encoding": Words(
        "模板「{template}」不是 UTF-8 编码，读不出来（{message}）。", "请用编辑器另存为 UTF-8 编码。"
    ),
    "template-archive": Words("模板「{template}」打不开：{message}。", _OPEN_AND_SAVE),
    "template-syntax": Words(
        "模板「{template}」的标记写错了，位置：{where}（{message}）。",
        "请检查标记的括号和配对，例如 {{%p if … %}} 须有 {{%p endif %}}。",
    ),
    "template-tag-unclosed": Words(
        "模板「{template}」里的标记「{value}」没有在本段内结束，位置：{where}。",
        "一个标记要在同一段里写完整：请把它的末尾写成 {wanted}，两个符号紧挨着；要原样印出的，开头请写成 {literal}。",
    ),
    "template-tag-stray": Words(
        "模板「{template}」里多出一个「{value}」，前面没有与它配对的开头，位置：{where}。",
        "请把同一段里标记的开头写成 {wanted}，两个符号紧挨着；要原样印出的，请写成 {literal}。",
    ),
    "template-tag-full-width": Words(
        "模板「{template}」里的「{value}」是全角（中文）符号，不是标记，位置：{where}。",
        "请切换到英文输入法，把标记两头的符号都改成半角，此处应为 {wanted}。",
    ),
    "template-include-missing": Words(
        "模板「{template}」要引用的「{name}」不存在。", "请检查名称，或重新取出内置模板。"
    ),
    "template-forbidden": Words(
        "模板「{template}」使用了不允许的写法，位置：{where}（{message}）。",
        "模板只能引用栏目、循环、判断和内置的过滤器。",
    ),
    "template-endless": Words(
        "模板「{template}」要做的太多、太深，已停止，位置：{where}。",
        "请检查该处的循环、很大的数、自己引用自己的写法，和列表里套的列表。",
    ),
    "template-failed": Words("模板「{template}」无法填写，位置：{where}（{message}）。", "请检查该处的标记和过滤器。"),
    "template-output-broken": Words(
        "模板「{template}」填写后的 {part} 不是完整的文档（{message}）。",
        "请检查 {{%p %}}、{{%tr %}}、{{{{r }}}} 等标记是否各占一段、一行或一格，开始与结束是否在同一层。",
    ),
    "placeholder-unknown": Words(
        "模板「{template}」里的「{name}」不是这种材料的栏目，位置：{where}。",
        "是不是「{near}」？",
        ("请核对栏目名称。",),
    ),
    # pictures
    "picture-width": Words(
        "图片的宽、高不能写「{value}」，位置：{where}。", '请写成毫米或厘米，例如 {{{{ 图 | 图片(宽="70mm") }}}}。'
    ),
    "chart-unreadable": Words(
        "「{value}」不是图表，位置：{where}。", "“图片”只用在图片和图表上；这里是文字，请去掉“| 图片”。"
    ),
    "picture-format": Words("Word 文件放不下「{value}」格式的图片。", "请把图片另存为 JPEG 或 PNG。"),
    # characters
    "control-characters": Words(
        "内容里有看不见的控制字符（{value}），已去掉。", "多半是从其他软件复制带入的，请在记录里删掉后重新输入。"
    ),
    "glyph-missing": Words(
        "这台电脑的字体里都没有「{value}」字，PDF 上显示为方框。",
        "请安装收字更全的字体（例如思源宋体），或改用 Word 文件。",
    ),
    "glyph-missing-word": Words(
        "这台电脑的字体里都没有「{value}」字，Word 文件在这台电脑上显示不出来。",
        "文件里的字是对的；换一台电脑，Word 会自己另找有这个字的字体。印之前请打开看一眼，是方框的，请安装收字更全的字体。",
    ),
    "font-substituted": Words(
        "这台电脑没有字体「{value}」，PDF 里由 {by} 代替。", "要用正式的字体，请由单位正版安装；详情见 docgen fonts。"
    ),
    "glyph-borrowed": Words(
        "{font} 里没有「{value}」，PDF 里由 {by} 补上。", "补上的字笔形略有不同；详情见 docgen fonts。"
    ),
    # pdf
    "pdf-engine-missing": Words(
        "这台电脑还不能生成 PDF：缺少 WeasyPrint 或它所用的 Pango 库（{message}）。",
        "Debian、Ubuntu 请安装 libpango-1.0-0、libpangoft2-1.0-0、libharfbuzz-subset0；"
        "macOS 请执行 brew install pango；Windows 请按 WeasyPrint 的安装说明安装 MSYS2 的 Pango。"
        "Word、网页、表格文件不受影响。",
    ),
    "pdf-engine-unknown": Words(
        "WeasyPrint 的版本是 {value}，docgen 只在 {expected} 版上量过版面：PDF 里中文各行的右边可能不齐。",
        "请安装 {expected} 版的 WeasyPrint；急用时请改用 Word 文件。",
    ),
    "pdf-fonts-missing": Words(
        "这台电脑还不能生成 PDF：一种字体也没有。",
        "Debian、Ubuntu 请在仓库里运行 make setup，或 sudo apt-get install fonts-noto-cjk；"
        "字体在别的文件夹里的，把文件夹写进环境变量 DOCGEN_FONTS。详情见 docgen fonts。Word、网页、表格文件不受影响。",
    ),
    "pdf-refused": Words("页面要取用「{value}」，已拒绝。", "页面只能使用本份材料自己的图片；请从模板中删去该引用。"),
    "pdf-warning": Words("生成 PDF 时：{value}。", "请检查模板的样式和标记。"),
}
