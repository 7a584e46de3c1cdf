"""Takes a branch's records, gives its papers.

The verbs of the command line, in Python; each is loaded when it is first used:

    workspace = docgen.open_workspace(Path("samples"))
    docgen.check(workspace, on=date(2020, 12, 31)).findings
    docgen.render(workspace, "一支部/2020/03/2020-03-12-支委会", kinds=["minutes"], to=["docx", "pdf"])
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from docgen.version import __version__

if TYPE_CHECKING:
    from docgen.drafting import schema
    from docgen.export import bulletin, export, kinds, render, status, watch
    from docgen.generation import check
    from docgen.workspace import open_workspace

__all__ = [
    "__version__",
    "bulletin",
    "check",
    "export",
    "kinds",
    "open_workspace",
    "render",
    "schema",
    "status",
    "watch",
]

_VERBS = {
    "bulletin": ("docgen.export", "bulletin"),
    "check": ("docgen.generation", "check"),
    "export": ("docgen.export", "export"),
    "kinds": ("docgen.export", "kinds"),
    "open_workspace": ("docgen.workspace", "open_workspace"),
    "render": ("docgen.export", "render"),
    "schema": ("docgen.drafting", "schema"),
    "status": ("docgen.export", "status"),
    "watch": ("docgen.export", "watch"),
}


def __getattr__(name: str) -> object:
    if name not in _VERBS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _VERBS[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """The package itself: its verb `export` stays itself when the room of the same name is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _VERBS and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
