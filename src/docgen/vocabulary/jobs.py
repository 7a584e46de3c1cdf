"""Takes how exports stand, gives what the service says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docgen.vocabulary import progress
from docgen.vocabulary.words import Words

STATES: Mapping[str, str] = {
    "asked": "排队中",
    "running": "正在导出",
    "done": "已完成",
    "failed": "没有完成",
    "cancelled": "已取消",
    "interrupted": "中断",
}
MARKS: Mapping[str, str] = {
    "asked": "info",
    "running": "warn",
    "done": "ok",
    "failed": "fail",
    "cancelled": "none",
    "interrupted": "warn",
}
STOPPING = "正在取消"
STATUSES: Mapping[str, str] = {"ok": "完成", "warn": "有缺项", "fail": "没有做成"}
STATUS_MARKS: Mapping[str, str] = {"ok": "ok", "warn": "warn", "fail": "fail"}
FORMATS: Mapping[str, str] = {"docx": "Word", "html": "网页", "pdf": "PDF", "xlsx": "Excel", "txt": "纯文本"}
WHOLE = "合计"
ALL_UNITS = "全部单位"
USUAL_KINDS, USUAL_FORMATS = "常用文种", "常用格式"
SEVERAL_UNITS = "{first}等{count}个单位"
WHOLE_YEAR = "全年"
ON_REQUEST = "（内部）"
OTHER_KINDS = "其他"
KIND_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("会议", ("meeting-notice", "sign-in-sheet", "meeting-record", "minutes", "resolution", "meeting-ledger")),
    ("主题党日", ("theme-day-plan", "theme-day-record", "theme-day-ledger")),
    ("承诺践诺", ("commitment-letter", "commitment-publication", "commitment-ledger", "commitment-review")),
    ("积分", ("points-ledger", "points-publication")),
    ("五个一与宣传", ("five-ones-month", "five-ones-matrix", "news-item", "bulletin")),
    ("破题与品牌", ("project-proposal", "project-conclusion", "brand-application")),
    ("考核与评比", ("assessment-sheet", "ranking-notice", "improvement-plan", "flag-notice", "award-notice")),
    ("统计与问题", ("activity-statistics", "obligations", "findings-list")),
    ("总结与述职", ("branch-year-review", "duty-report", "organisation-year-report")),
    (
        "组织生活会与民主评议",
        ("life-meeting-issues", "life-meeting-report", "appraisal-ballot", "appraisal-form", "appraisal-summary"),
    ),
    ("谈心与关怀", ("talk-record", "talk-ledger", "care-visit-form")),
    ("组织建设", ("election-reminder", "pre-study-list")),
    ("归档与通用", ("archive-index", "form", "ledger")),
)
"""In which groups kinds are chosen; one that stands in none is shown among the others."""

MISSING_FILES = "没有放进来的文件.txt"
ZIP_NAME = "{about}-{period}.zip"
ZIP_ALL = "年终材料"

EXPORT_WORDS: dict[str, Words] = {
    "export-unbegun": Words("导出没能开始：{reason}。", "稍后点“继续”；仍不行请找管理员看这台机器的内存和磁盘。"),
    "export-died": Words(
        "导出进程意外结束（{value}），已做好的文件都在。", "点“继续”接着做；反复出现时请找管理员看内存是否够用。"
    ),
    "exports-full": Words("排队的导出已有 {limit} 个，没有排上。", "等前面的做完再来。"),
    "exports-many": Words("您已有 {limit} 个导出在排队。", "等它们做完，或先取消一个。"),
    "export-ended": Words("这次导出已经结束，不用取消。", "刷新页面看结果。"),
    "export-not-resumable": Words("这次导出不需要继续。", "正在做或已做完；要重做请新建导出。"),
    "export-unfinished": Words("这次导出还没有做完，没有可下载的文件。", "等它完成；中断的点“继续”。"),
    "export-file-gone": Words("文件已不在，或已被后来的导出换掉：{value}。", "从最近一次导出下载，或重新导出。"),
    "export-files-gone": Words("这里没有可下载的文件。", "文件可能已被移走；重新导出一次即可。"),
    "export-paper-unmade": Words("第 {value} 份材料没有做成，没有文件。", "按原因补全记录后再导出。"),
}


def pace(rate: float | None, seconds: float | None) -> str:
    """Say how fast an export goes and how long the rest takes; "" as long as that is a guess."""
    return "" if rate is None or seconds is None else progress.pace(rate, seconds)


def units_text(units: Sequence[str]) -> str:
    """Name the units of an export."""
    if len(units) > 3:
        return SEVERAL_UNITS.format(first=units[0], count=len(units))
    return "、".join(units) or ALL_UNITS


def notes(standings: Mapping[str, int]) -> Iterator[str]:
    """Say which files an export left as they were, and why."""
    if current := standings.get("current"):
        yield f"{current} 个文件没有变化，保留原样。"
    if edited := standings.get("edited"):
        yield f"{edited} 个文件有人改过，没有覆盖，新稿放在旁边。"
    if orphaned := standings.get("orphaned"):
        yield f"{orphaned} 个文件的记录已不在，文件没有删除。"


def missing_files(paths: Sequence[str]) -> str:
    """List what could not be put into a zip, and say why."""
    return "\r\n".join(("以下文件已不在，或已被后来的导出换掉，没有放进来；重新导出后再下载。", "", *paths, ""))


def part_name(part: str) -> str:
    """Name a part of a year: Q1, 03; the whole of it for none."""
    if not part:
        return WHOLE_YEAR
    if part.startswith("Q"):
        return f"第{'一二三四'[int(part[1]) - 1]}季度"
    return f"{int(part)}月"
