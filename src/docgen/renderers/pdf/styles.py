"""Takes a property that no rule of a style sheet names, gives its value: inherited or initial, by the short way.

Most properties of most elements are not named. WeasyPrint looks each up by the way that serves variables, directions and
calculations too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint import css
from weasyprint.css import AnonymousStyle, ComputedStyle
from weasyprint.css.computed_values import COMPUTER_FUNCTIONS, PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

_compute = ComputedStyle.__missing__
_begin = ComputedStyle.__init__
_begin_anonymous = AnonymousStyle.__init__
_find_attributes = css.find_style_attributes

# These depend on their ancestors, or on each other, in ways of their own.
_SPECIAL = frozenset({"page", "position", "float", "display"})
_PROPAGATED = "text_decoration_"

_PLAIN = frozenset(key for key in INITIAL_VALUES if key not in _SPECIAL and not key.startswith(_PROPAGATED))

# What a physical property is called in a text of one direction.
_LOGICAL: dict[str, dict[str, str]] = {
    direction: {key: name(block="ttb", inline=direction) for key, name in PHYSICAL_FUNCTIONS.items()}
    for direction in ("ltr", "rtl")
}

_LOGICAL_KEYS = frozenset(key for keys in _LOGICAL.values() for key in keys.values())
_INITIAL = {key: INITIAL_VALUES[key] for key in sorted(_PLAIN - INHERITED - INITIAL_NOT_COMPUTED)}
# Their styles are laid over others with all that is in them.
_LAID_OVER = ("first-letter", "first-line")
_OF_AN_ATTRIBUTE = (1, 0, 0)


def begin(style: Any, parent_style: Any, cascaded: Any, pseudo_type: Any, *rest: Any) -> None:
    """Begin a style as WeasyPrint does, and say at once what no rule names."""
    _begin(style, parent_style, cascaded, pseudo_type, *rest)
    if pseudo_type in _LAID_OVER:
        return
    style.update(_INITIAL)
    for key in cascaded:
        style.pop(key, None)
    if not _LOGICAL_KEYS.isdisjoint(cascaded):
        for key in PHYSICAL_FUNCTIONS:
            style.pop(key, None)


def begin_anonymous(style: Any, parent_style: Any) -> None:
    """Begin the style of a box that no element has made, as `begin` does."""
    style.update(_INITIAL)
    _begin_anonymous(style, parent_style)


def find_attributes(tree: Any, presentational_hints: Any = False, base_url: Any = None) -> Iterator[Any]:
    """Yield what is declared for single elements, as WeasyPrint does; equal attributes as the same declarations.

    Elements with the same declarations under one parent share their style, and so do all elements in them.
    """
    same: dict[str, Any] = {}
    for specificity, element, declarations, base in _find_attributes(tree, presentational_hints, base_url):
        shared = declarations
        if specificity == _OF_AN_ATTRIBUTE:
            shared = same.setdefault(element.get("style"), declarations)
        yield specificity, element, shared, base


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
    if style.parent_style is None:
        return _compute(style, key)
    value = style.parent_style[key]
    if not isinstance(value, str) and check_math(value):
        return _compute(style, key)
    style[key] = value
    return value


def varied(style: Any, name: str, value: str) -> Any:
    """Return a style with another value of one property, the same object every time."""
    known = f"docgen_{name}_{value}"
    kept = style.__dict__.get(known)
    if kept is None:
        kept = style.__dict__[known] = style.copy()
        kept[name] = value
    return kept
