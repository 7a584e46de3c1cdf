"""Takes what is told of exports, gives it in the shapes of the API; takes what a program asks to be exported."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import asdict
from pydantic import BaseModel, ConfigDict, Field

from docgen.formats import Format
from docgen.vocabulary import jobs as words
from docgen.web.api.asked import PERIOD
from docgen.web.api.shapes import RECORD, FindingShape, Problem, Shape
from docgen.web.exports.telling import LABELS, ExportTold, PaperTold
from docgen.web.jobs.result import Sums
from docgen.web.jobs.wish import Wish
from docgen.web.state.jobs import JobState

JOB = "3f1c8a52d09b7e64"
MOST = 2000


class ExportAsked(BaseModel, json_schema_extra={"description": "要导出什么，与 docgen export 的选项相同。"}):
    """What is to be exported."""

    model_config = ConfigDict(extra="forbid")

    period: str = Field(description="期间：2020、2020-Q1 或 2020-03", pattern=PERIOD, examples=["2020"])
    units: list[str] = Field(
        [], description="单位简称；不写就是全部（支部账号是本支部）", max_length=MOST, examples=[["一支部"]]
    )
    kinds: list[str] = Field(
        [], description="文种的名字或中文名；不写就是常用的", max_length=200, examples=[["minutes"]]
    )
    formats: list[Format] = Field([], description="格式；不写就按文种的常用格式", max_length=20, examples=[["docx"]])
    final: bool = Field(False, description="只出没有缺项、没有错误的定稿")
    box: bool = Field(False, description="每个单位另做一份档案盒（合订 PDF）")
    sourced: bool = Field(False, description="附数字来源")
    overwrite: bool = Field(False, description="有人改过的文件也覆盖")

    def wish(self) -> Wish:
        """Return it as a wish."""
        return Wish(
            self.period,
            tuple(self.units),
            tuple(self.kinds),
            tuple(each.value for each in self.formats),
            self.final,
            self.box,
            self.sourced,
            self.overwrite,
        )


class ExportRequest(Shape, json_schema_extra={"description": "这次导出要的是什么。"}):
    """What was asked for."""

    period: str = Field(description="期间", examples=["2020"])
    units: list[str] = Field(description="单位；空的是全部", examples=[["一支部"]])
    kinds: list[str] = Field(description="文种；空的是常用的", examples=[["minutes"]])
    formats: list[str] = Field(description="格式；空的是常用的", examples=[["docx"]])
    final: bool = Field(description="只出定稿")
    box: bool = Field(description="另做档案盒")
    sourced: bool = Field(description="附数字来源")
    overwrite: bool = Field(description="覆盖有人改过的文件")


class ExportProgress(Shape, json_schema_extra={"description": "做到哪里了。"}):
    """How far an export is."""

    unit: str | None = Field(description="刚做完的单位", examples=["一支部"])
    done: int = Field(description="做完了几项（一个单位一项，上级汇总另算）", examples=[3])
    total: int = Field(description="一共几项", examples=[8])
    files: int = Field(description="已写出多少个文件", examples=[412])
    rate: float | None = Field(description="每秒几项；还说不准时为空", examples=[0.2])
    seconds: float | None = Field(description="还要几秒；还说不准时为空", examples=[25.0])


class ExportCount(Shape, json_schema_extra={"description": "一个文种或单位的份数。"}):
    """The sums of one kind or unit."""

    name: str = Field(description="文种的名字，或单位简称", examples=["minutes"])
    label: str = Field(description="中文名", examples=["会议纪要"])
    ok: int = Field(description="完成", examples=[23])
    gaps: int = Field(description="有缺项", examples=[1])
    failed: int = Field(description="没有做成", examples=[0])


class ExportShape(Shape, json_schema_extra={"description": "一次导出。"}):
    """One export."""

    id: str = Field(description="编号", examples=[JOB])
    state: JobState = Field(
        description="asked 排队，running 正在做，done 做完，failed 没有做成，cancelled 已取消，interrupted 中断（可继续）"
    )
    stopping: bool = Field(description="已要求取消，正在收尾")
    by: str = Field(description="谁要的", examples=["王主任"])
    asked: datetime = Field(description="什么时候要的")
    began: datetime | None = Field(description="什么时候开始；还没有为空")
    ended: datetime | None = Field(description="什么时候结束；还没有为空")
    before: int = Field(description="前面还有几个", examples=[0])
    request: ExportRequest = Field(description="要的是什么")
    progress: ExportProgress = Field(description="做到哪里了")
    count: ExportCount | None = Field(description="合计；没做完为空")
    kinds: list[ExportCount] = Field(description="按文种")
    units: list[ExportCount] = Field(description="按单位")
    notes: list[str] = Field(description="没有动的文件，和缺少的组件")
    problem: Problem | None = Field(description="没有做成的原因")
    href: str = Field(description="这次导出的地址", examples=[f"/api/v1/exports/{JOB}"])


class Exports(Shape, json_schema_extra={"description": "看得到的导出，新的在前；只留最近的几十次。"}):
    """The exports that somebody may see."""

    exports: list[ExportShape] = Field(description="导出")


class OutcomeShape(Shape, json_schema_extra={"description": "一份材料的一种格式做得怎样。"}):
    """How one paper ended in one format."""

    number: int = Field(description="在这次导出里的序号，下载时用", examples=[12])
    unit: str = Field(description="单位简称", examples=["一支部"])
    kind: str | None = Field(description="文种的名字；整个单位没做成时为空", examples=["minutes"])
    label: str = Field(description="文种的中文名", examples=["会议纪要"])
    subject: str = Field(description="关于什么", examples=[RECORD])
    record: str | None = Field(description="由哪条记录做成；不是一条记录的为空", examples=[RECORD])
    format: str = Field(description="格式", examples=["docx"])
    status: str = Field(description="ok 完成，warn 有缺项，fail 没有做成", examples=["ok"])
    title: str | None = Field(description="标题", examples=["2020年3月12日支委会会议纪要"])
    file: str | None = Field(
        description="文件（在导出的文件夹里）", examples=["一支部/会议纪要/一支部-2020-03-12-会议纪要.docx"]
    )
    pages: int | None = Field(description="页数；不知道的为空", examples=[2])
    findings: list[FindingShape] = Field(description="缺什么、有什么问题")
    error: str | None = Field(description="没有做成的原因")
    hint: str | None = Field(description="怎么办")


class Outcomes(Shape, json_schema_extra={"description": "一页结果。"}):
    """One page of outcomes."""

    total: int = Field(description="一共多少份", examples=[145])
    page: int = Field(description="第几页", examples=[1])
    size: int = Field(description="每页多少份", examples=[50])
    outcomes: list[OutcomeShape] = Field(description="这一页的结果，按单位和文种")


def export_shape(told: ExportTold, href: str) -> ExportShape:
    """Return an export as it is answered."""
    job, is_over = told.job, bool(told.kinds)
    return ExportShape(
        id=job.id,
        state=job.state,
        stopping=job.stopping,
        by=job.account,
        asked=job.asked,
        began=job.began,
        ended=job.ended,
        before=told.before,
        request=ExportRequest.model_validate(told.wish.as_plain()),
        progress=ExportProgress.model_validate(asdict(job.progress) | {"unit": job.progress.unit or None}),
        count=_count(told.total, words.WHOLE) if is_over else None,
        kinds=[_count(each, LABELS.get(each.name, each.name)) for each in told.kinds],
        units=[_count(each, each.name) for each in told.units],
        notes=[*told.notes, *(what + hint for what, hint in told.lacks)],
        problem=Problem.model_validate(told.problem) if told.problem else None,
        href=href,
    )


def outcome_shape(told: PaperTold) -> OutcomeShape:
    """Return the outcome of a paper as it is answered."""
    paper = told.paper
    return OutcomeShape(
        number=paper.number,
        unit=paper.unit,
        kind=paper.kind or None,
        label=told.label,
        subject=paper.subject,
        record=told.record or None,
        format=paper.format,
        status=paper.status,
        title=paper.title or None,
        file=paper.path or None,
        pages=paper.pages,
        findings=[FindingShape.model_validate(each.plain) for each in told.findings],
        error=paper.error or None,
        hint=paper.hint or None,
    )


def _count(each: Sums, label: str) -> ExportCount:
    return ExportCount(name=each.name, label=label, ok=each.ok, gaps=each.gaps, failed=each.failed)
