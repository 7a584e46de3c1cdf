"""Takes nothing, gives the words for what can be wrong with a workspace: its units, references, files and pictures."""

from __future__ import annotations

from docgen.vocabulary.words import Words

_ASK_ROSTER = "请核对姓名；确是本单位党员的，请先在 单位.yaml 的“党员”中登记。"
_ASK_ID = "请写所引记录的编号；没有编号的，写它在“记录”文件夹下的路径，不带 .yaml。"
_COPY_FILE = "请把文件放在记录旁边，或放进本单位的“附件”文件夹，并核对文件名和后缀。"

WORKSPACE_WORDS: dict[str, Words] = {
    # the workspace and its files
    "workspace-not-found": Words(
        "在 {value} 及其上级文件夹中都没有找到 docgen.yaml。",
        "请进入工作区文件夹再运行，或用 -C 指定工作区；还没有工作区的，请运行 docgen init。",
    ),
    "settings-unreadable": Words("设置文件 {value} 无法读取。", "请按所列问题改正后重试。"),
    "settings-empty": Words(
        "设置文件 {value} 里还没有内容，缺少「单位」。",
        "请至少写上本单位的名称，在英文冒号后空一格，例如：单位: 某某公司机关。",
    ),
    "settings-not-alone": Words(
        "设置文件 docgen.yaml 只写一份设置，此处有 {value} 份。", "请把各份设置合在一起，删去单独成行的 ---。"
    ),
    "file-unreadable": Words("文件 {value} 打不开：{reason}。", "请检查文件权限，或是否正被其他程序占用。"),
    "file-suffix": Words(
        "文件 {value} 的后缀不是 .yaml，没有读取。",
        "请把后缀改为 .yaml；看不到后缀的，请在文件夹的“查看”中勾选“文件扩展名”，删去 .yaml 后面多出的部分。",
    ),
    "file-outside": Words(
        "文件 {value} 不在“记录”文件夹里，没有读取。",
        "请把它移进本单位的“记录”文件夹；只是存档的，请放进“附件”文件夹。",
    ),
    "link-skipped": Words("{value} 是快捷链接，没有读取。", "请把文件本身放进“记录”文件夹。"),
    # units
    "unit-unknown": Words("没有单位「{value}」。", "是否应为：{near}？", ("请核对单位的简称。",)),
    "unit-file-missing": Words(
        "文件夹 {value} 里没有 单位.yaml，其中的记录都没有读取。",
        "请在这个文件夹里补上 单位.yaml，写明名称、简称、种类；已有的，请核对文件名，后缀不能是 .yaml.txt 或 .yml。",
    ),
    "unit-file-empty": Words(
        "单位文件 {value} 里还没有内容，缺少「名称」「简称」「种类」。",
        "请每行写一个栏目，在英文冒号后空一格，例如：名称: 中共某某公司第一支部委员会；简称: 一支部；种类: 党支部。",
    ),
    "unit-not-alone": Words("一个 单位.yaml 只写一个单位，此处有 {value} 份。", "请把各单位分别写进各自的文件夹。"),
    "unit-duplicate": Words("简称「{value}」已被 {other} 使用。", "每个单位的简称不能相同，请改其中一个。"),
    "unit-short-invalid": Words("简称「{value}」含有不能使用的符号。", "简称里不要用 / # \\，因为它也用作编号的开头。"),
    "unit-superior-unknown": Words(
        "没有简称为「{value}」的上级单位。", "是否应为：{near}？", ("请核对上级单位的简称。",)
    ),
    "unit-cycle": Words("上级关系绕成了一圈：{value}。", "请改正其中一个单位的“上级”；最上级单位不写“上级”。"),
    "member-number-duplicate": Words("党员编号「{value}」重复。", "每名党员的编号不能相同，请改其中一个。"),
    "member-number-missing": Words("名册中有同名的「{value}」，此处没有写编号。", "请给每名同名党员写上不同的编号。"),
    # records
    "record-empty": Words("文件 {value} 里没有记录，只有空行或注释。", "请写上记录的内容；不需要的，请删去这个文件。"),
    "record-duplicate": Words(
        "编号「{value}」已被 {other} 的记录使用，这一份没有采用。", "请改其中一个编号；如果是重复的记录，请删去一份。"
    ),
    "record-id-misleading": Words(
        "编号「{value}」看起来是年份、季度或月份，无法与期间区分。", "请换一个文件名或编号，例如：2020-03-12-支委会。"
    ),
    "record-unit-differs": Words(
        "党支部写的是「{value}」，但记录放在「{unit}」的文件夹里。", "请改正党支部，或把记录移到所属单位的文件夹。"
    ),
    "record-unknown": Words("没有编号为「{value}」的记录。", "是否应为：{near}？" + _ASK_ID, (_ASK_ID,)),
    # people
    "person-unknown": Words("名册中没有「{value}」。", "是否应为：{near}？" + _ASK_ROSTER, (_ASK_ROSTER,)),
    "names-together": Words(
        "「{value}」里不止一个姓名，却连在一起，当成了一个人。",
        "姓名之间请用英文逗号分开：[{names}]；或每行写一人，以 - 和空格开头。",
        ("此处只能写一个人，请只留一个姓名，其余的人各写一项。",),
    ),
    "person-not-then": Words(
        "「{value}」于{day}不在本单位名册上。", "请核对日期和姓名，以及名册中的入党日期、转入、离开和单位的成立日期。"
    ),
    "person-ambiguous": Words("名册中不止一人叫「{value}」。", "请写明是哪一位：{near}。"),
    "group-missing": Words(
        "党小组会没有写明是哪个党小组。", "请补上“党小组”；本单位的党小组有：{near}。", ("请补上“党小组”。",)
    ),
    "group-unknown": Words(
        "当天没有党小组「{value}」。", "是否应为：{near}？", ("请核对名称，或在 单位.yaml 中登记该党小组。",)
    ),
    # files and pictures
    "file-missing": Words("找不到文件「{value}」。", "是否应为：{near}？" + _COPY_FILE, (_COPY_FILE,)),
    "file-refused": Words(
        "文件名「{value}」不能使用。",
        '请写相对的路径，用 / 分隔，不要用 ..、盘符、反斜杠和 < > : " | ? * 等符号，也不要用 con、nul 等保留名。',
    ),
    "picture-large": Words("图片「{value}」约 {size} MB，超过上限 {limit} MB。", "请压缩后再放入。"),
    "picture-pixels": Words("图片「{value}」的像素超过上限 {limit} 百万。", "请缩小尺寸后再放入。"),
    "picture-type": Words(
        "「{value}」不是能使用的图片。", "请用 JPG、PNG、WebP 或 BMP 图片；手机拍的 HEIC 照片请先转成 JPG。"
    ),
    "picture-damaged": Words("图片「{value}」已损坏，无法读取（{reason}）。", "请换用完好的图片。"),
    "picture-unkept": Words(
        "图片「{value}」处理后无法保存（{reason}）。", "请检查工作区的 .docgen 文件夹能否写入、磁盘是否已满。"
    ),
    "picture-lost": Words("图片缓存 {value} 已不存在。", "请重新运行一次；缓存会自动重建。"),
}
