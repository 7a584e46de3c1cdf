"""Takes nothing, gives what a document kind is: which papers of it exist, for whom, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from docgen.formats import Format
from docgen.house.outline import Outline
from docgen.ledger import BranchLedger, OrganisationLedger
from docgen.model.base import Model, label_of
from docgen.model.period import Period
from docgen.model.privacy import PrivateField
from docgen.model.subject import Subject
from docgen.view import Audience, Plain, View


class Scope(StrEnum):
    """What one paper covers."""

    RECORD = "一条记录"
    ITEM = "一项议题"
    MONTH = "支部月度"
    QUARTER = "支部季度"
    YEAR = "支部年度"
    PERSON_YEAR = "个人年度"
    ORGANISATION_MONTH = "组织月度"
    ORGANISATION_YEAR = "组织年度"
    ARCHIVE = "归档"


Subjects: TypeAlias = Callable[[BranchLedger, Period], Iterable[Subject]]


class UnitPaper(Struct, frozen=True):
    """A paper about one unit's own records.

    `subjects` yields the papers that a period asks for, so far as the unit's records can say them. Those `on_request` are
    made only where their kind is asked for by name.
    """

    scope: Scope
    subjects: Subjects
    view: Callable[[BranchLedger, Subject], View]
    on_request: bool = False


class OrganisationPaper(Struct, frozen=True):
    """A paper over many units: `digest` runs per unit, beside its records; `view` reduces the digests."""

    scope: Scope
    subjects: Subjects
    digest: Callable[[BranchLedger, Period], Plain]
    view: Callable[[OrganisationLedger, Subject], View]

    def covers(self, period: Period) -> bool:
        """Tell whether the paper is about periods of this length."""
        return bool(period.month) is (self.scope is Scope.ORGANISATION_MONTH) and not period.quarter


class FiledPaper(Struct, frozen=True):
    """One finished file, as the archive's index lists it; `label` is its kind's."""

    path: str
    title: str
    date: str
    pages: int | None
    sha256: str
    label: str = ""


class ArchivePaper(Struct, frozen=True):
    """A paper about finished files, made after all others."""

    scope: Scope
    subjects: Subjects
    view: Callable[[BranchLedger, Subject, tuple[FiledPaper, ...]], View]


Paper: TypeAlias = UnitPaper | OrganisationPaper | ArchivePaper


class Contents(Struct, frozen=True):
    """What a kind's module gives: what its papers say, and in which order.

    `schema` is the view's type; an absent `outline` says that the templates are written by hand. `needs` are the labels
    of the fields that the paper says or counts: with an error in one of them it is not final; `needs_nothing` says why
    there are none. `shows` names private fields that the paper shows beyond its audience.
    """

    schema: type[View]
    papers: tuple[Paper, ...]
    outline: Outline | None = None
    needs: tuple[str, ...] = ()
    needs_nothing: str = ""
    shows: tuple[PrivateField, ...] = ()


class DocumentKind(Struct, frozen=True):
    """One kind of paper: what it is called, for whom and in which formats it is made; its module is loaded when asked.

    Papers of a kind that `binds` stand before finished files, in one file with them. A kind `on_request` is made only
    where it is asked for by name.
    """

    name: str
    label: str
    audience: Audience
    formats: tuple[Format, ...]
    load: Callable[[], Contents]
    binds: bool = False
    on_request: bool = False

    @property
    def schema(self) -> type[View]:
        """The type of its views."""
        return self.load().schema

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The papers that it makes, by what one covers."""
        return self.load().papers

    @property
    def outline(self) -> Outline | None:
        """What comes in which order; None where the templates are written by hand."""
        return self.load().outline

    @property
    def needs(self) -> tuple[str, ...]:
        """The labels of the fields that it says or counts."""
        return self.load().needs

    @property
    def needs_nothing(self) -> str:
        """Why it needs no field."""
        return self.load().needs_nothing

    @property
    def shows(self) -> tuple[PrivateField, ...]:
        """The private fields that it shows beyond its audience."""
        return self.load().shows


def labels_of(model: type[Model], *attributes: str) -> tuple[str, ...]:
    """Return the labels of some fields of a model."""
    return tuple(label_of(model, each) for each in attributes)
