"""Takes the source of a template's marks, gives what it reads of a view: loops followed, names bound as it binds them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import nodes

from docgen.stationery.checking.expressions import ALWAYS_THERE, Expressions, Known, Names, Value, said
from docgen.stationery.placeholders import EACH, LOOP


def read_names(tree: nodes.Template, expressions: Expressions) -> None:
    """Read all that a template reads, in order; what it binds holds until the end of the body around it."""
    _body(tree.body, {}, expressions)


def _body(body: Sequence[nodes.Node], names: Names, expressions: Expressions) -> None:
    for node in body:
        _STATEMENTS.get(type(node), _others)(node, names, expressions)


def _output(node: nodes.Output, names: Names, expressions: Expressions) -> None:
    for each in node.nodes:
        expressions.printed(each, names)


def _if(node: nodes.If, names: Names, expressions: Expressions) -> None:
    expressions.value(node.test, names, shows=False)
    for body in (node.body, [*node.elif_], node.else_):
        _body(body, names, expressions)


def _for(node: nodes.For, names: Names, expressions: Expressions) -> None:
    of = expressions.value(node.iter, names, shows=False)
    item: Value = None
    if of is not None and of.shape.item is not None:
        item = Known((*of.path, EACH), of.shape.item)
    elif of is not None:
        expressions.tell("placeholder-not-a-list", node, {"name": said(of.path)})
    inside: Names = {**names, LOOP: None}
    _bind(node.target, item, inside)
    if node.test is not None:
        expressions.value(node.test, inside, shows=False)
    _body(node.body, inside, expressions)
    _body(node.else_, dict(names), expressions)


def _assign(node: nodes.Assign, names: Names, expressions: Expressions) -> None:
    _bind(node.target, expressions.value(node.node, names), names)


def _assign_block(node: nodes.AssignBlock, names: Names, expressions: Expressions) -> None:
    _bind(node.target, None, names)
    _body(node.body, dict(names), expressions)


def _with(node: nodes.With, names: Names, expressions: Expressions) -> None:
    values = [expressions.value(each, names) for each in node.values]
    inside = dict(names)
    for target, value in zip(node.targets, values, strict=True):
        _bind(target, value, inside)
    _body(node.body, inside, expressions)


def _macro(node: nodes.Macro | nodes.CallBlock, names: Names, expressions: Expressions) -> None:
    if isinstance(node, nodes.Macro):
        names[node.name] = None
    else:
        expressions.value(node.call, names)
    for default in node.defaults:
        expressions.value(default, names)
    inside: Names = {**names, **dict.fromkeys((*(each.name for each in node.args), *ALWAYS_THERE))}
    _body(node.body, inside, expressions)


def _import(node: nodes.Import, names: Names, _expressions: Expressions) -> None:
    names[node.target] = None


def _from_import(node: nodes.FromImport, names: Names, _expressions: Expressions) -> None:
    names.update(dict.fromkeys(each if isinstance(each, str) else each[1] for each in node.names))


def _included(_node: nodes.Node, _names: Names, _expressions: Expressions) -> None:
    """Read nothing: another template is its own affair."""


def _others(node: nodes.Node, names: Names, expressions: Expressions) -> None:
    """Read the parts of any other statement, as of a block."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Expr):
            expressions.value(child, names)
        else:
            _body([child], names, expressions)


def _bind(target: nodes.Node, value: Value, names: Names) -> None:
    if isinstance(target, nodes.Name):
        names[target.name] = value
    elif isinstance(target, nodes.Tuple):
        names.update(dict.fromkeys(each.name for each in target.find_all(nodes.Name)))


_STATEMENTS: dict[type[nodes.Node], Callable[[Any, Names, Expressions], None]] = {
    nodes.Output: _output,
    nodes.If: _if,
    nodes.For: _for,
    nodes.Assign: _assign,
    nodes.AssignBlock: _assign_block,
    nodes.With: _with,
    nodes.Macro: _macro,
    nodes.CallBlock: _macro,
    nodes.Import: _import,
    nodes.FromImport: _from_import,
    nodes.Extends: _included,
    nodes.Include: _included,
}
