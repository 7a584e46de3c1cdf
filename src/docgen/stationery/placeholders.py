"""Takes a template's jinja2 source, gives the paths of the view that it shows, loops followed to their lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from jinja2 import Environment, nodes

Path: TypeAlias = tuple[str, ...]
EACH = "*"
"""Stands in a path for any item of a list."""
LOOP = "loop"
STATEMENT = re.compile(r"\{%.*?%\}")
"""What steers the filling, and is gone from the paper."""


def placeholders(source: str) -> frozenset[Path]:
    """Return the paths that a source reads: `{% for 人 in 名单 %}{{ 人.姓名 }}` reads (名单, *, 姓名).

    A list that is only walked or tested gives no path of its own; a path handed to a macro or filter does.
    """
    tree = Environment(autoescape=True).parse(source)
    macros = {each.target: (LOOP,) for each in tree.find_all(nodes.Import)}
    return frozenset(_read(tree, macros))


def _read(node: nodes.Node, names: Mapping[str, Path]) -> Iterator[Path]:
    """Yield the paths below a node; `names` are the loops' names around it."""
    if isinstance(node, nodes.For):
        yield from _loop(node, names)
    elif isinstance(node, nodes.Macro):
        known = {**names, **{argument.name: (LOOP,) for argument in node.args}}
        for child in node.iter_child_nodes():
            yield from _read(child, known)
    elif isinstance(node, nodes.Name | nodes.Getattr):
        path = _path(node, names)
        if path and path[0] != LOOP:
            yield path
    else:
        for child in node.iter_child_nodes():
            yield from _read(child, names)


def _loop(node: nodes.For, names: Mapping[str, Path]) -> Iterator[Path]:
    path = _path(node.iter, names)
    target = node.target.name if isinstance(node.target, nodes.Name) else ""
    inside = {**names, target: (*path, EACH) if path else (LOOP,), LOOP: (LOOP,)}
    if path is None:
        yield from _read(node.iter, names)
    for child in node.body:
        yield from _read(child, inside)
    for child in node.else_:
        yield from _read(child, names)


def _path(node: nodes.Node, names: Mapping[str, Path]) -> Path | None:
    """Return the path that a name or an attribute means, None for any other expression."""
    if isinstance(node, nodes.Name):
        return names.get(node.name, (node.name,)) if node.ctx == "load" else None
    if isinstance(node, nodes.Getattr):
        above = _path(node.node, names)
        return None if above is None else (*above, node.attr)
    return None
