"""Takes a compiled Word template and plain data, gives the Word file."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from docgen.errors import TemplateError
from docgen.findings import Finding
from docgen.page.profile import profile_named
from docgen.renderers.archive import Member, member, pack
from docgen.renderers.characters import printable
from docgen.renderers.docx.breaks import write_breaks
from docgen.renderers.docx.compiled import Archive, Part, compile_docx
from docgen.renderers.docx.drawings import Drawings, number_drawings
from docgen.renderers.docx.holding import hold_rows, hold_signatures
from docgen.renderers.docx.rare import has_rare, widen_fonts
from docgen.renderers.docx.signatures import place_signatures
from docgen.renderers.docx.stray import gather_stray
from docgen.renderers.docx.tables import fit_grids
from docgen.renderers.docx.unseen import unseen
from docgen.renderers.once import Once
from docgen.renderers.pictures import painting
from docgen.renderers.rendering import Assets, Context, Rendering, Template, distinct

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_compiled = Once(compile_docx)


def render_docx(template: Template, context: Context, assets: Assets) -> Rendering:
    """Render a Word file; raise TemplateError where nothing less than the whole text would be in it."""
    paper = _Paper(template.name, _compiled(template), assets)
    for part in paper.archive.parts:
        paper.write(part, context)
    return Rendering(paper.bytes(), findings=distinct(paper.findings))


@dataclass(slots=True)
class _Paper:
    """One paper while it is being made."""

    template: str
    archive: Archive
    assets: Assets
    drawings: Drawings = field(default_factory=Drawings)
    replaced: dict[str, Member] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def write(self, part: Part, context: Context) -> None:
        """Render one part."""
        with painting(self.assets.pictures, self.drawings.painter(part.name)):
            text = part.fill(context, self.template)
        root, text = self._parsed(part, text)
        self.findings += unseen(text, self.template)
        gathered = part.stray and self._gathered(part, root)
        finished = self._finished(root, text)
        content = etree.tostring(root, encoding="UTF-8") if gathered or finished else text.encode()
        self.replaced[part.name] = member(part.name, _DECLARATION + content)

    def bytes(self) -> bytes:
        """Splice the rendered parts and the pictures into the template's archive."""
        changed = self.replaced | self.drawings.files(self.archive.members)
        kept = [changed.pop(name, each) for name, each in self.archive.members.items()]
        return pack([*kept, *changed.values()])

    def _parsed(self, part: Part, text: str) -> tuple[etree._Element, str]:
        """Parse strictly; only what fails is searched for control characters."""
        try:
            return etree.fromstring(text.encode()), text
        except (etree.XMLSyntaxError, UnicodeEncodeError):
            clean, findings = printable(text, self.template)
        self.findings += findings
        try:
            return etree.fromstring(clean.encode()), clean
        except etree.XMLSyntaxError as error:
            raise self._broken(part, error) from error

    def _gathered(self, part: Part, root: etree._Element) -> bool:
        try:
            return gather_stray(root)
        except ValueError as error:
            raise self._broken(part, error) from error

    def _broken(self, part: Part, error: Exception) -> TemplateError:
        values = {"template": self.template, "part": part.name, "message": str(error)}
        return TemplateError("template-output-broken", values)

    def _finished(self, root: etree._Element, text: str) -> bool:
        """Do to the tree what no tag can say; tell whether anything was changed."""
        changed = ("\n" in text or "\t" in text) and write_breaks(root)
        changed |= has_rare(text) and widen_fonts(root, self.archive.styles)
        changed |= place_signatures(root, self.archive.styles, profile_named(self.assets.profile))
        changed |= hold_signatures(root, self.archive.styles)
        changed |= "<w:tblHeader" in text and hold_rows(root)
        changed |= "<w:tbl>" in text and fit_grids(root)
        changed |= "<wp:docPr" in text and number_drawings(root, self.drawings)
        return changed
