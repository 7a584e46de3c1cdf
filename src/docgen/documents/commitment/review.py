"""Takes a branch's reviewed commitments of a year, gives the 评诺通报."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.catalogue import kind_named
from docgen.documents.commitment.rows import PromiseRow, columns, commitments, heading, promises
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.part import Part
from docgen.house.outline import Align, Column, Layout, Outline, Rows, Title
from docgen.ledger import BranchLedger, Entry
from docgen.model.commitment import Commitment
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Text, View, label

KIND = kind_named("commitment-review")


class ReviewRow(PromiseRow, frozen=True, kw_only=True):
    """One promised thing, with how it was judged."""

    done: str = label("完成日期")
    grade: Text = label("等次")
    reviewed: Text = label("评诺日期")


class CommitmentReviewView(View, frozen=True, kw_only=True):
    """What a 评诺通报 says."""

    heading: str = label("标题")
    rows: tuple[ReviewRow, ...] = label("承诺")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Rows(
            "承诺",
            "行",
            (
                *columns(11, 18, 25, 48, 11, 33),
                Column("完成日期", "{{ 行.完成日期 }}", 33, Align.CENTER),
                Column("等次", "{{ 行.等次 }}", 13, Align.CENTER),
                Column("评诺日期", "{{ 行.评诺日期 }}", 33, Align.CENTER),
            ),
        ),
    ),
    landscape=True,
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the year of a branch that reviewed commitments of it."""
    reviewed = any(entry.model.review for entry in commitments(ledger, period.year))
    if period == Period(period.year) and reviewed:
        yield Subject(ledger.unit.short, period)


def view(ledger: BranchLedger, subject: Subject) -> CommitmentReviewView:
    """Return how a branch's reviewed commitments of a year were judged."""
    rows = (
        ReviewRow(
            **common, done=part.optional("done"), grade=_of_review(entry, "grade"), reviewed=_of_review(entry, "day")
        )
        for entry, part, common in promises(ledger, subject, lambda each: each.review is not None)
    )
    return CommitmentReviewView(heading=heading(ledger, subject, KIND.label), rows=tuple(rows))


def _of_review(entry: Entry[Commitment], attribute: str) -> Text:
    review = Part.of(entry).below("review")
    return review.text(attribute) if review else ""


CONTENTS = Contents(
    schema=CommitmentReviewView,
    papers=(UnitPaper(Scope.YEAR, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(Commitment, "member", "year", "category", "promises", "review"),
)
