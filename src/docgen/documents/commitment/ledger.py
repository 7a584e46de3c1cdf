"""Takes a branch's commitments of a year, gives the 承诺践诺台账."""

from __future__ import annotations

from docgen.chinese import sentence
from docgen.documents.catalogue import kind_named
from docgen.documents.commitment.rows import PromiseRow, branch_year, columns, heading, promises
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.part import Part, words
from docgen.house.outline import Align, Column, Layout, Outline, Rows, Title
from docgen.ledger import BranchLedger
from docgen.model.commitment import Commitment
from docgen.model.subject import Subject
from docgen.view import Text, View, label

KIND = kind_named("commitment-ledger")
STEPS = ("提诺", "审诺", "示诺", "践诺", "评诺")
STEP = "{day}：{words}"
SEPARATOR = "；"


class CommitmentLedgerRow(PromiseRow, frozen=True, kw_only=True):
    """One promised thing, with how it went."""

    progress: str = label("进展")
    done: str = label("完成日期")
    evidence: str = label("佐证")
    stage: str = label("阶段")
    grade: str = label("等次")
    note: Text = label("备注")


class CommitmentLedgerView(View, frozen=True, kw_only=True):
    """What a 承诺践诺台账 says."""

    heading: str = label("标题")
    rows: tuple[CommitmentLedgerRow, ...] = label("承诺")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Rows(
            "承诺",
            "行",
            (
                *columns(11, 18, 17, 23, 11, 33),
                Column("进展", "{{ 行.进展 }}", 29),
                Column("完成日期", "{{ 行.完成日期 }}", 33, Align.CENTER),
                Column("佐证", "{{ 行.佐证 }}", 16),
                Column("阶段", "{{ 行.阶段 }}", 11, Align.CENTER),
                Column("等次", "{{ 行.等次 }}", 11, Align.CENTER),
                Column("备注", "{{ 行.备注 }}", 11),
            ),
        ),
    ),
    landscape=True,
)


def stage(commitment: Commitment) -> str:
    """Return how far a commitment has come: 提诺 → 审诺 → 示诺 → 践诺 → 评诺."""
    if commitment.review is not None:
        return STEPS[4]
    if any(promise.progress or promise.done for promise in commitment.promises):
        return STEPS[3]
    if commitment.publication is not None:
        return STEPS[2]
    return STEPS[1] if commitment.examination is not None else STEPS[0]


def view(ledger: BranchLedger, subject: Subject) -> CommitmentLedgerView:
    """Return how a branch's commitments of a year are being kept."""
    rows = []
    for entry, part, common in promises(ledger, subject):
        promise, commitment = part.model, entry.model
        rows.append(
            CommitmentLedgerRow(
                **common,
                progress=sentence(STEP.format(day=words(each.day), words=each.words) for each in promise.progress),
                done=part.optional("done"),
                evidence=SEPARATOR.join(dict.fromkeys(each.evidence for each in promise.progress if each.evidence)),
                stage=stage(commitment),
                grade=(commitment.review.grade or "") if commitment.review else "",
                note=Part.of(entry).said("note"),
            )
        )
    return CommitmentLedgerView(heading=heading(ledger, subject, KIND.label), rows=tuple(rows))


CONTENTS = Contents(
    schema=CommitmentLedgerView,
    papers=(UnitPaper(Scope.YEAR, branch_year, view),),
    outline=OUTLINE,
    needs=labels_of(
        Commitment, "member", "year", "category", "promises", "examination", "publication", "review", "note"
    ),
)
