"""Takes counted numbers, gives them as papers print them, each with its sources, and as charts."""

from __future__ import annotations

import json
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

CHART_TOKEN = "chart:"


class Way(StrEnum):
    """How a figure came about."""

    COUNT = "记录数"
    SUM = "相加"
    SHARE = "占比"
    MEAN = "平均"
    STATED = "取自记录"


class Figure(Struct, frozen=True):
    """A counted number, as printed, with the ids of the records it was counted from.

    `way` and `parts` say how it came about: a sum of which figures, a share of the first part in the second, a mean of
    the first over as many as the second says. Two figures that say the same are equal, however they came about.
    """

    value: int | float | Decimal
    text: str
    sources: tuple[str, ...] = ()
    way: Way = Way.STATED
    parts: tuple[Figure, ...] = ()

    def __eq__(self, other: object) -> bool:
        return self._said == other._said if isinstance(other, Figure) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._said)

    @property
    def _said(self) -> tuple[object, ...]:
        return self.value, self.text, self.sources

    @classmethod
    def count(cls, sources: tuple[str, ...]) -> Figure:
        """Count the sources."""
        return cls(len(sources), str(len(sources)), sources, Way.COUNT)


class ChartKind(StrEnum):
    """How a chart shows its numbers."""

    RADAR = "radar"
    BARS = "bars"
    LINES = "lines"


class Series(Struct, frozen=True):
    """Numbers of one name, one for each category of its chart; None where there is none."""

    name: str
    values: tuple[Figure | None, ...]


class Chart(Struct, frozen=True):
    """A chart of figures over categories; it never stands without a number, use `charted`.

    `most` is the end of the scale, 0 where the figures decide; `marks` are lines across all categories, by their names.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    most: float = 0
    marks: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        if not self.figures:
            raise ValueError(f"{self.title}: a chart needs a figure")
        if any(len(each.values) != len(self.categories) for each in self.series):
            raise ValueError(f"{self.title}: each series needs a place for each category")

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Give the figures that are drawn, series by series."""
        return tuple(value for each in self.series for value in each.values if value is not None)

    @property
    def token(self) -> str:
        """Give the chart as templates see it: all that is drawn, without the sources."""
        series = [
            [each.name, [value and [_number(value), value.text] for value in each.values]] for each in self.series
        ]
        said = [self.kind, self.title, self.categories, series, self.most, self.marks]
        return CHART_TOKEN + json.dumps(said, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of_token(cls, token: str) -> Chart:
        """Read what `token` gives."""
        kind, title, categories, series, most, marks = json.loads(token.removeprefix(CHART_TOKEN))
        read = (Series(name, tuple(value and Figure(*value) for value in values)) for name, values in series)
        return cls(ChartKind(kind), title, tuple(categories), tuple(read), most, tuple((n, at) for n, at in marks))


def charted(
    kind: ChartKind,
    title: str,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    *,
    most: float = 0,
    marks: tuple[tuple[str, float], ...] = (),
) -> Chart | str:
    """Return a chart of the series that have a figure, "" where none has: an empty frame is never drawn."""
    shown = tuple(each for each in series if any(value is not None for value in each.values))
    return Chart(kind, title, categories, shown, most, marks) if shown else ""


def _number(figure: Figure) -> int | float:
    """Return a value as JSON has numbers; amounts are exact, and a chart need not be."""
    return float(figure.value) if isinstance(figure.value, Decimal) else figure.value
