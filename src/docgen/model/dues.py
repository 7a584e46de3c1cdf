"""Takes nothing, gives the membership dues of one month."""

from datetime import date
from typing import ClassVar

from docgen.model.base import Day, Line, Model, Money, MonthOf, Person, RecordModel, Several, label, needed


class DuesPayment(Model):
    """What one member owed and paid; amounts in 分."""

    member: Person = needed("党员")
    base: Money | None = label("基数", "单位：元")
    due: Money | None = label("应交", "单位：元")
    paid: Money | None = label("实交", "单位：元")
    day: Day | None = label("日期")


class Dues(RecordModel):
    """党费: the dues of one month; confidential."""

    sums_up: ClassVar[bool] = True
    confidential: ClassVar[bool] = True

    month: MonthOf = needed("月份")
    payments: Several[DuesPayment] | None = label("明细")
    collector: Line | None = label("收缴人")

    @property
    def day(self) -> date:
        """The last day of its month."""
        return self.month.end

    @property
    def title(self) -> str:
        """Its month."""
        return self.month.text
