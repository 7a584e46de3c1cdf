"""Takes nothing, gives the outline of the 提质升级计划: a first step for each class, then what is the same for all."""

from __future__ import annotations

from docgen.house.outline import Align, Chart, Column, Heading, If, Layout, Line, Outline, Paragraph, Rows, Title

MEASURE = Column("措施", "{{ 行.措施 }}", 40)
WHO = Column("责任人", "{{ 行.责任人 }}", 20, Align.CENTER)
UNTIL = Column("期限", "{{ 行.期限 }}", 42, Align.CENTER)
OUTLINE = Outline(
    Layout.RECORD,
    (
        Title("{{ 标题 }}"),
        Line("党支部", "{{ 党支部 }}"),
        Line("周期", "{{ 周期 }}"),
        Line("类别", "{{ 类别 }}"),
        Line("提升路径", "{{ 路径 }}"),
        If(
            "整改",
            (
                Heading("一、问题、原因和整改计划（P）", 1),
                Rows(
                    "计划",
                    "行",
                    (
                        Column("问题", "{{ 行.问题 }}", 30),
                        Column("原因", "{{ 行.原因 }}", 30),
                        MEASURE,
                        WHO,
                        UNTIL,
                    ),
                ),
            ),
            (
                If(
                    "示范",
                    (
                        Heading("一、品牌创建和示范带动计划（P）", 1),
                        Rows("计划", "行", (Column("创建内容", "{{ 行.问题 }}", 48), MEASURE, WHO, UNTIL)),
                    ),
                    (
                        Heading("一、针对短板的提升计划（P）", 1),
                        Rows("计划", "行", (Column("短板", "{{ 行.问题 }}", 48), MEASURE, WHO, UNTIL)),
                    ),
                ),
            ),
        ),
        Paragraph(each="缺计划"),
        If(
            "实施",
            (
                Heading("二、实施（D）", 1),
                Rows(
                    "实施",
                    "行",
                    (
                        Column("内容", "{{ 行.内容 }}", 60),
                        Column("日期", "{{ 行.日期 }}", 38, Align.CENTER),
                        WHO,
                        Column("佐证", "{{ 行.佐证 }}", 32),
                    ),
                ),
            ),
        ),
        If(
            "检查",
            (
                Heading("三、检查（C）", 1),
                Rows(
                    "检查",
                    "行",
                    (
                        Column("指标", "{{ 行.指标 }}", 60),
                        Column("目标", "{{ 行.目标 }}", 36, Align.CENTER),
                        Column("实际", "{{ 行.实际 }}", 36, Align.CENTER),
                    ),
                ),
            ),
        ),
        If(
            "处理",
            (
                Heading("四、处理（A）", 1),
                Rows(
                    "处理",
                    "行",
                    (
                        Column("内容", "{{ 行.内容 }}", 56),
                        Column("处理", "{{ 行.处理 }}", 30, Align.CENTER),
                        Column("措施", "{{ 行.措施 }}", 48),
                    ),
                ),
            ),
        ),
        If(
            "考核",
            (
                Heading("五、前后考核对照", 1),
                Rows(
                    "考核",
                    "行",
                    (
                        Column("期间", "{{ 行.期间 }}", 44, Align.CENTER),
                        Column("阶段", "{{ 行.阶段 }}", 30, Align.CENTER),
                        Column("总分", "{{ 行.总分 }}", 26, Align.CENTER),
                        Column("类别", "{{ 行.类别 }}", 26, Align.CENTER),
                    ),
                ),
                Chart("图表", 120),
            ),
        ),
    ),
)
