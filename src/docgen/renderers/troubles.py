"""Takes what jinja2 raised, gives the TemplateError that says what is wrong, where, and what was probably meant."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.utils import missing

from docgen.errors import TemplateError

# What a template can raise: what its filters refuse, jinja2's own errors, what expressions over plain data raise, and
# what Python says of tags too deep in each other.
TROUBLES = (
    TemplateError, JinjaError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, AssertionError,
    RecursionError, SyntaxError,
)  # fmt: skip
NEAREST = 3
# Labels are short: of two characters, one that agrees is near.
LIKENESS = 0.5
BETWEEN_NAMES = "、"


class UnknownName(UndefinedError):
    """A name that neither the data nor the template has."""

    def __init__(self, owner: Any, name: object, message: str | None = None) -> None:
        super().__init__(message)
        self.name = str(name)
        self.siblings: list[str] | None = None if owner is missing else _keys(owner)


def trouble(error: Exception, template: str, names: Iterable[str] = ()) -> TemplateError:
    """Say what jinja2 said in docgen's words; `names` are those at the top of the data."""
    file, line = _spot(error, template)
    values: dict[str, str | int] = {"template": file, "line": line, "where": f"{file}:{line}"}
    match error:
        case TemplateError():
            return TemplateError(error.code, {**values, **error.values})
        case UnknownName():
            near = nearest(error.name, names if error.siblings is None else error.siblings)
            return TemplateError("placeholder-unknown", {**values, "name": error.name, "near": near})
        case SecurityError():
            return TemplateError("template-forbidden", {**values, "message": str(error)})
        case TemplateNotFound():
            return TemplateError("template-include-missing", {**values, "name": str(error.name or "")})
        case TemplateSyntaxError():
            return TemplateError("template-syntax", {**values, "message": error.message or ""})
        case RecursionError() | SyntaxError():
            return TemplateError("template-endless", values)
    return TemplateError("template-failed", {**values, "message": f"{type(error).__name__}: {error}"})


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known names that are most like a name, nearest first; empty when none is like it."""
    return BETWEEN_NAMES.join(get_close_matches(name, [str(each) for each in known], NEAREST, LIKENESS))


def _keys(owner: object) -> list[str]:
    return [str(key) for key in owner] if isinstance(owner, Mapping) else []


def _spot(error: Exception, template: str) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or template, error.lineno
    # jinja2 rewrites tracebacks so that templates are files in them; docgen's environments name those by themselves.
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.endswith(".py")]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else (template, 0)
