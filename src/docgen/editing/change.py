"""Takes nothing, gives the shape of a change: who changed what and when, and the file's text before and after."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from docgen.outputs import digest


class Verb(StrEnum):
    """What was done to a record; `outside` is what no edit of docgen's did, or what stood there before its first."""

    CREATED = "created"
    REPLACED = "replaced"
    DELETED = "deleted"
    RESTORED = "restored"
    OUTSIDE = "outside"


class Note(Struct, frozen=True):
    """A change that is about to be made; `file` is relative to the workspace, contents are whole files."""

    at: datetime
    by: str
    verb: Verb
    record: str
    unit: str
    file: str
    before: bytes | None
    after: bytes | None
    former: str = ""
    kinds: tuple[str, ...] = ()
    undoes: int = 0


class Change(Struct, frozen=True):
    """One line of the journal: `before` and `after` are the text of the whole file, None where there is no file.

    `former` is the record's id before, where it changed; `kinds` are the labels of all kinds of record that either
    text speaks of; `undoes` is the revision that deleted what is restored.
    """

    revision: int
    at: datetime
    by: str
    verb: Verb
    record: str
    unit: str
    file: str
    before: str | None
    after: str | None
    former: str = ""
    kinds: tuple[str, ...] = ()
    undoes: int = 0


def as_text(content: bytes | None) -> str | None:
    """Return a file's bytes as a text from which exactly these bytes come back, whatever they are."""
    return None if content is None else content.decode("utf-8", "surrogateescape")


def as_bytes(text: str | None) -> bytes | None:
    """Return the bytes of a file from the text that the journal has."""
    return None if text is None else text.encode("utf-8", "surrogateescape")


def digest_of(content: bytes | None) -> str | None:
    """Return the sha256 of a file's bytes in hexadecimal, None where there is no file."""
    return None if content is None else digest(content)
