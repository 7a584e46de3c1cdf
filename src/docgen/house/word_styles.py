"""Takes the table of styles and a profile, gives the part of a Word file that holds them."""

from __future__ import annotations

from docgen.house.ooxml import Element, part, value, w
from docgen.house.styles import ALL_STYLES, TABLE_BORDER_PT, TABLE_KEY, cell_margins_twips
from docgen.page import Kind, Profile, Role, Style, indent_twips, line_spacing, official_name, space_twips
from docgen.page.units import pt_to_eighths

NORMAL = "Normal"
LANGUAGE = "zh-CN"
NEXT_IS_BODY = {"title": "body", "addressee": "body"}
_FONT_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_OFF = 0


def styles_part(profile: Profile) -> bytes:
    """Return word/styles.xml: the defaults, Normal, and every style of the house."""
    root = w("styles", _defaults(profile), _normal(), _default_character(), _default_table())
    return part(root, [_style(style, profile) for style in ALL_STYLES.values()])


def fonts(role: Role) -> Element:
    """Return w:rFonts that names a face on all four attributes and sends shared punctuation to the Chinese one."""
    name = official_name(role)
    return w("rFonts", hint="eastAsia", **dict.fromkeys(_FONT_SLOTS, name))


def size(half_points: int) -> tuple[Element, Element]:
    """Return w:sz and w:szCs."""
    return value("sz", half_points), value("szCs", half_points)


def indents(style: Style, profile: Profile, *, left: float, right: float, first_line: float) -> Element | None:
    """Return w:ind in characters of a style; hanging lines in twips alone, which every program reads alike."""
    attributes: dict[str, int] = {}
    for name, chars in (("left", left), ("right", right)):
        if chars:
            attributes[name] = indent_twips(style, profile, chars)
            if first_line >= 0:
                attributes[f"{name}Chars"] = round(chars * 100)
    if first_line > 0:
        attributes |= {"firstLineChars": round(first_line * 100), "firstLine": indent_twips(style, profile, first_line)}
    elif first_line < 0:
        attributes["hanging"] = indent_twips(style, profile, -first_line)
    return w("ind", **attributes) if attributes else None


def border(name: str, weight_pt: float, colour: str = "000000", space: float = 0) -> Element:
    """Return one border line by its weight in points."""
    return w(name, val="single", sz=pt_to_eighths(weight_pt), space=round(space), color=colour)


def grid_borders(name: str) -> Element:
    """Return the borders of a table: thin lines around and inside."""
    return w(
        name, *(border(side, TABLE_BORDER_PT) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    )


def _defaults(profile: Profile) -> Element:
    half_points = ALL_STYLES["body"].half_points
    run = w("rPr", fonts(Role.FANG), value("kern", _OFF), *size(half_points),
            w("lang", val="en-US", eastAsia=LANGUAGE, bidi="ar-SA"))  # fmt: skip
    spacing = w("spacing", before=0, after=0, line=profile.pitch_twips, lineRule="exact")
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr", spacing)))


def _normal() -> Element:
    paragraph = w("pPr", value("widowControl", _OFF), *_chinese(), value("jc", "both"))
    return w("style", value("name", "Normal"), w("qFormat"), paragraph, type="paragraph", default=1, styleId=NORMAL)


def _chinese() -> list[Element]:
    """Return what makes lines Chinese: line breaking by kinsoku, nothing hung or spread, no snapping to the grid."""
    off = ("overflowPunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid")
    return [value("kinsoku", 1), *(value(name, _OFF) for name in off)]


def _default_character() -> Element:
    return w("style", value("name", "Default Paragraph Font"), value("uiPriority", 1), w("semiHidden"),
             type="character", default=1, styleId="DefaultParagraphFont")  # fmt: skip


def _default_table() -> Element:
    margins = w("tblCellMar", *(w(side, w=twips, type="dxa") for side, twips in _cell_sides(0, 0)))
    return w("style", value("name", "Normal Table"), value("uiPriority", 99), w("semiHidden"), w("unhideWhenUsed"),
             w("tblPr", w("tblInd", w=0, type="dxa"), margins),
             type="table", default=1, styleId="NormalTable")  # fmt: skip


def _style(style: Style, profile: Profile) -> Element:
    match style.kind:
        case Kind.TABLE:
            return _table_style(style)
        case Kind.CHARACTER:
            return w("style", value("name", style.word), value("basedOn", "DefaultParagraphFont"), w("qFormat"),
                     _run(style, profile), type="character", styleId=style.key, **_own(style))  # fmt: skip
        case Kind.PARAGRAPH:
            following = NEXT_IS_BODY.get(style.key) or (_body_beside(style) if style.outline else "")
            return w("style", value("name", style.word), value("basedOn", NORMAL),
                     value("next", following) if following else None, w("qFormat"),
                     _paragraph(style, profile), _run(style, profile),
                     type="paragraph", styleId=style.key, **_own(style))  # fmt: skip


def _body_beside(style: Style) -> str:
    return {"heading": "body", "record": "record-body", "item": "item-body"}.get(
        style.key.partition("-")[0].rstrip("1234"), "body"
    )


def _own(style: Style) -> dict[str, int]:
    return {} if style.word.isascii() else {"customStyle": 1}


def _table_style(style: Style) -> Element:
    margins = w("tblCellMar", *(w(side, w=twips, type="dxa") for side, twips in _cell_sides(*cell_margins_twips())))
    return w("style", value("name", style.word), value("basedOn", "NormalTable"),
             w("tblPr", grid_borders("tblBorders"), margins), type="table", styleId=TABLE_KEY)  # fmt: skip


def _cell_sides(above: int, beside: int) -> list[tuple[str, int]]:
    return [("top", above), ("left", beside), ("bottom", above), ("right", beside)]


def _paragraph(style: Style, profile: Profile) -> Element:
    line, rule = line_spacing(style, profile)
    before, after = space_twips(style, profile)
    return w(
        "pPr",
        w("keepNext") if style.keep_with_next else None,
        w("pageBreakBefore") if style.page_break_before else None,
        _underline(style),
        _end_tab(style, profile),
        w("spacing", before=before, after=after, line=line, lineRule=rule),
        indents(style, profile, left=style.left, right=style.right, first_line=style.first_line),
        value("jc", style.align.word),
        value("outlineLvl", style.outline - 1) if style.outline else None,
    )


def _underline(style: Style) -> Element | None:
    if not style.rule:
        return None
    return w("pBdr", border("bottom", style.rule.weight_pt, style.rule.colour, style.rule.space_pt))


def _end_tab(style: Style, profile: Profile) -> Element | None:
    if style.end_tab is None:
        return None
    position = profile.text_width_twips - indent_twips(style, profile, style.end_tab)
    return w("tabs", w("tab", val="right", pos=position))


def _run(style: Style, profile: Profile) -> Element:
    tight = profile.run_spacing_twips if style.tight else 0
    return w(
        "rPr",
        fonts(style.font),
        w("b") if style.bold else None,
        value("color", style.colour) if style.colour != "000000" else None,
        value("spacing", tight),
        *(size(style.half_points) if style.kind is Kind.PARAGRAPH else ()),
    )
