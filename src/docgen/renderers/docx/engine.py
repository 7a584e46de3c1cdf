"""Takes a compiled Word template and plain data, gives the Word file."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from docgen.errors import TemplateError
from docgen.findings import Finding
from docgen.page.profile import profile_named
from docgen.renderers.archive import Member, member, pack
from docgen.renderers.characters import printable
from docgen.renderers.docx.compiled import Archive, Part, compile_docx
from docgen.renderers.docx.drawings import Drawings
from docgen.renderers.docx.finishing import Finishing
from docgen.renderers.docx.rare import is_rare
from docgen.renderers.docx.soundness import check_sound, parsed
from docgen.renderers.docx.stray import gather_stray
from docgen.renderers.docx.unseen import outside_gb2312, unseen
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
    return Rendering(paper.packed(), findings=distinct(paper.findings))


@dataclass(slots=True)
class _Paper:
    """One paper while it is being made."""

    template: str
    archive: Archive
    assets: Assets
    drawings: Drawings = field(default_factory=Drawings)
    replaced: dict[str, Member] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    finishing: Finishing = field(init=False)

    def __post_init__(self) -> None:
        self.finishing = Finishing(self.archive.styles, profile_named(self.assets.profile), self.drawings)

    def write(self, part: Part, context: Context) -> None:
        """Render one part."""
        painter = self.drawings.painter(part.name)
        with painting(self.assets.pictures, painter, self.drawings.chart_painter(painter)):
            text = part.fill(context, self.template)
        key = (part.name, self.assets.profile, text)
        if part.shape.margin and key in self.archive.margins:
            self.replaced[part.name] = self.archive.margins[key]
            return
        self.replaced[part.name] = self._made(part, text)
        if part.shape.margin and not self.findings and not self.drawings.used:
            self.archive.keep(key, self.replaced[part.name])

    def _made(self, part: Part, text: str) -> Member:
        text, content = self._sound(part, text)
        lacking = outside_gb2312(content)
        self.findings += unseen(lacking, self.template)
        rare = [char for char in lacking if is_rare(char)]
        finished = None if part.stray else self.finishing.in_text(text, part.shape, rare)
        content = self._in_tree(part, text, content, rare) if finished is None else finished.encode()
        return member(part.name, _DECLARATION + content)

    def packed(self) -> bytes:
        """Splice the rendered parts and the pictures into the template's archive."""
        changed = self.replaced | self.drawings.files(self.archive.members)
        kept = [changed.pop(name, each) for name, each in self.archive.members.items()]
        return pack([*kept, *changed.values()])

    def _sound(self, part: Part, text: str) -> tuple[str, bytes]:
        """Return the text, and as bytes, when it is sound; only what is not is searched for control characters."""
        try:
            content = text.encode()
            check_sound(content, prefixes=not part.shape.rooted)
        except (etree.XMLSyntaxError, UnicodeEncodeError):
            text, findings = printable(text, self.template)
            self.findings += findings
            content = text.encode()
            self._parsed(part, content)
        return text, content

    def _parsed(self, part: Part, content: bytes) -> etree._Element:
        try:
            return parsed(content)
        except etree.XMLSyntaxError as error:
            raise self._broken(part, error) from error

    def _in_tree(self, part: Part, text: str, content: bytes, rare: list[str]) -> bytes:
        root = self._parsed(part, content)
        gathered = part.stray and self._gathered(part, root)
        finished = self.finishing.in_tree(root, text, part.shape, rare)
        return etree.tostring(root, encoding="UTF-8") if gathered or finished else content

    def _gathered(self, part: Part, root: etree._Element) -> bool:
        try:
            return gather_stray(root)
        except ValueError as error:
            raise self._broken(part, error) from error

    def _broken(self, part: Part, error: Exception) -> TemplateError:
        values = {"template": self.template, "part": part.name, "message": str(error)}
        return TemplateError("template-output-broken", values)
