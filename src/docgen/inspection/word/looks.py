"""Takes a w:p and where it stands, gives the paragraph with its effective properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from docgen.inspection.word.document import Indents, Paragraph, Run, Spacing
from docgen.inspection.word.names import attribute, child_value
from docgen.inspection.word.numbering import Numbering
from docgen.inspection.word.pieces import Content, Piece, Reader
from docgen.inspection.word.properties import Characters, Lines, characters, lines, over
from docgen.inspection.word.styles import Styles
from docgen.inspection.word.theme import PREFIX, Theme
from docgen.ooxml.names import w
from docgen.page.units import HUNDREDTHS_PER_CHAR, TWIPS_PER_PT

# What WordprocessingML takes where nothing is said (ECMA-376 part 1, 17.3.1).
LINE, RULE = 240, "auto"
LINE_HUNDREDTHS_TWIPS = 240
_OTHER_NAMES = {"start": "left", "end": "right", "justify": "both", "distribute": "both", "thaiDistribute": "both"}


class Spot(Struct, frozen=True):
    """Where a paragraph stands: part and number, table with row and cell, text box, section."""

    part: str
    index: int
    table: int = 0
    row: int = 0
    cell: int = 0
    box: bool = False
    floats: bool = False
    section: int = 0
    table_style: str = ""
    line_pitch: int = 0


class Looks:
    """Knows the styles, the theme and the lists of a file, and tells how its paragraphs look."""

    def __init__(self, styles: Styles, theme: Theme, numbering: Numbering) -> None:
        self._styles, self._theme, self._numbering = styles, theme, numbering
        self._known: dict[tuple[str, str, str], Characters] = {}
        self._bases: dict[tuple[str, str], Lines] = {}

    def paragraph(self, element: etree._Element, spot: Spot, reader: Reader) -> Paragraph:
        """Return a paragraph; lists count on with each one, so ask for them in the order of the document."""
        properties = element.find(w("pPr"))
        style = child_value(properties, "pStyle") or ""
        direct = lines(properties)
        list_id, level = self._list(style, direct)
        effective = self._effective(style, direct, spot.table_style, list_id, level)
        content = reader.content(element)
        order = {run: number for number, run in enumerate(element.iter(w("r")))}
        runs = tuple(self._runs(content, order, style, spot.table_style))
        label = self._numbering.next_label(list_id, level) if list_id else ""
        made = self._made(spot, effective, content, runs, self._unit(style, spot.table_style, properties, runs))
        return replace(made, style=self._styles.name(style), label=label, floats=made.floats or _is_framed(properties))

    def _unit(self, style: str, table_style: str, properties: etree._Element | None, runs: tuple[Run, ...]) -> float:
        """Return the width of a character of the paragraph in twips."""
        if runs:
            return runs[0].size_pt * TWIPS_PER_PT + runs[0].spacing_twips
        mark = self._marks(style, table_style, None if properties is None else properties.find(w("rPr")))
        return (mark.half_points or 0) / 2 * TWIPS_PER_PT + (mark.spacing or 0)

    def _list(self, style: str, direct: Lines) -> tuple[str, int]:
        own = self._styles.own_lines(style)
        list_id = direct.number or own.number or ""
        level = direct.level if direct.level is not None else own.level
        return ("", 0) if list_id == "0" else (list_id, level or 0)

    def _effective(self, style: str, direct: Lines, table_style: str, list_id: str, level: int) -> Lines:
        if (style, table_style) not in self._bases:
            self._bases[style, table_style] = self._styles.lines(style, table_style)
        base = self._bases[style, table_style]
        if list_id:
            # A list named by the paragraph comes over its style; one named by the style comes under it.
            base = over(base, self._numbering.lines(list_id, level))
            base = base if direct.number else over(base, self._styles.own_lines(style))
        return over(base, direct)

    @staticmethod
    def _made(spot: Spot, told: Lines, content: Content, runs: tuple[Run, ...], unit: float) -> Paragraph:
        return Paragraph(
            part=spot.part,
            index=spot.index,
            runs=runs,
            style="",
            align=_OTHER_NAMES.get(told.align or "left", told.align or "left"),
            indents=_indents(told, unit),
            spacing=_spacing(told, spot.line_pitch or LINE_HUNDREDTHS_TWIPS),
            border=told.border,
            outline=told.outline or 0,
            widow_control=told.widow_control is not False,
            snaps=told.snaps is not False,
            keep_next=told.keep_next is True,
            start_of_page=told.page_break is True or content.breaks_before,
            table=spot.table,
            row=spot.row,
            cell=spot.cell,
            box=spot.box,
            floats=spot.floats,
            section=spot.section,
            pictures=content.pictures,
            tabs=told.tabs or (),
        )

    def _runs(
        self, content: Content, order: Mapping[etree._Element, int], style: str, table_style: str
    ) -> Iterator[Run]:
        for piece in content.pieces:
            told = self._marks(style, table_style, piece.run.find(w("rPr")))
            if not told.hidden and piece.text:
                yield self._run(piece, told, order[piece.run])

    def _run(self, piece: Piece, told: Characters, index: int) -> Run:
        east, latin = told.east_asia or "", told.h_ansi or told.ascii or ""
        return Run(
            text=piece.text,
            east_asian=self._theme.face(east),
            latin=self._theme.face(latin),
            size_pt=(told.half_points or 0) / 2,
            bold=bool(told.bold),
            colour=(told.colour or "auto").upper(),
            spacing_twips=told.spacing or 0,
            hinted=told.hint == "eastAsia",
            themed=east.startswith(PREFIX) or latin.startswith(PREFIX),
            field=piece.field,
            index=index,
        )

    def _marks(self, style: str, table_style: str, properties: etree._Element | None) -> Characters:
        key = (style, child_value(properties, "rStyle") or "", table_style)
        if key not in self._known:
            self._known[key] = self._styles.characters(*key)
        return over(self._known[key], characters(properties))


def _indents(told: Lines, unit: float) -> Indents:
    """Return indents in characters; those given in characters come before those in twips."""

    def chars(hundredths: int | None, twips: int | None) -> float:
        return hundredths / HUNDREDTHS_PER_CHAR if hundredths else (twips or 0) / unit if unit > 0 else 0

    return Indents(
        chars(told.left_chars, told.left), chars(told.right_chars, told.right), chars(told.first_chars, told.first)
    )


def _spacing(told: Lines, pitch: int) -> Spacing:
    def twips(lines_: int | None, length: int | None) -> int:
        return round(lines_ * pitch / HUNDREDTHS_PER_CHAR) if lines_ else length or 0

    return Spacing(
        twips(told.before_lines, told.before),
        twips(told.after_lines, told.after),
        LINE if told.line is None else told.line,
        told.rule or RULE,
    )


def _is_framed(properties: etree._Element | None) -> bool:
    frame = None if properties is None else properties.find(w("framePr"))
    return attribute(frame, "vAnchor") in {"page", "margin"}
