"""Takes a picture for a unit's records, gives the name by which they call it, once it is cleaned."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, UploadFile
from pydantic import Field

from docgen.accounts import Action
from docgen.vocabulary.api import TAG_RECORDS
from docgen.web.api.answers import refusals
from docgen.web.api.asked import Unit
from docgen.web.api.shapes import Shape
from docgen.web.asking import Asked, Who, allow, require
from docgen.web.seeing import unit_seen
from docgen.workspace.receiving import keep_picture, receive_picture

router = APIRouter(tags=[TAG_RECORDS])

Upload = Annotated[UploadFile, File(description="图片：JPEG、PNG 或 WebP")]


class Picture(Shape, json_schema_extra={"description": "保存好的图片。"}):
    """A picture as it is kept."""

    unit: str = Field(description="单位简称", examples=["一支部"])
    name: str = Field(description="文件名，写进记录的“照片”", examples=["现场.jpg"])
    media_type: str = Field(description="类型", examples=["image/jpeg"])
    width: int = Field(description="宽，像素", examples=[1600])
    height: int = Field(description="高，像素", examples=[1200])


@router.post(
    "/pictures",
    summary="上传图片",
    description="存到单位的附件里：摆正、去掉拍摄地点等信息、长边不超过 1600 像素。返回写进记录的文件名。",
    operation_id="uploadPicture",
    status_code=201,
    dependencies=[require(Action.WRITE)],
    responses=refusals(404, 507),
)
def upload_picture(service: Asked, who: Who, unit: Unit, file: Upload) -> Picture:
    """Clean a picture and keep it among a unit's attachments, never over another one."""
    folder = unit_seen(service, who, unit)
    allow(who, Action.WRITE, folder.short)
    limits = service.library.workspace().settings.limits
    received = receive_picture(service.confinement, file.filename or "", file.file.read(), limits)
    name = keep_picture(folder.path, received)
    service.library.touch(folder.short)
    data = received.data
    return Picture(unit=folder.short, name=name, media_type=data.media_type, width=data.width, height=data.height)
