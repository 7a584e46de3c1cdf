"""Takes entries and figures, gives counts, sums and shares that name the records behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from msgspec.structs import replace

from docgen.chinese import number_text, percent_text
from docgen.model.base import RecordModel
from docgen.records.entry import Entry
from docgen.view import Figure, Plain, Way

NOTHING = Figure(0, "0")
VALUE, TEXT, SOURCES = "value", "text", "sources"
TENTH = Decimal("0.1")


def number(value: int | Decimal, sources: Iterable[str] = ()) -> Figure:
    """Return a number as a Figure: whole ones as int, others as float; the text is exact. Sources once each."""
    whole = value == int(value)
    return Figure(int(value) if whole else float(value), number_text(value), tuple(dict.fromkeys(sources)))


def count(entries: Iterable[Entry[RecordModel]]) -> Figure:
    """Count entries."""
    return Figure.count(tuple(entry.id for entry in entries))


def things(sources: Iterable[Iterable[str]]) -> Figure:
    """Count things that are no records, each by the records on which it rests."""
    return total(Figure(1, "1", tuple(each)) for each in sources)


def total(figures: Iterable[Figure]) -> Figure:
    """Add figures; the sum cites what each of them cites."""
    parts = tuple(part for part in figures if part.value or part.sources)
    value = sum((Decimal(str(part.value)) for part in parts), Decimal())
    added = number(value, (source for part in parts for source in part.sources))
    return replace(added, way=Way.SUM, parts=parts)


def mean(figures: Iterable[Figure]) -> Figure:
    """Return the mean of figures, of which there is one at least, to a tenth; it cites what each of them cites."""
    parts = tuple(figures)
    whole, many = total(parts), Figure(len(parts), str(len(parts)))
    value = (Decimal(str(whole.value)) / len(parts)).quantize(TENTH, ROUND_HALF_UP)
    return replace(number(value, whole.sources), way=Way.MEAN, parts=(whole, many))


def percent(numerator: Figure, denominator: Figure) -> Figure:
    """Return the share of one whole number in another: value 95.5, text 95.5%; value 0, text — where nothing is due."""
    text = percent_text(int(numerator.value), int(denominator.value))
    value = Decimal(text.removesuffix("%")) if denominator.value else Decimal()
    sources = dict.fromkeys((*numerator.sources, *denominator.sources))
    return Figure(number(value).value, text, tuple(sources), Way.SHARE, (numerator, denominator))


def cited(figure: Figure, *sources: str) -> Figure:
    """Return the same number with other sources, as when an organisation cites its units' figures."""
    return Figure(figure.value, figure.text, sources)


def to_plain(figure: Figure) -> dict[str, Plain]:
    """Return a figure as plain data for a digest."""
    return {VALUE: figure.value, TEXT: figure.text, SOURCES: list(figure.sources)}


def from_plain(plain: Mapping[str, Any]) -> Figure:
    """Return the figure that `to_plain` wrote."""
    return Figure(plain[VALUE], plain[TEXT], tuple(plain[SOURCES]))


def is_figure(plain: object) -> bool:
    """Tell whether a part of a digest is a figure."""
    return isinstance(plain, dict) and plain.keys() == {VALUE, TEXT, SOURCES}
