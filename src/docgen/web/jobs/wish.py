"""Takes what somebody asks to be exported, gives it as known to be possible; takes it from the book of jobs again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from docgen.export import of_period
from docgen.workspace import Workspace


class Wish(Struct, frozen=True):
    """What is to be exported: as the options of `docgen export` say it. No units mean all, no kinds or formats the usual."""

    period: str
    units: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    final: bool = False
    box: bool = False
    sourced: bool = False
    overwrite: bool = False

    def as_plain(self) -> dict[str, Any]:
        """Return the wish as it is written down."""
        return asdict(self)

    def same(self, plain: Mapping[str, Any]) -> bool:
        """Tell whether this wish was written down there."""
        return wish_of(plain) == self


def wish_of(plain: Mapping[str, Any]) -> Wish:
    """Return the wish that was written down."""
    values: dict[str, Any] = {name: tuple(each) if isinstance(each, list) else each for name, each in plain.items()}
    return Wish(**values)


def possible(workspace: Workspace, wish: Wish) -> Wish:
    """Return a wish in docgen's own names; raise UsageError for a unit, period, kind or format that there is none of."""
    order = of_period(workspace, wish.period, kinds=wish.kinds, to=wish.formats, boxed=wish.box, sourced=wish.sourced)
    named = {workspace.unit(name).short for name in wish.units}
    return replace(
        wish,
        period=str(order.period),
        units=tuple(short for short in workspace.units if short in named),
        kinds=order.kinds,
        formats=tuple(each.value for each in order.formats),
    )
