"""Takes a compiled workbook template and plain data, gives the workbook."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from zipfile import BadZipFile

from msgspec import Struct
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from docgen.errors import TemplateError
from docgen.findings import Finding
from docgen.renderers.archive import Member, member, members, pack
from docgen.renderers.characters import printable
from docgen.renderers.language import Compiled, Filter, Language, compiled, fill, language
from docgen.renderers.once import Once
from docgen.renderers.pictures import no_chart, no_picture, painting
from docgen.renderers.rendering import Assets, Context, Rendering, Template, distinct
from docgen.renderers.xlsx.heights import fit_heights
from docgen.renderers.xlsx.program import (
    ROW_FILTER,
    TEXT_FILTER,
    VALUE_FILTER,
    Row,
    begin_row,
    collecting,
    has_tags,
    put_text,
    put_value,
    source,
)
from docgen.renderers.xlsx.saving import saved
from docgen.renderers.xlsx.widths import fit_widths
from docgen.renderers.xlsx.writing import write_rows

_FILTERS: dict[str, Filter] = {ROW_FILTER: begin_row, VALUE_FILTER: put_value, TEXT_FILTER: put_text}
_CORE_PART = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*")
_FIXED_MOMENT = rb"\g<1>1980-01-01T00:00:00Z"
_TITLE = "title"


class _Program(Struct, frozen=True):
    """A workbook's sheets, their names and the workbook's title, compiled."""

    sheets: tuple[Compiled, ...]
    names: tuple[Compiled, ...]
    title: Compiled | None


def render_xlsx(template: Template, context: Context, assets: Assets) -> Rendering:
    """Render a workbook: expressions alone in a cell keep their type, all else is text and never a formula."""
    program = _compiled(template)
    book = _loaded(template)
    findings: list[Finding] = []
    with painting(assets.pictures, no_picture, no_chart):
        for sheet, rows, name in zip(book.worksheets, program.sheets, program.names, strict=True):
            write_rows(sheet, _cleaned(_rows(rows, context, template), template.name, findings))
            fit_widths(sheet)
            fit_heights(sheet)
            sheet.title = fill(name, context, template.name)
        if program.title is not None:
            book.properties.title = fill(program.title, context, template.name)
    return Rendering(_saved(book), findings=distinct(findings))


def cells(template: Template) -> list[list[tuple[int, int, str]]]:
    """Return the texts of each sheet of a template as (row, column, text); raise TemplateError when it is no workbook."""
    return [
        [
            (cell.row, cell.column, cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, str)
        ]
        for sheet in _loaded(template).worksheets
    ]


def _compile(template: Template) -> _Program:
    book = _loaded(template)
    sources = {sheet.title: source(sheet) for sheet in book.worksheets}
    environment = language(escape=False, sources=sources, filters=_FILTERS)
    names = language(escape=False, sources={title: title for title in sources})
    return _Program(
        tuple(compiled(environment, title) for title in sources),
        tuple(compiled(names, title) for title in sources),
        _title(book.properties.title or "", environment),
    )


def _title(text: str, environment: Language) -> Compiled | None:
    if not has_tags(text):
        return None
    return compiled(environment.overlay(loader=language(escape=False, sources={_TITLE: text}).loader), _TITLE)


def _loaded(template: Template) -> Workbook:
    try:
        return load_workbook(io.BytesIO(template.content))
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise TemplateError("template-archive", {"template": template.name, "message": str(error)}) from error


def _rows(sheet: Compiled, context: Context, template: Template) -> list[Row]:
    with collecting() as rows:
        fill(sheet, context, template.name)
    return rows


def _cleaned(rows: Iterable[Row], template: str, findings: list[Finding]) -> list[Row]:
    cleaned = list(rows)
    for row in cleaned:
        for column, value in row.values.items():
            if isinstance(value, str):
                row.values[column], found = printable(value, template)
                findings += found
    return cleaned


def _saved(book: Workbook) -> bytes:
    return pack(_dated(each) for each in members(saved(book), _CORE_PART).values())


def _dated(each: Member) -> Member:
    return member(each.name, _MOMENT.sub(_FIXED_MOMENT, each.content)) if each.name == _CORE_PART else each


_compiled = Once(_compile)
