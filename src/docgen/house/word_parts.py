"""Takes the layout of a paper, gives the parts of its Word file that stand around the text."""

from __future__ import annotations

from msgspec import Struct

from docgen.chinese import AFTER_NUMBERS, NEVER_FIRST, NEVER_LAST
from docgen.house.fixed import DRAFT, PAGE_PIECES, PAPER_AUTHOR, PAPER_TITLE
from docgen.house.ooxml import Element, element, part, text, value, w
from docgen.house.outline import Layout
from docgen.house.styles import HEADER_MM
from docgen.page import FONTS, Profile, official_name
from docgen.page.units import mm_to_twips

DRAFT_TEXT = f"{{% if {DRAFT} %}}{{{{ {DRAFT} }}}}{{% endif %}}"
LANGUAGE = "zh-CN"
PAGE_IN_DASHES = ("— ", "PAGE", " —")
PAGE_OF_PAGES = (PAGE_PIECES[0], "PAGE", PAGE_PIECES[1], "NUMPAGES", PAGE_PIECES[2])
BY_PARITY = frozenset({Layout.OFFICIAL, Layout.BULLETIN})
"""The layouts whose page numbers stand on the outer side (7.5); the others' stand in the middle (practice)."""
FIELDS = frozenset({"PAGE", "NUMPAGES"})
WORD_2013 = 15

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPC = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EPOCH = "2000-01-01T00:00:00Z"


class Related(Struct, frozen=True):
    """A part that the text refers to: its relationship's id and kind, its name in the file."""

    id: str
    kind: str
    name: str


STYLES, SETTINGS, FONT_TABLE = (
    Related(f"rId{number}", name, name) for number, name in enumerate(("styles", "settings", "fontTable"), 1)
)
ODD = (Related("rId4", "header", "header1"), Related("rId5", "footer", "footer1"))
EVEN = (Related("rId6", "header", "header2"), Related("rId7", "footer", "footer2"))


def related_parts(layout: Layout) -> tuple[Related, ...]:
    """Return what the text of a layout refers to."""
    return (STYLES, SETTINGS, FONT_TABLE, *ODD, *(EVEN if layout in BY_PARITY else ()))


def package_parts(layout: Layout) -> dict[str, bytes]:
    """Return the parts that hold the file together, and its properties, by name."""
    related = related_parts(layout)
    texts = {
        "[Content_Types].xml": _content_types(related),
        "_rels/.rels": _PACKAGE_RELATIONS,
        "docProps/core.xml": _CORE,
        "docProps/app.xml": _APP,
        "word/_rels/document.xml.rels": _document_relations(related),
    }
    return {name: (_HEAD + content).encode() for name, content in texts.items()}


def page_parts(layout: Layout) -> dict[str, bytes]:
    """Return settings, font table, headers with the draft mark and footers with the page number, by name."""
    parts = {"word/settings.xml": _settings(layout), "word/fontTable.xml": _font_table()}
    sides = [(ODD, "page-number-odd"), (EVEN, "page-number-even")]
    if layout not in BY_PARITY:
        sides = [(ODD, "page-number-center")]
    for (header, footer), style in sides:
        pieces = PAGE_IN_DASHES if layout in BY_PARITY else PAGE_OF_PAGES
        parts[f"word/{header.name}.xml"] = part(w("hdr", _styled("draft", text_run(DRAFT_TEXT))))
        parts[f"word/{footer.name}.xml"] = part(w("ftr", _styled(style, *map(_number_piece, pieces))))
    return parts


def section(layout: Layout, profile: Profile, *, landscape: bool) -> Element:
    """Return w:sectPr: the sheet, its margins, its lines; a landscape sheet is the upright one turned clockwise."""
    width, height = profile.page_twips
    top, right, bottom, left = profile.margins_twips
    if landscape:
        size = w("pgSz", w=height, h=width, orient="landscape")
        top, right, bottom, left = left, top, right, bottom
    else:
        size = w("pgSz", w=width, h=height)
    header, footer = mm_to_twips(HEADER_MM), min(profile.footer_twips, bottom - _FOOTER_ROOM)
    margins = w("pgMar", top=top, right=right, bottom=bottom, left=left, header=header, footer=footer, gutter=0)
    return w("sectPr", *_references(layout), size, margins, w("cols", space=720),
             w("docGrid", type="lines", linePitch=profile.pitch_twips))  # fmt: skip


_FOOTER_ROOM = 400
"""Room in twips for the page number between the text and the footer's lower edge on a landscape sheet."""


def text_run(content: str) -> Element:
    """Return a run in the style of its paragraph."""
    return w("r", text(content))


def _references(layout: Layout) -> list[Element]:
    sides = [("default", ODD), ("even", EVEN)] if layout in BY_PARITY else [("default", ODD)]
    return [
        element(f"w:{each.kind}Reference", **{"w:type": side, "r:id": each.id}) for side, pair in sides for each in pair
    ]


def _styled(style: str, *runs: Element) -> Element:
    return w("p", w("pPr", value("pStyle", style)), *runs)


def _number_piece(piece: str) -> Element:
    return w("fldSimple", text_run("1"), instr=piece) if piece in FIELDS else text_run(piece)


def _settings(layout: Layout) -> bytes:
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=WORD_2013)
    children = [
        w("zoom", percent=100),
        w("evenAndOddHeaders") if layout in BY_PARITY else None,
        value("characterSpacingControl", "doNotCompress"),
        w("noLineBreaksAfter", lang=LANGUAGE, val="".join(sorted(NEVER_LAST))),
        w("noLineBreaksBefore", lang=LANGUAGE, val="".join(sorted(NEVER_FIRST | AFTER_NUMBERS))),
        w("compat", w("balanceSingleByteDoubleByteWidth"), w("useFELayout"), mode),
        w("themeFontLang", val="en-US", eastAsia=LANGUAGE),
    ]
    return part(w("settings", *children))


def _font_table() -> bytes:
    names = [official_name(role) for role in FONTS]
    return part(w("fonts", *(w("font", value("charset", 86), value("family", "auto"), name=name) for name in names)))


def _content_types(related: tuple[Related, ...]) -> str:
    overrides = {
        "/word/document.xml": f"{_WORD_TYPE}.document.main+xml",
        **{f"/word/{each.name}.xml": f"{_WORD_TYPE}.{each.kind}+xml" for each in related},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    defaults = "".join(f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in _DEFAULTS.items())
    return f'<Types xmlns="{_OPC}/content-types">{defaults}{listed}</Types>'


_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
}


def _document_relations(related: tuple[Related, ...]) -> str:
    return _relations({each.id: (f"{_OFFICE}/relationships/{each.kind}", f"{each.name}.xml") for each in related})


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_OPC}/relationships">{listed}</Relationships>'


_PACKAGE_RELATIONS = _relations(
    {
        "rId1": (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
        "rId2": (f"{_OPC}/relationships/metadata/core-properties", "docProps/core.xml"),
        "rId3": (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    }
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_OPC}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    f"<dc:title>{PAPER_TITLE}</dc:title><dc:creator>{PAPER_AUTHOR}</dc:creator><cp:lastModifiedBy>{PAPER_AUTHOR}</cp:lastModifiedBy>"
    f'<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{_EPOCH}</dcterms:created>'
    f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_EPOCH}</dcterms:modified>'
    f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
)
_APP = f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>docgen</Application></Properties>'
