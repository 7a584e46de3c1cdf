"""Takes a Word template of docgen's and its context, gives the same template and data in docxtemplater's language.

Every condition and loop stays where it is. Names lose the variable of their loop, as docxtemplater looks a name up in the
item at hand; the lines of a title, which docgen's filter makes, are made beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy

from benchmarks.peers.tree import TEXT, Condition, Loop, Node, P, tree_of
from lxml import etree

from docgen.ooxml.names import w
from docgen.page.title_lines import title_lines
from docgen.view import Plain

_PRINTED = re.compile(r"{{ ?(.*?) ?}}")
_TITLE = re.compile(r"\((\w+)\) \| 标题行\((\d+)\)")
_INLINE = re.compile(r"{% ?(if|endif) ?(.*?) ?%}")
IF = "?"
"""Opens the name of a condition: worker.js answers it with true or false."""


def converted(document: bytes) -> bytes:
    """Return word/document.xml in docxtemplater's language."""
    root = etree.fromstring(document)
    body = root[0]
    written = list(_written(tree_of(list(body)), ()))
    body[:] = written
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def data(context: dict[str, Plain]) -> dict[str, Plain]:
    """Return the context with the lines of its title."""
    return {**context, "标题行20": "\n".join(title_lines(str(context["标题"]), 20))}


def printed(text: str, variables: tuple[str, ...] = ()) -> str:
    """Translate the tags inside of a text."""
    tests: list[str] = []

    def statement(found: re.Match[str]) -> str:
        if found[1] == "if":
            tests.append(_names(found[2], variables))
            return f"{{#{IF}{tests[-1]}}}"
        return f"{{/{IF}{tests.pop()}}}"

    text = _TITLE.sub(r"\1行\2", text)
    text = _INLINE.sub(statement, text)
    return _PRINTED.sub(lambda found: f"{{{_names(found[1], variables)}}}", text)


def _written(nodes: Iterable[Node], variables: tuple[str, ...]) -> Iterator[etree._Element]:
    for node in nodes:
        if isinstance(node, Condition):
            yield from _condition(node, variables)
        elif isinstance(node, Loop):
            yield from _loop(node, variables)
        else:
            yield _element(node, variables)


def _condition(node: Condition, variables: tuple[str, ...]) -> Iterator[etree._Element]:
    test = IF + _names(node.test, variables)
    yield _tag(f"{{#{test}}}")
    yield from _written(node.then, variables)
    yield _tag(f"{{/{test}}}")
    if node.otherwise:
        yield _tag(f"{{^{test}}}")
        yield from _written(node.otherwise, variables)
        yield _tag(f"{{/{test}}}")


def _loop(node: Loop, variables: tuple[str, ...]) -> Iterator[etree._Element]:
    over = _names(node.over, variables)
    inner = list(_written(node.body, (*variables, node.variable)))
    if inner[0].tag == P:
        yield from (_tag(f"{{#{over}}}"), *inner, _tag(f"{{/{over}}}"))
        return
    first, last = next(inner[0].iter(TEXT)), list(inner[-1].iter(TEXT))[-1]
    first.text = f"{{#{over}}}{first.text}"
    last.text = f"{last.text}{{/{over}}}"
    yield from inner


def _element(element: etree._Element, variables: tuple[str, ...]) -> etree._Element:
    made = deepcopy(element)
    made.tail = None
    for table in made.iter(w("tbl")):
        rows = list(_written(tree_of(list(table)), variables))
        table[:] = rows
    if made.tag != w("tbl"):
        _translate(made, variables)
    return made


def _translate(element: etree._Element, variables: tuple[str, ...]) -> None:
    for text in element.iter(TEXT):
        text.text = printed(text.text or "", variables)


def _names(expression: str, variables: tuple[str, ...]) -> str:
    """Return an expression whose names are those of the item at hand."""
    for variable in variables:
        expression = re.sub(rf"\b{variable}\.", "", expression)
    return "." if expression in variables else expression


def _tag(text: str) -> etree._Element:
    paragraph = etree.Element(P)
    etree.SubElement(etree.SubElement(paragraph, w("r")), TEXT).text = text
    return paragraph
