"""Takes a branch's commitments of a year, gives the 承诺公示."""

from __future__ import annotations

from docgen.documents.catalogue import kind_named
from docgen.documents.commitment.rows import PromiseRow, branch_year, columns, heading, promises
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.house.outline import Column, Layout, Outline, Rows, Title
from docgen.ledger import BranchLedger
from docgen.model.commitment import Commitment
from docgen.model.subject import Subject
from docgen.view import Text, View, label

KIND = kind_named("commitment-publication")


class PublicationRow(PromiseRow, frozen=True, kw_only=True):
    """One promised thing, with how it will be kept."""

    measure: Text = label("措施")


class CommitmentPublicationView(View, frozen=True, kw_only=True):
    """What a 承诺公示 says."""

    heading: str = label("标题")
    rows: tuple[PublicationRow, ...] = label("承诺")


COLUMNS = columns(12, 20, 29, 52, 13, 38)
OUTLINE = Outline(
    Layout.FORM,
    (Title("{{ 标题 }}"), Rows("承诺", "行", (*COLUMNS[:4], Column("措施", "{{ 行.措施 }}", 61), *COLUMNS[4:]))),
    landscape=True,
)


def view(ledger: BranchLedger, subject: Subject) -> CommitmentPublicationView:
    """Return the commitments of a branch's year as they are made public."""
    rows = (PublicationRow(**common, measure=part.text("measure")) for _, part, common in promises(ledger, subject))
    return CommitmentPublicationView(heading=heading(ledger, subject, KIND.label), rows=tuple(rows))


CONTENTS = Contents(
    schema=CommitmentPublicationView,
    papers=(UnitPaper(Scope.YEAR, branch_year, view),),
    outline=OUTLINE,
    needs=labels_of(Commitment, "member", "year", "category", "promises"),
)
