"""Takes a template and its kind, gives everything that is wrong with it, in one run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from jinja2.exceptions import TemplateSyntaxError
from lxml import etree
from msgspec.structs import replace

from docgen.documents import DocumentKind
from docgen.errors import TemplateError
from docgen.findings import Finding, Level, Place, in_order
from docgen.formats import Format
from docgen.renderers import Template
from docgen.renderers.archive import Member, members
from docgen.renderers.docx.compiled import rendered_parts
from docgen.renderers.docx.names import STYLES_PART
from docgen.renderers.html import FILTERS
from docgen.renderers.language import Language, language
from docgen.renderers.troubles import BETWEEN_NAMES
from docgen.stationery.checking.expressions import Expressions
from docgen.stationery.checking.faults import fault, name_of, of_error
from docgen.stationery.checking.looks import Styles, foreign_fonts, missing_styles, read_styles
from docgen.stationery.checking.marks import Mark
from docgen.stationery.checking.names import read_names
from docgen.stationery.checking.pairs import paired
from docgen.stationery.checking.shape import Path, Shape, shape_of
from docgen.stationery.checking.sheet import foreign_pages, unstyled_signatures
from docgen.stationery.checking.syntax import pieces
from docgen.stationery.checking.text import read_cells, read_text
from docgen.stationery.checking.trial import complaints
from docgen.stationery.checking.unused import unused_fields
from docgen.stationery.checking.word import Part, read_part

UNREADABLE = frozenset({"template-archive", "template-encoding"})
"""The codes of files of which nothing could be read."""
MAIN = "word/document.xml"
DRAWING_NOTHING = frozenset({Format.XLSX, Format.TXT})
"""The formats whose renderers draw no pictures and charts; the numbers of a chart stand in a table."""
_NAMED = re.compile(r"""["']([^"']+)["']""")
_INCLUDING = frozenset({"extends", "include", "import", "from"})


@dataclass(slots=True)
class _Check:
    """One template under check; `file` is what its findings are called by."""

    kind: DocumentKind
    template: Template
    file: str
    shape: Shape
    findings: list[Finding]
    shown: set[Path]

    def read(self, marks: Sequence[Mark], environment: Language) -> None:
        """Read one text's marks: their syntax, their partners, their names."""
        sources, found = pieces(marks, environment)
        source, unpaired = paired(marks, sources)
        expressions = Expressions(self.shape, environment, marks)
        self.findings += [*found, *unpaired]
        try:
            read_names(environment.parse(source), expressions)
        except TemplateSyntaxError as error:
            self.findings.append(fault("template-syntax", _nth(marks, error.lineno), {"message": error.message or ""}))
        self.findings += expressions.findings
        self.shown |= expressions.shown

    def finish(self, place_of: Callable[[TemplateError], Place]) -> list[Finding]:
        """Fill the template where nothing was wrong, and say what it never shows."""
        if not any(each.level is Level.ERROR for each in self.findings):
            self.findings += [of_error(each, place_of(each)) for each in complaints(self.template, self.shape)]
        # A field whose name was misspelt is not left out.
        meant = {str(each.values.get("near", "")).partition(BETWEEN_NAMES)[0] for each in self.findings}
        draws = self.template.format not in DRAWING_NOTHING
        self.findings += unused_fields(self.shape, self.shown, Place(self.file), meant, draws=draws)
        return in_order(self.findings)


def _nth(marks: Sequence[Mark], line: int) -> Mark:
    return marks[min(line, len(marks)) - 1]


def check_template(kind: DocumentKind, template: Template, file: str) -> list[Finding]:
    """Return what is wrong with a template of a kind, in order of place; what cannot be read at all is one finding."""
    check = _Check(kind, template, file, shape_of(kind.schema), [], set())
    try:
        match template.format:
            case Format.DOCX:
                return _word(check)
            case Format.XLSX:
                return _workbook(check)
            case _:
                return _text(check)
    except TemplateError as error:
        return [of_error(error, Place(file))]
    except (etree.XMLSyntaxError, KeyError) as error:
        values = {"template": name_of(Place(file)), "message": str(error)}
        return [Finding("template-archive", Level.ERROR, Place(file), values=values)]


def _word(check: _Check) -> list[Finding]:
    files = members(check.template.content, name_of(Place(check.file)))
    parts = [read_part(files[name].content, name, check.file) for name in rendered_parts(files)]
    for part in parts:
        check.findings += part.findings
        check.read(part.marks, language(escape=True))
    check.findings += _looks(check, files, [part for part in parts if part.name.startswith("word/")])
    return check.finish(lambda error: _paragraph_of(error, parts, check.file))


def _looks(check: _Check, files: dict[str, Member], parts: Sequence[Part]) -> Iterator[Finding]:
    styles = read_styles(etree.fromstring(files[STYLES_PART].content)) if STYLES_PART in files else Styles()
    yield from missing_styles(parts, styles)
    yield from foreign_fonts(parts, styles)
    for body in (part for part in parts if part.name == MAIN):
        yield from foreign_pages(body, check.file)
        yield from unstyled_signatures(check.kind, body, styles)


def _paragraph_of(error: TemplateError, parts: Iterable[Part], file: str) -> Place:
    """Return the paragraph whose text an error quotes, the file where there is none."""
    where = " ".join(str(error.values.get("where", "")).split())
    for part in parts:
        for mark in part.marks:
            if mark.text in where or (where and where in " ".join(mark.where.split())):
                return mark.place
    return Place(file)


def _text(check: _Check) -> list[Finding]:
    is_html = check.template.format is not Format.TXT
    text = check.template.text
    marks, check.findings = read_text(text, check.file, is_html=is_html)
    check.read(marks, language(escape=is_html, filters=FILTERS if is_html else None))
    for mark in (each for each in marks if each.word in _INCLUDING):
        named = _NAMED.search(mark.body)
        if named and named[1] not in check.template.includes:
            check.findings.append(fault("template-include-missing", mark, {"name": named[1]}))
    check.shown |= {(label,) for label in check.shape.labels if _is_said(label, check.template)}
    return check.finish(lambda error: _line_of(error, check.file))


def _is_said(label: str, template: Template) -> bool:
    """Tell whether an included text names a field of the view itself."""
    return any(re.search(rf"{{{{\s*{re.escape(label)}\b", source) for source in template.includes.values())


def _line_of(error: TemplateError, file: str) -> Place:
    is_own = str(error.values.get("where", "")).rpartition(":")[0].endswith(name_of(Place(file)))
    return replace(Place(file), line=int(error.values.get("line", 0))) if is_own else Place(file)


def _workbook(check: _Check) -> list[Finding]:
    from docgen.renderers.xlsx import cells

    for sheet in cells(check.template):
        marks, found = read_cells(sheet, check.file)
        check.findings += found
        check.read(marks, language(escape=False))
    return check.finish(lambda _: Place(check.file))
