"""Takes the words of a query, gives what they mean; the parameters that several routes share."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from docgen.errors import UsageError
from docgen.model.period import Period
from docgen.web.api.days import Day

PERIOD = "^[0-9]{4}(-(Q[1-4]|0?[1-9]|1[0-2]))?$"

Unit = Annotated[str, Query(description="单位简称，例如 一支部", max_length=100, examples=["一支部"])]
Units = Annotated[list[str], Query(description="单位简称，可写多个；含下级；不写就是看得到的全部", max_length=100)]
RecordId = Annotated[
    str,
    Query(
        alias="id",
        description="记录的编号，以单位开头",
        min_length=1,
        max_length=300,
        examples=["一支部/2020/03/2020-03-12-支委会"],
    ),
]
PeriodText = Annotated[
    str | None,
    Query(alias="period", description="期间：2020、2020-Q1 或 2020-03", pattern=PERIOD, examples=["2020-03"]),
]
MonthText = Annotated[
    str, Query(description="哪个月：2020-03", pattern="^[0-9]{4}-(0?[1-9]|1[0-2])$", examples=["2020-03"])
]
On = Annotated[Day | None, Query(description="按哪一天看，不写就是今天", examples=["2020-12-31"])]


def period_of(text: str | None) -> Period | None:
    """Return the period that a text names; raise UsageError where it names none."""
    if text is None:
        return None
    try:
        return Period.parse(text)
    except ValueError:
        raise UsageError("period-invalid", {"value": text}) from None
