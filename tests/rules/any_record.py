"""Takes a model, gives records of it as a clerk might type them: any fields, any known or unknown names, any days."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from docgen.model.base import RecordModel, label_of
from docgen.model.document_number import CopyNumber, DocumentNumber, MinutesNumber
from docgen.model.kinds import RecordKind
from docgen.model.period import Period
from docgen.model.values import Cents
from docgen.records.entry import Entry
from docgen.records.record import Mark, Source

Typed = st.SearchStrategy[Any]

YEARS = (2019, 2020, 2021)
DAYS = tuple(f"{year}-{month:02}-{day:02}" for year in YEARS for month in (2, 3, 6, 12) for day in (1, 15, 28))
TEXTS = ("张一", "李二", "赵四", "周七", "无名氏", "一支部", "机关党委", "值守", "志愿服务", "其余", "{value}")
PLAIN: dict[type, Typed] = {
    datetime: st.sampled_from(DAYS).map(lambda day: f"{day} 09:00"),
    date: st.sampled_from(DAYS),
    Period: st.sampled_from(DAYS).map(lambda day: day[:7]),
    bool: st.sampled_from(["是", "否"]),
    Cents: st.sampled_from(["0", "15", "2999.99", "3000", "3000.01", "12000", "240"]),
    int: st.sampled_from([*map(str, YEARS)]),
    Decimal: st.sampled_from(["0", "1.5", "2", "10", "999999999999.99"]),
    str: st.sampled_from(TEXTS),
}
"""What may be typed for each type; a count may be a year as well as any other number."""
NUMBERED: dict[Any, Typed] = {
    DocumentNumber: st.sampled_from(["示机一支〔2020〕1号", "示机党〔2019〕20号"]),
    MinutesNumber: st.sampled_from(["〔2020〕1号", "示机一支〔2020〕4号"]),
    CopyNumber: st.sampled_from(["000001", "000120"]),
}
"""Texts of a fixed form."""


def records_of(kind: RecordKind) -> st.SearchStrategy[RecordModel]:
    """Return the records of a kind."""
    return _typed(kind.model).map(
        lambda data: kind.model.model_validate(data | {label_of(RecordModel, "kind"): kind.label})
    )


def entries_of(records: list[RecordModel], unit: str) -> list[Entry[Any]]:
    """Return records as entries of a unit, each with an id of its own and no place."""
    source = Source("记录.yaml", Mark(1, 1, 1, 1))
    return [Entry(f"{unit}/{number}", unit, record, source) for number, record in enumerate(records, 1)]


def _typed(model: type[BaseModel]) -> Typed:
    fields = {name: info for name, info in model.model_fields.items() if name not in RecordModel.model_fields}
    if issubclass(model, RecordModel) and model.about_a_branch:
        fields["branch"] = model.model_fields["branch"]
    needed = {label_of(model, name): _value(info.annotation) for name, info in fields.items() if info.is_required()}
    others = {label_of(model, name): _value(info.annotation) for name, info in fields.items() if not info.is_required()}
    return st.fixed_dictionaries(needed, optional=others)


def _value(annotation: Any) -> Typed:
    if annotation in NUMBERED:
        return NUMBERED[annotation]
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(inner[0])
    if origin in (Union, UnionType):
        return st.one_of([_value(each) for each in inner if each is not type(None)])
    if origin is tuple:
        return st.lists(_value(inner[0]), max_size=3)
    if issubclass(annotation, Enum):
        return st.sampled_from([each.value for each in annotation])
    if issubclass(annotation, BaseModel):
        return _typed(annotation)
    return PLAIN[annotation]
