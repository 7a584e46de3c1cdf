"""Takes the main part of a Word template of docgen's, gives its tags as a tree: elements, conditions, loops."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from docgen.ooxml.names import w

P, ROW, TEXT = w("p"), w("tr"), w("t")
BLOCKS = {P, w("tbl"), ROW}
_STATEMENT = re.compile(r"{%(?:p|tr) (\w+) ?(.*?) ?%}")
_LOOP = re.compile(r"(\w+) in (\S+)")


@dataclass
class Condition:
    """What stands between `if` and `endif`."""

    test: str
    then: list[Node] = field(default_factory=list)
    otherwise: list[Node] = field(default_factory=list)


@dataclass
class Loop:
    """What stands between `for` and `endfor`."""

    variable: str
    over: str
    body: list[Node] = field(default_factory=list)


Node: TypeAlias = "etree._Element | Condition | Loop"


def tree_of(elements: Iterable[etree._Element]) -> list[Node]:
    """Read siblings whose tags stand in paragraphs or rows of their own; raise ValueError for tags that do not match."""
    top: list[Node] = []
    open_lists = [top]
    holders: list[Condition | Loop] = []
    for element in elements:
        found = _STATEMENT.fullmatch(text_of(element)) if element.tag in BLOCKS else None
        if found is None:
            open_lists[-1].append(element)
            continue
        word, rest = found.groups()
        if word in {"if", "for"}:
            holder = _opened(word, rest)
            open_lists[-1].append(holder)
            holders.append(holder)
            open_lists.append(holder.then if isinstance(holder, Condition) else holder.body)
        elif word == "else" and isinstance(holders[-1], Condition):
            open_lists[-1] = holders[-1].otherwise
        elif word in {"endif", "endfor"}:
            holders.pop()
            open_lists.pop()
        else:
            raise ValueError(found[0])
    return top


def text_of(element: etree._Element) -> str:
    """Return the text of an element."""
    return "".join(each.text or "" for each in element.iter(TEXT))


def texts(root: etree._Element) -> Iterator[str]:
    """Yield the text of every paragraph, those in tables included."""
    return (text_of(each) for each in root.iter(P))


def _opened(word: str, rest: str) -> Condition | Loop:
    if word == "if":
        return Condition(rest)
    found = _LOOP.fullmatch(rest)
    if found is None:
        raise ValueError(rest)
    return Loop(found[1], found[2])
