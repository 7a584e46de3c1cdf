"""Takes one record of a kind without a paper of its own, gives its 登记表."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.general.fields import (
    GENERAL_MODELS,
    REQUESTED_MODELS,
    attributes,
    form_attributes,
    general_labels,
    is_needed,
)
from docgen.documents.kind import Contents, Scope, UnitPaper
from docgen.documents.lookup import record_of
from docgen.documents.part import Part
from docgen.documents.photos import PhotoView, photo_views
from docgen.house.outline import Align, Column, Heading, If, Layout, Outline, Pictures, Rows, Title
from docgen.ledger import BranchLedger
from docgen.model.base import RecordModel, label_of
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Text, View, label

HEADING = "{kind}登记表"
UNIT = "单位名称"


class FieldRow(View, frozen=True, kw_only=True):
    """One field of the record."""

    name: str = label("项目")
    content: Text = label("内容")


class FormView(View, frozen=True, kw_only=True):
    """What a 登记表 says."""

    heading: str = label("标题")
    rows: tuple[FieldRow, ...] = label("栏目")
    photos: tuple[PhotoView, ...] = label("照片")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Rows("栏目", "行", (Column("项目", "{{ 行.项目 }}", 20, Align.CENTER), Column("内容", "{{ 行.内容 }}", 80))),
        If("照片", (Heading("照片", 1), Pictures("照片", 110))),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the records of a period whose kind has no paper of its own."""
    yield from _subjects(ledger, period, GENERAL_MODELS)


def requested(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the records of a period whose kind has papers of its own, or is confidential."""
    yield from _subjects(ledger, period, REQUESTED_MODELS)


def view(ledger: BranchLedger, subject: Subject) -> FormView:
    """Return the form of one record: what is written, and a Gap for what its kind cannot do without."""
    entry = record_of(ledger, subject, RecordModel)
    return FormView(
        heading=HEADING.format(kind=entry.model.kind),
        rows=(FieldRow(name=UNIT, content=ledger.unit.name), *_rows(Part.of(entry))),
        photos=photo_views(ledger, entry, getattr(entry.model, "photos", ())),
    )


def _subjects(ledger: BranchLedger, period: Period, models: frozenset[type[RecordModel]]) -> Iterator[Subject]:
    for entry in ledger.of(RecordModel, period):
        if type(entry.model) in models:
            yield Subject(entry.unit, record=entry.id)


def _rows(part: Part[RecordModel]) -> Iterator[FieldRow]:
    model = type(part.model)
    for name in attributes(model):
        if said := part.whole(name):
            yield FieldRow(name=label_of(model, name), content=said)
        elif part.is_unwritten(name) and is_needed(model, name):
            yield FieldRow(name=label_of(model, name), content=part.gap(name))


CONTENTS = Contents(
    schema=FormView,
    papers=(UnitPaper(Scope.RECORD, subjects, view), UnitPaper(Scope.RECORD, requested, view, on_request=True)),
    outline=OUTLINE,
    needs=general_labels(form_attributes),
)
