"""Takes nothing, gives the shape of one part of the statistics: charts, and the table that says the same numbers."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from docgen.counted import Chart
from docgen.view import Gap, Private, Reader, Text
from docgen.vocabulary import gap_text

MOST_BARS = 24
"""More bars than these are no longer read; the table has all of them."""


class Paper(Struct, frozen=True):
    """The paper that says the same: its kind and its subject."""

    kind: str
    subject: str


class Table(Struct, frozen=True):
    """Heads, rows, and the sums below them; the first `names` columns are no numbers."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: tuple[str, ...] = ()
    names: int = 1


class Section(Struct, frozen=True):
    """One part of the statistics; `charts` go by their names in addresses."""

    title: str
    table: Table
    charts: tuple[tuple[str, Chart], ...] = ()
    note: str = ""
    paper: Paper | None = None


def named(**charts: Chart | str) -> tuple[tuple[str, Chart], ...]:
    """Return the charts that have anything to show, by their names."""
    return tuple((name.replace("_", "-"), chart) for name, chart in charts.items() if isinstance(chart, Chart))


def said(value: Text) -> str:
    """Return what a table prints."""
    if isinstance(value, Private):
        return said(str(value.value)) if Reader().may_read(value) else value.masked
    if isinstance(value, Gap):
        return gap_text(value.label)
    return value if isinstance(value, str) else value.text


def cells(values: Iterable[Text]) -> tuple[str, ...]:
    """Return a row as a table prints it."""
    return tuple(map(said, values))
