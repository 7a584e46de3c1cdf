"""Takes requests about the service itself, gives its health, version, who asks, figures for a monitor, its description."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import Field

from docgen.accounts import Action
from docgen.accounts import granted as actions_of
from docgen.version import __version__
from docgen.vocabulary.api import METRICS, TAG_SERVICE
from docgen.web.api.answers import refusals
from docgen.web.api.description import describe
from docgen.web.api.manual import groups, shapes
from docgen.web.api.shapes import Shape, Whoever
from docgen.web.asking import Asked, Who, require
from docgen.web.showing import page, path_at

router = APIRouter(tags=[TAG_SERVICE])


class Health(Shape, json_schema_extra={"description": "服务是否正常。"}):
    """Whether the service can do its work."""

    status: Literal["ok"] = Field(description="正常就是 ok")


class Version(Shape, json_schema_extra={"description": "版本。"}):
    """Which docgen answers."""

    name: str = Field(description="程序名", examples=["docgen"])
    version: str = Field(description="版本", examples=["0.7.2"])


@router.get(
    "/health",
    summary="是否正常",
    description="工作区能不能读。不用登录，供监控和代理查询。",
    operation_id="health",
    responses=refusals(),
)
def health(service: Asked) -> Health:
    """Tell whether the workspace can be read; open to all, as a monitor or proxy asks it."""
    service.library.workspace()
    return Health(status="ok")


@router.get(
    "/version",
    summary="版本",
    description="docgen 的版本。",
    operation_id="version",
    dependencies=[require(Action.READ)],
    responses=refusals(),
)
def version() -> Version:
    """Return docgen's version."""
    return Version(name="docgen", version=__version__)


@router.get(
    "/me",
    summary="我是谁",
    description="令牌属于哪个账号，能做什么。",
    operation_id="whoAmI",
    dependencies=[require(Action.READ)],
    responses=refusals(),
)
def me(who: Who) -> Whoever:
    """Return who asks, and what they may do."""
    return Whoever(name=who.name, role=who.role, unit=who.unit, actions=sorted(actions_of(who)))


@router.get(
    "/metrics",
    summary="监控指标",
    description="Prometheus 格式：各地址的请求数和用时、生成的材料、任务。",
    operation_id="metrics",
    response_class=Response,
    dependencies=[require(Action.READ)],
    responses={200: {"description": METRICS, "content": {"text/plain": {"schema": {"type": "string"}}}}, **refusals()},
)
def metrics(service: Asked) -> Response:
    """Return the figures that a monitor collects."""
    return Response(service.measures.text(), media_type=CONTENT_TYPE_LATEST)


@router.get("/openapi.json", dependencies=[require(Action.READ)], include_in_schema=False)
def description(request: Request) -> dict[str, Any]:
    """Return the description of the API in OpenAPI's terms."""
    return describe(request.app)


@router.get("/docs", dependencies=[require(Action.READ)], include_in_schema=False)
def docs(request: Request) -> Response:
    """Show the description of the API as a page."""
    described = describe(request.app)
    address = f"{request.url.scheme}://{request.url.netloc}{path_at(request, '')}"
    return page(
        request,
        "api/docs.html",
        about=described["info"]["description"],
        groups=groups(described, address),
        shapes=shapes(described),
    )
