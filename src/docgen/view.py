"""Takes what one paper says, gives it as a tree with known leaves, and that tree as plain data.

A view is a frozen Struct whose fields are named by the paper's own labels. Its leaves are `str`, `bool`, `Figure`,
`Typed`, `Gap`, `Picture`, `Chart` and `Private`, and nothing else; templates see only what `dump` makes of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self, TypeAlias, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Struct, field

from docgen.counted import Chart, ChartKind, Figure, Series, Way, charted
from docgen.findings import Place
from docgen.vocabulary import gap_text

__all__ = [
    "PICTURE_TOKEN",
    "Audience",
    "Chart",
    "ChartKind",
    "Figure",
    "Gap",
    "Leaf",
    "Link",
    "Picture",
    "Plain",
    "Private",
    "Reader",
    "Series",
    "Text",
    "Typed",
    "Unused",
    "View",
    "Way",
    "charted",
    "dump",
    "gaps",
    "label",
    "labels",
    "leaves",
    "paths",
    "pictures",
    "shown",
    "values",
]

PICTURE_TOKEN = "picture:"


class Audience(StrEnum):
    """Who may read a paper."""

    PUBLIC = "公开"
    INTERNAL = "内部"
    CONFIDENTIAL = "保密"


class Link(str):
    """A text that is called `name` on a page and leads to the place called `to`."""

    __slots__ = ("name", "to")
    name: str
    to: str

    def __new__(cls, text: str, name: str, to: str) -> Self:
        """Make a text of its own kind."""
        made = super().__new__(cls, text)
        made.name, made.to = name, to
        return made


class Typed(Struct, frozen=True):
    """A value of a record, as printed, with what a spreadsheet keeps of it: a day, an amount, a number."""

    value: date | Decimal | int
    text: str


class Gap(Struct, frozen=True):
    """What a paper needs and no record says: its label, and the place where it should have been written."""

    label: str
    place: Place


class Picture(Struct, frozen=True):
    """A picture of the workspace by its content's sha256, with its size in pixels and its caption."""

    sha256: str
    width: int
    height: int
    caption: str = ""


class Private(Struct, frozen=True):
    """A value that only some audiences may read, and what the others see.

    `least` is the widest audience that may read it: a paper for a wider one shows the mask. `field` is the label of
    the private field that it tells of.
    """

    value: Text | bool
    masked: str
    least: Audience = Audience.INTERNAL
    field: str = ""


class Reader(Struct, frozen=True):
    """Who reads a paper: its audience, and the fields that the paper names to show them beyond its audience.

    `tightened` says for which fields an organisation allows only a narrower audience.
    """

    audience: Audience = Audience.INTERNAL
    named: frozenset[str] = frozenset()
    tightened: Mapping[str, Audience] = field(default_factory=dict)

    def may_read(self, private: Private) -> bool:
        """Tell whether the reader sees the value and not its mask."""
        order = list(Audience)
        least = max(private.least, self.tightened.get(private.field, private.least), key=order.index)
        return private.field in self.named or order.index(self.audience) >= order.index(least)


Text: TypeAlias = str | Figure | Typed | Gap | Private
Leaf: TypeAlias = str | bool | Figure | Typed | Gap | Picture | Chart | Private
Plain: TypeAlias = "str | bool | int | float | date | Decimal | list[Plain] | dict[str, Plain]"


class Unused(Struct, frozen=True):
    """Says of a view's field, beside its type, why no template shows it."""

    why: str


def label(name: str, *, default: Any = NODEFAULT) -> Any:
    """Declare a view's field by the paper's own label."""
    return field(name=name, default=default)


class View(Struct, frozen=True):
    """The base of every view, whose fields are declared with `label`."""


def labels(view: View | type[View]) -> tuple[tuple[str, str], ...]:
    """Return (attribute, label) of each field of a view."""
    of = view if isinstance(view, type) else type(view)
    if of not in _LABELS:
        _LABELS[of] = tuple(zip(of.__struct_fields__, of.__struct_encode_fields__, strict=True))
    return _LABELS[of]


# Every paper is walked several times.
_LABELS: dict[type[View], tuple[tuple[str, str], ...]] = {}


def shown(view: type[View]) -> Iterator[tuple[str, Any, str]]:
    """Yield (label, type, why no template shows it) of each field of a type of views."""
    types = get_type_hints(view, include_extras=True)
    for name, text in labels(view):
        of, why = types[name], ""
        if get_origin(of) is Annotated:
            of, unused = get_args(of)
            why = unused.why
        yield text, of, why


def paths(view: type[View], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield (path of labels, why it is not shown) for each leaf that views of a type have; `*` is any item of a list."""
    for text, of, why in shown(view):
        path, inner = (*above, text), of
        while get_origin(inner) is tuple:
            path, inner = (*path, "*"), get_args(inner)[0]
        if isinstance(inner, type) and issubclass(inner, View):
            yield from paths(inner, path)
        else:
            yield path, why


def dump(
    view: View,
    reader: Reader | Audience = Audience.INTERNAL,
    *,
    typed: bool = False,
    links: Mapping[int, Link] | None = None,
) -> dict[str, Plain]:
    """Return a view as plain data for templates: never None, a Figure as its text (`typed`: as its number).

    `links` are texts for some of the view's own Figures, by their `id`, that lead elsewhere on the page.
    """
    branch = _Dump(reader if isinstance(reader, Reader) else Reader(reader), typed, links or {})
    return branch.view(view)


def leaves(view: View, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Leaf]]:
    """Yield (path of labels and indexes, leaf) for each leaf of a view, a Private's inner leaf and a Chart's figures included."""
    for name, text in labels(view):
        yield from _leaves(getattr(view, name), (*path, text))


def gaps(view: View) -> list[Gap]:
    """Return the gaps of a view in reading order."""
    return [leaf for leaf in values(view) if isinstance(leaf, Gap)]


def pictures(view: View) -> list[Picture]:
    """Return the pictures of a view in reading order."""
    return [leaf for leaf in values(view) if isinstance(leaf, Picture)]


def values(view: View) -> list[Leaf]:
    """Return the leaves of a view in reading order, what a Private or a Chart holds behind it; paths would take most of the time."""
    found: list[Leaf] = []
    _gather(view, found)
    return found


def _gather(value: Any, found: list[Leaf]) -> None:
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, tuple):
        for each in value:
            _gather(each, found)
    elif isinstance(value, View):
        for name, _ in labels(value):
            _gather(getattr(value, name), found)
    else:
        found.append(value)
        if isinstance(value, Private):
            _gather(value.value, found)
        elif isinstance(value, Chart):
            found.extend(value.figures)


def _leaves(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Leaf]]:
    if isinstance(value, View):
        yield from leaves(value, path)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _leaves(each, (*path, index))
    elif isinstance(value, Private):
        yield path, value
        yield from _leaves(value.value, path)
    elif isinstance(value, Chart):
        yield path, value
        for figure in value.figures:
            yield path, figure
    elif isinstance(value, str | bool | Figure | Typed | Gap | Picture):
        yield path, value
    else:
        raise TypeError(f"{path}: {type(value).__name__} is no leaf of a view")


class _Dump:
    """One walk from a view to plain data."""

    def __init__(self, reader: Reader, typed: bool, links: Mapping[int, Link]) -> None:
        self.reader = reader
        self.typed = typed
        self.links = links
        self.rules: dict[type, Callable[[Any], Plain]] = {
            bool: bool,
            Figure: self.figure,
            Typed: self.figure,
            Gap: lambda gap: gap_text(gap.label),
            Picture: lambda picture: PICTURE_TOKEN + picture.sha256,
            Chart: lambda chart: chart.token,
            Private: self.private,
            tuple: lambda items: [self.value(each) for each in items],
        }

    def view(self, view: View) -> dict[str, Plain]:
        return {text: self.value(getattr(view, name)) for name, text in labels(view)}

    def value(self, value: Any) -> Plain:
        if type(value) is str:
            return value
        if isinstance(value, View):
            return self.view(value)
        if isinstance(value, str):
            return str(value)
        return self.rules[type(value)](value)

    def figure(self, figure: Figure | Typed) -> Plain:
        return figure.value if self.typed else self.links.get(id(figure), figure.text)

    def private(self, private: Private) -> Plain:
        return self.value(private.value) if self.reader.may_read(private) else private.masked
