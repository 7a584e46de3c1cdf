"""Takes a Word template, gives what all papers made from it share: its archive, its parts compiled, its styles."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from msgspec import Struct, field

from docgen.errors import TemplateError
from docgen.ooxml.names import CONTENT_TYPES, CONTENT_TYPES_PART
from docgen.renderers.archive import Member, members
from docgen.renderers.docx.braces import check_braces
from docgen.renderers.docx.names import STYLES_PART
from docgen.renderers.docx.shape import Shape, opened, shape_of
from docgen.renderers.docx.stray import may_stray
from docgen.renderers.docx.stylesheet import StyleSheet, read_styles
from docgen.renderers.docx.translation import by_paragraphs, has_tags, normal, translated, visible
from docgen.renderers.keeping import Keeping, keeping
from docgen.renderers.language import Compiled, compiled, fill, language
from docgen.renderers.rendering import Context, Template

# The parts that may hold tags, by the end of their content types (ECMA-376 part 1, 11.3 and 15.2.12).
RENDERED = ("main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml", "properties+xml")
MOST_MARGINS = 64
_OVERRIDE = f"{{{CONTENT_TYPES}}}Override"


class Part(Struct, frozen=True):
    """A part with tags: its translated source, compiled, and what that says by itself."""

    name: str
    source: str
    template: Compiled
    stray: bool
    shape: Shape

    def fill(self, context: Context, template: str) -> str:
        """Render the part; an error names the paragraph as it stands in Word."""
        try:
            return fill(self.template, context, template)
        except TemplateError:
            _pinpoint(self.name, self.source, template, context)
            raise


class Archive(Struct, frozen=True):
    """A compiled Word template."""

    members: Mapping[str, Member]
    parts: tuple[Part, ...]
    styles: StyleSheet
    margins: dict[tuple[str, str, str], Member] = field(default_factory=dict)

    def keep(self, key: tuple[str, str, str], made: Member) -> None:
        """Keep a header or footer by its name, profile and text, for the next paper that says the same there."""
        if len(self.margins) >= MOST_MARGINS:
            self.margins.clear()
        self.margins[key] = made


def compile_docx(template: Template) -> Archive:
    """Compile a Word template; raise TemplateError when it is no Word file or its tags make no sense."""
    files = members(template.content, template.name)
    try:
        sources = {name: opened(normal(files[name].content)) for name in rendered_parts(files)}
        styles = read_styles(files[STYLES_PART].content) if STYLES_PART in files else StyleSheet()
        for name, xml in sources.items():
            check_braces(xml, name, template.name)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise TemplateError("template-archive", {"template": template.name, "message": str(error)}) from error
    shapes = {name: shape_of(xml, styles) for name, xml in sources.items() if has_tags(xml)}
    parts = tuple(_part(name, translated(sources[name]), shape, template) for name, shape in shapes.items())
    return Archive(files, parts, styles)


def rendered_parts(files: Mapping[str, Member]) -> list[str]:
    """Return the names of the parts that may hold tags; raise KeyError where the file says nothing of its parts."""
    types = etree.fromstring(files[CONTENT_TYPES_PART].content)
    names = {
        str(each.get("PartName", "")).removeprefix("/")
        for each in types.iter(_OVERRIDE)
        if str(each.get("ContentType", "")).endswith(RENDERED)
    }
    return [name for name in files if name in names]


def _part(name: str, source: str, shape: Shape, template: Template) -> Part:
    kept = keeping() if template.built_in else None
    try:
        return Part(name, source, _compiled(name, source, kept), may_stray(source), shape)
    except TemplateError:
        _pinpoint(name, source, template.name)
        raise


def _compiled(name: str, source: str, kept: Keeping | None = None) -> Compiled:
    return compiled(language(escape=True, sources={name: source}, kept=kept), name)


def _pinpoint(name: str, source: str, template: str, context: Context | None = None) -> None:
    """Fail again on a source with a line per paragraph, and say which one it is."""
    lines = by_paragraphs(source)
    try:
        numbered = _compiled(name, lines)
        if context is not None:
            fill(numbered, context, name)
    except TemplateError as error:
        line = int(error.values.get("line", 0))
        shown = visible(lines.split("\n")[line - 1]) if line else ""
        values = {**error.values, "template": template, "part": name, "line": 0, "where": shown or template}
        raise TemplateError(error.code, values) from error.__cause__
