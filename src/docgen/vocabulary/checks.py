"""Takes findings and obligations counted, gives what `check` and `calendar` say around them."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.findings import Level
from docgen.vocabulary.commands import BETWEEN, summary, tally

OWED_COLUMNS = ("单位", "应完成", "已完成", "未完成", "待完成")
MISSING_COLUMNS = ("规则", "事项", "期间", "对象")
DUE_COLUMNS = ("期限", "规则", "事项", "期间", "对象")
GRID_COLUMNS = ("规则", "事项")
# One for each state, in its order. Han characters and full-width signs are two columns wide on every terminal; √ × ○ are
# one on some and two on others.
MARKS = ("完", "缺", "待", "－")
QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")
WHOLE_YEAR = "全年"
BETWEEN_LISTS = "；"


def summary_of_level(counts: dict[Level, int], hidden: dict[Level, int]) -> str:
    """Count the findings that are shown, and those that weigh too little to be shown."""
    if not hidden:
        return summary(counts)
    return f"{summary(counts) if counts else '没有这样的问题。'}另有 {tally(hidden)}，没有列出。"


def by_rule(counts: dict[str, int], others: int) -> str:
    """Count findings rule by rule, and those of no rule."""
    said = [f"{rule} {count} 处" for rule, count in counts.items()]
    return f"其中：{'、'.join([*said, *([f'写法和引用 {others} 处'] if others else [])])}。"


def unit_head(unit: str, counts: dict[Level, int]) -> str:
    """Head the findings of a unit, "" for those of the workspace itself."""
    return f"{unit or '工作区'}（{tally(counts)}）"


def month_head(period: str, *, is_year: bool) -> str:
    """Head the findings of a month, quarter or year, "" for those of none."""
    if not period:
        return "未注明月份"
    return f"{period}全年" if is_year else period


def rule_mark(rule: str) -> str:
    """Name the rule of a finding."""
    return f"  [{rule}]"


def calendar_title(unit: str, year: int, day: str) -> str:
    """Head what is owed in a year, as seen on a day."""
    return f"{unit}{year}年应办事项，截至{day}"


def missing_head(count: int) -> str:
    """Head what was not done."""
    return f"未完成 {count} 项：" if count else "没有未完成的。"


def due_head(count: int, soon: int) -> str:
    """Head what is still to be done; `soon` of it by the end of the quarter."""
    return f"待完成 {count} 项，其中本季度 {soon} 项：" if soon else f"待完成 {count} 项，本季度没有；最近的是："


def months_text(first: int, last: int) -> str:
    """Name a month, or months in a row."""
    return f"{first}月" if first == last else f"{first}至{last}月"


def several(names: Sequence[str], most: int) -> str:
    """List names, and say how many there are where not all are listed; a name may itself be a list."""
    listed = (BETWEEN_LISTS if any(BETWEEN in name for name in names) else BETWEEN).join(names[:most])
    return f"{listed}等 {len(names)} 项" if len(names) > most else listed


def legend(states: Sequence[str]) -> str:
    """Explain the marks."""
    return "  ".join(f"{mark} {state}" for mark, state in zip(MARKS, states, strict=True))


def owed_summary(done: int, missing: int, due: int) -> str:
    """Count what is owed by its state."""
    return f"应完成 {done + missing + due} 项：已完成 {done}，未完成 {missing}，待完成 {due}。"


def exempt_head(count: int) -> str:
    """Head what is not owed, and why."""
    return f"不适用 {count} 项："


def exempt(why: str, items: Sequence[str]) -> str:
    """Say why some items are not owed."""
    return f"{why}：{BETWEEN.join(items)}"


def nothing_owed(unit: str, year: int) -> str:
    """Say that nothing is owed."""
    return f"{unit}{year}年没有应办事项。"
