"""Takes one talk, gives the 谈话记录表; confidential, made only where it is asked for by name."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.part import Part, Said
from docgen.house.outline import Fields, Hands, Layout, Outline, Title
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.model.responsibility import Talk, Talker, TalkState
from docgen.model.subject import Subject
from docgen.view import Text, View, label

HEADING = "{type}记录表"
OF_UNIT = "{name}（{unit}）"


class TalkRecordView(View, frozen=True, kw_only=True):
    """What a 谈话记录表 says."""

    heading: str = label("标题")
    unit: str = label("党支部")
    date: str = label("日期")
    place: Text = label("地点")
    talker: Text = label("谈话人")
    partner: Text = label("谈话对象")
    reason: Text = label("事由")
    words: Text = label("内容")
    advice: Text = label("意见建议")
    follow_up: Text = label("后续")
    state: str = label("状态")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Fields(
            (
                (("党支部", "{{ 党支部 }}"),),
                (("日期", "{{ 日期 }}"), ("地点", "{{ 地点 }}")),
                (("谈话人", "{{ 谈话人 }}"), ("谈话对象", "{{ 谈话对象 }}")),
                (("事由", "{{ 事由 }}"),),
                (("内容", "{{ 内容 }}"),),
                (("意见建议", "{{ 意见建议 }}"),),
                (("后续", "{{ 后续 }}"),),
                (("状态", "{{ 状态 }}"),),
            )
        ),
        Hands((("谈话人签名", ""), ("谈话对象签名", ""))),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the talks of a period that were held."""
    for entry in ledger.of(Talk, period):
        if entry.model.state is not TalkState.PLANNED:
            yield Subject(entry.unit, record=entry.id)


def view(ledger: BranchLedger, subject: Subject) -> TalkRecordView:
    """Return the record of one talk."""
    entry = record_of(ledger, subject, Talk)
    part = Part.of(entry)
    return TalkRecordView(
        heading=HEADING.format(type=entry.model.type),
        unit=ledger.unit.name,
        date=part.optional("on"),
        place=part.text("place"),
        talker=talker(part),
        partner=part.said("partner"),
        reason=part.text("reason"),
        words=part.text("words"),
        advice=part.text("advice"),
        follow_up=part.text("follow_up"),
        state=part.optional("state"),
    )


def talker(part: Part[Talk]) -> Said:
    """Return who gave a talk, of another unit with that one's name."""
    return part.said("talker", _with_unit)


def _with_unit(person: Talker) -> str:
    return OF_UNIT.format(name=person.name, unit=person.unit) if person.unit else person.name


CONTENTS = Contents(
    schema=TalkRecordView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(
        Talk, "type", "on", "place", "talker", "partner", "reason", "words", "advice", "follow_up", "state"
    ),
)
