"""Takes jinja2 source and an environment of the caller's, gives what it prints: compiled once per source and settings."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from functools import lru_cache
from types import CodeType
from typing import Any, TypeAlias

from jinja2 import Environment, TemplateError, nodes

from docgen.renderers.docx.compat.keeping import keeping

# What decides, beside the source, to which code jinja2 compiles it.
_SETTINGS = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix"),
    *("trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline"),
    *("optimized", "undefined", "sandboxed", "is_async", "autoescape"),
)
# In characters of source: some hundred templates. A document that is changed before each rendering is new each time.
_MOST = 16_000_000
_MARKUP = re.compile(r"<[^>]+>")
_LINES_BEFORE, _LINES_SHOWN = 4, 7


class Language:
    """One caller's environment while one paper is made."""

    def __init__(self, given: Environment | None, autoescape: Any) -> None:
        if given is not None and autoescape:
            given.autoescape = autoescape
        self._given, self._keeping, self._settings = _default(autoescape or False) if given is None else _of(given)

    def xml(self, source: str, context: Mapping[str, Any]) -> str:
        """Render the source of a part; jinja2's error tells the lines around it, as docxtpl's does."""
        try:
            return self._filled(self._keeping, source, context)
        except TemplateError as error:
            _tell(error, source)
            raise

    def text(self, source: str, context: Mapping[str, Any]) -> str:
        """Render a source that is no XML: nothing needs to be kept from it."""
        return self._filled(self._given, source, context)

    def _filled(self, environment: Environment, source: str, context: Mapping[str, Any]) -> str:
        code = _code((self._settings, environment is self._keeping, source), environment)
        if isinstance(code, str):
            return code
        made = environment.template_class.from_code(environment, code, environment.make_globals(None), None)
        return made.render(context)


Key: TypeAlias = tuple[Hashable, bool, str]
_codes: dict[Key, CodeType | str] = {}


def _code(key: Key, environment: Environment) -> CodeType | str:
    try:
        known = _codes.get(key)
    except TypeError:  # a filter that has no hash
        return _compiled(key[-1], environment)
    if known is None:
        if sum(len(source) for *_, source in _codes) > _MOST:
            _codes.clear()
        known = _codes[key] = _compiled(key[-1], environment)
    return known


def _compiled(source: str, environment: Environment) -> CodeType | str:
    """Return the code, or the text where there is no tag in it."""
    tree = environment.parse(source)
    pieces = [piece for each in tree.body for piece in (each.nodes if isinstance(each, nodes.Output) else (each,))]
    plain = [piece.data for piece in pieces if isinstance(piece, nodes.TemplateData)]
    return "".join(plain) if len(plain) == len(pieces) else environment.compile(tree)


def _settings(environment: Environment) -> Hashable:
    """Return all that jinja2's compiler asks an environment; what it may answer at once is part of that."""
    return (
        type(environment),
        environment.finalize,
        tuple(getattr(environment, name) for name in _SETTINGS),
        tuple(environment.extensions.values()),
        tuple(environment.filters.items()),
        tuple(environment.tests.items()),
    )


@lru_cache(8)
def _default(autoescape: Any) -> tuple[Environment, Environment, Hashable]:
    made = Environment(autoescape=autoescape)  # noqa: S701 - docxtpl leaves it to the caller
    return made, _overlay(made), (Environment, autoescape)


def _of(given: Environment) -> tuple[Environment, Environment, Hashable]:
    return given, _overlay(given), _settings(given)


def _overlay(environment: Environment) -> Environment:
    return environment.overlay(finalize=keeping(environment.finalize))


def _tell(error: TemplateError, source: str) -> None:
    line = getattr(error, "lineno", None)
    if line is not None:
        first = max(line - _LINES_BEFORE, 0)
        shown = source.splitlines()[first : first + _LINES_SHOWN]
        error.docx_context = (_MARKUP.sub("", each) for each in shown)  # type: ignore[attr-defined]
