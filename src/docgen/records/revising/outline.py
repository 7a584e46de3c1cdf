"""Takes the YAML text of one document, gives its nodes with where each begins and ends."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from msgspec import Struct
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from docgen.records.plain import plain_value
from docgen.records.record import Written

BLOCK_STYLES = frozenset("|>")
COLON = ":"
MOST_KEPT = 64
"""As many as are edited at a time: while somebody types, one text is revised again and again."""


class UnfitError(Exception):
    """The text is written in a way that is not changed in parts."""


class Node(Struct, frozen=True):
    """A node of a text: `begin` to `end` are its offsets, in block style to the end of its last line.

    `style` is the quote or sign of a text; `in_line` says that it stands in brackets, or is a text on one line.
    """

    begin: int
    end: int
    column: int
    raw: str | None
    style: str = ""
    in_line: bool = True
    entries: tuple[Entry, ...] = ()
    is_list: bool = False
    value: Written | None = None

    @property
    def is_text(self) -> bool:
        """Tell whether it is a text, or nothing."""
        return self.raw is not None


class Entry(Struct, frozen=True):
    """A key with its value, or an item of a list; `held` is where the value's own part begins: after colon or dash."""

    key: str
    begin: int
    held: int
    end: int
    node: Node


@lru_cache(MOST_KEPT)
def outline_of(text: str) -> Outline:
    """Return the nodes of a text; raise UnfitError where they cannot be told."""
    return Outline(text)


class Outline:
    """The nodes of one text; raise UnfitError where they cannot be told."""

    def __init__(self, text: str) -> None:
        self.text = text
        try:
            composed = YAML(typ="rt").compose(text)
        except YAMLError as fault:
            raise UnfitError from fault
        if not isinstance(composed, MappingNode) or composed.flow_style:
            raise UnfitError
        self.root = self._node(composed, 0)

    def line_end(self, offset: int) -> int:
        """Return where the line ends that an offset stands in, before its break."""
        found = self.text.find("\n", offset)
        end = len(self.text) if found < 0 else found
        return end - 1 if end > offset and self.text[end - 1] == "\r" else end

    def line_begin(self, offset: int) -> int:
        """Return where the line begins that an offset stands in."""
        return self.text.rfind("\n", 0, offset) + 1

    def _node(self, node: Any, floor: int) -> Node:
        """Return a node; `floor` is where the text after its key's colon or its dash begins."""
        begin, end, column = node.start_mark.index, node.end_mark.index, node.start_mark.column
        if isinstance(node, ScalarNode):
            return self._scalar(node, floor)
        if node.flow_style:
            entries = self._flow_entries(node)
        elif isinstance(node, SequenceNode):
            entries = self._items(node)
            begin, end = entries[0].begin, entries[-1].end
        else:
            entries = tuple(self._pair(*pair, in_line=False) for pair in node.value)
            end = entries[-1].end
        is_list = isinstance(node, SequenceNode)
        raw: Written = (
            [each.node.value or "" for each in entries]
            if is_list
            else {each.key: each.node.value or "" for each in entries}
        )
        return Node(begin, end, column, None, "", bool(node.flow_style), entries, is_list, plain_value(raw))

    def _scalar(self, node: Any, floor: int) -> Node:
        style = node.style or ""
        begin, end, value = node.start_mark.index, node.end_mark.index, str(node.value)
        if not style and not value:
            return Node(floor, floor, node.start_mark.column, "", "", True, (), False, None)
        if style in BLOCK_STYLES:
            end = begin + len(self.text[begin:end].rstrip())
            return Node(
                begin, self.line_end(end), node.start_mark.column, value, style, False, value=plain_value(value)
            )
        return Node(begin, end, node.start_mark.column, value, style, value=plain_value(value))

    def _pair(self, key: Any, value: Any, *, in_line: bool) -> Entry:
        if not isinstance(key, ScalarNode):
            raise UnfitError
        colon = self.text.find(COLON, key.end_mark.index)
        if colon < 0 or self.text[key.end_mark.index : colon].strip(" "):
            raise UnfitError
        node = self._node(value, colon + 1)
        end = node.end if in_line else self.line_end(node.end)
        return Entry(str(key.value), key.start_mark.index, colon + 1, end, node)

    def _items(self, node: Any) -> tuple[Entry, ...]:
        """Return the items of a list with dashes, all of which stand in one column."""
        found: list[Entry] = []
        dash = node.start_mark.index
        for each in node.value:
            if found:
                dash = self._next_dash(found[-1].end, node.start_mark.column)
            below = self._node(each, dash + 1)
            found.append(Entry("", dash, dash + 1, self.line_end(below.end), below))
        return tuple(found)

    def _next_dash(self, offset: int, column: int) -> int:
        while (begin := self.text.find("\n", offset) + 1) > 0:
            dash = begin + column
            if self.text[dash : dash + 1] == "-" and not self.text[begin:dash].strip(" "):
                return dash
            offset = begin
        raise UnfitError

    def _flow_entries(self, node: Any) -> tuple[Entry, ...]:
        if isinstance(node, MappingNode):
            return tuple(self._pair(*pair, in_line=True) for pair in node.value)
        below = [self._node(each, each.start_mark.index) for each in node.value]
        return tuple(Entry("", each.begin, each.begin, each.end, each) for each in below)
