"""Takes a template of the site and its values, gives the page: with the navigation that its reader may use."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import HTMLResponse

from docgen.accounts import Action, Caller, may
from docgen.version import __version__

HERE = Path(str(files("docgen.web")))
SITE, STATIC = HERE / "site", HERE / "static"


class Door(Struct, frozen=True):
    """One place of the navigation: its path, its name, and the action that one must be allowed to go there."""

    path: str
    name: str
    action: Action = Action.READ


NAVIGATION: tuple[Door, ...] = (
    Door("/", "工作台"),
    Door("/records", "记录"),
    Door("/bulletin", "简报"),
    Door("/exports", "年终导出"),
    Door("/statistics", "统计"),
    Door("/findings", "问题"),
    Door("/templates", "模板"),
    Door("/history", "历史"),
    Door("/accounts", "账号", Action.ACCOUNTS),
)


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Render a page, or a piece of one, for whoever asks."""
    return HTMLResponse(piece(request, template, **values), status)


def piece(request: Request, template: str, **values: Any) -> str:
    """Return a page, or a piece of one, as text."""
    caller: Caller | None = getattr(request.state, "caller", None)
    known = {
        "who": caller,
        "csrf": getattr(request.state, "csrf", ""),
        "doors": [door for door in NAVIGATION if caller is not None and may(caller, door.action)],
        "here": request.scope["path"].removeprefix(request.scope.get("root_path", "")),
        "at": lambda path: path_at(request, path),
        "static": lambda name: f"{path_at(request, '/static/')}{name}?{__version__}",
    }
    return _environment().get_template(template).render({**known, **values})


def path_at(request: Request, path: str) -> str:
    """Return a path of the service as the browser sees it, below what a proxy puts before it."""
    root: str = request.scope.get("root_path", "")
    return f"{root.rstrip('/')}{path}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(SITE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals["version"] = __version__
    return environment
