"""Takes YAML as a test writes it, gives records, models, entries and the ledger of a unit."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from textwrap import dedent
from typing import Any, TypeVar

from pydantic import BaseModel

from docgen.ledger import BranchLedger, Entry
from docgen.ledger.branch import PictureKey
from docgen.model.base import RecordModel
from docgen.model.kinds import MODELS
from docgen.model.settings import Settings
from docgen.model.unit import Unit
from docgen.records.reading import read_text
from docgen.records.record import Record
from docgen.records.validation import parse, validate
from docgen.view import Picture

M = TypeVar("M", bound=BaseModel)


def read(text: str) -> list[Record]:
    """Return the records of a text in which reading finds nothing wrong."""
    records, wrong = read_text(dedent(text).encode(), "记录.yaml")
    assert wrong == []
    return records


def filled(record: Record, model: type[M]) -> M:
    """Return the model that a record fills."""
    found, wrong = validate(record, model)
    assert found is not None, wrong
    return found


def entries(text: str, unit: str) -> list[Entry[Any]]:
    """Return the entries of a unit; an entry's id is the unit and its 编号, else 1, 2, …."""
    made, numbers = [], count(1)
    for record in read(text):
        model, wrong = parse(record, MODELS)
        assert isinstance(model, RecordModel), wrong
        made.append(Entry(f"{unit}/{model.number or next(numbers)}", unit, model, record.source))
    return made


def ledger_from(
    records: str, unit: str, settings: str, pictures: Mapping[PictureKey, Picture] | None = None
) -> BranchLedger:
    """Return the ledger of a unit from the YAML of its records, of its file and of the settings."""
    record = read(unit)[0]
    model, known = filled(record, Unit), filled(read(settings)[0], Settings)
    return BranchLedger(model, record.source, known, entries(records, model.short) if records else [], pictures)
