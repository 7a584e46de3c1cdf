"""Takes a record's id and perhaps another content, gives the record as it is stored then; writes only over what was read."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Header, Request, Response

from docgen.accounts import Action, Caller, may
from docgen.editing import Conflict, Draft, Stored
from docgen.editing.content import Content
from docgen.errors import UsageError
from docgen.vocabulary.accounts import ACTIONS
from docgen.vocabulary.api import ETAG, IF_MATCH, IF_NONE_MATCH, LOCATION, NOT_MODIFIED, TAG_RECORDS
from docgen.web.api.answers import Responses, header, refusals, sent_record
from docgen.web.api.asked import RecordId, Unit
from docgen.web.api.records import record_at
from docgen.web.api.sending import Sent
from docgen.web.api.shapes import ChangeRow, Record
from docgen.web.api.told import change_row, findings_told
from docgen.web.asking import Asked, Who, allow, require
from docgen.web.problems import Refusal
from docgen.web.seeing import is_confidential, record_seen, sees_all, unit_of, unit_seen, unknown, version_seen
from docgen.web.service import Service

router = APIRouter(tags=[TAG_RECORDS])
TAG = re.compile(r'(?:W/)?"?([0-9a-f]{8,})"?')
TAGGED: Responses = {200: {"headers": {"ETag": header(ETAG)}}}
MADE: Responses = {201: {"headers": {"ETag": header(ETAG), "Location": header(LOCATION)}}}
MADE_OR_CHANGED: Responses = {200: MADE[201]}
SAME: Responses = {304: {"description": NOT_MODIFIED}}

IfMatch = Annotated[str | None, Header(alias="If-Match", description=IF_MATCH, max_length=500)]
IfNoneMatch = Annotated[str | None, Header(alias="If-None-Match", description=IF_NONE_MATCH, max_length=500)]


@router.get(
    "/record",
    summary="读一条记录",
    description="读一条记录：YAML 原文、按栏目分开的内容、写法上的问题；ETag 用于修改。",
    operation_id="readRecord",
    response_model=Record,
    dependencies=[require(Action.READ)],
    responses={**TAGGED, **SAME, **refusals(404)},
)
def read_record(
    response: Response, service: Asked, who: Who, id: RecordId, if_none_match: IfNoneMatch = None
) -> Record | Response:
    """Return a record, or that it is still the one that was read."""
    stored = record_seen(service, who, id)
    if stored.etag in _tags(if_none_match):
        return Response(status_code=304, headers={"etag": f'"{stored.etag}"'})
    return answered(response, stored)


@router.post(
    "/records",
    summary="新建记录",
    description="新建一条记录。放在哪个文件由种类和日期决定；写得不全也保存，问题见 findings。",
    operation_id="createRecord",
    status_code=201,
    dependencies=[require(Action.WRITE)],
    responses={**MADE, **refusals(404, 415, 507)},
    openapi_extra=sent_record(),
)
def create_record(request: Request, response: Response, service: Asked, who: Who, unit: Unit, content: Sent) -> Record:
    """Store a new record."""
    short = unit_seen(service, who, unit).short
    allow(who, Action.WRITE, short)
    _allow_kind(who, service.editor.draft(service.library.workspace(), short, None, content), short)
    stored = service.editor.create(service.library.workspace(), short, content, by=who.name, at=service.now())
    service.library.touch(short)
    response.headers["location"] = record_at(request, stored.id)
    return answered(response, stored)


@router.put(
    "/record",
    summary="修改记录",
    description="整条替换。If-Match 写读到的 ETag；别人已改过的返回 412，附两份内容。注释、顺序和没改的行都保留。",
    operation_id="replaceRecord",
    dependencies=[require(Action.WRITE)],
    responses={**TAGGED, **refusals(404, 412, 415, 428, 507, conflict="Conflict")},
    openapi_extra=sent_record(),
)
def replace_record(
    response: Response, service: Asked, who: Who, id: RecordId, content: Sent, if_match: IfMatch = None
) -> Record:
    """Store a record anew, over what was read and nothing else."""
    known, expected = _expected(service, who, id, if_match)
    _allow_content(service, who, known, content)
    try:
        stored = service.editor.replace(
            service.library.workspace(), known, content, expected=expected, by=who.name, at=service.now()
        )
    except Conflict as conflict:
        raise _conflict(who, conflict) from conflict
    service.library.touch(unit_of(known))
    return answered(response, stored)


@router.delete(
    "/record",
    summary="删除记录",
    description="删到回收站；回答里的 revision 可用来恢复。",
    operation_id="deleteRecord",
    dependencies=[require(Action.WRITE)],
    responses=refusals(404, 412, 428, 507, conflict="Conflict"),
)
def delete_record(service: Asked, who: Who, id: RecordId, if_match: IfMatch = None) -> ChangeRow:
    """Take a record away, so that it can be restored."""
    known, expected = _expected(service, who, id, if_match)
    try:
        change = service.editor.delete(
            service.library.workspace(), known, expected=expected, by=who.name, at=service.now()
        )
    except Conflict as conflict:
        raise _conflict(who, conflict) from conflict
    service.library.touch(unit_of(known))
    return change_row(change)


def shape_of(stored: Stored) -> Record:
    """Return a stored record as it is answered."""
    return Record(
        id=stored.id,
        unit=stored.unit,
        kind=stored.kind,
        file=stored.file,
        line=stored.line,
        etag=stored.etag,
        text=stored.text,
        data=dict(stored.data),
        findings=findings_told(stored.findings),
    )


def answered(response: Response, stored: Stored) -> Record:
    """Return a record as it is answered, with its etag in the header."""
    response.headers["etag"] = f'"{stored.etag}"'
    return shape_of(stored)


def _expected(service: Service, who: Caller, id: str, if_match: str | None) -> tuple[str, str]:
    """Return the id of a record and the etag that a change is made over; raise where it may not be changed."""
    known, etag = id, ""
    if not _is_deleted(service, who, id):
        current = record_seen(service, who, id)
        known, etag = current.id, current.etag
        allow(who, Action.WRITE, current.unit, confidential=is_confidential(current.kind, current.text))
    tags = _tags(if_match)
    if not tags:
        raise Refusal(428, "precondition-needed")
    return known, etag if etag in tags else tags[0]


def _is_deleted(service: Service, who: Caller, id: str) -> bool:
    """Tell whether a record that somebody could change was deleted."""
    unit = unit_of(id)
    return may(who, Action.WRITE, unit) and any(
        each.record == id and version_seen(who, each) for each in service.editor.deleted(unit)
    )


def _allow_content(service: Service, who: Caller, id: str, content: Content) -> None:
    unit = unit_of(id)
    if may(who, Action.WRITE, unit, confidential=True):
        return
    try:
        draft = service.editor.draft(service.library.workspace(), unit, id, content)
    except UsageError as error:
        # What was deleted meanwhile has nothing to be laid over; the editor says so with what was proposed.
        if error.code != "record-unknown":
            raise
        draft = service.editor.draft(service.library.workspace(), unit, None, content)
    _allow_kind(who, draft, unit)


def _allow_kind(who: Caller, draft: Draft, unit: str) -> None:
    """Refuse a content of a kind that somebody may not write."""
    if is_confidential(draft.kind, draft.text) and not may(who, Action.WRITE, unit, confidential=True):
        raise Refusal(403, "not-allowed", {"value": who.name, "action": ACTIONS[Action.READ_CONFIDENTIAL]})


def _conflict(who: Caller, conflict: Conflict) -> Refusal:
    current = conflict.current
    if current is not None and is_confidential(current.kind, current.text) and not sees_all(who, current.unit):
        return unknown(current.id)
    shown = shape_of(current).model_dump(mode="json", exclude_unset=True) if current is not None else None
    return Refusal(412, conflict.code, conflict.values, current=shown, proposed=conflict.proposed, base=conflict.base)


def _tags(header: str | None) -> list[str]:
    return TAG.findall(header or "")
