"""Takes nothing, gives the record: what was written, and where each word of it stands."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from msgspec import Struct

from docgen.findings import Place

Written: TypeAlias = "str | list[Written] | dict[str, Written]"
Path: TypeAlias = tuple[str | int, ...]


# The mark of a text: line, column, key's line, key's column. A workspace has millions of them, and Python's collector of
# cycles passes over tuples of numbers, but over no class of one's own.
TextMark: TypeAlias = tuple[int, int, int, int]


class Mark(NamedTuple):
    """Where one node and its key begin, counted from 1, and the marks below it."""

    line: int
    column: int
    key_line: int
    key_column: int
    below: dict[str, Mark | TextMark] | list[Mark | TextMark] | None = None


def marked(mark: Mark | TextMark) -> Mark:
    """Return the mark of any node by its names."""
    return mark if isinstance(mark, Mark) else Mark(*mark)


class Source(Struct, frozen=True):
    """The file of a record, relative to the workspace, and the marks of its nodes."""

    file: str
    marks: Mark

    def place(self, *path: str | int) -> Place:
        """Return where the value at `path` stands, or the nearest written thing above it."""
        mark = self._nearest(path)
        return Place(self.file, mark.line, mark.column)

    def key_place(self, *path: str | int) -> Place:
        """Return where the key that leads to `path` stands, or the nearest written thing above it."""
        mark = self._nearest(path)
        return Place(self.file, mark.key_line, mark.key_column)

    def has(self, *path: str | int) -> bool:
        """Say whether something is written at `path`, be it a key without a value."""
        return self._descend(path) is not None

    def _nearest(self, path: Path) -> Mark:
        depths = range(len(path), 0, -1)
        return next((mark for end in depths if (mark := self._descend(path[:end])) is not None), self.marks)

    def _descend(self, path: Path) -> Mark | None:
        mark: Mark | None = self.marks
        for step in path:
            mark = None if mark is None else _below(mark, step)
        return mark


def _below(mark: Mark, step: str | int) -> Mark | None:
    below = mark.below
    if isinstance(below, dict) and isinstance(step, str):
        return marked(below[step]) if step in below else None
    if isinstance(below, list) and isinstance(step, int) and step < len(below):
        return marked(below[step])
    return None


class Record(Struct, frozen=True):
    """One YAML document: text scalars in lists and mappings, as typed.

    `number` says which document of its file it is, empty ones not counted. A record is not `sound` when reading had
    to pass over something in it: it is checked, so that one run shows all that is wrong, and never becomes a model.
    """

    data: dict[str, Written]
    source: Source
    number: int = 1
    sound: bool = True
