"""Takes texts that WeasyPrint breaks into lines, gives them broken nowhere within a piece (`chinese.whole_pieces`).

On a page in html each piece is an element of its own. Here Pango is told of it by an attribute of the text, and neither boxes nor
layouts are made for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout import inline, preferred
from weasyprint.text.ffi import pango
from weasyprint.text.line_break import get_log_attrs

from docgen.chinese import whole_pieces
from docgen.renderers.pdf.styles import varied

# What a text may be wider than the sum of its parts, each of which Pango rounds.
_MEASURED_APART = 0.05

_WRAPPED = frozenset({"normal", "pre-wrap", "pre-line"})

_can_break_inside = inline.can_break_inside
_line_widths = preferred.inline_line_widths


def hold(attributes: Any, text: str) -> bool:
    """Allow no break within the pieces of a text by attributes; tell whether there are any."""
    done = position = 0
    for start, end in whole_pieces(text):
        position += len(text[done:start].encode())
        attribute = pango.pango_attr_allow_breaks_new(False)
        attribute.start_index = position
        position += len(text[start:end].encode())
        attribute.end_index = position
        pango.pango_attr_list_insert(attributes, attribute)
        done = end
    return done > 0


def can_break_inside(box: Any) -> bool:
    """Tell whether a line may break inside a box, as WeasyPrint does, and not within a piece of its text."""
    return bool(_can_break_inside(box)) and not (isinstance(box, TextBox) and _is_whole(box.text, box.style["lang"]))


def line_widths(
    context: Any,
    box: Any,
    outer: bool,
    is_line_start: bool,
    minimum: bool,
    skip_stack: Any = None,
    first_line: bool = False,
) -> Any:
    """Return the widths of the lines of a box, as WeasyPrint does if each piece is a box: what stands beside it stays there."""
    children = [part for child in box.children for part in _parts(child)] if minimum and skip_stack is None else []
    if all(part in box.children for part in children):
        return _line_widths(context, box, outer, is_line_start, minimum, skip_stack, first_line)
    divided = box.copy_with_children(children)
    widths = _line_widths(context, divided, outer, is_line_start, minimum, skip_stack, first_line)
    return (width and width + _MEASURED_APART for width in widths)


def _parts(box: Any) -> Iterator[Any]:
    """Yield a text as what stands between its pieces, and its pieces; any other box as it is."""
    spans = list(whole_pieces(box.text)) if _is_wrapped(box) else []
    if not spans:
        yield box
        return
    done = 0
    for start, end in spans:
        if done < start:
            yield box.copy_with_text(box.text[done:start])
        piece = box.copy_with_text(box.text[start:end])
        piece.style = varied(box.style, "white_space", "nowrap")
        yield piece
        done = end
    if done < len(box.text):
        yield box.copy_with_text(box.text[done:])


def _is_wrapped(box: Any) -> bool:
    return isinstance(box, TextBox) and box.style["white_space"] in _WRAPPED


def _is_whole(text: str, language: str | None) -> bool:
    """Tell whether each place at which a line may break is within a piece."""
    inside = {place for start, end in whole_pieces(text) for place in range(start + 1, end)}
    if not inside:
        return False
    attributes = get_log_attrs(text, language)
    return not any(attributes[place].is_line_break for place in range(1, len(text)) if place not in inside)
