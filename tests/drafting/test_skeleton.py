"""Takes every model, gives its skeleton, read back as a clerk would fill it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from docgen.drafting.form import Field, form_of
from docgen.drafting.skeleton import KIND, skeleton
from docgen.model.base import Model
from docgen.model.kinds import MODELS, RECORD_KINDS, RecordKind
from docgen.model.unit import Unit
from docgen.records.reading import read_text
from docgen.records.validation import parse

LABELS = [kind.label for kind in RECORD_KINDS]


def kind_of(label: str) -> RecordKind:
    return next(kind for kind in RECORD_KINDS if kind.label == label)


def written(label: str) -> str:
    return skeleton(kind_of(label).model, {KIND: label})


def uncommented(text: str) -> str:
    """The skeleton with every group put to use, as the line above them says."""
    return re.sub(r"^# (?!----)", "", text, flags=re.MULTILINE)


def findings(text: str) -> list[str]:
    records, wrong = read_text(text.encode(), "新.yaml")
    assert wrong == []
    _, complaints = parse(records[0], MODELS)
    return [finding.code for finding in complaints]


def all_labels(fields: tuple[Field, ...]) -> Iterator[str]:
    for field in fields:
        yield field.label
        yield from all_labels(field.below())


@pytest.mark.parametrize("label", LABELS)
def test_only_what_is_required_is_missing_from_a_fresh_skeleton(label: str) -> None:
    required = [field for field in form_of(kind_of(label).model) if field.required and field.label != KIND]

    assert set(findings(written(label))) <= {"field-missing"}
    assert len(findings(written(label))) >= len([field for field in required if field.block is None])


@pytest.mark.parametrize("label", LABELS)
def test_every_group_reads_well_once_it_is_put_to_use(label: str) -> None:
    assert set(findings(uncommented(written(label)))) <= {"field-missing", "mapping-expected"}


@pytest.mark.parametrize("label", LABELS)
def test_every_label_of_the_model_stands_in_its_skeleton(label: str) -> None:
    text = written(label)
    labels = list(all_labels(form_of(kind_of(label).model)))
    assert labels

    assert [each for each in labels if f"{each}:" not in text] == []


@pytest.mark.parametrize("model", [Unit, *(kind.model for kind in RECORD_KINDS)])
def test_a_form_has_every_field_of_its_model(model: type[BaseModel]) -> None:
    for field in form_of(model):
        info = model.model_fields[field.attribute]
        assert (field.label, field.about, field.required) == (info.alias, info.description or "", info.is_required())
        assert field.block is None or issubclass(field.block, Model)


def test_required_labels_come_first_with_their_choices() -> None:
    lines = written("会议").splitlines()

    assert [line.partition(":")[0] for line in lines[:3]] == ["类型", "开始", "会议类型"]
    assert "必填；可以写：支部党员大会、支委会、" in lines[2]


def test_a_description_stands_beside_its_label() -> None:
    assert re.search(r"^主持受托: +# 受书记委托主持；是或否$", written("会议"), re.MULTILINE)


def test_what_is_known_is_filled_in_and_the_rest_of_its_group_is_offered() -> None:
    text = skeleton(MODELS["会议"], {KIND: "会议", "议题": [{"标题": "甲: 乙"}, {"标题": "丙"}]})

    assert "议题: " in text
    assert "\n  - 标题: '甲: 乙'\n  - 标题: 丙\n# 每项还可以写：\n#   - 标题: " in text
