"""Takes typed text, gives the values and the refusals of the field types."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from docgen.model.base import (
    Cents,
    Count,
    Day,
    Hours,
    Line,
    Moment,
    Money,
    MonthOf,
    PeriodOf,
    Points,
    Several,
    Truth,
    Year,
)
from docgen.model.period import Period

TYPES: dict[str, TypeAdapter[Any]] = {
    "Count": TypeAdapter(Count),
    "Year": TypeAdapter(Year),
    "Hours": TypeAdapter(Hours),
    "Points": TypeAdapter(Points),
    "Money": TypeAdapter(Money),
    "Truth": TypeAdapter(Truth),
    "Day": TypeAdapter(Day),
    "Moment": TypeAdapter(Moment),
    "MonthOf": TypeAdapter(MonthOf),
    "PeriodOf": TypeAdapter(PeriodOf),
    "Line": TypeAdapter(Line),
    "Lines": TypeAdapter(Several[Line]),
}

GOOD: list[tuple[str, str, object]] = [
    ("Count", "0", 0),
    ("Count", "12", 12),
    ("Count", " 3", 3),
    ("Year", "2020", 2020),
    ("Hours", "1.5", Decimal("1.5")),
    ("Hours", "1.10", Decimal("1.10")),
    ("Hours", "2", Decimal(2)),
    ("Points", "-0.5", Decimal("-0.5")),
    ("Points", "+3", Decimal(3)),
    ("Money", "0", 0),
    ("Money", "15.00", 1500),
    ("Money", "3000.01", 300001),
    ("Money", "0.5", 50),
    ("Truth", "是", True),
    ("Truth", "否", False),
    ("Truth", "true", True),
    ("Truth", "false", False),
    ("Day", "2020-03-05", date(2020, 3, 5)),
    ("Day", "2020/3/5", date(2020, 3, 5)),
    ("Day", "2020年3月5日", date(2020, 3, 5)),
    ("Moment", "2020-03-12 14:30", datetime(2020, 3, 12, 14, 30)),  # noqa: DTZ001  a wall clock's time
    ("MonthOf", "2020-03", Period(2020, month=3)),
    ("MonthOf", "2020年3月", Period(2020, month=3)),
    ("PeriodOf", "2020", Period(2020)),
    ("PeriodOf", "2020-Q1", Period(2020, 1)),
    ("PeriodOf", "2020-03", Period(2020, month=3)),
    ("Line", "  张一 ", "张一"),
    ("Line", "\u3000张一\u3000", "张一"),
    ("Line", "007", "007"),
    ("Line", "第一段。\n\n第二段。\n", "第一段。\n\n第二段。"),
]

BAD: list[tuple[str, object, str]] = [
    ("Count", "007", "count-invalid"),
    ("Count", "3.0", "count-invalid"),
    ("Count", "-1", "count-invalid"),
    ("Count", "３", "count-invalid"),
    ("Count", "三", "count-invalid"),
    ("Count", "1_000", "count-invalid"),
    ("Count", "", "count-invalid"),
    ("Count", True, "int_type"),
    ("Count", 3.0, "int_type"),
    ("Count", -1, "greater_than_equal"),
    ("Count", ["3"], "int_type"),
    ("Year", "20", "greater_than_equal"),
    ("Year", "2020年", "year-invalid"),
    ("Year", "2999", "less_than_equal"),
    ("Hours", "1.555", "hours-invalid"),
    ("Hours", "-1", "hours-invalid"),
    ("Hours", "nan", "hours-invalid"),
    ("Hours", "1e3", "hours-invalid"),
    ("Points", "01", "points-invalid"),
    ("Points", "Infinity", "points-invalid"),
    ("Money", "1,200", "money-invalid"),
    ("Money", "1.234", "money-invalid"),
    ("Money", "-5", "money-invalid"),
    ("Money", "１２", "money-invalid"),
    ("Money", 12, "is_instance_of"),
    ("Truth", "1", "truth-invalid"),
    ("Truth", "yes", "truth-invalid"),
    ("Truth", 1, "bool_type"),
    ("Day", "2020-02-30", "date-invalid"),
    ("Day", "2020.3.5", "date-invalid"),
    ("Day", 20200305, "date_type"),
    ("Day", {"年": "2020"}, "date_type"),
    ("Moment", "2020-03-12", "moment-time-missing"),
    ("Moment", "2020年3月12日", "moment-time-missing"),
    ("Moment", "2020/2/30", "moment-invalid"),
    ("Moment", "2020-03-12 26:00", "moment-invalid"),
    ("Moment", 0, "datetime_type"),
    ("MonthOf", "2020-13", "month-invalid"),
    ("MonthOf", {"year": 2020}, "is_instance_of"),
    ("PeriodOf", "2020-Q5", "period-invalid"),
    ("PeriodOf", "0000", "period-invalid"),
    ("Line", ["张一"], "string_type"),
    ("Line", {"姓名": "张一"}, "string_type"),
    ("Line", 7, "string_type"),
    ("Line", None, "string_type"),
    ("Line", "  ", "string_too_short"),
    ("Lines", "张一", "tuple_type"),
    ("Lines", {"张一": ""}, "tuple_type"),
]


@pytest.mark.parametrize(("name", "text", "value"), GOOD)
def test_typed_text_becomes_the_value(name: str, text: str, value: object) -> None:
    found = TYPES[name].validate_python(text)

    assert found == value
    assert not isinstance(value, bool) or found is value


@pytest.mark.parametrize(("name", "value", "code"), BAD)
def test_what_is_not_of_the_form_is_refused_and_never_guessed(name: str, value: object, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TYPES[name].validate_python(value)

    assert [error["type"] for error in caught.value.errors()] == [code]


def test_a_refusal_carries_what_was_written() -> None:
    with pytest.raises(ValidationError) as caught:
        TYPES["Day"].validate_python("三月五日")

    assert caught.value.errors()[0]["ctx"] == {"value": "三月五日"}


def test_an_amount_is_known_as_money_by_its_type() -> None:
    assert type(TYPES["Money"].validate_python("12")) is Cents
    assert TYPES["Money"].validate_python(Cents(1200)) == 1200


@pytest.mark.parametrize(
    ("written", "value"),
    [("无", ()), (" 无 ", ()), ([], ()), (["张一", " 李二"], ("张一", "李二")), (("无",), ("无",))],
)
def test_a_list_may_say_that_there_are_none(written: object, value: tuple[str, ...]) -> None:
    assert TYPES["Lines"].validate_python(written) == value


@pytest.mark.parametrize(("name", "text", "_value"), GOOD)
def test_an_editor_accepts_what_the_model_accepts(name: str, text: str, _value: object) -> None:
    assert Draft202012Validator(TYPES[name].json_schema()).is_valid(text)


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, value, _ in BAD if isinstance(value, str) and value.strip()]
)
def test_an_editor_refuses_what_is_not_of_the_form(name: str, value: str) -> None:
    only_the_model_knows = {"2020-02-30", "2020-03-12 26:00", "2020-13", "20", "2999"}

    assert Draft202012Validator(TYPES[name].json_schema()).is_valid(value) == (value in only_the_model_knows)


def test_an_editor_may_take_a_text_for_a_number() -> None:
    for name, value in [("Count", 3), ("Hours", 1.5), ("Points", -2), ("Money", 12.5), ("Year", 2020), ("Line", 7)]:
        assert Draft202012Validator(TYPES[name].json_schema()).is_valid(value), name
