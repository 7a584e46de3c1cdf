"""Takes word/styles.xml, gives what a style sets, with all that it is based on."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from docgen.inspection.word.names import attribute, child_value
from docgen.inspection.word.properties import Characters, Lines, characters, lines, over
from docgen.ooxml.names import w

PARAGRAPH, CHARACTER, TABLE = "paragraph", "character", "table"
# What Word takes where the file says nothing at all.
_BARE_CHARACTERS = Characters(ascii="Times New Roman", h_ansi="Times New Roman", east_asia="", half_points=20)


class _Style(Struct, frozen=True):
    name: str
    kind: str
    based_on: str
    lines: Lines
    characters: Characters
    properties: etree._Element


class Styles:
    """The styles of a file, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root
        self._styles: dict[str, _Style] = {}
        self._defaults: dict[str, str] = {}
        self._own: dict[str, Lines] = {}
        for each in [] if root is None else root.iterchildren(w("style")):
            self._add(each)
        base = None if root is None else root.find(w("docDefaults"))
        self._characters = over(_BARE_CHARACTERS, characters(_default(base, "rPr")))
        self._lines = lines(_default(base, "pPr"))

    @property
    def names(self) -> frozenset[str]:
        """Give the names of all styles."""
        return frozenset(style.name for style in self._styles.values())

    def name(self, style: str, kind: str = PARAGRAPH) -> str:
        """Return the name of a style by its id, that of the default style for an unknown one."""
        found = self._styles.get(style) or self._styles.get(self._defaults.get(kind, ""))
        return found.name if found else ""

    def lines(self, style: str, table_style: str = "") -> Lines:
        """Return what paragraphs of a style have, before numbering and direct settings."""
        return over(self._lines, self._table(table_style)[0], self.own_lines(style))

    def own_lines(self, style: str) -> Lines:
        """Return what a paragraph style itself sets, with those it is based on."""
        if style not in self._own:
            self._own[style] = over(Lines(), *(each.lines for each in self._chain(style, PARAGRAPH)))
        return self._own[style]

    def characters(self, style: str, character_style: str = "", table_style: str = "") -> Characters:
        """Return what runs have in a paragraph style and a character style, before direct settings.

        Bold in two of the styles is none: it is a switch that each of them turns (ECMA-376 part 1, 17.7.3).
        """
        layers = [
            self._table(table_style)[1],
            over(Characters(), *(each.characters for each in self._chain(style, PARAGRAPH))),
            over(Characters(), *(each.characters for each in self._chain(character_style, CHARACTER))),
        ]
        bold = sum(bool(layer.bold) for layer in layers) % 2 == 1
        told = any(layer.bold is not None for layer in layers)
        made = over(self._characters, *layers)
        return replace(made, bold=bold) if told else made

    def numbering_of(self, style: str) -> tuple[str, int] | None:
        """Return the list and level that a style belongs to."""
        own = self.own_lines(style)
        return (own.number, own.level or 0) if own.number else None

    def _table(self, style: str) -> tuple[Lines, Characters]:
        if not style:
            return Lines(), Characters()
        chain = list(self._chain(style, TABLE))
        return over(Lines(), *(each.lines for each in chain)), over(Characters(), *(each.characters for each in chain))

    def table_properties(self, style: str) -> Iterator[etree._Element]:
        """Yield the w:tblPr of a table style and of those it is based on, its own last."""
        for each in self._chain(style, TABLE):
            if (found := each.properties.find(w("tblPr"))) is not None:
                yield found

    def _chain(self, style: str, kind: str) -> Iterator[_Style]:
        """Yield a style after those it is based on; an unknown one is the default, a circle is cut."""
        chain: list[_Style] = []
        seen: set[str] = set()
        current = style if style in self._styles else self._defaults.get(kind, "")
        while current in self._styles and current not in seen:
            seen.add(current)
            chain.append(self._styles[current])
            current = self._styles[current].based_on
        return reversed(chain)

    def _add(self, element: etree._Element) -> None:
        identity, kind = attribute(element, "styleId") or "", attribute(element, "type") or PARAGRAPH
        self._styles[identity] = _Style(
            child_value(element, "name") or identity,
            kind,
            child_value(element, "basedOn") or "",
            lines(element.find(w("pPr"))),
            characters(element.find(w("rPr"))),
            element,
        )
        if (attribute(element, "default") or "0") in {"1", "true", "on"}:
            self._defaults.setdefault(kind, identity)


def _default(base: etree._Element | None, name: str) -> etree._Element | None:
    return None if base is None else base.find(f"{w(f'{name}Default')}/{w(name)}")
