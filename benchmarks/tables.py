"""Takes numbers, gives them as text: columns for a terminal, tables for a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from benchmarks.rounds import ratio

_MILLI = 1000


def milliseconds(seconds: float) -> str:
    """Return seconds as milliseconds with three figures that count."""
    value = seconds * _MILLI
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def megabytes(size: float) -> str:
    """Return bytes as MB."""
    return f"{size / 1e6:.0f}"


def times(number: float) -> str:
    """Return a ratio."""
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def seconds_table(values: Mapping[str, Sequence[float]], base: str) -> str:
    """Return medians in ms and how many times the base's each is."""
    lines = [f"{'':<20}{'ms':>10}{'×':>10}"]
    for name, rounds in values.items():
        beside = times(ratio(rounds, values[base])) if len(rounds) == len(values[base]) else ""
        lines.append(f"{name:<20}{milliseconds(median(rounds)):>10}{beside:>10}")
    return "\n".join(lines)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that a share of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def percentile_rows(values: Mapping[str, Sequence[float]]) -> list[tuple[str, ...]]:
    """Return of each name how often it was measured, the median, the 95th percentile and the most, in ms."""
    return [
        (name, str(len(each)), *(milliseconds(at) for at in (median(each), percentile(each, 0.95), max(each))))
        for name, each in values.items()
    ]


def percentile_table(values: Mapping[str, Sequence[float]]) -> str:
    """Return that as columns for a terminal."""
    head = f"{'':<20}{'n':>8}{'p50':>10}{'p95':>10}{'max':>10}"
    rows = percentile_rows(values)
    return "\n".join(
        (head, *(f"{name:<20}{count:>8}{''.join(f'{each:>10}' for each in ms)}" for name, count, *ms in rows))
    )


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table: the first column to the left, the others to the right."""
    edge = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, edge, *rows))
