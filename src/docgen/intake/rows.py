"""Takes a row of a sheet and its columns, gives the record that it says, every word with its cell."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from typing import Any

from docgen.intake.columns import Column, Steps
from docgen.model.base import RecordModel, label_of
from docgen.records.record import Mark, Record, Source, Written

BETWEEN = re.compile(r"\s*[、，,；;\n]\s*")
KIND = label_of(RecordModel, "kind")


def record_of(file: str, kind: str, row: int, texts: Mapping[int, str], columns: Iterable[Column], head: int) -> Record:
    """Return a row as a record of a kind; rows and columns of the sheet stand for lines and columns of its source."""
    tree = _Tree(row, head)
    tree.put((KIND,), kind, 0)
    for column in columns:
        text = texts.get(column.number, "")
        if not text:
            continue
        if column.is_list and text != column.field.word:
            for index, part in enumerate(filter(None, BETWEEN.split(text))):
                tree.put((*column.path, index), part, column.number)
        else:
            tree.put(column.path, text, column.number)
    return Record(tree.data, Source(file, tree.mark))


class _Tree:
    """A record under way: its data, and the marks of the same shape."""

    def __init__(self, row: int, head: int) -> None:
        self.row, self.head = row, head
        self.data: dict[str, Written] = {}
        self.mark = Mark(row, 1, row, 1, {})

    def put(self, path: Steps, text: str, column: int) -> None:
        """Set the text at a path; lists are filled in order, so that a number left out closes up."""
        here: Any = self.data
        marks: Any = self.mark.below
        place = Mark(self.row, column, self.head, column)
        for step, following in itertools.pairwise(path):
            below: Any = [] if isinstance(following, int) else {}
            inner = place._replace(below=[] if isinstance(following, int) else {})
            here, marks = self._below(here, marks, step, below, inner)
        last = path[-1]
        if isinstance(last, int):
            here.append(text)
            marks.append(place)
        else:
            here[last] = text
            marks[last] = place

    @staticmethod
    def _below(here: Any, marks: Any, step: str | int, empty: Any, mark: Mark) -> tuple[Any, Any]:
        if isinstance(step, str):
            return here.setdefault(step, empty), marks.setdefault(step, mark).below
        if step >= len(here):
            here.append(empty)
            marks.append(mark)
        at = min(step, len(here) - 1)
        return here[at], marks[at].below
