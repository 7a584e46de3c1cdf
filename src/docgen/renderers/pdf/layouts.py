"""Takes a text and its style, gives Pango's layout of it: what a style alone decides is worked out once per style.

WeasyPrint makes a Pango context, a font description and a list of attributes anew for every text, a second time when the text
is drawn, and a third time where its line is spread. Here a style keeps an empty layout that is copied for each of its texts, and a
text is drawn by the layout with which it was measured.
"""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import TO_UNITS, ffi, gobject, pango
from weasyprint.text.line_break import Layout

from docgen.renderers.pdf.pieces import hold

# A layout of a line has some KB. Beyond so many, layouts are made anew when they are drawn.
MOST_KEPT = 5000
# A paper has some ten.
MOST_MODELS = 256

_set_up = Layout.setup
_set_text = Layout.set_text
_deactivate = Layout.deactivate
_reactivate = Layout.reactivate
_strut = line_break.strut

_read = itemgetter(
    "direction",
    "font_family",
    "font_feature_settings",
    "font_kerning",
    "font_language_override",
    "font_size",
    "font_stretch",
    "font_style",
    "font_variant_alternates",
    "font_variant_caps",
    "font_variant_east_asian",
    "font_variant_ligatures",
    "font_variant_numeric",
    "font_variant_position",
    "font_variation_settings",
    "font_weight",
    "lang",
    "letter_spacing",
    "overflow_wrap",
    "text_decoration_line",
)
_SEPARATOR = re.compile("[\n\r\u2029]")


class _Resting:
    """How many layouts of a document wait to be drawn."""

    count = 0


def set_up(layout: Any, style: Any) -> None:
    """Begin a layout in a style, as WeasyPrint does."""
    model = style.__dict__.get("docgen_layout")
    if model is None:
        model = style.__dict__["docgen_layout"] = _model_of(style)
    layout.__dict__.update(model)
    layout.style = style
    layout.layout = ffi.gc(pango.pango_layout_copy(model["layout"]), gobject.g_object_unref)


def set_text(layout: Any, text: str, justify: bool = False) -> None:
    """Give a layout its text, as WeasyPrint does; where it may be broken, hold pieces together."""
    if layout.is_held:
        _let_go(layout)
    single = _SEPARATOR.search(text) is None
    if single is not layout.is_single:
        layout.is_single = single
        pango.pango_layout_set_single_paragraph_mode(layout.layout, single)
    if layout.style["word_spacing"] or (justify and layout.justification_spacing) or "\t" in text:
        _set_text(layout, text, justify)
    else:
        _set_plain_text(layout, text)
    if pango.pango_layout_get_width(layout.layout) >= 0:
        attributes = _attributes(layout)
        layout.is_held = hold(attributes, layout.text)
        if layout.is_held:
            pango.pango_layout_set_attributes(layout.layout, attributes)


def rest(layout: Any) -> None:
    """Leave off a layout until it is drawn; once drawn, for good."""
    if layout.__dict__.pop("is_roused", False) or _Resting.count >= MOST_KEPT:
        _deactivate(layout)
    else:
        _Resting.count += 1


def rouse(layout: Any, style: Any) -> None:
    """Take a layout up again to draw it: as it is, unless its spaces are to be widened."""
    if layout.__dict__.get("style") is not style or layout.justification_spacing:
        _reactivate(layout, style)
    layout.is_roused = True


def forget_layouts() -> None:
    """Begin to count anew how many layouts are kept: with every document."""
    _Resting.count = 0


def strut(style: Any) -> Any:
    """Return the height of a line in a style, and its baseline, as WeasyPrint does; once per style."""
    known = style.__dict__.get("docgen_strut")
    if known is None:
        known = style.__dict__["docgen_strut"] = _strut(style)
    return known


def _model_of(style: Any) -> dict[str, Any]:
    """Return the empty layout of a style, one for all styles that agree in what decides it: those of many papers do."""
    models: dict[str, dict[str, Any]] = style.font_config.__dict__.setdefault("docgen_layouts", {})
    key = str(_read(style))
    if key not in models:
        if len(models) >= MOST_MODELS:
            models.clear()
        models[key] = _model(style)
    return models[key]


def _model(style: Any) -> dict[str, Any]:
    _declare()
    model = Layout.__new__(Layout)
    _set_up(model, style)
    attributes = _attributes(model)
    spacing = style["letter_spacing"]
    # Both hold for the whole of any text, so that they need not be set for each.
    if spacing != "normal" and spacing:
        pango.pango_attr_list_change(attributes, pango.pango_attr_letter_spacing_new(int(spacing * TO_UNITS)))
    if style["overflow_wrap"] in ("anywhere", "break-word"):
        pango.pango_attr_list_change(attributes, pango.pango_attr_insert_hyphens_new(False))
    pango.pango_layout_set_attributes(model.layout, attributes)
    pango.pango_layout_set_single_paragraph_mode(model.layout, True)
    model.is_held = False
    model.is_single = True
    return {key: value for key, value in vars(model).items() if key != "style"}


def _set_plain_text(layout: Any, text: str) -> None:
    index = text.find("\n")
    layout.text = text if index == -1 else text[: index + 2]
    encoded = layout.text.encode().replace(b"\x00", b"")
    pango.pango_layout_set_text(layout.layout, encoded, len(encoded))


def _let_go(layout: Any) -> None:
    """Take back what was said of the pieces of another text."""
    model = layout.style.__dict__["docgen_layout"]["layout"]
    attributes = pango.pango_attr_list_copy(pango.pango_layout_get_attributes(model))
    pango.pango_layout_set_attributes(layout.layout, attributes)
    pango.pango_attr_list_unref(attributes)
    layout.is_held = False


def _attributes(layout: Any) -> Any:
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    return attributes


@cache
def _declare() -> None:
    """Make known to cffi what WeasyPrint does not use of Pango."""
    ffi.cdef(
        """
        PangoLayout * pango_layout_copy (PangoLayout *layout);
        int pango_layout_get_width (PangoLayout *layout);
        PangoAttribute * pango_attr_allow_breaks_new (gboolean allow_breaks);
        PangoAttrList * pango_attr_list_copy (PangoAttrList *list);
        """,
        override=True,
    )
