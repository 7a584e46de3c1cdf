"""Takes a picture for the records of a unit, gives it kept among its files, and what lies there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from starlette.responses import JSONResponse, Response

from docgen.accounts import Action, Caller, may
from docgen.errors import DocgenError
from docgen.renderers.rendering import PictureData
from docgen.web.asking import Asked, Who, allow, require
from docgen.web.pages.record_lists import files_of, pictures_in
from docgen.web.problems import problem, status_of
from docgen.web.refusing import is_for_programs
from docgen.web.seeing import unit_seen, unknown
from docgen.web.service import Service
from docgen.web.showing import page
from docgen.workspace import UnitFolder
from docgen.workspace.files import ATTACHMENTS_FOLDER
from docgen.workspace.pictures import PictureRefusedError, narrowed
from docgen.workspace.receiving import keep_picture, receive_picture

router = APIRouter()
SMALL = 320
DAY = "private, max-age=86400"


@router.get("/pictures", dependencies=[require(Action.READ)])
def pictures(request: Request, service: Asked, who: Who, unit: Annotated[str, Query()]) -> Response:
    """Show the files of a unit, and where one sends another picture."""
    return _page(request, service, who, unit_seen(service, who, unit))


@router.get("/pictures/one", dependencies=[require(Action.READ)])
def picture(service: Asked, who: Who, unit: Annotated[str, Query()], name: Annotated[str, Query()]) -> Response:
    """Give one picture of a unit, cleaned as papers have it."""
    folder = unit_seen(service, who, unit)
    if name not in {each.value for each in pictures_in(files_of(service, who, folder))}:
        raise unknown(name)
    try:
        data = _small(service, folder.path / ATTACHMENTS_FOLDER / name)
    except PictureRefusedError as refused:
        raise unknown(name) from refused
    return Response(data.content, media_type=data.media_type, headers={"cache-control": DAY})


@router.post("/pictures", dependencies=[require(Action.WRITE)])
def receive(
    request: Request,
    service: Asked,
    who: Who,
    unit: Annotated[str, Form()],
    file: Annotated[UploadFile, File()],
) -> Response:
    """Clean a picture and keep it among a unit's files; the page, or a script of it, is told its name."""
    folder = unit_seen(service, who, unit)
    allow(who, Action.WRITE, folder.short)
    try:
        name = _kept(service, folder, file)
    except DocgenError as error:
        if is_for_programs(request.scope):
            raise
        return _page(request, service, who, folder, error=error)
    if is_for_programs(request.scope):
        return JSONResponse({"name": name})
    return _page(request, service, who, folder, kept=name)


def _small(service: Service, path: Path) -> PictureData:
    store = service.library.workspace().pictures
    return narrowed(store.data(store.take(path).sha256), SMALL)


def _kept(service: Service, folder: UnitFolder, file: UploadFile) -> str:
    limits = service.library.workspace().settings.limits
    received = receive_picture(service.confinement, file.filename or "", file.file.read(), limits)
    name = keep_picture(folder.path, received)
    service.library.touch(folder.short)
    return name


def _page(
    request: Request,
    service: Service,
    who: Caller,
    folder: UnitFolder,
    *,
    kept: str = "",
    error: DocgenError | None = None,
) -> Response:
    files = files_of(service, who, folder)
    return page(
        request,
        "records/pictures.html",
        status=200 if error is None else status_of(error),
        unit=folder.short,
        files=files,
        shown={each.value for each in pictures_in(files)},
        kept=kept,
        problem=problem(error) if error is not None else None,
        writable=may(who, Action.WRITE, folder.short),
    )
