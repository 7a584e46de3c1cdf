"""Takes a property that no rule of a style sheet names, gives its value: inherited or initial, by the short way.

Most properties of most elements are not named. WeasyPrint looks each up by the way that serves variables, directions and
calculations too.
"""

from __future__ import annotations

from typing import Any

from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import COMPUTER_FUNCTIONS, PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

_compute = ComputedStyle.__missing__

# These depend on their ancestors, or on each other, in ways of their own.
_SPECIAL = frozenset({"page", "position", "float", "display"})
_PROPAGATED = "text_decoration_"

_PLAIN = frozenset(key for key in INITIAL_VALUES if key not in _SPECIAL and not key.startswith(_PROPAGATED))

# What a physical property is called in a text of one direction.
_LOGICAL: dict[str, dict[str, str]] = {
    direction: {key: name(block="ttb", inline=direction) for key, name in PHYSICAL_FUNCTIONS.items()}
    for direction in ("ltr", "rtl")
}


def compute(style: Any, key: str) -> Any:
    """Compute the value of a property as WeasyPrint does."""
    if key not in _PLAIN or key in style.cascaded:
        return _compute(style, key)
    if key in PHYSICAL_FUNCTIONS and _LOGICAL[style["direction"]][key] in style.cascaded:
        return _compute(style, key)
    if key in INHERITED:
        return _inherit(style, key)
    value = INITIAL_VALUES[key]
    if key in INITIAL_NOT_COMPUTED:
        value = COMPUTER_FUNCTIONS[key](style, key, value)
    style[key] = value
    return value


def _inherit(style: Any, key: str) -> Any:
    if style.parent_style is None or check_math(value := style.parent_style[key]):
        return _compute(style, key)
    style[key] = value
    return value
