"""Takes typed text, gives the values of fields: days, periods, counts, amounts, texts and lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from msgspec import Struct
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from docgen.chinese import parse_date, parse_moment, parse_month
from docgen.model.period import FORM, Period

NONE = "无"
T = TypeVar("T")

_NUMBER = r"(0|[1-9][0-9]{0,11})"
_DAY = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"
_MONTH = r"[0-9]{4}[-/][0-9]{1,2}|[0-9]{4}年[0-9]{1,2}月"


class Typed(Struct, frozen=True):
    """How typed text becomes a value: by `parse`, else a finding of `code`; `schema` tells an editor the same.

    `check` is what pydantic holds the value against. It is given whole: a start builds it for some hundred fields.
    """

    parse: Callable[[str], object]
    code: str
    schema: Mapping[str, Any]
    check: CoreSchema

    def __hash__(self) -> int:
        # Both schemas are mappings, which have no hash.
        return hash((self.parse, self.code))

    def read(self, value: Any) -> Any:
        """Parse a text and let other values pass to the check."""
        if not isinstance(value, str):
            return value
        try:
            return self.parse(value.strip())
        except PydanticCustomError:
            # It is a ValueError too, and says already what is wrong.
            raise
        except ValueError:
            raise PydanticCustomError(self.code, "not of the expected form", {"value": value}) from None

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, self.check)

    def __get_pydantic_json_schema__(self, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.schema)


class AsTyped(Struct, frozen=True):
    """A text as typed, without the space around it; an editor may take it for a number (007) or a boolean."""

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.str_schema(strict=True, strip_whitespace=True, min_length=1)

    def __get_pydantic_json_schema__(self, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"], "minLength": 1}


class Word(Struct, frozen=True):
    """A word that may stand for a whole list."""

    word: str
    means: tuple[str, ...] = ()

    def read(self, value: Any) -> Any:
        """Return the list that the word stands for, and anything else as it is."""
        return self.means if isinstance(value, str) and value.strip() == self.word else value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [handler(core), {"const": self.word}]}


class Cents(int):
    """An amount of money in integers of 分."""

    __slots__ = ()


_TRUTH = {"是": True, "true": True, "否": False, "false": False}


def _truth(text: str) -> bool:
    if text not in _TRUTH:
        raise ValueError(text)
    return _TRUTH[text]


def _matching(pattern: str, value: Callable[[str], T]) -> Callable[[str], T]:
    def parse(text: str) -> T:
        if not re.fullmatch(pattern, text):
            raise ValueError(text)
        return value(text)

    return parse


def _moment(text: str) -> datetime:
    """Read a day and its time; a day alone gets a code of its own, for nothing is wrong with the day."""
    try:
        return parse_moment(text)
    except ValueError:
        if _is_day(text):
            raise PydanticCustomError("moment-time-missing", "a day without its time", {"value": text}) from None
        raise


def _is_day(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


def _written(pattern: str, about: str, *others: str) -> dict[str, Any]:
    """Return the schema of a value that is typed as text; `others` are types that an editor may take it for."""
    types: Any = [*others, "string"] if others else "string"
    return {"type": types, "pattern": rf"^\s*({pattern})\s*$", "description": about}


def _count_schema(about: str, least: int, most: int | None = None) -> dict[str, Any]:
    bounds = {"minimum": least} if most is None else {"minimum": least, "maximum": most}
    return _written(_NUMBER, about, "integer") | bounds


_PARTS = r"(\.[0-9]{1,2})?"
_WORDS = {
    "day": "日期，写作 2020-03-05、2020/3/5 或 2020年3月5日",
    "moment": "日期和时间，写作 2020-03-05 14:30",
    "month": "月份，写作 2020-03、2020/3 或 2020年3月",
    "period": "期间，写作 2020、2020-Q1 或 2020-03",
    "truth": "是或否",
    "count": "不小于 0 的整数",
    "year": "四位数的年份",
    "hours": "小时数，至多两位小数",
    "points": "分数，至多两位小数",
    "money": "金额，单位为元，至多两位小数",
}
_TIME = r"(T|\s*)[0-9]{1,2}[:：][0-9]{2}"

_PERIOD = core_schema.is_instance_schema(Period)

Day = Annotated[
    date,
    Typed(parse_date, "date-invalid", _written(_DAY, _WORDS["day"]), core_schema.date_schema(strict=True)),
]
Moment = Annotated[
    datetime,
    Typed(
        _moment,
        "moment-invalid",
        _written(f"({_DAY}){_TIME}", _WORDS["moment"]),
        core_schema.datetime_schema(strict=True),
    ),
]
MonthOf = Annotated[
    Period,
    Typed(
        lambda text: Period.of_month(*parse_month(text)), "month-invalid", _written(_MONTH, _WORDS["month"]), _PERIOD
    ),
]
PeriodOf = Annotated[
    Period, Typed(Period.parse, "period-invalid", _written(FORM, _WORDS["period"], "integer"), _PERIOD)
]
Truth = Annotated[
    bool,
    Typed(
        _truth,
        "truth-invalid",
        {"enum": [True, False, *_TRUTH], "description": _WORDS["truth"]},
        core_schema.bool_schema(strict=True),
    ),
]
Count = Annotated[
    int,
    Typed(
        _matching(_NUMBER, int),
        "count-invalid",
        _count_schema(_WORDS["count"], 0),
        core_schema.int_schema(strict=True, ge=0),
    ),
]
"""A whole number: 3, never 3.0 or 007, which are measures or names."""

Year = Annotated[
    int,
    Typed(
        _matching(_NUMBER, int),
        "year-invalid",
        _count_schema(_WORDS["year"], 1921, 2200),
        core_schema.int_schema(strict=True, ge=1921, le=2200),
    ),
]
Hours = Annotated[
    Decimal,
    Typed(
        _matching(_NUMBER + _PARTS, Decimal),
        "hours-invalid",
        _written(_NUMBER + _PARTS, _WORDS["hours"], "number") | {"minimum": 0},
        core_schema.decimal_schema(ge=0, decimal_places=2),
    ),
]
Points = Annotated[
    Decimal,
    Typed(
        _matching(f"[+-]?{_NUMBER}{_PARTS}", Decimal),
        "points-invalid",
        _written(f"[+-]?{_NUMBER}{_PARTS}", _WORDS["points"], "number"),
        core_schema.decimal_schema(decimal_places=2),
    ),
]
Money = Annotated[
    Cents,
    Typed(
        _matching(_NUMBER + _PARTS, lambda text: Cents(Decimal(text) * 100)),
        "money-invalid",
        _written(_NUMBER + _PARTS, _WORDS["money"], "number") | {"minimum": 0},
        core_schema.is_instance_schema(Cents),
    ),
]
"""An amount in integers of 分, typed in 元; an amount that did not come from text must say that it is `Cents`."""

Line = Annotated[str, AsTyped()]
Several = Annotated[tuple[T, ...], Word(NONE)]
"""A list of entries; `无` says that there are explicitly none."""
