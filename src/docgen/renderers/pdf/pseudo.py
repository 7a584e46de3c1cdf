"""Takes the pseudo-elements that WeasyPrint's own sheet gives to every element, gives their styles when one is asked for.

A marker and calls and marks of notes are styled for each element of a page; hardly any is shown.
"""

from __future__ import annotations

from typing import Any

from weasyprint.css import StyleFor

_SELDOM = frozenset({"marker", "footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"})

_set_styles = StyleFor.set_computed_styles
_style_for = StyleFor.__call__


def set_styles(styles: Any, element: Any, parent: Any, *rest: Any, pseudo_type: Any = None, **options: Any) -> None:
    """Begin the style of an element as WeasyPrint does, that of most pseudo-elements later."""
    cascaded = styles.get_cascaded_styles().get((element, pseudo_type), {})
    # What can be linked to must be known at once.
    if pseudo_type not in _SELDOM or "anchor" in cascaded or rest:
        _set_styles(styles, element, parent, *rest, pseudo_type=pseudo_type, **options)
        return
    waiting = styles.__dict__.setdefault("docgen_waiting", {})
    waiting[element, pseudo_type] = (parent, cascaded, options)


def style_for(styles: Any, element: Any, pseudo_type: Any = None) -> Any:
    """Return the style of an element, as WeasyPrint does."""
    if pseudo_type in _SELDOM and (
        waited := styles.__dict__.get("docgen_waiting", {}).pop((element, pseudo_type), None)
    ):
        parent, cascaded, options = waited
        styles.get_cascaded_styles()[element, pseudo_type] = cascaded
        _set_styles(styles, element, parent, pseudo_type=pseudo_type, **options)
        del styles.get_cascaded_styles()[element, pseudo_type]
    return _style_for(styles, element, pseudo_type)
