"""Takes the 事由 of 不计入应到, gives whether it says one of the six reasons for which a voter is not due.

The six follow the 中组部's answer as handbooks print it. A bound such as 半年 belongs to the reason: 外出学习 alone does not
say enough, and a length below the bound (外出学习不满半年) says the contrary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from docgen.chinese import chinese_number


class Unit(NamedTuple):
    """The months in one unit of time, and those that stand behind its count (一年半)."""

    months: int
    more: int = 0


HALF_A_YEAR = 6
"""Months."""
DAYS, DAYS_IN_A_MONTH = "天", 30
HALF, SEVERAL_YEARS = "半", "多数几"
UNITS = {
    "年": Unit(12),
    "年半": Unit(12, HALF_A_YEAR),
    "个月": Unit(1),
    "个半月": Unit(1),
    DAYS: Unit(0),
}
NUMBERS = {chinese_number(number): number for number in range(1, 100)} | {"两": 2}
LENGTH = (
    "(?P<within>(?:没有?|不|未)超过|不多于|(?<!不)少于|(?<!不)低于)?"
    "(?P<less>(?:不|没有?|未)能?(?:满|足|到|够|达到?|及)|没有?|小)?(?P<near>(?<!最)近)?"
    "(?P<number>(?<![第上下前后\\d])(?:\\d{1,3}|半|[多数几]|[一二三四五六七八九十两]+))[多余几来]?"
    "(?P<unit>年半?(?!级|度|[初底终代])|个半?月|天)(?P<after>(?:之|以)?[内下]|不[到满足])?"
)


class Reason(Struct, frozen=True):
    """One of the six: all of `said` are found, `unless` is not; one that has `settled` or `lasting` needs either.

    `settled` are words that need no length; `lasting` asks for at least half a year. A length below that outweighs
    `settled`.
    """

    said: tuple[str, ...]
    unless: str | None = None
    settled: str | None = None
    lasting: bool = False

    def is_in(self, text: str) -> bool:
        """Tell whether a 事由 says this reason."""
        if not all(re.search(part, text) for part in self.said) or (self.unless and re.search(self.unless, text)):
            return False
        months = list(lengths(text))
        if not self.lasting or any(each >= HALF_A_YEAR for each in months):
            return True
        return not months and bool(self.settled and re.search(self.settled, text))


CURED = "治愈|痊愈|康复|(没有?|无|未|并非|不是)(患|有|得)?(过)?(精神|卧床)"
NOT_TRANSFERRED = "(?<!不)应转|(没有?|未)转(?!正)"
SIX_REASONS = (
    Reason(("精神病|精神疾病|精神障碍|不能表达",), unless=CURED),
    Reason(("(?<!非)(?<!不是)自费", "出国|出境|留学"), lasting=True),
    Reason(
        ("服刑",),
        unless="(?<!未)期满|刑满|服刑(已)?满|释放|曾|结束|完毕|(没有?|未|不)(在)?服刑",
    ),
    Reason(("卧床不起|不能自理",), unless=CURED),
    Reason(
        (
            (
                "工作调动|调动|借调|下派|外派|派驻|驻村|挂职|蹲点|支教|援[疆藏派]|外出|在外|外地|异地|脱产|务工|打工|进修"
                "|(到|赴|去|往)[^，。；,;]{1,12}(学习|工作|培训|锻炼)|在[^，。；,;]{0,12}(大学|学院|党校|学校)"
            ),
        ),
        settled=NOT_TRANSFERRED,
        lasting=True,
    ),
    Reason(
        (
            "离休|退休",
            "原籍|老家|外地|异地",
            "居住|定居|常住|长住|长期|养老|落户|安置",
        ),
        unless="(未|没有?)(到|办理)?(离|退)|短期|临时|暂住|偶尔|探亲",
    ),
)


def is_one_of_six(reason: str) -> bool:
    """Tell whether a 事由 says one of the six reasons."""
    return any(each.is_in(reason) for each in SIX_REASONS)


def lengths(text: str) -> Iterator[int]:
    """Yield the whole months, at least, of each length of time in a text; a year of the calendar is no length.

    不满一年 is less by a whole unit, 近一年 by a month; 半年以内 and 不超过一年 say nothing of the least: 0.
    """
    for match in re.finditer(LENGTH, text):
        months, unit = _months(match["number"], match["unit"]), UNITS[match["unit"]]
        if months is None:
            continue
        if match["within"] or match["after"]:
            yield 0
        elif match["less"]:
            yield max(0, months - (HALF_A_YEAR if match["number"] == HALF else unit.months))
        else:
            yield months - 1 if match["near"] else months


def _months(number: str, name: str) -> int | None:
    unit = UNITS[name]
    if number == HALF:
        return unit.months // 2
    count = 2 if number in SEVERAL_YEARS else int(number) if number.isdecimal() else NUMBERS.get(number)
    if count is None:
        return None
    return count // DAYS_IN_A_MONTH if name == DAYS else count * unit.months + unit.more
