"""Takes nothing, gives the words for templates that somebody sent and that are not taken."""

from __future__ import annotations

from docgen.vocabulary.words import Words

_UNKNOWN = "来源不明的文件，不要使用。"

RECEIVING_WORDS: dict[str, Words] = {
    "template-upload-large": Words(
        "模板有 {size} KiB，超过上限 {limit} KiB，没有收下。", "请压缩或删去其中的图片后再上传。"
    ),
    "template-upload-empty": Words("模板是空的，没有收下。", "请重新选择文件。"),
    "template-upload-format": Words(
        "文件不是 {value} 格式，没有收下。", "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再上传。"
    ),
    "template-unsound": Words("模板「{value}」有错误，没有收下，原来的照旧使用。", "请按下面各条修改后再上传。"),
    "template-previous-missing": Words("「{value}」没有以前的版本可以恢复。", "要用内置的模板，请把现在的撤下。"),
    # office files
    "template-part-refused": Words(
        "模板里有模板用不着的内容「{value}」（对象、控件、宏、链接的文件等），没有收下。",
        "请在 Word 或 Excel 里删去它，或把文字和表格复制到取出的内置模板里。" + _UNKNOWN,
    ),
    "template-picture-refused": Words(
        "模板里的图片「{value}」不是完好的 PNG、JPEG、GIF 或 BMP，或者像素太多，没有收下。",
        "请把这张图缩小，另存为 PNG，再插入模板。",
    ),
    "template-reference": Words(
        "模板要从别处取用「{value}」，没有收下。",
        "图片请直接插入（不用链接）；文字链接只能是 http、https 或 mailto；“开发工具→文档模板”请用 Normal。" + _UNKNOWN,
    ),
    "template-field-refused": Words(
        "模板里有不允许的域「{value}」，没有收下。", "可以用页码、页数、目录、日期、题注一类的域，其他的请删去。"
    ),
    "template-formula-refused": Words(
        "模板里的公式「{value}」要取用表外的内容，没有收下。", "公式只能引用本工作簿的单元格。"
    ),
    # pictures
    "picture-heic": Words(
        "图片「{value}」是手机的 HEIC 格式，没有收下。",
        "请在手机的相机设置里选“兼容性最佳”重拍，或用看图软件另存为 JPEG 后再上传。",
    ),
    "picture-name": Words("图片的名称「{value}」不能用。", "请换一个名称后再上传。"),
    # pages
    "template-page-element": Words(
        "第 {line} 行的「<{value}>」不允许用在模板里。",
        "模板只用文字、表格、列表和图片；脚本、框架、表单、外部样式都不能用。",
    ),
    "template-page-attribute": Words(
        "第 {line} 行的「{value}」不允许用在模板里。",
        '可以写 class、style、colspan 一类；图片请写 {{{{ 图 | 图片(宽="70mm") }}}}。',
    ),
    "template-page-style": Words(
        "第 {line} 行的样式里有「{value}」，不允许用在模板里。", "样式不能取用外部文件，也不能写入栏目的内容。"
    ),
    "template-page-markup": Words(
        "第 {line} 行的「{value}」不是完整的标签。",
        "请把一个标签写完整，属性用英文双引号；要印出“<”，请写 &lt;。标签里只能用 if 一类的标记，栏目只能写在引号里。",
    ),
}
