"""Takes nothing, gives the ground of every model: how fields are declared and what they point to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field

from docgen.model.values import (
    NONE,
    Cents,
    Count,
    Day,
    Hours,
    Line,
    Moment,
    Money,
    MonthOf,
    PeriodOf,
    Points,
    Several,
    Truth,
    Word,
    Year,
)

__all__ = [
    "FILE",
    "NONE",
    "PERSON",
    "PICTURE",
    "RECORD",
    "UNIT",
    "Cents",
    "Count",
    "Day",
    "FileName",
    "Hours",
    "Line",
    "Model",
    "Moment",
    "Money",
    "MonthOf",
    "PeriodOf",
    "Person",
    "PictureFile",
    "Pointer",
    "Points",
    "RecordId",
    "RecordModel",
    "Refers",
    "Several",
    "Step",
    "Truth",
    "UnitName",
    "Word",
    "Year",
    "label",
    "label_of",
    "needed",
    "pointers",
]


class Model(BaseModel):
    """A frozen noun of the domain; its fields' aliases are the labels that users see.

    Modules of models do without `from __future__ import annotations`: what pydantic would have to read from text again,
    some eight hundred types at every start, it is given as what it is.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, regex_engine="python-re", defer_build=True)


def label(name: str, about: str = "", default: Any = None) -> Any:
    """Declare an optional field by its label; absent gives `default`."""
    return Field(default=default, alias=name, description=about or None)


def needed(name: str, about: str = "") -> Any:
    """Declare a field that every record of its kind must have."""
    return Field(alias=name, description=about or None)


def label_of(model: type[BaseModel], attribute: str) -> str:
    """Return the label that was declared for an attribute."""
    return model.model_fields[attribute].alias or attribute


class Refers(Struct, frozen=True):
    """What a text points to: a person of the roster, a record, a unit, or a file beside the record."""

    to: str


PERSON, RECORD, FILE, PICTURE = Refers("person"), Refers("record"), Refers("file"), Refers("picture")
UNIT = Refers("unit")
Person = Annotated[Line, PERSON]
RecordId = Annotated[Line, RECORD]
FileName = Annotated[Line, FILE]
PictureFile = Annotated[Line, PICTURE]
UnitName = Annotated[Line, UNIT]


class RecordModel(Model):
    """The fields that every record may have."""

    kind: str = needed("类型")
    number: Line | None = label("编号", "记录的编号；不写时以文件名为编号")
    branch: Line | None = label("党支部", "所属党支部；写了须与所在文件夹一致")
    note: Line | None = label("备注")

    confidential: ClassVar[bool] = False
    about_a_branch: ClassVar[bool] = False
    """Whether 党支部 names the branch that the record is about, so that it may differ from the folder's."""
    sums_up: ClassVar[bool] = False
    """Whether its day is the end of the period of which it speaks, so that it may be written before."""

    @property
    def day(self) -> date | None:
        """The day by which the record is ordered and counted, None when it has none."""
        return None

    @property
    def title(self) -> str:
        """A few words that name the record in lists."""
        return self.kind


Step = str | int
Pointer = tuple[tuple[Step, ...], Refers, str]


def pointers(model: BaseModel, path: tuple[Step, ...] = ()) -> Iterator[Pointer]:
    """Yield (path of labels and indexes, what it refers to, text) for each pointing text of a model."""
    for attribute, alias, refers, nested in _pointing(type(model)):
        value = getattr(model, attribute)
        if value is None:
            continue
        many = value if isinstance(value, tuple) else (value,)
        for index, each in enumerate(many):
            here = (*path, alias, index) if isinstance(value, tuple) else (*path, alias)
            if nested:
                yield from pointers(each, here)
            elif refers is not None:
                yield here, refers, each


@cache
def _pointing(model: type[BaseModel]) -> tuple[tuple[str, str, Refers | None, bool], ...]:
    found = []
    for attribute, info in model.model_fields.items():
        refers, nested = _target((info.annotation, *info.metadata))
        if refers is not None or nested:
            found.append((attribute, info.alias or attribute, refers, nested))
    return tuple(found)


def _target(parts: tuple[Any, ...]) -> tuple[Refers | None, bool]:
    refers: Refers | None = None
    nested = False
    for part in parts:
        if isinstance(part, Refers):
            refers = part
        elif isinstance(part, type) and not get_origin(part) and issubclass(part, Model):
            nested = nested or any(True for _ in _pointing(part))
        elif get_args(part):
            below, deeper = _target(get_args(part))
            refers, nested = refers or below, nested or deeper
    return refers, nested
