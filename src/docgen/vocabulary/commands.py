"""Takes nothing, gives what the commands say: their help, their tables, their last lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docgen.vocabulary.words import Words

if TYPE_CHECKING:
    from docgen.findings import Level

COMMAND_WORDS: dict[str, Words] = {
    "project-not-concluded": Words(
        "书记破题“{value}”的状态是{state}，还没有结项。", "结项以后，把状态改为结项，再生成结项报告。"
    ),
    "record-kind-unknown": Words(
        "没有名为“{value}”的记录种类。",
        "是不是：{near}？",
        ("可以写：会议、主题党日、承诺、宣传稿等，见 docgen schema。",),
    ),
    "workspace-exists": Words(
        "{value} 已经是一个工作区，本年度的文件夹也都有了。",
        "不用再建；新增记录用 docgen new，新增支部复制一个支部的文件夹。",
    ),
    "workspace-named": Words("{value} 已经是一个工作区，不能再取名。", "单位名称写在 docgen.yaml 的“单位”里。"),
    "month-needed": Words("简报按月编发，“{value}”不是月份。", "写成 2020-03。"),
    "unit-needed": Words("没有说明是哪个单位。", "用 --unit 指明：{near}。"),
    "date-needed": Words("没有说明日期。", "用 --date 指明，例如 --date 2020-03-12。"),
    "date-unclear": Words("“{value}”不是日期。", "写成 2020-03-12，或带时间的“2020-03-12 14:30”。"),
    "archival-without-pdf": Words("--pdf-a 只管 PDF，这次要的格式是 {value}。", "请写 --to pdf，或去掉 --pdf-a。"),
    "outlet-unknown": Words("没有名为“{value}”的去处。", "可用的：{near}。"),
    "outlet-format": Words(
        "--for {value} 出的是网页，这次又要了 {formats}。", "请去掉 --to，要 Word 或 PDF 的另出一次。"
    ),
    "format-unheard": Words("没有名为“{value}”的格式。", "可用的格式：{near}。"),
    "rule-unheard": Words(
        "没有编号为“{value}”的规则。",
        "是不是：{near}？",
        ("可以写规则的编号，例如 F1、V3、X1；也可以写问题的代码，例如 file-missing。",),
    ),
    "records-unreadable": Words("“{value}”读不出来，没有生成材料。", "请按下面所列逐处改正后重试。"),
    "path-foreign": Words("“{value}”不是本工作区里的文件或文件夹。", "检查路径是否写对；工作区可用 -C 指明。"),
    "export-interrupted": Words(
        "已中断，没有做完。", "接着做：再运行同一条命令。已经做好的文件都是完整的，会保留，不再重做。"
    ),
}

# ---- help ----

PROGRAM_HELP = """党支部工作材料生成：一处记录，生成全部材料。

工作区是有 docgen.yaml 的文件夹；在其中运行，或用 -C 指明。第一次使用：docgen init"""
INIT_HELP = """新建工作区，带注释样例；已有的，补建当年文件夹。

DIR 默认为当前文件夹。"""
NEW_HELP = """新建一条记录，栏目和说明都已列好。

KIND 是记录的种类（会议、主题党日、承诺……）或会议类型（支委会、党课……）。"""
KINDS_HELP = "列出能出的全部文种：名称、范围、格式。"
CHECK_HELP = """检查记录的写法、引用和是否合乎条例，逐处说明怎么改。

默认检查整个工作区。也可写单位（一支部）、单位和期间（一支部/2020-03）、记录的编号，或文件、文件夹。
问题按单位和月份排列，末尾的 [F4] 是规则的编号；只看一条规则，写 --rule F4。有错误时退出码为 1。"""
CALENDAR_HELP = """列出一年应办的事：哪些没有完成，接下来要办什么。

UNIT 是单位的简称；写上级单位，或不写，列出各支部的项数。"""
RENDER_HELP = """生成一条记录、一个月或一年的材料。

写记录的编号（一支部/2020/03/2020-03-12-支委会）、单位和期间（一支部/2020-03、一支部/2020）、个人年度（一支部/2020/张一），
或记录文件的路径。单位和期间只出以月、以年为范围的材料（五个一月报、台账、总结……）；要这段时间的全部材料，用 docgen export。
缺项处印【待补充：…】，并逐条列出。"""
BULLETIN_HELP = """生成一个月的党建简报。

MONTH 写成 2020-03。"""
EXPORT_HELP = """生成一个期间的全部材料，按单位和文种分文件夹，附清单。

PERIOD 写成 2020、2020-Q1 或 2020-03。默认：年度、季度材料出 docx、html、pdf，台账另出 xlsx，单条记录的材料出 docx。
一份材料失败不影响其他材料。"""
SCHEMA_HELP = """输出 JSON Schema，供编辑器补全和检查。

KIND 是记录的种类，或 单位、设置；默认为全部记录。"""
TEMPLATES_HELP = "查看、取出、新建、检查模板；取出或新建后可用 Word 修改。"
TEMPLATES_LIST_HELP = "列出各文种的模板，是内置的还是自己的。"
TEMPLATES_EJECT_HELP = """把一个文种的内置模板复制到工作区的 templates，供修改。

此后以工作区的模板为准；删去它，又用内置的。KIND 是文种的名称，见 docgen kinds。"""
TEMPLATES_NEW_HELP = """按一个文种的全部栏目新建模板，放在工作区的 templates，供删改。

文字栏目各占一行，多项的逐项重复，成组的排成表格。已有的不覆盖。KIND 是文种的名称，见 docgen kinds。"""
TEMPLATES_CHECK_HELP = """检查模板：标记、栏目名称、过滤器、样式、字体、页面，一次全部列出。

默认检查工作区自己的全部模板；没有自己的，检查内置的。也可写文种，或模板文件。
有错误时退出码为 1；有文件读不出来时为 2。没有用到的栏目只作提示。"""

DIRECTORY_OPTION = "工作区所在的文件夹。"
DEBUG_OPTION = "内部出错时显示详情。"
VERSION_OPTION = "显示版本号。"
HELP_OPTION = "显示帮助。"
FORMAT_OPTION = "结果用文字还是 JSON。"
ON_OPTION = "以哪一天为准，例如 2020-12-31；默认今天。"
YEAR_OPTION = "哪一年；默认为那一天的年份。"
RULE_OPTION = "只查这一条规则（F1），或这一种问题（file-missing），可写多次；默认全部。"
LEVEL_OPTION = "只显示这一级及更重的问题。"
KIND_OPTION = "只出这一文种，可写多次；默认全部。"
TO_OPTION = "格式，用逗号分开：docx,html,pdf,xlsx,txt。"
BULLETIN_TO_OPTION = "格式，用逗号分开：docx,html,pdf；默认 docx。"
FOR_OPTION = "做成网上用的：wechat 粘贴到公众号编辑器，web 放到网站。"
OUT_OPTION = "放到哪个文件夹；默认为工作区的 output。"
EXPORT_OUT_OPTION = "放到哪个文件夹；默认为工作区的 output/期间。"
FINAL_OPTION = "定稿：有缺项或错误的一律不出，并说明原因。"
PDF_A_OPTION = "PDF 做成归档用的 PDF/A（ISO 19005-2，A-2u）。"
UNIT_OPTION = "单位的简称。"
UNITS_OPTION = "只出这个单位，可写多次；默认全部。"
JOBS_OPTION = "同时用几个进程；默认按处理器个数。"
ZIP_OPTION = "另外打成一个 zip。"
DATE_OPTION = "日期，可带时间，例如“2020-03-12 14:30”。"
FROM_OPTION = "沿用这条记录的地点、主持人、议题标题等固定内容。"
NAME_OPTION = "单位名称。"
WRITE_OPTION = "写入工作区的 .docgen/schema，编辑器自动采用。"
OVERWRITE_OPTION = "覆盖已有的文件。"
LAYOUT_OPTION = "版式；默认为该文种原来的版式。"
TEMPLATES_TO_OPTION = "格式，用逗号分开；默认 docx,html。"
TEMPLATES_KIND_OPTION = "是哪个文种的模板；文件名和文件夹看不出时写明。"
SARIF_FORMAT_OPTION = "结果用文字、JSON 还是 SARIF。"
COMMENTS_OPTION = "另存一份“-批注.docx”，错误和警告写成 Word 批注。"
OPTIONS_METAVAR, COMMAND_METAVAR = "[选项]", "命令 [参数]..."
HEADINGS = {"Options": "选项", "Commands": "命令", "Usage: ": "用法："}

# ---- tables and prompts ----

KIND_COLUMNS = ("名称", "文种", "范围", "格式")
TEMPLATE_COLUMNS = ("名称", "文种", "模板", "来源")
EXPORT_COLUMNS = ("文种", "文件", "完成", "有缺项", "失败")
TOTAL, OWN, BUILT_IN, ABSENT = "合计", "自己的", "内置", "没有"
ASK_UNIT, ASK_DATE = "单位（简称）", "日期"
LEVELS = {"error": "错误", "warn": "警告", "info": "提示"}
"""What the levels of findings are called, the gravest first."""
COMMA, BETWEEN = "，", "、"


# ---- sentences ----


def failure(what: str) -> str:
    """Return the one line that an error is."""
    return f"错误：{what}"


def lesser(level: Level, what: str) -> str:
    """Return the one line that a warning or a hint is."""
    return f"{LEVELS[level]}：{what}"


def debug_hint() -> str:
    """Return how to see more of a fault."""
    return "加 --debug 可看详情。"


def basis_text(basis: str) -> str:
    """Return what a finding rests on."""
    return f"依据：{basis}"


def summary(counts: dict[Level, int]) -> str:
    """Count findings in one line."""
    return f"共 {tally(counts)}。" if any(counts.values()) else "没有发现问题。"


def tally(counts: dict[Level, int]) -> str:
    """Say how many findings of each level there are."""
    gravest_first = sorted(counts, key=list(LEVELS).index)
    return BETWEEN.join(f"{counts[level]} 处{LEVELS[level]}" for level in gravest_first if counts[level])


def elsewhere(counts: dict[Level, int]) -> str:
    """Say that reading found more than what is shown."""
    return f"读取记录时发现：{summary(counts).removeprefix('共 ')}详见 docgen check。"


def missing_text(place: str, label: str) -> str:
    """Say what one paper lacks, and where it would be written."""
    return f"待补充：{label}  （{place}）"


def not_made(subject: str, kind: str, formats: str, reason: str) -> str:
    """Say that a paper was not made."""
    return f"未生成：{subject} {kind}（{formats}）：{reason}"


def times(text: str, count: int) -> str:
    """Say how often the same was said."""
    return f"{text}（共 {count} 份）"


def not_shown(count: int) -> str:
    """Say how many lines are left out."""
    return f"……另有 {count} 条，见清单 manifest.json。"


def ready(folder: str, seconds: float) -> str:
    """Say where an export lies and how long it took."""
    return f"位置：{folder}  用时 {seconds:.1f} 秒"


def founded(folder: str) -> str:
    """Say what to do in a new workspace."""
    return f"工作区已建好：{folder}\n下一步：改 单位.yaml 的名册；用 docgen new 记第一条记录；核对：docgen -C {folder} check"


def drafted(path: str, docgen: str) -> str:
    """Say what to do with a new record; `docgen` is how the command was called."""
    return f"{path}\n填写后核对：{docgen} check {path}\n生成材料：{docgen} render {path}"


def ejected() -> str:
    """Say what to do with templates that were taken out."""
    return "用 Word 打开修改、保存即可；删去就又用内置的模板。"


# ---- wrong usage ----


def option_unknown(name: str, near: str) -> tuple[str, str]:
    """Say that there is no such option."""
    return f"没有选项 {name}。", f"是不是：{near}？" if near else ""


def command_unknown(name: str, near: str) -> tuple[str, str]:
    """Say that there is no such command."""
    return f"没有命令“{name}”。", f"是不是：{near}？" if near else ""


def argument_missing(name: str) -> str:
    """Say that an argument was left out."""
    return f"缺少 {name}。"


def arguments_extra(text: str) -> str:
    """Say that there are more arguments than the command takes."""
    return f"多写了：{text}。"


def value_missing(name: str) -> str:
    """Say that an option was written without its value, or a flag with one."""
    return f"选项 {name} 的用法不对：缺少它的值，或不应有值。"


def value_wrong(name: str, what: str) -> str:
    """Say that an argument or option cannot have a value."""
    return f"{name}：{what}" if name else what


def period_wrong(value: str) -> str:
    """Say that a text is no period."""
    return f"“{value}”不是期间；写成 2020、2020-Q1 或 2020-03。"


def day_wrong(value: str) -> str:
    """Say that a text is no day."""
    return f"“{value}”不是有效的日期；写成 2020-03-12。"


def year_wrong(value: str) -> str:
    """Say that a text is no year."""
    return f"“{value}”不是年份；写成 2020。"


def formats_wrong(value: str) -> str:
    """Say that a text names no formats."""
    return f"“{value}”不是格式；可以写 docx、html、pdf、xlsx、txt，用逗号分开。"


def choice_wrong(value: str, choices: Sequence[str]) -> str:
    """Say that a text is none of some choices."""
    return f"“{value}”不在可选之列；可以写：{'、'.join(choices)}。"


def jobs_wrong(value: str) -> str:
    """Say that a text is no number of processes."""
    return f"“{value}”不是进程数；写 1 到 64 的整数。"


def folder_missing(value: str) -> str:
    """Say that there is no such folder."""
    return f"没有文件夹“{value}”。"


def help_of(command: str) -> str:
    """Say where the help of a command is."""
    return f"用法见 {command} --help。"
