"""Takes the heads of a sheet's columns and a kind of record, gives where in a record each column's texts belong.

A head is the field's own label, as 台账 have it; what follows in brackets is a remark. A field below another is written
请假.1.姓名 or 发文.文号: names of fields and numbers from 1, joined by dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from msgspec import Struct

from docgen.drafting.form import Field, Shape, form_of
from docgen.intake.sheet import Sheet, column_letter
from docgen.model.base import RecordModel, label_of
from docgen.model.kinds import RecordKind
from docgen.workspace.nearest import nearest

Steps: TypeAlias = tuple[str | int, ...]

# Titles and remarks may stand above the heads.
FIRST_ROWS = 20
NOT_READ = frozenset({"序号", "合计"})
JOINT = "."
STEP = re.compile(r"\s*[.．]\s*")
REMARK = re.compile(r"\s*[（(][^（）()]*[）)]\s*$")


class Column(Struct, frozen=True):
    """One column that is understood: its number, its head as written, where its texts belong, whether as a list."""

    number: int
    head: str
    path: Steps
    field: Field

    @property
    def letter(self) -> str:
        """The column's letters."""
        return column_letter(self.number)

    @property
    def label(self) -> str:
        """Where its texts belong, as a head would write it."""
        return JOINT.join(str(step + 1) if isinstance(step, int) else step for step in self.path)

    @property
    def is_list(self) -> bool:
        """Tell whether a cell may hold several texts."""
        return self.field.shape is Shape.TEXTS


class Heads(Struct, frozen=True):
    """The row of heads, the columns that are understood, and the others: number, head, nearest label."""

    row: int
    columns: tuple[Column, ...]
    unknown: tuple[tuple[int, str, str], ...]


def find_heads(sheet: Sheet, kind: RecordKind) -> Heads | None:
    """Return the heads: of the first rows the one in which most are understood; None where none is in any."""
    first = sorted(sheet.rows)[:FIRST_ROWS]
    found = [_heads(row, sheet.rows[row], kind.model) for row in first]
    best = max(found, key=lambda heads: len(heads.columns), default=None)
    return best if best is not None and any(_is_own(each) for each in best.columns) else None


def _is_own(column: Column) -> bool:
    """Tell whether a column is of the kind's own fields: 党支部 and 备注 stand in any table."""
    return column.path[0] not in {label_of(RecordModel, name) for name in RecordModel.model_fields}


def _heads(row: int, texts: Mapping[int, str], model: type[RecordModel]) -> Heads:
    form = form_of(model)
    columns, unknown = [], []
    for number, head in texts.items():
        column = _column(number, head, form)
        if column is not None:
            columns.append(column)
        elif head not in NOT_READ:
            unknown.append((number, head, nearest(head, (field.label for field in form))))
    return Heads(row, tuple(columns), tuple(unknown))


def _column(number: int, head: str, form: Iterable[Field]) -> Column | None:
    for written in (head, REMARK.sub("", head)):
        found = _walk(STEP.split(written.strip()), form)
        if found is not None:
            return Column(number, head, *found)
    return None


def _walk(steps: list[str], form: Iterable[Field]) -> tuple[Steps, Field] | None:
    """Follow labels and numbers down to a field that a cell can hold."""
    name, *rest = steps
    field = next((each for each in form if each.label == name), None)
    if field is None:
        return None
    if field.shape in {Shape.TEXT, Shape.TEXTS}:
        return ((name,), field) if not rest else None
    path: Steps = (name,)
    if field.shape is Shape.BLOCKS:
        if not rest or not rest[0].isdecimal() or int(rest[0]) < 1:
            return None
        path, rest = (name, int(rest[0]) - 1), rest[1:]
    below = _walk(rest, field.below()) if rest else None
    return None if below is None else ((*path, *below[0]), below[1])
