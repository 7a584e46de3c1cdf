"""Takes nothing, gives the names of WordprocessingML and of its packages that the engine reads and writes."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
IMAGE_RELATION = f"{R}/image"

CONTENT_TYPES_PART = "[Content_Types].xml"
STYLES_PART = "word/styles.xml"
DOC_PROPERTIES = f"{{{WP}}}docPr"


def w(name: str) -> str:
    """Return a name of the w: namespace as lxml writes it."""
    return f"{{{W}}}{name}"


BODY, PARAGRAPH, PARAGRAPH_PROPERTIES = w("body"), w("p"), w("pPr")
RUN, RUN_PROPERTIES, TEXT, TAB, BREAK = w("r"), w("rPr"), w("t"), w("tab"), w("br")
TABLE, TABLE_PROPERTIES, TABLE_LAYOUT = w("tbl"), w("tblPr"), w("tblLayout")
ROW_PROPERTIES, TABLE_HEAD = w("trPr"), w("tblHeader")
GRID, GRID_COLUMN, ROW, CELL = w("tblGrid"), w("gridCol"), w("tr"), w("tc")
CELL_PROPERTIES, GRID_SPAN, WIDTH, VALUE = w("tcPr"), w("gridSpan"), w("w"), w("val")
KEEP_NEXT, PARAGRAPH_STYLE, RUN_STYLE, FONTS, INDENT = w("keepNext"), w("pStyle"), w("rStyle"), w("rFonts"), w("ind")
STYLE, STYLE_NAME, STYLE_ID, BASED_ON = w("style"), w("name"), w("styleId"), w("basedOn")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
