"""Takes requests about the service itself, gives its health, version, figures for a monitor, and its description."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel
from starlette.responses import Response

from docgen.accounts import Action
from docgen.version import __version__
from docgen.web.api.description import describe
from docgen.web.asking import Asked, require

router = APIRouter(tags=["服务"])


class Health(BaseModel):
    """Whether the service can do its work."""

    status: str
    units: int


class Version(BaseModel):
    """Which docgen answers."""

    name: str
    version: str


@router.get("/health", summary="是否正常")
def health(service: Asked) -> Health:
    """Tell whether the workspace can be read; open to all, as a monitor or proxy asks it."""
    return Health(status="ok", units=len(service.library.workspace().units))


@router.get("/version", summary="版本", dependencies=[require(Action.READ)])
def version() -> Version:
    """Return docgen's version."""
    return Version(name="docgen", version=__version__)


@router.get("/metrics", summary="监控指标（Prometheus 格式）", dependencies=[require(Action.READ)])
def metrics() -> Response:
    """Return the figures that a monitor collects."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


@router.get("/openapi.json", summary="接口说明", dependencies=[require(Action.READ)], include_in_schema=False)
def description(request: Request) -> dict[str, Any]:
    """Return the description of the API in OpenAPI's terms."""
    return describe(request.app)
