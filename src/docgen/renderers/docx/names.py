"""Takes nothing, gives the elements and attributes of Word files that the engine reads and writes."""

from __future__ import annotations

from docgen.ooxml.names import WP, R, w

IMAGE_RELATION = f"{R}/image"

STYLES_PART = "word/styles.xml"
DOC_PROPERTIES = f"{{{WP}}}docPr"

BODY, PARAGRAPH, PARAGRAPH_PROPERTIES = w("body"), w("p"), w("pPr")
RUN, RUN_PROPERTIES, TEXT, TAB, BREAK = w("r"), w("rPr"), w("t"), w("tab"), w("br")
TABLE, TABLE_PROPERTIES, TABLE_LAYOUT = w("tbl"), w("tblPr"), w("tblLayout")
ROW_PROPERTIES, TABLE_HEAD = w("trPr"), w("tblHeader")
GRID, GRID_COLUMN, ROW, CELL = w("tblGrid"), w("gridCol"), w("tr"), w("tc")
CELL_PROPERTIES, GRID_SPAN, WIDTH, VALUE = w("tcPr"), w("gridSpan"), w("w"), w("val")
KEEP_NEXT, PARAGRAPH_STYLE, RUN_STYLE, FONTS, INDENT = w("keepNext"), w("pStyle"), w("rStyle"), w("rFonts"), w("ind")
STYLE, STYLE_NAME, STYLE_ID, BASED_ON = w("style"), w("name"), w("styleId"), w("basedOn")
