"""Takes the parts of a Word file, gives the document as Word would lay it out: paragraphs, runs, sections, effective."""

from docgen.inspection.word.document import (
    Document,
    Edge,
    Indents,
    PageNumber,
    Paragraph,
    Run,
    Section,
    Spacing,
    Table,
)
from docgen.inspection.word.reading import read

__all__ = [
    "Document",
    "Edge",
    "Indents",
    "PageNumber",
    "Paragraph",
    "Run",
    "Section",
    "Spacing",
    "Table",
    "read",
]
