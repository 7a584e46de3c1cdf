"""Takes a Word template and docxtpl's own objects, gives the Word file that docxtpl makes, compiled once.

For programs that use docxtpl already: `CompiledTemplate` stands where `docxtpl.DocxTemplate` stood. docgen's own papers
are made from plain data by the engine beside it, and nothing inside docgen comes in here.
"""

from __future__ import annotations

from docgen.renderers.docx.compat.template import CompiledTemplate

__all__ = ["CompiledTemplate"]
