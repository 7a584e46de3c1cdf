"""Takes nothing, gives the shapes of what is asked about papers, and of what is answered."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from docgen.formats import Format, Outlet
from docgen.web.api.days import Day
from docgen.web.api.shapes import RECORD, FindingShape, Shape

MOST_SUBJECTS, MOST_KINDS = 50, 50
Line = Field(min_length=1, max_length=300)


class Asked(BaseModel):
    """What a program asks for; a key that there is none of is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SentRecord(Asked, json_schema_extra={"description": "一条还没有保存的记录。"}):
    """A record that is not stored, or another content of one that is."""

    unit: str = Field(description="单位简称", examples=["一支部"], min_length=1, max_length=100)
    id: str | None = Field(default=None, description="修改已有的记录时写它的编号", max_length=300)
    content: dict[str, Any] | str = Field(
        description="记录的内容：JSON 对象，或 YAML 文本", examples=[{"类型": "会议"}]
    )


class ToCheck(SentRecord, json_schema_extra={"description": "要检查的一条记录，不保存。"}):
    """A record that is to be checked."""

    on: Day | None = Field(default=None, description="按哪一天检查，不写就是今天")


class Wanted(Asked, json_schema_extra={"description": "要哪些材料。"}):
    """Which papers are wanted."""

    subjects: list[str] = Field(
        default_factory=list,
        description="关于什么：记录的编号，或 单位/期间，或 单位/年/姓名",
        examples=[[RECORD, "一支部/2020-03"]],
        max_length=MOST_SUBJECTS,
    )
    record: SentRecord | None = Field(default=None, description="用这条没有保存的记录生成")
    kinds: list[str] = Field(
        default_factory=list, description="文种；不写就是能生成的全部", examples=[["minutes"]], max_length=MOST_KINDS
    )
    to: list[Format] = Field(default=[Format.DOCX], description="格式", min_length=1, max_length=len(Format))
    final: bool = Field(default=False, description="定稿：缺内容或有错误时不生成")
    sources: bool = Field(default=False, description="附数字来源")
    outlet: Outlet | None = Field(default=None, description="网页放到哪里：wechat 公众号，web 网站；只用于简报")
    on: Day | None = Field(default=None, description="按哪一天看，不写就是今天")


class OutcomeShape(Shape, json_schema_extra={"description": "一份材料。"}):
    """One paper in one format, and how that ended."""

    unit: str = Field(description="单位简称", examples=["一支部"])
    kind: str | None = Field(description="文种", examples=["minutes"])
    subject: str = Field(description="关于什么", examples=[RECORD])
    format: Format = Field(description="格式", examples=["docx"])
    status: str = Field(description="ok 完成，warn 完成但有提醒，fail 没有生成", examples=["ok"])
    name: str | None = Field(description="文件名；没有生成的为空")
    title: str | None = Field(description="标题")
    pages: int | None = Field(description="页数；知道时才有")
    sources: list[str] = Field(description="依据的记录")
    findings: list[FindingShape] = Field(description="缺什么、有什么问题")
    error: str | None = Field(description="没有生成的原因")
    hint: str | None = Field(description="怎么办")
    href: str | None = Field(description="下载它的地址；没有保存的记录为空")


class Outcomes(Shape, json_schema_extra={"description": "生成的材料。"}):
    """What was made."""

    outputs: list[OutcomeShape] = Field(description="每份材料")


class FigureShape(Shape, json_schema_extra={"description": "材料中的一个数。"}):
    """One figure of a paper."""

    path: str = Field(description="在材料中的位置", examples=["各项活动.支委会.到会率"])
    text: str = Field(description="写的是什么", examples=["95%"])
    sources: int = Field(description="由几项得来", examples=[12])


class Figures(Shape, json_schema_extra={"description": "一份材料中的数。"}):
    """The figures of one paper."""

    figures: list[FigureShape] = Field(description="按阅读顺序")


class TracedRecordShape(Shape, json_schema_extra={"description": "一个数背后的一条记录。"}):
    """One record behind a figure."""

    id: str = Field(description="编号", examples=[RECORD])
    unit: str = Field(description="单位简称", examples=["一支部"])
    date: Day | None = Field(description="哪一天")
    title: str = Field(description="标题", examples=["支委会"])
    file: str = Field(description="所在文件")
    line: int = Field(description="第几行")


class TraceShape(Shape, json_schema_extra={"description": "一个数的来历。"}):
    """How a figure came about."""

    value: float = Field(description="数值", examples=[12])
    text: str = Field(description="写的是什么", examples=["12"])
    way: str = Field(description="怎么来的：数、加、比、平均、照写", examples=["count"])
    unit: str | None = Field(description="哪个单位报来的；自己的为空")
    citation: str | None = Field(description="报来的数的出处")
    records: list[TracedRecordShape] = Field(description="直接依据的记录")
    closed: int = Field(description="另有几条是看不到的", examples=[0])
    parts: list[TraceShape] = Field(description="由哪些数得来")


class Explained(TraceShape, json_schema_extra={"description": "材料中的一个数和它的来历。"}):
    """One figure of one paper, and how it came about."""

    kind: str = Field(description="文种", examples=["activity-statistics"])
    subject: str = Field(description="关于什么", examples=["一支部/2020"])
    path: str = Field(description="在材料中的位置", examples=["各项活动.支委会.到会率"])


class TemplateShape(Shape, json_schema_extra={"description": "一个模板。"}):
    """The template of a kind in a format."""

    kind: str = Field(description="文种", examples=["minutes"])
    label: str = Field(description="文种的中文名", examples=["会议纪要"])
    format: Format = Field(description="模板文件的格式", examples=["docx"])
    outlet: Outlet | None = Field(description="为公众号单写的网页模板；别的为空")
    file: str = Field(description="文件名", examples=["minutes.docx"])
    own: bool = Field(description="是不是本工作区自己的；否则是随 docgen 来的")
    href: str = Field(description="下载它的地址")


class TemplateSent(Shape, json_schema_extra={"description": "检查过的模板。"}):
    """A template that was sent and is sound."""

    file: str = Field(description="文件名", examples=["minutes.docx"])
    used: bool = Field(description="换用了没有")
    findings: list[FindingShape] = Field(description="提醒")


class Templates(Shape, json_schema_extra={"description": "各文种现在用的模板。"}):
    """The templates in use."""

    templates: list[TemplateShape] = Field(description="按文种排列")
