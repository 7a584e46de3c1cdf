"""Takes nothing, gives the table of the fields that not everybody may read: which audience may, and what others see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args

from msgspec import Struct

from docgen.model.base import Model, RecordModel, label_of
from docgen.model.dues import Dues
from docgen.model.kinds import RECORD_KINDS
from docgen.model.meeting import Absence, AgendaItem, Appraisal, Gathering, Leave, Meeting
from docgen.model.responsibility import Talk
from docgen.model.reviews import DutyReport
from docgen.model.scoring import PointsEntry
from docgen.model.service import CareVisit
from docgen.model.theme_day import ThemeDay
from docgen.model.unit import Leaving, Member, Unit
from docgen.model.votes import CandidateVotes, NotCounted, Vote
from docgen.view import Audience

UNIT, JOINT, MASK, NOBODY = "单位", ".", "—", "×××"
INTERNAL, CONFIDENTIAL = Audience.INTERNAL, Audience.CONFIDENTIAL


class PrivateField(Struct, frozen=True):
    """A field, the widest audience that may read it and all below it, and what stands in papers for a wider one."""

    model: type[Model]
    attribute: str
    least: Audience = INTERNAL
    mask: str = MASK

    @property
    def label(self) -> str:
        """The name by which docgen.yaml means it: what holds the field, and its own label."""
        return _label(self.model, self.attribute)

    @property
    def key(self) -> str:
        """Its name as an attribute of the settings."""
        return f"{self.model.__name__}_{self.attribute}".lower()


# Only the 记录 shows what one person said; it names these fields beyond its audience.
SPEECHES = PrivateField(AgendaItem, "speeches", CONFIDENTIAL)
THEME_DAY_SPEECHES = PrivateField(ThemeDay, "speeches", CONFIDENTIAL)
CRITICISMS = PrivateField(Meeting, "criticisms", CONFIDENTIAL)

PRIVATE_FIELDS: tuple[PrivateField, ...] = (
    # what people said in confidence
    SPEECHES,
    THEME_DAY_SPEECHES,
    CRITICISMS,
    PrivateField(Meeting, "shortcomings"),
    PrivateField(Talk, "talker", mask=NOBODY),
    PrivateField(Talk, "partner", mask=NOBODY),
    PrivateField(Talk, "reason", CONFIDENTIAL),
    PrivateField(Talk, "words", CONFIDENTIAL),
    PrivateField(Talk, "advice", CONFIDENTIAL),
    PrivateField(Talk, "follow_up", CONFIDENTIAL),
    # ballots on one person; the grade may be shown
    PrivateField(Appraisal, "ballots"),
    PrivateField(DutyReport, "ratings"),
    PrivateField(CandidateVotes, "votes"),
    # reasons of points, absences and discipline
    PrivateField(PointsEntry, "basis"),
    PrivateField(PointsEntry, "reason"),
    PrivateField(Leave, "reason"),
    PrivateField(Absence, "reason"),
    PrivateField(NotCounted, "reason"),
    PrivateField(Vote, "subject", mask=NOBODY),
    PrivateField(Member, "suspensions"),
    PrivateField(Leaving, "reason"),
    # money
    PrivateField(Dues, "payments", CONFIDENTIAL),
    PrivateField(CareVisit, "amount"),
    # who somebody is and how he is reached; records hold no identity numbers
    PrivateField(CareVisit, "recipient", mask=NOBODY),
    PrivateField(CareVisit, "unit"),
    PrivateField(Member, "born"),
    PrivateField(Gathering, "contact"),
    PrivateField(Unit, "contact"),
    PrivateField(Unit, "phone"),
    # a clerk's own words about any record
    PrivateField(RecordModel, "note"),
)
_FIELDS = {(field.model, field.attribute): field for field in PRIVATE_FIELDS}


@cache
def private_field(model: type[Model], attribute: str) -> PrivateField | None:
    """Return the row of the table that a field of a model falls under, None where everybody may read it."""
    rows = (_FIELDS.get((each, attribute)) for each in model.__mro__)
    return next((row for row in rows if row is not None), None)


def private_along(model: Model, path: Iterable[str | int]) -> tuple[PrivateField, ...]:
    """Return the private fields on the way along a path of labels and indexes, as a finding has one."""
    found: list[PrivateField] = []
    here: object = model
    for step in path:
        if isinstance(here, tuple) and isinstance(step, int):
            here = here[step] if step < len(here) else None
        elif isinstance(here, Model):
            kind = type(here)
            attribute = next((name for name in kind.model_fields if label_of(kind, name) == step), "")
            found += filter(None, (private_field(kind, attribute),))
            here = getattr(here, attribute, None)
    return tuple(found)


@cache
def _label(model: type[Model], attribute: str) -> str:
    holder = _holders().get(model, "")
    return f"{holder}{JOINT if holder else ''}{label_of(model, attribute)}"


@cache
def _holders() -> dict[type[Model], str]:
    """Return by what label each model is held: a kind of record, or the field that it fills."""
    named: dict[type[Model], str] = {kind.model: kind.label for kind in RECORD_KINDS} | {Unit: UNIT}
    waiting = list(named)
    for outer in waiting:
        for attribute, info in outer.model_fields.items():
            for inner in _models_in(info.annotation):
                if inner not in named:
                    named[inner] = label_of(outer, attribute)
                    waiting.append(inner)
    return named


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and not get_args(annotation) and issubclass(annotation, Model):
        yield annotation
    for each in get_args(annotation):
        yield from _models_in(each)
