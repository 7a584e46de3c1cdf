"""Takes a record or a unit, gives who changed what of it; brings back what was deleted or changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from docgen.accounts import Action, Caller
from docgen.editing import Change
from docgen.vocabulary.api import TAG_HISTORY
from docgen.web.api.answers import refusals
from docgen.web.api.record import MADE_OR_CHANGED, answered
from docgen.web.api.records import record_at
from docgen.web.api.shapes import ChangeShape, History, Record
from docgen.web.api.told import change_row, change_told
from docgen.web.asking import Asked, Who, allow, require
from docgen.web.problems import Refusal
from docgen.web.seeing import change_seen, unit_seen, version_seen
from docgen.web.service import Service
from docgen.web.showing import path_at

router = APIRouter(tags=[TAG_HISTORY])
LIMIT, MOST, BATCH = 50, 500, 100
NUMBERS = 2**53

OfRecord = Annotated[str | None, Query(description="只看这条记录的", max_length=300)]
OfUnit = Annotated[str | None, Query(description="只看这个单位的", max_length=100)]
Before = Annotated[int | None, Query(description="只看这一号以前的，用于翻页", ge=1, le=NUMBERS)]
Limit = Annotated[int, Query(description="最多多少次", ge=1, le=MOST)]
Revision = Annotated[int, Query(description="第几号改动", ge=1, le=NUMBERS, examples=[17])]


@router.get(
    "/history",
    summary="查改动",
    description="谁在什么时候改了什么，新的在前。不能查看历史的，只看到自己做的改动。",
    operation_id="listChanges",
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
def list_changes(
    request: Request,
    service: Asked,
    who: Who,
    *,
    record: OfRecord = None,
    unit: OfUnit = None,
    before: Before = None,
    limit: Limit = LIMIT,
) -> History:
    """Return the changes that somebody may know of."""
    short = unit_seen(service, who, unit).short if unit else who.unit
    shown: list[Change] = []
    for change in _seen(service, who, record, short, before):
        if len(shown) == limit:
            query = request.url.include_query_params(before=shown[-1].revision).query
            return History(changes=list(map(change_row, shown)), next=f"{path_at(request, '/api/v1/history')}?{query}")
        shown.append(change)
    return History(changes=list(map(change_row, shown)), next=None)


@router.get(
    "/change",
    summary="看一次改动的前后",
    description="一次改动，附改动前后整个文件的文字。",
    operation_id="readChange",
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
def read_change(service: Asked, who: Who, revision: Revision) -> ChangeShape:
    """Return one change with its texts."""
    change = _change(service, revision)
    if not change_seen(who, change):
        raise _unknown(revision)
    return change_told(change)


@router.get(
    "/bin",
    summary="看回收站",
    description="已删除、还没有恢复的记录，新的在前；用 revision 恢复。",
    operation_id="listDeleted",
    dependencies=[require(Action.READ)],
    responses=refusals(404),
)
def list_deleted(service: Asked, who: Who, unit: OfUnit = None) -> History:
    """Return what lies in the bin."""
    short = unit_seen(service, who, unit).short if unit else who.unit
    deleted = service.editor.deleted(short)
    return History(changes=[change_row(each) for each in deleted if change_seen(who, each)], next=None)


@router.post(
    "/restore",
    summary="恢复记录",
    description="恢复成某次改动之后的样子；删除的，恢复成删除之前的样子。恢复本身也记入历史。",
    operation_id="restoreRecord",
    dependencies=[require(Action.WRITE)],
    responses={**MADE_OR_CHANGED, **refusals(404, 507)},
)
def restore(request: Request, response: Response, service: Asked, who: Who, revision: Revision) -> Record:
    """Bring a record back."""
    change = _change(service, revision)
    allow(who, Action.WRITE, change.unit)
    if not version_seen(who, change):
        raise _unknown(revision)
    stored = service.editor.restore(service.library.workspace(), revision, by=who.name, at=service.now())
    service.library.touch(change.unit)
    response.headers["location"] = record_at(request, stored.id)
    return answered(response, stored)


def _seen(service: Service, who: Caller, record: str | None, unit: str | None, before: int | None) -> Iterator[Change]:
    while batch := service.editor.changes(record=record, unit=unit, before=before, limit=BATCH):
        before = batch[-1].revision
        yield from (each for each in batch if change_seen(who, each))


def _change(service: Service, revision: int) -> Change:
    found = service.editor.changes(before=revision + 1, limit=1)
    if not found or found[0].revision != revision:
        raise _unknown(revision)
    return found[0]


def _unknown(revision: int) -> Refusal:
    return Refusal(404, "change-unknown", {"value": revision})
