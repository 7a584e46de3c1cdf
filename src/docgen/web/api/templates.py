"""Takes a kind of paper, gives the templates that are in use for it; takes another one, checked before it is used."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, File, Query, Request, Response, UploadFile

from docgen.accounts import Action
from docgen.errors import TemplateError
from docgen.formats import Format, Outlet
from docgen.vocabulary.api import TAG_PAPERS, TEMPLATE_FILE
from docgen.web.api.answers import files, refusals
from docgen.web.api.orders import kind_seen, kinds_seen
from docgen.web.api.paper_shapes import Templates, TemplateSent, TemplateShape
from docgen.web.api.told import findings_told
from docgen.web.asking import Asked, Who, require
from docgen.web.downloads import download
from docgen.web.showing import path_at
from docgen.web.templating import Slot, Standing, content_of, drop, go_back, slot_named, standings, take, use

router = APIRouter(tags=[TAG_PAPERS])

OfKind = Annotated[str, Query(description="文种", min_length=1, max_length=60, examples=["minutes"])]
InFormat = Annotated[Format, Query(description="模板文件的格式：docx、html、xlsx 或 txt；pdf 由 html 生成")]
ForOutlet = Annotated[Outlet | None, Query(description="为公众号单写的网页模板")]
Upload = Annotated[UploadFile, File(description="模板文件")]
Try = Annotated[bool, Query(alias="try", description="只检查，不换用")]


def slot_of(who: Who, kind: OfKind, format: InFormat = Format.DOCX, outlet: ForOutlet = None) -> Slot:
    """Return the template that a query means; raise where there is none that somebody may have."""
    to = Format.HTML if format is Format.PDF else format
    return slot_named(kind_seen(who, kind).name, to.value, outlet.value if outlet else "")


SlotAsked = Annotated[Slot, Depends(slot_of)]


@router.get(
    "/templates",
    summary="有哪些模板",
    description="各文种现在用的模板：本工作区自己的，或随 docgen 来的。",
    operation_id="listTemplates",
    dependencies=[require(Action.READ)],
    responses=refusals(),
)
def list_templates(request: Request, service: Asked, who: Who) -> Templates:
    """Return the templates in use."""
    seen = set(kinds_seen(who))
    found = [each for kind, own in standings(service).items() if kind in seen for each in own if each.is_there]
    return Templates(templates=[_shape(request, each) for each in found])


@router.get(
    "/template",
    summary="下载模板",
    description="一个文种在一种格式里现在用的模板文件。pdf 和 html 用同一个。",
    operation_id="downloadTemplate",
    response_class=Response,
    dependencies=[require(Action.READ)],
    responses={200: files(description=TEMPLATE_FILE), **refusals(404)},
)
def download_template(service: Asked, slot: SlotAsked) -> Response:
    """Return the file of a template."""
    return download(content_of(service, slot), slot.name)


@router.post(
    "/templates",
    summary="换模板",
    description="上传一个模板：在隔离的进程里检查、试填，没有错误才换用；有错误时返回 422 和错在哪里，原来的不变。",
    operation_id="replaceTemplate",
    dependencies=[require(Action.TEMPLATES)],
    responses=refusals(404),
)
def replace_template(service: Asked, who: Who, slot: SlotAsked, file: Upload, only_try: Try = False) -> TemplateSent:
    """Check a template and take it into use; raise TemplateError where it is not sound."""
    received = take(service, who, slot, file.file.read())
    if not received.sound:
        drop(service, who)
        raise TemplateError("template-unsound", {"value": slot.name}, received.findings)
    if only_try:
        drop(service, who)
    else:
        use(service, who, slot)
    return TemplateSent(file=slot.name, used=not only_try, findings=findings_told(received.findings))


@router.delete(
    "/template",
    summary="改回原来的模板",
    description="不再用工作区自己的模板，改用随 docgen 来的；自己的留着，在“模板”页可以取回。",
    operation_id="withdrawTemplate",
    status_code=204,
    response_class=Response,
    dependencies=[require(Action.TEMPLATES)],
    responses=refusals(404),
)
def withdraw_template(service: Asked, slot: SlotAsked) -> Response:
    """Use the built-in template again."""
    go_back(service, slot)
    return Response(status_code=204)


def _shape(request: Request, standing: Standing) -> TemplateShape:
    slot = standing.slot
    query = {"kind": slot.kind.name, "format": slot.format.value}
    query |= {"outlet": slot.outlet.value} if slot.outlet else {}
    return TemplateShape(
        kind=slot.kind.name,
        label=slot.kind.label,
        format=slot.format,
        outlet=slot.outlet,
        file=slot.name,
        own=standing.is_own,
        href=f"{path_at(request, '/api/v1/template')}?{urlencode(query)}",
    )
