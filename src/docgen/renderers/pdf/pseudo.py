"""Takes the pseudo-elements that WeasyPrint's own sheet gives to every element, gives their styles when one is asked for.

A marker, and calls and marks of notes, are styled for each element of a page; hardly any is shown.
"""

from __future__ import annotations

from copy import copy
from functools import cache
from math import inf
from typing import Any

from weasyprint import HTML
from weasyprint.css import StyleFor, declaration_precedence

_SELDOM = frozenset({"marker", "footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"})
_OWN = "user agent"

_sheets = HTML._ua_stylesheets  # noqa: SLF001 - it has no public way to its own sheets
_set_styles = StyleFor.set_computed_styles
_style_for = StyleFor.__call__


def own_sheets(document: Any, forms: bool = False) -> list[Any]:
    """Return WeasyPrint's own sheets without what they say of these pseudo-elements of any element."""
    return [_without_seldom(sheet) for sheet in _sheets(document, forms)]


def set_styles(styles: Any, element: Any, parent: Any, *rest: Any, pseudo_type: Any = None, **options: Any) -> None:
    """Begin the style of an element as WeasyPrint does, that of most pseudo-elements later."""
    if pseudo_type not in _SELDOM or rest:
        styles.__dict__.setdefault("docgen_options", options)
        _set_styles(styles, element, parent, *rest, pseudo_type=pseudo_type, **options)
        return
    cascaded = styles.get_cascaded_styles()[element, pseudo_type]
    styles.__dict__.setdefault("docgen_waiting", {})[element, pseudo_type] = cascaded
    # What can be linked to must be known at once.
    if "anchor" in cascaded:
        style_for(styles, element, pseudo_type)


def style_for(styles: Any, element: Any, pseudo_type: Any = None) -> Any:
    """Return the style of an element, as WeasyPrint does."""
    place = (element, pseudo_type)
    if pseudo_type in _SELDOM and place not in styles.get_computed_styles() and hasattr(element, "tag"):
        own = _of_any_element(tuple(sheet for sheet, origin, _ in styles._sheets if origin == _OWN))  # noqa: SLF001
        cascaded = dict(own.get(pseudo_type, {}))
        for name, (value, weight) in styles.__dict__.get("docgen_waiting", {}).get(place, {}).items():
            if name not in cascaded or cascaded[name][1] <= weight:
                cascaded[name] = (value, weight)
        styles.get_cascaded_styles()[place] = cascaded
        _set_styles(styles, element, element, pseudo_type=pseudo_type, **styles.__dict__["docgen_options"])
        del styles.get_cascaded_styles()[place]
    return _style_for(styles, element, pseudo_type)


@cache
def _without_seldom(sheet: Any) -> Any:
    reduced, matcher = copy(sheet), copy(sheet.matcher)
    matcher.other_selectors = [each for each in matcher.other_selectors if each[3] not in _SELDOM]
    reduced.matcher, reduced.docgen_whole = matcher, sheet
    return reduced


@cache
def _of_any_element(sheets: tuple[Any, ...]) -> dict[str, dict[str, Any]]:
    """Return what was left out of reduced sheets: the values of each pseudo-element, with their weights."""
    found: dict[str, dict[str, Any]] = {}
    for sheet in sheets:
        left_out = [each for each in sheet.docgen_whole.matcher.other_selectors if each[3] in _SELDOM]
        for _, specificity, _, pseudo_type, (declarations, _) in left_out:
            for name, values, importance in declarations:
                weight = (declaration_precedence(_OWN, importance), inf, specificity)
                found.setdefault(pseudo_type, {})[name] = (values, weight)
    return found
