"""Takes a brand, gives the 品牌申报表."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.catalogue import kind_named
from docgen.documents.kind import Contents, Scope, UnitPaper, labels_of
from docgen.documents.lookup import record_of
from docgen.documents.part import Part
from docgen.house.outline import Align, Column, Fields, Hands, Heading, If, Layout, Outline, Rows, Title
from docgen.ledger import BranchLedger
from docgen.model.improvement import Brand, BrandStage, BrandState
from docgen.model.period import Period
from docgen.model.subject import Subject
from docgen.view import Text, View, label

KIND = kind_named("brand-application")
FROM_TO = "至"


class OpinionView(View, frozen=True, kw_only=True):
    """What one member said."""

    member: str = label("党员")
    opinion: str = label("意见")


class StageView(View, frozen=True, kw_only=True):
    """A stage, its days and its work."""

    name: str = label("名称")
    days: str = label("起止")
    words: str = label("内容")


class IndicatorView(View, frozen=True, kw_only=True):
    """What is measured, what was aimed at, and what was reached."""

    name: str = label("指标")
    goal: Text = label("目标")
    actual: Text = label("实际")


class BrandApplicationView(View, frozen=True, kw_only=True):
    """What a 品牌申报表 says."""

    heading: str = label("标题")
    unit: str = label("单位")
    name: str = label("名称")
    started: Text = label("启动日期")
    slogan: Text = label("口号")
    meaning: Text = label("内涵")
    goals: Text = label("目标")
    carriers: Text = label("载体")
    measures: Text = label("措施")
    effect: Text = label("成效")
    opinions: tuple[OpinionView, ...] = label("征求意见")
    no_opinions: Text = label("意见缺项")
    stages: tuple[StageView, ...] = label("阶段")
    indicators: tuple[IndicatorView, ...] = label("指标")
    no_indicators: Text = label("指标缺项")


OUTLINE = Outline(
    Layout.FORM,
    (
        Title("{{ 标题 }}"),
        Fields(
            (
                (("申报单位", "{{ 单位 }}"), ("启动日期", "{{ 启动日期 }}")),
                (("品牌名称", "{{ 名称 }}"),),
                (("口号", "{{ 口号 }}"),),
                (("内涵", "{{ 内涵 }}"),),
                (("目标", "{{ 目标 }}"),),
                (("载体", "{{ 载体 }}"),),
                (("措施", "{{ 措施 }}"),),
                (("成效", "{{ 成效 }}"),),
            )
        ),
        Heading("征求意见", 1),
        If(
            "征求意见",
            (
                Rows(
                    "征求意见",
                    "行",
                    (Column("党员", "{{ 行.党员 }}", 24, Align.CENTER), Column("意见", "{{ 行.意见 }}", 96)),
                ),
            ),
            (Fields(((("意见", "{{ 意见缺项 }}"),),)),),
        ),
        If(
            "阶段",
            (
                Heading("阶段", 1),
                Rows(
                    "阶段",
                    "行",
                    (
                        Column("名称", "{{ 行.名称 }}", 20, Align.CENTER),
                        Column("起止", "{{ 行.起止 }}", 60, Align.CENTER),
                        Column("内容", "{{ 行.内容 }}", 50),
                    ),
                ),
            ),
        ),
        Heading("指标", 1),
        If(
            "指标",
            (
                Rows(
                    "指标",
                    "行",
                    (
                        Column("指标", "{{ 行.指标 }}", 60),
                        Column("目标", "{{ 行.目标 }}", 30, Align.CENTER),
                        Column("实际", "{{ 行.实际 }}", 30, Align.CENTER),
                    ),
                ),
            ),
            (Fields(((("指标", "{{ 指标缺项 }}"),),)),),
        ),
        Hands((("书记（签名）", ""), ("日期", ""))),
    ),
)


def subjects(ledger: BranchLedger, period: Period) -> Iterator[Subject]:
    """Yield the brands that began in a period."""
    yield from (Subject(entry.unit, record=entry.id) for entry in ledger.of(Brand, period))


def view(ledger: BranchLedger, subject: Subject) -> BrandApplicationView:
    """Return the application of one brand; what it reached has a Gap from its naming on."""
    entry = record_of(ledger, subject, Brand)
    brand, part = entry.model, Part.of(entry)
    due = brand.state in (BrandState.NAMED, BrandState.SPREAD)
    return BrandApplicationView(
        heading=KIND.label,
        unit=ledger.unit.name,
        name=brand.name,
        started=part.text("started"),
        slogan=part.text("slogan"),
        meaning=part.text("meaning"),
        goals=part.text("goals"),
        carriers=part.whole("carriers") or part.gap("carriers"),
        measures=part.whole("measures") or part.gap("measures"),
        effect=part.text("effect") if due else part.optional("effect"),
        opinions=tuple(
            OpinionView(member=each.optional("member"), opinion=each.optional("opinion"))
            for each in part.each("opinions")
        ),
        no_opinions="" if brand.opinions else part.gap("opinions"),
        stages=tuple(_stage(each) for each in part.each("stages")),
        indicators=tuple(
            IndicatorView(
                name=each.optional("name"),
                goal=each.text("goal"),
                actual=each.text("actual") if due else each.optional("actual"),
            )
            for each in part.each("indicators")
        ),
        no_indicators="" if brand.indicators else part.gap("indicators"),
    )


def _stage(stage: Part[BrandStage]) -> StageView:
    days = [stage.optional(name) for name in ("since", "until") if stage.has(name)]
    return StageView(name=stage.optional("name"), days=FROM_TO.join(days), words=stage.optional("words"))


CONTENTS = Contents(
    schema=BrandApplicationView,
    papers=(UnitPaper(Scope.RECORD, subjects, view),),
    outline=OUTLINE,
    needs=labels_of(
        Brand,
        "name",
        "started",
        "slogan",
        "meaning",
        "goals",
        "carriers",
        "measures",
        "opinions",
        "stages",
        "effect",
        "indicators",
        "state",
    ),
)
