"""Takes a model and paths of attributes, gives what is written there, every entry of a list by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Steps = tuple[str | int, ...]
Tree = dict[str, Any]
"""Attributes, each with the tree below it; an empty tree is the end of a path."""


def tree_of(paths: Iterable[str]) -> Tree:
    """Return paths that data writes as `agenda.speeches.words` as one tree, so that what they share is walked once."""
    tree: Tree = {}
    for path in paths:
        below = tree
        for step in path.split("."):
            below = below.setdefault(step, {})
    return tree


def reach(model: Any, tree: Tree) -> list[tuple[Steps, Any]]:
    """Return (steps, value) for each value that is given at the end of a path; lists on the way are gone through."""
    found: list[tuple[Steps, Any]] = []
    _reach(model, tree, (), found)
    return found


def _reach(model: Any, tree: Tree, steps: Steps, found: list[tuple[Steps, Any]]) -> None:
    for attribute, below in tree.items():
        value = getattr(model, attribute)
        if value is None:
            continue
        here = (*steps, attribute)
        rows = [((*here, at), each) for at, each in enumerate(value)] if isinstance(value, tuple) else [(here, value)]
        if not below:
            found += rows
            continue
        for where, each in rows:
            _reach(each, below, where, found)
