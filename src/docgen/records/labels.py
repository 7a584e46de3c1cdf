"""Takes a model and a path of labels, gives the labels that are known there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import AliasChoices, BaseModel
from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

from docgen.records.record import Path

Model = type[BaseModel]
# Two of four characters right: 地址 still finds 地点.
_LIKENESS = 0.5


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the name that looks most like `name`, "" when none does."""
    return next(iter(get_close_matches(name, list(names), 1, _LIKENESS)), "")


def labels_at(model: Model, path: Path) -> list[str]:
    """Return the labels of the block at `path`, in the model's order, without doubles."""
    return list(dict.fromkeys(label for inner in _models_at(model, path) for label in _fields(inner)))


def home_of(model: Model, label: str) -> str:
    """Return the label of the block that `label` belongs in; "" when it is in none, or in several."""
    homes = [block for block, inner in _blocks(model) if label in _fields(inner)]
    return homes[0] if len(set(homes)) == 1 else ""


def _models_at(model: Model, path: Path) -> tuple[Model, ...]:
    """Return the models that the value at `path` may be of; indexes do not matter, a list's items are alike."""
    found: tuple[Model, ...] = (model,)
    for step in path:
        if isinstance(step, str):
            fields = [_fields(inner)[step] for inner in found if step in _fields(inner)]
            found = tuple(inner for field in fields for inner in _models_in(field.annotation))
    return found


@cache
def _fields(model: Model) -> dict[str, FieldInfo]:
    return {label: field for name, field in model.model_fields.items() for label in _labels(name, field)}


def _labels(name: str, field: FieldInfo) -> list[str]:
    alias = field.validation_alias or field.alias or name
    choices = alias.choices if isinstance(alias, AliasChoices) else [alias]
    return [choice for choice in choices if isinstance(choice, str)]


def _models_in(annotation: Any) -> Iterator[Model]:
    """Yield the models named anywhere in an annotation: in unions, lists, mappings and what annotates them."""
    if isinstance(annotation, TypeAliasType):
        yield from _models_in(annotation.__value__)
    elif isinstance(annotation, type) and get_origin(annotation) is None and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) is not None:
        for argument in get_args(annotation):
            yield from _models_in(argument)


@cache
def _blocks(model: Model) -> tuple[tuple[str, Model], ...]:
    """Return every (label, model) of the blocks below a model, each model once."""
    found: list[tuple[str, Model]] = []
    seen: set[Model] = {model}
    waiting = [model]
    for outer in waiting:
        for label, field in _fields(outer).items():
            for inner in _models_in(field.annotation):
                if inner not in seen:
                    seen.add(inner)
                    waiting.append(inner)
                    found.append((label, inner))
    return tuple(found)
