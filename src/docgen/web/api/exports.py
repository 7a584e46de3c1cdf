"""Takes what a program wants exported, gives a job to follow; gives its state, its outcomes, its files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent

from docgen.accounts import Action
from docgen.formats import MEDIA_TYPES
from docgen.vocabulary.api import TAG_EXPORTS
from docgen.web.api.answers import Responses, files, header, refusals
from docgen.web.api.export_shapes import (
    JOB,
    ExportAsked,
    Exports,
    ExportShape,
    Outcomes,
    export_shape,
    outcome_shape,
)
from docgen.web.asking import Asked, Who, require
from docgen.web.downloads import ZIP
from docgen.web.exports.delivery import delivered
from docgen.web.exports.rights import allow_export, allow_units
from docgen.web.exports.starting import asked_for
from docgen.web.exports.telling import ExportTold, export_seen, export_told, exports_seen, papers_told
from docgen.web.exports.tidings import tidings
from docgen.web.showing import path_at
from docgen.web.state.papers import Shown

router = APIRouter(prefix="/exports", tags=[TAG_EXPORTS])
PAGE, SIZE, MOST, LAST = 1, 50, 500, 1_000_000_000
EVENTS = (
    "服务器推送事件（text/event-stream）：`state` 是状态变了，`progress` 是进度，最后一个是 `ended`，收到它就不用再连。"
    "断线后带 Last-Event-ID 再连，从断的地方接着说。"
)
LOCATION: Responses = {202: {"headers": {"Location": header("这次导出的地址")}}}
Id = Annotated[str, Path(description="导出的编号", max_length=64, examples=[JOB])]


def found(service: Asked, who: Who, id: Id) -> ExportTold:
    """Return the export of a path, if whoever asks may see it."""
    return export_seen(service, who, id)


Found = Annotated[ExportTold, Depends(found)]


@router.post(
    "",
    summary="开始导出",
    description="排进队里，返回编号。全部单位或几个单位要有发布权；支部账号只能导出本支部。同样的还没做完时返回那一次。",
    operation_id="startExport",
    status_code=202,
    dependencies=[require(Action.RENDER)],
    responses={**LOCATION, **refusals(404)},
)
def start_export(request: Request, response: Response, service: Asked, who: Who, asked: ExportAsked) -> ExportShape:
    """Put an export into the line."""
    told = export_told(service, who, asked_for(service, who, asked.wish()))
    return _answered(request, response, told)


@router.get(
    "",
    summary="查导出",
    description="看得到的导出，新的在前；支部只看到本支部的。",
    operation_id="listExports",
    dependencies=[require(Action.READ)],
    responses=refusals(),
)
def list_exports(request: Request, service: Asked, who: Who) -> Exports:
    """Return the exports that somebody may see."""
    return Exports(exports=[export_shape(each, _href(request, each)) for each in exports_seen(service, who)])


@router.get(
    "/{id}",
    summary="看一次导出",
    description="状态、进度、按文种和单位的份数。",
    operation_id="readExport",
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
def read_export(request: Request, told: Found) -> ExportShape:
    """Return one export."""
    return export_shape(told, _href(request, told))


@router.get(
    "/{id}/outcomes",
    summary="看每份材料做得怎样",
    description="逐份的结果，做完才有；show=failed 只看没有做成的，show=gaps 只看有缺项的。",
    operation_id="listOutcomes",
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
def list_outcomes(
    service: Asked,
    who: Who,
    told: Found,
    show: Annotated[Shown, Query(description="all 全部，failed 没有做成的，gaps 有缺项的")] = Shown.ALL,
    page: Annotated[int, Query(description="第几页", ge=1, le=1_000_000)] = PAGE,
    size: Annotated[int, Query(description="每页多少份", ge=1, le=MOST)] = SIZE,
) -> Outcomes:
    """Return how papers of an export ended."""
    papers, total = papers_told(service, who, told, show, (page - 1) * size, size)
    return Outcomes(total=total, page=page, size=size, outcomes=[outcome_shape(each) for each in papers])


def listening(service: Asked, told: Found) -> ExportTold:
    """Return the export that somebody wants to follow, if there is a place for one more."""
    service.jobs.gallery.refuse_full()
    return told


@router.get(
    "/{id}/events",
    summary="跟着看进度",
    description=EVENTS,
    operation_id="followExport",
    response_class=EventSourceResponse,
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
async def follow_export(
    service: Asked,
    told: Annotated[ExportTold, Depends(listening)],
    last_event_id: Annotated[int, Header(description="收到的最后一个事件的编号", ge=0, le=LAST)] = 0,
) -> AsyncIterator[ServerSentEvent]:
    """Tell of an export until it has ended."""
    async for each in tidings(service, told.job.id, last_event_id, lambda _, event: event.data):
        yield each


@router.post(
    "/{id}/cancel",
    summary="取消导出",
    description="做完手上这一份就停；已写出的文件留着，以后再导出时不用重做。",
    operation_id="cancelExport",
    status_code=202,
    dependencies=[require(Action.RENDER)],
    responses={**LOCATION, **refusals(404, 409)},
)
def cancel_export(request: Request, response: Response, service: Asked, who: Who, told: Found) -> ExportShape:
    """End an export."""
    allow_units(who, told.wish)
    return _answered(request, response, export_told(service, who, service.jobs.cancel(told.job)))


@router.post(
    "/{id}/resume",
    summary="继续导出",
    description="中断、取消或没有做成的再排进队里；已做好的不重做。",
    operation_id="resumeExport",
    status_code=202,
    dependencies=[require(Action.RENDER)],
    responses={**LOCATION, **refusals(404, 409)},
)
def resume_export(request: Request, response: Response, service: Asked, who: Who, told: Found) -> ExportShape:
    """Let an export go on."""
    allow_export(who, told.wish)
    return _answered(request, response, export_told(service, who, service.jobs.resume(told.job, who.name)))


@router.get(
    "/{id}/download",
    summary="下载导出的文件",
    description="写 number 下载一份；写 unit 下载一个单位的（zip）；都不写下载全部（zip）。",
    operation_id="downloadExport",
    response_class=Response,
    dependencies=[require(Action.READ)],
    responses={
        200: files(ZIP, *(each.partition(";")[0] for each in MEDIA_TYPES.values()), description="文件"),
        **refusals(404, 409, 410),
    },
)
def download_export(
    service: Asked,
    told: Found,
    number: Annotated[int | None, Query(description="哪一份：结果里的 number", ge=1, le=LAST)] = None,
    unit: Annotated[str, Query(description="哪个单位", max_length=100)] = "",
) -> Response:
    """Return files of an export."""
    return delivered(service, told, number, unit)


def _answered(request: Request, response: Response, told: ExportTold) -> ExportShape:
    """Return an export that was changed, with its address."""
    href = _href(request, told)
    response.headers["location"] = href
    return export_shape(told, href)


def _href(request: Request, told: ExportTold) -> str:
    return path_at(request, f"/api/v1/exports/{told.job.id}")
