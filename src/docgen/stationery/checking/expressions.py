"""Takes an expression of a template and the shape of a view, gives what it means there, or what it asks in vain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from jinja2 import nodes
from msgspec import Struct

from docgen.errors import TemplateError
from docgen.findings import Finding
from docgen.renderers.language import Language
from docgen.renderers.pictures import PICTURE_FILTER, no_chart, no_picture, painting, place
from docgen.renderers.troubles import nearest
from docgen.stationery.checking.faults import fault
from docgen.stationery.checking.marks import Mark
from docgen.stationery.checking.shape import Path, Shape
from docgen.stationery.placeholders import EACH

SAME_ITEMS = frozenset({"sort", "reverse", "list", "unique", "select", "reject", "selectattr", "rejectattr"})
ONE_ITEM = frozenset({"first", "last", "random"})
ALWAYS_THERE = ("caller", "varargs", "kwargs", "self", "super")


class Known(Struct, frozen=True):
    """What an expression means in the view: a path, and the shape of what is there."""

    path: Path
    shape: Shape


Value: TypeAlias = "Known | None"
"""None is a value of which nothing is known, as a macro's argument or a text that a filter made."""
Names: TypeAlias = dict[str, Value]


@dataclass(slots=True)
class Expressions:
    """The expressions of one template; `shown` are the paths that it prints or hands on, `findings` what is not there.

    A line of the source is the mark of that number.
    """

    shape: Shape
    language: Language
    marks: Sequence[Mark]
    shown: set[Path] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def printed(self, node: nodes.Node, names: Names) -> None:
        """Read what is printed: a text, never a whole list, and a picture by its filter."""
        if isinstance(node, nodes.TemplateData):
            return
        if isinstance(node, nodes.CondExpr):
            self.value(node.test, names, shows=False)
            for each in (node.expr1, node.expr2):
                if each is not None:
                    self.printed(each, names)
            return
        value = self.value(node, names)
        if value is not None and not value.shape.is_leaf:
            self.tell("placeholder-whole", node, {"name": said(value.path), "item": _example(value)})
        elif value is not None and value.shape.picture:
            self.tell("picture-unfiltered", node, {"name": said(value.path)})

    def value(self, node: nodes.Node, names: Names, *, shows: bool = True) -> Value:
        """Return what an expression means; `shows` says that the paper shows it and does not just ask for it."""
        match node:
            case nodes.Name():
                found = self._name(node, names)
            case nodes.Getattr():
                found = self._below(node, self.value(node.node, names, shows=False), node.attr)
            case nodes.Getitem():
                found = self._item(node, names)
            case nodes.Filter():
                return self._filtered(node, names, shows=shows)
            case _:
                self._parts(node, names, shows=shows)
                return None
        # Of a flag a paper shows nothing but what depends on it.
        if found is not None and (shows or found.shape.flag):
            self.shown.add(found.path)
        return found

    def tell(self, code: str, node: nodes.Node, values: Mapping[str, str | int]) -> None:
        """Report what is wrong at a node's mark, once."""
        mark = self.marks[min(node.lineno, len(self.marks)) - 1]
        told = fault(code, mark, values)
        if told not in self.findings:
            self.findings.append(told)

    def _parts(self, node: nodes.Node, names: Names, *, shows: bool) -> None:
        """Read the parts of an expression that is a value of its own: a call, a comparison, a condition."""
        if isinstance(node, nodes.Test) and node.name not in self.language.tests:
            self.tell("template-filter-unknown", node, _named(node.name, self.language.tests))
        for child in node.iter_child_nodes():
            is_asked = isinstance(node, nodes.CondExpr) and child is node.test
            self.value(child, names, shows=shows and not is_asked)

    def _name(self, node: nodes.Name, names: Names) -> Value:
        if node.name in names:
            return names[node.name]
        if node.name in self.shape.labels:
            return Known((node.name,), self.shape.labels[node.name])
        if node.name not in self.language.globals and node.name not in ALWAYS_THERE:
            self._unknown(node, node.name, [*names, *self.shape.labels])
        return None

    def _below(self, node: nodes.Node, above: Value, label: str) -> Value:
        if above is None:
            return None
        if label in above.shape.labels:
            return Known((*above.path, label), above.shape.labels[label])
        item = above.shape.item
        if item is not None and label in item.labels:
            values = {"name": label, "list": said(above.path), "value": f"{said(above.path)}.{label}"}
            self.tell("placeholder-in-list", node, values)
        elif above.shape.labels or not hasattr([] if item is not None else "", label):
            self._unknown(node, label, above.shape.labels)
        return None

    def _item(self, node: nodes.Getitem, names: Names) -> Value:
        above = self.value(node.node, names, shows=False)
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if isinstance(key, str):
            return self._below(node, above, key)
        self.value(node.arg, names)
        is_list = above is not None and above.shape.item is not None and isinstance(key, int)
        if above is not None and above.shape.item is not None and is_list:
            return Known((*above.path, EACH), above.shape.item)
        return None

    def _filtered(self, node: nodes.Filter, names: Names, *, shows: bool) -> Value:
        for each in (*node.args, *(pair.value for pair in node.kwargs)):
            self.value(each, names, shows=shows)
        if node.name not in self.language.filters:
            self.tell("template-filter-unknown", node, _named(node.name, self.language.filters))
        value = None if node.node is None else self.value(node.node, names, shows=shows)
        if node.name == PICTURE_FILTER:
            self._picture(node, value)
        if value is not None and node.name in SAME_ITEMS:
            return value
        if value is not None and node.name in ONE_ITEM and value.shape.item is not None:
            return Known((*value.path, EACH), value.shape.item)
        return None

    def _picture(self, node: nodes.Filter, value: Value) -> None:
        if value is not None and not value.shape.picture:
            near = _pictures(self.shape)
            self.tell("picture-filter-on-text", node, {"name": said(value.path), "near": near})
        constants = [*node.args, *(pair.value for pair in node.kwargs)]
        if all(isinstance(each, nodes.Const) for each in constants):
            options = {str(pair.key): pair.value.as_const() for pair in node.kwargs}
            try:
                with painting({}, no_picture, no_chart):
                    place("", *(each.as_const() for each in node.args), **options)
            except TemplateError as error:
                self.tell(error.code, node, error.values)

    def _unknown(self, node: nodes.Node, name: str, siblings: Iterable[str]) -> None:
        """Tell that a name is not there: in which list it is, else what is like it."""
        lists = [path for path, _ in self.shape.leaves() if path[-1] == name and EACH in path]
        if lists and isinstance(node, nodes.Name):
            of = said(lists[0][: lists[0].index(EACH)])
            self.tell("placeholder-in-list", node, {"name": name, "list": of, "value": name})
        else:
            self.tell("placeholder-unknown", node, {"name": name, "near": nearest(name, siblings)})


def said(path: Path) -> str:
    """Return a path as a template writes it, without what says that a list is between."""
    return ".".join(label for label in path if label != EACH)


def _named(name: str, known: Iterable[str]) -> dict[str, str]:
    return {"name": name, "near": nearest(name, known)}


def _example(value: Known) -> str:
    """Return a label by which a part of a whole value is shown."""
    of = value.shape.item or value.shape
    return next(iter(of.labels), "")


def _pictures(shape: Shape) -> str:
    return next((said(path) for path, leaf in shape.leaves() if leaf.picture), "")
