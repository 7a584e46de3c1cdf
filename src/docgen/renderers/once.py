"""Takes a template and a way to compile it, gives what was compiled: once per content and process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from docgen.renderers.rendering import Template

Compiled = TypeVar("Compiled")

# More templates than any workspace has; a watched template that changes all day must not fill the memory.
MOST = 256


class Once(Generic[Compiled]):
    """Compile a template when it is first asked for, and hand out the same object afterwards."""

    def __init__(self, compile_template: Callable[[Template], Compiled]) -> None:
        self._compile = compile_template
        self._kept: dict[str, Compiled] = {}

    def __call__(self, template: Template) -> Compiled:
        """Return what the template compiles to; templates of the same name and content share it."""
        key = f"{template.name}\n{template.sha256}"
        if key not in self._kept:
            if len(self._kept) >= MOST:
                self._kept.clear()
            self._kept[key] = self._compile(template)
        return self._kept[key]
