"""Takes a box that is about to be laid out, gives it the lengths of its style: at once where none is a percentage.

WeasyPrint asks the style for eighteen lengths one by one, for every box and every line anew.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import percent

_SIDES = ("top", "right", "bottom", "left")
_AXES = ("width", "height")
_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)
_LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    *(f"{bound}{axis}" for axis in _AXES for bound in ("", "min_", "max_")),
)
_AROUND = {"width": ("left", "right"), "height": ("top", "bottom")}

_resolve = percent.resolve_percentages
_read = itemgetter(*(*_LENGTHS, *_BORDERS, "box_sizing", "border_collapse"))


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Give a box the lengths of its style, as WeasyPrint does."""
    if not isinstance(box, Box):
        _resolve(box, containing_block)
        return
    values = _read(box.style)
    known = box.style.__dict__.get("docgen_lengths")
    # A style may be changed between two layouts.
    if known is None or known[0] != values:
        known = box.style.__dict__["docgen_lengths"] = (values, _used(values))
    used = known[1]
    if used is None or (values[-1] == "collapse" and _has_borders_of_its_own(box, used)):
        _resolve(box, containing_block)
    else:
        box.__dict__.update(used)


def _used(values: tuple[Any, ...]) -> dict[str, Any] | None:
    """Return the lengths, or None where they depend on something outside the style."""
    used = {}
    for name, value in zip(_LENGTHS, values, strict=False):
        if value is not None and value != "auto" and getattr(value, "unit", "%") == "%":
            return None
        used[name] = value if value is None or value == "auto" else value.value
        if used[name] == "auto" and name.startswith("min_"):
            used[name] = 0
    borders = values[len(_LENGTHS) : len(_LENGTHS) + len(_BORDERS)]
    used.update(zip(_BORDERS, borders, strict=True))
    for axis in _AXES:
        _shrink(used, axis, values[-2])
    return used


def _shrink(used: dict[str, Any], axis: str, sizing: str) -> None:
    """Take from what a box measures what its sizing counts with it."""
    padding = sum(used[f"padding_{side}"] for side in _AROUND[axis])
    border = sum(used[f"border_{side}_width"] for side in _AROUND[axis])
    around = {"border-box": padding + border, "padding-box": padding}.get(sizing, 0)
    if around > 0:
        for name in (axis, f"min_{axis}", f"max_{axis}"):
            if used[name] != "auto":
                used[name] = max(0, used[name] - around)


def _has_borders_of_its_own(box: Any, used: dict[str, Any]) -> bool:
    """Tell whether a box was given other borders than its style's, as cells are whose borders collapse."""
    return any(box.__dict__.get(name, used[name]) != used[name] for name in _BORDERS)
