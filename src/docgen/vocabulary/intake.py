"""Takes nothing, gives the words for taking in what others wrote: spreadsheets, and branches' folders in zips."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.vocabulary.words import Words

IMPORT_HELP = """从表格（xlsx）导入记录：一行一条。

表头写栏目的名称，与台账、登记表相同；下级栏目写“请假.1.姓名”。先显示怎样理解各列、有哪些问题，再问是否写入。
"""
COLLECT_HELP = """收取支部交来的文件夹（zip），并入本工作区。

文件夹里要有 单位.yaml。先显示哪些文件是新的、改过的、没有交来的，再问是否写入；不删除任何文件，被替换的原件留在 .docgen/collected。
"""
AS_OPTION = "是哪一种记录，例如 办实事、支委会。"
ROWS_UNIT_OPTION = "没有“党支部”一列时，各行属于哪个单位。"
SHEET_OPTION = "工作表的名称；默认第一张。"
YES_OPTION = "不再询问，直接写入。"
ASK_WRITE = "写入吗"
NOT_WRITTEN = "没有写入。核对无误后，加 --yes 再运行一次。"
UNDERSTOOD = "工作表“{sheet}”，每行一条“{kind}”。列的对应："
PREVIEW_COLUMNS = ("行", "单位", "记录", "文件")
THERE = "（已有，内容相同，不再写）"
CHANGES: Mapping[str, str] = {"new": "新增", "changed": "有改动", "same": "相同", "lacking": "对方没有（保留）"}
COLLECT_COLUMNS = ("单位", "文件夹", *CHANGES.values())
NEW_UNIT = "（新单位）"


def column_line(cell: str, head: str, label: str) -> str:
    """Say where a column's texts belong."""
    return f"  {cell}  {head}" if head == label else f"  {cell}  {head} → {label}"


def more(count: int) -> str:
    """Say how many lines are left out."""
    return f"……另有 {count} 行。"


def understood(sheet: str, kind: str) -> str:
    """Head the columns."""
    return UNDERSTOOD.format(sheet=sheet, kind=kind)


def taken(new: int, there: int) -> str:
    """Sum up the rows."""
    return f"可导入 {new} 条" + (f"，另有 {there} 条已在工作区里" if there else "") + "。"


def written(count: int) -> str:
    """Say how many files were written."""
    return f"已写入 {count} 个文件。"


def kept(folder: str) -> str:
    """Say where replaced files lie."""
    return f"被替换的原件在 {folder}。"


INTAKE_WORDS: dict[str, Words] = {
    "sheet-unreadable": Words(
        "{value} 不是能读的 xlsx 表格：{reason}。",
        "请在 Excel 或 WPS 里另存为“Excel 工作簿（.xlsx）”，再导入；旧的 .xls 不能读。",
    ),
    "sheet-large": Words("{value} 超过 {limit} 行。", "请分成几个文件，分别导入。"),
    "file-too-large": Words("{value} 超过上限 {limit} MB。", "请删去图片和用不到的工作表，或分成几个文件。"),
    "sheet-unknown": Words("没有工作表「{value}」。", "这个文件里的工作表有：{near}。"),
    "sheet-without-heads": Words(
        "在 {value} 里没有找到“{kind}”的表头。", "请把栏目名称写在一行里，作为表头；可用的栏目：{near}。"
    ),
    "column-unknown": Words(
        "「{value}」不是这种记录的栏目，这一列没有采用。",
        "是否应为：{near}？不需要的列可以不管。",
        ("不需要的列可以不管；下级栏目写成“请假.1.姓名”。",),
    ),
    "import-kind-needed": Words(
        "没有说明表格里是哪一种记录。", "请加 --as，例如 --as 办实事；可以写：{near}，或会议类型。"
    ),
    "import-unit-missing": Words("这一行没有写明属于哪个单位。", "请加一列“党支部”，或用 --unit 指定。"),
    "import-refused": Words("有 {value} 处错误，一条也没有写入。", "请按所列单元格改正后重新导入。"),
    "zip-unreadable": Words("{value} 不是完好的 zip：{reason}。", "请让对方重新打包；rar、7z 请改成 zip。"),
    "zip-large": Words("{value} 里的文件超过 {files} 个或 {limit} MB。", "请分几次收取。"),
    "zip-member-large": Words("{value} 超过上限 {limit} MB。", "请让对方压缩图片后重新打包。"),
    "zip-path-refused": Words(
        "压缩包里的文件名「{value}」不能使用。", "请让对方把支部文件夹重新打包，不要带盘符或上级路径。"
    ),
    "zip-link-refused": Words("压缩包里的「{value}」是链接，不是文件。", "请让对方放进文件本身。"),
    "zip-encrypted": Words("「{value}」加了密码。", "请让对方不加密码重新打包。"),
    "zip-bomb": Words("「{value}」解开后大得不正常，没有打开。", "请核对这个压缩包的来源。"),
    "collect-no-unit": Words("{value} 里没有 单位.yaml，看不出是哪个单位。", "请让对方把整个支部文件夹打包。"),
    "collect-twice": Words("「{value}」交来不止一份，只看了第一份。", "请只留最新的一份。"),
    "collect-passed-over": Words("「{value}」不在“记录”“附件”里，没有收取。", "需要保存的，请放进“附件”。"),
}
