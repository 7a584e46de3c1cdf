"""Takes nothing, gives the shapes of what programs are answered, each with its description and an example."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from docgen.accounts import Role

Day = date
"""The type under a name that no field has."""
RECORD = "一支部/2020/03/2020-03-12-支委会"


class Shape(BaseModel):
    """What is answered; nothing else is."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FindingShape(Shape, json_schema_extra={"description": "一个问题：与 docgen check --format json 相同。"}):
    """One finding, with the keys of `check --format json`."""

    code: str = Field(description="编号，不随版本改变", examples=["V5"])
    level: Literal["error", "warn", "info"] = Field(description="轻重：error 错误，warn 提醒，info 说明")
    file: str | None = Field(
        default=None, description="所在文件", examples=["支部/一支部/记录/2020/03/2020-03-12-支委会.yaml"]
    )
    line: int | None = Field(default=None, description="第几行，从 1 数", examples=[7])
    column: int | None = Field(default=None, description="第几列，从 1 数", examples=[5])
    subject: str | None = Field(default=None, description="关于哪条记录、哪个单位的哪段时间", examples=[RECORD])
    value: str | int | None = Field(default=None, description="写的是什么")
    message: str = Field(description="出了什么事", examples=["到会 2 人，不到应到 5 人的一半。"])
    hint: str | None = Field(default=None, description="怎么办")
    basis: str | None = Field(default=None, description="依据：哪部法规第几条")
    paragraph: int | None = Field(default=None, description="文件中第几段")
    page: int | None = Field(default=None, description="第几页")
    table: int | None = Field(default=None, description="第几个表")
    row: int | None = Field(default=None, description="第几行单元格")
    cell: int | None = Field(default=None, description="第几个单元格")
    text: str | int | None = Field(default=None, description="那里的文字")
    found: str | int | None = Field(default=None, description="现在是")
    expected: str | int | None = Field(default=None, description="应当是")


class Problem(BaseModel, json_schema_extra={"description": "出错时的回答（RFC 9457）。"}):
    """What is answered where something is refused (RFC 9457)."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(description="出错的种类，不随版本改变", examples=["urn:docgen:not-found"])
    title: str = Field(description="出了什么事", examples=["没有这个页面或内容：一支部/2020/03/没有。"])
    status: int = Field(description="HTTP 状态码", examples=[404])
    detail: str | None = Field(default=None, description="怎么办")
    findings: list[FindingShape] = Field(default_factory=list, description="检查发现的问题")


class RecordKindShape(Shape, json_schema_extra={"description": "一种记录。"}):
    """One kind of record."""

    label: str = Field(description="记录里“类型”写的字", examples=["会议"])
    stem: str = Field(description="英文名，用于文件名", examples=["meeting"])
    confidential: bool = Field(description="是否内部材料，只有少数人可看")


class PaperKindShape(Shape, json_schema_extra={"description": "一种材料（文种）。"}):
    """One kind of paper."""

    name: str = Field(description="文种的名字，生成时写在 kinds 里", examples=["minutes"])
    label: str = Field(description="中文名", examples=["会议纪要"])
    audience: str = Field(description="给谁看：公开、内部、保密", examples=["内部"])
    scope: list[str] = Field(description="一份材料讲什么", examples=[["一条记录"]])
    formats: list[str] = Field(description="可以生成的格式", examples=[["docx", "html", "pdf"]])
    on_request: bool = Field(description="指名要才生成")


class Kinds(Shape, json_schema_extra={"description": "记录的种类和文种。"}):
    """The kinds of records and of papers."""

    records: list[RecordKindShape] = Field(description="记录的种类")
    papers: list[PaperKindShape] = Field(description="文种")


class Branch(Shape, json_schema_extra={"description": "一个单位。"}):
    """One unit."""

    short: str = Field(description="简称，接口中用它指单位", examples=["一支部"])
    name: str = Field(description="全称", examples=["中国共产党某某公司第一支部委员会"])
    type: str = Field(description="种类", examples=["党支部"])
    superior: str | None = Field(description="上级的简称", examples=["机关党委"])
    below: list[str] = Field(description="直接下级的简称")


class Branches(Shape, json_schema_extra={"description": "看得到的单位，上级在前。"}):
    """The units that somebody may see, each before those below it."""

    branches: list[Branch] = Field(description="单位")


class Person(Shape, json_schema_extra={"description": "名册上的一个人。"}):
    """One person of the roster."""

    name: str = Field(description="记录里写的名字；同名的带编号", examples=["张一"])
    number: str | None = Field(description="编号")
    full: bool = Field(description="是否正式党员")
    voter: bool = Field(description="有没有表决权")
    group: str | None = Field(description="党小组", examples=["第一党小组"])
    post: str | None = Field(description="支委会职务", examples=["书记"])


class Roster(Branch, json_schema_extra={"description": "一个单位和它某一天的名册。"}):
    """One unit with its roster of a day."""

    on: Day = Field(description="哪一天")
    groups: list[str] = Field(description="那一天有的党小组")
    people: list[Person] = Field(description="那一天在册的人，按名册顺序")


class RecordRow(Shape, json_schema_extra={"description": "列表中的一条记录。"}):
    """One record of a list."""

    id: str = Field(description="记录的编号，以单位开头", examples=[RECORD])
    unit: str = Field(description="单位简称", examples=["一支部"])
    kind: str = Field(description="种类；读不懂的记录可能为空", examples=["会议"])
    date: Day | None = Field(description="哪一天", examples=["2020-03-12"])
    title: str = Field(description="标题", examples=["支委会"])
    file: str = Field(description="所在文件", examples=["支部/一支部/记录/2020/03/2020-03-12-支委会.yaml"])
    readable: bool = Field(description="是否读得懂；读不懂的先改好才能生成材料")
    href: str = Field(description="读它的地址", examples=["/api/v1/record?id=一支部/2020/03/2020-03-12-支委会"])


class Links(Shape, json_schema_extra={"description": "别的页的地址；没有的为空。"}):
    """The addresses of the other pages."""

    first: str = Field(description="第一页")
    prev: str | None = Field(description="上一页")
    next: str | None = Field(description="下一页")
    last: str = Field(description="最后一页")


class Records(Shape, json_schema_extra={"description": "一页记录。"}):
    """One page of records."""

    total: int = Field(description="一共多少条", examples=[145])
    page: int = Field(description="第几页", examples=[1])
    size: int = Field(description="每页多少条", examples=[50])
    records: list[RecordRow] = Field(description="这一页的记录，新的在前，没有日期的最前")
    links: Links = Field(description="别的页")


class Record(Shape, json_schema_extra={"description": "一条记录。"}):
    """One record as it is stored."""

    id: str = Field(description="编号", examples=[RECORD])
    unit: str = Field(description="单位简称", examples=["一支部"])
    kind: str = Field(description="种类；读不懂时可能为空", examples=["会议"])
    file: str = Field(description="所在文件", examples=["支部/一支部/记录/2020/03/2020-03-12-支委会.yaml"])
    line: int = Field(description="从文件的第几行开始", examples=[1])
    etag: str = Field(description="内容的校验值，修改时放进 If-Match", examples=["9f86d081884c7d65"])
    text: str = Field(description="YAML 原文", examples=["类型: 会议\n会议类型: 支委会\n"])
    data: dict[str, Any] = Field(description="按栏目分开的内容，与写的一样；读不懂时为空", examples=[{"类型": "会议"}])
    findings: list[FindingShape] = Field(description="写法上的问题")


class Conflict(Problem, json_schema_extra={"description": "两人同时改了一条记录：现在的、这次提交的、共同的出发点。"}):
    """Two edits that met: what is stored, what was sent, what both began from."""

    current: Record | None = Field(default=None, description="现在的记录；已被删除的为空")
    proposed: str = Field(default="", description="这次提交的 YAML")
    base: str | None = Field(default=None, description="这次修改所依据的那一版，历史中有时才有")


class Checked(Shape, json_schema_extra={"description": "检查的结果。"}):
    """What a check found."""

    on: Day = Field(description="按哪一天检查")
    counts: dict[str, int] = Field(description="各级问题的数目", examples=[{"error": 1, "warn": 2, "info": 0}])
    findings: list[FindingShape] = Field(description="问题，按所在位置排列")


class ObligationShape(Shape, json_schema_extra={"description": "一件应做的事。"}):
    """One thing that is owed."""

    unit: str = Field(description="单位简称", examples=["一支部"])
    rule: str = Field(description="哪条规则", examples=["F1"])
    item: str = Field(description="什么事", examples=["支部党员大会"])
    who: str | None = Field(description="谁来做；整个支部的事为空")
    window: str = Field(description="在哪段时间", examples=["2020-Q1"])
    due: Day = Field(description="最后一天")
    state: str = Field(description="已完成、未完成、待完成、不适用", examples=["已完成"])
    why: str | None = Field(description="为什么不适用")
    records: list[str] = Field(description="完成它的记录")


class Calendar(Shape, json_schema_extra={"description": "一年里应做的事。"}):
    """What is owed in a year."""

    year: int = Field(description="哪一年", examples=[2020])
    on: Day = Field(description="按哪一天看")
    obligations: list[ObligationShape] = Field(description="应做的事")


class ChangeRow(Shape, json_schema_extra={"description": "历史中的一次改动。"}):
    """One change of the history."""

    revision: int = Field(description="第几号改动", examples=[17])
    at: datetime = Field(description="什么时候")
    by: str = Field(description="谁；在别处改的为空", examples=["王主任"])
    verb: Literal["created", "replaced", "deleted", "restored", "outside"] = Field(
        description="created 新建，replaced 修改，deleted 删除，restored 恢复，outside 在别处改"
    )
    record: str = Field(description="哪条记录", examples=[RECORD])
    former: str | None = Field(description="改动前的编号，没变的为空")
    unit: str = Field(description="单位简称", examples=["一支部"])
    file: str = Field(description="哪个文件", examples=["支部/一支部/记录/2020/03/2020-03-12-支委会.yaml"])


class ChangeShape(ChangeRow, json_schema_extra={"description": "一次改动，附改动前后整个文件的文字。"}):
    """One change, with what the file held before and after."""

    before: str | None = Field(description="改动前的文件；原来没有的为空")
    after: str | None = Field(description="改动后的文件；删掉的为空")


class History(Shape, json_schema_extra={"description": "改动，新的在前。"}):
    """Changes, the newest first."""

    changes: list[ChangeRow] = Field(description="改动")
    next: str | None = Field(description="更早的改动的地址；没有了为空")


class Whoever(Shape, json_schema_extra={"description": "令牌或登录者是谁。"}):
    """Who asks."""

    name: str = Field(description="账号", examples=["oa"])
    role: Role = Field(description="角色")
    unit: str | None = Field(description="限于哪个单位；不限的为空")
    actions: list[str] = Field(description="能做什么", examples=[["read", "render"]])
