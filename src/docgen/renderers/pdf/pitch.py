"""Takes a text that WeasyPrint has split off, gives it the baseline of its paragraph's own font.

WeasyPrint centres what the fonts of a text measure within the height of its line; where a rare character comes from another
font, the text sits lower or higher than its neighbours and the line grows by a point: 21 lines on a page instead of 22.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout.inline import split_text_box

from docgen.renderers.pdf.layouts import strut


def split_on_baseline(*arguments: Any, **options: Any) -> Any:
    """Split a text as WeasyPrint does; its baseline is that of an empty line in its style, whatever fonts stand in."""
    box, resume_at, is_broken = split_text_box(*arguments, **options)
    if box is not None:
        _, baseline = strut(box.style)
        box.margin_top += baseline - box.baseline
        box.margin_bottom -= baseline - box.baseline
        box.baseline = baseline
    return box, resume_at, is_broken
