"""Takes dates, numbers, names and amounts, gives the Chinese that official papers write for them."""

from __future__ import annotations

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
