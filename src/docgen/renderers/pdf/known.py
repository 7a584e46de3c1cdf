"""Takes WeasyPrint 70 and what it is built on, gives what docgen puts in the place of what in them while it makes a pdf.

Two of these change lines of text: they are spread, and stand on the baseline of their own font. All others come to the same pages
by a shorter way, and a fall-back each leads to WeasyPrint's own.
"""

from __future__ import annotations

from typing import Any

import weasyprint
from weasyprint import css
from weasyprint.css import computed_values, units
from weasyprint.css.tokens import Pending
from weasyprint.draw import border as draw_border
from weasyprint.draw import color as draw_color
from weasyprint.draw import text as draw_text
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import absolute, block, column, grid, inline, page, percent, preferred, table
from weasyprint.layout import float as floating
from weasyprint.pdf import fonts
from weasyprint.pdf.stream import Stream
from weasyprint.text import line_break
from weasyprint.text.line_break import Layout

from docgen.renderers.pdf.boxes import color_of, is_in_flow
from docgen.renderers.pdf.embedding import data_of, embed, face_of
from docgen.renderers.pdf.justification import spread
from docgen.renderers.pdf.layouts import rest, rouse, set_text, set_up, strut
from docgen.renderers.pdf.lengths import resolve_percentages
from docgen.renderers.pdf.patterns import READING
from docgen.renderers.pdf.pieces import can_break_inside, line_widths
from docgen.renderers.pdf.pitch import split_on_baseline
from docgen.renderers.pdf.pseudo import own_sheets, set_styles, style_for
from docgen.renderers.pdf.sheets import parse_once
from docgen.renderers.pdf.strings import show_tidy
from docgen.renderers.pdf.styles import begin, begin_anonymous, compute, find_attributes
from docgen.renderers.pdf.variables import solve_once

_LAYOUTS = (absolute, block, column, floating, grid, inline, page, percent, table)
AMENDMENTS: tuple[tuple[Any, str, Any], ...] = (
    (inline, "justify_line", spread),
    (inline, "split_text_box", split_on_baseline),
    (Stream, "show_text", show_tidy),
    (css, "CSS", parse_once),
    (Pending, "solve", solve_once),
    (css.ComputedStyle, "__missing__", compute),
    (css.ComputedStyle, "__init__", begin),
    (css.AnonymousStyle, "__init__", begin_anonymous),
    (weasyprint.HTML, "_ua_stylesheets", own_sheets),
    (css.StyleFor, "set_computed_styles", set_styles),
    (css.StyleFor, "__call__", style_for),
    (css, "find_style_attributes", find_attributes),
    (Box, "is_in_normal_flow", is_in_flow),
    *((place, "get_color", color_of) for place in (draw_border, draw_color, draw_text)),
    *READING,
    *((place, "resolve_percentages", resolve_percentages) for place in _LAYOUTS),
    (fonts, "get_pango_font_hb_face", face_of),
    (fonts, "get_hb_object_data", data_of),
    (fonts.Font, "clean", embed),
    (inline, "can_break_inside", can_break_inside),
    (preferred, "inline_line_widths", line_widths),
    (Layout, "setup", set_up),
    (Layout, "set_text", set_text),
    (Layout, "deactivate", rest),
    (Layout, "reactivate", rouse),
    *((place, "strut", strut) for place in (line_break, inline, units, computed_values)),
)
"""Where, the name there, and what stands there for a while."""
