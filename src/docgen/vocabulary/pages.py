"""Takes what the pages of overview show, gives their words: days left, marks, titles of charts, heads of tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

DONE, MISSING, DUE, NONE, PARTLY = "完成", "缺", "未到期", "不适用", "待补全"
VERBS: Mapping[str, str] = {
    "created": "新写",
    "replaced": "修改",
    "deleted": "删除",
    "restored": "恢复",
    "outside": "在文件中修改",
}
"""What was done to a record, by the journal's verbs."""
SUM, WHOLE, BRANCH, NAME, RATE = "合计", "全年", "党支部", "姓名", "到会率"
BETWEEN = "、"
ALL_UNITS = "各支部"

ATTENDANCE, ACTIVITIES, PERSONS, FIVE_ONES = "到会率", "各项活动到会率", "到会率偏低的党员", "五个一完成情况"
POINTS, GRADES, RACING, RADAR = "积分", "积分等次", "考核赛马", "考核八个方面"
POINTS_HEADS = ("党支部", "人数", "平均分")
RACING_HEADS = ("名次", "党支部", "总分", "类别")
ASPECT, RADAR_HEADS = "方面", ("方面", "满分", "得分", "得分率")
PERSON_HEADS = ("姓名", "应到", "实到", "到会率")
MONTH_HEADS = ("月份", "次数", "人次", "到会率")
ACTIVITY_HEADS = ("活动", "次数", "人次", "到会率")
ITEM_HEADS = ("事项", "应完成", "完成", "完成率")
FIVE_ONES_HEADS = ("应完成", "完成", "完成率")
NO_GRADE = "无等次"
NOT_OVER = "应完成数含本期还没有过完的月份，与材料一致。"
MEAN, PEOPLE, TOTAL, COMPLETION = "平均分", "人数", "合计分", "完成率"
POINTS_MEAN = "积分平均分"


def days_text(days: int) -> str:
    """Say how many days are left, of a negative number how many are over."""
    if days == 0:
        return "最后一天"
    return f"还有 {days} 天" if days > 0 else f"逾期 {-days} 天"


def month_head(month: int) -> str:
    """Head a column of a month."""
    return f"{month}月"


def windows(said: str, count: int) -> str:
    """Say in which windows something is lacking, and how many these are."""
    return f"{said}（{count} 次）" if count > 1 else said


def of(done: str, due: str) -> str:
    """Say how much is done of what is due."""
    return f"{done}/{due}"


def lowest(title: str, count: int) -> str:
    """Title a chart that shows some of many."""
    return f"{title}（最低的 {count} 个）"


def titled(unit: str, period: str, title: str) -> str:
    """Title a chart."""
    return f"{unit}{period}{title}"


def rank_of(period: str) -> str:
    """Title the ranking of a period."""
    return f"{period}党支部总分"


def rates_of(period: str) -> str:
    """Title the radar of a period."""
    return f"{period}各方面得分率"


def below(percent: int) -> str:
    """Say which persons a table shows."""
    return f"低于 {percent}% 的党员；免于硬性要求的不算在内。"


def grades(counts: Sequence[tuple[str, str]]) -> str:
    """Say how many reached each grade."""
    return f"等次：{'，'.join(f'{grade} {count} 人' for grade, count in counts)}。" if counts else ""
