"""Takes parts of a workspace, gives on the terminal what this machine has of the fonts asked for, and rare characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from docgen.cli.asked import targets
from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import JSON, TEXT, Command, one_of
from docgen.cli.lines import INDENT, aligned, finding_lines, folded, say_json, shown, table
from docgen.errors import WorkspaceError
from docgen.fonts import Face, lacking_substitutes, own_face
from docgen.generation import CharacterFound, FontFound, Lettering, lettering, stationery_of
from docgen.page.fonts import Role, official_name
from docgen.stationery import Stationery
from docgen.vocabulary import as_json
from docgen.vocabulary import commands as said
from docgen.vocabulary import fonts as words
from docgen.workspace import Workspace

TABLED = frozenset({"font-substituted", "font-missing", "glyph-missing"})
"""What the tables say already."""
MOST_PLACES = 3


@click.command("fonts", cls=Command, help=words.FONTS_HELP)
@click.argument("parts", metavar="[SUBJECT|FILE]...", nargs=-1)
@click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=said.FORMAT_OPTION)
@pass_call
def fonts(call: Call, parts: tuple[str, ...], format: str) -> None:
    """Say what becomes of fonts and characters; nothing of it is an error."""
    call.json = format == JSON
    workspace = call.workspace if parts else _workspace(call)
    found = _lettering(workspace, parts)
    if call.json:
        say_json(as_object(found))
        return
    for line in _lines(found, texts_read=workspace is not None):
        click.echo(line)


def _lettering(workspace: Workspace | None, parts: tuple[str, ...]) -> Lettering:
    if workspace is None:
        return lettering(Stationery())
    return lettering(stationery_of(workspace), workspace, targets(workspace, parts))


def as_object(found: Lettering) -> dict[str, Any]:
    """Return it all as plain data; null where there is nothing."""
    return {
        "fonts": [_font(each) for each in found.fonts],
        "characters": [_character(each) for each in found.characters],
        "findings": [as_json(each) for each in found.findings],
    }


def _workspace(call: Call) -> Workspace | None:
    """Return the workspace around; None where there is none and none was named."""
    try:
        call.root  # noqa: B018 - asked whether there is one
    except WorkspaceError:
        if call.directory is not None:
            raise
        return None
    return call.workspace


def _font(found: FontFound) -> dict[str, Any]:
    return {
        "name": found.asked.name,
        "kinds": found.asked.kinds,
        "formats": found.asked.formats,
        "found": found.own,
        "face": None if found.face is None else _face(found.face),
    }


def _face(face: Face) -> dict[str, Any]:
    return {
        "family": face.family,
        "weight": face.weight,
        "file": str(face.path),
        "source": words.source_of(face.family) or None,
    }


def _character(found: CharacterFound) -> dict[str, Any]:
    places = found.occurrences.places[:MOST_PLACES]
    return {
        "character": found.occurrences.char,
        "code": found.code,
        "count": found.occurrences.count,
        "pdf": None if found.face is None else found.face.family,
        "docx": found.word,
        "docx_has": found.word_has,
        "places": [{"file": each.file, "line": each.line, "column": each.column} for each in places],
    }


def _lines(found: Lettering, *, texts_read: bool) -> Iterator[str]:
    rows = [
        (each.asked.name, len(each.asked.kinds), " ".join(each.asked.formats), _state(each)) for each in found.fonts
    ]
    yield from table(words.FONT_COLUMNS, rows)
    yield from _remedies(found)
    if texts_read:
        yield ""
        yield from _rare(found)
    yield from finding_lines(each for each in found.findings if each.code not in TABLED)


def _state(found: FontFound) -> str:
    if found.own and found.face is not None:
        return words.here(found.face.path.name)
    return words.replaced(_named(found.face))


def _remedies(found: Lettering) -> Iterator[str]:
    """Yield what stands in and where that lies, what open fonts are to be had, and how to come by the official ones."""
    absent = [each for each in found.fonts if not each.own]
    faces = dict.fromkeys(each.face for each in absent if each.face is not None)
    if faces:
        yield words.STAND_INS
    rows = ((_named(face), shown(face.path), words.source_of(face.family)) for face in faces)
    yield from (f"{INDENT}{line}" for line in aligned(rows))
    lacking = lacking_substitutes(each.asked.name for each in absent)
    if lacking:
        yield words.TO_INSTALL
    yield from (f"{INDENT}{words.to_get(family)}" for family in lacking)
    if absent:
        yield from folded(words.OFFICIAL_ADVICE)
    if not any(each.face for each in found.fonts):
        yield from folded(words.nothing_here())


def _rare(found: Lettering) -> Iterator[str]:
    body = official_name(Role.FANG)
    by_standard = own_face(body) is None
    if not found.characters:
        yield words.none_rare(body, by_standard=by_standard)
        return
    yield words.rare_head(body, by_standard=by_standard)
    yield from table(words.CHARACTER_COLUMNS, map(_row, found.characters))
    if any(each.face is None for each in found.characters):
        yield from folded(words.GLYPHS_ADVICE)


def _row(found: CharacterFound) -> tuple[object, ...]:
    seen = found.occurrences
    word = words.in_word(found.word, has=found.word_has)
    places = words.first_places(map(str, seen.places[:1]), len(seen.places))
    return seen.char, found.code, seen.count, _named(found.face) or words.NOWHERE, word, places


def _named(face: Face | None) -> str:
    return "" if face is None else words.face_text(face.family, face.weight)
