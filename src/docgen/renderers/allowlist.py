"""Takes nothing, gives the parts of jinja2 that a template may use: filters, tests, and what follows a dot."""

from __future__ import annotations

from collections.abc import Mapping
from functools import wraps
from typing import Any

from jinja2 import nodes, pass_environment, pass_eval_context
from jinja2.environment import Environment, TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.filters import do_replace, do_round, make_attrgetter, sync_do_join, sync_do_sum
from jinja2.nodes import EvalContext
from jinja2.runtime import BlockReference, LoopContext, Macro, Undefined
from jinja2.tests import TESTS as DEFAULT_TESTS

from docgen.renderers.allowance import check_length, spend

_QUICK_FILTERS = ("count", "d", "default", "e", "escape", "length")
_FILTERS = (
    "abs", "capitalize", "first", "float", "int", "last", "list", "lower", "map", "max", "min", "reject", "rejectattr",
    "reverse", "select", "selectattr", "sort", "string", "title", "trim", "truncate", "unique", "upper",
)  # fmt: skip
_TESTS = (
    "boolean", "defined", "divisibleby", "eq", "equalto", "==", "even", "false", "float", "ge", ">=", "gt",
    "greaterthan", ">", "in", "integer", "iterable", "le", "<=", "lessthan", "lt", "<", "lower", "mapping", "ne", "!=",
    "none", "number", "odd", "sequence", "string", "true", "undefined", "upper",
)  # fmt: skip
TESTS: Mapping[str, Any] = {name: DEFAULT_TESTS[name] for name in _TESTS}
OF_LOOPS = frozenset(
    {
        "changed", "cycle", "depth", "depth0", "first", "index", "index0", "last", "length", "nextitem", "previtem",
        "revindex", "revindex0",
    }
)  # fmt: skip
_OF_BLOCKS = frozenset({"super"})
_NO_NAMES = frozenset({"varargs", "kwargs"})
MOST_DIGITS = 30
_NO_STATEMENTS = (nodes.EvalContextModifier, nodes.ExprStmt, nodes.NSRef)


def check_statements(tree: nodes.Template) -> None:
    """Raise SecurityError for what papers have no use for: escaping turned off, loops that call themselves, nameless arguments."""
    if next(tree.find_all(_NO_STATEMENTS), None) is not None:
        raise SecurityError("autoescape")
    if any(each.recursive for each in tree.find_all(nodes.For)):
        raise SecurityError("recursive")
    if named := next((each.name for each in tree.find_all(nodes.Name) if each.name in _NO_NAMES), ""):
        raise SecurityError(named)


def is_open(owner: object, name: str) -> bool:
    """Tell whether a template may ask an object that is no mapping for what follows a dot."""
    if isinstance(owner, LoopContext):
        return name in OF_LOOPS
    if isinstance(owner, TemplateModule):
        return not name.startswith("_") and name in vars(owner)
    return isinstance(owner, BlockReference) and name in _OF_BLOCKS


def is_callable(called: object) -> bool:
    """Tell whether a template may call something: a macro, a block, and what a loop offers; what is unknown says so."""
    if isinstance(called, Macro | BlockReference | Undefined):
        return True
    return isinstance(getattr(called, "__self__", None), LoopContext)


@pass_eval_context
def _join(context: EvalContext, value: Any, d: str = "", attribute: str | int | None = None) -> str:
    items = list(value if attribute is None else map(make_attrgetter(context.environment, attribute), value))
    check_length(sum(len(each) for each in items if isinstance(each, str)) + len(str(d)) * len(items))
    return sync_do_join(context, items, d)


@pass_eval_context
def _replace(context: EvalContext, text: str, old: str, new: str, count: int | None = None) -> str:
    said = str(text)
    check_length(len(said) + said.count(str(old)) * len(str(new)))
    return do_replace(context, text, old, new, count)


@pass_environment
def _sum(environment: Environment, items: Any, attribute: str | int | None = None) -> Any:
    return sync_do_sum(environment, items, attribute)


def _round(value: Any, precision: int = 0, method: Any = "common") -> Any:
    check_length(abs(precision), MOST_DIGITS)
    return do_round(value, precision, method)


def _paying(used: Any) -> Any:
    """Let each use of a filter be a step; jinja2's own marks on it are kept."""

    @wraps(used)
    def stepped(*arguments: Any, **options: Any) -> Any:
        spend(1)
        return used(*arguments, **options)

    return stepped


_BOUNDED: Mapping[str, Any] = {"join": _join, "replace": _replace, "round": _round, "sum": _sum}
FILTERS: Mapping[str, Any] = {name: DEFAULT_FILTERS[name] for name in _QUICK_FILTERS} | {
    name: _paying(_BOUNDED.get(name) or DEFAULT_FILTERS[name]) for name in (*_FILTERS, *_BOUNDED)
}
