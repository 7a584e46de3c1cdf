"""Takes an imprint, gives the text box that stands on the bottom of the last page (GB/T 9704 7.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.house import fixed
from docgen.house.ooxml import NAMESPACES, Element, element, w
from docgen.house.outline import Imprint
from docgen.house.texts import shown
from docgen.house.word_styles import border
from docgen.house.word_tables import row_control
from docgen.house.word_text import Sheet, paragraph, tab
from docgen.page import IMPRINT_BOX
from docgen.page.distances import IMPRINT_INNER_WEIGHT, IMPRINT_OUTER_WEIGHT
from docgen.page.units import mm_to_emu, twips_to_emu

ROOM_LINES = 4
"""Lines of body pitch that are kept free above the bottom for the imprint."""
BOX_LINES = 6
_TOUCH_TWIPS = 20


def imprint(sheet: Sheet, block: Imprint) -> Iterator[Element]:
    """Yield the last paragraph: as high as the imprint, which hangs on it, so that both go to the same page."""
    copies = paragraph("imprint-copies", fixed.COPIES_TO + fixed.COLON + block.copies_to + fixed.FULL_STOP)
    office = paragraph("imprint-issuer", block.office, tab(), block.date + fixed.PRINTED)
    rows = [*_row_when(sheet, copies, block.copies_to), *_row_when(sheet, office, block.date)]
    inner = border("insideH", IMPRINT_INNER_WEIGHT.pt)
    yield _hung(sheet, _table(sheet, rows, inner), ROOM_LINES)


def tail(sheet: Sheet, lines: Sequence[tuple[str, str]]) -> Iterator[Element]:
    """Yield the last paragraph of a bulletin, with its tail of (style, text) lines between two rules hung on it."""
    rows = [row for style, content in lines for row in _row_when(sheet, paragraph(style, content), content)]
    yield _hung(sheet, _table(sheet, rows), len(lines) + 1)


def _hung(sheet: Sheet, table: Element, room_lines: int) -> Element:
    room = w("spacing", line=room_lines * sheet.profile.pitch_twips, lineRule="exact")
    return paragraph("tail", w("r", _box(sheet, [table, _touch()])), direct=[room])


def _table(sheet: Sheet, rows: Sequence[Element], inner: Element | None = None) -> Element:
    outer = IMPRINT_OUTER_WEIGHT.pt
    borders = w("tblBorders", border("top", outer), border("bottom", outer), inner)
    properties = w(
        "tblPr",
        w("tblW", w=sheet.width, type="dxa"),
        borders,
        w("tblLayout", type="fixed"),
        # What a cell keeps blank by itself would add to the one character that the style leaves (7.4).
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
    )
    return w("tbl", properties, w("tblGrid", w("gridCol", w=sheet.width)), *rows)


def _row_when(sheet: Sheet, content: Element, text_: str) -> Iterator[Element]:
    test = shown(text_)
    if test:
        yield row_control(f"if {test}", 1)
    if text_:
        yield w("tr", w("trPr", w("cantSplit")), w("tc", w("tcPr", w("tcW", w=sheet.width, type="dxa")), content))
    if test:
        yield row_control("endif", 1)


def _touch() -> Element:
    """Return the paragraph that has to follow a table, as low as can be."""
    return paragraph("tail", direct=[w("spacing", line=_TOUCH_TWIPS, lineRule="exact")])


def _box(sheet: Sheet, content: Sequence[Element]) -> Element:
    width, height = twips_to_emu(sheet.width), twips_to_emu(BOX_LINES * sheet.profile.pitch_twips)
    shape = _shape(width, height, mm_to_emu(sheet.profile.inset_bottom_mm), content)
    frame = element(
        "wp:anchor",
        element("wp:simplePos", x=0, y=0),
        element("wp:positionH", _align("left"), relativeFrom="margin"),
        element("wp:positionV", _align("bottom"), relativeFrom="margin"),
        element("wp:extent", cx=width, cy=height),
        element("wp:effectExtent", l=0, t=0, r=0, b=0),
        element("wp:wrapNone"),
        element("wp:docPr", id=1, name=IMPRINT_BOX),
        element("wp:cNvGraphicFramePr"),
        element("a:graphic", element("a:graphicData", shape, uri=NAMESPACES["wps"])),
        distT=0, distB=0, distL=0, distR=0, simplePos=0, relativeHeight=1, behindDoc=0, locked=0, layoutInCell=1,
        allowOverlap=1,
    )  # fmt: skip
    return element("mc:AlternateContent", element("mc:Choice", w("drawing", frame), Requires="wps"))


def _align(side: str) -> Element:
    made = element("wp:align")
    made.text = side
    return made


def _shape(width: int, height: int, bottom: int, content: Sequence[Element]) -> Element:
    place = element("a:xfrm", element("a:off", x=0, y=0), element("a:ext", cx=width, cy=height))
    outline = element("a:prstGeom", element("a:avLst"), prst="rect")
    look = element("wps:spPr", place, outline, element("a:noFill"), element("a:ln", element("a:noFill")))
    insets = {"lIns": 0, "tIns": 0, "rIns": 0, "bIns": bottom}
    body = element("wps:bodyPr", element("a:noAutofit"), wrap="square", anchor="b", **insets)
    text = element("wps:txbx", w("txbxContent", *content))
    return element("wps:wsp", element("wps:cNvSpPr", txBox=1), look, text, body)
