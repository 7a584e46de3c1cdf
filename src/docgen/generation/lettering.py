"""Takes templates, and a workspace where there is one, gives what this machine makes of their fonts and characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from docgen.documents import KINDS
from docgen.findings import Finding, Level, Place
from docgen.fonts import Face, chain, covers, drawer, is_foreign, own_face, stand_in
from docgen.generation.characters import Occurrences, occurrences
from docgen.generation.scope import scopes
from docgen.model.subject import Subject
from docgen.page.fonts import Role, font_families, official_name
from docgen.renderers.docx.rare import WIDER, is_rare
from docgen.stationery import AskedFont, Stationery, asked_fonts
from docgen.vocabulary.fonts import face_text
from docgen.workspace import Workspace


class FontFound(Struct, frozen=True):
    """A font that templates ask for; the face of this machine that draws it, None where there is none.

    `own` says that the face is the font itself and no substitute.
    """

    asked: AskedFont
    face: Face | None
    own: bool


class CharacterFound(Struct, frozen=True):
    """A character that the body's face lacks: who draws it in pdf, what docx asks for.

    `word_has` tells whether the font that docx asks for holds it; else Word looks for one by itself.
    """

    occurrences: Occurrences
    face: Face | None
    word: str
    word_has: bool

    @property
    def code(self) -> str:
        """The code point, as it is written."""
        return f"U+{ord(self.occurrences.char):04X}"


class Lettering(Struct, frozen=True):
    """The fonts asked for, the rare characters, and what is to be said of them."""

    fonts: tuple[FontFound, ...]
    characters: tuple[CharacterFound, ...]
    findings: tuple[Finding, ...]


def lettering(
    stationery: Stationery, workspace: Workspace | None = None, about: Iterable[Subject | Path] = ()
) -> Lettering:
    """Return what becomes of the fonts of all templates, and of the characters in a workspace's records.

    Raise UsageError where there is no such unit, record or path.
    """
    asked, troubles = asked_fonts(stationery, KINDS)
    fonts = tuple(map(_font, asked))
    within = () if workspace is None else occurrences(workspace, scopes(workspace, about))
    characters = tuple(map(_character, within))
    unread = [Finding(each.code, Level.ERROR, Place(""), values=each.values) for each in troubles]
    return Lettering(fonts, characters, (*unread, *_findings(fonts, characters)))


def _font(asked: AskedFont) -> FontFound:
    own = own_face(asked.name)
    return FontFound(asked, own or stand_in(chain(*asked.chain)), own is not None)


def _character(found: Occurrences) -> CharacterFound:
    char, body = found.char, official_name(Role.FANG)
    word = WIDER[body] if is_rare(char) else body
    face = own_face(word)
    # Where the wider face is not here to be asked: it holds GBK (实务), the official one GB 2312.
    has = covers(face, char) if face is not None else word != body and _in_gbk(char)
    return CharacterFound(found, drawer(chain(*font_families(Role.FANG)), char), word, has)


def _in_gbk(char: str) -> bool:
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _findings(fonts: Iterable[FontFound], characters: Iterable[CharacterFound]) -> Iterator[Finding]:
    if is_foreign():
        yield Finding("fonts-foreign", Level.INFO, Place(""))
    for font in fonts:
        if font.face is None:
            yield Finding("font-missing", Level.WARN, Place(""), values={"value": font.asked.name})
        elif not font.own:
            values = {"value": font.asked.name, "by": face_text(font.face.family, font.face.weight)}
            yield Finding("font-substituted", Level.INFO, Place(""), values=values)
    for each in characters:
        if each.face is None:
            place = each.occurrences.places[0]
            yield Finding("glyph-missing", Level.WARN, place, values={"value": each.occurrences.char})
