"""Takes dates, numbers, names and amounts, gives the Chinese that official papers write for them.

What is asked for is loaded when it is first asked for: a command's help measures texts and wants nothing else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.chinese.dates import (
        date_text,
        formal_date,
        moment_text,
        month_text,
        parse_date,
        parse_moment,
        parse_month,
        quarter_text,
        span_text,
        time_text,
        weekday_text,
    )
    from docgen.chinese.lines import AFTER_NUMBERS, NEVER_FIRST, NEVER_LAST, opened, whole_pieces
    from docgen.chinese.money import money_capitals, money_text
    from docgen.chinese.names import by_strokes, name_list, spaced, stroke_count
    from docgen.chinese.numerals import chinese_number, heading_number, number_text, ordinal, percent_text
    from docgen.chinese.text import CLOSERS_AND_OPENERS, adjoin, is_han, quoted_title, sentence, title_list, to_width

__all__ = [
    "AFTER_NUMBERS",
    "CLOSERS_AND_OPENERS",
    "NEVER_FIRST",
    "NEVER_LAST",
    "adjoin",
    "by_strokes",
    "chinese_number",
    "date_text",
    "formal_date",
    "heading_number",
    "is_han",
    "moment_text",
    "money_capitals",
    "money_text",
    "month_text",
    "name_list",
    "number_text",
    "opened",
    "ordinal",
    "parse_date",
    "parse_moment",
    "parse_month",
    "percent_text",
    "quarter_text",
    "quoted_title",
    "sentence",
    "spaced",
    "span_text",
    "stroke_count",
    "time_text",
    "title_list",
    "to_width",
    "weekday_text",
    "whole_pieces",
]

_HOMES = {
    "AFTER_NUMBERS": "lines",
    "CLOSERS_AND_OPENERS": "text",
    "NEVER_FIRST": "lines",
    "NEVER_LAST": "lines",
    "adjoin": "text",
    "by_strokes": "names",
    "chinese_number": "numerals",
    "date_text": "dates",
    "formal_date": "dates",
    "heading_number": "numerals",
    "is_han": "text",
    "moment_text": "dates",
    "money_capitals": "money",
    "money_text": "money",
    "month_text": "dates",
    "name_list": "names",
    "number_text": "numerals",
    "opened": "lines",
    "ordinal": "numerals",
    "parse_date": "dates",
    "parse_moment": "dates",
    "parse_month": "dates",
    "percent_text": "numerals",
    "quarter_text": "dates",
    "quoted_title": "text",
    "sentence": "text",
    "spaced": "names",
    "span_text": "dates",
    "stroke_count": "names",
    "time_text": "dates",
    "title_list": "text",
    "to_width": "text",
    "weekday_text": "dates",
    "whole_pieces": "lines",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
