"""Takes findings of a record, gives for each the path of labels and indexes that it is about, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from docgen.findings import Finding, Level
from docgen.records.record import Mark, Path, Source, marked
from docgen.vocabulary import hint, message

MISSING = "field-missing"


class Told(Struct, frozen=True):
    """A finding as the page says it: at a path of the data, on a line of the record's text (0: none)."""

    level: str
    message: str
    hint: str
    basis: str
    path: Path
    line: int
    code: str


def told(findings: Iterable[Finding], source: Source | None, first_line: int = 1) -> tuple[Told, ...]:
    """Return what is said of a record, the gravest first; `first_line` of the file is the first of the text."""
    order = list(Level)
    found = [_told(each, source, first_line) for each in dict.fromkeys(findings)]
    return tuple(sorted(found, key=lambda each: order.index(Level(each.level))))


def _told(finding: Finding, source: Source | None, first_line: int) -> Told:
    here = source is None or finding.place.file == source.file
    line = finding.place.line - first_line + 1 if here and finding.place.line else 0
    path = path_of(finding, source) if source is not None and here else ()
    return Told(
        finding.level.value, message(finding), hint(finding), finding.basis or "", path, max(line, 0), finding.code
    )


def path_of(finding: Finding, source: Source) -> Path:
    """Return the path that a finding is about: its own, else that of what stands at its place; () for the whole."""
    if finding.path:
        return finding.path
    at = finding.place.line, finding.place.column
    best: Path = ()
    nearest = (0, 0)
    for path, mark in _marks(source.marks, ()):
        for place in ((mark.line, mark.column), (mark.key_line, mark.key_column)):
            if nearest <= place <= at and (place > nearest or len(path) > len(best)):
                best, nearest = path, place
    if finding.code != MISSING or not finding.values.get("key"):
        return best
    return _missing(best, str(finding.values["key"]), str(finding.values.get("block", "")))


def _missing(path: Path, key: str, block: str) -> Path:
    """Return the path of a field that is not there, from that of the group, or of the key without a value."""
    if path and path[-1] == key:
        return path
    while path and block != next((step for step in reversed(path) if isinstance(step, str)), ""):
        path = path[:-1]
    return (*path, key)


def _marks(mark: Mark, path: Path) -> Iterator[tuple[Path, Mark]]:
    """Yield every place of a record with its path, a group before what is in it."""
    below = mark.below
    items = below.items() if isinstance(below, dict) else enumerate(below or ())
    for step, inner in items:
        here = marked(inner)
        yield (*path, step), here
        yield from _marks(here, (*path, step))
