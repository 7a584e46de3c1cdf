"""Takes a theme day, held or planned, gives the 主题党日方案."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.chinese import span_text
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.part import Part
from docgen.documents.sending import ADDRESSEE, HEAD, DispatchView, closing, sent
from docgen.documents.theme_day.actions import ActionView, fixed_actions, own_actions
from docgen.house.outline import For, Heading, If, Layout, Outline, Paragraph, Title
from docgen.ledger import BranchLedger
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.model.theme_day import ThemeDay
from docgen.view import Text, View, label

HEADING = "“{theme}”主题党日活动方案"
ALL_MEMBERS = "{unit}全体党员"


class DutyView(View, frozen=True, kw_only=True):
    """Who prepares what."""

    matter: str = label("事项")
    responsible: str = label("责任人")


class ThemeDayPlanView(DispatchView, frozen=True, kw_only=True):
    """What a 主题党日方案 says."""

    heading: str = label("标题")
    theme: str = label("主题")
    purpose: Text = label("目的")
    time: Text = label("时间")
    place: Text = label("地点")
    people: str = label("参加对象")
    partners: str = label("联合单位")
    fixed: tuple[str, ...] = label("规定动作")
    own: tuple[ActionView, ...] = label("自选动作")
    duties: tuple[DutyView, ...] = label("分工")
    no_duties: Text = label("分工缺项")
    requirements: tuple[str, ...] = label("要求")
    signer: str = label("署名")
    date: Text = label("成文日期")


OUTLINE = Outline(
    Layout.OFFICIAL,
    (
        HEAD,
        Title("{{ 标题 }}"),
        ADDRESSEE,
        Heading("一、主题", 1),
        Paragraph("{{ 主题 }}"),
        Heading("二、目的", 1),
        Paragraph("{{ 目的 }}"),
        Heading("三、时间和地点", 1),
        Paragraph("时间：{{ 时间 }}"),
        Paragraph("地点：{{ 地点 }}"),
        Heading("四、参加对象", 1),
        Paragraph("{{ 参加对象 }}{% if 联合单位 %}；联合单位：{{ 联合单位 }}{% endif %}"),
        Heading("五、内容与流程", 1),
        If("规定动作", (Heading("（一）规定动作", 2), Paragraph(each="规定动作"))),
        If(
            "自选动作",
            (
                Heading("（二）自选动作", 2),
                For(
                    "项", "自选动作", (Paragraph("{{ 项.序 }}{{ 项.环节 }}{% if 项.内容 %}：{{ 项.内容 }}{% endif %}"),)
                ),
            ),
        ),
        Heading("六、分工", 1),
        If(
            "分工",
            (For("项", "分工", (Paragraph("{{ 项.事项 }}：{{ 项.责任人 }}"),)),),
            (Paragraph("{{ 分工缺项 }}"),),
        ),
        If("要求", (Heading("七、要求", 1), Paragraph(each="要求"))),
        *closing(),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the theme days of a period, held or planned."""
    yield from (Subject(entry.unit, record=entry.id) for entry in ledger.of(ThemeDay, period))


def view(ledger: BranchLedger, subject: Subject) -> ThemeDayPlanView:
    """Return the plan of one theme day; it reads nothing of what happened later."""
    entry = record_of(ledger, subject, ThemeDay)
    day, part = entry.model, Part.of(entry)
    return ThemeDayPlanView(
        **sent(ledger, part.below("dispatch")),
        heading=HEADING.format(theme=day.theme),
        theme=day.theme,
        purpose=part.text("purpose"),
        time=span_text(day.start, day.end) if day.end else part.text("start"),
        place=part.text("place"),
        people=ALL_MEMBERS.format(unit=ledger.unit.short),
        partners=part.optional("partners"),
        fixed=fixed_actions(ledger, entry),
        own=own_actions(day),
        duties=tuple(DutyView(matter=each.matter, responsible=each.responsible) for each in day.duties),
        no_duties="" if day.duties else part.gap("duties"),
        requirements=day.notice_requirements,
        signer=ledger.unit.name,
        date=part.text("notice_day"),
    )


CONTENTS = Contents(
    schema=ThemeDayPlanView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(
        ThemeDay,
        "theme",
        "purpose",
        "start",
        "end",
        "place",
        "partners",
        "fixed_actions",
        "own_actions",
        "duties",
        "notice_requirements",
        "notice_day",
        "dispatch",
    ),
)
