"""Takes a record and a model, gives the model filled, or findings at the words that do not fit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel, ValidationError

from docgen.findings import Finding, Level, Place, in_order
from docgen.records import complaints
from docgen.records.labels import home_of, labels_at, nearest
from docgen.records.record import Path, Record, Source, Written

M = TypeVar("M", bound=BaseModel)
Kinds = Mapping[str, type[BaseModel]]

KIND = "类型"
_LIST_SIGN = "、"
# What pydantic puts at the end of a place that is a key of a mapping.
_KEY_SIGN = "[key]"
_FULL_COLON = re.compile("^[^\\s:\uff1a]{1,12}\uff1a")
# How much of what was written goes into a finding: a clerk finds the place by line and column.
_EXCERPT = 200


class Fork(NamedTuple):
    """Where a union was met on the way to an error, and what pydantic calls the branch it tried."""

    path: Path
    branch: str


class _Complaint(Struct, frozen=True):
    """One of pydantic's errors: its path in the written data, the unions on the way, the name of what is missing."""

    kind: str
    context: Mapping[str, Any]
    path: Path
    name: str
    is_key: bool
    forks: tuple[Fork, ...]

    @property
    def code(self) -> str:
        return complaints.code_of(self.kind)

    @property
    def is_at_fork(self) -> bool:
        """Whether it is about the very value that a union chose a branch for, not about something inside it."""
        return self.path == self.forks[0].path

    @property
    def is_shape(self) -> bool:
        """Whether the branch was not meant at all: the written value has another shape."""
        return self.is_at_fork and self.code in {complaints.LIST, complaints.MAPPING, complaints.TEXT}


def record_type(record: Record) -> str | None:
    """Return the text of 类型, None when there is none."""
    kind = record.data.get(KIND)
    return kind if isinstance(kind, str) else None


def parse(record: Record, kinds: Kinds) -> tuple[BaseModel | None, list[Finding]]:
    """Validate a record by the model that its 类型 names; an unknown one is a finding with the nearest kind."""
    kind = record_type(record)
    if KIND in record.data and kind is None:
        values = {"key": KIND, "value": complaints.written(record.data[KIND])[:_EXCERPT]}
        return None, [Finding(complaints.TEXT, Level.ERROR, record.source.place(KIND), values=values)]
    if kind is None:
        place = record.source.key_place(KIND)
        return None, [Finding("type-missing", Level.ERROR, place, values={"known": _LIST_SIGN.join(kinds)})]
    if kind not in kinds:
        values = {"value": kind, "near": nearest(kind, kinds), "known": _LIST_SIGN.join(kinds)}
        return None, [Finding("type-unknown", Level.ERROR, record.source.place(KIND), values=values)]
    return validate(record, kinds[kind])


def validate(record: Record, model: type[M]) -> tuple[M | None, list[Finding]]:
    """Return the model that a record fills, or None and a finding for each thing in the record that does not fit.

    A record that is not sound is checked too, and never becomes a model.
    """
    try:
        filled = model.model_validate(record.data)
    except ValidationError as error:
        found = [_complaint(record.data, raw) for raw in error.errors(include_url=False, include_input=False)]
        told = [each for each in _one_branch_each(found) if not _was_passed_over(record, each)]
        return None, in_order(_finding(record, model, each) for each in told)
    return (filled if record.sound else None), []


def _complaint(data: Written, error: Any) -> _Complaint:
    """Walk the written data by pydantic's location; what is not in the data names a union's branch or a missing key."""
    kind, context, loc = error["type"], error.get("ctx", {}), tuple(error["loc"])
    is_key = loc[-1:] == (_KEY_SIGN,)
    name = str(loc[-1]) if kind == "missing" else ""
    path: Path = ()
    forks: list[Fork] = []
    here: Written = data
    for step in loc[: len(loc) - (is_key or kind == "missing")]:
        below = _below(here, step)
        if below is None:
            forks.append(Fork(path, str(step)))
        else:
            path, here = (*path, step), below
    if tag := complaints.quoted(str(context.get("discriminator", "")))[-1:]:
        name = tag[0]
        path = (*path, name) if _below(here, name) is not None else path
    return _Complaint(kind, context, path, name, is_key, tuple(forks))


def _below(here: Written, step: str | int) -> Written | None:
    if isinstance(here, dict) and isinstance(step, str):
        return here.get(step)
    return here[step] if isinstance(here, list) and isinstance(step, int) and step < len(here) else None


def _one_branch_each(found: Sequence[_Complaint]) -> list[_Complaint]:
    """Keep, of each union's complaints, those of the branch that was most likely meant."""
    kept = [each for each in found if not each.forks]
    forked = sorted((each for each in found if each.forks), key=lambda each: repr(each.forks[0].path))
    for _, group in groupby(forked, key=lambda each: each.forks[0].path):
        kept += _one_branch_each([replace(each, forks=each.forks[1:]) for each in _likeliest(list(group))])
    return kept


def _likeliest(group: list[_Complaint]) -> list[_Complaint]:
    """Return the complaints of one branch: one whose shape fits, and of several the one with fewest complaints."""
    names = dict.fromkeys(each.forks[0].branch for each in group)
    branches = [[each for each in group if each.forks[0].branch == name] for name in names]
    fitting = [branch for branch in branches if not any(each.is_shape for each in branch)]
    best = min(fitting or branches, key=lambda branch: (all(each.is_at_fork for each in branch), len(branch)))
    wants_list = any(each.is_shape and each.code == complaints.LIST for each in group)
    if wants_list and best[0].is_at_fork and best[0].code == complaints.CHOICE:
        return [replace(best[0], kind=complaints.CHOICE_OR_LIST)]
    return best


def _finding(record: Record, model: type[BaseModel], complaint: _Complaint) -> Finding:
    code, path = complaint.code, complaint.path
    value = _value_at(record.data, path) if path else ""
    if complaint.is_key:
        value = path[-1] if isinstance(path[-1], str) else value
    values: dict[str, str | int] = {
        "key": _block(path[:-1] if complaint.is_key else path),
        "value": complaints.written(value)[:_EXCERPT],
    }
    if code == complaints.UNKNOWN_KEY:
        values |= _unknown_key(model, path, _root_name(record))
    elif code == complaints.MISSING:
        values = {"key": complaint.name, "block": _block(path) or _root_name(record)}
    elif code in {complaints.CHOICE, complaints.CHOICE_OR_LIST}:
        values |= _choices(complaint.context, str(values["value"]))
    else:
        values |= complaints.context_values(complaint.context)
    if code == complaints.MAPPING and isinstance(value, str) and _FULL_COLON.match(value):
        code = "colon-full-width"
    return Finding(code, Level.ERROR, _place(record.source, complaint), values=values)


def _place(source: Source, complaint: _Complaint) -> Place:
    path = complaint.path
    if complaint.code == complaints.UNKNOWN_KEY or complaint.is_key:
        return source.key_place(*path)
    if complaint.code == complaints.MISSING and source.has(*path, complaint.name):
        # The key is there, only without a value.
        return source.key_place(*path, complaint.name)
    return source.place(*path)


def _was_passed_over(record: Record, complaint: _Complaint) -> bool:
    """Say whether a value is missing only because reading refused what was written there."""
    written = record.source.has(*complaint.path, complaint.name)
    return complaint.code == complaints.MISSING and not record.sound and written


def _block(path: Path) -> str:
    """Return the label nearest to the end of a path, "" for the record itself."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _root_name(record: Record) -> str:
    return record_type(record) or record.source.file


def _choices(context: Mapping[str, Any], value: str) -> dict[str, str | int]:
    choices = complaints.quoted(str(context.get("expected", context.get("expected_tags", ""))))
    return {"near": nearest(value, choices), "known": _LIST_SIGN.join(choices)}


def _unknown_key(model: type[BaseModel], path: Path, root: str) -> dict[str, str | int]:
    key = str(path[-1])
    block = _block(path[:-1])
    known = labels_at(model, path[:-1])
    home = root if block and key in labels_at(model, ()) else home_of(model, key)
    return {
        "key": key,
        "value": key,
        "block": block or root,
        "near": "" if home else nearest(key, known),
        "home": home,
        "known": _LIST_SIGN.join(known),
    }


def _value_at(data: Written, path: Path) -> Written:
    here: Written | None = data
    for step in path:
        here = None if here is None else _below(here, step)
    return here or ""
