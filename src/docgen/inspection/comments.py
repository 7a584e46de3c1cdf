"""Takes a Word file and remarks on its paragraphs, gives a copy with the remarks as Word comments."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree
from msgspec import Struct

from docgen.errors import UsageError
from docgen.findings import Place
from docgen.inspection.package import (
    OFFICE_DOCUMENT,
    Relationship,
    parsed,
    related,
    relationships,
    relationships_part,
    typed,
    with_parts,
    written,
)
from docgen.ooxml.names import CONTENT_TYPES_PART, SPACE
from docgen.parcel import unpack
from docgen.vocabulary.comments import moved_remark

AUTHOR = "docgen"
DATE = "2000-01-01T00:00:00Z"
"""Comments bear one fixed date, so that the same remarks give the same bytes."""
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
COMMENTS = "/comments"
BESIDE_THE_TEXT, IN_THE_BALLOON = 16, 20
"""Sizes of the reference mark and of a comment's words, in half-points, as in Word's own styles for them."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


class Remark(Struct, frozen=True):
    """What is said of one paragraph of a part (word/document.xml; "" is the body), counted from 1 as in `Place`.

    Paragraph 0 is the whole part.
    """

    part: str
    paragraph: int
    text: str


def with_comments(content: bytes, remarks: Sequence[Remark], author: str = AUTHOR) -> bytes:
    """Return a copy of a Word file in which each remark is a comment on its paragraph; existing comments stay.

    Word takes comments in the body only: a remark on a header, a footer, a note, the paragraph of a text box or a
    whole part stands at the nearest paragraph of the body and names its place. Parts that need no change keep their
    bytes. Raise UsageError where the file is no Word file or has no body.
    """
    if not remarks:
        return content
    try:
        return _commented(content, remarks, author)
    except (zipfile.BadZipFile, zlib.error, LookupError, etree.XMLSyntaxError) as error:
        raise UsageError("comments-refused", {"message": str(error)}) from error


def _commented(content: bytes, remarks: Sequence[Remark], author: str) -> bytes:
    parts = unpack(content)
    main = _main(parts)
    kind = main.kind.removesuffix(OFFICE_DOCUMENT) + COMMENTS
    known = next((each.target for each in relationships(parts, main.target) if each.kind == kind), "")
    name = known or _free(parts, main.target)
    body = parsed(parts[main.target])
    comments = parsed(parts[name]) if name in parts else _Word(body).element("comments")
    for number, (paragraph, text) in enumerate(_placed(body, main.target, remarks), _first_id(body, comments)):
        _mark(paragraph, number)
        comments.append(_comment(_Word(comments), number, text, author))
    changed = {main.target: written(body), name: written(comments)}
    if not known:
        changed[relationships_part(main.target)] = related(parts, main.target, kind, name)
        changed[CONTENT_TYPES_PART] = typed(parts, name, COMMENTS_TYPE)
    return with_parts(content, changed)


def _main(parts: Mapping[str, bytes]) -> Relationship:
    for each in relationships(parts, ""):
        if each.kind.endswith(OFFICE_DOCUMENT):
            return each
    raise LookupError(OFFICE_DOCUMENT)


def _free(parts: Mapping[str, bytes], main: str) -> str:
    folder = main.rpartition("/")[0]
    names = (f"{folder}/comments{number or ''}.xml".lstrip("/") for number in range(len(parts) + 1))
    return next(name for name in names if name not in parts)


class _Word:
    """Makes elements in the namespace of a part, which differs between transitional and strict files."""

    def __init__(self, root: etree._Element) -> None:
        self._namespace = etree.QName(root).namespace

    def name(self, name: str) -> str:
        return f"{{{self._namespace}}}{name}"

    def element(self, name: str, /, *children: etree._Element, **attributes: str | int) -> etree._Element:
        made = etree.Element(self.name(name), nsmap={"w": self._namespace})
        for key, value in attributes.items():
            made.set(self.name(key), str(value))
        made.extend(children)
        return made


def _placed(body: etree._Element, main: str, remarks: Sequence[Remark]) -> Iterator[tuple[etree._Element, str]]:
    """Yield for each remark the paragraph of the body that takes it, and its words."""
    name = _Word(body).name("p")
    paragraphs = list(body.iter(name)) or [_first_paragraph(body)]
    for remark in remarks:
        is_body = remark.part in {"", main} and 0 < remark.paragraph <= len(paragraphs)
        meant = paragraphs[remark.paragraph - 1] if is_body else paragraphs[0]
        outer = ([*meant.iterancestors(name)] or [meant])[-1]
        place = Place("", part=remark.part, paragraph=remark.paragraph)
        stays = outer is meant and (is_body or (not remark.paragraph and remark.part in {"", main}))
        yield outer, remark.text if stays else moved_remark(place, remark.text)


def _first_paragraph(root: etree._Element) -> etree._Element:
    """Give a body that has none the empty paragraph that Word would give it."""
    word = _Word(root)
    body = root.find(word.name("body"))
    if body is None:
        raise LookupError(word.name("body"))
    paragraph = word.element("p")
    body.insert(len(body) - (body.find(word.name("sectPr")) is not None), paragraph)
    return paragraph


def _first_id(*roots: etree._Element) -> int:
    """Return an id above those of all comments and of their marks in the text."""
    used = [
        str(each.get(_Word(root).name("id"), ""))
        for root in roots
        for each in root.iter(*map(_Word(root).name, ("comment", *_MARKS)))
    ]
    return max((int(each) for each in used if each.isdecimal()), default=-1) + 1


def _mark(paragraph: etree._Element, number: int) -> None:
    """Put a comment's range around the content of a paragraph, and its reference behind it."""
    word = _Word(paragraph)
    start, end, reference = (word.element(name, id=number) for name in _MARKS)
    heads = {word.name("pPr"), word.name("commentRangeStart")}
    at = next((index for index, child in enumerate(paragraph) if child.tag not in heads), len(paragraph))
    paragraph.insert(at, start)
    paragraph.append(end)
    paragraph.append(word.element("r", _size(word, BESIDE_THE_TEXT), reference))


def _comment(word: _Word, number: int, text: str, author: str) -> etree._Element:
    lines = _UNWRITABLE.sub("", text).splitlines() or [""]
    paragraphs = [_line(word, line, is_first=index == 0) for index, line in enumerate(lines)]
    attributes: dict[str, str | int] = {"id": number, "author": author, "date": DATE, "initials": author[:1]}
    return word.element("comment", *paragraphs, **attributes)


def _line(word: _Word, line: str, *, is_first: bool) -> etree._Element:
    """Return a paragraph of a comment; its properties are its own, for the file's styles may be anything."""
    properties = word.element(
        "pPr",
        word.element("spacing", before=0, after=0, line=240, lineRule="auto"),
        word.element("ind", firstLineChars=0, firstLine=0),
        word.element("jc", val="both"),
    )
    mark = [word.element("r", _size(word, BESIDE_THE_TEXT), word.element("annotationRef"))] if is_first else []
    words = word.element("t")
    words.text = line
    words.set(SPACE, "preserve")
    return word.element("p", properties, *mark, word.element("r", _size(word, IN_THE_BALLOON), words))


def _size(word: _Word, half_points: int) -> etree._Element:
    return word.element("rPr", word.element("sz", val=half_points), word.element("szCs", val=half_points))
