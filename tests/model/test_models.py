"""Takes all models, gives what is against their common form."""

from __future__ import annotations

import inspect
import keyword
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from docgen.model.base import Model, RecordModel
from docgen.model.kinds import RECORD_KINDS
from docgen.model.settings import Settings
from docgen.model.unit import Unit

ROOTS: list[type[BaseModel]] = [*(kind.model for kind in RECORD_KINDS), Unit, Settings]
# The four steps of plan-do-check-act are known by their letters.
LATIN = {"P", "D", "C", "A"}


def below(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for each in get_args(annotation):
        yield from below(each)


def reached() -> list[type[Model]]:
    waiting, found = list(ROOTS), dict[type[Model], None]()
    while waiting:
        model = waiting.pop(0)
        if issubclass(model, Model) and model not in found:
            found[model] = None
            for info in model.model_fields.values():
                waiting.extend(below(info.annotation))
    return list(found)


MODELS = reached()


def test_the_walk_reaches_what_lies_deep() -> None:
    names = {model.__name__ for model in MODELS}

    assert len(MODELS) > 80
    assert {"Meeting", "WrittenOpinions", "Ballot", "Photo", "AdmissionSteps", "GroupSpan", "LimitSettings"} <= names


@pytest.mark.parametrize("model", MODELS)
def test_every_field_has_a_chinese_label_and_no_two_share_one(model: type[Model]) -> None:
    labels = [info.alias or "" for info in model.model_fields.values()]

    assert labels
    assert [
        label
        for label in labels
        if not re.fullmatch(r"[\u4e00-\u9fff]+(\.[\u4e00-\u9fff]+)?", label) and label not in LATIN
    ] == []
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("model", MODELS)
def test_every_attribute_is_an_english_name(model: type[Model]) -> None:
    wrong = [name for name in model.model_fields if not re.fullmatch(r"[a-z][a-z_]*", name) or keyword.iskeyword(name)]

    assert wrong == []


@pytest.mark.parametrize("model", MODELS)
def test_every_model_and_property_says_what_it_is(model: type[Model]) -> None:
    own = {name: value for name, value in vars(model).items() if isinstance(value, property)}
    undescribed = [name for name, value in own.items() if not value.fget or not value.fget.__doc__]

    assert model.__doc__
    assert model.__doc__ != Model.__doc__
    assert undescribed == []


@pytest.mark.parametrize("model", MODELS)
def test_every_model_is_frozen_and_refuses_unknown_keys(model: type[Model]) -> None:
    assert model.model_config.get("frozen") is True
    assert model.model_config.get("extra") == "forbid"


@pytest.mark.parametrize("model", MODELS)
def test_no_two_models_share_a_name(model: type[Model]) -> None:
    assert [other.__module__ for other in MODELS if other.__name__ == model.__name__] == [model.__module__]


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.stem)
def test_every_kind_tells_its_day_and_its_title_in_its_own_words(kind: Any) -> None:
    assert issubclass(kind.model, RecordModel)
    for name in ("day", "title"):
        assert inspect.getattr_static(kind.model, name) is not inspect.getattr_static(RecordModel, name)


def test_stems_and_labels_name_one_kind_each() -> None:
    stems = [kind.stem for kind in RECORD_KINDS]

    assert len(stems) > 30
    assert len(set(stems)) == len({kind.label for kind in RECORD_KINDS}) == len({kind.model for kind in RECORD_KINDS})
    assert [stem for stem in stems if not re.fullmatch(r"[a-z]+(-[a-z]+)*", stem)] == []
