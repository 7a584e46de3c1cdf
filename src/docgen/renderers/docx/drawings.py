"""Takes placed pictures, gives their drawings in the text and the files that a Word archive keeps them in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from lxml import etree
from markupsafe import Markup

from docgen.errors import TemplateError
from docgen.ooxml.names import CONTENT_TYPES, CONTENT_TYPES_PART, PIC, RELATIONSHIPS, WP, A, R
from docgen.page.units import mm_to_emu
from docgen.renderers.archive import Member, member
from docgen.renderers.charts import png, words_of
from docgen.renderers.docx.names import DOC_PROPERTIES, IMAGE_RELATION
from docgen.renderers.pictures import ChartPainter, Painter, Placed
from docgen.renderers.rendering import PictureData
from docgen.view import Chart

SUFFIXES = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif"}
# Above the ids that Word gives, where docxtpl begins too.
_FIRST_ID = 1001
_NO_RELATIONS = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()
# The text's own run is closed around the drawing's; ids are given when all parts are rendered.
_DRAWING = Markup(
    '</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="{wp}" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="0" name="{name}" descr="{words}"/>'
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{a}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic xmlns:a="{a}"><a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}">'
    '<pic:nvPicPr><pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="{r}" r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve">'
)


@dataclass(slots=True)
class Drawings:
    """The pictures of one paper: which part shows which, and the next free id."""

    shown: dict[str, dict[str, Placed]] = field(default_factory=dict)
    next_id: int = _FIRST_ID

    def painter(self, part: str) -> Painter:
        """Return what draws a picture in a part."""

        def draw(placed: Placed) -> str:
            file = _file(placed)
            pictures = self.shown.setdefault(part, {})
            pictures.setdefault(file, placed)
            cx, cy = mm_to_emu(placed.width_mm), mm_to_emu(placed.height_mm)
            return _DRAWING.format(
                wp=WP, a=A, pic=PIC, r=R, cx=cx, cy=cy, name=file, relation=_relation(file), words=placed.words
            )  # fmt: skip

        return draw

    @staticmethod
    def chart_painter(painter: Painter) -> ChartPainter:
        """Return what draws a chart as a picture, in print resolution, with its numbers in words."""

        def draw(chart: Chart, width_mm: float) -> str:
            content, width, height = png(chart, width_mm)
            picture = PictureData(content, "image/png", width, height)
            size = (width_mm, width_mm * height / width)
            return painter(Placed(hashlib.sha256(content).hexdigest(), picture, *size, words_of(chart)))

        return draw

    @property
    def used(self) -> bool:
        """Tell whether anything of this paper has been given an id or a picture."""
        return bool(self.shown) or self.next_id > _FIRST_ID

    def take_id(self) -> int:
        """Return the next free id, and count on."""
        self.next_id += 1
        return self.next_id - 1

    def files(self, members: Mapping[str, Member]) -> dict[str, Member]:
        """Return the members that are new or changed because of the pictures."""
        if not self.shown:
            return {}
        used = {file: placed for pictures in self.shown.values() for file, placed in pictures.items()}
        changed = [_related(part, list(pictures), members) for part, pictures in self.shown.items()]
        changed.append(_typed(used.values(), members[CONTENT_TYPES_PART]))
        media = [member(f"word/media/{file}", used[file].picture.content, deflate=False) for file in sorted(used)]
        return {each.name: each for each in (*changed, *media)}


def number_drawings(root: etree._Element, drawings: Drawings) -> bool:
    """Give a part's drawings new ids, for a loop repeats the template's; tell whether there were any."""
    found = list(root.iter(DOC_PROPERTIES))
    for each in found:
        each.set("id", str(drawings.take_id()))
    return bool(found)


def _file(placed: Placed) -> str:
    suffix = SUFFIXES.get(placed.picture.media_type)
    if suffix is None:
        raise TemplateError("picture-format", {"value": placed.picture.media_type})
    return f"picture-{placed.sha256[:32]}.{suffix}"


def _relation(file: str) -> str:
    return "rId" + PurePosixPath(file).stem


def _related(part: str, files: list[str], members: Mapping[str, Member]) -> Member:
    path = PurePosixPath(part)
    name = str(path.parent / "_rels" / f"{path.name}.rels")
    given = members.get(name)
    root = etree.fromstring(_NO_RELATIONS if given is None else given.content)
    for file in files:
        relation = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship")
        relation.attrib.update({"Id": _relation(file), "Type": IMAGE_RELATION, "Target": f"media/{file}"})
    return member(name, _xml(root))


def _typed(pictures: Iterable[Placed], given: Member) -> Member:
    root = etree.fromstring(given.content)
    known = {str(each.get("Extension", "")).lower() for each in root}
    for media_type in sorted({placed.picture.media_type for placed in pictures}):
        if SUFFIXES[media_type] not in known:
            default = root.makeelement(f"{{{CONTENT_TYPES}}}Default")
            default.attrib.update({"Extension": SUFFIXES[media_type], "ContentType": media_type})
            root.insert(0, default)
    return member(CONTENT_TYPES_PART, _xml(root))


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
