"""Takes a field of a model, gives the list that its values are picked from: people, records, units, files, groups."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from docgen.drafting.form import Field, Shape
from docgen.model.base import FILE, PERSON, PICTURE, RECORD, UNIT, Refers
from docgen.vocabulary.records_page import GROUP_LABELS, PEOPLE_LABELS


class PickList(StrEnum):
    """What a text may be picked from."""

    PEOPLE = "people"
    RECORDS = "records"
    UNITS = "units"
    FILES = "files"
    PICTURES = "pictures"
    GROUPS = "groups"


_LISTS: dict[Refers, PickList] = {
    PERSON: PickList.PEOPLE,
    RECORD: PickList.RECORDS,
    UNIT: PickList.UNITS,
    FILE: PickList.FILES,
    PICTURE: PickList.PICTURES,
}


def pick_list_of(model: type[BaseModel], field: Field) -> PickList | None:
    """Return the list of a field: as the model declares it, else as its label suggests; None for other fields."""
    if field.shape in {Shape.BLOCK, Shape.BLOCKS}:
        return None
    refers = _refers(model, field.attribute)
    if refers is not None:
        return _LISTS[refers]
    if field.code or field.choices:
        return None
    if field.label in PEOPLE_LABELS:
        return PickList.PEOPLE
    return PickList.GROUPS if field.label in GROUP_LABELS else None


@cache
def _refers(model: type[BaseModel], attribute: str) -> Refers | None:
    info = model.model_fields[attribute]
    return _first((info.annotation, *info.metadata))


def _first(parts: tuple[Any, ...]) -> Refers | None:
    for part in parts:
        if isinstance(part, Refers):
            return part
        below = _first(get_args(part))
        if below is not None:
            return below
    return None
