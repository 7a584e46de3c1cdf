"""Takes a branch's points of a quarter or a year, gives the 积分公示: what each has, and no reasons."""

from __future__ import annotations

from docgen.documents.catalogue import kind_named
from docgen.documents.kind import Contents, Scope, UnitPaper
from docgen.documents.periods import heading, period_of
from docgen.documents.points.rows import RECORD_FIELDS, quarters, table, year
from docgen.house.outline import Align, Grid, Layout, Outline, Title
from docgen.ledger import BranchLedger
from docgen.model.subject import Subject
from docgen.view import Text, View, label

KIND = kind_named("points-publication")


class PointsPublicationView(View, frozen=True, kw_only=True):
    """What a 积分公示 says; which columns it has follows the scheme."""

    heading: str = label("标题")
    heads: tuple[str, ...] = label("表头")
    rows: tuple[tuple[Text, ...], ...] = label("行们")


OUTLINE = Outline(Layout.FORM, (Title("{{ 标题 }}"), Grid("表头", "行们", Align.CENTER)), landscape=True)


def view(ledger: BranchLedger, subject: Subject) -> PointsPublicationView:
    """Return the points of a branch's members as they are made public."""
    heads, rows = table(ledger, subject)
    return PointsPublicationView(heading=heading(ledger, period_of(subject), KIND.label), heads=heads, rows=rows)


CONTENTS = Contents(
    schema=PointsPublicationView,
    papers=(UnitPaper(Scope.QUARTER, quarters, view), UnitPaper(Scope.YEAR, year, view)),
    outline=OUTLINE,
    needs=RECORD_FIELDS,
)
