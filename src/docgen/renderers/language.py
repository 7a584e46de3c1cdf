"""Takes a format's needs, gives the one template language that all formats share: jinja2, strict and sandboxed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias

from jinja2 import FunctionLoader, StrictUndefined, pass_context
from jinja2 import Template as _Template
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context as Names
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from docgen.page.title_lines import TITLE_FILTER, TITLE_WIDTH, title_lines
from docgen.renderers.pictures import PICTURE_FILTER, place
from docgen.renderers.rendering import Context
from docgen.renderers.troubles import TROUBLES, UnknownName, trouble

Compiled: TypeAlias = _Template
Filter: TypeAlias = Callable[..., object]


class Strict(StrictUndefined):
    """An undefined name that remembers, when it is used, what could have been meant."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = None) -> None:
        raised: Any = exc if exc is SecurityError else partial(UnknownName, obj, name)
        super().__init__(hint, obj, name, raised)


class Language(ImmutableSandboxedEnvironment):
    """jinja2 over plain data: a mapping answers its own keys and nothing else, so `行.items` is a label."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what follows a dot."""
        return self._key(obj, attribute) if isinstance(obj, Mapping) else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return what stands in brackets."""
        return self._key(obj, argument) if isinstance(obj, Mapping) else super().getitem(obj, argument)

    def _key(self, obj: Mapping[str, Any], key: Any) -> Any:
        try:
            return obj[key]
        except (KeyError, TypeError):
            return self.undefined(obj=obj, name=key)


def language(
    *,
    escape: bool,
    sources: Mapping[str, str] | None = None,
    filters: Mapping[str, Filter] | None = None,
    finalize: Callable[[Any], Any] | None = None,
    lines: bool = False,
) -> Language:
    """Make an environment; `sources` are what templates may include, `lines` drops the lines of tags alone."""
    made = Language(
        undefined=Strict,
        autoescape=escape,
        loader=FunctionLoader(partial(_source, sources or {})),
        auto_reload=False,
        finalize=finalize,
        trim_blocks=lines,
        lstrip_blocks=lines,
        keep_trailing_newline=True,
    )
    made.filters[PICTURE_FILTER] = unfolded(place)
    made.filters[TITLE_FILTER] = unfolded(_in_lines)
    made.filters.update({name: unfolded(each) for name, each in (filters or {}).items()})
    return made


def compiled(environment: Language, name: str) -> Compiled:
    """Compile one of an environment's sources; raise TemplateError with file and line."""
    try:
        return environment.get_template(name)
    except TROUBLES as error:
        raise trouble(error, name) from error


def fill(template: Compiled, context: Context, name: str) -> str:
    """Render a compiled template; raise TemplateError, for an unknown name with those that are near."""
    try:
        return template.render(context)
    except TROUBLES as error:
        raise trouble(error, name, context) from error


def unfolded(used: Filter) -> Filter:
    """Keep jinja2 from answering a filter at compile time: its answer belongs to one rendering."""

    @pass_context
    def applied(_names: Names, value: object, *arguments: object, **options: object) -> object:
        if isinstance(value, StrictUndefined):
            str(value)
        return used(value, *arguments, **options)

    return applied


def _in_lines(title: object, width: int = TITLE_WIDTH) -> str:
    return "\n".join(title_lines(str(title), width))


def _source(sources: Mapping[str, str], name: str) -> tuple[str, str, Callable[[], bool]] | None:
    source = sources.get(name)
    return None if source is None else (source, name, lambda: True)
