"""Takes finished pages of a pdf, gives where everything on them stands and what of it is as GB/T 9704 has it."""

from __future__ import annotations

from docgen.inspection.ruler.measured import Item, Measured
from docgen.inspection.ruler.measures import MEASURES, measure
from docgen.inspection.ruler.reading import read
from docgen.inspection.ruler.sheet import Box, Face, Glyph, Line, Printed, Sheet, Stroke

__all__ = [
    "MEASURES",
    "Box",
    "Face",
    "Glyph",
    "Item",
    "Line",
    "Measured",
    "Printed",
    "Sheet",
    "Stroke",
    "measure",
    "read",
]
