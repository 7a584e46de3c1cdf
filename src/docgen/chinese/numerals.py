"""Takes whole numbers, gives them as Chinese papers write them: numerals, heading numbers, percentages."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from msgspec import Struct


class NumeralSet(Struct, frozen=True):
    """The characters of one way to write numbers: ten digits, units within ten thousand, units above."""

    digits: str
    units: tuple[str, str, str, str]
    myriads: tuple[str, str, str]
    bare_ten: bool


PLAIN = NumeralSet("零一二三四五六七八九", ("", "十", "百", "千"), ("", "万", "亿"), bare_ten=True)
CAPITAL = NumeralSet("零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟"), ("", "万", "亿"), bare_ten=False)
LIMIT = 10**12
NO_VALUE = "—"


def spell(number: int, numerals: NumeralSet) -> str:
    """Spell 0 ≤ number < 10^12 in a set of numerals, each run of inner zeros as one 零."""
    if not 0 <= number < LIMIT:
        raise ValueError(f"not in 0..{LIMIT - 1}: {number}")
    if number == 0:
        return numerals.digits[0]
    text = ""
    for power in (2, 1, 0):
        group = number // 10_000**power % 10_000
        if not group:
            continue
        if text and (group < 1000 or not number // 10_000 ** (power + 1) % 10_000):
            text += numerals.digits[0]
        text += _spell_group(group, numerals) + numerals.myriads[power]
    ten = numerals.digits[1] + numerals.units[1]
    return text[1:] if numerals.bare_ten and text.startswith(ten) else text


def _spell_group(group: int, numerals: NumeralSet) -> str:
    text, zero = "", False
    for power in (3, 2, 1, 0):
        digit = group // 10**power % 10
        if not digit:
            zero = bool(text)
            continue
        text += (numerals.digits[0] if zero else "") + numerals.digits[digit] + numerals.units[power]
        zero = False
    return text


def chinese_number(number: int) -> str:
    """Write a whole number from 0 in Han numerals: 十二, 一百零三, 一万零二十."""
    return spell(number, PLAIN)


def ordinal(number: int) -> str:
    """Write an ordinal in Han numerals, from 1: 第一, 第十二."""
    if number < 1:
        raise ValueError(f"not an ordinal: {number}")
    return "第" + chinese_number(number)


def heading_number(level: int, number: int) -> str:
    """Write the number of a heading of level 1–4: 一、 （一） 1. （1） (GB/T 9704 7.3.3)."""
    if number < 1:
        raise ValueError(f"not a heading number: {number}")
    match level:
        case 1:
            return f"{chinese_number(number)}、"
        case 2:
            return f"（{chinese_number(number)}）"
        case 3:
            return f"{number}."
        case 4:
            return f"（{number}）"
    raise ValueError(f"not a heading level: {level}")


def percent_text(numerator: int, denominator: int) -> str:
    """Write a share as 95.5%: one decimal, half up, in whole numbers; 100% without .0; — for a share of nothing."""
    if numerator < 0 or denominator < 0:
        raise ValueError(f"not a share: {numerator}/{denominator}")
    if denominator == 0:
        return NO_VALUE
    whole, tenth = divmod((2000 * numerator + denominator) // (2 * denominator), 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"


@lru_cache(maxsize=4096)
def number_text(number: int | Decimal) -> str:
    """Write a number in digits without grouping and without idle zeros after the point: 1200, 1.5."""
    text = format(Decimal(number), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
