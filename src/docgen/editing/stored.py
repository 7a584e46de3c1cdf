"""Takes nothing, gives the shape of a record as it is stored, of one that is not yet, and of two edits that met."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from docgen.errors import DocgenError
from docgen.findings import Finding
from docgen.outputs import digest
from docgen.records.record import Written


class Stored(Struct, frozen=True):
    """A record as its file has it: `number` is its document of the file, `line` the one on which its text begins.

    `data` is what was typed, empty where it cannot be read; `kind` is then what the text seems to say. Findings have
    the places of the file.
    """

    id: str
    unit: str
    kind: str
    file: str
    number: int
    line: int
    text: str
    data: Mapping[str, Written]
    etag: str
    findings: tuple[Finding, ...] = ()


class Draft(Struct, frozen=True):
    """What a file would hold if a record were stored, for `Workspace.with_drafts`; nothing is written."""

    path: Path
    content: bytes
    record: str
    kind: str
    text: str


class Conflict(DocgenError):
    """Somebody else has stored the record meanwhile: `current` is theirs, None where they deleted it.

    `proposed` is the text that would have been stored, `base` the one that it began from, where the journal has it.
    """

    def __init__(self, current: Stored | None, proposed: str, base: str | None = None, record: str = "") -> None:
        code = "record-changed" if current is not None else "record-gone"
        super().__init__(code, {"value": current.id if current is not None else record})
        self.current = current
        self.proposed = proposed
        self.base = base
        self._record = record

    def __reduce__(self) -> tuple[type[Conflict], tuple[object, ...]]:
        return type(self), (self.current, self.proposed, self.base, self._record)


def etag_of(text: str) -> str:
    """Return the sha256 of a text in hexadecimal."""
    return digest(text.encode("utf-8", "surrogatepass"))
