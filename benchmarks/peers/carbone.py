"""Takes a Word template of docgen's and its context, gives the same template and data in Carbone's language.

A condition becomes a loop over one item or none, as Carbone repeats a part from the mark [i] to the mark [i+1]. What its
free edition cannot say is settled in the data beforehand, which takes work off it: conditions inside of a text, the lines of
a title, the names in the file's properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from benchmarks.peers.tree import TEXT, Condition, Loop, Node, text_of, tree_of
from jinja2 import Environment
from lxml import etree

from docgen.ooxml.names import w
from docgen.page.title_lines import title_lines
from docgen.view import Plain

_TAG = re.compile(r"{{ ?(.*?) ?}}")
_language = Environment(autoescape=False)  # noqa: S701 - Carbone escapes what it is given
_language.filters["标题行"] = lambda title, width: "\n".join(title_lines(str(title), width))


@dataclass
class _Scope:
    """Where an element stands: the loop's variable, its path, all items that it will see, and the names around each."""

    path: str
    items: list[dict[str, Any]]
    names: list[dict[str, Any]]
    spare: list[int] = field(default_factory=lambda: [0])

    def named(self, kind: str) -> str:
        """Return a name that is not in use."""
        self.spare[0] += 1
        return f"{kind}{self.spare[0]}"


def converted(document: bytes, context: dict[str, Plain]) -> tuple[bytes, dict[str, Any]]:
    """Return word/document.xml in Carbone's language, and the data for it."""
    root = etree.fromstring(document)
    data: dict[str, Any] = {}
    body = root[0]
    body[:] = list(_written(tree_of(list(body)), _Scope("d", [data], [dict(context)])))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), data


def settled(text: str, context: dict[str, Plain]) -> str:
    """Fill a text of another part beforehand: Carbone's parts hold what they will say."""
    return _language.from_string(text).render(context)


def _written(nodes: Iterable[Node], scope: _Scope) -> Iterator[etree._Element]:
    for node in nodes:
        if isinstance(node, Condition):
            yield from _condition(node, scope)
        elif isinstance(node, Loop):
            yield from _loop(node, scope, _language.compile_expression(node.over), node.variable)
        else:
            yield _element(node, scope)


def _condition(node: Condition, scope: _Scope) -> Iterator[etree._Element]:
    holds = _language.compile_expression(node.test)
    yield from _loop(Loop("", "", node.then), scope, lambda **names: [names] if holds(**names) else [], "")
    if node.otherwise:
        yield from _loop(Loop("", "", node.otherwise), scope, lambda **names: [] if holds(**names) else [names], "")


def _loop(node: Loop, scope: _Scope, over: Any, variable: str) -> Iterator[etree._Element]:
    name = scope.named("list")
    items: list[dict[str, Any]] = []
    names: list[dict[str, Any]] = []
    for item, around in zip(scope.items, scope.names, strict=True):
        found = over(**around) or []
        item[name] = [{"at": ""} for _ in found]
        items += item[name]
        names += [{**around, **({variable: each} if variable else {})} for each in found]
    inner = _Scope(f"{scope.path}.{name}[i]", items, names, scope.spare)
    body = list(_written(node.body, inner))
    if inner.path not in text_of(body[0]):
        _mark(body[0], f"{{{inner.path}.at}}")
    closing = deepcopy(body[0])
    for text in list(closing.iter(TEXT)):
        text.text = ""
    _mark(closing, f"{{{scope.path}.{name}[i+1].at}}")
    yield from (*body, closing)


def _element(element: etree._Element, scope: _Scope) -> etree._Element:
    made = deepcopy(element)
    made.tail = None
    for table in made.iter(w("tbl")):
        table[:] = list(_written(tree_of(list(table)), scope))
    if made.tag != w("tbl"):
        for text in made.iter(TEXT):
            text.text = _printed(text.text or "", scope)
    return made


def _printed(text: str, scope: _Scope) -> str:
    """Translate a text's tags; one with a condition inside is written out as a whole."""
    if "{%" in text:
        return _value(text, scope)
    return _TAG.sub(lambda found: _value(found[0], scope), text)


def _value(source: str, scope: _Scope) -> str:
    name = scope.named("text")
    filled = _language.from_string(source)
    for item, names in zip(scope.items, scope.names, strict=True):
        item[name] = filled.render(names)
    return f"{{{scope.path}.{name}}}"


def _mark(element: etree._Element, tag: str) -> None:
    text = next(element.iter(TEXT))
    text.text = tag + (text.text or "")
