"""Takes YAML text, gives the models and the schemas that the tests of this room compare."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from docgen.model.base import RecordModel
from docgen.model.kinds import MODELS
from docgen.model.schema import workspace_schema

# What every record may have, written or not, beside the fields of its own kind.
COMMON = {"number", "branch", "note"}


def read(text: str) -> dict[str, Any]:
    """Read YAML with all scalars as text, as the records room does."""
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  it makes text, lists and mappings alone
    assert isinstance(data, dict)
    return data


def record(kind: str, text: str) -> RecordModel:
    """Validate one record of a kind."""
    return MODELS[kind].model_validate({"类型": kind, **read(text)})


def unwritten(model: BaseModel, path: str = "") -> Iterator[str]:
    """Yield the fields that nothing in a record wrote; of a list, one entry must have written each."""
    for name in type(model).model_fields:
        here = f"{path}.{name}"
        if name not in model.model_fields_set:
            if not (isinstance(model, RecordModel) and name in COMMON):
                yield here
            continue
        value = getattr(model, name)
        entries = [each for each in (value if isinstance(value, tuple) else [value]) if isinstance(each, BaseModel)]
        if entries:
            yield from sorted(set.intersection(*(set(unwritten(each, here)) for each in entries)))


@pytest.fixture(name="read")
def reader() -> Callable[[str], dict[str, Any]]:
    return read


@pytest.fixture(name="record")
def record_reader() -> Callable[[str, str], RecordModel]:
    return record


@pytest.fixture(name="unwritten")
def unwritten_fields() -> Callable[[BaseModel], Iterator[str]]:
    return unwritten


@pytest.fixture(scope="session")
def editor() -> Draft202012Validator:
    """The workspace's schema, as an editor applies it."""
    return Draft202012Validator(workspace_schema())
