"""Takes a Word file on the desk, gives it footers with the page number as GB/T 9704 7.5 has it."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from docgen.inspection.mending.desk import Desk
from docgen.inspection.mending.paragraphs import align, indent, set_face, set_size
from docgen.inspection.word import Document, Paragraph
from docgen.inspection.word.names import attribute, markup, office
from docgen.ooxml.names import SPACE, w
from docgen.ooxml.order import child, put
from docgen.page import Profile, Style, style_named
from docgen.page.style import SINGLE_LINE_TWIPS

ODD, EVEN = style_named("page-number-odd"), style_named("page-number-even")
_STYLES = {"default": ODD, "even": EVEN}
_DASHES = ("— ", " —")


def rebuild(desk: Desk, document: Document, profile: Profile) -> None:
    """Set the page number on odd and even pages of every section; other words in a footer stay where they are."""
    shared = dict.fromkeys(_STYLES, "")
    for section in desk.sections():
        for side, style in _STYLES.items():
            shared[side] = _footer(desk, document, section, side, style, profile, shared[side])
        _keep_headers(desk, section)
        put(section, "pgMar", footer=profile.footer_twips)
    settings = desk.part_of_kind("settings")
    if not settings:
        desk.add("settings", _root("settings", child_name="evenAndOddHeaders"))
    else:
        put(desk.tree(settings), "evenAndOddHeaders", val=1)


def _footer(
    desk: Desk, document: Document, section: etree._Element, side: str, style: Style, profile: Profile, above: str
) -> str:
    """Mend or make the footer of one side; return the part, which sections below inherit."""
    part = _referred(desk, section, "footer", side)
    if part:
        _rewrite(desk, document, part, style, profile)
        return part
    if not above:
        root = _root("ftr")
        root.append(_paragraph(style, profile))
        identity = desk.add("footer", root)
        desk.refer(section, "footer", side, identity)
        above = desk.part_of(identity)
    return above


def _rewrite(desk: Desk, document: Document, part: str, style: Style, profile: Profile) -> None:
    numbers = [each.paragraph for section in document.sections for each in section.numbers
               if each.paragraph.part == part]  # fmt: skip
    root = desk.tree(part)
    texts = (each for each in root.iter(w("t")) if next(each.iterancestors(markup("Fallback")), None) is None)
    told = "".join("".join((each.text or "").split()) for each in texts)
    own = "".join("".join(each.text.split()) for each in _once(numbers))
    if told == own or not told:
        for each in list(root):
            root.remove(each)
        root.append(_paragraph(style, profile))
        return
    for number in _once(numbers):
        if number.in_body:
            old = desk.paragraph(number)
            _replace(old, _paragraph(style, profile))


def _replace(old: etree._Element, new: etree._Element) -> None:
    for each in list(old):
        old.remove(each)
    old.extend(list(new))


def _once(numbers: Sequence[Paragraph]) -> list[Paragraph]:
    return list({each.index: each for each in numbers}.values())


def _keep_headers(desk: Desk, section: etree._Element) -> None:
    """Give even pages the header that all pages had."""
    default = _referred(desk, section, "header", "default")
    if default and not _referred(desk, section, "header", "even"):
        identity = desk.add("header", desk.tree(default), like=default)
        desk.refer(section, "header", "even", identity)


def _referred(desk: Desk, section: etree._Element, kind: str, side: str) -> str:
    for each in section.iterchildren(w(f"{kind}Reference")):
        if (attribute(each, "type") or "default") == side:
            return desk.part_of(str(each.get(office("id"), "")))
    return ""


def _root(name: str, child_name: str = "") -> etree._Element:
    namespace = etree.QName(w(name)).namespace
    root = etree.Element(w(name), nsmap={"w": namespace})
    if child_name:
        etree.SubElement(root, w(child_name))
    return root


def _paragraph(style: Style, profile: Profile) -> etree._Element:
    made = etree.Element(w("p"))
    properties = child(made, "pPr")
    put(properties, "snapToGrid", val=0)
    put(properties, "spacing", before=0, after=0, line=SINGLE_LINE_TWIPS, lineRule="auto")
    indent(made, style, profile)
    align(made, style.align.word)
    number = etree.SubElement(made, w("fldSimple"))
    number.set(w("instr"), "PAGE")
    number.append(_run("1", style))
    number.addprevious(_run(_DASHES[0], style))
    number.addnext(_run(_DASHES[1], style))
    return made


def _run(text: str, style: Style) -> etree._Element:
    run = etree.Element(w("r"))
    set_face(run, style.font)
    set_size(run, style.half_points)
    piece = etree.SubElement(run, w("t"))
    piece.text = text
    piece.set(SPACE, "preserve")
    return run
