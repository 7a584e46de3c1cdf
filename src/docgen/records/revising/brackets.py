"""Takes a list in brackets or a group in braces, gives it with other values: what stays in it stays as it was written."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.records.record import Path, Written
from docgen.records.revising.matching import match
from docgen.records.revising.order import MOST_KEYS, Order, added, place_of
from docgen.records.revising.outline import Entry, Node, UnfitError
from docgen.records.writing import flow, scalar

_BETWEEN = ", "


def in_brackets(text: str, node: Node, value: Written, order: Order, path: Path) -> str:
    """Return a node with another value; raise UnfitError where that does not fit into brackets."""
    if isinstance(value, list) and node.is_list:
        sources = match([each.node.value for each in node.entries], value)
        bodies = [
            flow_text(each) if place is None else _revised(text, node.entries[place], each, order, (*path, place))
            for each, place in zip(value, sources, strict=True)
        ]
        return _joined(text, node, bodies, sources)
    if isinstance(value, dict) and not node.is_list:
        return _group(text, node, value, order, path)
    raise UnfitError


def flow_text(value: Written) -> str:
    """Write a value on one line; raise UnfitError for a text of several."""
    try:
        return flow(value)
    except ValueError as fault:
        raise UnfitError from fault


def _group(text: str, node: Node, value: dict[str, Written], order: Order, path: Path) -> str:
    if len(value) > MOST_KEYS or len(node.entries) > MOST_KEYS:
        raise UnfitError
    kept = [place for place, each in enumerate(node.entries) if each.key in value or each.node.value is None]
    keys = [node.entries[place].key for place in kept]
    sources: list[int | None] = [*kept]
    rank = added(order(path), value)
    for key in rank:
        if key not in keys:
            place = place_of(key, keys, rank)
            keys.insert(place, key)
            sources.insert(place, None)
    bodies = [
        f"{scalar(key)}: {flow_text(value[key])}"
        if place is None
        else _revised(text, node.entries[place], value.get(key), order, (*path, key))
        for key, place in zip(keys, sources, strict=True)
    ]
    return _joined(text, node, bodies, sources)


def _revised(text: str, each: Entry, value: Written | None, order: Order, path: Path) -> str:
    """Return a key or item inside brackets with another value, or as it stands."""
    node = each.node
    if value is None or node.value == value:
        return text[each.begin : each.end]
    if node.is_text or isinstance(value, str) or node.is_list != isinstance(value, list):
        written = scalar(value, node.style) if isinstance(value, str) and "\n" not in value else flow_text(value)
        blank = "" if each.begin == node.begin or node.begin > each.held else " "
        return text[each.begin : node.begin] + blank + written
    return text[each.begin : node.begin] + in_brackets(text, node, value, order, path)


def _joined(text: str, node: Node, bodies: Sequence[str], sources: Sequence[int | None]) -> str:
    """Return the bodies in the node's brackets, each kept one behind what parted it from the one before."""
    if not node.entries:
        return text[node.begin] + _BETWEEN.join(bodies) + text[node.end - 1]
    parts = [text[node.begin : node.entries[0].begin]]
    for index, (body, place) in enumerate(zip(bodies, sources, strict=True)):
        if index:
            parts.append(text[node.entries[place - 1].end : node.entries[place].begin] if place else _BETWEEN)
        parts.append(body)
    return "".join([*parts, text[node.entries[-1].end : node.end]])
