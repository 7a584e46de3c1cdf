"""Takes a day as a program sends it, gives it where records can be of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator

FIRST, LAST = date(1900, 1, 1), date(2999, 12, 31)


def _within(day: date) -> date:
    if not FIRST <= day <= LAST:
        raise ValueError(f"{FIRST}..{LAST}")
    return day


Day = Annotated[date, AfterValidator(_within)]
