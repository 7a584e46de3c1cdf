"""Takes files of records, gives the characters in their texts that the font of a paper's body lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from docgen.findings import Place
from docgen.fonts import covers, in_gb2312, is_drawn, own_face
from docgen.generation.scope import Scope
from docgen.page.fonts import Role, official_name
from docgen.records.encoding import decode
from docgen.records.reading import Limits, read_text
from docgen.records.record import Record, Written
from docgen.workspace import Workspace
from docgen.workspace.files import content_of, limits_of, relative

Steps = tuple[str | int, ...]


@dataclass(slots=True)
class Occurrences:
    """One character: how often it stands in texts, and the place of each text where it first does."""

    char: str
    count: int = 0
    places: list[Place] = field(default_factory=list)


def occurrences(workspace: Workspace, scopes: Iterable[Scope]) -> list[Occurrences]:
    """Return the characters that the body's official face lacks, in the order of their code points.

    Its repertoire is read off the face where that is installed, else it is GB 2312. A file is parsed only when such a
    character stands somewhere in it.
    """
    limits = limits_of(workspace.settings.limits)
    lacks = _Lacks()
    found: dict[str, Occurrences] = {}
    for scope in scopes:
        content = content_of(scope.path, limits)
        text = decode(content, "")[0] or ""
        if wanted := frozenset(filter(lacks.__getitem__, set(text))):
            _gather(found, _File(relative(workspace.root, scope.path), content, text, wanted), scope, limits)
    return [found[char] for char in sorted(found)]


class _Lacks(dict[str, bool]):
    """Tells of each character whether the body's face lacks it; asked once per character."""

    def __init__(self) -> None:
        self._face = own_face(official_name(Role.FANG))

    def __missing__(self, char: str) -> bool:
        has = in_gb2312(char) if self._face is None else covers(self._face, char)
        self[char] = is_drawn(char) and not has
        return self[char]


class _File(Struct, frozen=True):
    """A file's name, bytes and text, and the characters that are looked for in it."""

    name: str
    content: bytes
    text: str
    wanted: frozenset[str]


def _gather(found: dict[str, Occurrences], file: _File, scope: Scope, limits: Limits) -> None:
    lines = file.text.split("\n")
    for record in read_text(file.content, file.name, limits)[0]:
        if not scope.holds(record.source):
            continue
        for place, text in _texts(record):
            for char in sorted(file.wanted & set(text)):
                entry = found.setdefault(char, Occurrences(char))
                entry.count += text.count(char)
                entry.places.append(_spot(lines, place, char))


def _texts(record: Record) -> Iterator[tuple[Place, str]]:
    """Yield every text of a record and where it begins."""

    def walk(value: Written, path: Steps) -> Iterator[tuple[Place, str]]:
        if isinstance(value, str):
            yield record.source.place(*path), value
        elif isinstance(value, dict):
            for key, each in value.items():
                yield from walk(each, (*path, key))
        else:
            for index, each in enumerate(value):
                yield from walk(each, (*path, index))

    yield from walk(record.data, ())


def _spot(lines: list[str], place: Place, char: str) -> Place:
    """Return where a character first stands at or after the beginning of its text; the text's place if it is escaped."""
    column = place.column - 1
    for number, line in enumerate(lines[place.line - 1 :], start=place.line):
        if (at := line.find(char, column)) >= 0:
            return Place(place.file, number, at + 1)
        column = 0
    return place
