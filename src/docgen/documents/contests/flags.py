"""Takes a 夺旗 record, gives the 授旗通报: which branch won each of the five flags, for what, and all scores."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import date_text
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.part import Part
from docgen.house.outline import Align, Column, Grid, Heading, If, Layout, Outline, Paragraph, Rows, Signature, Title
from docgen.ledger import BranchLedger, Entry, figures
from docgen.model.base import label_of
from docgen.model.contests import HONOURS, Flag, FlagContest, FlagScores
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Figure, Text, View, label

HEADING = "关于{}授旗情况的通报"
REMARK = "{branch}：{words}"
NOT_SCORED = "—"


class FlagRow(View, frozen=True, kw_only=True):
    """One flag, and who won it; several rows where several did."""

    flag: str = label("旗")
    honour: str = label("称号")
    branch: Text = label("得旗支部")
    score: Text = label("得分")
    deeds: Text = label("事迹")


class FlagNoticeView(View, frozen=True, kw_only=True):
    """What a 授旗通报 says."""

    heading: str = label("标题")
    organisation: str = label("评旗单位")
    period: str = label("周期")
    flags: tuple[FlagRow, ...] = label("授旗")
    heads: tuple[str, ...] = label("评分表头")
    scores: tuple[tuple[Text, ...], ...] = label("评分")
    remarks: tuple[str, ...] = label("说明")
    signer: str = label("署名")
    date: Text = label("成文日期")
    sealed: bool = label("盖章")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        Title("{{ 标题 }}"),
        Paragraph("{{ 评旗单位 }}对各党支部{{ 周期 }}争夺五面旗的情况进行了评分，现将授旗情况通报如下。"),
        Heading("一、授旗情况", 1),
        Rows(
            "授旗",
            "行",
            (
                Column("旗", "{{ 行.旗 }}", 20, Align.CENTER),
                Column("称号", "{{ 行.称号 }}", 24, Align.CENTER),
                Column("得旗支部", "{{ 行.得旗支部 }}", 28, Align.CENTER),
                Column("得分", "{{ 行.得分 }}", 16, Align.CENTER),
                Column("事迹", "{{ 行.事迹 }}", 60),
            ),
        ),
        If("评分", (Heading("二、各党支部评分", 1), Grid("评分表头", "评分"), Paragraph(each="说明"))),
        Signature("{{ 署名 }}", "{{ 成文日期 }}", seal="盖章"),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the contests of a period."""
    for entry in ledger.of(FlagContest, period):
        yield Subject(entry.unit, record=entry.id)


def view(ledger: BranchLedger, subject: Subject) -> FlagNoticeView:
    """Return the notice of one contest."""
    entry = record_of(ledger, subject, FlagContest)
    model, part = entry.model, Part.of(entry)
    return FlagNoticeView(
        heading=HEADING.format(model.period.text),
        organisation=ledger.unit.name,
        period=model.period.text,
        flags=tuple(row for flag in Flag for row in _rows(entry, flag)),
        heads=(label_of(FlagScores, "branch"), *(flag.value for flag in Flag)),
        scores=tuple(_scores(entry, row) for row in model.scores),
        remarks=tuple(REMARK.format(branch=row.branch, words=row.remark) for row in model.scores if row.remark),
        signer=ledger.unit.name,
        date=date_text(model.awarded) if model.awarded else part.gap("awarded"),
        sealed=ledger.settings.official.sealed,
    )


def _rows(entry: Entry[FlagContest], flag: Flag) -> Iterator[FlagRow]:
    """Yield a row for each winner of a flag; one that names what is missing where nobody is written."""
    won = [part for part in Part.of(entry).each("winners") if part.model.flag is flag]
    for part in won:
        score = _score(entry, part.model.branch, flag)
        yield FlagRow(
            flag=flag.value,
            honour=HONOURS[flag],
            branch=part.model.branch,
            score=score if score is not None else NOT_SCORED,
            deeds=part.text("deeds"),
        )
    if not won:
        gap = Part.of(entry).gap("winners")
        yield FlagRow(flag=flag.value, honour=HONOURS[flag], branch=gap, score=NOT_SCORED, deeds="")


def _score(entry: Entry[FlagContest], branch: str, flag: Flag) -> Figure | None:
    found = (row.scores[flag] for row in entry.model.scores if row.branch == branch)
    score = next(found, None)
    return figures.number(score, (entry.id,)) if score is not None else None


def _scores(entry: Entry[FlagContest], row: FlagScores) -> tuple[Text, ...]:
    scores = (figures.number(each, (entry.id,)) if each is not None else NOT_SCORED for each in row.scores.values())
    return (row.branch, *scores)


CONTENTS = Contents(
    schema=FlagNoticeView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(FlagContest, "period", "scores", "winners", "awarded"),
)
