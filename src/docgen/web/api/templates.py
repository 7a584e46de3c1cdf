"""Takes a kind of paper, gives the templates that are in use for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from docgen.accounts import Action
from docgen.documents import DocumentKind
from docgen.errors import TemplateError
from docgen.formats import Format
from docgen.generation import stationery_of
from docgen.stationery import Stationery
from docgen.vocabulary.api import TAG_PAPERS, TEMPLATE_FILE
from docgen.web.api.answers import files, refusals
from docgen.web.api.orders import kind_seen, kinds_seen
from docgen.web.api.paper_shapes import Templates, TemplateShape
from docgen.web.asking import Asked, Who, require
from docgen.web.downloads import OCTETS, download
from docgen.web.seeing import unknown
from docgen.web.showing import path_at

router = APIRouter(tags=[TAG_PAPERS])

OfKind = Annotated[str, Query(description="文种", min_length=1, max_length=60, examples=["minutes"])]
InFormat = Annotated[Format, Query(description="用于哪种格式")]


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
    stationery = stationery_of(service.library.workspace())
    return Templates(templates=[each for kind in kinds_seen(who) for each in _shapes(request, stationery, kind)])


@router.get(
    "/template",
    summary="下载模板",
    description="一个文种在一种格式里现在用的模板文件。pdf 和 html 用同一个。",
    operation_id="downloadTemplate",
    response_class=Response,
    dependencies=[require(Action.READ)],
    responses={200: files(OCTETS, description=TEMPLATE_FILE), **refusals(404)},
)
def download_template(service: Asked, who: Who, kind: OfKind, format: InFormat = Format.DOCX) -> Response:
    """Return the file of a template."""
    of_kind = kind_seen(who, kind)
    if format not in of_kind.formats:
        raise unknown(f"{kind} {format}")
    path = stationery_of(service.library.workspace()).path(of_kind.name, format)
    return download(path.read_bytes(), path.name)


def _shapes(request: Request, stationery: Stationery, kind: DocumentKind) -> Iterator[TemplateShape]:
    for format in kind.formats:
        try:
            path = stationery.path(kind.name, format)
        except TemplateError:
            continue
        query = urlencode({"kind": kind.name, "format": format.value})
        yield TemplateShape(
            kind=kind.name,
            label=kind.label,
            format=format,
            file=path.name,
            own=stationery.own is not None and path.is_relative_to(stationery.own),
            href=f"{path_at(request, '/api/v1/template')}?{query}",
        )
