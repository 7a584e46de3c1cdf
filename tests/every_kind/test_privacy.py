"""Takes the sample workspace with a mark in every private field, proves that no paper shows one to whom it must not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook
from tests.every_kind.conftest import Desk, Sample
from tests.every_kind.test_three_clothes import docx_paragraphs, html_text

from docgen.chinese import date_text
from docgen.documents import KINDS
from docgen.documents.part import words
from docgen.formats import Format, Outlet
from docgen.generation import dress
from docgen.ledger import BranchLedger, Entry
from docgen.model.base import Model
from docgen.model.privacy import CRITICISMS, PRIVATE_FIELDS, SPEECHES, THEME_DAY_SPEECHES, PrivateField, private_field
from docgen.model.values import Cents
from docgen.view import Audience, Plain, Private, Reader, dump, leaves

NUMBER, YEAR, MONTH, DAY = 8_760_000, 1901, 6, 5
SPOKEN = (SPEECHES, THEME_DAY_SPEECHES, CRITICISMS)
ORDER = list(Audience)
SHOWN_NOWHERE = {
    "党员.权利中止",
    "离开.事由",
    "党费.明细",
    "单位.联系人",
}
"""Private fields that no paper has a place for, so far; the unit's 联系人 gives way to the meeting's, planted too."""


class Mark:
    """What is planted in one private field, and how papers would say it."""

    def __init__(self, field: PrivateField) -> None:
        self.field = field
        index = PRIVATE_FIELDS.index(field)
        self.text, self.number, self.day = f"密文{index}号", NUMBER + index, date(YEAR + index, MONTH, DAY)
        self.signs = (self.text, str(self.number), words(Cents(self.number)), date_text(self.day))

    def stands_in(self, text: str) -> bool:
        return any(sign in text for sign in self.signs)

    def value(self, annotation: Any) -> Any:
        """Return a value of a type that bears the mark in everything it holds."""
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin in {Union, UnionType}:
            return self.value(next(each for each in inner if each is not type(None)))
        if origin is tuple:
            return (self.value(inner[0]),)
        if inner:
            return self.value(inner[0])
        if issubclass(annotation, Model):
            return annotation.model_construct(
                **{name: self.value(info.annotation) for name, info in annotation.model_fields.items()}
            )
        plain = {bool: True, int: self.number, Cents: Cents(self.number), date: self.day, str: self.text}
        return next(iter(annotation)) if issubclass(annotation, StrEnum) else plain[annotation]


MARKS = {field: Mark(field) for field in PRIVATE_FIELDS}


def planted(model: Any) -> Any:
    """Return a model with a mark in every private field of it and of what lies below it."""
    found = {}
    for name, info in type(model).model_fields.items():
        kind: type[Model] = type(model)
        field, value = private_field(kind, name), getattr(model, name)
        if field is not None:
            found[name] = MARKS[field].value(info.annotation)
        elif isinstance(value, Model):
            found[name] = planted(value)
        elif isinstance(value, tuple):
            found[name] = tuple(planted(each) if isinstance(each, Model) else each for each in value)
    return model.model_copy(update=found)


def planted_ledger(ledger: BranchLedger) -> BranchLedger:
    entries = (Entry(each.id, each.unit, planted(each.model), each.source) for each in ledger.entries)
    return BranchLedger(planted(ledger.unit), ledger.unit_source, ledger.settings, entries, ledger.pictures)


@pytest.fixture(scope="module")
def planted_desk(samples: Path) -> Desk:
    return Desk(samples, planted_ledger)


@pytest.fixture(scope="module")
def papers(planted_desk: Desk) -> list[Sample]:
    """Every paper of the samples, with a mark in every private field behind it."""
    return [sample for kind in KINDS for paper in kind.papers for sample in planted_desk.samples(kind, paper)]


def text_of(value: Plain) -> str:
    if isinstance(value, dict):
        return "\n".join(map(text_of, value.values()))
    return "\n".join(map(text_of, value)) if isinstance(value, list) else str(value)


def told(sample: Sample, reader: Reader | None = None) -> list[str]:
    """Return the labels of the private fields that a paper shows, as it is or to another reader."""
    view = sample.composition.view
    text = text_of(sample.composition.context() if reader is None else dump(view, reader))
    return [field.label for field, mark in MARKS.items() if mark.stands_in(text)]


def is_for(audience: Audience, field: PrivateField) -> bool:
    return ORDER.index(audience) >= ORDER.index(field.least)


def test_no_paper_shows_a_private_field_to_an_audience_wider_than_its_least(papers: list[Sample]) -> None:
    for sample in papers:
        allowed = {field.label for field in PRIVATE_FIELDS if is_for(sample.kind.audience, field)}
        allowed |= {field.label for field in sample.kind.shows}
        assert set(told(sample)) <= allowed, sample


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.INTERNAL])
def test_a_paper_of_any_kind_would_mask_what_a_wider_audience_may_not_read(
    papers: list[Sample], audience: Audience
) -> None:
    hidden = {field.label for field in PRIVATE_FIELDS if not is_for(audience, field)}
    assert hidden
    for sample in papers:
        assert hidden.isdisjoint(told(sample, Reader(audience))), sample


def test_what_has_a_place_in_papers_is_shown_to_those_who_may_read_it(papers: list[Sample]) -> None:
    placed = {
        leaf.field
        for sample in papers
        for _, leaf in leaves(sample.composition.view)
        if isinstance(leaf, Private) and leaf.field
    }
    shown = {label for sample in papers for label in told(sample)}

    assert shown == placed
    assert {field.label for field in PRIVATE_FIELDS} - shown == SHOWN_NOWHERE


def test_only_the_records_show_what_one_person_said(papers: list[Sample]) -> None:
    spoken = {field.label for field in SPOKEN}
    tellers = {sample.kind.name for sample in papers if spoken & set(told(sample))}

    assert tellers == {"meeting-record", "theme-day-record"}


def test_a_masked_speech_does_not_tell_that_it_dissented(papers: list[Sample]) -> None:
    flags = [
        dump_at(dump(sample.composition.view, Reader(audience)), path)
        for sample in papers
        if sample.kind.name == "meeting-record"
        for audience in (Audience.PUBLIC, Audience.INTERNAL)
        for path, leaf in leaves(sample.composition.view)
        if path[-1] == "不同意见" and isinstance(leaf, Private)
    ]
    assert flags
    assert not any(flags)


def dump_at(plain: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        plain = plain[step]
    return plain


def texts(format: Format, content: bytes) -> Iterator[str]:
    if format is Format.DOCX:
        yield from docx_paragraphs(content)
    elif format is Format.XLSX:
        yield from (str(cell.value) for row in load_workbook(BytesIO(content)).active.rows for cell in row)  # type: ignore[union-attr]
    else:
        yield html_text(content) if format is Format.HTML else content.decode()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_files_of_a_public_paper_hold_no_mark(kind: Any, papers: list[Sample], planted_desk: Desk) -> None:
    own = [sample.composition for sample in papers if sample.kind is kind]
    richest = max(own, key=lambda each: sum(isinstance(leaf, Private) for _, leaf in leaves(each.view)))
    contents = replace(kind.load(), shows=())
    public = replace(richest, kind=replace(kind, audience=Audience.PUBLIC, load=lambda: contents))
    for format in [each for each in kind.formats if each is not Format.PDF]:
        rendering = dress(public, format, planted_desk.stationery, planted_desk.workspace.picture_data)
        found = "\n".join(texts(format, rendering.content))
        assert found
        assert [field.label for field, mark in MARKS.items() if mark.stands_in(found)] == [], format


@pytest.mark.parametrize("outlet", list(Outlet))
def test_no_bulletin_that_is_put_on_the_net_holds_a_mark(
    outlet: Outlet, papers: list[Sample], planted_desk: Desk
) -> None:
    issues = [sample.composition for sample in papers if sample.kind.name == "bulletin"]

    assert issues
    for each in issues:
        pictures = planted_desk.workspace.picture_data
        rendering = dress(each, Format.HTML, planted_desk.stationery, pictures, outlet=outlet)
        text = rendering.content.decode()
        assert "要目" in text
        assert [field.label for field, mark in MARKS.items() if mark.stands_in(text)] == [], each.subject


def test_no_public_paper_names_private_fields() -> None:
    assert [kind.name for kind in KINDS if kind.audience is Audience.PUBLIC and kind.shows] == []
    assert any(kind.audience is Audience.PUBLIC for kind in KINDS)
    assert {field for kind in KINDS for field in kind.shows} == set(SPOKEN)


def test_what_an_organisation_tightens_is_masked_as_well(papers: list[Sample]) -> None:
    tightened = {"测评.票数": Audience.CONFIDENTIAL}
    shown = [sample for sample in papers if "测评.票数" in told(sample)]

    assert shown
    for sample in shown:
        kept = replace(sample.composition, tightened=tightened)
        assert "测评.票数" not in told(replace(sample, composition=kept))
        assert set(told(sample)) - set(told(replace(sample, composition=kept))) == {"测评.票数"}
