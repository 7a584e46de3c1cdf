"""Takes a Word template and a context of docxtpl's, gives the Word file: docxtpl's class, compiled once."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from functools import partial
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from docgen.formats import Format
from docgen.ooxml.names import CONTENT_TYPES_PART
from docgen.renderers.archive import Member, member, members, pack
from docgen.renderers.docx.compat.finishing import finished, fitted, parsed
from docgen.renderers.docx.compat.language import Language
from docgen.renderers.docx.compat.pieces import PROPERTIES, Piece, Pieces, name_of, read_pieces
from docgen.renderers.docx.compat.replacing import replaced
from docgen.renderers.docx.compat.skeleton import Skeleton, skeleton_of
from docgen.renderers.docx.compat.sketch import Sketch
from docgen.renderers.docx.names import BODY
from docgen.renderers.rendering import Template

if TYPE_CHECKING:
    from docxtpl.subdoc import Subdoc

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DRAWING = "<wp:docPr"


class CompiledTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """Fill a Word template as docxtpl does, without opening and compiling it again for each paper.

    Parts are those of docxtpl as canonical XML, with these exceptions:

    - Text is kept that docxtpl drops without a word: a stray `&` or `<` of a value is printed as text, with autoescape
      or without, and so is markup without a prefix, which Word would not show. Markup with Word's prefixes is markup.
    - What is not sound XML even so raises docgen's TemplateError, where docxtpl reads on with recovery.
    - Footnotes are rendered once; docxtpl renders them again for each section, tags in values included.
    - Same input, same bytes: properties that the template lacks are dated 1980, where docxtpl writes the time of day.
    """

    def __init__(self, template_file: IO[bytes] | str | PathLike[str]) -> None:
        self._document: Document | None = None
        self._written: dict[str, Member] | None = None
        self._sketch: Sketch | None = None
        self._rendering = ""
        self._is_filling = False
        self._spaces: dict[str, str] = {}
        self.is_rendered = self.is_saved = False
        super().__init__(template_file)

    @property
    def docx(self) -> Document | None:
        """The document as python-docx has it: None before docxtpl would have opened it, the result after render."""
        if self._document is None and self._written is not None:
            self._reopen(self._written)
        elif self._document is None and (self._is_filling or self._sketch is not None):
            self._open(self._sketch)
        return self._document

    @docx.setter
    def docx(self, document: Document | None) -> None:
        self._document, self._written, self._sketch = document, None, None

    @property
    def current_rendering_part(self) -> Part | None:
        """The part that is being rendered: a picture finds its relation in it."""
        if not self._rendering:
            return None
        story = self._sketched(self._rendering) if self._document is None and self._written is None else None
        return self._part(self._rendering) if story is None else story

    @current_rendering_part.setter
    def current_rendering_part(self, part: Part | None) -> None:
        self._rendering = "" if part is None else name_of(part)

    def build_url_id(self, url: str) -> str:
        """Return the id of a link, for `url_id` of RichText."""
        if self.is_rendered:
            self.docx, self.is_rendered = None, False
        main = None if self._document else self._sketched(self._skeleton().pieces.body.name)
        if main is None:
            main = self._opened().part
        return main.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def new_subdoc(self, docpath: IO[bytes] | str | PathLike[str] | None = None) -> Subdoc:
        """Return a document to be put into the template: an empty one, or a file; needs docxcompose."""
        made = super().new_subdoc(docpath)
        self._spaces |= {prefix: space for prefix, space in made.subdocx.element.nsmap.items() if prefix}
        return made

    def render(self, context: Mapping[str, Any], jinja_env: Environment | None = None, autoescape: Any = False) -> None:
        """Fill the template; raise jinja2's TemplateError, or docgen's where the result is no sound XML."""
        if self.is_rendered:
            self.docx = None
        self.is_rendered = self.is_saved = False
        self.pic_map: dict[str, Any] = {}
        self.docx_ids_index = 1000
        skeleton = self._skeleton()
        pieces = skeleton.pieces if self._document is None else read_pieces(self._document)
        language = Language(jinja_env, autoescape)
        texts = self._filled(pieces, language, context)
        values = tuple(language.text(source, context) for source in pieces.properties)
        if self._document is None:
            self._written = self._spliced(skeleton, texts, values)
            self._sketch = None
        else:
            self._place(self._document, pieces, texts, values)
        self.is_rendered = True

    def save(self, filename: IO[bytes] | str | PathLike[str], *_arguments: Any, **_options: Any) -> None:
        """Write the Word file to a path or an open file; without render, the template with its replacements."""
        files = self._members()
        content = pack(replaced(files, self.zipname_to_replace, self.crc_to_new_media, self.crc_to_new_embedded))
        self.is_saved = True
        if isinstance(filename, str | PathLike):
            Path(filename).write_bytes(content)
        elif hasattr(filename, "read") and self._replaces():
            _write_over(filename, content)
        else:
            filename.write(content)

    def _replaces(self) -> bool:
        return bool(self.zipname_to_replace or self.crc_to_new_media or self.crc_to_new_embedded)

    def _filled(self, pieces: Pieces, language: Language, context: Mapping[str, Any]) -> dict[str, str]:
        """Render all parts; what a value asks for while it is printed is opened then."""
        texts = {}
        self._is_filling = True
        try:
            for piece in pieces.parts:
                self._rendering = piece.name
                texts[piece.name] = finished(language.xml(piece.source, context))
        finally:
            self._is_filling = False
        return texts

    def _spliced(self, skeleton: Skeleton, texts: dict[str, str], values: tuple[str, ...]) -> dict[str, Member]:
        """Return the template's members with the rendered ones in their places."""
        body, *rest = skeleton.pieces.parts
        changed = {body.name: member(body.name, self._whole(body, texts[body.name]))}
        for piece in rest:
            text, make = texts[piece.name], self._note if piece in skeleton.pieces.notes else self._edge
            changed[piece.name] = skeleton.made(piece.name, text, partial(make, piece.name, text))
        changed[skeleton.core] = skeleton.made_core(values)
        sketched = self._sketch.members(skeleton.members[CONTENT_TYPES_PART]) if self._sketch else {}
        return skeleton.members | changed | sketched

    def _place(self, document: Document, pieces: Pieces, texts: dict[str, str], values: tuple[str, ...]) -> None:
        """Put the rendered pieces into a document that is open already, as docxtpl puts them there."""
        self.map_tree(self._body(pieces.body.name, texts[pieces.body.name])[0])
        for key, piece in pieces.edges.items():
            self.map_headers_footers_xml(key, self._edge(piece.name, texts[piece.name]))
        for property_name, value in zip(PROPERTIES, values, strict=True):
            setattr(document.core_properties, property_name, value)
        for piece in pieces.notes:
            part: Any = self._part(piece.name)
            part._blob = self._note(piece.name, texts[piece.name])  # noqa: SLF001 - python-docx has no other way in

    def _whole(self, piece: Piece, text: str) -> bytes:
        """Return the main part; its body is written anew only where the tree was changed, or its prefixes may be."""
        tree, text, is_changed = self._body(piece.name, text)
        if not is_changed and text.rfind("xmlns") < text.find(">"):
            return (_DECLARATION + piece.before + text + piece.after).encode()
        whole = etree.fromstring(f"{piece.before}<w:body/>{piece.after}")
        for body in whole.findall(BODY):
            whole.replace(body, tree)
        return serialize_part_xml(whole)

    def _body(self, name: str, text: str) -> tuple[etree._Element, str, bool]:
        tree, text = parsed(text, name, self._name, self._spaces)
        made = fitted(tree, text)
        has_drawings = _DRAWING in text
        if has_drawings:
            self.fix_docpr_ids(made)
        return made, text, has_drawings or made is not tree

    def _edge(self, name: str, text: str) -> bytes:
        _, text = parsed(text, name, self._name, self._spaces)
        return serialize_part_xml(parse_xml(text))

    def _note(self, name: str, text: str) -> bytes:
        return parsed(text, name, self._name, self._spaces)[1].encode()

    def _members(self) -> Mapping[str, Member]:
        if self._written is not None and not self.pics_to_replace:
            return self._written
        if not (self.is_saved or self.is_rendered):
            self.docx = docx.Document(self.template_file)
        self.pre_processing()
        buffer = io.BytesIO()
        self._opened().save(buffer)
        return members(buffer.getvalue(), self._name)

    def _sketched(self, name: str) -> Part | None:
        if self._sketch is None:
            self._sketch = self._skeleton().sketch()
        return self._sketch.story(name)

    def _open(self, sketch: Sketch | None) -> None:
        """Open the template after all, with the links and pictures that were made without it."""
        document = self.docx = docx.Document(io.BytesIO(self._content()))
        if sketch is not None:
            sketch.put_into(document)

    def _reopen(self, written: Mapping[str, Member]) -> None:
        """Open what was rendered; its body stays as it is, where python-docx would drop white space."""
        self.docx = docx.Document(io.BytesIO(pack(written.values())))
        whole = etree.fromstring(written[name_of(self._opened().part)].content)
        for body in whole.iterchildren(BODY):
            self.map_tree(body)

    def _opened(self) -> Document:
        document = self.docx
        if document is None:
            document = self.docx = docx.Document(io.BytesIO(self._content()))
        return document

    def _part(self, name: str) -> Part:
        parts: list[Part] = self._opened().part.package.parts
        return next(part for part in parts if name_of(part) == name)

    def _skeleton(self) -> Skeleton:
        content = self._content()
        return skeleton_of(Template(self._name, Format.DOCX, content, hashlib.sha256(content).hexdigest()))

    def _content(self) -> bytes:
        """Return the template's bytes as they are now; python-docx says what is wrong with a path, or knows a default."""
        given = self.template_file
        if hasattr(given, "read"):
            given.seek(0)
            content: bytes = given.read()
            return content
        if isinstance(given, str | PathLike) and Path(given).is_file():
            return Path(given).read_bytes()
        buffer = io.BytesIO()
        docx.Document(given).save(buffer)
        return buffer.getvalue()

    @property
    def _name(self) -> str:
        given = self.template_file
        return Path(given).name if isinstance(given, str | PathLike) else str(getattr(given, "name", ""))


def _write_over(file: IO[bytes], content: bytes) -> None:
    """Leave an open file at its beginning, as docxtpl does when it has replaced something."""
    file.seek(0)
    file.truncate()
    file.write(content)
    file.seek(0)
