"""Takes a format's needs, gives the one template language that all formats share: jinja2, strict and sandboxed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, TypeAlias

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, pass_context
from jinja2 import Template as _Template
from jinja2.exceptions import SecurityError
from jinja2.nodes import Template as Tree
from jinja2.runtime import Context as Names
from jinja2.runtime import TemplateReference, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from docgen.page.title_lines import TITLE_FILTER, TITLE_WIDTH, title_lines
from docgen.renderers.allowance import (
    COUNTED,
    Counting,
    allowed,
    bounded_range,
    check_length,
    check_operation,
    concat,
    count_loops,
    counted,
    flat,
    joined,
    paid,
    spend,
)
from docgen.renderers.allowlist import FILTERS, TESTS, check_statements, is_callable, is_open
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
    """jinja2 over plain data, by lists of what is allowed: `allowlist` says which parts, `allowance` how much.

    A mapping answers its own keys and nothing else, so `行.items` is a label; a text has no methods.
    """

    code_generator_class = Counting
    intercepted_binops = frozenset({"+", "*", "**", "%"})
    concat = staticmethod(concat)
    joined = staticmethod(joined)
    flat = staticmethod(flat)
    paid = staticmethod(paid)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what follows a dot."""
        if isinstance(obj, Mapping):
            return self._key(obj, attribute)
        if is_open(obj, attribute):
            return getattr(obj, attribute)
        return self._part(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return what stands in brackets."""
        return self._key(obj, argument) if isinstance(obj, Mapping) else self._part(obj, argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """Tell whether something may be called."""
        return obj is bounded_range or is_callable(obj)

    def call(self, context: Names, called: Any, /, *arguments: Any, **options: Any) -> Any:
        """Call a macro or a block; each call is a step."""
        spend(1)
        return super().call(context, called, *arguments, **options)

    def call_binop(self, context: Names, operator: str, left: Any, right: Any) -> Any:
        """Calculate, unless the answer would be too large."""
        check_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def call_filter(self, name: str, value: Any, *arguments: Any, **options: Any) -> Any:
        """Apply a filter to an item of a list, as `map` does; each is a step, and so is what it makes."""
        made = super().call_filter(name, value, *arguments, **options)
        check_length(len(made) if isinstance(made, str) else 1)
        spend(1)
        return made

    def _key(self, obj: Mapping[str, Any], key: Any) -> Any:
        try:
            return obj[key]
        except (KeyError, TypeError):
            return self.undefined(obj=obj, name=key)

    def _part(self, obj: Any, key: Any) -> Any:
        """Return an item of a list or text, a block of `self`; what else an object has is refused when it is used."""
        if isinstance(obj, str | list | tuple | TemplateReference | Undefined):
            with suppress(TypeError, LookupError):
                return obj[key]
        if isinstance(key, str) and hasattr(obj, key):
            return self.undefined(f".{key}", obj=obj, name=key, exc=SecurityError)
        return self.undefined(obj=obj, name=key)

    def _generate(self, source: Tree, *arguments: Any, **options: Any) -> str:
        check_statements(source)
        count_loops(source, self)
        return super()._generate(source, *arguments, **options)


def language(
    *,
    escape: bool,
    sources: Mapping[str, str] | None = None,
    filters: Mapping[str, Filter] | None = None,
    finalize: Callable[[Any], Any] | None = None,
    lines: bool = False,
    kept: BytecodeCache | None = None,
) -> Language:
    """Make an environment; `sources` are what templates may include, `lines` drops the lines of tags alone.

    What is made of them is looked for in what is `kept`.
    """
    made = Language(
        undefined=Strict,
        autoescape=escape,
        loader=FunctionLoader(partial(_source, sources or {})),
        auto_reload=False,
        finalize=finalize,
        trim_blocks=lines,
        lstrip_blocks=lines,
        keep_trailing_newline=True,
        bytecode_cache=kept,
    )
    own: dict[str, Filter] = {PICTURE_FILTER: place, TITLE_FILTER: _in_lines, **(filters or {})}
    made.filters = {**FILTERS, COUNTED: counted, **{name: unfolded(each) for name, each in own.items()}}
    made.tests = dict(TESTS)
    made.globals = {"range": bounded_range}
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
        with allowed():
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
