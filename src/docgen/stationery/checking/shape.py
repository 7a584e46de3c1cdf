"""Takes a view's type, gives its shape: which labels, lists and pictures a template may ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, get_args, get_origin

from msgspec import Struct, field

from docgen.documents.frame import FRAME, SOURCES, SourceRow
from docgen.stationery.placeholders import EACH
from docgen.view import Chart, Picture, View, labels, shown

Path: TypeAlias = tuple[str, ...]
_FRAMED = "stands around every view"


class Shape(Struct, frozen=True):
    """What a path of a view leads to: labels below it, items of a list, or a leaf; `unused` as in `view.label`."""

    labels: Mapping[str, Shape] = field(default_factory=dict)
    item: Shape | None = None
    picture: bool = False
    flag: bool = False
    unused: str = ""

    @property
    def is_leaf(self) -> bool:
        """Tell whether it is said as it is."""
        return not self.labels and self.item is None

    def leaves(self, path: Path = ()) -> Iterator[tuple[Path, Shape]]:
        """Yield (path, leaf) of every leaf below; `*` is any item of a list."""
        if self.item is not None:
            yield from self.item.leaves((*path, EACH))
        for label, shape in self.labels.items():
            yield from shape.leaves((*path, label))
        if self.is_leaf:
            yield path, self


def shape_of(view: type[View]) -> Shape:
    """Return the shape of a kind's view, the names of its frame included."""
    return Shape({**_labels(view), **{name: Shape(unused=_FRAMED) for name in FRAME}, SOURCES: _APPENDIX})


def _labels(view: type[View]) -> dict[str, Shape]:
    return {label: _shape(of, why) for label, of, why in shown(view)}


def _shape(of: Any, unused: str) -> Shape:
    if get_origin(of) is tuple:
        return Shape(item=_shape(get_args(of)[0], unused))
    if isinstance(of, type) and issubclass(of, View):
        return Shape(_labels(of), unused=unused)
    kinds = (of, *get_args(of))
    return Shape(picture=Picture in kinds or Chart in kinds, flag=bool in kinds, unused=unused)


_APPENDIX = Shape(item=Shape({text: Shape(unused=_FRAMED) for _, text in labels(SourceRow)}))
