"""Takes a w:p, gives its pieces of text in order: deleted and hidden ones left out, fields by their results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from docgen.inspection.word.document import PAGE, PAGES
from docgen.inspection.word.names import attribute, markup
from docgen.ooxml.names import w

_THROUGH = frozenset(
    map(w, ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo"))
)
_INSIDE = frozenset(map(w, ("ruby", "rubyBase", "r")))
_PICTURES = frozenset(map(w, ("drawing", "pict", "object")))
_CHOICE = markup("AlternateContent")
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("ptab"): "\t"}
_PAGE_BREAKS = frozenset({"page", "column"})
_FIELDS = (PAGES, PAGE)


@dataclass(slots=True)
class Piece:
    """Text of one run; `field` names the field whose result it is."""

    run: etree._Element
    text: str
    field: str = ""


@dataclass(slots=True)
class Content:
    """What a paragraph holds: pieces, pictures, and whether a page begins before its first text."""

    pieces: list[Piece] = field(default_factory=list)
    pictures: int = 0
    breaks_before: bool = False


@dataclass(slots=True)
class _Field:
    name: str = ""
    in_result: bool = False


class Reader:
    """Reads paragraph after paragraph; a field may begin in one and end in another."""

    def __init__(self) -> None:
        self._fields: list[_Field] = []

    def content(self, paragraph: etree._Element) -> Content:
        """Return what a paragraph holds."""
        content = Content()
        self._read(paragraph, content, "")
        return content

    def _read(self, parent: etree._Element, content: Content, name: str) -> None:
        for child in parent:
            if child.tag == w("r"):
                self._run(child, child, content, name)
            elif child.tag == w("fldSimple"):
                self._read(child, content, _field_name(attribute(child, "instr") or "") or name)
            elif child.tag in _THROUGH:
                self._read(child, content, name)
            elif child.tag == _CHOICE:
                for chosen in _chosen(child):
                    self._read(chosen, content, name)

    def _run(self, run: etree._Element, parent: etree._Element, content: Content, name: str) -> None:
        for child in parent:
            tag = child.tag
            if tag == w("fldChar"):
                self._turn(attribute(child, "fldCharType") or "")
            elif tag == w("instrText") and self._fields:
                self._fields[-1].name += child.text or ""
            elif tag == w("br") and attribute(child, "type") in _PAGE_BREAKS:
                content.breaks_before |= not any(piece.text.strip() for piece in content.pieces)
            elif tag == w("t") or tag in _SIGNS:
                self._text(run, _SIGNS.get(str(tag)) or child.text or "", content, name)
            elif tag in _PICTURES:
                content.pictures += 1
            elif tag in _INSIDE:
                self._run(run, child, content, name)
            elif tag == _CHOICE:
                for chosen in _chosen(child):
                    self._run(run, chosen, content, name)

    def _text(self, run: etree._Element, text: str, content: Content, name: str) -> None:
        if any(not each.in_result for each in self._fields):
            return
        names = (_field_name(each.name) for each in reversed(self._fields))
        content.pieces.append(Piece(run, text, name or next((each for each in names if each), "")))

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _field_name(instruction: str) -> str:
    words = instruction.upper().split()
    return words[0] if words and words[0] in _FIELDS else ""


def _chosen(alternatives: etree._Element) -> Iterator[etree._Element]:
    """Yield the newest alternative: Word takes the choice, older programs the fallback."""
    choice = next(alternatives.iterchildren(markup("Choice")), None)
    found = next(alternatives.iterchildren(markup("Fallback")), None) if choice is None else choice
    if found is not None:
        yield found
