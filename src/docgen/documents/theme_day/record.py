"""Takes a held theme day, gives the 主题党日活动记录 with its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.meeting.agenda import SpeechView, speech_views
from docgen.documents.meeting.gathering import (
    LeaveRow,
    TurnoutView,
    guest_names,
    leave_rows,
    present_names,
    turnout,
    when,
    with_post,
)
from docgen.documents.part import Part
from docgen.documents.photos import PhotoView, photo_views
from docgen.documents.theme_day.actions import ActionView, fixed_actions, own_actions
from docgen.house.outline import Fields, For, Heading, If, Layout, Outline, Paragraph, Pictures, Speeches, Title
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.model.privacy import THEME_DAY_SPEECHES
from docgen.model.subject import Subject
from docgen.model.theme_day import ThemeDay
from docgen.view import Text, View, label

SEPARATOR = "、"
HEADING = "{unit}主题党日活动记录"


class ThemeDayRecordView(View, frozen=True, kw_only=True):
    """What a 主题党日活动记录 says."""

    heading: str = label("标题")
    theme: str = label("主题")
    time: Text = label("时间")
    place: Text = label("地点")
    host: Text = label("主持人")
    recorder: Text = label("记录人")
    counts: TurnoutView = label("人数")
    present: str = label("出席名单")
    leaves: tuple[LeaveRow, ...] = label("请假缺席")
    guests: str = label("列席名单")
    partners: str = label("联合单位")
    hours: str = label("学时")
    fixed: tuple[str, ...] = label("规定动作")
    own: tuple[ActionView, ...] = label("自选动作")
    contains: str = label("同时召开")
    speeches: tuple[SpeechView, ...] = label("发言")
    agreed: tuple[str, ...] = label("议定事项")
    effect: Text = label("成效")
    follow_up: str = label("后续")
    photos: tuple[PhotoView, ...] = label("照片")


AWAY = (
    "{% for 人 in 请假缺席 %}{{ 人.姓名 }}（{{ 人.类别 }}：{{ 人.事由 }}{% if 人.批准人 %}，{{ 人.批准人 }}批准{% endif %}）"
    "{% if not loop.last %}、{% endif %}{% else %}无{% endfor %}"
)
OR_DASH = '{{{{ {0} or "—" }}}}'
OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Fields(
            (
                (("主题", "{{ 主题 }}"),),
                (("时间", "{{ 时间 }}"),),
                (("地点", "{{ 地点 }}"), ("学时", OR_DASH.format("学时"))),
                (("主持人", "{{ 主持人 }}"), ("记录人", "{{ 记录人 }}")),
                (("应到", "{{ 人数.应到 }}人"), ("实到", "{{ 人数.实到 }}人")),
                (("出席", "{{ 出席名单 }}"),),
                (("请假缺席及原因", AWAY),),
                (("列席", OR_DASH.format("列席名单")),),
                (("联合单位", OR_DASH.format("联合单位")),),
            )
        ),
        If("规定动作", (Heading("规定动作", 1), Paragraph(each="规定动作"))),
        If(
            "自选动作",
            (
                Heading("自选动作", 1),
                For(
                    "项", "自选动作", (Paragraph("{{ 项.序 }}{{ 项.环节 }}{% if 项.内容 %}：{{ 项.内容 }}{% endif %}"),)
                ),
            ),
        ),
        If("同时召开", (Paragraph("同时召开：{{ 同时召开 }}"),)),
        If("发言", (Heading("发言", 1), Speeches("发言"))),
        If("议定事项", (Heading("议定事项", 1), Paragraph(each="议定事项"))),
        Heading("成效", 1),
        Paragraph("{{ 成效 }}"),
        If("后续", (Heading("后续", 1), Paragraph("{{ 后续 }}"))),
        If("照片", (Heading("照片", 1), Pictures("照片", 95))),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the theme days of a period that were held."""
    yield from (Subject(entry.unit, record=entry.id) for entry in ledger.of(ThemeDay, period, held=True))


def view(ledger: BranchLedger, subject: Subject) -> ThemeDayRecordView:
    """Return the record of one theme day."""
    entry = record_of(ledger, subject, ThemeDay)
    day, part = entry.model, Part.of(entry)
    return ThemeDayRecordView(
        heading=HEADING.format(unit=ledger.unit.short),
        theme=day.theme,
        time=when(entry),
        place=part.text("place"),
        host=with_post(ledger, entry, "host"),
        recorder=part.text("recorder"),
        counts=turnout(ledger, entry),
        present=present_names(ledger, entry),
        leaves=leave_rows(entry),
        guests=guest_names(entry),
        partners=part.optional("partners"),
        hours=part.optional("hours"),
        fixed=fixed_actions(ledger, entry),
        own=own_actions(day),
        contains=_contained(ledger, day),
        speeches=speech_views(part.each("speeches")),
        agreed=day.agreed,
        effect=part.text("effect"),
        follow_up=part.optional("follow_up"),
        photos=photo_views(ledger, entry, day.photos),
    )


def _contained(ledger: BranchLedger, day: ThemeDay) -> str:
    found = (ledger.entry(text) for text in day.contains)
    return SEPARATOR.join(entry.model.title for entry in found if entry is not None)


CONTENTS = Contents(
    schema=ThemeDayRecordView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    shows=(THEME_DAY_SPEECHES,),
    needs=labels_of(
        ThemeDay,
        "theme",
        "start",
        "end",
        "place",
        "host",
        "recorder",
        "due",
        "present",
        "on_leave",
        "absent",
        "guests",
        "partners",
        "hours",
        "fixed_actions",
        "own_actions",
        "contains",
        "speeches",
        "agreed",
        "effect",
        "follow_up",
        "photos",
    ),
)
