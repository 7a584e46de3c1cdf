"""Takes how far a long run is and how fast it goes, gives it in words."""

from __future__ import annotations

from math import ceil

MINUTE, HOUR = 60, 3600
STEP_SECONDS = 5


def step(unit: str, done: int, total: int, pace: str = "") -> str:
    """Say in a line how far an export is, and how long it will take when that is known."""
    return "  ".join(part for part in (f"{done}/{total} {unit}".rstrip(), pace) if part)


def working(unit: str = "") -> str:
    """Name an export under way, and the unit that was done last."""
    return f"正在生成 {unit}".rstrip()


def pace(per_second: float, seconds_left: float) -> str:
    """Say how many tasks are done in a time, and about how long the rest takes; "" for the rest when there is none."""
    return f"{rate(per_second)}，还要约 {lasting(seconds_left)}" if seconds_left > 0 else rate(per_second)


def rate(per_second: float) -> str:
    """Say a rate by the longest time that a person counts in and that leaves a number of two or more."""
    if per_second * MINUTE < 2:
        return f"每小时 {per_second * HOUR:.0f} 项"
    if per_second < 10:
        return f"每分钟 {per_second * MINUTE:.0f} 项"
    return f"每秒 {per_second:.0f} 项"


def lasting(seconds: float) -> str:
    """Say how long something takes, no more exactly than it can be known."""
    if seconds < MINUTE:
        return f"{ceil(seconds / STEP_SECONDS) * STEP_SECONDS} 秒"
    minutes = ceil(seconds / MINUTE)
    if minutes < MINUTE:
        return f"{minutes} 分钟"
    return f"{minutes // MINUTE} 小时 {minutes % MINUTE} 分钟" if minutes % MINUTE else f"{minutes // MINUTE} 小时"
